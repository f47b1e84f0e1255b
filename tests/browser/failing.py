"""The site with addresses that go wrong, each in its own way."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.urls import path

from trailstone import urls

WRONGS = {400: SuspiciousOperation, 403: PermissionDenied, 500: ZeroDivisionError}
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500


def go_wrong(request, status):
    raise WRONGS[status]("on purpose")


urlpatterns = [*urls.urlpatterns, path("wrong/<int:status>/", go_wrong)]
