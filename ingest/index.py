"""Corpus folder → index folder, bringing in line only what changed; and the index opened for questions."""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.bring import Progress, build_index
from ingest.documents import Document, Passage, Statement
from ingest.editions import superseded
from ingest.embed import TextEmbedder, Vectors
from ingest.errors import IndexDamagedError, IndexStaleError, SourceNotFoundError
from ingest.lock import is_unfinished
from ingest.milvus import MilvusStore, open_vector_store
from ingest.nearest import FlatSearch, VectorSearch
from ingest.scan import scan
from ingest.store import CURRENT_SETTINGS, Contents, IndexLock, make_flat, read_contents, read_lock

if TYPE_CHECKING:
    from llama_index.retrievers.bm25 import BM25Retriever

__all__ = ["OpenIndex", "Progress", "build_index", "open_index", "open_vector_store"]

TOKEN_PATTERN = r"(?u)\b\w+\b"  # noqa: S105 - a pattern for words
"""Every word counts, one-character ones too: the usual pattern drops them, and "5 mg" becomes "10 mg"."""


STEMMERS = {"en": "english", "es": "spanish"}
_ACCENTED = str.maketrans("áéíóúüñÁÉÍÓÚÜÑ", "aeiouunAEIOUUN")
# So many times a writer may put a new generation in force while one is read.
_SWITCHES = 4


class OpenIndex:
    """An index held in memory. Safe to use from several threads; it never changes."""

    def __init__(
        self,
        contents: Contents,
        *,
        embedder: TextEmbedder,
        lock: IndexLock,
        warnings: tuple[str, ...] = (),
        language: str = "en",
        search: VectorSearch | None = None,
    ) -> None:
        """Made by ``open_index``. ``search`` searches the vectors; FAISS does if nothing else is given."""
        self._language = language
        self.embedder = embedder
        self.lock = lock
        self.warnings = warnings
        self.documents: Mapping[str, Document] = {document.source.source_id: document for document in contents.documents}
        self.statements: tuple[Statement, ...] = contents.statements
        self.passages: Mapping[str, Passage] = {passage.passage_id: passage for passage in contents.passages}
        self._contents = contents
        self._search = search or FlatSearch(contents.flat)
        self._positions = {statement.statement_id: position for position, statement in enumerate(contents.statements)}
        self._retrieving = threading.Lock()
        self.superseded: Mapping[str, str] = superseded(document.source for document in contents.documents)
        """Older editions, with the id of the newest: they are kept, and found only when asked for."""

    @cached_property
    def statement_vectors(self) -> Vectors:
        """``(n, d)`` float32, unit rows in the order of ``statements``; don't write to it."""
        return self._contents.vectors

    def statement(self, statement_id: str) -> Statement:
        """The statement with that id.

        Raises:
            SourceNotFoundError: there is none.
        """
        position = self._positions.get(statement_id)
        if position is None:
            message = f"The index holds no statement {statement_id}. Run `vouch sources` for what it holds."
            raise SourceNotFoundError(message)
        return self.statements[position]

    def search_dense(self, vector: Vectors, k: int, *, with_superseded: bool = False) -> list[tuple[int, float]]:
        """Positions in ``statements`` and cosines to the unit ``vector`` ``(d,)``, nearest first, at most ``k``.

        Older editions are left out unless asked for.
        """
        wanted = self._wanted(k, with_superseded=with_superseded)
        if wanted <= 0:
            return []
        cosines, positions = self._search.search(vector, wanted)
        hits = [(int(position), float(cosine)) for position, cosine in zip(positions, cosines, strict=True) if position >= 0]
        return self._in_force(hits, k, with_superseded=with_superseded)

    def check(self) -> None:
        """Whether the vectors can be searched just now; statements and words are in memory.

        Raises:
            VectorStoreError: the store that holds a copy of them can't be reached or used.
        """
        self._search.check()

    def search_lexical(self, text: str, k: int, *, with_superseded: bool = False) -> list[tuple[int, float]]:
        """Positions in ``statements`` and BM25 weights above 0 for ``text``, highest first, at most ``k``; editions as above."""
        wanted = self._wanted(k, with_superseded=with_superseded)
        if wanted <= 0 or self._bm25 is None:
            return []
        import bm25s

        with self._retrieving:
            # The stemmer is no thread's own. The retriever itself makes a node of each hit, which takes ten times as long.
            words = bm25s.tokenize(
                _as_typed(text, self._language), stemmer=self._bm25.stemmer, token_pattern=TOKEN_PATTERN, show_progress=False
            )
        positions, weights = self._bm25.bm25.retrieve(words, k=wanted, show_progress=False)
        found = [(int(row), float(weight)) for row, weight in zip(positions[0], weights[0], strict=True) if weight > 0]
        return self._in_force(found, k, with_superseded=with_superseded)

    def _wanted(self, k: int, *, with_superseded: bool) -> int:
        """How many hits to ask for, so that ``k`` are left when older editions are taken out."""
        extra = 0 if with_superseded else self._older
        return min(k + extra, len(self.statements)) if k > 0 else 0

    @cached_property
    def _older(self) -> int:
        return sum(statement.source_id in self.superseded for statement in self.statements) if self.superseded else 0

    def _in_force(self, hits: list[tuple[int, float]], k: int, *, with_superseded: bool) -> list[tuple[int, float]]:
        if with_superseded or not self.superseded:
            return hits[:k]
        return [hit for hit in hits if self.statements[hit[0]].source_id not in self.superseded][:k]

    def only(self, source_ids: Collection[str], *, language: str = "en") -> OpenIndex:
        """The same index held to some sources, as if there were no others; words are stemmed as ``language`` wants it."""
        kept = [row for row, statement in enumerate(self.statements) if statement.source_id in source_ids]
        contents = Contents(
            documents=tuple(document for source_id, document in self.documents.items() if source_id in source_ids),
            statements=tuple(self.statements[row] for row in kept),
            passages=tuple(passage for passage in self.passages.values() if passage.source_id in source_ids),
            flat=make_flat(self.statement_vectors[kept]),
        )
        return OpenIndex(
            contents,
            embedder=self.embedder,
            lock=self.lock,
            warnings=self.warnings,
            language=language,
            search=self._search.only(kept, contents.flat),
        )

    @cached_property
    def _bm25(self) -> BM25Retriever | None:
        return _lexical(self.statements, self._language)


