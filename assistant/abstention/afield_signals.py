"""A question and the statements nearest to it in, numbers out that tell whether they answer it, in documents of any field.

Here nothing is known of what the documents hold but the documents: how much of the question the nearest statement speaks of, word
by word, what it says besides, and whether it is of the kind that is asked for. None of the numbers knows a field of medicine.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from assistant.abstention.afield_pieces import Pieces
from assistant.abstention.answerable import Answerability
from assistant.abstention.answerable_signals import answerability_signals, lexical_share, spoken_share
from assistant.answers import AbstentionReason, Intent
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile, Terms
from assistant.retrieval.signals import NUMERIC, SHAPED, Judged, concept_match, word_match
from assistant.words.lexicon import Lexicon
from ingest.embed import Vectors

_ASKED_WITH = {
    "who": re.compile(r"\b(?:who|whom|whose|which (?:doctor|nurse|specialist|person|team))\b", re.IGNORECASE),
    "where": re.compile(r"\bwhere\b", re.IGNORECASE),
    "what_if": re.compile(r"\bwhat (?:if|about|happens)\b", re.IGNORECASE),
}
_DIGIT = re.compile(r"\d")
_LONG = 40
# Of the word pieces: so many of the question's worst met, and this share of the statement's least asked for.
_FEW, _LEAST = 3, 3
_SOME = 3


def afield_signals(
    asked: Asked,
    judged: Sequence[Judged],
    *,
    pieces: Pieces,
    odds: Sequence[float],
    ruled: Answerability | None,
    terms: Terms,
    lexicon: Lexicon,
) -> dict[str, float]:
    """The signals by name. ``judged`` are one statement at least, best first; ``pieces`` are theirs.

    ``odds`` is how likely each of them answers (``AfieldOrder.odds``), none where that isn't known; ``ruled`` is what the rules
    have settled.
    """
    first = judged[0]
    found = dict(answerability_signals(asked, judged, terms=terms, lexicon=lexicon))
    found |= {f"first_{name}": float(value) for name, value in first.signals.items()}
    found |= by_form(asked, first.profile)
    found |= by_words(asked, first.profile, terms=terms, lexicon=lexicon)
    found |= by_pieces(pieces.asked, pieces.said[0])
    found |= by_nearest(pieces)
    found |= by_odds(odds)
    found |= {f"ahead_{name}": value for name, value in _ahead(judged).items()}
    found |= {
        "ruled": float(ruled is not None),
        "ruled_out": float(ruled is not None and ruled.reason is AbstentionReason.OUT_OF_SCOPE),
        "first_relevance": first.hit.relevance,
        "first_nearness": first.hit.dense,
        "first_lexical": lexical_share(first),
        "first_spoken": spoken_share(asked, first.profile, terms=terms, lexicon=lexicon),
    }
    return found


def by_form(asked: Asked, profile: Profile) -> dict[str, float]:
    """The form of the question, the kind of the statement, and whether they go together (1), or don't (-1)."""
    sentence = asked.sentence or asked.text
    found = {f"asks_{name}": float(bool(pattern.search(sentence))) for name, pattern in _ASKED_WITH.items()}
    found |= {f"asks_{intent.value}": float(intent in asked.intents) for intent in Intent}
    for intent in sorted(SHAPED):
        is_such = intent in profile.kinds
        found[f"is_{intent.value}"] = float(is_such)
        found[f"fits_{intent.value}"] = (1.0 if is_such else -1.0) if intent in asked.intents else 0.0
    figure = 1.0 if _DIGIT.search(profile.statement.text) else -1.0
    return found | {
        "fits_figures": figure if asked.intents & NUMERIC else 0.0,
        "unfit": float(len((asked.intents & SHAPED) - profile.kinds)),
        "yes_no": float(asked.yes_no),
        "story": float(asked.has_story),
        "asked_length": float(len(sentence.split())),
        "said_length": profile.words / _LONG,
    }


def by_words(asked: Asked, profile: Profile, *, terms: Terms, lexicon: Lexicon) -> dict[str, float]:
    """What of the question's words and things the statement lacks, and what it has besides."""
    lacking = [terms.stem(word) for word in asked.words if word_match(word, profile) == 0]
    things = profile.concepts | profile.concepts_above
    return {
        "words_asked": float(len(asked.words)),
        "things_asked": float(len(asked.concepts)),
        "words_lacking": float(len(lacking)),
        "most_telling_lacking": max(lacking, default=0.0),
        "share_lacking": len(lacking) / (len(asked.words) or 1),
        "things_lacking": float(sum(concept_match(c, things, lexicon=lexicon) == 0 for c in asked.focus)),
        "words_asked_of_said": len(profile.stems.intersection(asked.words)) / (len(profile.stems) or 1),
        "things_besides": float(len(profile.concepts - asked.concepts)),
        "words_unknown": float(sum(not terms.speaks_of(word, asked.language) for word in asked.words)),
    }


def by_pieces(asked: Vectors, said: Vectors) -> dict[str, float]:
    """How well each word piece of the question is met by some one of the statement, and the other way round."""
    if not len(asked) or not len(said):
        return {}
    alike = asked @ said.T
    met, taken = np.sort(alike.max(axis=1)), np.sort(alike.max(axis=0))
    return {
        "met": float(met.mean()),
        "met_least": float(met[0]),
        "met_few": float(met[:_FEW].mean()),
        "taken": float(taken.mean()),
        "taken_least": float(taken[0]),
        "taken_few": float(taken[: max(1, len(taken) // _LEAST)].mean()),
    }


def by_nearest(pieces: Pieces) -> dict[str, float]:
    """How well the question's word pieces are met by the first statement with its headings, and by any one of the nearest."""
    every = [*pieces.said, *pieces.under]
    if not len(pieces.asked) or not pieces.said or not all(map(len, every)):
        return {}
    said = np.array([(pieces.asked @ one.T).max(axis=1) for one in pieces.said])
    under = np.array([(pieces.asked @ one.T).max(axis=1) for one in pieces.under])
    found = {"under": under[0], "any": said.max(axis=0), "any_under": under.max(axis=0)}
    signals = {f"met_{name}": float(met.mean()) for name, met in found.items()}
    signals |= {f"met_{name}_few": float(np.sort(met)[:_FEW].mean()) for name, met in found.items()}
    return signals | {"met_elsewhere": float(found["any"].mean() - said[0].mean())}


def by_odds(odds: Sequence[float]) -> dict[str, float]:
    """How likely the likeliest statement answers, how far it is ahead, and over how many the likelihood is spread."""
    if not len(odds):
        return {}
    best = np.sort(np.asarray(odds))[::-1]
    shares = np.exp(best - best[0])
    shares /= shares.sum()
    return {
        "likely": float(best[0]),
        "likely_ahead": float(best[0] - best[min(1, len(best) - 1)]),
        "likely_ahead_of_some": float(best[0] - best[min(_SOME, len(best) - 1)]),
        "likely_in_all": float((1 / (1 + np.exp(-best))).sum()),
        "likely_spread": float(-(shares * np.log(np.maximum(shares, 1e-9))).sum()),
    }


def _ahead(judged: Sequence[Judged]) -> dict[str, float]:
    """How far the first statement is ahead of the next; below 0 where the next is ahead."""
    first, *rest = ((one.hit.relevance, one.hit.dense, lexical_share(one)) for one in judged)
    nearest = tuple(max(column) for column in zip(*rest, strict=True)) if rest else (0.0, 0.0, 0.0)
    return dict(zip(("relevance", "dense", "lexical"), (a - b for a, b in zip(first, nearest, strict=True)), strict=True))
