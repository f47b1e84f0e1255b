"""The first run of a site."""

import pytest
from django.urls import reverse

from trailstone.people.models import School, User

SCHOOL = {
    "school_name": "Hillside School",
    "time_zone": "Africa/Nairobi",
    "name": "Ms Ada",
    "username": "ada",
    "password": "three-old-maples",
    "again": "three-old-maples",
}


@pytest.mark.django_db
@pytest.mark.parametrize("door", ["home", "sign-in"])
def test_a_site_without_a_school_leads_to_its_set_up(client, door):
    assert client.get(reverse(door)).url == reverse("first-run")


@pytest.mark.django_db
def test_the_first_one_here_becomes_the_owner_and_is_signed_in(client):
    assert client.post(reverse("first-run"), SCHOOL).url == reverse("dashboard")
    assert School.objects.get().time_zone == "Africa/Nairobi"
    assert User.objects.get().role == "owner"
    page = client.get(reverse("dashboard"))
    assert "Your first class, in three steps" in page.text


@pytest.mark.django_db
@pytest.mark.parametrize(("field", "value", "said"), [
    ("school_name", "", "Please fill this in."),
    ("time_zone", "Middle/Earth", "Select a valid choice"),
    ("username", "a b", "letters a to z"),
    ("password", "short", "This is not the same password"),
    ("again", "something else", "This is not the same password"),
])  # fmt: skip
def test_a_refused_set_up_keeps_what_was_typed_and_writes_nothing(client, field, value, said):
    reply = client.post(reverse("first-run"), SCHOOL | {field: value})
    assert reply.status_code == 422
    assert said in reply.text
    assert field == "school_name" or 'value="Hillside School"' in reply.text
    assert not School.objects.exists()
    assert not User.objects.exists()


@pytest.mark.django_db
def test_a_weak_password_is_said_with_its_reason(client):
    reply = client.post(reverse("first-run"), SCHOOL | {"password": "password", "again": "password"})
    assert "too common" in reply.text
    assert not School.objects.exists()


def test_the_set_up_does_not_exist_once_there_is_a_school(client, school):
    assert client.get(reverse("first-run")).status_code == 404
    assert client.post(reverse("first-run"), SCHOOL).status_code == 404
    assert School.objects.count() == 1
