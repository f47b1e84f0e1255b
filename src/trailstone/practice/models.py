"""The log: what was started, asked and answered. Rows are added, never rewritten (an attempt is closed once).

Hot tables carry the school first in their keys, so that one day they can be spread over machines by school.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from trailstone.content.models import Course, Skill
from trailstone.ids import uuid7
from trailstone.people.models import Classroom, School, User


class State(models.TextChoices):
    OPEN = "open"
    FINISHED = "finished"
    RESTARTED = "restarted"  # dropped by the learner for a fresh start: no level changed
    LAPSED = "lapsed"  # a mastery challenge not finished within its 12 hours


class Attempt(models.Model):
    """One learner's go at one activity. ``subject`` names what it is about: ``skill:12``, ``quiz:alg1/equations:2``,
    ``unit:alg1/equations`` or ``course:alg1``. ``assignment_id``: asks what all learners of that assignment are
    asked, with no bonus question; None: questions of its own."""

    pk = models.CompositePrimaryKey("school_id", "id")
    school = models.ForeignKey(School, models.PROTECT, db_index=False, related_name="+")
    id = models.UUIDField(default=uuid7)
    learner = models.ForeignKey(User, models.CASCADE, db_index=False, related_name="+")
    course = models.ForeignKey(Course, models.PROTECT, db_index=False, related_name="+")
    activity = models.CharField(max_length=20)
    subject = models.CharField(max_length=120)
    policy = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    right = models.PositiveSmallIntegerField(default=0)
    asked = models.PositiveSmallIntegerField(default=0)
    assignment_id = models.UUIDField(null=True, editable=False)
    # What was arranged for the learner when it began: words of ``mastery.accommodations`` with spaces between.
    arranged = models.CharField(max_length=100, blank=True, default="", db_default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["school", "learner", "course", "activity", "subject"],
                condition=Q(state="open", assignment_id=None),
                name="one_open_own_attempt_at_a_thing",
            ),
            models.UniqueConstraint(
                fields=["school", "learner", "assignment_id", "activity", "subject"],
                condition=Q(state="open", assignment_id__isnull=False),
                name="one_open_attempt_at_what_is_assigned",
            ),
            models.CheckConstraint(
                condition=Q(state="finished", finished_at__isnull=False)
                | (~Q(state="finished") & Q(finished_at__isnull=True)),
                name="finished_has_a_time",
            ),
            models.UniqueConstraint(fields=["school", "id"], name="attempt_key"),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "learner", "-started_at"], name="attempts_of_a_learner")]


class Asked(models.Model):
    """One question of an attempt, fixed when the attempt starts (the bonus question: when it is taken)."""

    pk = models.CompositePrimaryKey("school_id", "id")
    school = models.ForeignKey(School, models.PROTECT, db_index=False, related_name="+")
    id = models.UUIDField(default=uuid7)
    attempt_id = models.UUIDField()
    attempt = models.ForeignObject(
        Attempt,
        models.CASCADE,
        from_fields=["school", "attempt_id"],
        to_fields=["school", "id"],
        related_name="questions",
    )
    position = models.PositiveSmallIntegerField()
    skill = models.ForeignKey(Skill, models.PROTECT, db_index=False, related_name="+")
    version = models.PositiveSmallIntegerField()
    seed = models.BigIntegerField()
    bonus = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "attempt_id", "position"], name="one_question_a_place")
        ]


class Kind(models.TextChoices):
    ANSWER = "answer"
    HINT = "hint"
    SOLUTION = "solution"
    SKIP = "skip"


class Answer(models.Model):
    """One thing a learner did with a question: an answer, a hint opened, the solution seen, a skip. Only ever added."""

    pk = models.CompositePrimaryKey("school_id", "id")
    school = models.ForeignKey(School, models.PROTECT, db_index=False, related_name="+")
    id = models.UUIDField(default=uuid7)
    attempt_id = models.UUIDField()
    position = models.PositiveSmallIntegerField()
    question = models.ForeignObject(
        Asked,
        models.CASCADE,
        from_fields=["school", "attempt_id", "position"],
        to_fields=["school", "attempt_id", "position"],
        related_name="steps",
    )
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    response = models.JSONField(default=dict)
    mark = models.CharField(max_length=5, blank=True)
    misconception = models.CharField(max_length=60, blank=True)
    ms = models.PositiveIntegerField(default=0)
    client_key = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "attempt_id", "position", "number"], name="one_row_a_step"),
            models.UniqueConstraint(fields=["school", "client_key"], name="counted_once"),
        ]


class Arrangement(models.Model):
    """Something a teacher arranged for one learner of a class (``mastery.accommodations``), and why; ended, not
    deleted. A learner has one level for a skill, so what one class arranges holds in all activities."""

    pk = models.CompositePrimaryKey("school_id", "id")
    school = models.ForeignKey(School, models.PROTECT, db_index=False, related_name="+")
    id = models.UUIDField(default=uuid7)
    classroom = models.ForeignKey(Classroom, models.CASCADE, db_index=False, related_name="+")
    learner = models.ForeignKey(User, models.CASCADE, db_index=False, related_name="+")
    kind = models.CharField(max_length=20)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(User, models.PROTECT, db_index=False, related_name="+")
    at = models.DateTimeField()
    ended_by = models.ForeignKey(User, models.PROTECT, db_index=False, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["school", "learner", "classroom", "kind"],
                condition=Q(ended_at=None),
                name="arranged_once",
            )
        ]
