"""Profiles kept beside the index that they were read off, so that opening a large library doesn't read every statement again.

The file holds a line that says of what it was made, and the profiles as JSON: a list of words, a list of the sets of words that
occur, and for each statement the numbers of its sets. It lies in the folder of the index's generation, and goes with it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from assistant.answers import Intent
from assistant.lexicon import Lexicon
from assistant.profile import Profile, profile_statement
from ingest.documents import Document, Statement
from ingest.errors import IndexDamagedError
from ingest.store import read_lock

Profiles = Mapping[str, Profile]
_NAME = "profiles.json"
_SETS = ("concepts", "concepts_above", "population", "population_above", "stems", "stems_above", "groups", "kinds")
_PACKAGES = (Path(__file__).parent, Path(__file__).parents[1] / "ingest")
_CODE = frozenset({".py", ".yaml", ".json", ".txt", ".gz"})
_log = logging.getLogger(__name__)


class Profiled(Protocol):
    """What profiles are read off: the statements of an index and their documents."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements, in the index's order."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents by source id."""


def profiles_of(index: Profiled, folder: Path, *, lexicon: Lexicon, words: Path) -> dict[str, Profile]:
    """The profile of each statement by its id: as kept in the index folder, or made anew and kept.

    ``words`` is the folder of the lexicon. What was kept counts only if neither that, nor the code, nor a statement has changed.

    Raises:
        IndexDamagedError: the file of profiles is cut short or changed.

    """
    key = _key(words, index.statements)
    path = folder / read_lock(folder).generation / _NAME
    kept = _read(path, key)
    if kept is not None:
        return dict(_decoded(kept, index))
    profiles = {
        statement.statement_id: profile_statement(statement, index.documents[statement.source_id].source, lexicon=lexicon)
        for statement in index.statements
    }
    _keep(path, key, _encoded(profiles.values()))
    return profiles


def _key(words: Path, statements: Iterable[Statement]) -> str:
    """What the profiles depend on: the code and its word lists, the lexicon's files, and the statements."""
    digest = sha256(_code().encode())
    for file in sorted(words.glob("*.yaml")):
        digest.update(file.name.encode() + file.read_bytes())
    for statement in statements:
        digest.update(statement.statement_id.encode())
    return digest.hexdigest()


@cache
def _code() -> str:
    digest = sha256()
    for package in _PACKAGES:
        for file in sorted(package.rglob("*")):
            if file.suffix in _CODE and file.is_file():
                digest.update(file.relative_to(package).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()


def _read(path: Path, key: str) -> dict[str, Any] | None:
    """What the file holds; None when there is none, or it was made of something else."""
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


def _encoded(profiles: Iterable[Profile]) -> dict[str, Any]:
    words: dict[str, int] = {}
    sets: dict[tuple[int, ...], int] = {}
    rows = []
    for profile in profiles:
        row = []
        for name in _SETS:
            numbers = sorted(words.setdefault(str(word), len(words)) for word in getattr(profile, name))
            row.append(sets.setdefault(tuple(numbers), len(sets)))
        rows.append([profile.statement.statement_id, profile.words, *row])
    return {"words": list(words), "sets": list(sets), "rows": rows}


def _decoded(kept: Mapping[str, Any], index: Profiled) -> Iterator[tuple[str, Profile]]:
    words = kept["words"]
    sets = [frozenset(words[number] for number in numbers) for numbers in kept["sets"]]
    kinds = {number: frozenset(Intent(kind) for kind in sets[number]) for number in {row[-1] for row in kept["rows"]}}
    statements = {statement.statement_id: statement for statement in index.statements}
    for statement_id, count, *numbers in kept["rows"]:
        statement = statements[statement_id]
        yield (
            statement_id,
            Profile(
                statement=statement,
                source=index.documents[statement.source_id].source,
                words=count,
                kinds=kinds[numbers[-1]],
                **{name: sets[number] for name, number in zip(_SETS[:-1], numbers, strict=False)},
            ),
        )


def _keep(path: Path, key: str, profiles: Mapping[str, Any]) -> None:
    """Write beside, then rename; a folder that can't be written costs the next opening its time, and nothing else."""
    body = json.dumps(profiles, ensure_ascii=False, separators=(",", ":")).encode()
    head = json.dumps({"key": key, "sha256": sha256(body).hexdigest()}).encode()
    beside = path.with_name(f"{path.name}.new")
    try:
        beside.write_bytes(head + b"\n" + body)
        beside.replace(path)
    except OSError as error:
        _log.info("The profiles could not be kept in %s (%s); the next start reads them anew.", path, error.strerror or error)
        with suppress(OSError):
            beside.unlink(missing_ok=True)
