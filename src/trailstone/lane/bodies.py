"""Reading what people send, in the event loop, within limits that are said plainly."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings

HELD: Final = 64 * 2**20  # bytes of bodies that a process holds at once
PATIENCE: Final = 60.0  # seconds for all of a body; a form of a slow line takes a few
Receive = Callable[[], Awaitable[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a body is not taken: a status of HTTP and a sentence."""

    status: int
    sentence: str

    @property
    def text(self) -> bytes:
        """What is sent."""
        return f"{self.sentence}\n".encode()

    @property
    def headers(self) -> list[tuple[str, str]]:
        """The headers of the reply; the rest of such a body is not read."""
        kind = ("Content-Type", "text/plain; charset=utf-8")
        return [kind, ("Retry-After", "2"), ("Connection", "close"), ("Cache-Control", "no-store")]


TOO_MUCH = Refusal(413, "That is too much to send at once.")
TOO_MANY = Refusal(503, "Too many are sending. Try again in a moment.")
TOO_SLOW = Refusal(408, "What was sent did not arrive in a minute.")


class Bodies:
    """The bodies that one process reads at the same time."""

    def __init__(self, held: int = HELD, patience: float = PATIENCE) -> None:
        self._most, self._patience, self._held = held, patience, 0

    async def read(self, scope: dict[str, Any], receive: Receive) -> bytes | Refusal | None:
        """The whole body; a refusal; None when the line broke: half an answer is none."""
        said = _length(scope)
        if said is not None and said > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return TOO_MUCH
        if said == 0 or (said is None and scope["method"] in ("GET", "HEAD")):
            return b""
        parts: list[bytes] = []
        try:
            async with asyncio.timeout(self._patience):
                return await self._gathered(parts, receive)
        except TimeoutError:
            return TOO_SLOW
        finally:
            self._held -= sum(map(len, parts))

    async def _gathered(self, parts: list[bytes], receive: Receive) -> bytes | Refusal | None:
        size, more = 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            part, more = message.get("body", b""), message.get("more_body", False)
            parts.append(part)
            size += len(part)
            self._held += len(part)
            if size > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
                return TOO_MUCH
            if self._held > self._most:
                return TOO_MANY
        return b"".join(parts)


def _length(scope: dict[str, Any]) -> int | None:
    """What the head says of the length of the body; None when it says nothing, or nonsense."""
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else None
    return 0 if not any(name == b"transfer-encoding" for name, _ in scope["headers"]) else None
