"""What the frame around every page needs."""

from typing import Any

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """The reader's settings (theme, text size, ...), for the first paint to be right."""
    user = getattr(request, "user", None)
    saved = user.reading if user is not None and user.is_authenticated else {}
    return {"reading": saved}
