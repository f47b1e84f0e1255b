from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "trailstone.web"
    label = "web"
