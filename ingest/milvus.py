"""A copy of an index' vectors in Milvus, a collection to a generation, and the search in it.

The generation on disk stays the record: a collection is filled from it before it is put in force and dropped when it is
cleared. Its name tells index and generation, so that several indexes can share a server; one index never touches the
collections of another, nor those of a folder that it was copied from.
"""

from __future__ import annotations

import contextlib
import importlib
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np

from ingest.collection_name import collection_of, identity_of, made_identity
from ingest.errors import IndexStaleError, VectorStoreError
from ingest.nearest import FlatSearch, VectorSearch, exactly
from ingest.settings import IngestSettings
from ingest.store import Contents
from ingest.vector_address import MilvusAddress, milvus_address

if TYPE_CHECKING:
    from ingest.embed import Vectors

BATCH = 1000
"""Vectors sent at once: at most some 16 MB, a quarter of what a message to Milvus may have."""
MOST_HITS = 16_384
"""Milvus finds no more at once."""
# Seconds: without them pymilvus tries for minutes to reach a server that has gone.
_CONNECT, _SEARCH, _FILL = 5.0, 5.0, 120.0
_ROW, _SOURCE, _VECTOR = "row", "source", "vector"
_log = logging.getLogger(__name__)


def open_vector_store(settings: IngestSettings) -> MilvusStore | None:
    """The store that the settings name beside the index folder; None where FAISS is all. Nothing is connected yet."""
    address = milvus_address(settings.vector_store)
    return MilvusStore(address) if address else None


