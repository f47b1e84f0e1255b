"""Judge the effect of an outlier: on mean and median, on the spread, by the rule of the fences, and what to do"
" with it."""

import re
from random import Random

from courses.alg1.data.readback import cumulated, list_in
from courses.alg1.data.summaries import fences, five, mean, median
from courses.alg1.forms import one_of
from courses.alg1.reading import choices_of, right_choice
from exercises import Choice, Question, Reroll, SingleChoice, Step, integer, listed, num, pick, shuffled, template
from exercises.exact import Fraction

TOPICS = (
    ("the minutes that a bus was late on nine days", 2, 9, 40, 75),
    ("the prices of nine second-hand bicycles, in dollars", 60, 95, 400, 900),
    ("the letters that came to an office on nine days", 20, 35, 120, 200),
    ("the heights of nine young trees, in centimetres", 90, 120, 300, 420),
    ("the points of nine players", 30, 48, 140, 190),
    ("the times of nine runners, in minutes", 22, 31, 70, 110),
)  # fmt: skip
SHIFT = "The mean takes part of every value. The median only asks which value stands in the middle."


def drawn(rng: Random) -> tuple[str, list[int], int]:
    """Eight values that lie close, and one far above, with whole means."""
    what, lo, hi, far_lo, far_hi = pick(rng, TOPICS)
    close = [integer(rng, lo, hi) for _ in range(8)]
    outlier = integer(rng, far_lo, far_hi)
    values = [*close, outlier]
    if mean(values).denominator != 1 or mean(close).denominator != 1 or not beyond(values, outlier):
        raise Reroll
    if any(beyond(values, v) for v in close) or (median(values) - median(close)).denominator > 2:
        raise Reroll
    return what, close, outlier


def beyond(values: list[int], value: int) -> bool:
    """Whether a value lies outside the fences."""
    low, high = fences(values)
    return value < low or value > high


def shown(rng: Random, values: list[int]) -> str:
    """The list for a prompt, in a drawn order."""
    return f"${', '.join(map(str, shuffled(rng, values)))}$"


def left_out(rng: Random) -> Question:
    """What changes when the outlier is left out?"""
    what, close, outlier = drawn(rng)
    values = [*close, outlier]
    before, after = (mean(values), median(values)), (mean(close), median(close))
    shift = before[0] - after[0], before[1] - after[1]
    if shift[0] < 3 * abs(shift[1]) or shift[0] < 3:
        raise Reroll
    rows = [
        ("The mean falls much more than the median.", None),
        ("The median falls much more than the mean.", "outlier-median-moves"),
        ("The mean and the median fall by about the same amount.", "outlier-both-move"),
        ("Neither the mean nor the median changes, because one value is only one of nine.", "outlier-no-effect"),
    ]
    found = (f"With it the mean is ${num(before[0])}$ and the median ${num(before[1])}$; without it they are"
             f" ${num(after[0])}$ and ${num(after[1])}$.")  # fmt: skip
    return Question(
        key=("left out", *sorted(close), outlier),
        prompt=f"The list shows {what}.\n\n{shown(rng, values)}\n\nWhat happens to the mean and the median when"
               f" the value"
        f" ${outlier}$ is left out?",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in rows])),
        hints=(SHIFT, f"With ${outlier}$ the sum is ${sum(values)}$ for nine values, without it ${sum(close)}$"
                      f" for eight.",
               f"{found} {rows[0][0]}"),
        solution=(Step(found, "Work both out twice."), Step(rows[0][0], SHIFT)),
    )  # fmt: skip


def which_changes(rng: Random) -> Question:
    """Which statistic hardly changes when the outlier is made larger still?"""
    what, close, outlier = drawn(rng)
    more = outlier + 9 * integer(rng, 3, 15)
    values, larger = [*close, outlier], [*close, more]
    up = mean(larger) - mean(values)
    kept = pick(rng, (True, False))
    asked = "does **not** change" if kept else "changes most"
    rows = (
        [("The median", None), ("The mean", "outlier-both-move"), ("The range", "outlier-range-kept"),
         ("The sum", "outlier-no-effect")] if kept else
        [("The range", None), ("The median", "outlier-median-moves"), ("The mean", "outlier-mean-most"),
         ("The interquartile range", "outlier-quartiles-move")]
    )  # fmt: skip
    said = (f"The sum and the range grow by ${more - outlier}$, the mean by ${num(up)}$. The median and the"
            f" quartiles depend"
            " only on the order, and the order stays.")  # fmt: skip
    right = rows[0][0]
    if five(values)[1:4] != five(larger)[1:4]:
        raise Reroll
    return Question(
        key=("larger", *sorted(close), outlier, more, kept),
        prompt=f"The list shows {what}.\n\n{shown(rng, values)}\n\nThe value ${outlier}$ was misread: it is"
               f" really ${more}$."
        f" Which statistic {asked} when it is corrected?",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in rows])),
        hints=("Which statistics use the size of the largest value, and which only its place in the order?",
               "The largest value stays the largest. So look at what is worked out from it.", f"{said} So: {right}."),
        solution=(Step(said, "Follow the correction through each of them."), Step(f"{right}.", "Compare the changes.")),
    )  # fmt: skip


