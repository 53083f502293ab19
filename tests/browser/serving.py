"""A real server in a process of its own, and the Chromium to look at it with: for the browser tests and the screenshots."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
READY_WITHIN = 180
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """The system's Chromium; None leaves the choice to Playwright, which knows what it has downloaded."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


def free_port() -> int:
    """A port of the loopback interface that nobody listens on.

    Below those that the system gives to outgoing connections: one of them could take it before the server does, and so could a
    neighbour that looks for a port at the same time, if both were handed the next one.
    """
    while True:
        port = 10_000 + secrets.randbelow(20_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def _vouch(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "import sys; from assistant.cli import main; sys.exit(main())", *arguments]


def prepare_library(folder: Path) -> None:
    """Copies the shipped corpus into ``folder`` and builds its index beside it, reusing the checkout's vectors if it has any."""
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    if (ROOT / ".index").is_dir():
        shutil.copytree(ROOT / ".index", folder / "index")
    index_library(folder)


def index_library(folder: Path) -> None:
    """Builds the index of the documents in ``folder / "corpus"`` beside them."""
    command = _vouch("ingest", "--index", str(folder / "index"))
    subprocess.run(command, cwd=folder, env=_environment(folder), check=True, capture_output=True)


def _environment(library: Path, **variables: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("VOUCH_", "CHAINLIT_"))}
    return kept | {"VOUCH_CORPUS": str(library / "corpus"), "PYTHONPATH": str(ROOT)} | variables


@contextmanager
def running_server(
    folder: Path, library: Path | None = None, *, port: int | None = None, until: str = "readyz", **variables: str
) -> Iterator[str]:
    """The address of a server over the shipped corpus; log and whatever it keeps lie in ``folder``.

    ``library`` is a folder that ``prepare_library`` has filled, ``folder`` itself if none; ``variables`` are its settings.
    ``until`` names the page that must answer first: "healthz" hands out a server that is still loading.
    """
    if library is None:
        library = folder
        prepare_library(folder)
    log = folder / "server.log"
    port = port or free_port()
    with log.open("a") as out:
        command = _vouch("serve", "--port", str(port), "--index", str(library / "index"))
        environment = _environment(library, **variables)
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=out, stderr=subprocess.STDOUT)
    try:
        _wait(f"http://127.0.0.1:{port}/{until}", server, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + READY_WITHIN
    while time.monotonic() < end:
        if server.poll() is not None:
            break
        try:
            if httpx.get(address, timeout=5).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    message = f"the server did not become ready:\n{log.read_text()[-4000:]}"
    raise RuntimeError(message)
