"""What a person may change about the account."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trailstone.web.components.house_form import HouseForm, password_field


class Name(HouseForm):
    name = forms.CharField(
        label=_("Name"),
        max_length=80,
        help_text=_("As learners see it, for example Ms Okafor."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )


class WeeklyLetter(HouseForm):
    email = forms.CharField(
        label=_("E-mail address"),
        max_length=254,
        required=False,
        help_text=_("Nobody but you sees it."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    wanted = forms.BooleanField(required=False)


class NewPassword(HouseForm):
    old = password_field(_("Present password"))
    new = password_field(
        _("New password"), fresh=True, help_text=_("At least 8 characters. Three words in a row are easy to remember.")
    )  # fmt: skip
    again = password_field(_("New password again"), fresh=True)

    def clean_again(self) -> str:
        again = str(self.cleaned_data["again"])
        if again != self.cleaned_data.get("new"):
            raise forms.ValidationError(_("This is not the same password. Type both again."))
        return again

    @property
    def said(self) -> dict[str, Any]:
        """What ``people.actions.change_password`` asks for."""
        return {"old": self.cleaned_data["old"], "new": self.cleaned_data["new"]}
