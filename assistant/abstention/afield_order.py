"""The statements nearest to a question in, the same in a better order out, for documents that no other order was learned of.

How statements are ranked was learned from questions about the shipped documents (``rerank.py``), and what was learned there of
single words makes the order of another field's statements worse (``late.py``). Here a line through signals of the pair that know
no field orders them: how well the word pieces of either are met by the other's, what the statement lacks and has besides, how far
it is behind the first, whether it is of the kind that is asked for. It learned from questions that people wrote for small
documents of sixty fields, each with the statements that answer it (``evals/train_afield_order.py``). Added to it is what a reader
of question and statement together says, which learned from the same (``answer_reader.py``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from statistics import median

import numpy as np

from assistant.abstention.afield_pieces import HeldPieces, Pieces
from assistant.abstention.afield_signals import by_form, by_pieces, by_words
from assistant.abstention.answerable_signals import lexical_share, spoken_share
from assistant.abstention.doses_of import doses_another
from assistant.question.asked import Asked
from assistant.reread.answer_reader import AnswerReader, open_answer_reader, statement_as_read
from assistant.retrieval.profile import Terms
from assistant.retrieval.rerank import load_weights
from assistant.retrieval.signals import Judged, logistic
from assistant.words.lexicon import Lexicon
from ingest.documents import BlockKind
from ingest.embed import Embeds, EmbedsWords

WEIGHTS = Path(__file__).with_name("afield_order_weights.json")
# So many of the nearest are ordered anew; of 840 written questions 96 % have an answer among them.
NEAREST = 16
# What is 4 % as likely to answer as the first has two fifths of its relevance, from which on it is drafted.
_SPREAD = 0.285
_FARTHEST = 50.0
_LANGUAGE = "en"
# What a lexicon knows of patients no folder without one could teach: it counts as in the ranking, on the scale of this line.
_PATIENTS = ("population", "population_gap", "clash", "clash_above", "narrower")
_SCALE = 2.0
# What the reader says, in log-odds, on the scale of this line.
_READ = 0.5
# An amount of another medicine than the one whose dose is asked for goes behind whatever may hold that one's.
_ANOTHERS = -6.0
_LEADING = ("met", "taken", "above_met", "met_few", "s_words", "dense", "relevance")


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderWeights:
    """A weight for each signal, of the embedding model with this checksum, and what is added to them."""

    model: str
    bias: float
    weights: Mapping[str, float]

    def likely(self, signals: Mapping[str, float], *, besides: float = 0.0) -> float:
        """How likely the statement with these signals answers, 0 to 1; ``besides`` is what else speaks for it, in log-odds."""
        return logistic(self.odds(signals) + besides)

    def odds(self, signals: Mapping[str, float]) -> float:
        """The same in log-odds."""
        return self.bias + sum(weight * signals.get(name, 0.0) for name, weight in self.weights.items())


@lru_cache(maxsize=2)
def read_order(path: Path = WEIGHTS) -> OrderWeights:
    """The shipped weights."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    return OrderWeights(model=stored["model"], bias=stored["bias"], weights=stored["weights"])


