from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "trailstone.progress"
    label = "progress"
