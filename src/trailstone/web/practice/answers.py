"""An answer that was given, as a page can show it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from exercises import DrawnAnswer, Dropdowns, Figure, Item, Match, Order, Parts, Question, Response, Step, Table, grade
from exercises.answers.choices import by_id, chosen_ids
from trailstone.practice.models import Kind
from trailstone.practice.questions import FAULTS
from trailstone.practice.sitting import Place

SLOT = re.compile(r"\[\[([\w-]+)\]\]")
NO_ANSWER: Mapping[Kind, str] = {
    Kind.SKIP: "You skipped it.",
    Kind.HINT: "You opened a hint first.",
    Kind.SOLUTION: "You looked at the worked answer.",
}


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered: ``tex`` of what was read, or else the ``text`` as typed.

    ``choices`` are Markdown; ``figure`` is what was drawn.
    """

    text: str = ""
    tex: str = ""
    choices: tuple[str, ...] = ()
    figure: Figure | None = None


def given(question: Question, response: Response) -> Given:
    """A response in the form its kind is shown in."""
    answer = question.answer
    match answer.kind:
        case "choice" | "multi":
            ids = chosen_ids({"choices": response.get("choices") or response.get("choice") or []})
            known = by_id(getattr(answer, "choices", ()))
            return Given(choices=tuple(choice.text for id, choice in known.items() if id in ids))
        case "drop":
            return Given(choices=tuple(str(value) for value in response.values()))
    if isinstance(answer, DrawnAnswer):
        return Given(text=_typed(response), tex=grade(question, response).read, figure=answer.picture(response))
    if isinstance(answer, Table | Order | Match | Parts):
        return Given(text=_typed(response), choices=_told(answer, response))
    return Given(text=_typed(response), tex=grade(question, response).read)


def _typed(response: Response) -> str:
    return ", ".join(str(value) for value in response.values())


def _told(answer: Table | Order | Match | Parts, response: Response) -> tuple[str, ...]:
    """What was filled in, ordered, matched or picked, as Markdown; with its partner where it was matched."""
    told = answer.told(response)
    if isinstance(answer, Match):
        return tuple(f"{item.text}: {text or '…'}" for item, text in zip(answer.left, told, strict=True))
    return told


@dataclass(frozen=True, slots=True)
class Worked:
    """A question that is over: what was asked and answered, what is right and why. ``state`` is that of its pebble."""

    number: int
    state: str
    bonus: bool
    prompt: str = ""
    figure: str = ""
    first: Given | None = None
    instead: str = ""
    tries: int = 0
    right: tuple[str, ...] = ()
    right_figure: Figure | None = None
    pictures: tuple[Item, ...] = ()
    solution: tuple[Step, ...] = ()

    @property
    def broken(self) -> bool:
        """The question cannot be shown any more."""
        return not self.prompt


def state_of(place: Place) -> str:
    """A pebble's state: ok, retry (right after another try), miss, or todo."""
    if not place.done:
        return "todo"
    return "ok" if place.counts_right else "retry" if place.solved else "miss"


def worked(place: Place) -> Worked:
    """A done question as results and review show it."""
    number, state = place.position + 1, state_of(place)
    try:
        asked = place.question
    except FAULTS:
        return Worked(number, state, place.bonus)
    first = place.answers[0] if place.answers else None
    return Worked(
        number,
        state,
        place.bonus,
        prompt=blanks(asked),
        figure=asked.figure.svg if asked.figure else "",
        first=given(asked, first.response) if first else None,
        instead=NO_ANSWER.get(place.steps[0].kind, "") if place.steps else "",
        tries=len(place.answers),
        right=right_answer(asked),
        right_figure=right_figure(asked),
        pictures=pictures(asked),
        solution=asked.solution,
    )


def right_answer(question: Question) -> tuple[str, ...]:
    """What is right, as Markdown: one text, or one for each right choice or place."""
    answer = question.answer
    match answer.kind:
        case "choice" | "multi":
            return tuple(choice.text for choice in getattr(answer, "choices", ()) if choice.right)
        case "drop":
            return tuple(slot.right for slot in getattr(answer, "slots", ()))
    if isinstance(answer, Order):
        return answer.value
    if isinstance(answer, Match):
        return tuple(f"{item.text}: {text}" for item, text in zip(answer.left, answer.value, strict=True))
    return (answer.show(),)


def right_figure(question: Question) -> Figure | None:
    """What is right as a picture, where the answer is drawn."""
    return question.answer.right_picture() if isinstance(question.answer, DrawnAnswer) else None


def pictures(question: Question) -> tuple[Item, ...]:
    """The pictures that belong to an answer, with their names: what was ordered, matched or picked from."""
    answer = question.answer
    if isinstance(answer, Parts):
        return (Item("", answer.figure),)
    items = answer.shown if isinstance(answer, Order) else ()
    items = (*answer.left, *answer.options) if isinstance(answer, Match) else items
    return tuple(item for item in items if item.figure)


def _numbered(answer: Table) -> str:
    """A table in Markdown, with a number in each cell to fill."""
    numbers = iter(range(1, len(answer.blanks) + 1))
    rows = ([cell if isinstance(cell, str) else f"**({next(numbers)})**" for cell in row] for row in answer.rows)
    head = [answer.head, ["---"] * len(answer.head)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (*head, *rows))


def blanks(question: Question) -> str:
    """The prompt with a number in each dropdown's place or empty cell, in the order in which answers are listed."""
    if isinstance(question.answer, Table):
        return f"{question.prompt}\n\n{_numbered(question.answer)}"
    if not isinstance(question.answer, Dropdowns):
        return question.prompt
    numbers = {slot.name: number for number, slot in enumerate(question.answer.slots, 1)}
    return SLOT.sub(lambda place: f"**({numbers.get(place[1], '')})**", question.prompt)
