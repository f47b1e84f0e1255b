from math import log2

from trailstone.people import cards, codes
from trailstone.people.words import WORDS


def test_a_class_code_has_8_signs_and_40_bits():
    assert len(codes.new_code()) == codes.LENGTH == 8
    assert codes.LENGTH * log2(len(set(codes.ALPHABET))) >= 40


def test_no_sign_of_a_code_can_be_read_as_another():
    assert not set("ILOU") & set(codes.ALPHABET)


def test_a_code_is_read_however_it_is_typed():
    assert codes.read(" 7kqm-2rxv ") == "7KQM2RXV"
    assert codes.read("OIL0") == "0110"


def test_codes_differ():
    assert len({codes.new_code() for _ in range(500)}) == 500


def test_a_card_password_has_more_than_30_bits():
    assert cards.BITS > 30
    assert len(set(WORDS)) == len(WORDS)


def test_a_card_password_is_two_plain_words_and_four_digits():
    first, second, digits = cards.new_password().split("-")
    assert {first, second} <= set(WORDS)
    assert len(digits) == 4
    assert not set(digits) & set("01")


def test_every_word_is_short_and_plain():
    assert [word for word in WORDS if not (word.isascii() and word.islower() and 2 < len(word) < 10)] == []
