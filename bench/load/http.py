"""A browser as far as the server can tell: one connection that is kept, cookies, gzip; nothing is drawn."""

import asyncio
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode, urlsplit

PATIENCE_S: Final = 30.0
Form = Mapping[str, str | list[str]]
GONE: Final = (ConnectionError, asyncio.IncompleteReadError, EOFError)


class Late(Exception):
    """No reply within PATIENCE_S."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body, read as UTF-8."""
        return self.body.decode()

    @property
    def location(self) -> str:
        """Where a redirect leads, as a path of the site; "" for none."""
        parts = urlsplit(self.headers.get("location", ""))
        return parts.path + (f"?{parts.query}" if parts.query else "")


@dataclass(slots=True)
class Browser:
    """One person's. ``ask`` raises Late, or one of GONE when the connection broke."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    reader: asyncio.StreamReader | None = None
    writer: asyncio.StreamWriter | None = None

    async def ask(self, method: str, path: str, form: Form | None = None, *, htmx: bool = False) -> Reply:
        """One request and its reply; a kept connection that the server has closed meanwhile is opened anew."""
        body = urlencode(form or {}, doseq=True).encode() if method == "POST" else b""
        message = self._head(method, path, len(body), htmx) + body
        try:
            return await asyncio.wait_for(self._exchange(message), PATIENCE_S)
        except TimeoutError as error:
            self.close()
            raise Late(path) from error
        except GONE:
            self.close()
            raise

    def close(self) -> None:
        """Hang up."""
        if self.writer:
            self.writer.close()
        self.reader = self.writer = None

    async def _exchange(self, message: bytes) -> Reply:
        kept = self.writer is not None
        try:
            return await self._once(message)
        except GONE:
            self.close()
            if not kept:
                raise
            return await self._once(message)  # as browsers do; every step carries its key, so nothing counts twice

    async def _once(self, message: bytes) -> Reply:
        if self.reader is None or self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port, limit=2**20)
        self.writer.write(message)
        await self.writer.drain()
        return await self._read(self.reader)

    def _head(self, method: str, path: str, length: int, htmx: bool) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Accept-Encoding: gzip"]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        if htmx:
            lines.append("HX-Request: true")
        if method == "POST":
            lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {length}"]
            lines.append(f"X-CSRFToken: {self.cookies.get('csrftoken', '')}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    async def _read(self, reader: asyncio.StreamReader) -> Reply:
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {}
        for name, _, value in (line.partition(":") for line in lines if line):
            if name.lower() == "set-cookie":
                self._keep(value.strip())
            headers[name.lower()] = value.strip()
        body = await _body(reader, headers)
        if headers.get("connection", "") == "close":
            self.close()
        return Reply(int(first.split()[1]), headers, _plain(body, headers))

    def _keep(self, cookie: str) -> None:
        name, _, value = cookie.partition(";")[0].partition("=")
        self.cookies[name] = value


async def _body(reader: asyncio.StreamReader, headers: Mapping[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", 0)))
    parts = []
    while size := int(await reader.readline(), 16):
        parts.append(await reader.readexactly(size))
        await reader.readline()
    await reader.readline()
    return b"".join(parts)


def _plain(body: bytes, headers: Mapping[str, str]) -> bytes:
    return zlib.decompress(body, 31) if headers.get("content-encoding") == "gzip" else body