def by_the_rule(rng: Random) -> Question:
    """Which value is an outlier by the rule of the fences?"""
    what, lo, hi, far_lo, far_hi = pick(rng, TOPICS)
    what = what.replace("nine", "eight")
    close = [integer(rng, lo, hi) for _ in range(7)]
    spread = hi - lo
    last = pick(rng, (integer(rng, far_lo, far_hi), hi + integer(rng, 1, spread // 2)))
    values = [*close, last]
    low, high = fences(values)
    if any(not low <= v <= high for v in close) or last <= max(close) or (high * 2).denominator != 1:
        raise Reroll
    if abs(last - high) < 2:
        raise Reroll
    out = last > high
    _, q1, _, q3, _ = map(Fraction, five(values))
    yes = f"Yes: ${last}$ lies above ${dec(high)}$."
    no = f"No: ${last}$ lies below ${dec(high)}$."
    too_far = q3 + Fraction(3, 2) * (max(values) - min(values))
    rows = [
        (yes if out else no, None),
        (no if out else yes, "outlier-fence-compared"),
        ("Yes: it is the largest value, and the largest is always an outlier." if not out else
         "No: every value that was measured belongs to the data, so none is an outlier.",
         "outlier-largest-always" if not out else "outlier-never"),
        (f"No: ${last}$ lies below ${dec(too_far)}$, counted with 1.5 ranges.", "outlier-fence-from-range") if out else
        (f"Yes: ${last}$ lies above ${dec(q3)}$.", "outlier-fence-at-quartile"),
    ]  # fmt: skip
    work = f"${dec(q3)} + 1.5 \\cdot {dec(q3 - q1)} = {dec(high)}$"
    return Question(
        key=("rule", *sorted(values)),
        prompt=f"The list shows {what}.\n\n{shown(rng, values)}\n\nThe lower quartile is ${dec(q1)}$, the upper one"
        f" ${dec(q3)}$. By the usual rule a value is an outlier when it lies more than 1.5 interquartile ranges"
        f" below the lower"
        f" or above the upper quartile. Is ${last}$ an outlier?",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in rows])),
        hints=("Find the interquartile range: upper minus lower quartile.",
               f"It is ${dec(q3 - q1)}$. Go 1.5 times so far up from the upper quartile.", f"{work}. {rows[0][0]}"),
        solution=(Step(f"The interquartile range is ${dec(q3)} - {dec(q1)} = {dec(q3 - q1)}$.", "Upper minus"
                                                                                                " lower quartile."),
                  Step(f"The border above is {work}.", "From the upper quartile, 1.5 interquartile ranges."),
                  Step(rows[0][0], "Compare the value with the border.")),
    )  # fmt: skip


def dec(value: Fraction) -> str:
    """A number as a short decimal."""
    return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"


CASES = (
    ("A nurse notes the body temperatures of eight patients in °C: {list}. One reading is {far}.",
     (365, 378), 10, (570, 720),
     "It is a slip of the pen or of the thermometer: nobody lives with it. Measure again, or leave it out and say so.",
     "wrong"),
    ("A school notes how many minutes eight pupils need to come to school: {list}. One of them needs {far},"
     " because she lives in"
     " another town.", (8, 25), 1, (80, 110),
     "It is a true value and stays in the data. To say what is typical, take the median.", "true"),
    ("A shop notes the ages of eight customers: {list}. One age is {far}.", (18, 65), 1, (210, 460),
     "It is a slip of the pen: nobody is so old. Ask again, or leave it out and say so.", "wrong"),
    ("A farmer notes the eggs of eight hens in a month: {list}. One hen had {far}, because she was"
     " ill.", (19, 27), 1, (0, 3),
     "It is a true value and stays in the data. To say what is typical, take the median.", "true"),
)  # fmt: skip
REMOVED = "It is left out without a word, because it disturbs the mean."
KEPT = "It stays as it is and the mean is named, because no value may ever be left out."
REPLACED = "It is replaced by the mean of the other values, so that nobody sees a difference."


