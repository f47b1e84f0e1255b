"""Every answer of a class as one file."""

from typing import cast
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from trailstone.reports.answers_file import answers_csv
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.desk import csv_stream
from trailstone.web.teacher.frame import class_of


@require_GET
@teacher_page
def answers_file(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The file, sent while it is made: it may be longer than memory."""
    room = class_of(request, class_id)
    # A stream is no HttpResponse to the type checker, and all that guards a page asks is that it can be sent.
    return cast(HttpResponse, csv_stream(answers_csv(room), room.name, _("answers")))
