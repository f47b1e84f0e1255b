from django.apps import AppConfig


class PracticeConfig(AppConfig):
    name = "trailstone.practice"
    label = "practice"
