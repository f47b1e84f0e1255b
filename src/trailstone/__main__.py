"""``trailstone <command>``: the command line of the site."""

import os
import sys


def main() -> None:
    """Run one of the site's commands (``trailstone help`` lists them)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trailstone.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
