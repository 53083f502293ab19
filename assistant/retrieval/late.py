"""A question's and a statement's word pieces in, how well each of the one is met by some one of the other out.

Late interaction (ColBERT; Khattab and Zaharia, SIGIR 2020): one vector for a whole text blurs which of its words is asked for, so
each word piece keeps its own. A piece of the question is met as well as the piece of the statement that is most like it, and how
much each counts is learned. Two small maps beside the frozen model say what is alike; questions and near misses that people wrote
teach them (``evals/train_late.py``). What was learned of one disease makes the order of another's statements worse (measured), so
the weights say which conditions the documents are about that they were learned of, and nothing is said of any other documents;
nor with any other embedding model.
"""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.steer import read_parts
from assistant.words.lexicon import Lexicon
from ingest.documents import Document, Statement
from ingest.embed import Embeds, EmbedsWords, Vectors

WEIGHTS = Path(__file__).with_name("late_weights.safetensors")
NAMES = ("ask", "say", "weigh")
# Vectors are of unit length; their parts are brought to about the size that a layer is made for.
SCALE = 8.0
MOST_WORDS = 96
# 9 kB each, of the statements that questions come near to.
_REMEMBERED = 2048
_QUESTIONS = 64
# So many of the statements, and of the question's most telling word pieces, are looked at closely.
_FEW = 4

Rows = NDArray[np.float16]


@dataclass(frozen=True, slots=True, kw_only=True)
class LateWeights:
    """Trained maps: ``ask`` ``(d, k)`` of questions, ``say`` ``(d, k)`` of statements; ``weigh`` ``(d + 1,)``, a bias last.

    ``about`` are the ids of the concepts that a source's title must name one of.
    """

    model: str
    about: frozenset[str]
    ask: Vectors
    say: Vectors
    weigh: Vectors


class Late:
    """Holds the mapped word pieces of statements that came near to a question. Safe to use from several threads."""

    def __init__(self, embedder: Embeds, *, weights: LateWeights | None = None, said: Mapping[str, Rows] | None = None) -> None:
        """The shipped weights, if none are given; ``said`` are mapped word pieces by statement id that are at hand already."""
        self._embedder = embedder
        self._weights = weights
        self._at_hand = said or {}
        self._said: OrderedDict[str, Rows] = OrderedDict()
        self._asked: OrderedDict[str, tuple[Vectors, Vectors]] = OrderedDict()
        self._lock = threading.Lock()

    def met(self, text: str, statements: Sequence[Statement]) -> tuple[float, ...] | None:
        """How well each statement meets the words of a question, -1 to 1; None where the weights are another model's."""
        seen = self._look(text, statements)
        return None if seen is None else tuple(float(one) for one in seen[1] @ seen[0])

    def left_open(self, text: str, statements: Sequence[Statement]) -> dict[str, float] | None:
        """What of a question's words these statements, best first, leave unmet; None as in ``met``.

        A near miss shares its words with the documents, but for the one that asks: so the words are looked at one by one, each
        with whatever statement meets it best.
        """
        seen = self._look(text, statements)
        if seen is None or not len(seen[0]):
            return None
        shares, each = seen
        best, few, first = each.max(axis=0), each[:_FEW].max(axis=0), each[0]
        telling = np.argsort(-shares)[:_FEW]
        return {
            "met_best": float((each @ shares).max()),
            "met_first": float(first @ shares),
            "met_few": float(few @ shares),
            "met_all": float(best @ shares),
            "least_first": float(first.min()),
            "least_few": float(few.min()),
            "least_all": float(best.min()),
            "least_telling": float(best[telling].min()),
            "unmet": float((shares * (1 - best)).max()),
        }

    def _look(self, text: str, statements: Sequence[Statement]) -> tuple[Vectors, Vectors] | None:
        """How much each of a question's ``t`` word pieces counts, ``(t,)``, and how well each statement meets it, ``(n, t)``."""
        weights = self._weights or read_late()
        embedder = self._embedder
        if embedder.checksum != weights.model or not isinstance(embedder, EmbedsWords) or not statements:
            return None
        words, shares = self._question(text, embedder, weights)
        rows = self._statements(statements, embedder, weights)
        if not len(words):
            return shares, np.zeros((len(statements), 0), dtype=np.float32)
        lengths = [len(one) for one in rows]
        starts = np.cumsum([0, *lengths[:-1]])
        alike = words @ np.concatenate(rows).astype(np.float32).T
        return shares, np.maximum.reduceat(alike, starts, axis=1).T

    def _question(self, text: str, embedder: EmbedsWords, weights: LateWeights) -> tuple[Vectors, Vectors]:
        with self._lock:
            known = self._asked.get(text)
        if known is None:
            pieces = embedder.embed_words([text])[0][:MOST_WORDS]
            known = mapped(pieces, weights.ask), how_telling(pieces, weights.weigh)
            with self._lock:
                self._asked[text] = known
                while len(self._asked) > _QUESTIONS:
                    self._asked.popitem(last=False)
        return known

    def _statements(self, statements: Sequence[Statement], embedder: EmbedsWords, weights: LateWeights) -> list[Rows]:
        ids = [statement.statement_id for statement in statements]
        with self._lock:
            lately = {one: self._said[one] for one in ids if one in self._said}
        unknown = [s for s in statements if s.statement_id not in lately and s.statement_id not in self._at_hand]
        found = dict(zip((s.statement_id for s in unknown), rows_of(unknown, embedder, weights), strict=True))
        with self._lock:
            for one in (*lately, *found):
                self._said[one] = lately[one] if one in lately else found[one]
                self._said.move_to_end(one)
            while len(self._said) > _REMEMBERED:
                self._said.popitem(last=False)
        known = {**lately, **found}
        return [known[one] if one in known else self._at_hand[one] for one in ids]


def rows_of(statements: Sequence[Statement], embedder: EmbedsWords, weights: LateWeights) -> list[Rows]:
    """The mapped word pieces ``(t, k)`` of each statement, headings included; one row of zeros where there are none."""
    found = embedder.embed_words([statement.embed_text for statement in statements]) if statements else []
    rows = [mapped(pieces[:MOST_WORDS], weights.say).astype(np.float16) for pieces in found]
    return [one if len(one) else np.zeros((1, weights.say.shape[1]), dtype=np.float16) for one in rows]


def learned_of(documents: Mapping[str, Document], lexicon: Lexicon) -> frozenset[str]:
    """The ids of the sources whose titles name what the weights were learned of."""
    about = read_late().about
    named = {source_id: lexicon.concepts_in(document.source.title) for source_id, document in documents.items()}
    return frozenset(source_id for source_id, concepts in named.items() if not about.isdisjoint(concepts))


def mapped(pieces: Vectors, by: Vectors) -> Vectors:
    """``(t, k)`` unit rows of word pieces, or of whole texts' vectors, ``(t, d)``."""
    rows = pieces @ by
    unit: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit


def how_telling(pieces: Vectors, weigh: Vectors) -> Vectors:
    """How much each of a question's word pieces ``(t, d)`` counts; they add up to 1."""
    raw = np.logaddexp(0, pieces @ weigh[:-1] * SCALE + weigh[-1])
    shares: Vectors = (raw / (raw.sum() or 1.0)).astype(np.float32)
    return shares


@lru_cache(maxsize=1)
def read_late(path: Path = WEIGHTS) -> LateWeights:
    """The weights in a file; the shipped ones.

    Raises:
        ModelNotFoundError: they are missing or damaged.
    """
    about, parts = read_parts(path, NAMES)
    return LateWeights(model=about["model"], about=frozenset(json.loads(about["about"])), **parts)
