"""Why something cannot be done with an attempt, in words for the learner."""


class Refused(Exception):
    """What was asked for cannot be done; ``str()`` is a sentence for the page. Nothing was written."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)


class NotFound(Refused):
    """There is no such attempt or question for this learner (it may be somebody else's)."""


class Conflict(Refused):
    """The attempt has moved on, perhaps in another tab or on another device."""
