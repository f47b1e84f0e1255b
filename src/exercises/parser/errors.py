"""What can go wrong with typed mathematics."""


class Unreadable(ValueError):
    """The text is not mathematics that can be read here; the message says to a learner what to change."""

    @property
    def message(self) -> str:
        """One sentence for the learner."""
        return str(self.args[0])


class Undefined(ArithmeticError):
    """The tree has no value at these numbers: 0 stands in a denominator, or a root is not exact."""
