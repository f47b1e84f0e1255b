"""A sample of each kind of answer that is drawn or put together, to be asked like any question of a course."""

from contextlib import contextmanager
from random import Random

from courses import discovery, templates
from exercises import Template
from tests.trailstone.cast import MONDAY
from trailstone.practice import start
from trailstone.practice.models import Asked
from trailstone.web.styleguide.samples import SAMPLES

SLUGS = dict(zip(SAMPLES, sorted(templates()), strict=False))  # one skill for each sample


@contextmanager
def published():
    """Each sample is version 0 of a skill's template: once in force, and still shown where it was asked."""
    versions = discovery._all()
    for name, slug in SLUGS.items():
        make = lambda _, question=SAMPLES[name]: question  # noqa: E731 - the question of this turn of the loop
        versions[slug, 0] = Template(slug, 0, (), type(SAMPLES[name].answer), lambda _: None, "", make)
    yield
    for slug in SLUGS.values():
        del versions[slug, 0]


def ask(learner, course, name):
    """An exercise that asks a sample four times: the id of the attempt."""
    skill = course.skill_by_slug(SLUGS[name])
    attempt = start.start_exercise(learner=learner, course=course, skill=skill, at=MONDAY, rng=Random(3))
    Asked.objects.filter(attempt_id=attempt).update(version=0)
    return attempt
