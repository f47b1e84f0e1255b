"""Making the demo school and letting its past month happen."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from random import Random

from django.contrib.auth.hashers import make_password
from django.db import transaction

from trailstone.content.catalogue import course_map
from trailstone.goals import actions as goals
from trailstone.goals.models import Aim
from trailstone.goals.queries import school_days
from trailstone.operate.demo import cast, desk, year
from trailstone.operate.demo.assigning import assign
from trailstone.operate.demo.cast import Character
from trailstone.operate.demo.learning import Learner
from trailstone.people import actions as people
from trailstone.people.models import Classroom, School, User

SEED = 8
DAYS = 30
Progress = Callable[[int, int], None]


def exists() -> bool:
    """Whether the site has a school already, the demo's or a real one."""
    return School.objects.exists()


def make(*, now: datetime, progress: Progress) -> None:
    """Make the school as it stands ``now`` after a month of work; ``progress(done, of)`` is told after each day."""
    rng = Random(SEED)
    first = now - timedelta(days=DAYS)
    with transaction.atomic():
        teacher = _teacher(first)
        classroom, users = _class(teacher, cast.CLASS, cast.LEARNERS, first)
        goals.place(
            actor=teacher,
            classroom=classroom,
            course_id=cast.COURSE,
            learners=None,
            due=_year_end(now.date()),
            at=first,
        )
        year.keep_the_calendar(teacher, first)
        _unit_goals(teacher, classroom, now, first)
        assign(teacher, classroom, now)
        _club(teacher, first)
    learners = [
        Learner(user, character, course_map(cast.COURSE), Random(rng.random()), first)
        for user, character in zip(users, cast.LEARNERS, strict=True)
    ]
    _live(learners, first, now, progress)
    with transaction.atomic():
        _class_learners(teacher, classroom, [cast.LATE_JOINER], now - timedelta(hours=5))
        _celebrated_but_the_last(now)
        year.lay_the_year_out(teacher, classroom, now - timedelta(hours=4), _year_end(now.date()))
        desk.tidy_the_desk(teacher, classroom, now - timedelta(hours=3))


def _teacher(at: datetime) -> User:
    name, username = cast.TEACHER
    teacher = people.first_run(
        school_name=cast.SCHOOL, time_zone="Europe/London", name=name, username=username, password=cast.PASSWORD, at=at
    )
    colleague, short = cast.COLLEAGUE
    people.add_teacher(actor=teacher, name=colleague, username=short, password=cast.PASSWORD, at=at)
    User.objects.filter(username=short).update(must_change_password=False)
    return teacher


def _class(teacher: User, name: str, characters: Sequence[Character], at: datetime) -> tuple[Classroom, list[User]]:
    classroom = people.open_class(actor=teacher, name=name, at=at)
    goals.edit_courses(actor=teacher, classroom=classroom, course_ids=[cast.COURSE], at=at)
    return classroom, _class_learners(teacher, classroom, characters, at)


def _class_learners(teacher: User, classroom: Classroom, characters: Iterable[Character], at: datetime) -> list[User]:
    """Accounts from pasted names; in the demo all have one password that the start prints."""
    names = [character.name for character in characters]
    people.add_learners(actor=teacher, classroom=classroom, pasted="\n".join(names), at=at)
    classroom.learners.filter(name__in=names).update(password=make_password(cast.PASSWORD), must_change_password=False)
    found = {user.name: user for user in classroom.learners}
    return [found[name] for name in names]


def _unit_goals(teacher: User, classroom: Classroom, now: datetime, first: datetime) -> None:
    days, friday = school_days(classroom.school), _next_friday(now).date()
    plan = (
        ("foundations", first, days.back((now - timedelta(days=9)).date())),
        ("equations", now - timedelta(days=18), days.onwards(friday)),
        ("inequalities", now - timedelta(days=2), days.onwards(friday + timedelta(days=21))),
    )
    for unit, at, due in plan:
        goals.set_unit_goals(
            actor=teacher, classroom=classroom, unit_ids=[f"{cast.COURSE}/{unit}"], learners=None, due=due, at=at
        )


def _club(teacher: User, at: datetime) -> None:
    """A second class that has only just begun."""
    _class(teacher, cast.SECOND_CLASS, cast.CLUB, at)


def _next_friday(now: datetime) -> datetime:
    return now + timedelta(days=(4 - now.weekday()) % 7 or 7)


def _year_end(today: date) -> date:
    """The end of the school year: the next 12 June at least ten weeks away."""
    end = date(today.year, 6, 12)
    return end if end - today > timedelta(weeks=10) else date(today.year + 1, 6, 12)


def _live(learners: Sequence[Learner], first: datetime, now: datetime, progress: Progress) -> None:
    days = [first + timedelta(days=n) for n in range(DAYS)]
    school_days = [day for day in days if day.weekday() < 5]
    for done, day in enumerate(school_days, start=1):
        for learner in learners:
            if _comes(learner, day, now):
                afternoon = datetime.combine(day.date(), time(14, learner.rng.randrange(60)), tzinfo=day.tzinfo)
                with transaction.atomic():
                    User.objects.filter(pk=learner.user.pk).update(last_login=afternoon)
                    learner.afternoon(afternoon)
        progress(done, len(school_days))


def _comes(learner: Learner, day: datetime, now: datetime) -> bool:
    away = learner.character.name == cast.INACTIVE and now - day < timedelta(days=10)
    return not away and learner.rng.random() < learner.character.comes


def _celebrated_but_the_last(now: datetime) -> None:
    """Every achieved goal was celebrated at once, but for the latest: that one waits for its learner."""
    reached = list(Aim.objects.exclude(achieved_at=None).order_by("-achieved_at").select_related("learner"))
    for aim in reached[1:]:
        goals.celebrate(learner=aim.learner, aim_id=aim.pk, at=aim.achieved_at or now)
