"""Of which of several ways most is said: "most are injected" is not "mostly as pills". Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_MOST = frozenset(("most", "mostly", "mainly", "largely", "chiefly", "predominantly", "primarily"))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a "most" of the claim on what another clause of the statement says, and not the clause with its "most"."""
    del lexicon
    claim, statement = match.claim, match.ground.statement
    theirs = [index for index, term in enumerate(statement.terms) if term.text.lower() in _MOST]
    if len(theirs) != 1:
        return ()
    home = statement.clauses[theirs[0]]
    for index, term in enumerate(claim.terms):
        if term.text.lower() not in _MOST:
            continue
        following = next(
            (place for place in range(index + 1, len(claim.terms)) if match.links[place] and not claim.terms[place].filler), None
        )
        if following is None or claim.clauses[following] != claim.clauses[index]:
            continue
        links = [link for link in match.links[following] if not statement.terms[link].filler]
        if links and all(statement.clauses[link] != home for link in links):
            detail = f"the cited words say “{statement.terms[theirs[0]].text}” of another than “{claim.terms[following].text}”"
            return (Reason(code=ReasonCode.STRENGTH, detail=detail),)
    return ()
