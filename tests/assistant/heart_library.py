"""The tests' small library about heart failure, and statements of one's own, without a model or an index folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from ingest_fakes import WordEmbedder

from assistant.answers import Hit, Intent
from assistant.question.asked import Asked, read_question
from assistant.reader import Reader
from assistant.retrieval.profile import Profile, profile_statement
from assistant.retrieval.signals import Judged
from assistant.words.lexicon import Lexicon
from assistant.words.lexicon_files import load_lexicon
from ingest.chunk import cut
from ingest.documents import Document, Source, Span, Statement
from ingest.embed import Vectors
from ingest.parse import parse_file

HEART = Path(__file__).parents[1] / "corpora" / "heart_failure"
QUIET = {"concepts": 1.0, "words": 1.0, "clash": 0.0, "population_gap": 0.0, "shape_gap": 0.0, "key_concept": 1.0}


@cache
def lexicon() -> Lexicon:
    return load_lexicon(HEART / "lexicon")


def source(source_id: str = "alpha", **fields: object) -> Source:
    return Source(source_id=source_id, **({"title": "Heart failure"} | fields))  # type: ignore[arg-type]


def statement(text: str, *, source_id: str = "alpha", order: int = 0, **fields: object) -> Statement:
    return Statement(
        statement_id=f"{source_id}:{order}:{text}",
        source_id=source_id,
        passage_id=f"{source_id}:passage",
        span=Span(start=0, end=len(text)),
        text=text,
        order=order,
        **fields,  # type: ignore[arg-type]
    )


def profile(text: str, *, of: Source | None = None, words: Lexicon | None = None, **fields: object) -> Profile:
    home = of or source()
    return profile_statement(statement(text, source_id=home.source_id, **fields), home, lexicon=words or lexicon())  # type: ignore[arg-type]


def hit(
    of: Profile, *, rank: int = 1, dense: float = 0.7, lexical: float = 5.0, fused: float = 0.8, relevance: float = 0.9
) -> Hit:
    return Hit(
        statement=of.statement, source=of.source, rank=rank, dense=dense, lexical=lexical, fused=fused, relevance=relevance
    )


def judged(of: Profile, *, rank: int = 1, relevance: float = 0.9, **signals: float) -> Judged:
    return Judged(hit=hit(of, rank=rank, relevance=relevance), profile=of, signals=QUIET | signals)


def asked(text: str, *, words: Lexicon | None = None, language: str = "en") -> Asked:
    return read_question(text, lexicon=words or lexicon(), language=language)


def intents(text: str) -> frozenset[Intent]:
    return asked(text).intents


class ListedIndex:
    """An index in memory: cosines of word vectors, and the count of shared words for BM25."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.embedder = WordEmbedder()
        self.documents: Mapping[str, Document] = {document.source.source_id: document for document in documents}
        self.statements: tuple[Statement, ...] = tuple(s for document in documents for s in cut(document)[1])
        self.statement_vectors: Vectors = self.embedder.embed([s.embed_text for s in self.statements])

    def search_dense(self, vector: Vectors, k: int, **_: bool) -> list[tuple[int, float]]:
        cosines = self.statement_vectors @ vector
        return [(int(row), float(cosines[row])) for row in np.argsort(-cosines, kind="stable")[:k]]

    def search_lexical(self, text: str, k: int, **_: bool) -> list[tuple[int, float]]:
        wanted = set(text.lower().split())
        shared = [(row, float(len(wanted & set(s.embed_text.lower().split())))) for row, s in enumerate(self.statements)]
        return sorted((pair for pair in shared if pair[1]), key=lambda pair: -pair[1])[:k]


@cache
def heart_index() -> ListedIndex:
    return ListedIndex([parse_file(path) for path in sorted(HEART.glob("*-*.md"))])


@cache
def heart_reader() -> Reader:
    return Reader(index=heart_index(), lexicon=lexicon())


def heart_profile(text: str) -> Profile:
    """The profile of the library's statement that begins with ``text``."""
    (found,) = [p for p in heart_reader().profiles.values() if p.statement.text.startswith(text)]
    return found