def what_to_do(rng: Random) -> Question:
    """A value far away with its story: what should be done?"""
    text, (lo, hi), scale, (far_lo, far_hi), right, kind = pick(rng, CASES)
    values, far = [integer(rng, lo, hi) for _ in range(7)], integer(rng, far_lo, far_hi)
    say = [dec(Fraction(v, scale)) for v in values]
    far_said = dec(Fraction(far, scale))
    mixed = shuffled(rng, [*say, far_said])
    other = (
        "It is certainly a slip, because it lies far from the others. It must be left out." if kind == "true" else KEPT
    )
    rows = [(right, None), (REMOVED, "outlier-hidden"), (REPLACED, "outlier-invented"),
            (other, "outlier-true-called-wrong" if kind == "true" else "outlier-kept-blindly")]  # fmt: skip
    why = "The story tells how it came about, so it is true." if kind == "true" else "Such a value cannot be."
    return Question(
        key=("story", text[:20], *sorted(values), far),
        prompt=f"{text.format(list=listed(mixed), far=far_said)} What should be done with this value?",
        answer=SingleChoice(shuffled(rng, [Choice(line, slip is None, slip) for line, slip in rows])),
        hints=("First ask whether the value can be true.", f"{why} Numbers are never hidden or"
                                                           f" invented.", f"So: {right}"),
        solution=(Step(why, "A value that lies far away is not wrong for that."), Step(right, "Honest work says"
                                                                                              " what it does.")),
    )  # fmt: skip


def worked_anew(question: Question) -> None:
    """Sums, places in the order and borders are found again from the shown list."""
    form = question.key[0]
    if form == "story":
        possible = any(word in question.prompt for word in ("because she",))
        assert ("true value" in right_choice(question).text) is possible
        return
    values = list_in(question.prompt)
    half = Fraction(1, 2)
    if form == "left out":
        gone = Fraction(re.findall(r"\$(\d+)\$", question.prompt)[-1])
        rest = list(values)
        rest.remove(gone)
        mean_falls = sum(values) * len(rest) - sum(rest) * len(values)
        middle_falls = cumulated(values, half) - cumulated(rest, half)
        assert mean_falls > 3 * middle_falls * len(values) * len(rest)
        assert right_choice(question).text == "The mean falls much more than the median."
    elif form == "larger":
        old, new = (Fraction(n) for n in re.findall(r"\$(\d+)\$", question.prompt)[-2:])
        changed = sorted([*(v for v in values if v != old), new])
        ordered = sorted(values)
        assert ordered[:-1] == changed[:-1]
        change: dict[str, Fraction] = {
            "median": Fraction(0),
            "interquartile": Fraction(0),
            "range": new - old,
            "mean": (new - old) / len(values),
            "sum": new - old,
        }
        ask_kept = "does **not** change" in question.prompt
        word = {c.text: change[c.text.lower().split()[1]] for c in choices_of(question)}
        best = min(word.values()) if ask_kept else max(word.values())
        assert [text for text, n in word.items() if n == best] == [right_choice(question).text]
    else:
        asked = Fraction(re.findall(r"Is \$(\d+)\$", question.prompt)[0])
        q1, q3 = (Fraction(n) for n in re.findall(r"\$([\d.]+)\$, the upper one \$([\d.]+)\$", question.prompt)[0])
        ordered = sorted(values)
        assert (ordered[1] + ordered[2]) / 2 == q1
        assert (ordered[5] + ordered[6]) / 2 == q3
        assert right_choice(question).text.startswith("Yes" if 2 * (asked - q3) > 3 * (q3 - q1) else "No")


@template(
    "alg1/data/judge-effect-outlier",
    version=1,
    standards=("HSS.ID.A.3",),
    answer=SingleChoice,
    check=worked_anew,
    band="lists of eight or nine values with one far away: mean, median, spread, the rule of the fences, and"
    " what to do",
    min_instances=60,
)
def outlier(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (left_out, which_changes, by_the_rule, what_to_do))
