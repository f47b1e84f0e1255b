"""Report a problem with a question: a few plain sentences to choose from, and a note if one likes."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from trailstone.practice.errors import NotFound
from trailstone.problems import actions
from trailstone.problems.models import What
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.components.house_form import HouseForm
from trailstone.web.practice.about import about
from trailstone.web.practice.found import find


class ProblemForm(HouseForm):
    what = forms.ChoiceField(
        label=gettext_lazy("What is the matter?"), choices=What.choices, widget=forms.RadioSelect()
    )
    note = forms.CharField(
        label=gettext_lazy("Say more"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Your teacher and the school read it. No names, please."),
        widget=forms.Textarea({"rows": 3}),
    )


@require_http_methods(["GET", "POST"])
@signed_in
def problem(request: PageRequest, attempt_id: UUID, number: int) -> HttpResponse:
    """The form; sending it leads back to the question, which waits as it was."""
    sitting = find(request, attempt_id)
    try:
        actions.asked(sitting, number - 1)
    except NotFound as none:
        raise Http404 from none
    form = ProblemForm(request.POST if request.method == "POST" else None)
    back = reverse("question", args=[attempt_id, number])
    if form.is_valid():
        said = {"what": What(form.cleaned_data["what"]), "note": form.cleaned_data["note"]}
        actions.report(learner=request.user, attempt_id=attempt_id, position=number - 1, at=timezone.now(), **said)
        messages.success(request, _("Thank you. Your teacher will look at this question."))
        return HttpResponseRedirect(back)
    page = {"form": form, "about": about(sitting), "number": number, "back": back}
    return render(request, "practice/problem/page.html", page, status=422 if form.is_bound else 200)
