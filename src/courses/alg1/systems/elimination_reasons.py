"""Why elimination keeps the solution: right reasons, and wrong ones with the mistake behind each."""

Wrong = tuple[tuple[str, str], ...]

REASONS: tuple[tuple[str, Wrong], ...] = (
    (
        "For the solution both sides of each are equal numbers, so their sums are too.",
        (
            ("The new equation is shorter, and a shorter one has the same solution.", "elimination-shorter-is-same"),
            ("It has all the solutions of the first equation and no other solutions.", "elimination-same-as-first"),
            ("It has one letter only, and then there is always a solution to be found.", "elimination-one-letter"),
        ),
    ),
    (
        "For the solution equals were added to equals, so the sums are equal.",
        (
            ("Adding never changes an equation, so the new one is the first one again.", "elimination-same-as-first"),
            ("The letter that drops out is 0, so it may be left out of both equations.", "elimination-letter-is-zero"),
            ("The two lines become one line when their equations are added up like this.", "elimination-one-line"),
        ),
    ),
    (
        "At the point where the two lines cross, equals are added to equals.",
        (
            ("All points of the two lines lie on the line of the new equation as well.", "elimination-all-points-kept"),
            ("The new equation has the same line as the first one, written another way.", "elimination-same-as-first"),
            ("The letter that drops out is 0 at the point where the two lines cross.", "elimination-letter-is-zero"),
        ),
    ),
)  # fmt: skip
