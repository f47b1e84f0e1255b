"""Who is signed in, as Django keeps it; read by a statement that is put together once, as every page asks it."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from trailstone.database.prepared import MOMENT, Prepared


def _in_force(key: str, at: datetime) -> QuerySet[Session, tuple[str]]:
    return Session.objects.filter(session_key=key, expire_date__gt=at).values_list("session_data")


_IN_FORCE = Prepared(Session, _in_force, ("the key of a session", MOMENT))


class SessionStore(db.SessionStore):
    """Django's own, but for how it reads."""

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing, under no key, once it is over."""
        for (data,) in _IN_FORCE.rows(self.session_key or "", timezone.now()):
            return self.decode(data)
        self._session_key = None
        return {}
