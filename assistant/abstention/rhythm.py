"""The rhythm that a question asks a dose for ("weekly", "q3w"), held against the rhythm that a statement gives it in. Pure.

A dose every three weeks is no answer to what is given every week: whoever takes it for one gives three times too much.
"""

from __future__ import annotations

import re

from assistant.answers import Intent
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.verify.quantities import find_quantities
from assistant.words.lexicon import Lexicon

_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+")
# "Every three weeks instead of weekly": which of two isn't asked for.
_NOT_MEANT = re.compile(
    r"\b(?:not|instead\s+of|rather\s+than|no|en\s+(?:vez|lugar)\s+de)\s+(?:(?:the|its|la|el)\s+)?$", re.IGNORECASE
)
_DRUG = "drug"
_DAY = 24.0 * 60
_MONTH = (28 * _DAY, 31 * _DAY)


def asked_rhythm(asked: Asked, *, lexicon: Lexicon) -> str:
    """The rhythm that the dose of one drug is asked for, as typed; "" if none is, or if a yes or no is asked.

    "The daily dose" is what is taken in a day, however often it is taken. What is told in a sentence before is no part of it,
    and among several drugs it may be another's.
    """
    if Intent.DOSE not in asked.intents or asked.yes_no:
        return ""
    last = [part for part in _SENTENCE_END.split(asked.text) if part.strip()][-1:]
    drugs = {m.concept.concept_id for m in lexicon.mentions(asked.text, typed=True) if m.concept.kind == _DRUG}
    if not last or len(drugs) != 1:
        return ""
    found = (q for q in find_quantities(last[0]) if q.kind == "interval" and _span(q.base, q.low, q.high)[1] > _DAY)
    named = [q for q in found if not _NOT_MEANT.search(last[0][: q.end - len(q.surface)])]
    return named[0].surface if len({(q.base, q.low, q.high) for q in named}) == 1 else ""


def is_in_another_rhythm(rhythm: str, profile: Profile) -> bool:
    """Whether a statement gives rhythms, and none is the one that a dose is asked for."""
    wanted, told = (_spans(text) for text in (rhythm, profile.statement.text))
    met = any(low <= told_high and told_low <= high for low, high in wanted for told_low, told_high in told)
    return bool(wanted and told) and not met


def _spans(text: str) -> list[tuple[float, float]]:
    return [_span(q.base, q.low, q.high) for q in find_quantities(text) if q.kind == "interval"]


def _span(base: str, low: float, high: float) -> tuple[float, float]:
    """In minutes; a month is four weeks to 31 days."""
    return (low * _MONTH[0], high * _MONTH[1]) if base == "month" else (low, high)
