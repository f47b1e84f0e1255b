"""The steps of a question without Django's way there and back: the same plans, the same shapes, the same bytes.

Whatever is not in order (a body that does not fit, a step that is refused, the last step of an activity) gets no reply
here and is left to the ordinary way.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Final, Protocol
from uuid import UUID

from trailstone.api.shapes.attempts import AnswerIn, StepIn
from trailstone.api.state import reply_state
from trailstone.api.written import as_json
from trailstone.people.models import User
from trailstone.practice.actions import answering, helping, take_quickly
from trailstone.practice.actions.taking import Plan
from trailstone.practice.models import Kind

ADDRESS: Final = re.compile(
    r"/api/v1/attempts/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/questions/([0-9]{1,4})/([a-z]+)"
)
JSON: Final = "application/json; charset=utf-8"


class Planned(Protocol):
    """What a body that came for a question (position from 0) asks for. Raises ValidationError."""

    def __call__(self, body: bytes, position: int, at: datetime) -> Plan: ...


def _answer(body: bytes, position: int, at: datetime) -> Plan:
    sent = AnswerIn.model_validate_json(body)
    return answering(position=position, response=sent.response, client_key=sent.client_key, at=at)


def _help(kind: Kind, body: bytes, position: int, at: datetime) -> Plan:
    return helping(kind, position=position, client_key=StepIn.model_validate_json(body).client_key, at=at)


STEPS: Final[Mapping[str, Planned]] = {
    "answer": _answer,
    "hint": partial(_help, Kind.HINT),
    "solution": partial(_help, Kind.SOLUTION),
    "skip": partial(_help, Kind.SKIP),
}


def step_at(path: str) -> tuple[UUID, int, str] | None:
    """The attempt, the question (position from 0) and the step that an address names; None for any other address."""
    found = ADDRESS.fullmatch(path)
    if found is None or found[3] not in STEPS:
        return None
    return UUID(found[1]), int(found[2]) - 1, found[3]


async def reply(learner: User, where: tuple[UUID, int, str], body: bytes, at: datetime) -> bytes | None:
    """The body of the reply to a step (ReplyOut as JSON); None: the ordinary way says it.

    Raises:
        django.db.Error: the database is out. Exception: the body does not fit, the question has a fault, or whatever
        else is for the ordinary way to say.
    """
    attempt_id, position, step = where
    plan = STEPS[step](body, position, at)
    return await take_quickly(learner, attempt_id, plan, lambda done: as_json(reply_state(learner, done)))
