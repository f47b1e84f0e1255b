"""A new class on one page: its name, its courses, its learners; a look at all of it; then the code and the cards."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from trailstone.content.catalogue import courses
from trailstone.goals.actions.opening import open_class_with, preview
from trailstone.people import names
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import User
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.components.house_form import HouseForm
from trailstone.web.teacher.login_cards.sheet import show

T = TypeVar("T")
BOTH: Final = _("Look at the class and create it with these names, or empty the field to bring a file instead.")


class NewClass(HouseForm):
    name = forms.CharField(
        label=_("Name of the class"),
        max_length=80,
        help_text=_("Learners see it, for example Maths 8B."),
        widget=forms.TextInput({"autocomplete": "off", "autofocus": "autofocus"}),
    )
    courses = forms.MultipleChoiceField(
        label=_("Courses the class works on"),
        required=False,
        choices=lambda: [(course.id, _said(course.title, len(course.skills))) for course in courses().values()],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Goals are set on them. You can change this later."),
    )
    pasted = forms.CharField(
        label=_("Learners, one name on each line"),
        required=False,
        widget=forms.Textarea({"rows": 8, "spellcheck": "false"}),
        help_text=_("They get accounts and login cards. You can also leave this empty and show them the class code."),
    )

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor

    def clean_name(self) -> str:
        return _or_error(lambda: names.checked(self.cleaned_data["name"], "the class"))

    def clean_pasted(self) -> str:
        pasted = str(self.cleaned_data["pasted"])
        _or_error(lambda: preview(self.actor, pasted))
        return pasted


def _said(title: str, skills: int) -> str:
    return f"{title} ({skills} skills)"


def _or_error(act: Callable[[], T]) -> T:
    try:
        return act()
    except Refused as why:
        raise forms.ValidationError(why.message) from why


@require_http_methods(["GET", "POST"])
@teacher_page
def new_class(request: PageRequest) -> HttpResponse:
    """The page; with ``do=create`` the class is opened and its code and cards come back, with ``do=import`` it is made
    and leads on to the import of a list; else a look at it."""
    form = NewClass(request.POST or None, actor=request.user)
    if not form.is_valid():
        return _page(request, form, 422 if form.is_bound else 200)
    what, said = request.POST.get("do"), form.cleaned_data
    if what not in {"create", "import"}:
        return _page(request, form, 200, _look(request.user, form))
    if what == "import" and said["pasted"].strip():
        form.add_error("pasted", BOTH)
        return _page(request, form, 422)
    try:
        made = open_class_with(
            actor=request.user,
            name=said["name"],
            course_ids=said["courses"],
            pasted=said["pasted"],
            at=timezone.now(),
        )
    except OutOfReach as why:
        raise Http404 from why
    except Refused as why:
        form.add_error(None, why.message)
        return _page(request, form, 422)
    if what == "import":
        return redirect("import-roster", class_id=made.classroom.pk)
    return show(request, made.classroom, made.added.cards, made.added.left_out, fresh=True)


def _look(actor: User, form: NewClass) -> dict[str, Any]:
    rows = preview(actor, form.cleaned_data["pasted"])
    titles = [courses()[each].title for each in form.cleaned_data["courses"]]
    return {"look": True, "rows": rows, "count": sum(row.accepted for row in rows), "titles": titles}


def _page(request: PageRequest, form: NewClass, status: int, look: dict[str, Any] | None = None) -> HttpResponse:
    return render(request, "teacher/new_class/page.html", {"form": form} | (look or {}), status=status)
