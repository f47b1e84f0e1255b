"""Writing the rows of an assignment: the things to do, and the learners who have it. Call with the class locked."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from random import Random
from uuid import UUID

from mastery import Activity
from trailstone.assignments import log
from trailstone.assignments.log import What
from trailstone.assignments.models import Assignment, Item, Kind, Share
from trailstone.assignments.things import Described, Thing
from trailstone.people.errors import Refused
from trailstone.people.models import User
from trailstone.practice.errors import Refused as NotEnough
from trailstone.practice.start import same_questions


def put_items(assignment: Assignment, abouts: Sequence[Described], rng: Random) -> None:
    """Make these the things to do, in this order. One that stays keeps its questions."""
    there = {(item.kind, item.subject): item for item in assignment.items.all()}
    assignment.items.exclude(subject__in=[about.thing.subject for about in abouts]).delete()
    for position, about in enumerate(abouts):
        item = there.get(about.thing.key) or Item(
            assignment=assignment, kind=about.thing.kind, course_id=about.course.id, subject=about.thing.subject
        )
        item.position = position
        if assignment.same_questions and not item.questions:
            item.questions = _drawn(about, rng)
        item.save()


def _drawn(about: Described, rng: Random) -> list[tuple[int, int, int]]:
    if about.thing.kind == Kind.ARTICLE:
        return []
    try:
        return same_questions(Activity(about.thing.kind.value), about.skills, about.length, rng)
    except (NotEnough, KeyError) as found:
        raise Refused(
            f"“{about.title}” has not enough questions to give everybody the same. Choose another."
        ) from found


def give(assignment: Assignment, people: Sequence[User], actor: User, at: datetime) -> list[User]:
    """Give the assignment to these learners; returns those who had it not. Who had it once gets it back as it was."""
    has = {share.learner_id: share for share in assignment.shares.filter(learner__in=people)}
    new = [person for person in people if person.pk not in has]
    back = [person for person in people if person.pk in has and has[person.pk].removed_at]
    Share.objects.bulk_create(Share(assignment=assignment, learner=person, since=at) for person in new)
    assignment.shares.filter(learner__in=back).update(removed_at=None, since=at)
    added = [person for person in people if person in new or person in back]
    if added:
        log.note(assignment, actor, at, What.ADDED, learners=[person.pk for person in added])
    return added


def leave_out(
    assignment: Assignment, abouts: Sequence[Described], without: Mapping[Thing, Collection[UUID]], actor: User,
    at: datetime,
) -> None:  # fmt: skip
    """Of those who have the assignment, these need not do these things of it."""
    shares = {share.learner_id: share for share in assignment.shares.all()} if without else {}
    for about in abouts:
        who = [key for key in shares if key in without.get(about.thing, ())]
        for key in who:
            shares[key].without = [*shares[key].without, about.thing.mark]
        if who:
            log.note(assignment, actor, at, What.LEFT_OUT, learners=who, thing=about.title)
    Share.objects.bulk_update([share for share in shares.values() if share.without], ["without"])
