"""Write a system for a story."""

from random import Random

from courses.alg1.equations.readback import gap, gaps
from courses.alg1.forms import one_of
from courses.alg1.reading import formulas
from courses.alg1.systems.rows import both
from courses.alg1.systems.tales import GAPS, Tale, numbers_in
from courses.alg1.systems.tales_told import TALES
from exercises import Equation, Question, Reroll, Step, integer, person, pick, template
from exercises.exact import Fraction

POINTS = tuple((Fraction(u), Fraction(v)) for u, v in ((1, 1), (2, 5), (7, 3), (11, 12), (0, 4), (23, 1), (-3, 8)))


def says_the_sentence(question: Question) -> None:
    """The equation is off by the same share of what the story's sentence is off by, wherever amounts are put in."""
    assert isinstance(question.answer, Equation)
    form, name, asked = question.key[0], str(question.key[1]), question.key[2]
    assert isinstance(asked, int)
    told, rest = question.prompt.split(" Let ")
    numbers, letters = numbers_in(told), [tex for tex in formulas(f"Let {rest}") if len(tex) == 1][:2]
    shown = [tex for tex in formulas(rest) if "=" in tex]
    sentences = GAPS[name.split()[0]]

    def same(tex: str, place: int) -> bool:
        pairs = [(gap(tex, dict(zip(letters, p, strict=True))), sentences[place](numbers, *p)) for p in POINTS]
        (a, b), *others = [pair for pair in pairs if any(pair)]
        return all(x * b == y * a for x, y in others) and len(others) > 2

    assert same(question.answer.text, asked)
    if form == "other":
        assert same(shown[0], 1 - asked)
    if form == "mend":
        assert [same(tex, place) for place, tex in enumerate(shown)] == [place != asked for place in (0, 1)]


def kept(tale: Tale, asked: int) -> dict[str, str]:
    """The slips that are other equations than the right one and each other."""
    u, v = tale.letters
    seen, found = [signature(tale.equations[asked], u, v)], dict[str, str]()
    given = {**tale.wrong[asked], "system-equation-already-given": tale.equations[1 - asked]}
    for name, text in given.items():
        sign = signature(text, u, v)
        if sign not in seen:
            seen.append(sign)
            found[name] = text
    if len(found) < 2:
        raise Reroll
    return found


def signature(equation: str, u: str, v: str) -> tuple[Fraction, ...]:
    """How far an equation is off at some points, up to a factor: equal for equations that say the same."""
    values = gaps(equation, ({u: a, v: b} for a, b in POINTS))
    first = next(value for value in values if value)
    return tuple(value / first for value in values)


def work(tale: Tale, asked: int) -> tuple[Step, ...]:
    """Both sentences as equations, the one asked for last."""
    about, right = tale.about[asked], tale.equations[asked]
    other = tale.equations[1 - asked]
    return (
        Step(tale.let(), "Say first what the letters stand for."),
        Step(f"About {tale.about[1 - asked]} the story says: ${other}$.", "Each sentence gives one equation."),
        Step(f"About {about} it says: ${right}$.", "Put the letters in place of the words."),
    )


def question(form: str, tale: Tale, asked: int, ask: str, hint: str) -> Question:
    """The question for one of the two equations."""
    return Question(
        key=(form, tale.name, asked, *tale.numbers),
        prompt=f"{tale.text} {tale.let()} {ask}",
        answer=Equation(tale.equations[asked], model=True),
        wrong=kept(tale, asked),
        hints=(
            "Two amounts are not known, so the story has to tell two things about them. Find its sentences one by one.",
            hint,
            f"The equation is ${tale.equations[asked]}$.",
        ),
        solution=work(tale, asked),
    )


def the_other(rng: Random) -> Question:
    """One equation is given."""
    tale, asked = pick(rng, TALES)(rng), integer(rng, 0, 1)
    given = tale.equations[1 - asked]
    ask = f"One equation of the system is ${given}$. Write the other one, with both letters."
    return question("other", tale, asked, ask,
                    f"${given}$ tells about {tale.about[1 - asked]}. What does the story say about"
                    f" {tale.about[asked]}?")  # fmt: skip


def the_one_about(rng: Random) -> Question:
    """It is said which sentence is meant."""
    tale, asked = pick(rng, TALES)(rng), integer(rng, 0, 1)
    ask = (
        f"One equation of the system tells about {tale.about[1 - asked]}, the other about {tale.about[asked]}."
        f" Write the equation about {tale.about[asked]}."
    )
    return question("about", tale, asked, ask, f"Look for the numbers that tell about {tale.about[asked]}. "
                    "How are they made up of the two letters?")  # fmt: skip


def mend(rng: Random) -> Question:
    """One of two equations is wrong."""
    tale, asked = pick(rng, TALES)(rng), integer(rng, 0, 1)
    name = pick(rng, sorted(tale.wrong[asked]))
    wrong, who = tale.wrong[asked][name], person(rng)
    if who in tale.text or signature(wrong, *tale.letters) == signature(tale.equations[asked], *tale.letters):
        raise Reroll
    shown = list(tale.equations)
    shown[asked] = wrong
    return question(
        "mend", tale, asked,
        f"{who} writes the two equations below, but one of them is wrong. Write the right equation in its place."
        f"\n\n{both(*shown)}",
        f"The equation about {tale.about[1 - asked]} is right. Compare the other one with the story, word by word.",
    )  # fmt: skip


@template(
    "alg1/systems/write-system-story",
    version=1,
    standards=("HSA.CED.A.3",),
    answer=Equation,
    check=says_the_sentence,
    band="two unknown amounts and two sentences with whole numbers: write one equation, or mend a wrong one",
)
def write_system(rng: Random) -> Question:
    """The other equation, the one about something, or the right one in place of a wrong one."""
    return one_of(rng, (the_other, the_one_about, mend))
