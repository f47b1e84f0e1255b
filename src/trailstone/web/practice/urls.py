"""The addresses of the practice pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
