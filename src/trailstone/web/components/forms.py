"""Fields of Django forms in the house style."""

from typing import Any

from django.forms import BaseForm, BoundField


def _kind(field: BoundField) -> str:
    kinds = {"checkbox": "check", "radio": "group"}
    widget = field.field.widget
    if getattr(widget, "allow_multiple_selected", False) and getattr(widget, "input_type", "") == "checkbox":
        return "group"
    return kinds.get(getattr(widget, "input_type", ""), "plain")


def field(bound: BoundField, classes: str = "", help: str = "") -> dict[str, Any]:
    """``{% field form.name %}``: label, control, help and errors, tied together for screen readers.

    Checkboxes become one line, radios and several checkboxes a group of cards. ``help`` replaces the form's own.
    """
    return {"field": bound, "kind": _kind(bound), "classes": classes, "help": help or bound.help_text}


def error_summary(form: BaseForm) -> dict[str, Any]:
    """``{% error_summary form %}``: what to mend, with links to the fields; nothing while the form is fine."""
    return {"form": form, "fields": [bound for bound in form if bound.errors]}
