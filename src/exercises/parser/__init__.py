"""Typed mathematics: plain text or TeX to a tree, its value, its shape and its TeX. Nothing is ever executed."""

from exercises.parser.errors import Undefined, Unreadable
from exercises.parser.nodes import Node
from exercises.parser.pratt import parse
from exercises.parser.same import evaluate, proportional, same_value
from exercises.parser.tex import to_tex

__all__ = ["Node", "Undefined", "Unreadable", "evaluate", "parse", "proportional", "same_value", "to_tex"]
