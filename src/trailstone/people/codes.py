"""Class codes: 8 signs, easy to read from a board and to type, too many to guess."""

import secrets
from typing import Final

# Crockford's Base32 (https://www.crockford.com/base32.html): no I, L, O, U. 32 signs, so 8 of them are 40 bits.
ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 8
MISREAD: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code() -> str:
    """A fresh code, from the system's source of secrets."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def read(typed: str) -> str:
    """The code somebody meant: capitals, blanks and dashes gone, O read as 0, I and L as 1."""
    return "".join(sign for sign in typed.upper() if sign.isalnum()).translate(MISREAD)


def spaced(code: str) -> str:
    """The code as it is shown and said: ``7KQM 2RXV``."""
    return f"{code[:4]} {code[4:]}"
