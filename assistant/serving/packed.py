"""Large files of the chat's page, compressed once in a server's life and not for each reader anew, and kept by browsers."""

from __future__ import annotations

import asyncio
import gzip
import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# The framework's own files: a part of the name is made of their content, so that a name never means anything else.
_NAMED_BY_CONTENT = re.compile(r"/assets/[^/]+-[\w-]{8}\.(?:js|css|svg)$")
_FOR_EVER = "public, max-age=31536000, immutable"
# The last levels take twice the time for half a per cent.
_LEVEL = 6


class PackedOnce:
    """ASGI middleware that keeps what it has compressed of the files whose names are made of their content."""

    def __init__(self, app: ASGIApp) -> None:
        """``app`` sends the files; whatever compresses answers stands outside of this and leaves alone what it sends."""
        self._app = app
        self._kept: dict[str, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything through but those files, whole, to whoever takes them compressed."""
        if scope["type"] != "http" or not _NAMED_BY_CONTENT.search(scope["path"]):
            await self._app(scope, receive, send)
            return
        takes_packed = scope["method"] == "GET" and "gzip" in Headers(scope=scope).get("accept-encoding", "")
        held: list[Message] = []

        async def pack(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:  # noqa: PLR2004  HTTP's OK
                MutableHeaders(scope=message)["cache-control"] = _FOR_EVER
                if takes_packed:
                    held.append(message)
                    return
            if not held:
                await send(message)
                return
            held.append(message)
            if not message.get("more_body"):
                await self._send_packed(scope["path"], held, send)

        await self._app(scope, receive, pack)

    async def _send_packed(self, path: str, held: list[Message], send: Send) -> None:
        if path not in self._kept:
            whole = b"".join(message.get("body", b"") for message in held[1:])
            self._kept[path] = await asyncio.to_thread(gzip.compress, whole, _LEVEL)
        headers = MutableHeaders(scope=held[0])
        headers["content-encoding"] = "gzip"
        headers["content-length"] = str(len(self._kept[path]))
        headers.add_vary_header("Accept-Encoding")
        await send(held[0])
        await send({"type": "http.response.body", "body": self._kept[path]})
