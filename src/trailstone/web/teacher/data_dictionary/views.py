"""The data dictionary: what every column of every file means. Public: it tells of columns, of nobody's work."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from trailstone.reports.dictionary import SHEETS, lines


@require_GET
def data_dictionary(request: HttpRequest) -> HttpResponse:
    """All files with their columns, from the definitions that the files are made by."""
    page = {"files": [(sheet, list(lines(sheet))) for sheet in SHEETS]}
    return render(request, "teacher/data_dictionary/page.html", page)
