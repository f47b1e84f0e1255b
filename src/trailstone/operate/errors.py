"""Why the site cannot do what its operator asked for."""


class CannotStart(Exception):
    """The site does not start; ``str()`` is a sentence that says what to do."""
