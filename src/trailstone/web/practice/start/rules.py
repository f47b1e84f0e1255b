"""What an activity can lead to and what to know before it, in words; the policy in force decides."""

from collections.abc import Iterable
from dataclasses import dataclass

from mastery import POLICIES, Activity, Level, Outcome, next_level
from mastery.activities import RULES


@dataclass(frozen=True, slots=True)
class Change:
    """One way it can end: "4 of 4 right" leads to a level."""

    when: str
    level: int


def changes(now: Level, questions: int, policy: str) -> Iterable[Change]:
    """Where an exercise can lead from a level: all right, good, and less."""
    good = -(-7 * questions // 10)  # the fewest right answers that make 70 %
    most = "" if good == questions - 1 else f" to {questions - 1}"
    ends = (
        (f"{questions} of {questions} right", Outcome.EXERCISE_PERFECT),
        (f"{good}{most} of {questions} right", Outcome.EXERCISE_GOOD),
        ("Fewer", Outcome.EXERCISE_LOW),
    )
    for when, outcome in ends:
        yield Change(when, next_level(now, outcome, POLICIES[policy]))


def rules(activity: Activity, policy: str, *, same: bool = False) -> Iterable[str]:
    """What else to know, one sentence each. ``same``: all learners of an assignment are asked the same."""
    if same:
        yield "Everybody gets the same questions, each time. Only an attempt from here counts for the assignment."
    table = POLICIES[policy].table
    falls = table[Outcome.MIXED_WRONG][Level.PROFICIENT] < Level.PROFICIENT
    if not RULES[activity].mixed:
        yield "Your first answer to a question counts. More tries are always open."
        yield "Hints are there for you. A question with a hint opened before the first answer counts as not yet."
        if not same:
            yield "One miss? Then a bonus question can wipe it."
        return
    quiz = activity is Activity.QUIZ
    top = table[Outcome.QUIZ_RIGHT if quiz else Outcome.MIXED_RIGHT][Level.PROFICIENT]
    mastered = ", from Proficient to Mastered too" if top == Level.MASTERED else ", up to Proficient"
    yield f"A skill goes up when every question on it is right{mastered}."
    if falls:
        yield "When all on a skill are missed it can go back one level; you can win it back. What is not asked stays."
    yield "One answer counts for each question; you see at once how it went. Hints open after the first answer."
    if activity is Activity.MASTERY_CHALLENGE:
        yield "You can pause. It has to be finished within 12 hours; after that it closes and nothing changes."
    else:
        yield "You can pause at any time: your place is kept until you are done."
