"""Find conditional, joint and marginal relative frequencies: as fractions, as percentages, and back to a count."""

import re
from random import Random

from courses.alg1.data.two_way import SURVEYS, Counts, Survey, counts_in, drawn, full, shown
from courses.alg1.forms import one_of
from courses.alg1.slips import apart
from exercises import FractionAnswer, Number, Question, Reroll, Step, integer, num, pick, template
from exercises.exact import Fraction
from exercises.geometry import Exact

WORDS = {True: "as a fraction in lowest terms", False: "in percent"}


def place(counts: Counts, i: int, j: int, of: str) -> tuple[int, int]:
    """The part and the whole: of a row, of a column, or of all."""
    cells = full(counts)
    whole = {"row": cells[i][2], "column": cells[2][j], "all": cells[2][2]}[of]
    return cells[i][j], whole


def asks(survey: Survey, i: int, j: int, of: str) -> str:
    """The question in words."""
    row, column = survey.row_words[i], survey.column_words[j]
    plural_who = survey.who.split(" of ")[0].split(" in ")[0]
    return {
        "row": f"Of the {row}, what share {column}?",
        "column": f"Of those that {column}, what share are {row}?",
        "all": f"Of all the {plural_who}, what share are {row} that {column}?",
    }[of]


WHOLE = {
    "row": "the total of that row", "column": "the total of that column", "all": "the total at the lower right",
}  # fmt: skip


def share(rng: Random) -> Question:
    """A share of a row, a column or all."""
    as_fraction = rng.random() < 0.5
    survey, counts = drawn(rng, 1 if as_fraction else pick(rng, (1, 2, 3)))
    i, j, of = integer(rng, 0, 1), integer(rng, 0, 1), pick(rng, ("row", "row", "column", "column", "all"))
    part, whole = place(counts, i, j, of)
    value = Fraction(part, whole)
    if (not as_fraction and (100 * value).denominator != 1) or (as_fraction and value.denominator > 40):
        raise Reroll
    scale = 1 if as_fraction else 100
    others = [name for name in ("row", "column", "all") if name != of]
    slips: dict[str, Exact] = {f"share-of-{name}": scale * Fraction(*place(counts, i, j, name)) for name in others}
    slips["share-part-to-rest"] = scale * Fraction(part, whole - part)
    slips["share-other-cell"] = scale * Fraction(place(counts, i, 1 - j, of)[0], whole) if of == "row" else (
        scale * Fraction(place(counts, 1 - i, j, of)[0], whole))  # fmt: skip
    if not as_fraction:
        slips = {"share-not-in-percent": value, **slips}
    kept = {name: worth for name, worth in slips.items() if as_fraction or Fraction(worth).denominator < 10
            or name == "share-not-in-percent"}  # fmt: skip
    shown_value = num(value) if as_fraction else num(100 * value)
    unit = "" if as_fraction else "%"
    fraction = f"\\frac{{{part}}}{{{whole}}}"
    result = f"${fraction} = {num(value)}$" if as_fraction else f"${fraction} = {num(100 * value)}$ %"
    if as_fraction and num(value) == fraction:
        result = f"${fraction}$"
    answer = FractionAnswer(value) if as_fraction else Number(int(100 * value), unit="%")
    return Question(
        key=("share", survey.who, counts, i, j, of, as_fraction),
        prompt=f"The table counts {survey.who}.\n\n{shown(survey, counts)}\n\n{asks(survey, i, j, of)} Answer"
        f" {WORDS[as_fraction]}.",
        answer=answer,
        after=unit,
        wrong=apart(answer.value, kept),
        hints=("Find the whole first: the words after “of” name it.", f"The whole is {WHOLE[of]}: ${whole}$.",
               f"The part is ${part}$, so take ${part} \\div {whole}$.", f"{result}."),
        solution=(Step(f"The whole is ${whole}$.", f"“Of” names it: it is {WHOLE[of]}."),
                  Step(f"The part is ${part}$.", f"In the row {survey.rows[i]} and the column {survey.columns[j]}."),
                  Step(f"{result}" if shown_value else "", "Part divided by whole.")),
    )  # fmt: skip


