"""The index folder on disk: generations of files, and a lock that names the generation in force and vouches for its files.

    .index/
      lock.json              which generation is in force, from what it was built, checksum of each of its files
      generation-<id>/       documents.json, statements.json, passages.json, vectors.faiss
      writer.lock, finished  see lock.py

A new generation is written beside the old one; replacing ``lock.json`` (one rename) puts it in force. A process that dies before
leaves the old generation untouched, one that dies after leaves litter that the next writer clears.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from ingest.chunk import CHUNK_VERSION, PASSAGE_WORDS
from ingest.documents import Document, Passage, Statement
from ingest.errors import IndexDamagedError, IndexNotFoundError, IndexStaleError, IndexWriteError, VectorStoreError
from ingest.parse.read import file_sha256

if TYPE_CHECKING:
    from ingest.embed import Vectors

FORMAT_VERSION = 2
"""Raise it when what is stored changes its form, so that an index in the old one is built anew."""
PARSE_VERSION = 43
"""Raise it when a parser reads documents differently, so that unchanged files are read again."""
LOCK = "lock.json"
_GENERATION = "generation-"
_DOCUMENTS = "documents.json"
_STATEMENTS = "statements.json"
_PASSAGES = "passages.json"
_VECTORS = "vectors.faiss"
_Parsed = TypeVar("_Parsed")

DOCUMENTS = TypeAdapter(tuple[Document, ...])
STATEMENTS = TypeAdapter(tuple[Statement, ...])
PASSAGES = TypeAdapter(tuple[Passage, ...])


class SourceLock(BaseModel):
    """A corpus file as it was when the index was built; ``failure`` says why it could not be read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    stamp: str
    sha256: str
    source_id: str | None = None
    failure: str | None = None


class IndexLock(BaseModel):
    """What an index was built from and with. ``corpus`` is the folder of the documents as it was then."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format_version: int = FORMAT_VERSION
    parse_version: int = PARSE_VERSION
    chunk_version: int = CHUNK_VERSION
    passage_words: int = PASSAGE_WORDS
    model_id: str
    model_checksum: str
    dimension: int
    generation: str
    corpus: str = ""
    sources: tuple[SourceLock, ...]
    files: dict[str, str]

    @property
    def settings(self) -> tuple[int, int, int, int]:
        """The versions and settings that must be the same for the index to be used."""
        return (self.format_version, self.parse_version, self.chunk_version, self.passage_words)


CURRENT_SETTINGS = (FORMAT_VERSION, PARSE_VERSION, CHUNK_VERSION, PASSAGE_WORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that one generation holds; row i of the vectors belongs to statement i. ``flat`` is their FAISS index."""

    documents: tuple[Document, ...]
    statements: tuple[Statement, ...]
    passages: tuple[Passage, ...]
    flat: Any

    @property
    def vectors(self) -> Vectors:
        """``(n, d)`` float32, unit rows; a view of what FAISS holds, not a copy."""
        import faiss
        import numpy as np

        if not self.flat.ntotal:
            return np.zeros((0, self.flat.d), dtype=np.float32)
        view: Vectors = faiss.rev_swig_ptr(self.flat.get_xb(), self.flat.ntotal * self.flat.d).reshape(
            self.flat.ntotal, self.flat.d
        )
        return view


def read_lock(index: Path) -> IndexLock:
    """The lock of the index in a folder.

    Raises:
        IndexNotFoundError: there is no index.
        IndexDamagedError: the lock can't be read.
        IndexStaleError: another version of Vouch wrote it.
    """
    try:
        raw = (index / LOCK).read_bytes()
    except FileNotFoundError as error:
        message = f"There is no index in {index}. Run `vouch ingest`, or name the folder of another (--index, VOUCH_INDEX)."
        raise IndexNotFoundError(message) from error
    except OSError as error:
        raise _unreadable(index, error) from error
    try:
        values = json.loads(raw)
        if isinstance(values, dict) and values.get("format_version", FORMAT_VERSION) != FORMAT_VERSION:
            message = f"The index in {index} was written by another version of Vouch. Run `vouch ingest`."
            raise IndexStaleError(message)
        return IndexLock.model_validate(values)
    except (ValueError, ValidationError) as error:
        raise _damaged(index, LOCK) from error


