"""Tells claims that only name: "X is sold as Y", "X is a PARP inhibitor". Pure."""

from __future__ import annotations

from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

# Fillers that do more than name: "X is used" and "do an X" say what is to be done.
_DOING = frozenset(
    "use used uses using give given gives giving do does done doing take takes taken receive receives received get gets "
    "offer offered treat treats treated treatment need needs needed help helps add added start "
    "started perform performed have has had".split()
)


def identifies(match: Match, lexicon: Lexicon) -> bool:
    """True for a claim that only says what a thing is also called, or of which class it is."""
    terms = [term for term in match.claim.terms if not term.filler]
    named = {term.concept.concept_id for term in terms if term.concept}
    if not terms or not all(term.concept for term in terms):
        return False
    if len(named) == 1 and any(term.text.lower() in _DOING for term in match.claim.terms if term.filler):
        return False
    return len(named) == 1 or any(all(other == one or other in lexicon.ancestors(one) for other in named) for one in named)
