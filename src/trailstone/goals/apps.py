from django.apps import AppConfig


class GoalsConfig(AppConfig):
    name = "trailstone.goals"
    label = "goals"
