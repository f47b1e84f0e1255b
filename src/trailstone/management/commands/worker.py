"""``trailstone worker``: the nightly jobs and the journal; ``trailstone serve`` starts it by itself."""

import os
import signal
import sys
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from trailstone.operate.worker import work


class Command(BaseCommand):
    help = "Run the nightly jobs and keep the journal. 'serve' does so by itself; alone it is for several web servers."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        stop, parent = Event(), os.getppid()
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # a job in its middle clears away what it began
        try:
            work(stop, timezone.now, alive=lambda: os.getppid() == parent)
        except KeyboardInterrupt:
            stop.set()
