"""“Stopping X” needs a stop in the cited words, and a dose that these hold isn't kept up. Pure.

A drug that blocks something stops nothing of a treatment. "Hold the dose" is "withhold it", "hold the inhaler upright" isn't.
"""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon
from assistant.words.stems import is_medicine

_STOP = re.compile(r"(?:stop|halt|discontinu|withdraw|ceas|quit|end)(?:s|ped|ping|ed|ing|ues?|ued|uing|e|es|al)?", re.IGNORECASE)
_BLOCKS = frozenset(("g:block",))
_NEAR = 3
_HOLD = frozenset(("hold", "holds", "held", "holding"))
_BEING = frozenset(("be", "is", "are", "was", "were", "been"))
_GIVEN = frozenset(
    f"w:{word}"
    for word in ("dose", "drug", "treatment", "treat", "therapi", "tablet", "medicin", "medic", "infus", "inject", "cycl")
)
_KEEPS = re.compile(
    r"\b(?:keep|keeps|kept|keeping|continu\w+|maintain\w*|carr(?:y|ies|ied)\s+on|go(?:es)?\s+on|stays?\s+on|remains?\s+on)\b",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a treatment that is stopped, where the cited words only have something blocked or targeted."""
    del lexicon
    if reason := _kept_up(match):
        return (reason,)
    terms = match.claim.terms
    for index, term in enumerate(terms):
        if not _STOP.fullmatch(term.text) or not match.links[index]:
            continue
        behind = [one for one in terms[index + 1 : index + 1 + _NEAR] if not one.filler][:1]
        if not behind or behind[0].concept is None or behind[0].concept.kind not in TREATMENTS:
            continue
        linked = match.linked(index)
        if all(one.keys & _BLOCKS and not one.has("opposites") for one in linked):
            detail = f"the cited words stop nothing, they say “{linked[0].text}”"
            return (Reason(code=ReasonCode.DIRECTION, detail=detail),)
    return ()


def _kept_up(match: Match) -> Reason | None:
    """A reason for "keep taking it" where the cited words hold it."""
    claim, statement = match.claim, match.ground.statement
    kept = _KEEPS.search(claim.text)
    if kept is None or claim.negators or _KEEPS.search(statement.text):
        return None
    held = next((index for index, term in enumerate(statement.terms) if term.text.lower() in _HOLD), None)
    if held is None or not (_names_given(statement, held + 1, held + 1 + _NEAR) or _is_held(statement, held)):
        return None
    detail = f"the cited words say “{statement.terms[held].text}”, the claim “{kept[0]}”"
    return Reason(code=ReasonCode.DIRECTION, detail=detail)


def _is_held(statement: Scoped, index: int) -> bool:
    """True for "the next dose should be held"."""
    being = statement.terms[max(0, index - 1)].text.lower() in _BEING
    return being and _names_given(statement, max(0, index - 1 - 2 * _NEAR), index)


def _names_given(statement: Scoped, begin: int, end: int) -> bool:
    """True if something that is given is named there, a medicine that no lexicon knows, too."""
    return any(
        bool(term.keys & _GIVEN)
        or (term.concept is not None and term.concept.kind in TREATMENTS)
        or is_medicine(term.text.lower(), is_everyday=lambda _: False)
        for term in statement.terms[begin:end]
    )
