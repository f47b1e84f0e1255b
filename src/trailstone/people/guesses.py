"""Wrong guesses at secrets, counted in one small table that all processes of the site share.

What is counted for (a name, an address) is kept as an HMAC of it, and only as long as it matters.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import connection
from django.utils.crypto import salted_hmac

from trailstone.people.models import Guesses

WINDOW: Final = timedelta(minutes=5)
COUNT: Final = """
    INSERT INTO "people_guesses" (key, count, until) VALUES {rows}
    ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN {over} THEN 1 ELSE "people_guesses".count + 1 END,
        until = CASE WHEN {over} OR excluded.key IN ({sliding}) THEN excluded.until ELSE "people_guesses".until END
    RETURNING key, count
"""
OVER: Final = '("people_guesses".until <= %s OR "people_guesses".until > %s)'


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that wrong guesses are counted for: a ``kind`` and its ``value``, of which nothing is stored.

    After ``most`` of them in WINDOW there is a pause until the window ends; each guess of a ``sliding`` mark begins the
    window anew.
    """

    kind: str
    value: str
    most: int
    sliding: bool = False

    @property
    def key(self) -> str:
        """64 hexadecimal digits, which nobody can turn back without the site's secret."""
        return salted_hmac(f"trailstone.guesses.{self.kind}", self.value, algorithm="sha256").hexdigest()


def counted(marks: Collection[Mark], at: datetime) -> Mapping[Mark, int]:
    """How many wrong guesses were made for each mark in its present window. One query."""
    by_key = {mark.key: mark for mark in marks}
    live = Guesses.objects.filter(key__in=by_key, until__gt=at, until__lte=_too_far(at))
    found = dict(live.values_list("key", "count"))
    return {mark: found.get(key, 0) for key, mark in by_key.items()}


def full(counts: Mapping[Mark, int]) -> bool:
    """Whether any of the marks has had its most."""
    return any(count >= mark.most for mark, count in counts.items())


def count(marks: Sequence[Mark], at: datetime) -> tuple[Mark, ...]:
    """Count a wrong guess for every mark; those that have just had their most. One statement, safe among processes.

    Give the marks in the same order at all times, so that two statements never wait for each other's rows. Windows
    that are over go when the last mark's begins.
    """
    by_key = {mark.key: mark for mark in marks}
    counts = _upsert(list(by_key), [key for key, mark in by_key.items() if mark.sliding], at)
    if counts[list(by_key)[-1]] == 1:
        Guesses.objects.filter(until__lte=at).delete()
    return tuple(mark for key, mark in by_key.items() if counts[key] == mark.most)


def forget(mark: Mark) -> None:
    """The mark's count begins anew."""
    Guesses.objects.filter(key=mark.key).delete()


def _upsert(keys: Sequence[str], sliding: Sequence[str], at: datetime) -> Mapping[str, int]:
    now, end, far = (connection.ops.adapt_datetimefield_value(one) for one in (at, at + WINDOW, _too_far(at)))
    statement = COUNT.format(rows=_many("(%s, 1, %s)", keys), over=OVER, sliding=_many("%s", sliding) or "''")
    fields = [field for key in keys for field in (key, end)]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*fields, now, far, now, far, *sliding])
        return dict(cursor.fetchall())


def _many(what: str, times: Sequence[str]) -> str:
    return ", ".join([what] * len(times))


def _too_far(at: datetime) -> datetime:
    """A window that ends later than this began before the clock was set back: it locks nobody out."""
    return at + 2 * WINDOW
