"""What teachers assign: some things to do, from a start to a due moment, to learners of one class.

Nothing here grows with learners' work: how far they are is read from the log (see ``work``).
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q, Value

from trailstone.content.models import Course
from trailstone.ids import uuid7
from trailstone.people.models import Classroom, User


class Kind(models.TextChoices):
    """What can be assigned. But for articles, the text is that of ``mastery.Activity``."""

    ARTICLE = "article"
    EXERCISE = "exercise"
    QUIZ = "quiz"
    UNIT_TEST = "unit-test"
    COURSE_CHALLENGE = "course-challenge"


class Assignment(models.Model):
    """One assignment of one class.

    ``starts_at`` and ``due_at`` are moments; ``zone`` is the time zone they were set in and are shown in, whatever the
    school's becomes. A draft has no ``published_at``. ``for_all``: given to the whole class, so that late joiners are
    offered. ``same_questions``: those of the items, the same for everybody, and no bonus question.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    classroom = models.ForeignKey(Classroom, models.CASCADE, related_name="assignments")
    title = models.CharField(max_length=120, blank=True)
    instructions = models.TextField(blank=True)
    starts_at = models.DateTimeField()
    due_at = models.DateTimeField()
    zone = models.CharField(max_length=64)
    same_questions = models.BooleanField(default=False)
    for_all = models.BooleanField(default=False)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(due_at__gt=F("starts_at")), name="due_after_its_start"),
        ]
        indexes: ClassVar = [models.Index(fields=["classroom", "due_at"], name="assignments_of_a_class")]


class Item(models.Model):
    """One thing to do. ``subject`` is that of ``practice.Attempt``; of an article, ``lesson:`` and the lesson's id.

    ``questions``: of an assignment with the same questions for all, ``[skill id, version, seed]`` of each, in order.
    """

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    course = models.ForeignKey(Course, models.PROTECT, related_name="+")
    subject = models.CharField(max_length=140)
    questions = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["assignment", "kind", "subject"], name="a_thing_is_assigned_once")
        ]

    @property
    def key(self) -> str:
        """The thing as ``Share.without`` names it."""
        return f"{self.kind}|{self.subject}"


class Share(models.Model):
    """One learner's part in an assignment. ``due_at``: a later moment than the others', when the teacher gave one.

    ``without``: the things (``Item.key``) that this learner need not do, because the teacher left them out.
    """

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="shares")
    learner = models.ForeignKey(User, models.CASCADE, related_name="assignment_shares")
    since = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    without = models.JSONField(default=list, db_default=Value([], models.JSONField()))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["assignment", "learner"], name="one_share_a_learner_and_assignment")
        ]


class AssignmentChange(models.Model):
    """What was done to an assignment, when and by whom. Only ever added."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="changes")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    what = models.CharField(max_length=20)
    detail = models.JSONField(default=dict)
