"""What an unfinished ingest has done so far, kept beside the index: parsed documents and vectors, so that a kill costs seconds.

    .index/checkpoint/
      documents.jsonl   one parsed document a line, with its file's name and checksum
      vectors.bin       a line of JSON (model, dimension, versions), then records: digest of a text, its vector

Both are only ever appended to; a record that was cut off by a kill is not read. The folder goes when its ingest is finished.
"""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any, Self

import numpy as np
from pydantic import TypeAdapter, ValidationError

from ingest.documents import Document
from ingest.embed import TextEmbedder, Vectors
from ingest.store import CURRENT_SETTINGS

FOLDER = "checkpoint"
_DOCUMENTS, _VECTORS = "documents.jsonl", "vectors.bin"
_DIGEST = 16
DOCUMENT = TypeAdapter(Document)


class Checkpoint:
    """Reads what a former run left and adds to it; a disk that is full makes it forget, never fail."""

    def __init__(self, index: Path, embedder: TextEmbedder, dimension: int) -> None:
        """What was left in ``index`` by a run with the same model and settings; else nothing."""
        self._folder = index / FOLDER
        self._dimension = dimension
        self._rows: dict[bytes, int] = {}
        self._places: dict[tuple[str, str], tuple[int, int]] = {}
        self._header = json.dumps([embedder.model_id, embedder.checksum, dimension, list(CURRENT_SETTINGS)]).encode() + b"\n"
        self._vectors: Vectors = np.zeros((0, dimension), dtype=np.float32)
        self._writing: dict[str, IO[bytes]] = {}
        with contextlib.suppress(OSError, ValueError):
            self._load()

    @property
    def documents(self) -> int:
        """How many documents a former run left."""
        return len(self._places)

    @property
    def vectors(self) -> int:
        """How many vectors a former run left."""
        return len(self._rows)

    def document(self, name: str, checksum: str) -> Document | None:
        """The document that a former run read from a file with that name and checksum."""
        place = self._places.get((name, checksum))
        if place is None:
            return None
        try:
            with (self._folder / _DOCUMENTS).open("rb") as file:
                file.seek(place[0])
                return DOCUMENT.validate_python(json.loads(file.read(place[1]))["document"])
        except (OSError, ValueError, KeyError, ValidationError):
            return None

    def keep_document(self, name: str, checksum: str, document: Document) -> None:
        """Keep a document as it was read."""
        head = json.dumps({"name": name, "checksum": checksum})[:-1].encode()
        self._append(_DOCUMENTS, head + b',"document":' + DOCUMENT.dump_json(document) + b"}\n")

    def find(self, text: str) -> Vectors | None:
        """The vector ``(d,)`` that a former run made of a text."""
        row = self._rows.get(_digest(text))
        return None if row is None else self._vectors[row]

    def keep_vectors(self, texts: Sequence[str], vectors: Any) -> None:
        """Keep the vectors of texts, one each."""
        rows = np.asarray(vectors, dtype="<f4")
        self._append(_VECTORS, b"".join(_digest(text) + row.tobytes() for text, row in zip(texts, rows, strict=True)))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """End the writing; an ingest that came to its end leaves nothing behind."""
        for file in self._writing.values():
            with contextlib.suppress(OSError):
                file.close()
        self._writing.clear()
        if kind is None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _append(self, name: str, raw: bytes) -> None:
        with contextlib.suppress(OSError):
            if name not in self._writing:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._writing[name] = (self._folder / name).open("ab")
                if name == _VECTORS and not self._writing[name].tell():
                    self._writing[name].write(self._header)
            self._writing[name].write(raw)
            self._writing[name].flush()

    def _load(self) -> None:
        raw = (self._folder / _VECTORS).read_bytes() if (self._folder / _VECTORS).exists() else self._header
        if not raw.startswith(self._header):
            shutil.rmtree(self._folder, ignore_errors=True)
            return
        size = _DIGEST + 4 * self._dimension
        count = (len(raw) - len(self._header)) // size
        records = np.frombuffer(raw, dtype=np.uint8, count=count * size, offset=len(self._header)).reshape(count, size)
        self._vectors = np.ascontiguousarray(records[:, _DIGEST:]).view("<f4").astype(np.float32).reshape(count, self._dimension)
        self._rows = {records[row, :_DIGEST].tobytes(): row for row in range(count)}
        _cut(self._folder / _VECTORS, len(self._header) + count * size)
        self._load_places()

    def _load_places(self) -> None:
        path = self._folder / _DOCUMENTS
        if not path.exists():
            return
        offset = 0
        with path.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break
                # Only the head is read here: a library's documents need not be in memory at once.
                head, _, _ = line.partition(b',"document":')
                values = json.loads(head + b"}")
                self._places[values["name"], values["checksum"]] = (offset, len(line))
                offset += len(line)
        _cut(path, offset)


def _cut(path: Path, length: int) -> None:
    """Take off a record that a kill cut short, so that what is appended can be read."""
    if path.exists() and path.stat().st_size > length:
        with path.open("r+b") as file:
            file.truncate(length)


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=_DIGEST).digest()
