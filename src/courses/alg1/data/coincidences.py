"""Things that go together without one causing the other, what stands behind them, and experiments that do tell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Two things that were found to go together, the claim that one causes the other, and what may stand behind"
    " both."""

    who: str
    one: str
    other: str
    positive: bool
    claim: str
    behind: str
    turned: str


LINKS = (
    Link(
        "days at a beach",
        "the number of ice creams sold",
        "the number of people who were stung by jellyfish",
        True,
        "Ice cream attracts jellyfish.",
        "Hot weather brings more bathers and more ice cream.",
        "Jellyfish stings make people buy ice cream.",
    ),
    Link(
        "fires in a city",
        "the number of firefighters sent",
        "the damage in dollars",
        True,
        "Firefighters cause the damage.",
        "Large fires need more firefighters and do more damage.",
        "Damage is paid for by sending firefighters.",
    ),
    Link(
        "pupils of a primary school",
        "the shoe size",
        "the number of words read in a minute",
        True,
        "Larger feet make better readers.",
        "Older pupils have larger feet and have learnt to read for longer.",
        "Reading makes feet grow.",
    ),
    Link(
        "countries",
        "the number of television sets for each 100 people",
        "the average age that people reach",
        True,
        "Watching television makes people live longer.",
        "Richer countries have more television sets and better hospitals.",
        "Long lives make television sets cheaper.",
    ),
    Link(
        "days",
        "the number of umbrellas seen in a street",
        "the number of cars that were driven slowly",
        True,
        "Umbrellas slow cars down.",
        "Rain brings out umbrellas and makes drivers careful.",
        "Slow cars make people open umbrellas.",
    ),
    Link(
        "villages in the north",
        "the number of storks",
        "the number of babies born in a year",
        True,
        "Storks bring babies.",
        "Larger villages have more houses for storks and more families.",
        "Babies attract storks.",
    ),
    Link(
        "weeks",
        "the number of hours of heating",
        "the number of colds",
        True,
        "Heating causes colds.",
        "Cold weather makes people heat and stay indoors close together.",
        "Sneezing heats the houses.",
    ),
    Link(
        "towns",
        "the number of churches",
        "the number of thefts",
        True,
        "Churches lead to thefts.",
        "Towns with more people have more churches and more thefts.",
        "Thefts make people build churches.",
    ),
    Link(
        "months",
        "the number of jackets sold",
        "the number of hours of sunshine",
        False,
        "Selling jackets takes the sunshine away.",
        "In winter people buy jackets and the days are short.",
        "Jackets are sold out by the sun.",
    ),
    Link(
        "pupils of a school",
        "the number of toys at home",
        "the height in centimetres",
        False,
        "Toys stop children from growing.",
        "Older pupils are taller and have given toys away.",
        "Growing makes toys disappear.",
    ),
)
"""Known textbook kinds of coincidences; `behind` is one sound explanation of each."""


@dataclass(frozen=True, slots=True)
class Trial:
    """An experiment in which chance decides who gets what, with its finding and what may be concluded."""

    setting: str
    treatment: str
    finding: str
    cause: str


TRIALS = (
    Trial(
        "{n} tomato plants of one kind",
        "got a new fertiliser",
        "gave clearly more fruit",
        "The fertiliser causes more fruit.",
    ),
    Trial(
        "{n} people with headaches",
        "got a new tablet, the others one without effect that looks the same",
        "felt better clearly sooner",
        "The tablet makes headaches pass sooner.",
    ),
    Trial(
        "{n} pupils",
        "slept an hour longer for two weeks",
        "did clearly better in a memory test",
        "More sleep improves memory.",
    ),
    Trial(
        "{n} candles from one box",
        "stood in a cooler room",
        "burnt clearly longer",
        "A cooler room makes these candles burn longer.",
    ),
    Trial(
        "{n} hens of one flock",
        "had light for two hours longer each day",
        "laid clearly more eggs",
        "Longer light makes hens lay more eggs.",
    ),
)
