"""Every address of the site. Pages are named after their folder in ``web``."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from trailstone.api.urls import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", api.urls),
    path("", include("trailstone.web.author_preview.urls")),
    path("", include("trailstone.web.entrance.urls")),
    path("", include("trailstone.web.office.urls")),
    path("", include("trailstone.web.practice.urls")),  # before learner: /challenge/ is no unit, /test/ no lesson
    path("", include("trailstone.web.learner.urls")),
    path("", include("trailstone.web.teacher.urls")),
    path("", include("trailstone.web.leader.urls")),
]

if settings.DEBUG:
    urlpatterns.append(path("", include("trailstone.web.styleguide.urls")))

handler400 = "trailstone.web.entrance.errors.bad_request"
handler403 = "trailstone.web.entrance.errors.not_allowed"
handler404 = "trailstone.web.entrance.errors.not_found"
handler500 = "trailstone.web.entrance.errors.broken"
