"""Statements → the FAISS index of their vectors; statements whose words the index already knows are not embedded again.

LlamaIndex's ``IngestionPipeline`` runs once per document, as it is meant to. Its cache is off: its key covers a whole run, so one
changed sentence would embed the document anew, while the vectors that the index holds are reused sentence by sentence here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import numpy as np

from ingest.checkpoint import Checkpoint
from ingest.documents import Statement
from ingest.embed import TextEmbedder, Vectors
from ingest.store import Contents, make_flat


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
    from llama_index.core.ingestion import IngestionPipeline
    from llama_index.core.schema import BaseNode, TextNode, TransformComponent

    total = sum(len(own) for own in statements)
    embedded = 0

    class EmbedNew(TransformComponent):  # type: ignore[misc]
        """Puts a vector on every node: the known one, or a new one."""

        def __call__(self, nodes: Sequence[BaseNode], **_kwargs: Any) -> Sequence[BaseNode]:
            nonlocal embedded
            missing = [node for node in nodes if known.find(node.get_content()) is None]
            texts = [node.get_content() for node in missing]
            vectors: Iterable[Any] = embedder.embed(texts) if missing else ()
            known.keep(texts, vectors)
            embedded += len(missing)
            made = {node.node_id: vector for node, vector in zip(missing, vectors, strict=True)}
            for node in nodes:
                vector = made.get(node.node_id)
                node.embedding = known.find(node.get_content()) if vector is None else vector
            return nodes

    pipeline = IngestionPipeline(transformations=[EmbedNew()], disable_cache=True)
    rows: list[Any] = []
    for own in statements:
        progress("embed", len(rows), total)
        nodes = [TextNode(id_=statement.statement_id, text=embedded_text(statement)) for statement in own]
        rows += [node.embedding for node in pipeline.run(nodes=nodes)] if nodes else []
    progress("embed", total, total)
    if not rows:
        return make_flat(np.zeros((0, embedder.embed([]).shape[1]), dtype=np.float32)), 0
    return make_flat(np.stack(rows).astype(np.float32)), embedded
