"""Files kept beside an index: what was read off it, with a line before it that says of what it was made.

They lie in the folder of the index's generation, and go with it. Another code, lexicon or statement makes them void.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from ingest.documents import Statement
from ingest.errors import IndexDamagedError

_PACKAGES = (Path(__file__).parents[1], Path(__file__).parents[2] / "ingest")
_CODE = frozenset({".py", ".yaml", ".json", ".txt", ".gz"})
_log = logging.getLogger(__name__)


def key_of(words: Path, statements: Iterable[Statement], *, beside: Iterable[str] = ()) -> str:
    """What tells such a file from others: the code, the lexicon's files in ``words``, the statements and what stands beside."""
    digest = sha256(_code().encode())
    for file in sorted(words.glob("*.yaml")):
        digest.update(file.name.encode() + file.read_bytes())
    for statement in statements:
        digest.update(statement.statement_id.encode())
    for text in beside:
        digest.update(text.encode())
    return digest.hexdigest()


@cache
def _code() -> str:
    digest = sha256()
    for package in _PACKAGES:
        for file in sorted(package.rglob("*")):
            if file.suffix in _CODE and file.is_file():
                digest.update(file.relative_to(package).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()


def read_kept(path: Path, key: str) -> dict[str, Any] | None:
    """What the file holds; None when there is none, or it was made of something else.

    Raises:
        IndexDamagedError: the file is cut short or changed.

    """
    if not path.is_file():
        return None
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        stated = json.loads(head)
        if stated["key"] != key:
            return None
        if stated["sha256"] == sha256(body).hexdigest():
            kept: dict[str, Any] = json.loads(body)
            return kept
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(path) from error
    raise _damaged(path)


def _damaged(path: Path) -> IndexDamagedError:
    return IndexDamagedError(f"The file {path} is damaged. Remove it (`rm '{path}'`): it is made anew.")


def keep(path: Path, key: str, values: Mapping[str, Any]) -> None:
    """Write beside, then rename; a folder that can't be written costs the next opening its time, and nothing else."""
    body = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    head = json.dumps({"key": key, "sha256": sha256(body).hexdigest()}).encode()
    beside = path.with_name(f"{path.name}.new")
    try:
        beside.write_bytes(head + b"\n" + body)
        beside.replace(path)
    except OSError as error:
        reason = error.strerror or error
        _log.info("What was read off the index could not be kept in %s (%s); the next start reads it anew.", path, reason)
        with suppress(OSError):
            beside.unlink(missing_ok=True)
