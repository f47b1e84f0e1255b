"""The site in threads (PEP 3333): what stands behind ``asgi``, and what ``runserver`` uses."""

import gc
import os
import sys
from threading import Thread

from django.core.wsgi import get_wsgi_application

from trailstone.operate import orphan

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trailstone.settings")

application = get_wsgi_application()
sys.setswitchinterval(0.001)  # who holds the turn to write the database must not wait 5 ms for others' Python


def warm_up() -> None:
    """Start the formula engine and read the templates before the first learner asks for them."""
    import courses
    from trailstone.content.tex import tex

    tex("x")
    courses.templates()
    gc.collect()
    gc.freeze()  # what is kept for good is not looked through again: that took a tenth of a second each time


Thread(target=warm_up, daemon=True).start()
orphan.watch()
