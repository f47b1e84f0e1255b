"""The addresses of the entrance pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
