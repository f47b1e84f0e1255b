"""Schools, people, classes. Nothing is asked of a learner but a name, a user name and a class."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from trailstone.ids import uuid7

DEFAULT_SCHOOL = 1
SOURCE_ID = 120  # letters of a key that the school's own register gives: by it a second import finds its rows again


class School(models.Model):
    """One school. A site has one unless a district says otherwise."""

    name = models.CharField(max_length=120)
    time_zone = models.CharField(max_length=64, default="UTC")
    created_at = models.DateTimeField()
    source_id = models.CharField(max_length=SOURCE_ID, default="", db_default="", blank=True)

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    LEARNER = "learner", "Learner"
    TEACHER = "teacher", "Teacher"
    OWNER = "owner", "Owner"
    DISTRICT = "district", "District leader"  # reads the totals of all schools, teaches nobody


class People(BaseUserManager["User"]):
    """The door that Django's sign-in uses; accounts are made by ``people.actions``."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=(username or "").strip().lower())


class User(AbstractBaseUser):
    """Somebody who can sign in."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    school = models.ForeignKey(School, models.PROTECT, related_name="people")
    role = models.CharField(max_length=10, choices=Role.choices)
    name = models.CharField(max_length=80)
    username = models.CharField(max_length=60, unique=True)  # always lower case
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    reading = models.JSONField(default=dict, blank=True)
    weekly_letter = models.BooleanField(default=False, db_default=False)  # the summary of the week, to ``email``
    created_at = models.DateTimeField()
    source_id = models.CharField(max_length=SOURCE_ID, default="", db_default="", blank=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = People()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="role_is_known"),
            models.UniqueConstraint(
                fields=["school", "source_id"], condition=~Q(source_id=""), name="one_person_of_a_source_id"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["school", "role", "is_active"], name="people_of_a_school")]

    def __str__(self) -> str:
        return self.name

    @property
    def teaches(self) -> bool:
        """True for teachers and for the owner, who may teach too."""
        return self.role in {Role.TEACHER, Role.OWNER}

    @property
    def leads(self) -> bool:
        """True for those who may read the totals of a school: its owner, and the leaders of the district."""
        return self.role in {Role.OWNER, Role.DISTRICT}

    @property
    def taught_classes(self) -> "models.QuerySet[Classroom]":
        """The classes this person teaches: where every look-up of a teacher's page starts."""
        return Classroom.objects.filter(teachings__teacher=self)

    @property
    def joined_classes(self) -> "models.QuerySet[Classroom]":
        """The classes this person learns in now: where every look-up of a learner's page starts."""
        return Classroom.objects.filter(enrolments__learner=self, enrolments__removed_at=None, archived_at=None)


class Classroom(models.Model):
    """A class: some learners, one or more teachers, a code to join by."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    school = models.ForeignKey(School, models.PROTECT, related_name="classes")
    name = models.CharField(max_length=80)
    code = models.CharField(max_length=12, unique=True)
    code_open = models.BooleanField(default=True)
    policy = models.CharField(max_length=20, default="standard")
    created_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True, blank=True)
    code_since = models.DateTimeField(null=True, blank=True)  # when the code was made or opened last
    code_until = models.DateTimeField(null=True, blank=True)  # nobody can join by it from then on
    source_id = models.CharField(max_length=SOURCE_ID, default="", db_default="", blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["school", "source_id"], condition=~Q(source_id=""), name="one_class_of_a_source_id"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def learners(self) -> "models.QuerySet[User]":
        """Who learns in the class now, by name."""
        return User.objects.filter(enrolments__classroom=self, enrolments__removed_at=None).order_by("name", "username")


class Teaching(models.Model):
    """A teacher of a class; several may share one."""

    classroom = models.ForeignKey(Classroom, models.CASCADE, related_name="teachings")
    teacher = models.ForeignKey(User, models.CASCADE, related_name="teachings")
    since = models.DateTimeField()
    here_at = models.DateTimeField(null=True, blank=True)  # when the teacher was last there
    told_since = models.DateTimeField(null=True, blank=True)  # when the visit before this one ended

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["classroom", "teacher"], name="one_teaching_each")]


class Enrolment(models.Model):
    """A learner's place in a class. Removing ends it; work and levels stay."""

    classroom = models.ForeignKey(Classroom, models.CASCADE, related_name="enrolments")
    learner = models.ForeignKey(User, models.CASCADE, related_name="enrolments")
    joined_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    nickname = models.CharField(max_length=80, default="", db_default="", blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["classroom", "learner"], name="one_place_in_a_class")]


class Group(models.Model):
    """Some learners of a class under a name: a table, a set, an extra hour. A learner may be in several."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    classroom = models.ForeignKey(Classroom, models.CASCADE, related_name="groups")
    name = models.CharField(max_length=80)
    created_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["classroom", "name"], condition=Q(removed_at=None), name="one_group_of_a_name_in_a_class"
            )
        ]

    def __str__(self) -> str:
        return self.name


class GroupPlace(models.Model):
    """A learner's place in a group. It sleeps while the learner is not in the class."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="places")
    learner = models.ForeignKey(User, models.CASCADE, related_name="group_places")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["group", "learner"], name="one_place_in_a_group")]


class ClassChange(models.Model):
    """What was done to a class or to who is in it: when, by whom. Only ever added.

    It outlives the class, so the class is a mere key here. ``detail`` holds keys and numbers, never a learner's name.
    """

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    classroom_id = models.UUIDField(db_index=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    what = models.CharField(max_length=20)
    detail = models.JSONField(default=dict)


class CodeAlarm(models.Model):
    """Somebody tried so many wrong class codes that a pause began."""

    at = models.DateTimeField(db_index=True)


class Guesses(models.Model):
    """Wrong guesses at a secret in a window of time that ends at ``until``: see ``people.guesses``."""

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField()
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.count} until {self.until}"


class LearnerNote(models.Model):
    """What a teacher wrote down about a learner of a class. Only the teachers of the class ever see it.

    It goes with the learner or the class when either is deleted. A note that was removed can be brought back for a
    while (``actions.notes``), then the work of the night deletes it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    classroom = models.ForeignKey(Classroom, models.CASCADE, related_name="+")
    learner = models.ForeignKey(User, models.CASCADE, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["classroom", "learner", "at"], name="notes_about_a_learner")]
