"""The addresses of the teacher pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
