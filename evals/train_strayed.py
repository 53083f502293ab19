"""Trains the weights of ``assistant/followups/strayed.py``: ``python -m evals.train_strayed``.

The same data and answers give the same weights.

Learns from ``training/strayed.jsonl``, chats whose last turn is answered, asks for what the documents don't say, or is about
something else, and from the later turns of ``follow_ups.jsonl`` and ``rare_follow_ups.jsonl``, which are all answered. No eval
case is learned from. How many turns of each kind are refused is printed, by weights trained on the other conversations.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from assistant.answers import Audience, Question, Turn
from assistant.display.render import to_markdown
from assistant.followups.strayed import NAMES, SIGNALS, WEIGHTS, StrayedWeights, how_strayed, strayed_signals
from assistant.followups.talk import in_order, knows, read_talk
from assistant.pipeline import Assistant
from assistant.settings import load_settings
from evals.training_files import read_lines, write_parts
from ingest.embed import Vectors

_KINDS = {"answered": 0, "answered_new": 0, "nearmiss": 1, "elsewhere": 2}
# How dear the weights are, and how much of a part of the vector counts beside a signal that is brought to spread 1.
_STRENGTH, _PART = 0.05, 3.0
# To refuse what is answered is worse than to answer what isn't.
_DEAR = (2.0, 1.0, 1.0)
_FOLDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A later turn of a conversation: which one, of what kind, its signals in the order of ``SIGNALS``, and its vector."""

    conversation: int
    kind: str
    signals: np.ndarray
    vector: Vectors


def conversations() -> Iterator[tuple[Audience, list[tuple[str, str]]]]:
    """The turns of each conversation, each with its kind; a kind of "" isn't learned from."""
    for line in (*read_lines("follow_ups"), *read_lines("rare_follow_ups")):
        kinds = ["", *("answered" for _ in line["turns"][1:])]
        yield Audience(line["audience"]), [(turn["question"], kind) for turn, kind in zip(line["turns"], kinds, strict=True)]
    for line in read_lines("strayed"):
        yield Audience(line["audience"]), [*((turn, "") for turn in line["turns"]), (line["last"], line["kind"])]


def read_seen(assistant: Assistant) -> list[Seen]:
    """The turns that lean on a conversation, each after the answers that are given now."""
    seen = []
    for number, (audience, turns) in enumerate(conversations()):
        history: tuple[Turn, ...] = ()
        for text, kind in turns:
            question = Question(text=text, history=history, audience=audience)
            one = _seen(assistant, question, number, kind) if kind else None
            if one is not None:
                seen.append(one)
            shown = to_markdown(assistant.answer(question)[0])
            history = (*history, Turn(role="user", content=text), Turn(role="assistant", content=shown))
    return seen


def _seen(assistant: Assistant, question: Question, conversation: int, kind: str) -> Seen | None:
    standalone = assistant.condense(question)
    shelf = assistant.shelf(standalone.language)
    reader = shelf.reader
    texts = (standalone.text, standalone.alone or standalone.text, standalone.of_patients)
    whole, alone, of_patients = (
        reader.find(text, audience=question.audience, allowed=shelf.citable) if text else None for text in texts
    )
    if not standalone.before or whole is None or alone is None or not whole.judged:
        return None
    if not knows(read_talk(), reader.index.embedder.checksum, whole.judged):
        return None
    talk = reader.talk(standalone, whole.judged, alone.judged, of_patients.judged if of_patients else ())
    leaning = reader.leaning(standalone, whole, alone, in_order(talk, read_talk())[0].hit.relevance)
    signals = strayed_signals(leaning, terms=reader.terms, is_everyday=assistant.index.embedder.is_everyday)
    row = np.array([signals[name] for name in SIGNALS])
    return Seen(conversation=conversation, kind=kind, signals=row, vector=leaning.vector)


def train(seen: Sequence[Seen], *, model: str) -> StrayedWeights:
    """The weights that tell turns that are answered from the other two kinds, each kind as heavy as another."""
    signals, vectors = np.stack([one.signals for one in seen]), np.stack([one.vector for one in seen])
    middle, spread = signals.mean(axis=0), signals.std(axis=0) + 1e-6
    kinds = np.array([_KINDS[one.kind] for one in seen])
    weight = (np.array(_DEAR) * len(kinds) / np.bincount(kinds, minlength=len(_DEAR)) / len(_DEAR))[kinds]
    fit = LogisticRegression(C=_STRENGTH, max_iter=3000)
    fit.fit(np.hstack([(signals - middle) / spread, vectors * _PART]), kinds, sample_weight=weight)
    over_answered = fit.coef_[1:] - fit.coef_[0]
    of_signals = over_answered[:, : len(SIGNALS)] / spread
    offset = fit.intercept_[1:] - fit.intercept_[0] - of_signals @ middle
    return StrayedWeights(model=model, signals=of_signals, vector=over_answered[:, len(SIGNALS) :] * _PART, offset=offset)


def refused(seen: Sequence[Seen], *, model: str) -> Counter[tuple[str, bool]]:
    """How many turns of each kind are refused and not, each by weights trained on the conversations of the other folds."""
    counts: Counter[tuple[str, bool]] = Counter()
    for fold in range(_FOLDS):
        weights = train([one for one in seen if one.conversation % _FOLDS != fold], model=model)
        for one in (one for one in seen if one.conversation % _FOLDS == fold):
            signals = dict(zip(SIGNALS, one.signals.tolist(), strict=True))
            counts[one.kind, how_strayed(signals, one.vector, weights).is_so] += 1
    return counts


def main() -> None:
    """Train, write the weights, and say what they refuse of conversations left out."""
    assistant = Assistant.open(load_settings())
    model = assistant.index.embedder.checksum
    seen = read_seen(assistant)
    write_parts(WEIGHTS, train(seen, model=model), NAMES)
    counts = refused(seen, model=model)
    for kind in _KINDS:
        sys.stdout.write(f"{kind}: {counts[kind, True]} of {counts[kind, True] + counts[kind, False]} refused\n")


if __name__ == "__main__":
    main()
