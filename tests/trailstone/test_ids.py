"""Identifiers: in the order of time, never the same twice, also where a process is a copy of another."""

import os
from datetime import UTC, datetime, timedelta

from trailstone.ids import uuid7

AT = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)


def chance(identifier):
    return identifier.int & (2**74 - 1)


def test_an_identifier_says_its_version_and_sorts_by_its_moment():
    made = [uuid7(AT + timedelta(milliseconds=n)) for n in range(600)]
    assert {(one.version, one.variant) for one in made} == {(7, "specified in RFC 4122")}
    assert sorted(made) == made


def test_no_two_identifiers_of_a_moment_share_their_chance():
    made = [uuid7(AT) for _ in range(2000)]
    assert len({chance(one) for one in made}) == 2000


def test_a_process_and_its_copy_give_different_identifiers():
    uuid7(AT)  # what was drawn for many at once is there when the copy is made
    read, write = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - the copy
        os.write(write, b"".join(uuid7(AT).bytes for _ in range(300)))
        os._exit(0)
    os.waitpid(child, 0)
    theirs = os.read(read, 300 * 16)
    os.close(read)
    os.close(write)
    ours = {uuid7(AT).bytes for _ in range(300)}
    assert len(theirs) == 300 * 16
    assert not ours & {theirs[at : at + 16] for at in range(0, len(theirs), 16)}
