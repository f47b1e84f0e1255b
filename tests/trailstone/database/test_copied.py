"""A copy of the database is looked at now and then, let be for a while when it failed, and that is said once."""

import logging

import pytest
from django.db import Error, connection

from trailstone.database.copied import ALONE, AWAY_S, FINE, LOOK_S, Copy

pytestmark = pytest.mark.django_db(transaction=True)


class Told(Copy):
    """A copy behind the site's own connection; ``judgement`` stands for what the server says of it."""

    def __init__(self):
        self.now, self.judgement, self.looks = 0.0, FINE, 0
        super().__init__("default", 60, lambda: self.now)

    def _look(self):
        self.looks += 1
        self._settle(self.judgement, LOOK_S)


@pytest.fixture
def copy():
    return Told()


def fail():
    """An error of the connection that the copy is reached by."""
    with pytest.raises(Error) as error, connection.cursor() as cursor:
        cursor.execute("SELECT missing FROM nowhere")
    return error.value


def test_a_look_holds_for_a_while(copy):
    for copy.now in (0, 1, LOOK_S - 1):
        assert copy.fit()
    assert copy.looks == 1
    copy.now, copy.judgement = LOOK_S, ALONE
    assert not copy.fit()
    assert copy.looks == 2


def test_a_copy_that_failed_is_let_be_for_longer(copy):
    assert copy.fit()
    assert copy.failed(fail())
    copy.now = AWAY_S - 1
    assert not copy.fit()
    assert copy.looks == 1
    copy.now = AWAY_S
    assert copy.fit()


def test_an_error_from_elsewhere_says_nothing_of_the_copy(copy):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    assert not copy.failed(Error("the database itself"))
    assert copy.fit()


def test_each_change_is_one_line_in_the_log(copy, caplog):
    with caplog.at_level(logging.WARNING):
        for copy.now, copy.judgement in ((0, FINE), (10, ALONE), (20, ALONE), (30, FINE), (40, FINE)):
            copy.fit()
    assert [record.getMessage() for record in caplog.records] == [
        f"reports read the database itself, not the copy of DATABASE_READ_URL: {ALONE}",
        "reports read the copy of DATABASE_READ_URL again",
    ]
