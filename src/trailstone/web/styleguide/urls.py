"""Addresses of the style page."""

from django.urls import path

from trailstone.web.styleguide.views import styleguide

urlpatterns = [
    path("styleguide/", styleguide, name="styleguide"),
    path("styleguide/<slug:page>/", styleguide, name="styleguide-page"),
]
