import pytest

from tests.trailstone.cast import MONDAY, PASSWORD, join, person
from trailstone.people import actions, queries
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import Classroom, Enrolment, User

CARDS = "Amina Karimi\nFarid Haddad\nBen"


def names_in(room):
    return [row.name for row in queries.roster(room)]


def test_a_new_class_is_its_teachers_and_has_a_code(school):
    room = actions.open_class(actor=school.lund, name=" Maths  7A ", at=MONDAY)
    assert (room.name, room.code_open, len(room.code)) == ("Maths 7A", True, 8)
    assert list(school.lund.taught_classes.order_by("name")) == [school.other, room]


def test_the_second_click_on_create_makes_no_second_class(school):
    with pytest.raises(Refused, match="have a class called 8B already"):
        actions.open_class(actor=school.ada, name="8B", at=MONDAY)
    actions.open_class(actor=school.lund, name="8B", at=MONDAY)  # another teacher's name is free


def test_learners_cannot_open_classes(school):
    with pytest.raises(OutOfReach):
        actions.open_class(actor=school.ben, name="Mine", at=MONDAY)


def test_renaming_keeps_names_apart(school):
    actions.open_class(actor=school.ada, name="7A", at=MONDAY)
    assert actions.rename_class(actor=school.ada, classroom=school.room, name="8B").name == "8B"
    with pytest.raises(Refused, match="7A already"):
        actions.rename_class(actor=school.ada, classroom=school.room, name="7A")


def test_an_archived_class_is_read_only_until_it_is_restored(school):
    actions.archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    assert list(school.ben.joined_classes) == []
    with pytest.raises(Refused, match="Restore the class first"):
        actions.rename_class(actor=school.ada, classroom=school.room, name="8C")
    with pytest.raises(Refused, match="Restore the class first"):
        actions.add_learners(actor=school.ada, classroom=school.room, pasted=CARDS, at=MONDAY)
    actions.restore_class(actor=school.ada, classroom=school.room)
    assert list(school.ben.joined_classes) == [school.room]


@pytest.mark.parametrize(
    "act",
    [
        lambda s: actions.rename_class(actor=s.lund, classroom=s.room, name="Mine"),
        lambda s: actions.archive_class(actor=s.lund, classroom=s.room, at=MONDAY),
        lambda s: actions.restore_class(actor=s.lund, classroom=s.room),
        lambda s: actions.rotate_code(actor=s.lund, classroom=s.room, at=MONDAY),
        lambda s: actions.close_code(actor=s.lund, classroom=s.room),
        lambda s: actions.open_code(actor=s.lund, classroom=s.room, at=MONDAY),
        lambda s: actions.end_code(actor=s.lund, classroom=s.room, last_day=None, at=MONDAY),
        lambda s: actions.delete_class(actor=s.lund, classroom=s.room, typed="8B", at=MONDAY),
        lambda s: actions.add_co_teacher(actor=s.lund, classroom=s.room, username="mr.lund", at=MONDAY),
        lambda s: actions.remove_co_teacher(actor=s.lund, classroom=s.room, teacher=s.ada.pk, at=MONDAY),
        lambda s: actions.hand_over(actor=s.lund, classroom=s.room, username="mr.lund", at=MONDAY),
        lambda s: actions.move_learner(actor=s.lund, classroom=s.room, learner=s.ben.pk, to=s.other, at=MONDAY),
        lambda s: actions.move_learner(actor=s.lund, classroom=s.other, learner=s.eli.pk, to=s.room, at=MONDAY),
        lambda s: actions.nickname_learner(actor=s.lund, classroom=s.room, learner=s.ben.pk, nickname="Benny"),
        lambda s: actions.add_learners(actor=s.lund, classroom=s.room, pasted=CARDS, at=MONDAY),
        lambda s: actions.remove_learner(actor=s.lund, classroom=s.room, learner=s.ben.pk, at=MONDAY),
        lambda s: actions.return_learner(actor=s.lund, classroom=s.room, learner=s.ben.pk, at=MONDAY),
        lambda s: actions.rename_learner(actor=s.lund, classroom=s.room, learner=s.ben.pk, name="Benny"),
        lambda s: actions.reset_password(actor=s.lund, classroom=s.room, learner=s.ben.pk, at=MONDAY),
        lambda s: actions.make_cards(actor=s.lund, classroom=s.room, learners=None, at=MONDAY),
        lambda s: actions.make_cards(actor=s.ben, classroom=s.room, learners=None, at=MONDAY),
    ],
)
def test_another_teachers_class_is_out_of_reach(school, act):
    with pytest.raises(OutOfReach):
        act(school)
    assert names_in(school.room) == ["Ben", "Cho", "Dina"]
    assert User.objects.get(pk=school.ben.pk).check_password(PASSWORD)


