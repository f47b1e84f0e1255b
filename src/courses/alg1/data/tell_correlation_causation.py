"""Tell correlation from causation: what a correlation allows to say, what may stand behind it, which study"
" shows a cause."""

import re
from random import Random

from courses.alg1.data.coincidences import LINKS, TRIALS, Link, Trial
from courses.alg1.forms import one_of
from courses.alg1.reading import choices_of, formulas, right_choice
from exercises import Choice, Question, SingleChoice, Step, integer, person, pick, pick_distinct, shuffled, template

RULE = (
    "A correlation says that two things go together. One may cause the other, or a third thing may cause both,"
    " or it may be"
    " chance."
)


def drawn_r(rng: Random, link: Link) -> str:
    """A clear correlation coefficient."""
    return f"{'' if link.positive else '-'}0.{integer(rng, 62, 93)}"


def found(link: Link, r: str) -> str:
    """The finding in a sentence."""
    return f"For many {link.who}, {link.one} and {link.other} were noted. The correlation coefficient is $r = {r}$."


def capital(text: str) -> str:
    """With a capital at the start."""
    return text[0].upper() + text[1:]


def place(link: Link) -> str:
    """The word for the single case: "when" for days, weeks and months, else "where"."""
    return "when" if link.who.split()[0] in ("days", "weeks", "months") else "where"


def together(link: Link) -> str:
    """What the correlation says."""
    way = "larger" if link.positive else "smaller"
    return f"{capital(place(link))} {link.one} is larger, {link.other} tends to be {way}."


def what_follows(rng: Random) -> Question:
    """Which sentence follows from the correlation alone?"""
    link = pick(rng, LINKS)
    r = drawn_r(rng, link)
    rows = [
        (together(link), None),
        (link.claim, "causation-from-correlation"),
        (link.turned, "causation-turned"),
        (f"{capital(link.one)} and {link.other} have nothing to do with each other at all.", "correlation-denied"),
    ]
    return Question(
        key=("follows", link.one, r),
        prompt=f"{found(link, r)} Which sentence follows from that alone?",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in rows])),
        hints=(RULE, f"The sign of $r$ is {'positive' if link.positive else 'negative'}: how do the two go together?",
               f"Only this follows. {rows[0][0]}"),
        solution=(Step("The number says only how the two go together, not why.", RULE),
                  Step(rows[0][0], f"$r$ is {'positive' if link.positive else 'negative'} and clearly different"
                                   f" from 0.")),
    )  # fmt: skip


def what_is_behind(rng: Random) -> Question:
    """Which explanation is the most plausible?"""
    link, name = pick(rng, LINKS), person(rng)
    r = drawn_r(rng, link)
    strange = next(other for other in shuffled(rng, LINKS) if other.one != link.one)
    rows = [
        (link.behind, None),
        (link.turned, "causation-turned"),
        (f"{strange.behind}", "third-thing-does-not-fit"),
        ("There is none: a correlation so far from 0 always proves a cause.", "causation-from-correlation"),
    ]
    return Question(
        key=("behind", link.one, r),
        prompt=f"{found(link, r)} {name} concludes: “{link.claim}” Which other explanation is plausible?",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in rows])),
        hints=("Look for a third thing that could change both.", f"It must fit {link.one} as well as {link.other}.",
               f"For example this. {link.behind}"),
        solution=(Step("A third thing may cause both.", RULE), Step(link.behind, "It explains why the two go"
                                                                                 " together without"
                                                                   " one causing the other.")),
    )  # fmt: skip


def what_reply(rng: Random) -> Question:
    """What is a good reply to the claim?"""
    link, name = pick(rng, LINKS), person(rng)
    r = drawn_r(rng, link)
    size = "strong" if int(r[-2:]) > 75 else "clear"
    rows = [
        ("The two go together, but that alone does not show that one causes the other.", None),
        (f"That is right, because $r = {r}$ is {size} enough to prove a cause.", "causation-from-correlation"),
        (f"That is wrong, because $r$ would have to be exactly ${'1' if link.positive else '-1'}$ to prove a cause.",
         "causation-needs-perfect-r"),
        ("That is wrong, because the two cannot go together at all when neither causes the other.",
         "correlation-denied"),
    ]  # fmt: skip
    return Question(
        key=("reply", link.one, r),
        prompt=f"{found(link, r)} {name} says: “{link.claim}” What is a good reply?",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in rows])),
        hints=(RULE, f"A third thing could be at work. {link.behind}", f"So reply this. {rows[0][0]}"),
        solution=(Step(f"Another explanation is possible. {link.behind}", "It explains the correlation, too."),
                  Step(rows[0][0], RULE)),
    )  # fmt: skip


