"""The living style page: every component in all its states. Only while developing, and for tests."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

NAMES = (
    "Combining like terms", "Expanding brackets", "Undo + or −", "Undo × or ÷", "Two-step equations",
    "Equations with brackets", "Variables on both sides", "Word problems", "Number of solutions",
)  # fmt: skip
LEARNERS = ("Amina Karimi", "Ben Adeyemi", "Chiara Rossi", "Daniel Wu", "Elif Yılmaz", "Farid Haddad")
ARTICLE = """## Undo the last step first

An equation such as $3x + 5 = 26$ was built in two steps: *times 3*, then *plus 5*.
Undo them from the last to the first.

$$\\frac{3x + 5 - 5}{3} = \\frac{26 - 5}{3} \\quad\\Rightarrow\\quad x = 7$$

| step | left | right |
|---|---|---|
| start | $3x + 5$ | $26$ |
| take 5 away | $3x$ | $21$ |

1. Take 5 from **both** sides.
2. Share both sides by 3.

> Check: $3 \\times 7 + 5 = 26$.
"""


class Sample(forms.Form):
    """A form with one field of each kind."""

    name = forms.CharField(label="Name of the class", help_text="Learners see it.")
    about = forms.CharField(label="About", widget=forms.Textarea, required=False)
    year = forms.ChoiceField(label="Year", choices=[("7", "Year 7"), ("8", "Year 8")])
    due = forms.DateField(label="Due", widget=forms.DateInput(attrs={"type": "date"}))
    pace = forms.ChoiceField(label="Pace", choices=[("slow", "Gentle"), ("fast", "Steady")], widget=forms.RadioSelect)
    agree = forms.BooleanField(label="Learners may join with a code")


def _strip() -> list[dict[str, Any]]:
    levels = (4, 3, 3, 3, 2, 1, 0, 0, 0)
    stones = [{"name": n, "level": level, "href": "#"} for n, level in zip(NAMES, levels, strict=True)]
    return [*stones, {"name": "Unit test", "kind": "unit_test", "href": "#"}]


def _frame() -> dict[str, Any]:
    links = (("Home", "house", True), ("My map", "map", False), ("Explore", "library-big", False))
    classes = [
        {"label": "Maths 8B", "small": "Ms Okafor", "dot": "8B", "tint": "spruce", "href": "#", "current": True},
        {"label": "Science 8", "small": "Mr Lund", "dot": "S8", "href": "#"},
    ]
    courses = [{"label": "Algebra basics", "small": "40% mastered", "icon": "variable", "href": "#"}]
    groups = [{"title": "My classes", "links": classes}, {"title": "My courses", "links": courses, "extra": True}]
    return {
        "links": [{"label": a, "icon": b, "href": "#", "current": c} for a, b, c in links],
        "side": {"label": "Classes and courses", "groups": groups},
        "note": "3 days on the trail this week",
    }


def _context() -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "nav": _frame(),
        "strip": _strip(),
        "levels": range(5),
        "steps": ["ok", "ok", "retry", "miss", "now", "todo", "todo"],
        "many_steps": ["ok"] * 11 + ["now"] + ["todo"] * 18,
        "counts": (1, 5, 8, 4, 0),
        "learners": [{"name": n, "levels": [(i * 7 + k * 3) % 5 for k in range(9)]} for i, n in enumerate(LEARNERS)],
        "skills": NAMES,
        "dates": [today + timedelta(days=days) for days in (-9, 0, 1, 4, 40)],
        "form": Sample(),
        "bad_form": Sample({"name": "", "year": "9"}),
        "article": ARTICLE,
        "choices": ["$x = 7$", "$x = 9$", "$x = \\frac{26}{3}$", "Both sides are equal"],
    }


def styleguide(request: HttpRequest, page: str = "page") -> HttpResponse:
    """The style page, or one of its frames: ``player``, ``auth``, ``cards``, ``done``, ``lost``."""
    if not settings.DEBUG or page not in ("page", "player", "auth", "cards", "done", "lost"):
        raise Http404
    return render(request, f"styleguide/{page}.html", _context())
