"""My progress: the learner's own days, and every change of a level with its reason one click away."""

from datetime import timedelta
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from trailstone.people import calendar
from trailstone.reports.learner import story
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.learner.learning import learning, nav

SPANS: Final = {"7": 7, "30": 30, "90": 90}  # days, as the address says them
USUAL: Final = "30"
MOST: Final = 100  # changes of levels on one page; a shorter span shows the rest


@signed_in
@require_http_methods(["GET"])
def my_progress(request: PageRequest) -> HttpResponse:
    """The last days of the person who asks. ``?days=7``, 30 or 90; anything else is the usual span."""
    here = learning(request)
    chosen = request.GET.get("days", USUAL)
    span = chosen if chosen in SPANS else USUAL
    told = story(here.learner, here.today - timedelta(days=SPANS[span] - 1), here.today)
    most = max((day.questions for day in told.days), default=0)
    page = {
        "nav": nav(here, page="progress"),
        "story": told,
        "bars": [(day, round(100 * day.questions / most) if most else 0) for day in told.days],
        "moves": [(one, calendar.day_of(here.learner.school, one.at)) for one in told.moves[:MOST]],
        "spans": [(key, key == span) for key in SPANS],
    }
    return render(request, "learner/my_progress/page.html", page)