def without_totals(rng: Random) -> Question:
    """The totals are not shown."""
    survey, counts = drawn(rng)
    i, j, of = integer(rng, 0, 1), integer(rng, 0, 1), pick(rng, ("row", "column"))
    part, whole = place(counts, i, j, of)
    value = Fraction(part, whole)
    if value.denominator > 40:
        raise Reroll
    other = whole - part
    slips: dict[str, Exact] = {
        "share-part-to-rest": Fraction(part, other),
        "share-of-all": Fraction(*place(counts, i, j, "all")),
        f"share-of-{'column' if of == 'row' else 'row'}": Fraction(
            *place(counts, i, j, "column" if of == "row" else "row")
        ),
    }
    fraction = f"\\frac{{{part}}}{{{whole}}}"
    result = f"${fraction}$" if num(value) == fraction else f"${fraction} = {num(value)}$"
    return Question(
        key=("no totals", survey.who, counts, i, j, of),
        prompt=f"The table counts"
               f" {survey.who}.\n\n{shown(survey, counts, sums=False)}\n\n{asks(survey, i, j, of)} Answer"
        f" {WORDS[True]}.",
        answer=FractionAnswer(value),
        wrong=apart(value, slips),
        hints=("Find the whole first: the words after “of” name it.", f"The whole is ${part} + {other} = {whole}$.",
               f"{result}."),
        solution=(Step(f"The whole is ${part} + {other} = {whole}$.", f"“Of” names the {of}; add its two numbers."),
                  Step(result, "Part divided by whole.")),
    )  # fmt: skip


def back_to_count(rng: Random) -> Question:
    """A share is told, the count is asked."""
    survey, _ = drawn(rng)
    whole, percent = 20 * integer(rng, 2, 15), 5 * integer(rng, 3, 18)
    part = Fraction(whole * percent, 100)
    i, j = integer(rng, 0, 1), integer(rng, 0, 1)
    everybody = whole + 20 * integer(rng, 1, 15)
    if part.denominator != 1 or percent == 50 or Fraction(everybody * percent, 100) == part:
        raise Reroll
    slips: dict[str, Exact] = {
        "share-of-all": Fraction(everybody * percent, 100),
        "share-rest-instead": whole - part,
        "share-of-others": Fraction((everybody - whole) * percent, 100),
    }
    kept = {name: n for name, n in slips.items() if Fraction(n).denominator == 1}
    work = f"{percent} \\cdot {whole} \\div 100 = {num(part)}"
    return Question(
        key=("count", survey.who, whole, percent, everybody, i, j),
        prompt=f"A survey counted {everybody} {survey.who}. Of these, {whole} were {survey.row_words[i]}, and"
               f" {percent}% of"
        f" the {survey.row_words[i]} {survey.column_words[j]}. How many of the {survey.row_words[i]}"
        f" {survey.column_words[j]}?",
        answer=Number(int(part)),
        wrong=apart(int(part), kept),
        hints=("Of which number is the percentage taken? Read the words after “of”.", f"Take {percent}% of ${whole}$.",
               f"${work}$."),
        solution=(Step(f"The whole is ${whole}$.", f"It is {percent}% of the {survey.row_words[i]}, not of all."),
                  Step(f"${work}$", "A percentage is so many of each hundred.")),
    )  # fmt: skip


def counted_out(question: Question) -> None:
    """Count through the shown table one by one: the whole that the words name, and those of it that are asked for."""
    answer = question.answer
    assert isinstance(answer, FractionAnswer | Number)
    if question.key[0] == "count":
        numbers = [int(n) for n in re.findall(r"\d+", question.prompt)]
        assert answer.value * 100 == numbers[1] * numbers[2]
        return
    survey = next(one for one in SURVEYS if f"counts {one.who}." in question.prompt)
    counts = counts_in(question.prompt)
    ask = question.prompt.split("\n\n")[-1]
    rows = [name for name, words in zip(survey.rows, survey.row_words, strict=True) if words in ask]
    columns = [name for name, words in zip(survey.columns, survey.column_words, strict=True) if words in ask]
    (row,), (column,) = rows, columns
    given = ask.split(", what share")[0]
    if given.startswith("Of all"):
        whole = sum(counts.values())
    elif "those that" in given:
        whole = sum(n for (_, c), n in counts.items() if c == column)
    else:
        whole = sum(n for (r, _), n in counts.items() if r == row)
    assert answer.value * whole == counts[row, column] * (100 if isinstance(answer, Number) else 1)


@template(
    "alg1/data/find-conditional-relative-frequencies",
    version=1,
    standards=("HSS.ID.B.5",),
    answer=(Number, FractionAnswer),
    check=counted_out,
    band="two-way tables with counts up to 60, with or without totals; shares as fractions or whole percentages",
)
def relative_frequencies(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (share, share, without_totals, back_to_count))
