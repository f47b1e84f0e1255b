"""Addresses of the site's own pages, worked out once: the map of a course has two hundred of them for every learner."""

from functools import lru_cache
from uuid import UUID

from django.urls import get_script_prefix, reverse

ATTEMPT, NUMBER = UUID(int=0), 987_654_321  # stand in the pattern for what differs from learner to learner


def course_address(name: str, *args: str | int) -> str:
    """The address of a page about courses, which all learners share."""
    return _course_address(get_script_prefix(), name, args)


def question_address(name: str, attempt_id: UUID, number: int) -> str:
    """The address of a question of an attempt (``number`` from 1), or of something done with it."""
    before, between, after = _question_parts(get_script_prefix(), name)
    return f"{before}{attempt_id}{between}{number}{after}"


@lru_cache(maxsize=8_192)
def _course_address(_prefix: str, name: str, args: tuple[str | int, ...]) -> str:
    return reverse(name, args=args)


@lru_cache(maxsize=64)
def _question_parts(_prefix: str, name: str) -> tuple[str, str, str]:
    before, _, rest = reverse(name, args=[ATTEMPT, NUMBER]).partition(str(ATTEMPT))
    between, _, after = rest.partition(str(NUMBER))
    return before, between, after
