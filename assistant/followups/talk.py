"""A follow-up as it was found and its conversation in, its statements in one order out, as conversations taught.

What a follow-up is about stands partly in its own words, partly in the question before and in what the last answer showed; how
much of each differs from turn to turn, and a rewritten question may have taken up the wrong thing. So what each reading finds,
how near a statement is to the question before and to the last answer's sections, and how the turn was typed are weighed together,
by weights learned from dialogues whose answers are known. Beside them one hidden layer puts the vectors of the turn, of its
standalone question and of the question before together to one that should lie near what is asked for.
``evals/train_talk.py`` makes the weights. They belong to one embedding model and to the statements that they learned from;
elsewhere ``blend.py`` orders a follow-up's statements.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.signals import Judged, log_odds
from assistant.retrieval.steer import read_parts
from ingest.documents import Statement
from ingest.embed import Vectors

WEIGHTS = Path(__file__).with_name("talk_weights.safetensors")
NAMES = ("into", "bias", "back", "bases", "reach", "signals", "offset")
SIGNALS = tuple(
    (
        "whole alone of_patients whole_share alone_share of_patients_share near_alone near_whole near_before "
        "section first_section source clash other_drugs whole_rewritten alone_rewritten of_patients_rewritten "
        "before_typed whole_long alone_long before_long first_besides first_reason"
    ).split()
)
_AGAINST = "clash"
_KNOWN_BY = 4
_UNFOUND, _NEAREST_TO_SURE = 1e-4, 1e-6
_LONG = 12
_SUREST = 30.0

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A follow-up: what its readings found, best first, and what was said before.

    ``vectors`` ``(3, d)`` are of the turn alone, of the whole reading and of the question before; ``nearby`` ``(n, d)`` those of
    the library's statements, ``rows`` their rows by id. ``shown`` are the statements of the last answer in its order, ``words``
    how many the turn was typed in. ``besides`` tells that it asks for something else than was said, ``reason`` for why.
    """

    whole: Sequence[Judged]
    alone: Sequence[Judged]
    of_patients: Sequence[Judged]
    vectors: Vectors
    nearby: Vectors
    rows: Mapping[str, int]
    shown: Sequence[Statement]
    words: int
    rewritten: bool
    besides: bool = False
    reason: bool = False

    @property
    def found(self) -> tuple[Judged, ...]:
        """Every statement that a reading found, as the first of them judged it, in the order whole, alone, with the patients.

        Cosines and BM25 are those of the whole reading, which didn't retrieve what only a lighter one found.
        """
        entries = {entry.hit.statement.statement_id: entry for entry in self.whole}
        for entry in (*self.alone, *self.of_patients):
            if entry.hit.statement.statement_id not in entries:
                hit = replace(entry.hit, dense=0.0, lexical=0.0, fused=0.0)
                entries[entry.hit.statement.statement_id] = replace(entry, hit=hit)
        return tuple(entries.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkWeights:
    """Weights of ``SIGNALS``, and ``l`` layers: ``into`` ``(l, 3d, h)``, ``bias`` ``(l, h)``, ``back`` ``(l, h, d)``.

    A layer's vector begins at the mean of the three by ``bases`` ``(l, 3)``; its cosine counts ``reach`` ``(l,)``. ``model`` is
    their embedding model's checksum, ``statements`` the ids of those that they learned from.
    """

    model: str
    statements: frozenset[str]
    into: Vectors
    bias: Vectors
    back: Vectors
    bases: Vectors
    reach: Vectors
    signals: Vectors
    offset: Vectors


def knows(weights: TalkWeights, model: str, judged: Sequence[Judged]) -> bool:
    """Whether the weights may speak: they belong to this model, and learned from the statements nearest to the question."""
    nearest = {entry.hit.statement.statement_id for entry in judged[:_KNOWN_BY]}
    return model == weights.model and bool(nearest) and weights.statements.issuperset(nearest)


def in_order(talk: Talk, weights: TalkWeights) -> tuple[Judged, ...]:
    """The statements with their relevance in the conversation, best first; ties keep the order in which they were found.

    What is about other patients by the whole reading is never raised above what that gave it.
    """
    found = talk.found
    if not found:
        return ()
    total = talk_signals(talk, found) @ weights.signals + weights.offset[0] + nearness(talk, found, weights)
    relevance = 1 / (1 + np.exp(-np.clip(total, -_SUREST, _SUREST)))
    own = {entry.hit.statement.statement_id: entry for entry in talk.whole}
    placed = []
    for place, (entry, value) in enumerate(zip(found, relevance, strict=True)):
        read = own.get(entry.hit.statement.statement_id)
        against = read is not None and read.signals.get(_AGAINST, 0.0) > 0
        placed.append((-min(read.hit.relevance, float(value)) if read and against else -float(value), place, entry))
    placed.sort(key=lambda one: one[:2])
    return tuple(
        replace(entry, hit=replace(entry.hit, rank=rank, relevance=-negative))
        for rank, (negative, _, entry) in enumerate(placed, start=1)
    )


def nearness(talk: Talk, found: Sequence[Judged], weights: TalkWeights) -> Numbers:
    """``(n,)``: how near each statement is to the conversation's vectors, by how much each layer's counts."""
    near = talk.nearby[[talk.rows[entry.hit.statement.statement_id] for entry in found]]
    total = np.zeros(len(found))
    for into, bias, back, bases, reach in zip(
        weights.into, weights.bias, weights.back, weights.bases, weights.reach, strict=True
    ):
        vector = bases @ talk.vectors + np.maximum(talk.vectors.reshape(-1) @ into + bias, 0) @ back
        total += reach * (near @ (vector / (np.linalg.norm(vector) or 1.0)))
    return total


def talk_signals(talk: Talk, found: Sequence[Judged]) -> Numbers:
    """``(n, SIGNALS)``: what is known of each statement for this turn of the conversation."""
    ids = [entry.hit.statement.statement_id for entry in found]
    near = talk.nearby[[talk.rows[i] for i in ids]] @ talk.vectors.T
    columns: dict[str, Numbers] = dict(zip(("near_alone", "near_whole", "near_before"), near.T, strict=True))
    for name, reading in (("whole", talk.whole), ("alone", talk.alone), ("of_patients", talk.of_patients)):
        shares = {entry.hit.statement.statement_id: entry.hit.relevance for entry in reading}
        columns[f"{name}_share"] = np.array([shares.get(i, 0.0) for i in ids])
        columns[name] = np.array([log_odds(shares.get(i, _UNFOUND), nearest=_NEAREST_TO_SURE) for i in ids])
    columns |= _of_answer(talk, found)
    told = {entry.hit.statement.statement_id: entry.signals for entry in talk.whole}
    for name in ("clash", "other_drugs"):
        columns[name] = np.array([told[i].get(name, 0.0) if i in told else 0.0 for i in ids])
    for name in ("whole", "alone", "of_patients"):
        columns[f"{name}_rewritten"] = columns[name] * talk.rewritten
    length = min(talk.words, _LONG) / _LONG
    opened = {one.statement_id for one in talk.shown[:1]}
    first = np.array([float(i in opened) for i in ids])
    columns |= {"first_besides": first * talk.besides, "first_reason": first * talk.reason}
    columns["before_typed"] = columns["near_before"] * (not talk.rewritten)
    columns["before_long"] = columns["near_before"] * length
    for name in ("whole", "alone"):
        columns[f"{name}_long"] = columns[name] * length
    return np.stack([columns[name] for name in SIGNALS], axis=1).astype(np.float64)


def _of_answer(talk: Talk, found: Sequence[Judged]) -> dict[str, Numbers]:
    """Whether each statement stands by those of the last answer, and by the one that opened it.

    Not whether it was shown itself: whoever writes dialogues asks for something else each time, and readers often don't. Only
    where a turn asks for what else there is, or for why, what opened the answer is known not to be what is asked for.
    """
    first = talk.shown[:1]
    sections, opened = ({one.passage_id for one in shown} for shown in (talk.shown, first))
    sources = {one.source_id for one in first}
    asked = [entry.hit.statement for entry in found]
    return {
        "section": np.array([float(one.passage_id in sections) for one in asked]),
        "first_section": np.array([float(one.passage_id in opened) for one in asked]),
        "source": np.array([float(one.source_id in sources) for one in asked]),
    }


def shown_in(answer: str, statements: Collection[Statement]) -> tuple[Statement, ...]:
    """The statements whose own words stand in an answer as it was shown, in its order."""
    flat = answer.casefold()
    places = [(flat.find(one.text.rstrip(". ").casefold()), one) for one in statements]
    return tuple(one for place, one in sorted((pair for pair in places if pair[0] >= 0), key=lambda pair: pair[0]))


@lru_cache(maxsize=1)
def read_talk(path: Path = WEIGHTS) -> TalkWeights:
    """The weights in a file; the shipped ones.

    Raises:
        ModelNotFoundError: they are missing or damaged.
    """
    about, parts = read_parts(path, NAMES)
    return TalkWeights(model=about["model"], statements=frozenset(json.loads(about["statements"])), **parts)
