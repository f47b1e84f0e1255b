"""How much work a piece of code does, counted and not timed: the same on every machine, however busy."""

import sys

from exercises.exact import Fraction

CALLS = 60_000  # Python and built-in functions called: some tens of milliseconds
BITS = 40_000  # of the largest number that a function gave back


class Effort:
    """Counts what runs inside ``with Effort() as effort``: ``calls`` of functions, ``bits`` of the largest number
    returned by one of them."""

    def __init__(self):
        self.calls = self.bits = 0

    def __enter__(self):
        sys.setprofile(self.note)
        return self

    def __exit__(self, *_):
        sys.setprofile(None)

    def note(self, frame, event, value):
        if event == "return" and isinstance(value, int | Fraction):
            self.bits = max(self.bits, value.numerator.bit_length(), value.denominator.bit_length())
        self.calls += event in {"call", "c_call"}

    @property
    def is_small(self):
        return self.calls < CALLS and self.bits < BITS

    def __repr__(self):
        return f"{self.calls} calls, {self.bits} bits"
