"""How the site's JSON is written: by orjson, and alike for every reply."""

from typing import Any, Final

import orjson
from django.http import HttpRequest
from ninja.renderers import BaseRenderer
from ninja.responses import NinjaJSONEncoder

_OTHERWISE: Final = NinjaJSONEncoder().default  # moments as Django writes them, models, texts that are still lazy


def as_json(shape: Any) -> bytes:
    """UTF-8, without spaces. Keys are texts.

    Raises:
        TypeError: something in it has no form in JSON.
    """
    return orjson.dumps(shape, _OTHERWISE, orjson.OPT_PASSTHROUGH_DATETIME)


class Renderer(BaseRenderer):
    """The same for Ninja."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        """The body of a reply."""
        return as_json(data)
