"""Choices and dropdowns."""

import pytest

from exercises import NOT_GRADABLE, RIGHT, WRONG, Choice, Dropdowns, Figure, MultipleChoice, SingleChoice, Slot

ONE = SingleChoice((Choice("four"), Choice("five", right=True), Choice("six")))
SOME = MultipleChoice((Choice("2", right=True), Choice("4"), Choice("3", right=True), Choice("5", right=True)))
PLACES = Dropdowns((Slot("sign", ("<", ">"), ">"), Slot("word", ("more", "less", "same"), "less")))
STRANGE = [
    *({}, {"choice": ""}, {"choice": "z"}, {"choice": ["b"]}),
    *({"choices": "é"}, {"choices": []}, {"choices": ["z"]}, {"choices": [["a"]]}),
    *({"sign": ">"}, {"sign": ">", "word": "none"}, {"sign": [">"], "word": "less"}),
]


def test_the_right_choice_is_right_and_every_other_wrong():
    assert [ONE.grade({"choice": id}).mark for id in "abc"] == [WRONG, RIGHT, WRONG]


@pytest.mark.parametrize(
    ("ticked", "mark", "message"),
    [
        (["a", "c", "d"], RIGHT, ""),
        (["d", "a", "c"], RIGHT, ""),
        (["a", "c"], WRONG, "One more is true."),
        (["a"], WRONG, "2 more are true."),
        (["a", "b", "c", "d"], WRONG, "One of these is not true."),
        (["b"], WRONG, "One of these is not true. 3 more are true."),
        ("b", WRONG, "One of these is not true. 3 more are true."),
    ],
)
def test_exactly_the_right_choices_must_be_ticked(ticked, mark, message):
    verdict = SOME.grade({"choices": ticked})
    assert (verdict.mark, verdict.message) == (mark, message)


@pytest.mark.parametrize(
    ("sign", "word", "mark", "message"),
    [
        (">", "less", RIGHT, ""),
        ("<", "less", WRONG, "1 of the 2 places is not yet right."),
        ("<", "more", WRONG, "2 of the 2 places are not yet right."),
        (">", "", NOT_GRADABLE, "Choose something in every place."),
    ],
)
def test_every_place_must_be_right(sign, word, mark, message):
    verdict = PLACES.grade({"sign": sign, "word": word})
    assert (verdict.mark, verdict.message) == (mark, message)


@pytest.mark.parametrize("response", STRANGE, ids=repr)
def test_no_choice_is_not_gradable(response):
    for answer in (ONE, SOME, PLACES):
        verdict = answer.grade(response)
        assert verdict.mark is NOT_GRADABLE
        assert verdict.message


@pytest.mark.parametrize("right", [0, 2])
def test_a_single_choice_has_exactly_one_right(right):
    with pytest.raises(ValueError, match="exactly one"):
        SingleChoice(tuple(Choice(str(i), right=i < right) for i in range(4)))


def test_a_multiple_choice_has_one_right_at_least():
    with pytest.raises(ValueError, match="at least one"):
        MultipleChoice((Choice("a"), Choice("b")))


def test_the_right_option_is_one_of_the_options():
    with pytest.raises(ValueError, match="slot s"):
        Slot("s", ("a", "b"), "c")


def test_a_choice_may_be_a_figure():
    figure = Figure("<svg/>", "A line.")
    shown = SingleChoice((Choice("A", True, figure=figure), Choice("B"))).public()["choices"]
    assert shown[0] == {"id": "a", "text": "A", "figure": {"svg": "<svg/>", "description": "A line."}}
