"""An index's statements in, their mapped word pieces out, kept beside it, so that no answer waits until they are read.

The file (``kept.py``) holds how many rows each statement has, and all rows one after the other.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import numpy as np

from assistant.retrieval.kept import keep, read_kept
from assistant.retrieval.late import WEIGHTS, Rows, learned_of, read_late, rows_of
from assistant.words.lexicon import Lexicon
from ingest.documents import Document, Statement
from ingest.embed import Embeds, EmbedsWords
from ingest.store import read_lock

_NAME = "word_pieces.json"
# 9 kB each in memory, some 4 ms to read. Those of a larger library are read when questions come near to them.
MOST = 4096


class Indexed(Protocol):
    """What the word pieces are read off: the statements of an index, their documents and the model that it was built with."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements, in the index's order."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents by source id."""

    @property
    def embedder(self) -> Embeds:
        """The model."""


def said_in(index: Indexed, folder: Path, *, lexicon: Lexicon) -> Mapping[str, Rows]:
    """Mapped word pieces ``(t, k)`` by statement id, of the documents and for the model that the weights learned of.

    Empty for others, and for more than ``MOST`` statements. As kept in the index folder, or made anew and kept.

    Raises:
        IndexDamagedError: the file is cut short or changed.
        ModelNotFoundError: the weights are missing or damaged.

    """
    embedder, weights = index.embedder, read_late()
    if embedder.checksum != weights.model or not isinstance(embedder, EmbedsWords):
        return {}
    known = learned_of(index.documents, lexicon)
    statements = [statement for statement in index.statements if statement.source_id in known]
    if not statements or len(statements) > MOST:
        return {}
    key = _key(statements, embedder.checksum)
    path = folder / read_lock(folder).generation / _NAME
    kept = read_kept(path, key)
    if kept is None:
        rows = rows_of(statements, embedder, weights)
        joined = b64encode(np.concatenate(rows).tobytes()).decode()
        keep(path, key, {"counts": [len(one) for one in rows], "rows": joined})
    else:
        joined_rows = np.frombuffer(b64decode(kept["rows"]), dtype=np.float16).reshape(-1, weights.say.shape[1])
        rows = np.split(joined_rows, np.cumsum(kept["counts"])[:-1])
    return dict(zip((statement.statement_id for statement in statements), rows, strict=True))


def _key(statements: Sequence[Statement], checksum: str) -> str:
    digest = sha256(checksum.encode() + WEIGHTS.read_bytes())
    for statement in statements:
        digest.update(f"{statement.statement_id}\n{statement.embed_text}\n".encode())
    return digest.hexdigest()
