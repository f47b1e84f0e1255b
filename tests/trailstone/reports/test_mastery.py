from random import Random

from mastery import percent
from mastery.points import points
from tests.trailstone.cast import join, person, set_unit
from trailstone.content.catalogue import CATALOGUE, course_map, courses
from trailstone.content.models import Placement, Unit
from trailstone.reports import queries
from trailstone.reports.standing import AT_ONCE, Block, Part, parts, percents, tally

P, M, F, A = 3, 4, 2, 1


def shown(report):
    return {row.name: (row.course.percent, *(share.percent for share in row.units)) for row in report.rows}


def test_each_learner_has_the_course_and_every_unit_in_percent(school):
    set_unit(school.ben, "tiny/one", M, P, F)
    set_unit(school.ben, "tiny/two", M, M)
    set_unit(school.cho, "tiny/one", A)
    report = queries.mastery(school.room, school.tiny)
    assert shown(report) == {"Ben": (61, 77, 50), "Cho": (0, 0, 0), "Dina": (0, 0, 0)}
    assert [share.points for share in report.rows[0].units] == [230, 200]


def test_a_column_says_the_middle_the_mean_and_the_counts(school):
    set_unit(school.ben, "tiny/one", M, P, F)
    set_unit(school.cho, "tiny/one", F, F, F)
    whole, one, two = queries.mastery(school.room, school.tiny).columns
    assert (one.median, one.mean, one.counts, one.possible) == (50, 42, (3, 0, 4, 1, 1), 300)
    assert (whole.unit, whole.median, two.unit.id, two.median) == (None, 21, "tiny/two", 0)


def test_an_empty_class_has_no_middle(school):
    assert not queries.mastery(school.other, school.tiny).columns[0].median
    school.eli.enrolments.all().delete()
    report = queries.mastery(school.other, school.tiny)
    assert (report.rows, report.columns[0].median, report.columns[1].mean) == ((), None, None)


def test_a_unit_without_mastery_is_shown_and_not_counted(school):
    Unit.objects.filter(pk="tiny/two").update(mastery_on=False)
    CATALOGUE.forget()
    set_unit(school.ben, "tiny/two", M, M, M, M)
    report = queries.mastery(school.room, course_map("tiny"))
    assert shown(report)["Ben"] == (0, 0, 100)


def test_the_report_takes_two_queries_for_3_learners_and_for_30(school, django_assert_num_queries):
    for number in range(27):
        set_unit(join(school.room, person(school.school, f"Learner {number:02}")), "tiny/one", P)
    courses()
    for room, learners in ((school.other, 1), (school.room, 30)):
        with django_assert_num_queries(2):
            assert len(queries.mastery(room, school.tiny).rows) == learners


def test_the_quick_percent_is_the_percent_of_the_rules(school):
    """Rows laid end to end and added up by stride say what ``mastery.percent`` says skill by skill."""
    rng = Random(5)
    rows = [bytes(rng.randrange(5) for _ in range(school.tiny.slots)) for _ in range(40)]
    for part in parts(school.tiny):
        block = Block(rows, school.tiny.slots)
        slow = [percent([row[slot] for slot in part.slots]) for row in rows]
        assert [percents(part.possible)[points] for points in block.points(part)] == slow
        assert list(block.percents(part)) == slow


def test_a_part_of_any_size_is_added_up_and_counted():
    """Of none, of as many skills as fit in a byte a learner, of one more; and a row that ends early is zeros."""
    rng, slots = Random(6), 2 * AT_ONCE + 3
    rows = [bytes(rng.choices(range(5), (1, 1, 1, 1, 9), k=slots - cut)) for cut in (0, 0, 7)]
    whole = [row.ljust(slots, b"\0") for row in rows]
    for size in (0, 1, AT_ONCE, AT_ONCE + 1, slots):
        part, block = Part(None, tuple(rng.sample(range(slots), size))), Block(rows, slots)
        levels = [[row[slot] for slot in part.slots] for row in whole]
        assert block.points(part) == [points(each) for each in levels]
        assert list(block.percents(part)) == [percent(each) for each in levels]
        assert block.counts(part) == tally([level for each in levels for level in each])
    assert Block([], slots).points(part) == []
    assert Block([], slots).counts(part) == (0, 0, 0, 0, 0)


def test_slots_out_of_order_are_found(school):
    """A skill that came later has a later slot, wherever it stands in its unit."""
    first, last = Placement.objects.filter(course_id="tiny").order_by("slot")[:7:6]
    Placement.objects.filter(pk=first.pk).update(slot=99)
    Placement.objects.filter(pk=last.pk).update(slot=0)
    Placement.objects.filter(pk=first.pk).update(slot=6)
    CATALOGUE.forget()
    set_unit(school.ben, "tiny/one", M, P, F)
    report = queries.mastery(school.room, course_map("tiny"))
    assert shown(report)["Ben"] == (33, 77, 0)
    assert queries.skills(school.room, course_map("tiny"), "tiny/one").rows[0].levels == (4, 3, 2)
