"""One line of the journal: a JSON object whose last field is the checksum of what stands before it."""

import json
import zlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

MARK = ',"crc":"'


class Broken(ValueError):
    """A line that is not as it was written."""


def written(record: Mapping[str, Any]) -> bytes:
    """The line of a record (which is not empty), with its line feed."""
    body = json.dumps(record, separators=(",", ":"), default=_plain)[:-1]
    return f'{body}{MARK}{_sum(body)}"}}\n'.encode()


def read(line: bytes) -> dict[str, Any]:
    """The record of a line.

    Raises:
        Broken: it was cut short or changed.
    """
    try:
        body, found, rest = line.decode().rstrip("\n").rpartition(MARK)
        if not found or rest != f'{_sum(body)}"}}':
            raise Broken
        record: dict[str, Any] = json.loads(body + "}")
    except ValueError as error:
        raise Broken from error
    return record


def _sum(body: str) -> str:
    return f"{zlib.crc32(body.encode()):08x}"


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(type(value).__name__)
