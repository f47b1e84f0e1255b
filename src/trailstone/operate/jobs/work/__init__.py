"""What the jobs do. Each takes the time and somebody to tell, and returns a sentence; it raises ``Failed`` with one."""


class Failed(Exception):
    """A job that could not do its work; ``str()`` is a sentence for the owner."""
