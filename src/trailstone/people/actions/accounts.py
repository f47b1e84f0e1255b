"""One person's account: passwords, login cards, name, reading settings."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction

from trailstone.people import cards, names
from trailstone.people.access import chosen_learners, own_open_class
from trailstone.people.cards import Card
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, Enrolment, User
from trailstone.people.newcomer import Then, good_password, nothing
from trailstone.people.reading import cleaned


def make_cards(
    *, actor: User, classroom: Classroom, learners: Collection[UUID] | None, at: datetime
) -> tuple[Card, ...]:
    """Give the chosen learners (None: all of the class) fresh passwords, and return the cards to print, by name.

    This is the only moment the passwords can be read; the old ones stop working.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived; nobody was chosen, or somebody who is not in the class.
    """
    with transaction.atomic():
        count = len(chosen_learners(own_open_class(actor, classroom), learners))
    secrets = cards.new_secrets(count)  # slow on purpose, so not while the database is locked
    with transaction.atomic():
        people = chosen_learners(own_open_class(actor, classroom), learners)
        for person, secret in zip(people, secrets, strict=False):
            person.password = secret.encoded
        User.objects.bulk_update(people[: len(secrets)], ["password"])
    pairs = zip(people, secrets, strict=False)
    return tuple(Card(person.pk, person.name, person.username, secret.password) for person, secret in pairs)


def reset_password(*, actor: User, classroom: Classroom, learner: UUID, at: datetime) -> Card:
    """A fresh password for one learner of the actor's class, on a card. Raises as ``make_cards`` does."""
    return make_cards(actor=actor, classroom=classroom, learners=[learner], at=at)[0]


@transaction.atomic
def rename_learner(*, actor: User, classroom: Classroom, learner: UUID, name: str) -> User:
    """Correct a learner's name; the user name stays.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived; the learner is not in it; the name is empty or too long.
    """
    (person,) = chosen_learners(own_open_class(actor, classroom), [learner])
    person.name = names.checked(name, "the learner")
    person.save(update_fields=["name"])
    return person


@transaction.atomic
def nickname_learner(*, actor: User, classroom: Classroom, learner: UUID, nickname: str) -> None:
    """What the learner is called in this class, on the pages of its teachers; an empty one: the name again.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived; the learner is not in it; the nickname is too long.
    """
    room = own_open_class(actor, classroom)
    (person,) = chosen_learners(room, [learner])
    called = names.checked(nickname, "the learner") if nickname.strip() else ""
    Enrolment.objects.filter(classroom=room, learner=person).update(nickname="" if called == person.name else called)


def change_name(*, user: User, name: str) -> User:
    """The person's own name, corrected. Learners ask a teacher (``rename_learner``): a class knows its names.

    Raises:
        Refused: the person is a learner; the name is empty or too long.
    """
    if not user.teaches:
        raise Refused("Ask your teacher to correct your name.")
    user.name = names.checked(name, "the person")
    user.save(update_fields=["name"])
    return user


def change_password(*, user: User, old: str, new: str, then: Then = nothing) -> None:
    """The person's own new password, which also ends "must change"; ``then`` in the same transaction.

    Raises:
        Refused: ``old`` is not the present password; ``new`` is too weak.
    """
    if not user.check_password(old):
        raise Refused("That is not your present password. Type it again, or ask your teacher for a new card.")
    user.password = make_password(good_password(new, user))
    user.must_change_password = False
    with transaction.atomic():
        user.save(update_fields=["password", "must_change_password"])
        then(user)


def save_reading(*, user: User, settings: Mapping[str, str]) -> Mapping[str, str]:
    """Keep the person's reading settings (see ``people.reading.CHOICES``); what is not a choice is left out."""
    kept = cleaned(settings)
    user.reading = kept
    user.save(update_fields=["reading"])
    return kept
