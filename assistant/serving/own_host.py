"""Pages that fetch nothing from other hosts: drops the fonts and style sheets that the chat's framework links to."""

from __future__ import annotations

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_FOREIGN = re.compile(rb"<(link|script)\b[^>]*\b(?:href|src)\s*=\s*[\"']?(?:https?:)?//[^>]*>(?:\s*</script>)?", re.IGNORECASE)


def own_host_only(page: bytes) -> bytes:
    """The page without links and scripts of other hosts; everything else stays as it is."""
    return _FOREIGN.sub(b"", page)


class OwnHostOnly:
    """ASGI middleware that applies ``own_host_only`` to every HTML page."""

    def __init__(self, app: ASGIApp) -> None:
        """``app`` makes the pages."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything through; a page is held until it is whole."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        held: list[Message] = []

        async def sift(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_page(message):
                held.append(message)
            elif held:
                held.append(message)
                if not message.get("more_body"):
                    await _send_page(held, send)
            else:
                await send(message)

        await self._app(scope, receive, sift)


def _is_page(start: Message) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in start["headers"])


async def _send_page(held: list[Message], send: Send) -> None:
    page = own_host_only(b"".join(message.get("body", b"") for message in held[1:]))
    MutableHeaders(scope=held[0])["content-length"] = str(len(page))
    await send(held[0])
    await send({"type": "http.response.body", "body": page})
