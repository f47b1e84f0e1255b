"""When the database or the disk cannot take what was done: one clear 503, and the site goes on by itself afterwards."""

import errno
import logging
import threading
from collections.abc import Iterator
from typing import Final

import psycopg
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from trailstone.web.components.reading import COOKIE, from_cookie

# Busy, locked, read-only, I/O error, full, cannot be opened, locking protocol (sqlite.org/rescode.html).
SQLITE: Final = frozenset({5, 6, 8, 10, 13, 14, 15})
# Connection, conflict with another transaction, read-only, resources (a full disk), lock not available, operator
# (restarts), system (PostgreSQL, appendix A). The message alone is in the server's language.
POSTGRESQL: Final = ("08", "40", "25006", "53", "55P03", "57", "58")
DISK: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO})
UNREACHABLE: Final = (OperationalError, InterfaceError, psycopg.OperationalError, psycopg.InterfaceError)
RETRY_AFTER_S: Final = 5
QUIET_S: Final = 60.0


def is_outage(error: BaseException | None) -> bool:
    """The same request may well succeed a moment later: locked, full, restarting. Faults of our own are none.

    What the database or the system says by a number decides; a connection that was never made has none.
    """
    chain = list(_chain(error))
    told = [found for found in map(_by_number, chain) if found is not None]
    return any(told) if told else any(isinstance(one, UNREACHABLE) for one in chain)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what led to it: Django wraps what databases raise, and takes a session not saved for one lost."""
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _by_number(error: BaseException) -> bool | None:
    """What the error's number says; None when it has none."""
    if isinstance(error, OSError):
        return error.errno in DISK
    if (code := getattr(error, "sqlite_errorcode", None)) is not None:
        return code & 0xFF in SQLITE
    if (state := getattr(error, "sqlstate", None)) is not None:
        return str(state).startswith(POSTGRESQL)
    return None


def reply(request: HttpRequest) -> HttpResponse:
    """503 with when to try again: a page that sends the same form once more, a sentence for htmx, JSON for the API.

    Needs no session, no user and no database.
    """
    request.META["CSRF_COOKIE_NEEDS_UPDATE"] = False  # a sign-in half done drew a new one: the form keeps the old one
    sentence = _sentence(request)
    if request.path.startswith("/api/"):
        answer: HttpResponse = JsonResponse({"detail": sentence}, status=503)
    elif request.headers.get("HX-Request"):
        answer = HttpResponse(sentence, content_type="text/plain; charset=utf-8", status=503)
    else:
        page: dict[str, object] = {"reading": from_cookie(request.COOKIES.get(COOKIE, ""))}
        page |= {"sentence": sentence, "address": request.get_full_path(), "again": _again(request)}
        answer = HttpResponse(render_to_string("503.html", page), status=503)
    answer.headers["Retry-After"] = str(RETRY_AFTER_S)
    return answer


def _sentence(request: HttpRequest) -> str:
    if request.method in ("GET", "HEAD"):
        return _("Your work is safe up to your last tick. This page has to wait. Try again in a moment.")
    return _("Your work is safe up to your last tick. We could not save this one. Try again in a moment.")


def _again(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of the form, to send them once more with the same key; none where a password is among them."""
    form = request.method == "POST" and request.content_type == "application/x-www-form-urlencoded"
    if not form or hasattr(request, "sensitive_post_parameters"):
        return []
    return [(name, str(value)) for name, values in request.POST.lists() for value in values]


class OncePerMinute(logging.Filter):
    """A filter for ``django.request``: outages are one line a minute without a traceback; all else passes."""

    def __init__(self) -> None:
        super().__init__()
        self.quiet_until, self.unsaid, self.lock = 0.0, 0, threading.Lock()

    def filter(self, record: logging.LogRecord) -> bool:
        """True when the record is to be written."""
        error = record.exc_info[1] if record.exc_info else None
        if not is_outage(error):
            return True
        with self.lock:
            self.unsaid += 1
            if record.created < self.quiet_until:
                return False
            count, self.unsaid, self.quiet_until = self.unsaid, 0, record.created + QUIET_S
        record.msg = "the database or the disk refused: %s. Requests answered with 503 since the last such line: %d"
        record.args, record.exc_info, record.exc_text = (" ".join(str(error).split()).rstrip("."), count), None, None
        return True
