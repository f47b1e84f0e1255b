"""Where to go after signing in: only ever to a page of this site."""

from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme


def asked_for(request: HttpRequest) -> str:
    """The page that ``next`` names, or "" when it names none of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else ""


def way_on(request: HttpRequest) -> str:
    """The page that ``next`` names, else the home page."""
    return asked_for(request) or resolve_url("home")
