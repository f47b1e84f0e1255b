import pytest

from tests.trailstone.cast import TODAY, join, person, set_levels, set_unit
from trailstone.content.catalogue import courses
from trailstone.content.models import Unit
from trailstone.reports import queries
from trailstone.reports.arrange import SKILLS, arranged

P, M, F, A = 3, 4, 2, 1


def test_every_learner_has_a_level_for_every_skill_of_the_unit(school):
    set_unit(school.ben, "tiny/one", M, P, F)
    set_unit(school.cho, "tiny/one", A)
    report = queries.skills(school.room, school.tiny, "tiny/one")
    assert [(row.name, row.levels, row.percent) for row in report.rows] == [
        ("Ben", (4, 3, 2), 77),
        ("Cho", (1, 0, 0), 0),
        ("Dina", (0, 0, 0), 0),
    ]
    assert (report.course_title, report.unit_title) == ("Tiny", "Unit one")


def test_a_column_counts_the_learners_on_each_level(school):
    set_unit(school.ben, "tiny/one", M)
    set_unit(school.cho, "tiny/one", A)
    column = queries.skills(school.room, school.tiny, "tiny/one").columns[0]
    assert (column.name, column.counts, column.below_familiar) == ("Skill one 1", (1, 1, 0, 0, 1), 2)


def test_a_skill_opens_to_who_is_where(school):
    set_unit(school.ben, "tiny/one", M)
    report = queries.skills(school.room, school.tiny, "tiny/one")
    found = report.learners_on(report.columns[0].skill_id)
    assert {level: [row.name for row in rows] for level, rows in found.items()} == {
        0: ["Cho", "Dina"], 1: [], 2: [], 3: [], 4: ["Ben"],
    }  # fmt: skip


def test_the_whole_course_shows_every_skill_and_counts_what_counts(school):
    Unit.objects.filter(pk="tiny/two").update(mastery_on=False)
    set_unit(school.ben, "tiny/one", P, P, P)
    from trailstone.content.catalogue import CATALOGUE, course_map

    CATALOGUE.forget()
    report = queries.skills(school.room, course_map("tiny"), None)
    assert len(report.columns) == 7
    assert (report.rows[0].percent, report.rows[0].possible) == (80, 300)


def test_a_unit_of_another_course_is_a_key_error(school):
    with pytest.raises(KeyError):
        queries.skills(school.room, school.tiny, "alg1/equations")


def test_a_skill_in_two_courses_has_one_level(school):
    slug = next(iter(school.alg1.skills.values())).slug
    set_levels(school.ben, {slug: P})
    unit = next(iter(school.alg1.skills.values())).unit_id
    assert queries.skills(school.room, school.alg1, unit).rows[0].levels[0] == P


def test_rows_sort_by_percent_and_equal_ones_by_name(school):
    set_unit(school.cho, "tiny/one", P)
    rows = queries.skills(school.room, school.tiny, "tiny/one").rows
    assert [row.name for row in arranged(rows, SKILLS, sort="percent", down=True)] == ["Cho", "Ben", "Dina"]


def test_another_classs_learners_are_not_in_it(school):
    assert [row.name for row in queries.skills(school.other, school.tiny, "tiny/one").rows] == ["Eli"]


def test_the_report_takes_two_queries_for_3_learners_and_for_30(school, django_assert_num_queries):
    for number in range(27):
        with_work = join(school.room, person(school.school, f"Learner {number:02}"))
        set_unit(with_work, "tiny/one", P)
    courses()
    for room, learners in ((school.other, 1), (school.room, 30)):
        with django_assert_num_queries(2):
            assert len(queries.skills(room, school.tiny, "tiny/one").rows) == learners


def test_today_is_a_monday():
    assert TODAY.weekday() == 0
