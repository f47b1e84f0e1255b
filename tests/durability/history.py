"""Was what the clients saw possible? Pure: what they did and the log of the database in, problems in sentences out.

As in Jepsen: every operation has the moments when it was sent and when its reply came. The log of an attempt is the
one order in which its steps took effect; this checks that the order explains all that was seen.
"""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate

OK, NO, UNKNOWN = "ok", "no", "unknown"
STEP, READ = "step", "read"
NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class Op:
    """One thing a client did. ``key`` names a step; ``seen``: how many steps of the attempt a read saw.

    ``outcome``: acknowledged, refused for good, or never answered (then ``ended`` is NEVER). ``told``: what came back,
    for whoever looks for the cause.
    """

    attempt: str
    what: str
    invoked: float
    ended: float
    outcome: str
    key: str = ""
    seen: int = 0
    told: str = ""


def problems(ops, log):
    """What cannot be, as sentences. ``log``: attempt -> the keys of its steps in the order they took effect."""
    steps = {op.key: op for op in ops if op.what == STEP}
    reads = defaultdict(list)
    for op in ops:
        if op.what == READ and op.outcome == OK:
            reads[op.attempt].append(op)
    found = [*_counting(steps, log)]
    for attempt in {*log, *reads}:
        took = [steps[key] for key in log.get(attempt, ()) if key in steps]
        found += _order(took)
        found += _reading(took, sorted(reads[attempt], key=lambda op: op.invoked))
    return found


def _counting(steps, log):
    """Everything acknowledged is there, once, where it was sent; nothing else is."""
    places = defaultdict(list)
    for attempt, keys in log.items():
        for key in keys:
            places[key].append(attempt)
    for key, op in steps.items():
        if op.outcome == OK and not places[key]:
            yield f"lost: {key} was acknowledged and is not there"
        if op.outcome == NO and places[key]:
            yield f"counted although refused: {key} {op.told}".rstrip()
    for key, attempts in places.items():
        if len(attempts) > 1:
            yield f"counted twice: {key}"
        if attempts and key not in steps:
            yield f"invented: nobody sent {key}"
        if attempts and key in steps and steps[key].attempt not in attempts:
            yield f"astray: {key} stands in another attempt"


def _order(took):
    """A step that was acknowledged before another was sent stands before it."""
    latest = accumulate((op.invoked for op in took), max)
    for op, sent in zip(took[1:], latest, strict=False):
        if op.ended < sent:
            yield f"out of order: {op.key} was acknowledged before a step was sent that stands before it"


def _reading(took, reads):
    """A read sees what was acknowledged before it, nothing sent after it, and never less than an earlier read."""
    acknowledged = list(accumulate((op.ended for op in reversed(took)), min))[::-1]  # of this step or a later one
    known = sorted((op.ended, op.seen) for op in reads)
    most = list(accumulate((seen for _, seen in known), max))
    for read in reads:
        least = bisect_left(acknowledged, read.invoked)
        before = bisect_left(known, (read.invoked, -1))
        latest = next((place for place, op in enumerate(took) if op.invoked > read.ended), len(took))
        if read.seen < least:
            yield f"stale: a read of {read.attempt} saw {read.seen} steps, {least} were acknowledged before it"
        if read.seen > latest:
            yield f"foreseen: a read of {read.attempt} saw {read.seen} steps, at most {latest} had been sent"
        if before and read.seen < most[before - 1]:
            yield f"backwards: a read of {read.attempt} saw {read.seen} steps after one that saw {most[before - 1]}"
