"""Python runs this first in a server that tests watch: each host that it looks up or calls, its own aside, is written down."""

from __future__ import annotations

import ipaddress
import os
import sys
from pathlib import Path
from typing import Any

_KEPT = Path(os.environ["CALLS_FILE"])


def _is_own(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in {"localhost", ""}


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect":
        called = arguments[1]
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        called = arguments
    else:
        return
    host = called[0] if isinstance(called, tuple) else ""  # a path is a socket of this machine
    if isinstance(host, bytes):
        host = host.decode(errors="replace")
    if not _is_own(str(host or "")):
        with _KEPT.open("a") as kept:
            kept.write(f"{event} {called!r}\n")


sys.addaudithook(_note)
