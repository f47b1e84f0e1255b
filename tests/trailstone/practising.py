"""Working through an attempt as a learner would, with answers known to be right or wrong."""

import uuid
from datetime import timedelta

from exercises import RIGHT, WRONG, BuiltAnswer, grade
from tests.trailstone.cast import MONDAY
from trailstone.practice import actions, queries, start

GUESSES = ("977", "977x", "977y", "x = 977", "x < 977", "(977, 976)", "k = 977")


def right(place):
    """An answer to this question that is right."""
    return place.question.answer.examples()[0]


def wrong(place):
    """An answer to this question that is gradable and wrong."""
    if isinstance(place.question.answer, BuiltAnswer):
        return place.question.answer.near()[0]
    public = place.question.answer.public()
    letter = public.get("solved_for") or public.get("variable") or next(iter(public.get("variables", ())), "x")
    own = (f"{letter} = 977", f"{letter} < 977", f"977{letter}", f"977{letter} = 1")
    candidates = [{"value": guess} for guess in (*GUESSES, *own)]
    candidates += [{"choice": choice["id"]} for choice in public.get("choices", ())]
    candidates += [{"choices": [choice["id"]]} for choice in public.get("choices", ())]
    for slot_choice in range(6):
        slots = public.get("slots", ())
        candidates.append({s["name"]: s["options"][slot_choice % len(s["options"])] for s in slots})
    return next(one for one in candidates if one and grade(place.question, one).mark is WRONG)


def send(learner, attempt_id, position, response, *, key=None, at=MONDAY):
    """Send one answer."""
    return actions.answer(
        learner=learner,
        attempt_id=attempt_id,
        position=position,
        response=response,
        client_key=key or uuid.uuid4(),
        at=at,
    )


def give(learner, attempt_id, marks, *, at=MONDAY):
    """Answer the next questions: True right at once, False wrong and then right. Returns the sitting."""
    for offset, mark in enumerate(marks):
        now = queries.sitting(learner, attempt_id)
        place, moment = now.current, at + timedelta(seconds=20 * offset)
        if not mark:
            send(learner, attempt_id, place.position, wrong(place), at=moment)
        reply = send(learner, attempt_id, place.position, right(place), at=moment + timedelta(seconds=5))
        assert reply.verdict.mark is RIGHT
    return queries.sitting(learner, attempt_id)


def finish_exercise(learner, course, skill, marks, rng, *, at=MONDAY):
    """One exercise to its end; a bonus question that is offered is left."""
    attempt_id = start.start_exercise(learner=learner, course=course, skill=skill, at=at, rng=rng)
    sitting = give(learner, attempt_id, marks, at=at)
    if sitting.bonus_offered:
        sitting = start.leave_bonus(learner=learner, attempt_id=attempt_id, at=at + timedelta(minutes=5))
    return sitting
