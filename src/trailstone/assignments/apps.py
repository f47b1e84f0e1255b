from django.apps import AppConfig


class AssignmentsConfig(AppConfig):
    name = "trailstone.assignments"
    label = "assignments"
