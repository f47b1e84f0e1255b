from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Beside an attempt with questions of its own, one a learner and assignment that asks everybody the same.

    The new key stands before the old one goes: at no time may two attempts at a thing be open.
    """

    dependencies = [
        ("practice", "0002_arrangements"),
    ]

    operations = [
        migrations.AddField("attempt", "assignment_id", models.UUIDField(editable=False, null=True)),
        migrations.AddConstraint(
            "attempt",
            models.UniqueConstraint(
                condition=Q(("assignment_id", None), ("state", "open")),
                fields=("school", "learner", "course", "activity", "subject"),
                name="one_open_own_attempt_at_a_thing",
            ),
        ),
        migrations.AddConstraint(
            "attempt",
            models.UniqueConstraint(
                condition=Q(("assignment_id__isnull", False), ("state", "open")),
                fields=("school", "learner", "assignment_id", "activity", "subject"),
                name="one_open_attempt_at_what_is_assigned",
            ),
        ),
        migrations.RemoveConstraint("attempt", "one_open_attempt_at_a_thing"),
    ]
