"""What the site does by itself, and what came of it."""

from typing import ClassVar

from django.db import models

from trailstone.people.models import User


class Outcome(models.TextChoices):
    NEVER = "", "not yet"
    RUNNING = "running", "running"
    GOOD = "good", "good"
    FAILED = "failed", "failed"


class Job(models.Model):
    """One nightly job: when it is due, and what came of the last run.

    ``message`` is a sentence for the owner; ``failures`` counts the tries that failed since the last good one.
    ``step`` and ``share`` (percent) say how far a run has come.
    """

    name = models.CharField(primary_key=True, max_length=40)
    due = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    good_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True, default=Outcome.NEVER)
    message = models.TextField(blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    step = models.CharField(max_length=60, blank=True)
    share = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.name


class Letter(models.Model):
    """That a teacher was sent the summary of the week that began on the Monday ``week``. Written before the letter is
    handed in, so that none is sent twice, whatever is restarted meanwhile."""

    teacher = models.ForeignKey(User, models.CASCADE, related_name="+")
    week = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["teacher", "week"], name="one_letter_a_week")]

    def __str__(self) -> str:
        return str(self.week)
