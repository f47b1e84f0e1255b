from django.apps import AppConfig


class OperateConfig(AppConfig):
    name = "trailstone.operate"
    label = "operate"

    def ready(self) -> None:
        """Put the table of what follows from what in force."""
        from trailstone import flow

        flow.start()
