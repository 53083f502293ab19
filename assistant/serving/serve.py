"""``vouch serve``: the application with the chat mounted, under uvicorn."""

from __future__ import annotations

import ctypes
import importlib
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from assistant.errors import AssistantError
from assistant.serving.api import CHAT_PATH, create_app
from assistant.serving.sign_in import check_sign_in, is_loopback, is_on
from assistant.settings import Settings, variable
from ingest.errors import VouchError

# app.py, public/ and .chainlit/ stand beside the packages, in the project's root.
ROOT = Path(__file__).resolve().parents[2]
# glibc's mallopt: M_ARENA_MAX, M_MMAP_THRESHOLD
_ARENAS, _MAPPED = (-8, 2), (-3, 256 * 1024)


class ServingError(AssistantError):
    """The server can't start: the port is taken, say, or the chat's files are missing."""


def run_server(settings: Settings, *, chat: bool = True) -> None:
    """Serves until it is stopped.

    Raises:
        VouchError: if the port is taken, or the index or the model can't be opened.

    """
    failures: list[VouchError] = []

    def tell(error: VouchError | None) -> None:
        if error is None:
            sys.stderr.write(f"Vouch is on {address} (Ctrl+C stops it)\n")
            return
        failures.append(error)
        server.should_exit = True

    address = f"http://{_shown(settings.host)}:{settings.port}"
    check_sign_in(settings)
    _give_memory_back()
    with _listen(settings.host, settings.port) as listener:
        application = create_app(settings, on_loaded=tell, with_chat=chat)
        if chat:
            _put_in_force(settings)
            mount_chat(application)
        if not is_loopback(settings.host):
            sign_in = "people have to sign in" if is_on(settings) else "EVERYBODY who reaches it may use it (VOUCH_ALLOW_OPEN)"
            sys.stderr.write(f"vouch: {settings.host} can be reached from other machines; {sign_in}. Put TLS in front of it.\n")
        # That it is on is said once it can answer: people would open a page that says why it can't.
        sys.stderr.write(f"Vouch is starting on {address}: reading the documents and the model …\n")
        # No proxy headers: who may speak for others, VOUCH_TRUSTED_PROXIES says.
        server = uvicorn.Server(uvicorn.Config(application, log_level="warning", server_header=False, proxy_headers=False))
        with suppress(KeyboardInterrupt):  # uvicorn has shut down in order and raises the signal once more
            server.run(sockets=[listener])
    if failures:
        raise failures[0]


def _give_memory_back() -> None:
    """Lets threads share their memory, and large pieces go back at once: for a server that runs for weeks.

    Otherwise glibc gives every thread room of its own, and what one has freed no other can use. Elsewhere nothing is to be done.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt and "MALLOC_ARENA_MAX" not in os.environ:
        for option, value in (_ARENAS, _MAPPED):
            mallopt(option, value)


def _listen(host: str, port: int) -> socket.socket:
    """A socket bound before anything heavy is loaded, so that a port that is taken is said at once.

    Raises:
        ServingError: if it can't be bound.

    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        message = f"can't listen on {host}:{port} ({error.strerror or error}); choose another port with --port"
        raise ServingError(message) from error
    return listener


def mount_chat(application: FastAPI, path: str = CHAT_PATH) -> None:
    """Mounts the chat, which only ``app.py`` knows.

    Raises:
        ServingError: if the project's files aren't there.

    """
    target = ROOT / "app.py"
    if not target.is_file():
        message = f"{target} is missing: run from a clone of the project, or with --no-chat"
        raise ServingError(message)
    # Read at import: where its configuration is. By name, because only app.py may depend on Chainlit's programming interface.
    os.environ.setdefault("CHAINLIT_APP_ROOT", str(ROOT))
    importlib.import_module("chainlit.utils").mount_chainlit(app=application, target=str(target), path=path)


def _put_in_force(settings: Settings) -> None:
    """Hands the command line's settings on to the chat, which reads the environment: one assistant serves both."""
    for name in ("host", "port", "index"):
        os.environ[variable(name)] = str(getattr(settings, name))


def _shown(host: str) -> str:
    return "localhost" if is_loopback(host) else host
