"""The teachers of the school."""

import pytest
from django.urls import reverse

from trailstone.people.models import User

NEW = {"name": "Mx Sol", "username": "sol", "password": "three-old-maples"}


@pytest.fixture
def page():
    return reverse("teachers")


def test_only_the_owner_sees_the_teachers(as_, school, page):
    assert "Mr Lund" in as_(school.ada).get(page).text
    assert as_(school.lund).get(page).status_code == 404
    assert as_(school.ben).post(page, NEW).status_code == 404
    assert not User.objects.filter(username="sol").exists()


def test_the_way_to_the_teachers_is_in_the_owners_menu_alone(as_, school, page):
    assert page in as_(school.ada).get(reverse("account")).text
    assert page not in as_(school.lund).get(reverse("account")).text


def test_a_new_teacher_signs_in_and_chooses_a_password_first(as_, client, school, page):
    assert as_(school.ada).post(page, NEW).url == page
    client.post(reverse("sign-in"), {"username": "sol", "password": NEW["password"]})
    assert client.get(reverse("dashboard")).url == reverse("new-password")


def test_a_refused_teacher_keeps_what_was_typed(as_, school, page):
    reply = as_(school.ada).post(page, NEW | {"username": "mr.lund"})
    assert reply.status_code == 422
    assert "is taken" in reply.text
    assert 'value="Mx Sol"' in reply.text