def experiment(trial: Trial, n: int) -> str:
    """A study in which chance decides."""
    return f"Chance decided which half of {trial.setting.format(n=n)} {trial.treatment}. That half {trial.finding}."


def observation(link: Link, n: int) -> str:
    """A study that only looks on."""
    way = "larger" if link.positive else "smaller"
    return f"For {n} {link.who} it was noted that {place(link)} {link.one} was larger, {link.other} was mostly {way}."


def which_study(rng: Random) -> Question:
    """Which study gives good evidence of a cause?"""
    trial = pick(rng, TRIALS)
    links = pick_distinct(rng, LINKS, 3)
    n, *sizes = (2 * integer(rng, 20, 90) for _ in range(4))
    rows = [Choice(experiment(trial, n), True, value="trial")]
    rows += [Choice(observation(link, size), False, "causation-from-correlation", value=link.one)
             for link, size in zip(links, sizes, strict=True)]  # fmt: skip
    return Question(
        key=("study", trial.setting, n, *(link.one for link in links)),
        prompt="Which of these studies gives good evidence that one thing **causes** the other?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=("When chance decides who gets something, the groups are alike in all other things.",
               "Three of the studies only look on: a third thing may be behind what they found.",
               f"This one decides by chance. {rows[0].text}"),
        solution=(Step("In the others nobody decided who gets what: they only look on.", RULE),
                  Step(f"This one shows a cause. {rows[0].text}", "Chance makes the groups alike, so only the"
                                                                  " treatment differs.")),
    )  # fmt: skip


def of_trial(rng: Random) -> Question:
    """What may be concluded from an experiment by chance, or from looking on?"""
    trial, n, name = pick(rng, TRIALS), 2 * integer(rng, 20, 120), person(rng)
    rows = [
        (f"{trial.cause} Chance made the two halves alike in everything else.", None),
        ("Nothing: a study can never say anything about a cause.", "cause-never"),
        ("Only that the two go together, because no correlation coefficient is named.", "trial-as-correlation"),
        ("The effect came first: those that would do better chose what they got.", "trial-chosen"),
    ]
    return Question(
        key=("trial", trial.setting, n),
        prompt=f"{experiment(trial, n)} {name} asks what follows. Which reply is best?",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in rows])),
        hints=("Who decided which ones belong to which half?", "Chance did. So in what else do the two halves differ?",
               f"Hardly in anything. {rows[0][0]}"),
        solution=(Step("Chance decided, so the halves differ only in what was done.", "A third thing would be in"
                                                                                      " both halves."),
                  Step(rows[0][0], "That is the strength of an experiment.")),
    )  # fmt: skip


def looked_up(question: Question) -> None:
    """The right choice by what it says: together, a third thing for the same two, chance that decides; no other"
    " does."""
    form, right = question.key[0], right_choice(question).text
    others = [choice.text for choice in choices_of(question) if not choice.right]
    claims = {text for link in LINKS for text in (link.claim, link.turned)}
    if form in ("follows", "behind", "reply"):
        link = next(one for one in LINKS if f"many {one.who}," in question.prompt and one.one in question.prompt)
        r = float(next(tex for tex in formulas(question.prompt) if tex.startswith("r =")).split("= ")[1])
        assert (r > 0) is link.positive
        if form == "follows":
            assert right.endswith(f"tends to be {'larger' if r > 0 else 'smaller'}.")
            assert sum("tends to be" in text for text in others) == 0
        elif form == "behind":
            assert right == link.behind
            assert link.behind not in others
        else:
            assert "does not show" in right
        assert right not in claims
    elif form == "study":
        assert right.startswith("Chance decided")
        assert all(re.match(r"For \d+ .* it was noted", text) for text in others)
    else:
        trial = next(one for one in TRIALS if one.finding in question.prompt)
        assert right.startswith(trial.cause)


@template(
    "alg1/data/tell-correlation-causation",
    version=1,
    standards=("HSS.ID.C.9",),
    answer=SingleChoice,
    check=looked_up,
    band="one correlation or study of everyday life: what follows, what may stand behind it, which study shows a cause",
    min_instances=60,
)
def causation(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (what_follows, what_is_behind, what_reply, which_study, of_trial))
