"""Why something cannot be done with an attempt, in words for the learner."""


class Refused(Exception):
    """What was asked for cannot be done; ``str()`` is a sentence for the page. Nothing was written."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)


class NotFound(Refused):
    """There is no such attempt or question for this learner (it may be somebody else's)."""


class Conflict(Refused):
    """The attempt has moved on, perhaps in another tab or on another device."""


FINISHED = "This activity is already finished. Your results are kept."
MOVED_ON = "This question has moved on, perhaps in another tab. Here is where you are now."
NO_SUCH = "There is no such question for you. Open the activity again from your class page."
LAPSED = "The 12 hours for this mastery challenge are over. Nothing was changed; a new one is open."
