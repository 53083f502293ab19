"""Statements → the FAISS index of their vectors; words that the index knows, or that were said before, are not embedded again.

Texts are embedded some hundreds at a time whatever document they stand in, so that texts of one length come together
(``packed.py``), and a run that is cut off loses seconds. LlamaIndex's ``IngestionPipeline`` runs once per such batch. Its cache
is off: its key covers a whole run, while the vectors that the index holds are reused sentence by sentence here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import numpy as np

from ingest.checkpoint import Checkpoint
from ingest.documents import Statement
from ingest.embed import TextEmbedder, Vectors
from ingest.store import Contents, make_flat

BATCH = 512
"""Texts embedded between two entries in the checkpoint."""


@dataclass(slots=True)
class KnownVectors:
    """Vectors by the text that they were made from: those of the index in force, and those of a run that was cut off."""

    rows: dict[str, int] = field(default_factory=dict)
    vectors: Vectors | None = None
    kept: Checkpoint | None = None

    @classmethod
    def of(cls, contents: Contents | None, kept: Checkpoint | None = None) -> KnownVectors:
        """Those of an index in force, none for none, and those of a checkpoint."""
        if contents is None:
            return cls(kept=kept)
        rows = {embedded_text(statement): row for row, statement in enumerate(contents.statements)}
        return cls(rows=rows, vectors=contents.vectors, kept=kept)

    def find(self, text: str) -> Vectors | None:
        """The vector ``(d,)`` of a text, if known."""
        row = self.rows.get(text)
        if row is not None and self.vectors is not None:
            return cast("Vectors", self.vectors[row])
        return self.kept.find(text) if self.kept else None

    def keep(self, texts: Sequence[str], vectors: Any) -> None:
        """Keep new vectors, should this run be cut off."""
        if self.kept and texts:
            self.kept.keep_vectors(texts, vectors)


def embedded_text(statement: Statement) -> str:
    """What is embedded of a statement: on one line, as a question is."""
    return " ".join(statement.embed_text.split())


def vectorise(
    statements: Sequence[Sequence[Statement]],
    *,
    embedder: TextEmbedder,
    known: KnownVectors,
    progress: Callable[[str, int, int], None],
) -> tuple[Any, int]:
    """A FAISS inner-product index, row i for the i-th statement of all documents, and how many texts had to be embedded.

    ``statements`` holds one sequence per document.
    """
    total = sum(len(own) for own in statements)
    if not total:
        return make_flat(np.zeros((0, embedder.embed([]).shape[1]), dtype=np.float32)), 0
    places: dict[str, list[int]] = {}
    for row, statement in enumerate(one for own in statements for one in own):
        places.setdefault(embedded_text(statement), []).append(row)
    found = {text: vector for text in places if (vector := known.find(text)) is not None}
    missing = [text for text in places if text not in found]
    vectors = np.empty((total, len(next(iter(found.values()))) if found else embedder.embed([]).shape[1]), dtype=np.float32)
    for text, vector in found.items():
        vectors[places[text]] = vector
    progress("embed", 0, len(missing))
    done = 0
    for texts, new in _embed(missing, embedder):
        known.keep(texts, new)
        for text, vector in zip(texts, new, strict=True):
            vectors[places[text]] = vector
        done += len(texts)
        progress("embed", done, len(missing))
    return make_flat(vectors), len(missing)


def _embed(texts: Sequence[str], embedder: TextEmbedder) -> Iterator[tuple[list[str], list[Vectors]]]:
    """Texts in batches, each with its vectors."""
    if not texts:
        return
    from llama_index.core.ingestion import IngestionPipeline
    from llama_index.core.schema import BaseNode, TextNode, TransformComponent

    class Embed(TransformComponent):  # type: ignore[misc]
        """Puts its vector on every node."""

        def __call__(self, nodes: Sequence[BaseNode], **_kwargs: Any) -> Sequence[BaseNode]:
            for node, vector in zip(nodes, embedder.embed([node.get_content() for node in nodes]), strict=True):
                node.embedding = vector
            return nodes

    pipeline = IngestionPipeline(transformations=[Embed()], disable_cache=True)
    for start in range(0, len(texts), BATCH):
        own = list(texts[start : start + BATCH])
        yield own, [node.embedding for node in pipeline.run(nodes=[TextNode(text=text) for text in own])]
