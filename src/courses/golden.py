"""What published templates must go on making: one line a version in `golden.txt` of each unit's package.

Learners' old answers are shown by making their questions again, so a version's output for a seed never changes.
"""

import hashlib
import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from courses.discovery import found_in
from courses.maps import Unit, package_of
from exercises import Template

SEEDS = range(20)
HEAD = "# skill, version, fingerprint of the questions of seeds 0 to 19. Lines are added, never changed.\n"

Lines = Mapping[tuple[str, int], str]  # (skill id, version) -> fingerprint


class Changed(ValueError):
    """A published version makes other questions than it did; ``str()`` names it and says what to do."""


def fingerprint(template: Template) -> str:
    """16 hexadecimal digits of everything that the template says with `SEEDS`: the question, its answer as it is shown,
    mistakes, hints and solution. Of a figure it is the description: the same data may come to be drawn better."""
    made = [_said(template.instance(seed).to_dict()) for seed in SEEDS]
    return hashlib.sha256(json.dumps(made, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


def _said(value: object) -> object:
    """A question as JSON without its drawings and without how its answer is kept in the program."""
    if isinstance(value, dict):
        return {name: _said(part) for name, part in value.items() if name not in ("svg", "answer")}
    return [_said(part) for part in value] if isinstance(value, list) else value


def sealed(unit: Unit) -> Lines:
    """The lines of a unit; none where it has no file yet."""
    file = files(package_of(unit)).joinpath("golden.txt")
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    rows = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return {(skill, int(version)): print_ for skill, version, print_ in rows}


def fingerprints(unit: Unit) -> Lines:
    """What the unit's templates make now, in the order of the map and of the versions."""
    place = {skill.id: at for at, skill in enumerate(unit.skills)}
    found = sorted(found_in([unit]).items(), key=lambda item: (place.get(item[0][0], len(place)), item[0]))
    return {key: fingerprint(template) for key, template in found}


def seal(unit: Unit) -> int:
    """Add the lines that are missing; how many.

    Raises:
        Changed: a sealed version makes something else now, or is gone.
    """
    before, now = sealed(unit), fingerprints(unit)
    for (skill, version), print_ in before.items():
        if now.get((skill, version)) != print_:
            raise Changed(
                f"{skill} version {version} no longer makes what it made. Leave that version as it was "
                "and put the change into a template with the next version."
            )
    rows = [f"{skill} {version} {print_}\n" for (skill, version), print_ in now.items()]
    (Path(str(files(package_of(unit)))) / "golden.txt").write_text(HEAD + "".join(rows), encoding="utf-8")
    return len(now) - len(before)
