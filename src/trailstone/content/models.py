"""Courses as the site offers them. Loaded from packages; learners never write here."""

from typing import ClassVar

from django.db import models
from django.db.models import Value


class Course(models.Model):
    """A course, for example ``alg1``. ``version`` changes whenever loading changed anything in it."""

    id = models.CharField(primary_key=True, max_length=40)
    title = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(default=0)
    mastery_on = models.BooleanField(default=True)
    version = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["position", "id"]

    def __str__(self) -> str:
        return self.title


class Unit(models.Model):
    """A unit of a course; ``quiz_after`` holds the skill positions (1-based) after which a quiz stands."""

    id = models.CharField(primary_key=True, max_length=80)
    course = models.ForeignKey(Course, models.CASCADE, related_name="units")
    title = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField()
    mastery_on = models.BooleanField(default=True)
    quiz_after = models.JSONField(default=list)
    unit_test = models.PositiveSmallIntegerField(null=True)
    after = models.JSONField(default=list)
    retired = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["course", "position"]

    def __str__(self) -> str:
        return self.title


class Lesson(models.Model):
    """A lesson of a unit, and the name of its article (empty when there is none)."""

    id = models.CharField(primary_key=True, max_length=120)
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="lessons")
    title = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField()
    article_title = models.CharField(max_length=120, blank=True)
    minutes = models.PositiveSmallIntegerField(default=0)
    retired = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["unit", "position"]

    def __str__(self) -> str:
        return self.title


class Skill(models.Model):
    """One skill = one exercise. ``slug`` is its id in the map (``alg1/equations/...``) and never changes."""

    id = models.AutoField(primary_key=True)
    slug = models.CharField(max_length=160, unique=True)
    name = models.CharField(max_length=160)
    standards = models.JSONField(default=list)
    questions = models.PositiveSmallIntegerField(default=4)
    calculator = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Placement(models.Model):
    """Where a skill stands in a course. ``slot``, its byte in packed progress rows, is given once and never reused;
    ``after`` holds the slugs of the skills that it builds on there."""

    course = models.ForeignKey(Course, models.CASCADE, related_name="placements")
    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="placements")
    skill = models.ForeignKey(Skill, models.CASCADE, related_name="placements")
    position = models.PositiveSmallIntegerField()
    slot = models.PositiveSmallIntegerField()
    after = models.JSONField(default=list, db_default=Value([], models.JSONField()))
    retired = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["course", "lesson__unit__position", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["course", "skill"], name="a_skill_stands_once_in_a_course"),
            models.UniqueConstraint(fields=["course", "slot"], name="a_slot_is_given_once"),
        ]
