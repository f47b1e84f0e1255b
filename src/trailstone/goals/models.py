"""Which courses a class works on, the mastery goals its teachers set, and the school's calendar they lie in."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from trailstone.content.models import Course, Unit
from trailstone.ids import uuid7
from trailstone.people.models import Classroom, School, User


class ClassCourse(models.Model):
    """A course attached to a class (*Edit courses*), in the teacher's order."""

    classroom = models.ForeignKey(Classroom, models.CASCADE, related_name="class_courses")
    course = models.ForeignKey(Course, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["classroom", "course"], name="a_course_is_attached_once")
        ]


class Goal(models.Model):
    """A course mastery goal (``unit`` empty) or a unit mastery goal of a class. Each learner has their own due date."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    classroom = models.ForeignKey(Classroom, models.CASCADE, related_name="goals")
    course = models.ForeignKey(Course, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    target = models.PositiveSmallIntegerField(default=80)
    starts = models.DateField(null=True, blank=True)  # when the class turns to the unit; none for "at once"
    due = models.DateField()
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["classroom", "course"],
                condition=Q(unit=None, archived_at=None),
                name="one_active_course_goal",
            ),
            models.UniqueConstraint(
                fields=["classroom", "unit"],
                condition=Q(unit__isnull=False, archived_at=None),
                name="one_active_unit_goal",
            ),
            models.CheckConstraint(condition=Q(target__gte=50, target__lte=100), name="target_from_50_to_100"),
        ]


class Aim(models.Model):
    """One learner's share in a goal: the due date, when it was achieved, whether it was celebrated and seen."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="aims")
    learner = models.ForeignKey(User, models.CASCADE, related_name="aims")
    due = models.DateField()
    since = models.DateTimeField()
    unassigned_at = models.DateTimeField(null=True, blank=True)
    achieved_at = models.DateTimeField(null=True, blank=True)
    celebrated_at = models.DateTimeField(null=True, blank=True)
    seen_by_teacher_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["goal", "learner"], name="one_aim_a_learner_and_goal")]


class GoalChange(models.Model):
    """What was done to a goal, when and by whom. Only ever added."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="changes")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    what = models.CharField(max_length=20)
    detail = models.JSONField(default=dict)


class Holiday(models.Model):
    """Days without school, from the first to the last; both are free. One calendar for the whole school."""

    school = models.ForeignKey(School, models.CASCADE, related_name="holidays")
    name = models.CharField(max_length=60)
    first = models.DateField()
    last = models.DateField()
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["first", "last", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "name", "first", "last"], name="a_holiday_is_entered_once"),
            models.CheckConstraint(condition=Q(last__gte=models.F("first")), name="a_holiday_ends_after_it_began"),
        ]


class Starter(models.Model):
    """What no other row says of a class's first steps: that its reports were opened, that the list was put away."""

    classroom = models.OneToOneField(Classroom, models.CASCADE, primary_key=True, related_name="starter")
    reports_at = models.DateTimeField(null=True, blank=True)
    dismissed_at = models.DateTimeField(null=True, blank=True)
