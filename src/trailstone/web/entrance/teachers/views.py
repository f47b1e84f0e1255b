"""The teachers of the school: the owner sees them and makes accounts for new ones."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from trailstone.people import queries
from trailstone.people.actions import add_teacher
from trailstone.people.errors import Refused
from trailstone.people.models import Role
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.components.house_form import HouseForm, password_field, username_field


class NewTeacher(HouseForm):
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=80,
        help_text=gettext_lazy("As learners see it, for example Ms Okafor."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    username = username_field(autocomplete="off")
    password = password_field(
        gettext_lazy("First password"),
        fresh=True,
        help_text=gettext_lazy("At least 8 characters. It is changed at the first sign-in."),
    )


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
@teacher_page
def teachers(request: PageRequest) -> HttpResponse:
    """The list with a form for one more; for everybody but the owner the page does not exist."""
    if request.user.role != Role.OWNER:
        raise Http404
    form = NewTeacher(request.POST or None)
    if form.is_valid():
        try:
            made = add_teacher(actor=request.user, at=timezone.now(), **form.cleaned_data)
        except Refused as why:
            form.add_error(None, why.message)
        else:
            messages.success(request, _("%(name)s can sign in now.") % {"name": made.name})
            return redirect("teachers")
    page = {"form": form, "rows": queries.teachers(request.user.school)}
    return render(request, "entrance/teachers/page.html", page, status=422 if form.is_bound else 200)
