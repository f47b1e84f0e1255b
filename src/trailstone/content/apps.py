from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "trailstone.content"
    label = "content"
