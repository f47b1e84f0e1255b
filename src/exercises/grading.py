"""From a question and a response to a verdict that names the misconception."""

from collections.abc import Hashable

from exercises.answers import Dropdowns, Expression, MultipleChoice, SingleChoice
from exercises.misconceptions import MISCONCEPTIONS
from exercises.question import Question
from exercises.verdict import RIGHT, WRONG, Response, Verdict


def grade(question: Question, response: Response) -> Verdict:
    """The verdict on a response; never raises, whatever was sent.

    A wrong answer that equals what a named mistake gives carries that name and its feedback.
    """
    verdict = question.answer.grade(response)
    if verdict.mark is not WRONG:
        return verdict
    name = verdict.misconception or mistake(question, response)
    feedback = MISCONCEPTIONS.get(name, "") if name else ""
    message = " ".join(filter(None, (verdict.message, feedback)))
    return Verdict(WRONG, message, name, verdict.read)


def mistake(question: Question, response: Response) -> str | None:
    """The name of the mistake whose value was typed."""
    for name, value in question.wrong.items():
        if gives(question, value, response):
            return name
    return None


def gives(question: Question, value: Hashable, response: Response) -> bool:
    """Whether the response would be right if this value were the answer."""
    answer = question.answer
    if isinstance(answer, SingleChoice | MultipleChoice | Dropdowns):
        return False
    try:
        if isinstance(answer, Expression):
            return answer.gave(value, response)
        return answer.like(value).grade(response).mark is RIGHT
    except (TypeError, ValueError):  # a value that no answer of this kind can be; the checks of templates report it
        return False