def read_contents(index: Path, lock: IndexLock) -> Contents:
    """Everything in the generation in force, checked against the lock.

    Raises:
        IndexDamagedError: a file is missing, cut short or changed, or may not be read.
    """
    folder = index / lock.generation
    for name, checksum in lock.files.items():
        try:
            whole = _is_whole(folder / name, checksum)
        except PermissionError as error:
            raise _unreadable(index, error) from error
        if not whole:
            raise _damaged(index, f"{lock.generation}/{name}")
    documents = _read(index, folder / _DOCUMENTS, DOCUMENTS.validate_json)
    statements = _read(index, folder / _STATEMENTS, STATEMENTS.validate_json)
    passages = _read(index, folder / _PASSAGES, PASSAGES.validate_json)
    flat = _read_flat(index, folder / _VECTORS, lock.dimension)
    if flat.ntotal != len(statements):
        raise _damaged(index, _VECTORS)
    return Contents(documents=documents, statements=statements, passages=passages, flat=flat)


def _is_whole(path: Path, checksum: str) -> bool:
    """Whether the file is there as it was written; a writer may clear it away at any moment.

    Raises:
        PermissionError: this person may not read it, whole as it may be.
    """
    try:
        return path.is_file() and file_sha256(path) == checksum
    except PermissionError:
        raise
    except OSError:
        return False


def write_index(index: Path, lock: IndexLock, contents: Contents, *, copy: Callable[[str], None] | None = None) -> IndexLock:
    """Write a new generation and put it in force; gives the lock as written.

    ``copy``, called with its name once it is on disk, copies it elsewhere; it comes into force only after that.

    Raises:
        IndexWriteError: disk full, no permission; the old generation is still in force.
        VectorStoreError: from ``copy``; the same.
    """
    generation = f"{_GENERATION}{uuid.uuid4().hex[:12]}"
    folder = index / generation
    try:
        folder.mkdir()
        _write(folder / _DOCUMENTS, DOCUMENTS.dump_json(contents.documents))
        _write(folder / _STATEMENTS, STATEMENTS.dump_json(contents.statements))
        _write(folder / _PASSAGES, PASSAGES.dump_json(contents.passages))
        _write(folder / _VECTORS, _flat_as_bytes(contents.flat))
        files = {name: file_sha256(folder / name) for name in (_DOCUMENTS, _STATEMENTS, _PASSAGES, _VECTORS)}
        if copy is not None:
            copy(generation)
        written = lock.model_copy(update={"generation": generation, "files": files})
        replace_lock(index, written)
    except VectorStoreError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        message = (
            f"The index could not be written to {index} ({error.strerror or error}); the old one still stands."
            " Free some space or check the permissions, then run `vouch ingest`."
        )
        raise IndexWriteError(message) from error
    clear_litter(index, keep=generation)
    return written


def replace_lock(index: Path, lock: IndexLock) -> None:
    """Put a lock in force with one rename; OSError when it can't be written."""
    beside = index / f"{LOCK}.new"
    try:
        _write(beside, lock.model_dump_json(indent=1).encode())
        beside.replace(index / LOCK)
    finally:
        beside.unlink(missing_ok=True)
    _sync_folder(index)


def clear_litter(index: Path, *, keep: str) -> None:
    """Remove the generations that are not in force."""
    for folder in index.glob(f"{_GENERATION}*"):
        if folder.name != keep:
            shutil.rmtree(folder, ignore_errors=True)


def _write(path: Path, raw: bytes) -> None:
    with path.open("wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _read(index: Path, path: Path, parse: Callable[[bytes], _Parsed]) -> _Parsed:
    try:
        return parse(path.read_bytes())
    except (OSError, ValueError) as error:
        raise _damaged(index, path.name) from error


def make_flat(vectors: Vectors) -> Any:
    """A FAISS inner-product index over unit rows: its similarity is the cosine.

    Not L2: its distances come back where similarities are expected, and fusion ranks the farthest first.
    """
    import faiss

    flat = faiss.IndexFlatIP(vectors.shape[1])
    if len(vectors):
        flat.add(vectors)
    return flat


def _flat_as_bytes(flat: Any) -> bytes:
    import faiss

    raw: bytes = faiss.serialize_index(flat).tobytes()
    return raw


def _read_flat(index: Path, path: Path, dimension: int) -> Any:
    import faiss
    import numpy as np

    try:
        flat = faiss.deserialize_index(np.frombuffer(path.read_bytes(), dtype=np.uint8))
    except (OSError, RuntimeError) as error:
        raise _damaged(index, path.name) from error
    if flat.metric_type != faiss.METRIC_INNER_PRODUCT or flat.d != dimension:
        raise _damaged(index, path.name)
    return flat


def _unreadable(index: Path, error: OSError) -> IndexDamagedError:
    message = f"The index in {index} can't be read ({error.strerror or error}). Check its permissions, then run `vouch ingest`."
    return IndexDamagedError(message)


def _damaged(index: Path, name: str) -> IndexDamagedError:
    return IndexDamagedError(f"The index in {index} is damaged ({name}). Run `vouch ingest` to build it anew.")
