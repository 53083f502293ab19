"""What stands before every HTTP route: bodies of bounded size, headers that keep a browser safe, errors as JSON."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.serving.workers import BusyError, NotReadyError
from ingest.errors import VouchError

_log = logging.getLogger(__name__)

# The chat's own pages need inline styles and scripts, eval, blob workers and a web socket; nothing comes from another host.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; "
    "worker-src 'self' blob:; media-src 'self' blob:; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "no-referrer",
    "permissions-policy": "geolocation=(), camera=(), payment=()",
    "cross-origin-opener-policy": "same-origin",
}
_ENCODED = [(name.encode(), value.encode()) for name, value in HEADERS.items()]

# As nginx counts a request whose client hung up before anything was answered: no fault of the server's.
_CLIENT_GONE = 499

Watch = Callable[[str, int, float], None]


class Guard:
    """Pure ASGI, so that streamed answers and web sockets pass through unbuffered."""

    def __init__(self, app: ASGIApp, *, max_bytes: int, bounded: tuple[str, ...], watch: Watch) -> None:
        """Bodies below the paths ``bounded`` may have ``max_bytes``; ``watch`` hears route, status and seconds."""
        self._app = app
        self._max_bytes = max_bytes
        self._bounded = bounded
        self._watch = watch

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Guards one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, status = time.perf_counter(), _CLIENT_GONE

        async def send_guarded(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = _guarded(message.get("headers", ()), scope)
            await send(message)

        try:
            if scope["path"].startswith(self._bounded):
                await self._bounded_call(scope, receive, send_guarded)
            else:
                await self._app(scope, receive, send_guarded)
        except Exception:
            status = 500
            raise
        finally:
            self._watch(_route(scope), status, time.perf_counter() - started)

    async def _bounded_call(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Reads the body first and counts as it comes: a length that the client states may be a lie or missing."""
        body, more = bytearray(), True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > self._max_bytes:
                text = f"the body has more than {self._max_bytes:,} bytes (VOUCH_REQUEST_BYTES)"
                await failure(413, text, kind="too_large")(scope, receive, send)
                return
        given = False

        async def receive_whole() -> Message:
            nonlocal given
            if given:
                return await receive()
            given = True
            return {"type": "http.request", "body": bytes(body), "more_body": False}

        await self._app(scope, receive_whole, send)


def failure(
    status: int, message: str, *, kind: str, fields: tuple[str, ...] = (), headers: Mapping[str, str] = MappingProxyType({})
) -> JSONResponse:
    """An error as every route gives it: ``{"error": {"message", "type", "fields"?}}``."""
    error: dict[str, object] = {"message": message, "type": kind}
    if fields:
        error["fields"] = list(fields)
    again = {"Retry-After": "5"} if status in {429, 503} else {}
    return JSONResponse({"error": error}, status_code=status, headers={**headers, **again})


def failure_of(error: Exception) -> JSONResponse:
    """The answer to a request that failed; what wasn't expected goes to the log, never to the client."""
    if isinstance(error, NotReadyError):
        return failure(503, str(error), kind="not_ready")
    if isinstance(error, BusyError):
        return failure(503, str(error), kind="busy")
    if isinstance(error, TimeoutError):
        return failure(504, "the answer took too long (VOUCH_REQUEST_TIMEOUT)", kind="timeout")
    if isinstance(error, VouchError):
        return failure(500, str(error), kind=type(error).__name__)
    _log.error("unexpected error while answering a request", exc_info=error)
    return failure(500, "an unexpected error; the server's log says more", kind="internal")


def _guarded(headers: Iterable[tuple[bytes, bytes]], scope: Scope) -> list[tuple[bytes, bytes]]:
    sent = [(name, _on_this_host(value, scope) if name.lower() == b"location" else value) for name, value in headers]
    present = {name.lower() for name, _ in sent}
    return [*sent, *(pair for pair in _ENCODED if pair[0] not in present)]


def _on_this_host(address: bytes, scope: Scope) -> bytes:
    """Where to go next, without the name of this server: behind a proxy it would lead out of TLS, or to another port."""
    host = next((value for name, value in scope["headers"] if name == b"host"), b"")
    own = scope.get("scheme", "http").encode() + b"://" + host + b"/"
    return address[len(own) - 1 :] if host and address.startswith(own) else address


def _route(scope: Scope) -> str:
    return getattr(scope.get("route"), "path", None) or "other"
