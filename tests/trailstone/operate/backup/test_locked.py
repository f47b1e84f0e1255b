import io

import pytest

from tests.trailstone.operate.backup.conftest import WORDS
from trailstone.operate.backup.errors import Refused
from trailstone.operate.backup.locked import HEADER, PIECE, TAG, Locking, refuse_weak, unlock


def locked(plain, words=WORDS):
    sink = io.BytesIO()
    locking = Locking(sink, words)
    for start in range(0, len(plain), 50_000):
        locking.write(plain[start : start + 50_000])
    locking.finish()
    return sink.getvalue()


def opened(data, words=WORDS):
    sink = io.BytesIO()
    unlock(io.BytesIO(data), words, sink)
    return sink.getvalue()


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_was_locked_opens_with_its_passphrase(size):
    plain = bytes(range(256)) * (size // 256 + 1)
    assert opened(locked(plain[:size])) == plain[:size]


def test_another_passphrase_is_told_from_a_damaged_file():
    with pytest.raises(Refused, match="passphrase does not open"):
        opened(locked(b"the school"), "four other words")


def test_nothing_of_the_school_can_be_read_in_a_locked_file():
    assert b"Amina Karimi" not in locked(b"Amina Karimi" * 100)


def test_the_same_school_is_never_locked_into_the_same_bytes():
    assert locked(b"the school") != locked(b"the school")


def test_pieces_that_were_swapped_or_left_out_at_a_border_are_noticed():
    whole, step = locked(b"x" * (3 * PIECE)), PIECE + TAG
    first, second = whole[HEADER : HEADER + step], whole[HEADER + step : HEADER + 2 * step]
    for changed in (
        whole[:HEADER] + second + first + whole[HEADER + 2 * step :],
        whole[: HEADER + 2 * step],
        whole[:HEADER] + whole[HEADER + step :],
        whole[:HEADER],
        whole + whole[-10:],
    ):
        with pytest.raises(Refused, match="damaged"):
            opened(changed)


def test_a_passphrase_has_at_least_twelve_characters():
    refuse_weak("abcdefghijkl")
    with pytest.raises(Refused, match="too short"):
        refuse_weak("abcdefghijk")
