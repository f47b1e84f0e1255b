"""The formulas of a question's page, so that they are set in one go before the page is put together."""

from collections.abc import Iterable, Iterator

from exercises import Match, MultipleChoice, Order, Question, SingleChoice, Table
from trailstone.content.markdown import formulas
from trailstone.content.tex import set_together
from trailstone.web.practice.question.screen import Screen


def set_formulas(shown: Screen) -> None:
    """Set what this page shows of the question, and nothing that it must not show yet."""
    alone = (shown.question.before, shown.verdict.read if shown.verdict else "")
    of_texts = (formula for text in _texts(shown) for formula in formulas(text))
    set_together([*((source, False) for source in alone if source), *of_texts])


def _texts(shown: Screen) -> Iterator[str]:
    yield from (shown.question.prompt, shown.question.after, shown.verdict.message if shown.verdict else "")
    yield from _of_the_answer(shown.question)
    yield from shown.hints
    if shown.done:
        yield from shown.right_answer
        yield from (text for step in shown.question.solution for text in (step.text, step.reason) if text)


def _of_the_answer(question: Question) -> Iterable[str]:
    """What stands in its control whatever is right."""
    match question.answer:
        case SingleChoice(choices=choices) | MultipleChoice(choices=choices):
            return [choice.text for choice in choices]
        case Order(shown=items):
            return [item.text for item in items]
        case Match(left=left, options=options):
            return [item.text for item in (*left, *options)]
        case Table(head=head, rows=rows):
            return [*head, *(cell for row in rows for cell in row if isinstance(cell, str))]
    return ()
