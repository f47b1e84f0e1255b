"""``/api/v1/``: for whoever has signed in; a POST needs the CSRF token of ``/api/v1/me``."""

from ninja import NinjaAPI

from trailstone.api import assigned, attempts, mine, refusals, teaching
from trailstone.api.access import SessionAuth
from trailstone.api.written import Renderer

api = NinjaAPI(
    title="Trailstone",
    version="1",
    description="Mastery learning that a school runs for itself. Refusals are {detail: a sentence}.",
    docs_url=None,
    openapi_url="/openapi.json",
    auth=SessionAuth(),
    renderer=Renderer(),
    urls_namespace="api",
)
refusals.install(api)
api.add_router("", mine.router)
api.add_router("/assignments", assigned.router)
api.add_router("/attempts", attempts.router)
api.add_router("/teaching", teaching.router)
