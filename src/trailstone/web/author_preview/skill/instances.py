"""One instance of a template laid open: what is asked, what is right, what is wrong and why, and the help."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from exercises import Dropdowns, Figure, Item, MultipleChoice, Question, SingleChoice, Template
from exercises.misconceptions import MISCONCEPTIONS
from trailstone.web.practice.answers import blanks, pictures, right_answer, right_figure


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong answer (Markdown), the mistake that gives it, and what the learner then reads; both may be empty."""

    text: str
    name: str = ""
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Instance:
    """One seed. ``fault`` says why there is no question; ``pictures`` are those of what is ordered or matched."""

    seed: int
    question: Question | None = None
    prompt: str = ""
    right: tuple[str, ...] = ()
    distractors: tuple[Distractor, ...] = ()
    right_figure: Figure | None = None
    pictures: tuple[Item, ...] = ()
    fault: str = ""
    again: bool = False


def instances(template: Template, seeds: range) -> Iterator[Instance]:
    """The instances of these seeds; ``again`` marks one whose key came before."""
    seen: set[object] = set()
    for seed in seeds:
        try:
            question = template.instance(seed)
        except Exception as fault:  # an author's function may raise anything
            yield Instance(seed, fault=f"{type(fault).__name__}: {fault}")
            continue
        distractors = tuple(_distractors(question))
        again = question.key in seen
        yield Instance(
            seed, question, blanks(question), right_answer(question), distractors,
            right_figure(question), pictures(question), again=again,
        )  # fmt: skip
        seen.add(question.key)


def _distractors(question: Question) -> Iterator[Distractor]:
    answer = question.answer
    if isinstance(answer, SingleChoice | MultipleChoice):
        yield from (_named(one.text, one.misconception) for one in answer.choices if not one.right)
    elif isinstance(answer, Dropdowns):
        for slot in answer.slots:
            wrong = (option for option in slot.options if option != slot.right)
            yield from (_named(f"{slot.name}: {one}", slot.misconceptions.get(one)) for one in wrong)
    else:
        yield from (_named(_shown(question, value), name) for name, value in question.wrong.items())


def _named(text: str, name: str | None) -> Distractor:
    return Distractor(text, name or "", MISCONCEPTIONS.get(name, "") if name else "")


def _shown(question: Question, value: Hashable) -> str:
    """A wrong value as the answer would be shown if it were right; as it is when that cannot be said."""
    like = getattr(question.answer, "like", None)
    try:
        return str(like(value).show()) if like else str(value)
    except (TypeError, ValueError):
        return str(value)
