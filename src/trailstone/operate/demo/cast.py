"""Who is in the demo school: names, how able each learner is, how often they come."""

from dataclasses import dataclass
from typing import Final

SCHOOL: Final = "Hillside School"
TEACHER: Final = ("Ngozi Okafor", "okafor")
COLLEAGUE: Final = ("Anders Lund", "lund")
PASSWORD: Final = "trailstone"  # noqa: S105 - the demo's, printed on the screen for whoever tries it
CLASS: Final = "Maths 8B"
SECOND_CLASS: Final = "Algebra club"
COURSE: Final = "alg1"
HARD: Final = "alg1/equations/solve-equations-brackets-fractions"  # the skill most of the class is stuck on


@dataclass(frozen=True, slots=True)
class Character:
    """A learner of the demo: ``ability`` from 0 (everything is hard) to 1, ``comes`` = share of days with work."""

    name: str
    ability: float
    comes: float


LEARNERS: Final = (
    Character("Amina Karimi", 0.72, 0.85),
    Character("Ben Adeyemi", 0.80, 0.90),
    Character("Chiara Rossi", 0.42, 0.60),
    Character("Daniel Wu", 0.90, 0.95),
    Character("Elif Yilmaz", 0.70, 0.75),
    Character("Farid Haddad", 0.35, 0.50),
    Character("Grace Nkosi", 0.68, 0.80),
    Character("Hugo Martín", 0.45, 0.65),
    Character("Ines Duarte", 0.82, 0.85),
    Character("Jonas Berg", 0.30, 0.35),
    Character("Kaia Tamm", 0.55, 0.70),
    Character("Leo Fischer", 0.72, 0.75),
    Character("Maya Patel", 0.93, 0.95),
    Character("Noah O'Brien", 0.40, 0.45),
    Character("Oona Laine", 0.38, 0.55),
    Character("Priya Shah", 0.76, 0.80),
    Character("Rafael Silva", 0.48, 0.60),
)
LATE_JOINER: Final = Character("Sofia Novak", 0.60, 0.0)
CLUB: Final = (Character("Tariq Aziz", 0.75, 0.0), Character("Uma Iyer", 0.65, 0.0), Character("Viktor Holm", 0.5, 0.0))
INACTIVE: Final = "Jonas Berg"  # has not come for the last ten days
