"""The addresses of the learner pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