class MilvusStore:
    """The collections of indexes in one Milvus. Safe to use from several threads."""

    def __init__(self, address: MilvusAddress, *, load: Callable[[], Any] | None = None, batch: int = BATCH) -> None:
        """``load`` gives what is used of the library: ``MilvusClient``, ``DataType`` and the ``errors`` that it raises."""
        self.address = address
        self._batch = batch
        self._load = load or _load_pymilvus
        self._library: Any = None
        self._client: Any = None
        self._connecting = threading.Lock()

    def reach(self) -> None:
        """Connects unless that is done.

        Raises:
            VectorStoreError: the library is not installed, or the store can't be reached or doesn't let us in.
        """
        with self._connecting:
            if self._client is None:
                self._library = self._load()
                with self._told():
                    address = self.address
                    client = self._library.MilvusClient(uri=address.uri, token=address.token, timeout=_CONNECT)
                    client.list_collections(timeout=_CONNECT)  # a server may ask for the password only now
                    self._client = client

    def check(self) -> None:
        """Asks the store for a sign of life.

        Raises:
            VectorStoreError: see ``reach``.
        """
        self.reach()
        with self._told():
            self._client.list_collections(timeout=_CONNECT)

    def fill(self, index: Path, generation: str, contents: Contents) -> None:
        """Copies the vectors of a generation, in batches, into a collection of its own.

        Raises:
            VectorStoreError: see ``reach``.
            OSError: the index folder can't be written.
        """
        self.reach()
        name = collection_of(made_identity(index), index, generation)
        with self._told():
            self._make(name, contents.flat.d)
            vectors, sources = contents.vectors, _sources(contents)
            for start in range(0, len(vectors), self._batch):
                rows = range(start, min(start + self._batch, len(vectors)))
                entries = [{_ROW: row, _SOURCE: int(sources[row]), _VECTOR: vectors[row].tolist()} for row in rows]
                self._client.insert(name, entries, timeout=_FILL)
            self._client.flush(name, timeout=_FILL)

    def mend(self, index: Path, generation: str, contents: Contents) -> str:
        """Fills the collection of a generation again unless it is whole; what was wrong, in one line, or nothing.

        Raises:
            VectorStoreError: see ``reach``.
            OSError: the index folder can't be written.
        """
        wrong = self._wrong(index, generation, len(contents.statements))
        if wrong:
            self.fill(index, generation, contents)
            return f"{wrong}; they were copied there again."
        return ""

    def drop_others(self, index: Path, *, keep: str) -> None:
        """Drops the collections of this index but that of one generation: older ones, and what a killed run has left.

        One that can't be dropped now is litter that the next run drops.
        """
        own = collection_of(made_identity(index), index, "")
        kept = collection_of(made_identity(index), index, keep)
        with contextlib.suppress(VectorStoreError), self._told():
            for name in self._client.list_collections(timeout=_CONNECT):
                if name.startswith(own) and name != kept:
                    self._client.drop_collection(name, timeout=_FILL)

    def search_of(self, index: Path, generation: str, contents: Contents) -> VectorSearch:
        """What searches the collection of a generation.

        Raises:
            IndexStaleError: it is missing or holds another number of vectors.
            VectorStoreError: see ``reach``.
        """
        if wrong := self._wrong(index, generation, len(contents.statements)):
            message = f"{wrong}. Run `vouch ingest`."
            raise IndexStaleError(message)
        name = collection_of(identity_of(index), index, generation)
        return MilvusSearch(self, name, flat=contents.flat, sources=_sources(contents))

    def nearest(self, name: str, vector: Vectors, wanted: int, kept: Sequence[int] | None) -> list[int] | None:
        """The rows nearest to a unit vector, of the sources in ``kept`` if there is such a list; None: the collection has gone.

        Raises:
            VectorStoreError: see ``reach``.
        """
        only = {} if kept is None else {"filter": f"{_SOURCE} in {list(kept)}"}
        with self._told():
            try:
                (hits,) = self._client.search(
                    name, data=[vector.tolist()], limit=wanted, output_fields=[_ROW], timeout=_SEARCH, **only
                )
            except self._library.errors:
                if self._client.has_collection(name, timeout=_SEARCH):
                    raise
                return None
        return [int(hit[_ROW]) for hit in hits]

    def unusable(self, reason: str) -> VectorStoreError:
        """The error that says what is wrong with this store, where it is, and what mends it."""
        if self.address.is_file:
            mend = "One process at a time may use it: end the others, check its folder, or set VOUCH_VECTOR_STORE=faiss"
            return VectorStoreError(f"The Milvus file {self.address.shown} can't be used ({reason}). {mend}.")
        mend = "See that it runs, and check address, user and password in VOUCH_VECTOR_STORE; `vouch doctor` tries again"
        return VectorStoreError(f"The Milvus server at {self.address.shown} can't be used ({reason}). {mend}.")

    def _wrong(self, index: Path, generation: str, count: int) -> str:
        """What is wrong with the collection of a generation, as words; empty when nothing is."""
        self.reach()
        name = collection_of(identity_of(index), index, generation)
        with self._told():
            if not self._client.has_collection(name, timeout=_CONNECT):
                return f"Milvus at {self.address.shown} has no copy of the vectors of the index in {index}"
            try:
                self._client.load_collection(name, timeout=_FILL)
                (answer,) = self._client.query(name, filter="", output_fields=["count(*)"], timeout=_FILL)
            except self._library.errors as error:  # made by a run that was killed before it had an index
                return f"Milvus at {self.address.shown} can't load its copy of the index in {index} ({self._reason(error)})"
        held = int(answer["count(*)"])
        return "" if held == count else f"Milvus at {self.address.shown} has {held} of {count} vectors of the index in {index}"

    def _make(self, name: str, dimension: int) -> None:
        """An empty collection, in the place of any of that name. FLAT: exact as FAISS is, no near misses."""
        if self._client.has_collection(name, timeout=_CONNECT):
            self._client.drop_collection(name, timeout=_FILL)
        kinds = self._library.DataType
        schema = self._client.create_schema(auto_id=False, enable_dynamic_field=False)
        schema.add_field(_ROW, kinds.INT64, is_primary=True)
        schema.add_field(_SOURCE, kinds.INT64)
        schema.add_field(_VECTOR, kinds.FLOAT_VECTOR, dim=dimension)
        wanted = self._client.prepare_index_params()
        wanted.add_index(_VECTOR, index_type="FLAT", metric_type="IP")
        self._client.create_collection(name, schema=schema, index_params=wanted, consistency_level="Strong", timeout=_FILL)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turns what pymilvus raises into one line."""
        try:
            yield
        except self._library.errors as error:
            raise self.unusable(self._reason(error)) from error

    def _reason(self, error: Exception) -> str:
        """What pymilvus says, or gRPC under it, on one line and without the secret."""
        details = getattr(error, "details", None)
        said = getattr(error, "message", "") or (details() if callable(details) else "") or error
        reason = " ".join(str(said).split()).rstrip(".")
        for secret in filter(None, (self.address.token, self.address.token.partition(":")[2])):
            reason = reason.replace(secret, "********")
        return reason


class MilvusSearch:
    """Searches one collection. Once a newer generation has taken its place, FAISS searches the same vectors in memory."""

    def __init__(self, store: MilvusStore, name: str, *, flat: Any, sources: np.ndarray, rows: np.ndarray | None = None) -> None:
        """``sources`` has the number of each row's source; ``rows``, ascending, are those looked at, all if there are none."""
        self._store = store
        self._name = name
        self._flat = flat
        self._sources = sources
        self._rows = np.arange(len(sources)) if rows is None else rows
        self._kept = None if rows is None else np.unique(sources[rows]).tolist()
        self._has_gone = False

    def search(self, vector: Vectors, wanted: int) -> tuple[Sequence[float], Sequence[int]]:
        """As ``VectorSearch`` says, ``MOST_HITS`` at most."""
        wanted = min(wanted, MOST_HITS, self._flat.ntotal)
        if not wanted:
            return [], []
        hits = None if self._has_gone else self._store.nearest(self._name, vector, wanted, self._kept)
        if hits is None:
            if not self._has_gone:
                _log.warning("Collection %s was dropped, as a newer index does; FAISS searches the same vectors", self._name)
            self._has_gone = True
            return FlatSearch(self._flat).search(vector, wanted)
        rows = np.asarray([row for row in hits if row <= self._rows[-1]], dtype=np.int64)
        positions = np.searchsorted(self._rows, rows)
        positions = positions[self._rows[positions] == rows]
        if len(positions) < wanted:
            reason = f"it found {len(positions)} of {wanted} vectors; run `vouch ingest`"
            raise self._store.unusable(reason)
        return exactly(self._flat, vector, positions)

    def check(self) -> None:
        """As ``VectorSearch`` says."""
        self._store.check()

    def only(self, positions: Sequence[int], flat: Any) -> MilvusSearch:
        """As ``VectorSearch`` says."""
        rows = self._rows[np.asarray(positions, dtype=np.int64)]
        return MilvusSearch(self._store, self._name, flat=flat, sources=self._sources, rows=rows)


def _load_pymilvus() -> Any:
    try:
        library, below = importlib.import_module("pymilvus"), importlib.import_module("grpc")
    except ImportError as error:
        message = (
            f"VOUCH_VECTOR_STORE names Milvus, and its library can't be loaded ({error}). Run `pip install 'vouch[milvus]'`,"
            " or set VOUCH_VECTOR_STORE=faiss."
        )
        raise VectorStoreError(message) from error
    # They print every error with its whole way through the code; Vouch tells it in a line.
    for name in ("pymilvus", "milvus_lite"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    # A server that hangs is told by gRPC itself: pymilvus lets that through.
    errors = (library.MilvusException, below.RpcError)
    return SimpleNamespace(MilvusClient=library.MilvusClient, DataType=library.DataType, errors=errors)


def _sources(contents: Contents) -> np.ndarray:
    """The number of its source for each statement."""
    numbers: dict[str, int] = {}
    return np.asarray([numbers.setdefault(one.source_id, len(numbers)) for one in contents.statements], dtype=np.int64)
