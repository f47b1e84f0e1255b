"""The addresses of the owner's page, and of the figures for programs that watch the site."""

from django.urls import URLPattern, path

from trailstone.web.office.metrics import views as metrics
from trailstone.web.office.page import views as page

urlpatterns: list[URLPattern] = [
    path("office/", page.office, name="office"),
    path("office/backup/", page.backup, name="office-backup"),
    path("metrics", metrics.metrics, name="metrics"),
]
