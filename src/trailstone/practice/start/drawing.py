"""Which questions an attempt asks: drawn once, then fixed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from random import Random

from mastery import Activity
from mastery.selection import Askable, select_questions
from trailstone.content.catalogue import SkillMap
from trailstone.ids import uuid7
from trailstone.practice.earlier import Before
from trailstone.practice.errors import Refused
from trailstone.practice.models import Asked, Attempt, State
from trailstone.practice.questions import is_kept, question, template_of

TRIES = 60  # draws for a question the learner has not just seen, before any that is new in this attempt will do


def selected(
    activity: Activity,
    skills: Iterable[SkillMap],
    length: int | None,
    before: Sequence[Before],
    rng: Random,
    *,
    fewer: bool = False,
) -> list[SkillMap]:
    last = next((one.attempt_id for one in before if one.state == State.FINISHED), None)
    tested = {one.skill_id for one in before if one.attempt_id == last}
    askable = [Askable(skill, unit=skill.unit_id, tested_last_time=skill.id in tested) for skill in skills]
    return list(select_questions(activity, askable, rng=rng, author_says=length, fewer=fewer))


def draw(attempt: Attempt, skills: Sequence[SkillMap], before: Sequence[Before], rng: Random) -> Iterable[Asked]:
    """A fresh instance for each question: none twice in the attempt, none of the latest attempts if it can be."""
    return rows_of(attempt, _instances(skills, before, rng))


def rows_of(attempt: Attempt, questions: Iterable[tuple[int, int, int]]) -> Iterable[Asked]:
    """The rows of an attempt that asks these: (skill id, version, seed) of each, in order."""
    for position, (skill_id, version, seed) in enumerate(questions):
        yield Asked(
            school_id=attempt.school_id, id=uuid7(attempt.started_at), attempt_id=attempt.id, position=position,
            skill_id=skill_id, version=version, seed=seed,
        )  # fmt: skip


def _instances(skills: Sequence[SkillMap], before: Sequence[Before], rng: Random) -> Iterable[tuple[int, int, int]]:
    often = Counter(skill.slug for skill in skills)
    seen, used = defaultdict[str, set[object]](set), defaultdict[str, set[object]](set)
    for one in before:
        if one.slug in often:
            seen[one.slug].add(key_of(one.slug, one.version, one.seed))
    for skill in skills:
        version = template_of(skill.slug).version
        seed = fresh_seed(skill.slug, version, seen[skill.slug] | used[skill.slug], used[skill.slug], rng)
        if often[skill.slug] > 1:  # a skill that is asked once cannot ask the same twice: its question is made later
            used[skill.slug].add(key_of(skill.slug, version, seed))
        yield skill.id, version, seed


def same_questions(
    activity: Activity, skills: Iterable[SkillMap], length: int | None, rng: Random
) -> list[tuple[int, int, int]]:
    """What everybody who gets the same questions is asked: (skill id, version, seed) of each, in order.

    Raises:
        Refused: there are not enough different questions. KeyError: a skill has none at all.
    """
    return list(_instances(selected(activity, skills, length, (), rng), (), rng))


def still_there(questions: Iterable[tuple[int, int, int]], slugs: Mapping[int, str]) -> list[tuple[int, int, int]]:
    """The same questions; one whose version is gone becomes the one of its seed in the version in force.

    Skills without a slug have left the site: their questions fall out.
    """
    found = []
    for skill_id, version, seed in questions:
        if slug := slugs.get(skill_id):
            found.append((skill_id, version if is_kept(slug, version) else template_of(slug).version, seed))
    return found


def fresh_seed(slug: str, version: int, avoid: Set[object], forbidden: Set[object], rng: Random) -> int:
    """A seed whose instance's key is not in ``avoid``; when none is found soon, one not in ``forbidden``.

    Where nothing has to be avoided the instance is not made: a challenge of thirty skills would make thirty.
    """
    for draw in range(10 * TRIES):
        seed, keys = rng.randrange(2**31), avoid if draw < TRIES else forbidden
        if not keys or key_of(slug, version, seed) not in keys:
            return seed
    raise Refused("There are not enough different questions here yet.")


def key_of(slug: str, version: int, seed: int) -> object:
    try:
        return question(slug, version, seed).key
    except KeyError:  # asked by a version that is gone: cannot come again
        return None
