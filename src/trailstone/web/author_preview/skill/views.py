"""Twelve instances of one template side by side."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

import courses
from trailstone.web.author_preview.access import authors_page
from trailstone.web.author_preview.skill.instances import instances

SHOWN = 12
LAST = 2**31 - 1 - SHOWN


@require_GET
@authors_page
def page(request: HttpRequest, skill: str) -> HttpResponse:
    """The instances from ``?seed=`` on; one that is no number counts as 0."""
    template = courses.templates().get(skill)
    if template is None:
        raise Http404
    first = _seed(request.GET.get("seed", ""))
    shown = {
        "template": template,
        "instances": list(instances(template, range(first, first + SHOWN))),
        "first": first,
        "before": max(0, first - SHOWN) if first else None,
        "after": min(LAST, first + SHOWN),
    }
    return render(request, "author_preview/skill/page.html", shown)


def _seed(text: str) -> int:
    return min(int(text), LAST) if text.isascii() and text.isdigit() and len(text) < 12 else 0
