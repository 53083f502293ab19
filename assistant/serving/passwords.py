"""The password file: a line per person, ``name:role:argon2id hash``. Read anew at each use, so that a change counts at once."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from filelock import FileLock

from assistant.errors import AssistantError
from assistant.storage.accounts import Role

SHORTEST = 10
_NAME = re.compile(r"[^\s:#/]{1,64}")
_LONGEST_WAIT = 60.0
_FREE_TRIES = 3
_hasher = PasswordHasher()
# Checked when there is no such person, so that names can't be told apart by the time an answer takes.
_NOBODY = _hasher.hash("nobody's")


class PasswordFileError(AssistantError):
    """The password file can't be read, or a line of it is not what ``vouch user`` writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One person's line."""

    role: Role
    hashed: str


def read_entries(path: Path) -> dict[str, Entry]:
    """The entries by name; none if the file doesn't exist yet.

    Raises:
        PasswordFileError: names the line that can't be read.

    """
    if not path.is_file():
        return {}
    entries = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, rest = line.partition(":")
        role, _, hashed = rest.partition(":")
        if role not in set(Role) or not hashed.startswith("$argon2"):
            message = f"{path}, line {number} is not NAME:ROLE:HASH. Write it with `vouch user set NAME`."
            raise PasswordFileError(message)
        entries[name] = Entry(role=Role(role), hashed=hashed)
    return entries


def set_entry(path: Path, name: str, *, role: Role, password: str | None) -> None:
    """Writes a person's line; without a password the old one stays.

    Raises:
        PasswordFileError: for a name or password that can't be, or no password for somebody new.

    """
    if not _NAME.fullmatch(name):
        message = f"{name!r} can't be a name: up to 64 characters without spaces, colons, slashes or #."
        raise PasswordFileError(message)
    if password is not None and len(password) < SHORTEST:
        message = f"A password has at least {SHORTEST} characters."
        raise PasswordFileError(message)
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{path}.lock"):
        entries = read_entries(path)
        if password is None and name not in entries:
            message = f"{name} is new and needs a password."
            raise PasswordFileError(message)
        hashed = _hasher.hash(password) if password is not None else entries[name].hashed
        _write(path, entries | {name: Entry(role=role, hashed=hashed)})


def remove_entry(path: Path, name: str) -> None:
    """Takes a person's line out; the conversations stay.

    Raises:
        PasswordFileError: if there is no such person.

    """
    with FileLock(f"{path}.lock"):
        entries = read_entries(path)
        if name not in entries:
            message = f"{path} has no {name}. `vouch user list` lists who is in it."
            raise PasswordFileError(message)
        _write(path, {other: entry for other, entry in entries.items() if other != name})


def _write(path: Path, entries: Mapping[str, Entry]) -> None:
    beside = path.with_name(f"{path.name}.new")
    beside.touch(mode=0o600)
    beside.write_text(
        "".join(f"{name}:{entry.role}:{entry.hashed}\n" for name, entry in sorted(entries.items())), encoding="utf-8"
    )
    os.replace(beside, path)  # noqa: PTH105  Path.replace is the same; this says that it is one step


@dataclass(slots=True)
class Doorkeeper:
    """Checks passwords, and makes whoever guesses wait longer after each wrong one."""

    path: Path
    clock: Callable[[], float] = time.monotonic
    _failures: dict[str, tuple[int, float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def check(self, name: str, password: str) -> Role | None:
        """The person's role if name and password are right and no wait is on; else None."""
        with self._lock:
            count, until = self._failures.get(name, (0, 0.0))
        if self.clock() < until:
            return None
        entry = read_entries(self.path).get(name)
        is_right = _is_right(entry.hashed if entry else _NOBODY, password) and entry is not None
        with self._lock:
            if is_right:
                self._failures.pop(name, None)
            else:
                wait = min(_LONGEST_WAIT, 2.0 ** (count - _FREE_TRIES)) if count >= _FREE_TRIES else 0.0
                self._failures[name] = (count + 1, self.clock() + wait)
        return entry.role if entry and is_right else None


def _is_right(hashed: str, password: str) -> bool:
    try:
        return _hasher.verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False
