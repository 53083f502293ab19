"""Who may come through which door: the proxy's header from the proxy only, programs with the key once people sign in."""

from __future__ import annotations

import hmac

from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.serving.guard import failure
from assistant.serving.sign_in import is_on, named
from assistant.settings import Settings

PROGRAMS = ("/api/ask", "/v1/")


class OnlyFromProxy:
    """ASGI middleware that takes the sign-in header away from whoever isn't a trusted proxy."""

    def __init__(self, app: ASGIApp, *, header: str, proxies: str) -> None:
        """``proxies`` are addresses with commas between."""
        self._app = app
        self._header = header.lower().encode("ascii")
        self._proxies = frozenset(named(proxies))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, with the header or without."""
        if scope["type"] in {"http", "websocket"} and (scope.get("client") or ("",))[0] not in self._proxies:
            scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0].lower() != self._header]}
        await self._app(scope, receive, send)


class KeyForPrograms:
    """ASGI middleware: with sign-in on, programs need VOUCH_API_KEY; without it nothing changes."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        """The settings say whether a key is asked for."""
        self._app = app
        self._key = settings.api_key.get_secret_value() if settings.api_key else None
        self._asks = is_on(settings) or self._key is not None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on, or answers 401."""
        if self._asks and scope["type"] == "http" and scope["path"].startswith(PROGRAMS) and not self._has_key(scope):
            mend = "send it as `Authorization: Bearer …`" if self._key else "the server has none: set VOUCH_API_KEY"
            await failure(401, f"programs need the key; {mend}", kind="unauthorized")(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _has_key(self, scope: Scope) -> bool:
        sent = dict(scope["headers"]).get(b"authorization", b"").decode("latin-1")
        scheme, _, key = sent.partition(" ")
        return (
            bool(self._key) and scheme.lower() == "bearer" and hmac.compare_digest(key.strip().encode(), str(self._key).encode())
        )
