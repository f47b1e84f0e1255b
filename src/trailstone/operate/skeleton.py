"""The first lines of a new question template: complete, checked, and about nothing yet."""

from pathlib import Path

import courses
from courses.maps import Skill, Unit, package_of

SOURCE = Path(str(courses.__file__)).parent
SKELETON = '''"""{name}."""

from random import Random

from exercises import Number, Question, Step, evaluate, integer, parse, template
from exercises.checks.pieces import maths


def worked_out(question: Question) -> None:
    """Work out what the prompt shows. (A second way to the answer: read the question, not the key.)"""
    assert isinstance(question.answer, Number)
    (shown,) = maths(question.prompt)
    assert evaluate(parse(shown), {{}}) == question.answer.value


@template(
    "{id}",
    version=1,
    standards={standards},
    answer=Number,
    check=worked_out,
    band="say here what bounds the difficulty: how many steps, how large the numbers",
)
def {function}(rng: Random) -> Question:
    """{name}: what varies, and how. Choose the answer first and work back to the numbers."""
    first, second, less = integer(rng, 3, 9), integer(rng, 11, 19), integer(rng, 2, 30)
    product, answer = first * second, first * second - less
    return Question(
        key=(first, second, less),
        prompt=f"Work out ${{first}} \\\\cdot {{second}} - {{less}}$.",
        answer=Number(answer),
        wrong={{}},  # name of a misconception -> what that mistake gives; two or more
        hints=(
            "Which sign binds more?",
            f"Multiply first: ${{first}} \\\\cdot {{second}} = {{product}}$.",
            f"${{product}} - {{less}} = {{answer}}$.",
        ),
        solution=(
            Step(f"${{first}} \\\\cdot {{second}} = {{product}}$", "Say here why each step may be done."),
            Step(f"${{product}} - {{less}} = {{answer}}$"),
        ),
    )
'''


class NoPlace(LookupError):
    """A skeleton cannot be written; ``str()`` says why and what to do."""


def write(skill_id: str) -> Path:
    """Write the module of a skill that stands in a unit's map; where.

    Raises:
        NoPlace: no unit.yaml has the skill, or it has a template already.
    """
    unit, skill = _placed(skill_id)
    name = skill.id.rpartition("/")[2].replace("-", "_")
    path = SOURCE.joinpath(*package_of(unit).split(".")[1:], f"{name}.py")
    if path.exists() or skill.id in {**courses.templates(), **courses.draft_templates()}:
        raise NoPlace(f"{skill.id} has a template already. 'trailstone author preview {skill.id}' shows it.")
    (path.parent / "__init__.py").touch()
    said = {"name": skill.name, "id": skill.id, "standards": _tuple(skill.standards), "function": name}
    path.write_text(SKELETON.format(**said), encoding="utf-8")
    return path


def _placed(skill_id: str) -> tuple[Unit, Skill]:
    for course in courses.COURSES:
        for unit in (*courses.course_map(course).units, *courses.drafts(course)):
            for skill in unit.skills:
                if skill.id == skill_id:
                    return unit, skill
    raise NoPlace(
        f"No unit has a skill {skill_id}. Write it into the unit's map first "
        "(src/courses/<course>/<unit>/unit.yaml; docs/authoring.md shows how)."
    )


def _tuple(codes: tuple[str, ...]) -> str:
    inside = ", ".join(f'"{code}"' for code in codes)
    return f"({inside}{',' if len(codes) == 1 else ''})"
