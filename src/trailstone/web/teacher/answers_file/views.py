"""Every answer of a class as one file: taking it, and how far it is."""

from typing import Final, cast
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trailstone.people.models import Classroom
from trailstone.reports import downloads
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.desk import csv_stream
from trailstone.web.teacher.frame import class_of, page_of

PAGE: Final = "teacher/answers_file/page.html"


@require_http_methods(["GET", "POST"])
@teacher_page
def answers_file(request: PageRequest, class_id: UUID) -> HttpResponse:
    """POST: the file, sent while it is made, for it may be longer than memory. GET: how far the last one is."""
    room = class_of(request, class_id)
    if request.method == "POST":
        download = downloads.begin(request.user, room, timezone.now())
        pieces = downloads.pieces(download, timezone.now)
        # A stream is no HttpResponse to the type checker, and all that guards a page asks is that it can be sent.
        return cast(HttpResponse, csv_stream(pieces, room.name, _("answers")))
    return _how_far(request, room)


def _how_far(request: PageRequest, room: Classroom) -> HttpResponse:
    last, now = downloads.last(request.user, room), timezone.now()
    page = page_of(request, room, "class-settings") | {"last": last}
    if last:
        page |= {
            "stopped": downloads.stopped(last, now),
            "share": downloads.share(last),
            "whole": downloads.whole_size(last),
        }
    return render(request, f"{PAGE}#sent" if request.htmx else PAGE, page)