def open_index(index: Path, *, corpus: Path | None, embedder: TextEmbedder, store: MilvusStore | None = None) -> OpenIndex:
    """The index in a folder, checked file by file; with ``corpus``, also against the documents as they are now.

    With ``store``, its copy of the vectors is searched.

    Raises:
        IndexNotFoundError: there is no index.
        IndexStaleError: built from other documents, another model or other settings. Documents alone don't count after an ingest
            that was cut off: then the old index answers, and ``warnings`` says so. Or the store has no whole copy of it.
        IndexDamagedError: a file of the index is missing or changed.
        VectorStoreError: the store can't be reached or used.
    """
    lock = read_lock(index)
    _check_settings(index, lock, embedder)
    warnings: tuple[str, ...] = ()
    if corpus is not None and (difference := _difference(lock, corpus)):
        if not is_unfinished(index):
            message = f"The index in {index} is out of date: {difference}. Run `vouch ingest`."
            raise IndexStaleError(message)
        warnings = (f"The last ingest did not end ({difference}); the index before it answers. Run `vouch ingest`.",)
    lock, contents, search = _contents_in_force(index, lock, store)
    _check_settings(index, lock, embedder)
    return OpenIndex(contents, embedder=embedder, lock=lock, warnings=warnings, search=search)


def _contents_in_force(
    index: Path, lock: IndexLock, store: MilvusStore | None
) -> tuple[IndexLock, Contents, VectorSearch | None]:
    """What the lock names, or what is in force by now: a writer may have put a new generation in its place meanwhile."""
    for _ in range(_SWITCHES):
        try:
            return _read_generation(index, lock, store)
        except (IndexDamagedError, IndexStaleError):
            again = read_lock(index)
            if again.generation == lock.generation:
                raise
            lock = again
    return _read_generation(index, lock, store)


def _read_generation(index: Path, lock: IndexLock, store: MilvusStore | None) -> tuple[IndexLock, Contents, VectorSearch | None]:
    contents = read_contents(index, lock)
    return lock, contents, store.search_of(index, lock.generation, contents) if store else None


def _check_settings(index: Path, lock: IndexLock, embedder: TextEmbedder) -> None:
    if lock.settings != CURRENT_SETTINGS:
        message = f"The index in {index} was built with other settings or by another version of Vouch. Run `vouch ingest`."
        raise IndexStaleError(message)
    if (lock.model_id, lock.model_checksum) != (embedder.model_id, embedder.checksum):
        message = (
            f"The index in {index} was built with the model {lock.model_id}, now {embedder.model_id} is set. Run `vouch ingest`."
        )
        raise IndexStaleError(message)


def _difference(lock: IndexLock, corpus: Path) -> str:
    """What differs between the documents that were indexed and those in ``corpus``, as words; empty when nothing does."""
    locked = {source.name: source for source in lock.sources}
    files = {file.name: file for file in scan(corpus)}
    new = [name for name in files if name not in locked]
    gone = [name for name in locked if name not in files]
    changed = [
        name
        for name, file in files.items()
        if name in locked and file.stamp != locked[name].stamp and file.sha256() != locked[name].sha256
    ]
    parts = [f"{_some(names)} {what}" for names, what in ((new, "new"), (changed, "changed"), (gone, "removed")) if names]
    return ", ".join(parts)


def _some(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"


def _as_typed(text: str, language: str) -> str:
    """Spanish without its accents, which people leave out when they type."""
    return text.translate(_ACCENTED) if language == "es" else text


def _lexical(statements: Sequence[Statement], language: str) -> Any:
    """BM25 over what is embedded; None for no statements. Built when first asked: the stored form forgets the token pattern."""
    if not statements:
        return None
    import Stemmer
    from llama_index.core.schema import TextNode
    from llama_index.retrievers.bm25 import BM25Retriever

    nodes = [TextNode(id_=s.statement_id, text=_as_typed(s.embed_text, language)) for s in statements]
    return BM25Retriever(
        nodes=nodes,
        stemmer=Stemmer.Stemmer(STEMMERS.get(language, "english")),
        language=language if language in STEMMERS else "en",
        token_pattern=TOKEN_PATTERN,
        similarity_top_k=1,
    )
