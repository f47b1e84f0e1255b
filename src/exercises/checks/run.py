"""Running the checks of one template over seeds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from exercises.checks import answering, choosing, data, helping, mistaken, spread, wording
from exercises.checks.pieces import Render, unrenderable
from exercises.question import Question
from exercises.template import Template

SPREAD = 400
"""How many seeds show whether instances, places and shortcuts are spread well."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is not right with a template; `seed` is None when only many seeds together show it."""

    template: str
    seed: int | None
    check: str
    text: str

    def __str__(self) -> str:
        return f"{self.template} [seed {self.seed}] {self.check}: {self.text}"


InstanceCheck = Callable[[Template, Question], Iterator[str]]
SpreadCheck = Callable[[Template, list[Question]], Iterator[str]]

INSTANCE_CHECKS: Mapping[str, InstanceCheck] = {
    "kind": answering.declared_kind,
    "answer": answering.stated_answer_is_right,
    "second opinion": answering.second_opinion_agrees,
    "near misses": answering.near_misses_are_wrong,
    "not gradable": answering.nonsense_is_not_gradable,
    "mistakes": mistaken.mistakes_are_wrong_and_named,
    "mistakes differ": mistaken.mistakes_differ,
    "names": mistaken.names_are_known,
    "choices": choosing.choices_differ,
    "slots": choosing.slots_stand_in_the_prompt,
    "hints": helping.hints_lead_to_the_answer,
    "hidden hints": helping.hints_are_not_shown_before_they_are_opened,
    "solution": helping.solution_ends_with_the_answer,
    "prompt": helping.prompt_keeps_the_answer,
    "wording": wording.nothing_left_over,
    "language": wording.language_is_right,
    "figures": data.figures_are_described,
    "export": data.exports_as_json,
    "public": data.public_keeps_the_key,
}
SPREAD_CHECKS: Mapping[str, SpreadCheck] = {
    "instances": spread.enough_instances,
    "places": spread.places_are_even,
    "length": spread.length_does_not_tell,
    "shortcuts": spread.shortcuts_do_not_work,
}


def check_template(
    template: Template, seeds: Iterable[int], render: Render | None = None, spread_over: int = SPREAD
) -> list[Problem]:
    """All problems: each instance check on each seed, then the spread checks over the first `spread_over` seeds
    (0 leaves them out). `render` renders TeX strictly or raises; without it TeX is not tried."""
    found = [problem for seed in seeds for problem in check_instance(template, seed, render)]
    return found + (check_spread(template, spread_over) if spread_over and not found else [])


def check_instance(template: Template, seed: int, render: Render | None) -> Iterator[Problem]:
    """The problems of one seed."""
    try:
        question = template.instance(seed)
        again = template.instance(seed)
    except Exception as error:  # an author's function may raise anything
        yield Problem(template.id, seed, "instance", f"{type(error).__name__}: {error}")
        return
    if question != again:
        yield Problem(template.id, seed, "same again", "the same seed gave two different questions")
    for name, check in INSTANCE_CHECKS.items():
        yield from (Problem(template.id, seed, name, text) for text in told(check(template, question)))
    if render is not None:
        yield from (Problem(template.id, seed, "TeX", text) for text in unrenderable(question, render))


def check_spread(template: Template, count: int) -> list[Problem]:
    """The problems that many seeds together show."""
    questions = [template.instance(seed) for seed in range(count)]
    return [
        Problem(template.id, None, name, text)
        for name, check in SPREAD_CHECKS.items()
        for text in told(check(template, questions))
    ]


def told(problems: Iterator[str]) -> Iterator[str]:
    """The problems, and as one more the error that ended the check."""
    try:
        yield from problems
    except Exception as error:  # what an author wrote may break a check in any way
        yield f"the check broke off with {type(error).__name__}: {error}"
