from django.apps import AppConfig
from django.contrib.staticfiles.apps import StaticFilesConfig

SOURCES = ["trailstone/css/*", "trailstone/js/*", "icons.txt", "stones.svg"]


class WebConfig(AppConfig):
    name = "trailstone.web"
    label = "web"


class StaticFiles(StaticFilesConfig):
    """Collects what browsers ask for. Our CSS and JS are served as built; their sources stay behind."""

    ignore_patterns = StaticFilesConfig.ignore_patterns + SOURCES
