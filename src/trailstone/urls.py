"""Every address of the site. Pages are named after their folder in ``web``."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
