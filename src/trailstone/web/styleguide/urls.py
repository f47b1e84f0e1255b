"""Addresses of the style page."""

from django.urls import path

from trailstone.web.styleguide.kinds import kinds
from trailstone.web.styleguide.views import styleguide

urlpatterns = [
    path("styleguide/", styleguide, name="styleguide"),
    path("styleguide/kinds/<slug:name>/", kinds, name="styleguide-kinds"),
    path("styleguide/<slug:page>/", styleguide, name="styleguide-page"),
]
