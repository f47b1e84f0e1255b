from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "trailstone.reports"
    label = "reports"
