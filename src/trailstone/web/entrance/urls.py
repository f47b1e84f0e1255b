"""The addresses of the entrance pages."""

from django.urls import URLPattern, path

from trailstone.web.entrance.account import views as account
from trailstone.web.entrance.first_run import views as first_run
from trailstone.web.entrance.health import views as health
from trailstone.web.entrance.home import views as home
from trailstone.web.entrance.join import views as join
from trailstone.web.entrance.reading import views as reading
from trailstone.web.entrance.sign_in import views as sign_in
from trailstone.web.entrance.sign_out import views as sign_out
from trailstone.web.entrance.teachers import views as teachers

urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("start/", first_run.first_run, name="first-run"),
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-out/", sign_out.sign_out, name="sign-out"),
    path("join/", join.join, name="join"),
    path("join/<str:code>/", join.join_code, name="join-code"),
    path("account/", account.account, name="account"),
    path("account/password/", account.new_password, name="new-password"),
    path("account/teachers/", teachers.teachers, name="teachers"),
    path("account/reading/", reading.reading, name="reading"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