def test_pasted_names_become_learners_with_cards(school):
    added = actions.add_learners(actor=school.ada, classroom=school.room, pasted=CARDS, at=MONDAY)
    assert [(card.name, card.username) for card in added.cards] == [
        ("Amina Karimi", "amina.karimi"),
        ("Farid Haddad", "farid.haddad"),
    ]
    assert [row.name for row in added.left_out] == ["Ben"]
    amina = User.objects.get(username="amina.karimi")
    assert amina.check_password(added.cards[0].password)
    assert added.cards[0].password not in str(vars(amina))
    assert names_in(school.room) == ["Amina Karimi", "Ben", "Cho", "Dina", "Farid Haddad"]


def test_sending_the_same_names_twice_adds_nobody_twice(school):
    for cards in (2, 0):
        added = actions.add_learners(actor=school.ada, classroom=school.room, pasted=CARDS, at=MONDAY)
        assert len(added.cards) == cards
    assert Enrolment.objects.filter(classroom=school.room).count() == 5


def test_fresh_cards_end_the_old_passwords_of_the_chosen_only(school):
    cards = actions.make_cards(actor=school.ada, classroom=school.room, learners=[school.ben.pk], at=MONDAY)
    assert [card.name for card in cards] == ["Ben"]
    assert User.objects.get(pk=school.ben.pk).check_password(cards[0].password)
    assert User.objects.get(pk=school.cho.pk).check_password(PASSWORD)


def test_cards_for_all_are_in_the_order_of_the_class(school):
    cards = actions.make_cards(actor=school.ada, classroom=school.room, learners=None, at=MONDAY)
    assert [card.name for card in cards] == ["Ben", "Cho", "Dina"]
    assert len({card.password for card in cards}) == 3


def test_a_teacher_resets_passwords_of_own_learners_only(school):
    with pytest.raises(Refused, match="not in 8B"):
        actions.reset_password(actor=school.ada, classroom=school.room, learner=school.eli.pk, at=MONDAY)
    card = actions.reset_password(actor=school.ada, classroom=school.room, learner=school.ben.pk, at=MONDAY)
    assert User.objects.get(pk=school.ben.pk).check_password(card.password)


def test_nobody_chosen_and_nobody_there_are_refused(school):
    with pytest.raises(Refused, match="No learner is chosen"):
        actions.make_cards(actor=school.ada, classroom=school.room, learners=[], at=MONDAY)
    empty = actions.open_class(actor=school.ada, name="7A", at=MONDAY)
    with pytest.raises(Refused, match="Nobody is in 7A yet"):
        actions.make_cards(actor=school.ada, classroom=empty, learners=None, at=MONDAY)


def test_a_removed_learner_can_be_brought_back(school):
    for _ in range(2):
        actions.remove_learner(actor=school.ada, classroom=school.room, learner=school.ben.pk, at=MONDAY)
    assert names_in(school.room) == ["Cho", "Dina"]
    assert [row.name for row in queries.removed(school.room)] == ["Ben"]
    for _ in range(2):
        actions.return_learner(actor=school.ada, classroom=school.room, learner=school.ben.pk, at=MONDAY)
    assert names_in(school.room) == ["Ben", "Cho", "Dina"]


def test_who_was_never_in_the_class_cannot_be_brought_back(school):
    with pytest.raises(Refused, match="never in 8B"):
        actions.return_learner(actor=school.ada, classroom=school.room, learner=school.eli.pk, at=MONDAY)


def test_a_learner_is_renamed_and_keeps_the_user_name(school):
    ben = actions.rename_learner(actor=school.ada, classroom=school.room, learner=school.ben.pk, name="Benjamin")
    assert (ben.name, ben.username) == ("Benjamin", "ben")


