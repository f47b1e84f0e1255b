"""Levels: a log of changes with their reasons, and packed rows that a replay of the log reproduces byte for byte."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from trailstone.content.models import Course, Lesson, Skill
from trailstone.ids import uuid7
from trailstone.people.models import School, User


class LevelChange(models.Model):
    """What a finished attempt did to one skill's level: one row for each skill it asked, also when the level stayed.

    A level that a teacher set has a row too: its ``outcome`` is ``mastery.corrections.SET``, and in the place of an
    attempt stands the id of the correction.
    """

    pk = models.CompositePrimaryKey("school_id", "id")
    school = models.ForeignKey(School, models.PROTECT, db_index=False, related_name="+")
    id = models.UUIDField(default=uuid7)
    learner = models.ForeignKey(User, models.CASCADE, db_index=False, related_name="+")
    skill = models.ForeignKey(Skill, models.PROTECT, db_index=False, related_name="+")
    attempt_id = models.UUIDField()
    outcome = models.CharField(max_length=30)
    policy = models.CharField(max_length=20)
    right = models.PositiveSmallIntegerField()
    asked = models.PositiveSmallIntegerField()
    before = models.PositiveSmallIntegerField()
    after = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    pardoned = models.BooleanField(default=False, db_default=False)  # a teacher's correction: it moved nothing

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "attempt_id", "skill"], name="weighed_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["school", "learner", "skill", "at"], name="story_of_a_skill"),
            models.Index(fields=["school", "learner", "at"], name="story_of_a_learner"),
        ]


class Does(models.TextChoices):
    PARDON = "pardon"  # the attempt ``attempt_id`` no longer counts
    SET = "set"  # the ``skill`` is on the ``level`` from here on
    UNDO = "undo"  # the correction ``undoes`` is as if it had never been


class Correction(models.Model):
    """What a teacher corrected, and why. Part of the log: rows are only ever added, and a replay reads them with it.

    ``number`` counts a learner's corrections. ``follows`` says where in the story this one stands: right after the
    attempt that was finished at that moment (empty: before all of them), whatever the clock said.
    """

    pk = models.CompositePrimaryKey("school_id", "id")
    school = models.ForeignKey(School, models.PROTECT, db_index=False, related_name="+")
    id = models.UUIDField(default=uuid7)
    learner = models.ForeignKey(User, models.CASCADE, db_index=False, related_name="+")
    number = models.PositiveIntegerField()
    follows = models.DateTimeField(null=True)
    does = models.CharField(max_length=10, choices=Does.choices)
    attempt_id = models.UUIDField(null=True)
    skill = models.ForeignKey(Skill, models.PROTECT, db_index=False, null=True, related_name="+")
    level = models.PositiveSmallIntegerField(null=True)
    undoes = models.UUIDField(null=True)
    by = models.ForeignKey(User, models.PROTECT, db_index=False, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "learner", "number"], name="corrections_in_order"),
            models.UniqueConstraint(fields=["school", "undoes"], name="undone_once"),
            models.CheckConstraint(
                condition=Q(does="pardon", attempt_id__isnull=False)
                | Q(does="set", skill__isnull=False, level__lte=4)
                | Q(does="undo", undoes__isnull=False),
                name="correction_says_of_what",
            ),
        ]


class CourseProgress(models.Model):
    """One learner's levels in one course: a byte for each skill (0..4) at the skill's slot, and what they add up to.

    ``attempted`` to ``mastered`` are the numbers of skills on these levels among those that count; what a summary of
    100,000 learners adds up, without unpacking a byte.
    """

    pk = models.CompositePrimaryKey("school_id", "learner_id", "course_id")
    school = models.ForeignKey(School, models.PROTECT, db_index=False, related_name="+")
    learner = models.ForeignKey(User, models.CASCADE, db_index=False, related_name="+")
    course = models.ForeignKey(Course, models.PROTECT, db_index=False, related_name="+")
    levels = models.BinaryField()
    points = models.PositiveIntegerField(default=0)
    percent = models.PositiveSmallIntegerField(default=0)
    # Defaults of the database too: the version before this one does not name these columns.
    attempted = models.PositiveSmallIntegerField(default=0, db_default=0)
    familiar = models.PositiveSmallIntegerField(default=0, db_default=0)
    proficient = models.PositiveSmallIntegerField(default=0, db_default=0)
    mastered = models.PositiveSmallIntegerField(default=0, db_default=0)
    updated_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            # A summary reads this and no row: in order of school and course, and small beside the level bytes.
            models.Index(
                fields=["school", "course", "percent", "attempted", "familiar", "proficient", "mastered"],
                name="standing_of_a_school",
            ),
        ]


class WeekOfWork(models.Model):
    """What a learner did in one week of the school, which begins on the Monday ``week``: how long finished activities
    took, how many there were, and how often a skill rose to Proficient or above."""

    pk = models.CompositePrimaryKey("school_id", "learner_id", "week")
    school = models.ForeignKey(School, models.PROTECT, db_index=False, related_name="+")
    learner = models.ForeignKey(User, models.CASCADE, db_index=False, related_name="+")
    week = models.DateField()
    seconds = models.PositiveIntegerField(default=0)
    activities = models.PositiveSmallIntegerField(default=0)
    to_proficient = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["week", "school", "seconds", "activities", "to_proficient"], name="work_of_a_week"),
        ]


class ReadMark(models.Model):
    """A learner opened a lesson's article and said it was read."""

    pk = models.CompositePrimaryKey("school_id", "learner_id", "lesson_id")
    school = models.ForeignKey(School, models.PROTECT, db_index=False, related_name="+")
    learner = models.ForeignKey(User, models.CASCADE, db_index=False, related_name="+")
    lesson = models.ForeignKey(Lesson, models.CASCADE, db_index=False, related_name="+")
    at = models.DateTimeField()
