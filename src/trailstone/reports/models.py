"""How far the long files of reports have come."""

from typing import ClassVar

from django.db import models

from trailstone.people.models import Classroom, User


class Download(models.Model):
    """The last time that a teacher took the file of a class's answers. ``rows``: how many it will have, None until
    they are counted; ``sent`` and ``size`` (bytes): what the reader has taken; ``moved_at``: when it last took some."""

    classroom = models.ForeignKey(Classroom, models.CASCADE, related_name="+")
    teacher = models.ForeignKey(User, models.CASCADE, related_name="+")
    rows = models.PositiveIntegerField(null=True)
    sent = models.PositiveIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)
    began_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["classroom", "teacher"], name="one_download_each")]

    def __str__(self) -> str:
        return f"{self.sent} of {self.rows}"
