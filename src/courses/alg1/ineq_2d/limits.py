"""Stories with two amounts and two limits: how they read, and how they are acted out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from courses.alg1.inequalities.relations import TEX
from exercises import Reroll, integer, money, pick, poly

Kept = Callable[[Sequence[int], int, int], bool]
"""Whether a plan of two whole amounts keeps a limit, with the numbers of the story in their order."""


@dataclass(frozen=True, slots=True)
class Limit:
    """p times the one and q times the other amount, against a limit; `about` names what is limited."""

    p: int
    q: int
    sign: str
    limit: int
    about: str

    def tex(self, u: str, v: str, sign: str = "") -> str:
        """TeX, perhaps with another sign."""
        return f"{poly(self.p, u, self.q, v)} {TEX[sign or self.sign]} {self.limit}"

    def text(self, u: str, v: str, sign: str = "") -> str:
        """As an answer is typed, perhaps with another sign."""
        return f"{poly(self.p, u, self.q, v)} {sign or self.sign} {self.limit}"

    def near(self, u: int, v: int) -> bool:
        """Whether a plan comes within a fifth of the limit."""
        return abs(self.p * u + self.q * v - self.limit) * 5 <= self.limit

    def kept(self, u: int, v: int) -> bool:
        """Whether a plan keeps it."""
        value = self.p * u + self.q * v
        return value <= self.limit if self.sign == "<=" else value >= self.limit


@dataclass(frozen=True, slots=True)
class Story:
    """A story with its letters, what they stand for, its two limits, and whether only whole amounts make sense."""

    id: str
    text: str
    letters: tuple[str, str]
    stand: tuple[str, str]
    limits: tuple[Limit, Limit]
    plan: str
    counted: bool = True

    def let(self) -> str:
        """What the letters stand for."""
        (u, v), (one, two) = self.letters, self.stand
        return f"Let ${u}$ be {one} and ${v}$ {two}."

    def planned(self, u: int, v: int) -> str:
        """A plan in words."""
        return self.plan.format(u=u, v=v)


KEPT: Mapping[str, tuple[Kept, Kept]] = {
    "bakery": (
        lambda n, u, v: sum([n[0]] * u + [n[1]] * v) <= n[2],
        lambda n, u, v: sum([n[3]] * u + [n[4]] * v) <= n[5],
    ),
    "jobs": (
        lambda n, u, v: u + v <= n[0],
        lambda n, u, v: sum([n[1]] * u + [n[2]] * v) >= n[3],
    ),
    "boat": (
        lambda n, u, v: u + v <= n[0],
        lambda n, u, v: sum([n[1]] * u + [n[2]] * v) <= n[3],
    ),
    "concert": (
        lambda n, u, v: u + v <= n[0],
        lambda n, u, v: sum([n[1]] * u + [n[2]] * v) >= n[3],
    ),
    "garden": (
        lambda n, u, v: sum([n[0]] * u + [n[1]] * v) <= n[2],
        lambda n, u, v: u + v >= n[3],
    ),
}
"""The two limits of each story, acted out."""


def bakery(rng: Random) -> Story:
    """Flour and oven."""
    p, q, r, s = integer(rng, 3, 6), integer(rng, 2, 5), integer(rng, 20, 50), integer(rng, 15, 40)
    u, v = integer(rng, 3, 9), integer(rng, 3, 9)
    flour, time = p * u + q * v + integer(rng, 0, 2), r * u + s * v + integer(rng, -9, 15)
    place, one, two = pick(rng, (("A bakery", "cake", "loaf"), ("A school kitchen", "pie", "flatbread"),
                                 ("A village oven", "tart", "loaf")))  # fmt: skip
    plural = {"loaf": "loaves"}.get(two, f"{two}s")
    return Story(
        "bakery",
        f"{place} makes {one}s and {plural}. One {one} takes {p} cups of flour, one {two} {q} cups, and there are at"
        f" most {flour} cups. One {one} needs {r} minutes of work, one {two} {s} minutes, and there are at most"
        f" {time} minutes.",
        ("c", "b"), (f"the number of {one}s", f"the number of {plural}"),
        (Limit(p, q, "<=", flour, "the flour"), Limit(r, s, "<=", time, "the time")),
        f"{{u}} {one}s and {{v}} {plural}",
    )  # fmt: skip


def jobs(rng: Random) -> Story:
    """Hours and money."""
    p, q = integer(rng, 9, 15), integer(rng, 16, 24)
    hours = integer(rng, 8, 20)
    v = integer(rng, 2, hours - 3)
    goal = (p * (hours - v) + q * v) // 5 * 5
    who = pick(rng, ("Yusuf", "Aroha", "Ngozi", "Mateo", "Zofia", "Haruto"))
    one, two = pick(rng, (("in a library", "as a tutor"), ("on a farm", "in a workshop"),
                          ("in a café", "as a translator")))  # fmt: skip
    return Story(
        "jobs",
        f"{who} works at most {hours} hours a week, some {one} for {money(p)} an hour and some {two} for {money(q)} an"
        f" hour, and wants to earn at least {money(goal)}.",
        ("d", "t"), (f"the hours {one}", f"the hours {two}"),
        (Limit(1, 1, "<=", hours, "the hours"), Limit(p, q, ">=", goal, "the money")),
        f"{{u}} hours {one} and {{v}} hours {two}", counted=False,
    )  # fmt: skip


def boat(rng: Random) -> Story:
    """Seats and weight."""
    what, seats = pick(rng, ("A ferry", "A cable car", "A tour boat")), integer(rng, 9, 24)
    p, q = pick(rng, (70, 75, 80, 85)), pick(rng, (30, 35, 40, 45))
    children = integer(rng, 2, seats - 3)
    limit = (p * (seats - children) + q * children) // 10 * 10
    return Story(
        "boat",
        f"{what} has seats for at most {seats} people. It counts {p} kilograms for an adult and {q} kilograms for a"
        f" child, and may carry at most {limit:,} kilograms.",
        ("a", "k"), ("the number of adults", "the number of children"),
        (Limit(1, 1, "<=", seats, "the seats"), Limit(p, q, "<=", limit, "the weight")),
        "{u} adults and {v} children",
    )  # fmt: skip


def concert(rng: Random) -> Story:
    """Seats and takings."""
    seats, p, q = integer(rng, 60, 180), integer(rng, 9, 16), integer(rng, 4, 8)
    u = integer(rng, 20, seats - 20)
    goal = (p * u + q * (seats - u)) // 10 * 10 - 10 * integer(rng, 0, 3)
    what = pick(rng, ("A concert", "A play", "A dance show", "A puppet theatre"))
    return Story(
        "concert",
        f"{what} has seats for at most {seats} people. An adult ticket costs {money(p)}, a child ticket {money(q)}, and"
        f" the tickets have to bring in at least {money(goal)}.",
        ("a", "k"), ("the number of adult tickets sold", "the number of child tickets sold"),
        (Limit(1, 1, "<=", seats, "the seats"), Limit(p, q, ">=", goal, "the money")),
        "{u} tickets for adults and {v} for children",
    )  # fmt: skip


def garden(rng: Random) -> Story:
    """Area and number of plants."""
    p, q, u, v = integer(rng, 4, 9), integer(rng, 2, 6), integer(rng, 3, 10), integer(rng, 3, 10)
    one, two = pick(rng, (("plum tree", "berry bush"), ("fig tree", "rose bush"), ("olive tree", "tea bush")))
    area, least = p * u + q * v + integer(rng, 0, 3), u + v - integer(rng, 1, 3)
    return Story(
        "garden",
        f"In a garden one {one} needs {p} square metres and one {two} {q} square metres. There are at most {area}"
        f" square metres, and at least {least} plants are wanted.",
        ("t", "b"), (f"the number of {one}s", f"the number of {two}es"),
        (Limit(p, q, "<=", area, "the area"), Limit(1, 1, ">=", least, "the number of plants")),
        f"{{u}} {one}s and {{v}} {two}es",
    )  # fmt: skip


STORIES: tuple[Callable[[Random], Story], ...] = (bakery, bakery, jobs, boat, concert, garden)


def told(rng: Random) -> Story:
    """A story whose two limits are different and can be kept."""
    story = pick(rng, STORIES)(rng)
    if any(limit.p == limit.q and limit.p > 1 for limit in story.limits):
        raise Reroll
    return story
