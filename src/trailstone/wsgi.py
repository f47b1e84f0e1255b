"""The site as a WSGI application, for ``granian`` or any other server."""

import os
from threading import Thread

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trailstone.settings")

application = get_wsgi_application()


def warm_up() -> None:
    """Start the formula engine and read the templates before the first learner asks for them."""
    import courses
    from trailstone.content.tex import tex

    tex("x")
    courses.templates()


Thread(target=warm_up, daemon=True).start()
