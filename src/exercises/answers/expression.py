"""Skeleton."""

from dataclasses import dataclass
from typing import ClassVar

from exercises.verdict import Response, Verdict


@dataclass(frozen=True, slots=True)
class Expression:
    """Expression."""

    text: str
    variables: tuple[str, ...] = ("x",)
    form: str = "any"
    kind: ClassVar[str] = "expr"

    def grade(self, response: Response) -> Verdict:
        raise NotImplementedError

    def show(self) -> str:
        raise NotImplementedError

    def examples(self) -> list[Response]:
        raise NotImplementedError

    def public(self) -> dict[str, object]:
        raise NotImplementedError