class AfieldOrder:
    """Holds the word pieces of statements that came near to a question. Safe to use from several threads."""

    def __init__(self, embedder: Embeds, *, weights: OrderWeights | None = None, reader: AnswerReader | None = None) -> None:
        """The shipped weights and the process's reader, if none are given."""
        self._embedder = embedder
        self._weights = weights
        self._reader = reader or open_answer_reader()
        self._pieces = HeldPieces()

    def ordered(self, text: str, asked: Asked, judged: Sequence[Judged], *, terms: Terms, lexicon: Lexicon) -> tuple[Judged, ...]:
        """The statements, the ``NEAREST`` in their new order; as they are for another model or another language.

        ``text`` is the question as the embedding model reads it. The first keeps the relevance that the first had, since what
        refuses was measured by it; the others fall behind it as they are less likely to answer.
        """
        weights = self._weights or read_order()
        signals = self.signals(text, asked, judged[:NEAREST], terms=terms, lexicon=lexicon, model=weights.model)
        if not signals:
            return tuple(judged)
        patients = [_for_patients(one.signals) for one in judged[:NEAREST]]
        heard = [_READ * odds for odds in self.heard(asked, judged)]
        others = [_ANOTHERS * doses_another(asked, one.profile, lexicon=lexicon) for one in judged[:NEAREST]]
        besides = [sum(all_told) for all_told in zip(patients, heard, others, strict=True)]
        likely = [weights.likely(one, besides=known) for one, known in zip(signals, besides, strict=True)]
        order = sorted(range(len(likely)), key=lambda place: (-likely[place], place))
        best, most = judged[0].hit.relevance, likely[order[0]]
        nearest = [_placed(judged[place], rank, best * (likely[place] / most) ** _SPREAD) for rank, place in enumerate(order, 1)]
        least = nearest[-1].hit.relevance
        rest = [_placed(one, rank, min(one.hit.relevance, least)) for rank, one in enumerate(judged[NEAREST:], NEAREST + 1)]
        return (*nearest, *rest)

    def odds(self, text: str, asked: Asked, judged: Sequence[Judged], *, terms: Terms, lexicon: Lexicon) -> list[float]:
        """How likely each of the ``NEAREST`` statements answers, in log-odds; none where ``signals`` gives none."""
        weights = self._weights or read_order()
        signals = self.signals(text, asked, judged[:NEAREST], terms=terms, lexicon=lexicon, model=weights.model)
        return [weights.odds(one) for one in signals]

    def heard(self, asked: Asked, judged: Sequence[Judged]) -> list[float]:
        """How surely each of the ``NEAREST`` answers by the reader, in log-odds; one too long for it as the middle of them."""
        odds = self._reader.odds(asked.text, [statement_as_read(one.hit.statement) for one in judged[:NEAREST]])
        middle = median([one for one in odds if one is not None] or [0.0])
        return [middle if one is None else one for one in odds]

    def near(self, text: str, judged: Sequence[Judged]) -> Pieces | None:
        """The word pieces of a question and of the nearest statements; None for a model that gives none."""
        return self._pieces.near(text, judged, self._embedder) if isinstance(self._embedder, EmbedsWords) else None

    @property
    def model(self) -> str:
        """The embedding model's checksum."""
        return self._embedder.checksum

    def signals(
        self, text: str, asked: Asked, judged: Sequence[Judged], *, terms: Terms, lexicon: Lexicon, model: str
    ) -> list[dict[str, float]]:
        """The signals of each statement, the nearest first; none where the embedding model isn't ``model``."""
        embedder = self._embedder
        if not judged or asked.language != _LANGUAGE or embedder.checksum != model or not isinstance(embedder, EmbedsWords):
            return []
        look = self._pieces.look
        question = look([text], embedder)[0]
        own = look([one.hit.statement.text for one in judged], embedder)
        whole = look([one.hit.statement.embed_text for one in judged], embedder)
        found = []
        for rank, (one, said, above) in enumerate(zip(judged, own, whole, strict=True)):
            found.append(
                {f"s_{name}": float(value) for name, value in one.signals.items() if name not in _PATIENTS}
                | by_form(asked, one.profile)
                | by_words(asked, one.profile, terms=terms, lexicon=lexicon)
                | by_pieces(question, said)
                | {f"above_{name}": value for name, value in by_pieces(question, above).items()}
                | _beside_first(one, judged)
                | {
                    "rank": float(rank),
                    "spoken": spoken_share(asked, one.profile, terms=terms, lexicon=lexicon),
                    "row": float(one.hit.statement.kind is BlockKind.TABLE_ROW),
                    "lead": float(bool(one.hit.statement.lead_in)),
                }
            )
        return _behind_best(found)


def _for_patients(signals: Mapping[str, float]) -> float:
    """What speaks for a statement by whom it is about, in log-odds: a list for other patients goes behind what is for these."""
    weights = load_weights()
    return _SCALE * sum(weights[name] * signals.get(name, 0.0) for name in _PATIENTS)


def _beside_first(one: Judged, judged: Sequence[Judged]) -> dict[str, float]:
    """How near a statement is to the question and to the first, and how much its document has of what is near."""
    first, statement = judged[0], one.hit.statement
    together = one.profile.source == first.profile.source
    ours = sum(other.hit.relevance for other in judged if other.profile.source == one.profile.source)
    return {
        "relevance": one.hit.relevance,
        "dense": one.hit.dense,
        "lexical": lexical_share(one),
        "same_document": float(together),
        "same_section": float(together and statement.heading_path == first.hit.statement.heading_path),
        "apart": float(abs(statement.order - first.hit.statement.order)) if together else _FARTHEST,
        "document_share": ours / (sum(other.hit.relevance for other in judged) or 1.0),
    }


def _behind_best(found: list[dict[str, float]]) -> list[dict[str, float]]:
    """The signals, with how far each statement is behind the best by some of them."""
    best = {name: max(one.get(name, 0.0) for one in found) for name in _LEADING}
    for one in found:
        one |= {f"behind_{name}": one.get(name, 0.0) - best[name] for name in _LEADING}
    return found


def _placed(one: Judged, rank: int, relevance: float) -> Judged:
    return replace(one, hit=replace(one.hit, rank=rank, relevance=float(np.clip(relevance, 0.0, 1.0))))
