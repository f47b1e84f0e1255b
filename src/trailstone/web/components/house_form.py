"""The form that all forms of the house come from: its sentences are ours, and what was typed stays."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

PASSWORD = _("Password")
NAME = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}


class HouseForm(forms.Form):
    """A form whose empty fields say "Please fill this in."; a refusal of an action stands on top of it."""

    required_css_class = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = _("Please fill this in.")


def username_field(**attributes: str) -> forms.CharField:
    """A field for a user name. ``attributes`` are those of its ``input``."""
    widget = forms.TextInput(NAME | {"autocomplete": "username"} | attributes)
    return forms.CharField(label=_("User name"), max_length=60, widget=widget)


def password_field(label: Any = PASSWORD, *, fresh: bool = False, **kwargs: Any) -> forms.CharField:
    """A field for a password; ``fresh`` for one that is being chosen."""
    attributes = {"autocomplete": "new-password" if fresh else "current-password"}
    return forms.CharField(
        label=label, max_length=128, strip=False, widget=forms.PasswordInput(NAME | attributes), **kwargs
    )  # fmt: skip
