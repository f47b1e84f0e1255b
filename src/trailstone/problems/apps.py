from django.apps import AppConfig


class ProblemsConfig(AppConfig):
    name = "trailstone.problems"
    label = "problems"
