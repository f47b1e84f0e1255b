"""Everything the learner's teachers assigned: to do, done, past."""

from collections.abc import Mapping
from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from trailstone.assignments.queries import LearnerAssignment, assignments_of_learner
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.learner.assignment_cards import as_cards
from trailstone.web.learner.learning import learning, nav

TABS: Final = {"todo": gettext_lazy("To do"), "done": gettext_lazy("Done"), "past": gettext_lazy("Past")}


@signed_in
@require_http_methods(["GET"])
def assignments(request: PageRequest) -> HttpResponse:
    """The assignments of all classes, one tab of them at a time (``?tab=``)."""
    here = learning(request)
    found = assignments_of_learner(here.learner, None, here.at)
    tab = request.GET.get("tab", "")
    tab = tab if tab in TABS else "todo"
    by_tab: dict[str, list[LearnerAssignment]] = {name: [] for name in TABS}
    for one in found:
        by_tab[_tab(one)].append(one)
    page = {
        "nav": nav(here, page="assignments"),
        "tabs": [(name, words, len(by_tab[name])) for name, words in TABS.items()],
        "tab": tab,
        "cards": as_cards(by_tab[tab], here.at),
        "named": len(here.classes) > 1,
        "empty": _empty(tab),
    }
    return render(request, "learner/assignments/page.html", page)


def _tab(one: LearnerAssignment) -> str:
    if one.to_do:
        return "todo"
    return "done" if one.active else "past"


def _empty(tab: str) -> tuple[str, str]:
    said: Mapping[str, tuple[str, str]] = {
        "todo": (_("Nothing due"), _("Your goal is next.")),
        "done": (_("Nothing here yet"), _("What you finish stays here until its date has passed.")),
        "past": (_("Nothing past yet"), _("When a date has passed, the assignment moves here. It stays open.")),
    }
    return said[tab]
