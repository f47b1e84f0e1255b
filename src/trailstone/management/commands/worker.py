"""``trailstone worker``: the nightly jobs and the journal; ``trailstone serve`` starts it by itself."""

import os
import signal
import sys
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from trailstone.operate.worker import work


class Command(BaseCommand):
    help = "Run the nightly jobs and keep the journal. 'serve' does so by itself; alone it is for several web servers."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--beside", type=int, metavar="PID", help="end when this process, which started us, has")

    def handle(self, *args: Any, **options: Any) -> None:
        stop, site = Event(), options["beside"]
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # a job in its middle clears away what it began
        try:
            work(stop, timezone.now, alive=lambda: site in (None, os.getppid()))
        except KeyboardInterrupt:
            stop.set()
