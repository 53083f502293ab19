"""A question and the statements nearest to it in, whether they answer it out, for documents that no other judge learned of.

Which particulars the shipped documents hold is learned from thousands of questions written for them (``held.py``); a hospital's
own folder has none. There a forest weighs how well the nearest statement meets what is asked (``afield_signals.py``). It learned
from questions that people wrote for small documents of sixty fields, half of which ask what the documents don't say
(``evals/train_afield.py``). What the rules know of unknown medicines, other patients and missing figures stands; what the lists
of attributes and strange words say is one of the forest's signals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from assistant.abstention.afield_order import AfieldOrder
from assistant.abstention.afield_signals import afield_signals
from assistant.abstention.answerable import (
    Answerability,
    answered,
    load_weights,
    settled_by_lists,
    settled_by_names,
)
from assistant.abstention.of_another import is_said_of_another
from assistant.answers import AbstentionReason, Intent
from assistant.question.asked import Asked
from assistant.retrieval.forest import Forest, read_forest
from assistant.retrieval.profile import Terms
from assistant.retrieval.signals import Judged, log_odds, logistic
from assistant.words.lexicon import Lexicon
from assistant.words.stems import names_medicine
from ingest.documents import BlockKind

WEIGHTS = Path(__file__).with_name("afield_weights.safetensors")
# Of 840 answered questions over twelve folders 84 % lie above it, and 38 % of 660 near misses, each by the other folders' forest.
_ANSWERED = 0.5
_NEAREST = 1e-3
_LANGUAGE = "en"
_JUST_ANYTHING = frozenset({Intent.OVERVIEW})
_UNANSWERED = Answerability(answerable=False, probability=0.0, reason=AbstentionReason.NO_EVIDENCE)
# So short and all in capitals a word is an abbreviation, and no medicine's name whatever it ends in ("NSTEMI").
_SHORT = 6


def judge_afield(
    text: str,
    asked: Asked,
    judged: Sequence[Judged],
    *,
    order: AfieldOrder,
    terms: Terms,
    lexicon: Lexicon,
    forest: Forest | None = None,
) -> Answerability | None:
    """Whether the statements answer the question, ``text`` as the embedding model reads it; ``order`` looks at them.

    None where the forest is silent: for a question in another language, with another model, and for a row of a table, of which it
    has learned none: what a row is about stands above it.
    """
    forest = forest or read_forest(WEIGHTS)
    if judged and asks_of_nothing(asked, terms):
        return _UNANSWERED
    if not judged or judged[0].hit.statement.kind is BlockKind.TABLE_ROW:
        return None
    pieces = order.near(text, judged) if asked.language == _LANGUAGE and order.model == forest.model else None
    if pieces is None:
        return None
    settled = settled_by_names(asked, judged, terms=terms, lexicon=lexicon)
    if settled is None and is_said_of_another(asked, judged[0].profile, lexicon=lexicon):
        settled = _UNANSWERED
    listed = None if settled else settled_by_lists(asked, judged, terms=terms, lexicon=lexicon)
    if settled or (listed and is_certain(listed, asked)):
        return settled or listed
    odds = order.odds(text, asked, judged, terms=terms, lexicon=lexicon)
    signals = afield_signals(asked, judged, pieces=pieces, odds=odds, ruled=listed, terms=terms, lexicon=lexicon)
    (share,) = forest.weigh(signals)
    likely = _as_probability(share)
    if share >= _ANSWERED:
        return answered(likely, asked, judged, terms=terms, lexicon=lexicon)
    return replace(listed or _UNANSWERED, probability=likely)


def asks_of_nothing(asked: Asked, terms: Terms) -> bool:
    """Whether a question tells neither what it wants nor of what: no thing, no figure, at most a word that no document has.

    However near some statement comes to "what?" or "ab", it answers nothing.
    """
    names = asked.concepts or len(asked.words) > 1 or any(character.isdigit() for character in asked.text)
    if names or asked.intents != _JUST_ANYTHING:
        return False
    return not any(terms.speaks_of(word, asked.language) for word in asked.words)


def is_certain(listed: Answerability, asked: Asked) -> bool:
    """Whether what the lists settled stands: that advice for one person is asked for, or of an unknown medicine.

    Not what is asked of a medicine that the documents know ("alcohol with …"): that may be said in words that the lists lack.
    """
    unknown = (word for word in listed.missing if word in asked.strange and not (word.isupper() and len(word) <= _SHORT))
    return listed.reason is AbstentionReason.PERSONAL_ADVICE or any(map(names_medicine, unknown))


def _as_probability(share: float) -> float:
    """A share of the forest as what the other judges call a probability: theirs from which on they answer is where it does."""
    bar = log_odds(load_weights()["threshold"], nearest=_NEAREST)
    return logistic(log_odds(share, nearest=_NEAREST) - log_odds(_ANSWERED, nearest=_NEAREST) + bar)
