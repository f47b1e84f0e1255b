"""From what the log stores (skill, version, seed) back to the question, for ever the same."""

from functools import lru_cache

import courses
from exercises import BuiltAnswer, Dropdowns, Question, Response, Template

FAULTS = (KeyError, RuntimeError)  # what ``question`` raises when the log names one that cannot be made (any more)
FIELDS = {"choice": ("choice",), "multi": ("choices",), "pair": ("value", "x", "y")}  # other kinds read one, "value"


def template_of(slug: str) -> Template:
    """The template in force for a skill.

    Raises:
        KeyError: the skill has none (it is not published).
    """
    return courses.templates()[slug]


def is_kept(slug: str, version: int) -> bool:
    """Whether questions of this version can still be made; none is made for that."""
    try:
        courses.template_of(slug, version)
    except KeyError:
        return False
    return True


@lru_cache(maxsize=20_000)
def question(slug: str, version: int, seed: int) -> Question:
    """One instance, about 1 ms when it is not in the cache.

    Raises:
        KeyError: no template of that skill has that version. RuntimeError: the template made nothing of this seed.
    """
    return courses.template_of(slug, version).instance(seed)


def heard(asked: Question, response: Response) -> dict[str, str | list[str]]:
    """The fields of a response that this kind of answer reads; whatever else was sent is left out."""
    names = FIELDS.get(asked.answer.kind, ("value",))
    if isinstance(asked.answer, Dropdowns):
        names = tuple(slot.name for slot in asked.answer.slots)
    if isinstance(asked.answer, BuiltAnswer):
        names = asked.answer.fields
    return {name: response[name] for name in names if name in response}
