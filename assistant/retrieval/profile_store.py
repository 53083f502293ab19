"""Profiles kept beside the index that they were read off, so that opening a large library doesn't read every statement again.

The file (``kept.py``) holds the profiles as JSON: a list of words, a list of the sets of words that occur, and for each statement
the numbers of its sets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from assistant.answers import Intent
from assistant.retrieval.kept import keep, key_of, read_kept
from assistant.retrieval.profile import Profile, profile_statement
from assistant.words.lexicon import Lexicon
from ingest.documents import Document, Statement
from ingest.store import read_lock

_NAME = "profiles.json"
_SETS = ("concepts", "concepts_above", "population", "population_above", "stems", "stems_above", "groups", "kinds")


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
    key = key_of(words, index.statements)
    path = folder / read_lock(folder).generation / _NAME
    kept = read_kept(path, key)
    if kept is not None:
        return dict(_decoded(kept, index))
    profiles = {
        statement.statement_id: profile_statement(statement, index.documents[statement.source_id].source, lexicon=lexicon)
        for statement in index.statements
    }
    keep(path, key, _encoded(profiles.values()))
    return profiles


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
