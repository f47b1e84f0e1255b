"""Signing out, on computers that many pupils share."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from trailstone.web.components.reading import COOKIE


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; the browser forgets pages, drafts and reading settings of whoever was here."""
    logout(request)
    response = redirect("sign-in")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    response.delete_cookie(COOKIE)
    return response
