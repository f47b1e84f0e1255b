from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "trailstone.people"
    label = "people"
