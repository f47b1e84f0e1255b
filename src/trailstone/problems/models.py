"""Problems with questions, as learners report them: which question, what about it, and whether somebody looked."""

from typing import ClassVar

from django.db import models

from trailstone.content.models import Skill
from trailstone.ids import uuid7
from trailstone.people.models import School, User


class What(models.TextChoices):
    """What a learner may say is wrong. A few plain sentences: no essay is asked of a child."""

    ANSWER = "answer", "My answer should be right"
    WORDS = "words", "I do not understand what is asked"
    FAULT = "fault", "A number, a word or the picture is wrong"
    SCREEN = "screen", "I cannot see it or type my answer"


class Problem(models.Model):
    """One learner's report about one question of an attempt. Template, version and seed make the question again."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    school = models.ForeignKey(School, models.PROTECT, related_name="+")
    learner = models.ForeignKey(User, models.CASCADE, related_name="+")
    attempt_id = models.UUIDField()
    position = models.PositiveSmallIntegerField()
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    seed = models.BigIntegerField()
    what = models.CharField(max_length=10, choices=What.choices)
    note = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True)
    looked_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["learner", "attempt_id", "position"], name="one_report_a_question"),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "looked_at", "at"], name="problems_waiting")]
