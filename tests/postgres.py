"""A PostgreSQL of the tests' own on loopback, in a folder that goes with it: none that the machine may have is touched."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from browser.serving import free_port

USER, PASSWORD = "vouch", "a/b@c:d%"  # what an address has to write otherwise
READY_WITHIN = 60
_NUMBERS = itertools.count(1)


def find_postgres() -> Path | None:
    """The folder of the newest PostgreSQL's programs; Debian keeps them off the path."""
    on_path = shutil.which("initdb")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda found: int(found.parts[-3]))
    found = installed[-1] if installed else Path(on_path).resolve() if on_path else None
    return found.parent if found else None


@contextmanager
def running_postgres(programs: Path) -> Iterator[int]:
    """The port of a cluster that holds nothing yet."""
    # PostgreSQL refuses to run as root, and nobody else may look into pytest's folders.
    other = {"user": "nobody", "group": pwd.getpwnam("nobody").pw_gid} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="vouch-postgres-"))
    (folder / "password").write_text(PASSWORD, encoding="utf-8")
    if other:
        for path in (folder, folder / "password"):
            shutil.chown(path, **other)
    files, port = folder / "data", free_port()
    make = [programs / "initdb", "-D", files, "-U", USER, "-E", "UTF8", "--locale=C", "--auth=scram-sha-256", "--no-sync"]
    subprocess.run([*make, f"--pwfile={folder}/password"], cwd=folder, check=True, capture_output=True, **other)
    run = [programs / "postgres", "-D", files, "-p", str(port), "-h", "127.0.0.1", "-k", folder, "-c", "fsync=off"]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(run, cwd=folder, stdout=log, stderr=subprocess.STDOUT, **other)
    try:
        _wait(programs, port, server, folder / "log")
        yield port
    finally:
        server.send_signal(signal.SIGINT)  # fast: without waiting for connections that somebody has forgotten
        server.wait(20)
        shutil.rmtree(folder)


def new_database(port: int) -> str:
    """The URL of an empty database, as ``VOUCH_DATABASE_URL`` takes it."""
    programs = find_postgres()
    assert programs, "who asks for a database has a PostgreSQL that runs"
    name = f"vouch_{next(_NUMBERS)}"
    make = [programs / "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", USER, name]
    subprocess.run(make, env={**os.environ, "PGPASSWORD": PASSWORD}, check=True, capture_output=True)
    return f"postgresql://{USER}:{quote(PASSWORD, safe='')}@127.0.0.1:{port}/{name}"


def _wait(programs: Path, port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + READY_WITHIN
    while server.poll() is None and time.monotonic() < end:
        asked = [programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
        if subprocess.run(asked, check=False).returncode == 0:
            return
        time.sleep(0.1)
    message = f"PostgreSQL did not become ready:\n{log.read_text()[-2000:]}"
    raise RuntimeError(message)
