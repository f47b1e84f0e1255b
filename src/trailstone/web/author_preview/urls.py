"""The addresses of the author's pages."""

from django.urls import path

from trailstone.web.author_preview.skill import views as skill
from trailstone.web.author_preview.skills import views as skills

urlpatterns = [
    path("author/preview/", skills.page, name="author-preview-list"),
    path("author/preview/<path:skill>/", skill.page, name="author-preview"),
]