def test_a_learner_joins_by_code_however_it_is_typed_and_only_once(school):
    for typed in ("hjkm 2345", "HJKM-2345"):
        assert actions.join_by_code(learner=school.eli, code=typed, at=MONDAY) == school.room
    assert names_in(school.room) == ["Ben", "Cho", "Dina", "Eli"]


def test_a_removed_learner_may_join_again(school):
    actions.remove_learner(actor=school.ada, classroom=school.room, learner=school.ben.pk, at=MONDAY)
    actions.join_by_code(learner=school.ben, code=school.room.code, at=MONDAY)
    assert names_in(school.room) == ["Ben", "Cho", "Dina"]


@pytest.mark.parametrize("code", ["", "AAAA0000", "HJKM234", "x" * 500, "HJKM2345' OR 1=1"])
def test_a_wrong_code_is_refused(school, code):
    with pytest.raises(Refused, match="No class can be joined with this code"):
        actions.join_by_code(learner=school.eli, code=code, at=MONDAY)


def test_a_closed_code_reads_like_a_wrong_one_until_it_is_opened(school):
    actions.close_code(actor=school.ada, classroom=school.room)
    with pytest.raises(Refused, match="No class can be joined with this code"):
        actions.join_by_code(learner=school.eli, code=school.room.code, at=MONDAY)
    actions.open_code(actor=school.ada, classroom=school.room, at=MONDAY)
    assert actions.join_by_code(learner=school.eli, code=school.room.code, at=MONDAY) == school.room


def test_an_archived_class_cannot_be_joined(school):
    actions.archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    with pytest.raises(Refused, match="No class can be joined"):
        actions.join_by_code(learner=school.eli, code=school.room.code, at=MONDAY)


def test_a_new_code_ends_the_old_one(school):
    old = school.room.code
    new = actions.rotate_code(actor=school.ada, classroom=school.room, at=MONDAY).code
    with pytest.raises(Refused):
        actions.join_by_code(learner=school.eli, code=old, at=MONDAY)
    assert actions.join_by_code(learner=school.eli, code=new, at=MONDAY) == school.room


def test_teachers_do_not_join_as_learners(school):
    with pytest.raises(Refused, match="Only learners join"):
        actions.join_by_code(learner=school.lund, code=school.room.code, at=MONDAY)


def test_a_newcomer_makes_an_account_by_code(school):
    new = {"name": "Farid Haddad", "username": "Farid", "password": PASSWORD, "at": MONDAY}
    farid = actions.join_as_new_learner(code=school.room.code, **new)
    assert (farid.role, farid.username, farid.email) == ("learner", "farid", "")
    assert list(farid.joined_classes) == [school.room]


@pytest.mark.parametrize("wrong", [{"code": "AAAA0000"}, {"username": "ben"}, {"password": "short"}, {"name": " "}])
def test_a_newcomer_with_a_fault_gets_no_account(school, wrong):
    new = {"code": school.room.code, "name": "Farid", "username": "farid", "password": PASSWORD, "at": MONDAY}
    with pytest.raises(Refused):
        actions.join_as_new_learner(**{**new, **wrong})
    assert not User.objects.filter(name="Farid").exists()


def test_the_dashboard_counts_learners_and_puts_archived_classes_last(school):
    actions.open_class(actor=school.ada, name="7A", at=MONDAY)
    actions.archive_class(actor=school.ada, classroom=school.room, at=MONDAY)
    actions.open_class(actor=school.ada, name="9A", at=MONDAY)
    rows = queries.classes_taught(school.ada)
    assert [(row.name, row.learners, row.archived) for row in rows] == [
        ("7A", 0, False),
        ("9A", 0, False),
        ("8B", 3, True),
    ]


def test_a_learner_sees_own_live_classes_with_their_teachers(school):
    assert [(row.name, row.teachers) for row in queries.classes_joined(school.ben)] == [("8B", ("Ms Ada",))]


def test_dashboard_and_roster_take_as_many_queries_for_30_learners_as_for_3(school, django_assert_num_queries):
    for learners in (3, 30):
        for number in range(Enrolment.objects.filter(classroom=school.room).count(), learners):
            join(school.room, person(school.school, f"Learner {number}"))
        with django_assert_num_queries(2):
            assert queries.classes_taught(school.ada)[0].learners == learners
        with django_assert_num_queries(1):
            assert len(queries.roster(Classroom(pk=school.room.pk))) == learners
