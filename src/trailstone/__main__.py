"""``trailstone <command>``: the command line of the site."""

import os
import sys


def main() -> None:
    """Run one of the site's commands (``trailstone help`` lists them)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trailstone.settings")
    from django.conf import settings
    from django.core.management import execute_from_command_line

    from trailstone.environment import Misset
    from trailstone.operate import heaps

    heaps.keep_few()
    try:
        settings.INSTALLED_APPS  # noqa: B018 - reads every setting
    except Misset as wrong:
        sys.exit(f"Trailstone cannot start. {wrong}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
