"""Answers in the journal, and back from it into a school that was restored."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from tests.trailstone.assignments.conftest import Desk
from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import finish_exercise, give
from trailstone.operate.backup.errors import Refused
from trailstone.operate.journal import days, kinds, lines, state
from trailstone.operate.journal.follow import BEGINNING, LOOK, OVERLAP, Follower, lowest
from trailstone.operate.journal.replay import bring_back, missing
from trailstone.people.models import User
from trailstone.practice import queries, start
from trailstone.practice.actions import restart
from trailstone.practice.models import Answer, Asked, Attempt
from trailstone.progress.models import CourseProgress, LevelChange, WeekOfWork
from trailstone.progress.replay import differences

DAY = date(2027, 3, 1)
LATER = MONDAY + timedelta(minutes=30)


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir()
    return settings.DATA


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "stick"


@pytest.fixture
def follower(folder, data):
    return Follower(folder, data)


@pytest.fixture
def free_port(settings):
    settings.PORT = 1  # nobody listens there, and root may look
    return settings.PORT


def rows(*models):
    """What the log says, without what a replay may number anew."""
    own = {Attempt: ("id", "subject", "state", "finished_at", "right", "asked", "started_at", "policy")}
    own |= {Asked: ("attempt_id", "position", "skill_id", "version", "seed", "bonus")}
    own |= {Answer: ("attempt_id", "position", "number", "kind", "response", "mark", "client_key", "at", "ms")}
    own |= {LevelChange: ("attempt_id", "skill_id", "outcome", "before", "after", "at", "right", "asked")}
    own |= {CourseProgress: ("learner_id", "course_id", "levels", "points", "percent")}
    own |= {WeekOfWork: ("learner_id", "week", "seconds", "activities", "to_proficient")}
    return {model: sorted(map(repr, model.objects.values_list(*own[model]))) for model in models or own}


def lose(since=MONDAY):
    """The school is as the backup of ``since`` has it: what came later is gone."""
    Attempt.objects.filter(started_at__gte=since).delete()
    LevelChange.objects.filter(at__gte=since).delete()
    for model in (CourseProgress, WeekOfWork):
        model.objects.all().delete()


def practise(school, rng):
    """A morning: two exercises to their end, one dropped and begun again, one with its bonus question."""
    first, second, third, fourth = school.alg1.units[0].skills[:4]
    finish_exercise(school.ben, school.alg1, first, [True, True, True, True], rng)
    finish_exercise(school.ben, school.alg1, second, [False, False, True, True], rng, at=MONDAY + timedelta(minutes=5))
    begun = {"learner": school.ben, "course": school.alg1, "skill": third, "rng": rng}
    dropped = start.start_exercise(**begun, at=MONDAY + timedelta(minutes=10))
    give(school.ben, dropped, [False, False], at=MONDAY + timedelta(minutes=10))
    restart(learner=school.ben, attempt_id=dropped)
    again = start.start_exercise(**begun, at=MONDAY + timedelta(minutes=15))
    give(school.ben, again, [True], at=MONDAY + timedelta(minutes=15))
    bonus = start.start_exercise(**begun | {"learner": school.cho, "skill": fourth}, at=MONDAY)
    give(school.cho, bonus, [True, False, True, True])
    start.take_bonus(learner=school.cho, attempt_id=bonus, at=MONDAY + timedelta(minutes=2), rng=rng)
    give(school.cho, bonus, [True], at=MONDAY + timedelta(minutes=3))


def replayed(folder):
    found = missing(folder)
    assert bring_back(found, lambda *_: None) == []
    return found


def test_what_was_lost_since_the_backup_comes_back_with_every_level(school, rng, follower, folder):
    practise(school, rng)
    before = rows()
    follower.look(LATER)
    lose()
    assert rows() != before
    found = replayed(folder)
    assert (len(found.attempts), len(found.finished), found.known, found.nobodys) == (5, 3, 0, 0)
    assert rows() == before
    assert queries.open_attempts(school.ben).count() == 1
    assert [one for learner in (school.ben, school.cho) for one in differences(learner)] == []


def test_a_second_replay_changes_nothing(school, rng, follower, folder):
    practise(school, rng)
    follower.look(LATER)
    lose()
    replayed(folder)
    before = rows()
    found = missing(folder)
    assert (found.any, found.known) == (False, Answer.objects.count())
    replayed(folder)
    assert rows() == before


def test_an_attempt_that_the_backup_has_half_done_is_finished(school, rng, follower, folder):
    skill = school.alg1.units[0].skills[0]
    attempt = start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=rng)
    give(school.ben, attempt, [True, True])
    give(school.ben, attempt, [True, True], at=MONDAY + timedelta(minutes=3))
    before = rows()
    follower.look(LATER)
    Answer.objects.filter(at__gte=MONDAY + timedelta(minutes=3)).delete()
    Attempt.objects.update(state="open", finished_at=None, right=0)
    for model in (LevelChange, CourseProgress, WeekOfWork):
        model.objects.all().delete()
    replayed(folder)
    assert rows() == before


def test_what_was_answered_after_the_restore_stays(school, rng, follower, folder):
    practise(school, rng)
    follower.look(LATER)
    lose()
    first = school.alg1.units[0].skills[0]
    finish_exercise(school.ben, school.alg1, first, [False, False, False, False], rng, at=MONDAY + timedelta(days=1))
    replayed(folder)
    assert Attempt.objects.filter(learner=school.ben, state="finished").count() == 3
    assert list(differences(school.ben)) == []


def test_people_whom_the_backup_does_not_know_are_counted_and_left_out(school, rng, follower, folder):
    practise(school, rng)
    follower.look(LATER)
    cho = Answer.objects.filter(question__attempt__learner=school.cho).count()
    lose()
    school.cho.delete()
    found = missing(folder)
    assert found.nobodys == cho > 0
    assert {record["learner_id"] for record in found.attempts} == {str(school.ben.pk)}


def test_each_row_is_written_once_and_a_later_look_adds_only_what_is_new(school, rng, follower, folder):
    skill = school.alg1.units[0].skills[0]
    attempt = start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=rng)
    follower.look(MONDAY)
    assert follower.look(MONDAY + timedelta(seconds=2)) == 0
    give(school.ben, attempt, [True], at=MONDAY)
    assert follower.look(MONDAY + timedelta(seconds=4)) == 1
    assert follower.look(MONDAY + timedelta(seconds=6)) == 0
    told = [record["is"] for record in days.records(folder)]
    assert sorted(told) == ["answer", "asked", "asked", "asked", "asked", "attempt", "mark", "mark"]


def test_a_row_that_is_committed_late_is_not_left_out(school, rng, follower, folder):
    follower.look(MONDAY)
    skill = school.alg1.units[0].skills[0]
    begun = MONDAY - OVERLAP + timedelta(seconds=5)  # its transaction took that long
    start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=begun, rng=rng)
    assert follower.look(MONDAY + timedelta(seconds=2)) == 5


@pytest.mark.parametrize("step", [timedelta(hours=-1), timedelta(days=-2), timedelta(days=2)])
def test_a_clock_that_is_stepped_loses_nothing(school, rng, follower, folder, step):
    """The site's clock and the follower's are one."""
    first, second = school.alg1.units[0].skills[:2]
    finish_exercise(school.ben, school.alg1, first, [True] * 4, rng)
    follower.look(LATER)
    finish_exercise(school.ben, school.alg1, second, [True] * 4, rng, at=LATER + step)
    follower.look(LATER + step + timedelta(seconds=40))
    before = rows()
    lose(BEGINNING)
    replayed(folder)
    assert rows() == before


def test_a_new_process_goes_on_where_the_last_one_stopped(school, rng, follower, folder, data):
    first, second = school.alg1.units[0].skills[:2]
    finish_exercise(school.ben, school.alg1, first, [True] * 4, rng)
    follower.look(LATER)
    finish_exercise(school.ben, school.alg1, second, [True] * 4, rng, at=LATER)
    assert Follower(folder, data).look(LATER + timedelta(hours=3)) == 1 + 4 + 4 + 1


def test_a_looks_statements_do_not_grow_with_the_log(school, rng, follower, django_assert_max_num_queries):
    follower.look(MONDAY)
    with django_assert_max_num_queries(10):
        follower.look(MONDAY + timedelta(seconds=2))


def test_every_column_of_the_log_is_in_the_journal_or_comes_back_by_itself():
    for kind, model in kinds.MODELS.items():
        columns = {field.attname for field in model._meta.concrete_fields} - {"skill_id"} | (
            {"skill__slug"} if kind in {"asked", "correction"} else set()
        )
        assert columns == set(kinds.FIELDS[kind]) | kinds.DERIVED.get(kind, set())


def test_the_journal_names_nobody(school, rng, follower, folder):
    for number, user in enumerate(User.objects.all()):
        User.objects.filter(pk=user.pk).update(name=f"Canary {number}", username=f"canary.{number}")
    practise(school, rng)
    follower.look(LATER)
    assert "canary" not in next(iter(folder.iterdir())).read_text().lower()


def test_a_stick_that_is_away_is_told_and_waited_for(school, rng, tmp_path, data, caplog):
    follower = Follower(tmp_path / "media" / "stick", data)

    class Rounds:
        """Three looks; before the last one the stick is plugged in."""

        count = 0

        def is_set(self):
            return self.count == 3

        def wait(self, seconds):
            assert seconds == LOOK
            self.count += 1
            if self.count == 2:
                assert "plugged in" in state.read(data).failed_why
                (tmp_path / "media").mkdir()

    practise(school, rng)
    follower.run(Rounds(), lambda: LATER)
    assert state.read(data).failed_why == ""
    assert state.read(data).upto == LATER.isoformat(timespec="seconds")
    assert caplog.text.count("plugged in") == 1
    assert list(days.records(tmp_path / "media" / "stick"))


def whole(folder):
    days_before = [{"is": "mark", "at": str(number)} for number in range(5)]
    folder.mkdir()
    days.append(folder, DAY, days_before)
    return folder / "journal-2027-03-01.jsonl"


def test_a_last_line_left_half_is_passed_over_and_gone_with_the_next_write(folder):
    file = whole(folder)
    file.write_bytes(file.read_bytes()[:-7])
    assert [record["at"] for record in days.records(folder)] == list("0123")
    assert days.last(folder)["at"] == "3"
    days.append(folder, DAY, [{"is": "mark", "at": "new"}])
    assert [record["at"] for record in days.records(folder)] == [*"0123", "new"]


def test_a_damaged_line_in_the_middle_is_refused_by_its_number(folder, school, free_port):
    file = whole(folder)
    text = file.read_text().splitlines(keepends=True)
    file.write_text("".join([*text[:2], text[2].replace("2", "7", 1), *text[3:]]))
    with pytest.raises(Refused, match=r"Line 3 of .*journal-2027-03-01.jsonl is damaged"):
        list(days.records(folder))
    with pytest.raises(CommandError, match="Line 3"):
        call_command("replay-journal", str(folder))


@given(
    st.dictionaries(st.text(), st.text() | st.integers() | st.booleans(), min_size=1),
    st.integers(0),
    st.integers(1, 255),
)
def test_a_line_that_was_changed_is_noticed(record, place, change):
    line = lines.written(record)
    assert lines.read(line) == record
    changed = bytearray(line[:-1])
    changed[place % len(changed)] ^= change
    with pytest.raises(lines.Broken):
        lines.read(bytes(changed))


def test_ids_begin_with_their_time():
    at = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
    assert lowest(at) < lowest(at + timedelta(milliseconds=1))
    assert lowest(at).version == 7


def test_the_command_says_first_and_writes_when_told_to(school, rng, follower, folder, free_port, capsys):
    practise(school, rng)
    before = rows()
    follower.look(LATER)
    lose()
    gone = rows()
    call_command("replay-journal", str(folder))
    said = capsys.readouterr().out
    assert "5 attempts, 3 of them" in said
    assert "Nothing was written" in said
    assert rows() == gone
    call_command("replay-journal", str(folder), "--write")
    assert "the levels agree" in capsys.readouterr().out
    assert rows() == before


def test_a_folder_without_a_journal_is_told(tmp_path, db):
    with pytest.raises(CommandError, match="no journal"):
        call_command("replay-journal", str(tmp_path))


def test_the_look_uses_the_index_of_the_log(school, follower):
    """A look every two seconds must not read a year of answers."""
    if connection.vendor != "sqlite":
        return
    there = Answer.objects.filter(school_id__in=[1], id__gte=lowest(MONDAY)).order_by("id").values_list("id")
    assert "USING" in there.explain()
    assert "SCAN" not in there.explain()


def test_the_same_questions_for_all_come_back_as_such(school, follower, folder):
    """One's own attempt at the same thing stays open beside it, and no bonus question is waited for."""
    desk = Desk(school)
    assigned = desk.assign(same_questions=True)
    own = start.start_exercise(learner=school.ben, course=school.alg1, skill=desk.skill, at=MONDAY, rng=Random(2))
    given = desk.begin(school.ben, assigned)
    give(school.ben, given, [True, False, True, True])
    before = rows()
    follower.look(LATER)
    lose()
    replayed(folder)
    assert rows() == before
    assert [queries.sitting(school.ben, one).assignment_id for one in (own, given)] == [None, assigned.pk]
    assert desk.states(assigned)["Ben"] == "done"
