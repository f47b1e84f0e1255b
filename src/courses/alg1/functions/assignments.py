"""Everyday relations that give one output for each input, and some that do not."""

FUNCTIONS: tuple[tuple[str, str], ...] = (
    ("a student of the school", "the month of that student's birth"),
    ("a whole number", "that number doubled"),
    ("the side of a square", "the area of that square"),
    ("an English word", "the number of letters in it"),
    ("a day of last year", "the highest temperature measured at one weather station on that day"),
    ("a seat of a train", "the number of the carriage that the seat is in"),
    ("a number", "the square of that number"),
    ("a page of a novel", "the number of words on that page"),
    ("a match of a football season", "the number of goals scored in it"),
    ("a time on a film's clock", "the scene that is shown at that time"),
    ("the number of tickets bought at 5 dollars each", "the price of all these tickets"),
    ("a member of a choir", "that member's height in the school's file"),
)
"""Input and output."""
OTHERS: tuple[tuple[str, str], ...] = (
    ("a month", "a student of a large school who was born in that month"),
    ("the area of a rectangle", "the length of such a rectangle"),
    ("a number of letters", "an English word with that many letters"),
    ("a temperature", "a day of last year when it was measured at a weather station"),
    ("a positive number", "a number whose square it is"),
    ("the number of a train's carriage", "a seat in that carriage"),
    ("a number of goals", "a match of a football season with that many goals"),
    ("a positive number", "a number that is smaller than it"),
    ("a family name in a city's register", "a person with that family name"),
    ("a distance from 0 on the number line that is not 0", "a number with that distance from 0"),
    ("the perimeter of a rectangle", "the width of such a rectangle"),
    ("a letter of the alphabet", "an English word that begins with that letter"),
)
