"""What is asked in, statements that may answer it out: dense and lexical retrieval, fused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import numpy as np

from assistant.answers import Hit
from assistant.question.asked import Asked
from assistant.retrieval.steer import question_vector
from assistant.words.lexicon import Lexicon
from ingest.documents import Document, Statement
from ingest.embed import Embeds, Vectors

DENSE_WEIGHT = 0.6
CANDIDATES = 200
_WORDINGS = 4


class Searchable(Protocol):
    """What retrieval needs of an index (``ingest.index.OpenIndex`` fits)."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement, in the order of the vectors."""

    @property
    def statement_vectors(self) -> Vectors:
        """``(n, d)``, unit rows in the order of ``statements``."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents by source id."""

    @property
    def embedder(self) -> Embeds:
        """The model that the index was built with."""

    def search_dense(self, vector: np.ndarray, k: int, *, with_superseded: bool = False) -> list[tuple[int, float]]:
        """Positions of statements and cosines, best first."""

    def search_lexical(self, text: str, k: int, *, with_superseded: bool = False) -> list[tuple[int, float]]:
        """Positions of statements and BM25 scores above 0, best first."""


def retrieve(
    asked: Asked, *, index: Searchable, lexicon: Lexicon, allowed: frozenset[str] | None = None, older: bool = False
) -> tuple[Hit, ...]:
    """The statements that come nearest to the question, best first.

    Each side's figures are divided by their maximum and summed with ``DENSE_WEIGHT`` on the dense side (measured: a
    weighted sum beats reciprocal ranks here). Ties keep the order of the documents. ``allowed`` restricts the sources;
    ``older`` lets superseded editions in.
    """
    count = min(CANDIDATES, len(index.statements))
    if not count:
        return ()
    vector = question_vector(spelled_out(asked.text, lexicon=lexicon), index.embedder)
    also = {"with_superseded": True} if older else {}
    dense = dict(index.search_dense(vector, count, **also))
    lexical = dict(index.search_lexical(with_wordings(asked, lexicon=lexicon), count, **also))
    best_dense, best_lexical = max(dense.values(), default=0.0), max(lexical.values(), default=0.0)
    found = []
    for position in dense.keys() | lexical.keys():
        cosine, bm25 = dense.get(position, 0.0), lexical.get(position, 0.0)
        share = max(cosine, 0.0) / best_dense if best_dense > 0 else 0.0
        fused = DENSE_WEIGHT * share + (1 - DENSE_WEIGHT) * (bm25 / best_lexical if best_lexical > 0 else 0.0)
        found.append((fused, position, cosine, bm25))
    found.sort(key=lambda entry: (-entry[0], entry[1]))
    hits: list[Hit] = []
    for fused, position, cosine, bm25 in found:
        statement = index.statements[position]
        if allowed is None or statement.source_id in allowed:
            source = index.documents[statement.source_id].source
            hits.append(Hit(statement=statement, source=source, rank=len(hits) + 1, dense=cosine, lexical=bm25, fused=fused))
    return tuple(hits)


def spelled_out(text: str, *, lexicon: Lexicon) -> str:
    """The question with the preferred name behind each brand, abbreviation or lay word, for the embedding model."""
    pieces, position = [], 0
    for mention in lexicon.mentions(text, typed=True):
        surface = text[mention.start : mention.end]
        pieces.append(text[position : mention.end])
        position = mention.end
        if mention.concept.name.lower() not in surface.lower():
            pieces.append(f" ({mention.concept.name})")
        pieces.extend(f" ({lexicon.concepts[c].name})" for c in mention.concept.within)
    return "".join((*pieces, text[position:]))


def with_wordings(asked: Asked, *, lexicon: Lexicon) -> str:
    """The question followed by other wordings of the things it names, for lexical retrieval."""
    extra: list[str] = []
    for concept_id in sorted(asked.concepts | asked.population):
        concept = lexicon.concepts[concept_id]
        named = concept.spanish[:_WORDINGS] if asked.language == "es" else (concept.name, *concept.synonyms[:_WORDINGS])
        extra.extend((*named, *concept.brands, *concept.abbreviations))
        for above in (lexicon.concepts[c] for c in concept.within):
            extra.extend((above.name, *above.abbreviations))
    return " ".join((asked.text, *extra))
