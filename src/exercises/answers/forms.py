"""The same number or expression in other ways of typing it: what must also grade right."""

from exercises.answers.reading import terminates
from exercises.exact import Fraction
from exercises.say import decimal, num


def spellings(text: str) -> list[str]:
    """Other ways to type a plain text: spaces, the signs − and ·, full-width digits, `**`."""
    ways = [text, f"  {text} ", text.replace("-", "−"), text.replace("*", "·"), text.replace("^", "**")]
    ways.append("".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in text))
    return list(dict.fromkeys(ways))


def number_spellings(value: int | Fraction) -> list[str]:
    """Ways to type a number: plain, TeX, decimal, decimal comma, mixed, with grouped digits."""
    value = Fraction(value)
    ways = [*spellings(str(value)), num(value)]
    whole, part = divmod(abs(value), 1)
    sign = "-" if value < 0 else ""
    if part and whole:
        ways += [f"{sign}{whole} {part}", f"{sign}{whole}{num(part)}"]
    if part and terminates(value) and value.denominator <= 10**6:
        text = decimal(value)
        ways.append(text)
        if len(text.partition(".")[2]) != 3:
            ways.append(text.replace(".", ","))
    if not part and whole >= 1000:
        ways.append(f"{sign}{whole:,}")
    return ways
