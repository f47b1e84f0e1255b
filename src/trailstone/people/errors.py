"""Why something was not done, as a sentence for the person who asked."""


class Refused(Exception):
    """Not done, and nothing was written. ``message`` says why and what to do; it can be shown as it is."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class OutOfReach(Refused):
    """The actor has no business with this class or person: a page answers 404 to it, the API too."""
