"""Two that the cited words list side by side aren't compared with each other: "A or B did better than C". Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon

_THAN = re.compile(
    r"\b(?:(?<!rather )(?<!other )(?<!more )than|over|versus|vs|compared\s+(?:with|to)|against|outperform(?:s|ed)?|beats?"
    r"|superior\s+to|inferior\s+to|ahead\s+of)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"^\s*(?:\([^()]*\)\s*)?(?:,|,?\s*(?:or|and|/)\s*(?:the\s+|an?\s+)?)\s*$", re.IGNORECASE)
_NEAR = 3


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "A better than B" where the statement joins A and B by "or" or "and" on one side of its comparison."""
    del lexicon
    text = fold(match.claim.text)
    treatments = [
        index
        for index, term in enumerate(match.claim.terms)
        if match.links[index] and term.concept is not None and term.concept.kind in TREATMENTS
    ]
    for found in _THAN.finditer(text) if len(treatments) > 1 else ():
        right = next((index for index in treatments if match.claim.terms[index].start >= found.end()), None)
        left = [index for index in treatments if match.claim.terms[index].end <= found.start()]
        if right is None or not left or not _is_next(match, found.end(), right):
            continue
        if any(_listed(match, one, right) for one in left):
            detail = f"the cited words list these side by side, the claim compares them (“{found[0]}”)"
            return (Reason(code=ReasonCode.NAME, detail=detail),)
    return ()


def _is_next(match: Match, place: int, index: int) -> bool:
    between = [term for term in match.claim.terms[:index] if term.start >= place and not term.filler]
    return len(between) < _NEAR


def _listed(match: Match, one: int, other: int) -> bool:
    """True if the statement has the two beside each other, with nothing but a joint between, and wherever it has them."""
    pairs = [(mine, theirs) for mine in match.links[one] for theirs in match.links[other] if mine != theirs]
    text, terms = fold(match.ground.statement.text), match.ground.terms
    return bool(pairs) and all(_JOINT.match(text[terms[min(pair)].end : terms[max(pair)].start]) for pair in pairs)
