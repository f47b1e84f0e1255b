"""Sentences about dividing by zero: reasons, replies to claims and stories, each wrong one with its mistake."""

from dataclasses import dataclass

Wrong = tuple[tuple[str, str], ...]  # sentence, name of the mistake


@dataclass(frozen=True, slots=True)
class Sentences:
    """A right sentence and three wrong ones; {n} is the number divided. `says` is a story's beginning."""

    right: str
    wrong: Wrong
    says: str = ""


REASONS = (
    Sentences(
        "No number times $0$ gives ${n}$.",
        (
            ("The result is too large to be written.", "division-by-zero-is-infinity"),
            ("$0$ is not really a number.", "zero-is-no-number"),
            ("The result is $0$, which is nothing.", "division-by-zero-is-zero"),
        ),
    ),
    Sentences(
        "There is no number to put into $\\square \\cdot 0 = {n}$.",
        (
            ("Any number may be put into $\\square \\cdot 0 = {n}$.", "zero-over-zero-has-many"),
            ("Only a very large number fits $\\square \\cdot 0 = {n}$.", "division-by-zero-is-infinity"),
            ("Only ${n}$ fits $\\square \\cdot 0 = {n}$.", "division-by-zero-is-itself"),
        ),
    ),
    Sentences(
        "Multiplying any result by $0$ cannot bring back ${n}$.",
        (
            ("Dividing by $0$ leaves ${n}$, so nothing is divided.", "division-by-zero-is-itself"),
            ("Dividing always makes a number smaller, and $0$ cannot.", "division-always-makes-smaller"),
            ("A $0$ anywhere in a division makes it meaningless.", "zero-anywhere-undefined"),
        ),
    ),
)

CLAIMS = {
    "0": (
        ("You cannot divide, because $0$ is no number.", "zero-is-no-number"),
        ("A large number such as ${n}$ leaves a large result.", "division-by-zero-is-infinity"),
        ("Dividing by nothing leaves ${n}$ as it was.", "division-by-zero-is-itself"),
    ),
    "1": (
        ("It is $0$, since a $0$ stands in the division.", "division-by-zero-is-zero"),
        ("Nothing was divided, so it stays ${n}$.", "division-by-zero-is-itself"),
        ("$0$ fits into ${n}$ for ever, so it is endless.", "division-by-zero-is-infinity"),
    ),
    "n": (
        ("It is $0$, since a $0$ stands in the division.", "division-by-zero-is-zero"),
        ("You cannot divide, because $0$ is no number.", "zero-is-no-number"),
        ("$0$ fits into ${n}$ for ever, so it is endless.", "division-by-zero-is-infinity"),
    ),
}
"""Replies to a claim that n divided by 0 is 0, 1 or n."""

STORIES = tuple(
    Sentences(
        right,
        (
            (f"It is $0$, because each {one} counts $0$.", "division-by-zero-is-zero"),
            (f"It is ${{n}}$, because no {one} takes anything.", "division-by-zero-is-itself"),
            (f"It is a very large number of {many} in the end.", "division-by-zero-is-infinity"),
        ),
        says,
    )
    for says, one, many, right in (
        (
            "A cook fills {n} cups of rice into bags of $0$ cups each and counts the bags.",
            "bag",
            "bags",
            "No number of empty bags uses up the rice.",
        ),
        (
            "A rope of {n} metres is to be cut into pieces of $0$ metres, and the pieces are counted.",
            "piece",
            "pieces",
            "No number of such pieces makes up the rope.",
        ),
        (
            "A walker goes $0$ metres with each step and counts the steps for {n} metres.",
            "step",
            "steps",
            "No number of such steps gets the walker there.",
        ),
        (
            "A tank of {n} litres is emptied with a jug that holds $0$ litres, and the jugs are counted.",
            "jug",
            "jugs",
            "No number of such jugs empties the tank.",
        ),
    )
)
