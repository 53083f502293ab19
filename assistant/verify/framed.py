"""A reason and a time that the claim sets around what the statement says are the statement's own, and no others. Pure.

In "A should be introduced early, to limit harm" nothing says "once all else has been tried" or "because it works better": such
words often tell little one by one, and what of them is said at all, the main clause of the claim says already.
"""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.conditional import find_conditions
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_SEGMENTS = frozenset(";:.\n")
_SO_THAT = frozenset(("so that", "in order to", "in order that"))
# "Once every 3 weeks" counts.
_TIME = re.compile(
    r"(?:once(?!\s+(?:in|every|a|an|per|each|daily|weekly|monthly|more|\d))|after|following|upon|only\s+after)\b", re.IGNORECASE
)
_TAKES_UP = frozenset("this that it these those then".split())


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a "because" or a "once" of which the cited words say nothing."""
    del lexicon
    for inside in _reasons(match):
        if _is_foreign(match, inside):
            said = _words(match, inside)
            return (Reason(code=ReasonCode.NOT_STATED, detail=f"the cited words don't give this as the reason (“{said}”)"),)
    for inside in _times(match):
        if _is_foreign(match, inside):
            said = _words(match, inside)
            return (Reason(code=ReasonCode.NOT_STATED, detail=f"the cited words name no such time (“{said}”)"),)
    return ()


def _reasons(match: Match) -> list[range]:
    """Where the claim gives a reason: behind "because" up to the end, or to the comma if that opens the sentence."""
    terms = match.claim.terms
    found = []
    for index, term in enumerate(terms):
        if not (term.has("causes") or term.text.lower() in _SO_THAT) or term.text.lower().startswith(("therefore", "thanks")):
            continue
        opens = index == 0 or terms[index - 1].text in _SEGMENTS
        ends = _SEGMENTS | {","} if opens else _SEGMENTS
        stop = next((place for place in range(index + 1, len(terms)) if terms[place].text in ends), len(terms))
        found.append(range(index + 1, stop))
    return found


def _times(match: Match) -> list[range]:
    """Where the claim says after what."""
    terms, text = match.claim.terms, match.claim.text
    found = []
    for one in find_conditions(text):
        if one.kind in {"after", "if"} and _TIME.match(text, one.start):
            places = [place for place, term in enumerate(terms) if one.start <= term.start < one.end]
            found.append(range(places[0] + 1, places[-1] + 1) if places else range(0))
    return found


def _is_foreign(match: Match, inside: range) -> bool:
    """True if nothing inside is said by the cited words but what the rest of the claim says too."""
    claim = match.claim
    content = [place for place in inside if not claim.terms[place].filler and not claim.terms[place].has("strength")]
    if not content or any(claim.terms[place].words[:1] and claim.terms[place].words[0] in _TAKES_UP for place in content):
        return False
    label = next((place for place, term in enumerate(claim.terms) if term.text == ":"), -1)
    main = [place for place, term in enumerate(claim.terms) if place > label and place not in inside and not term.filler]
    outside = {link for place in main for link in match.links[place]}
    around = match.in_context | match.in_neighbours
    return not any(place in around or set(match.links[place]) - outside or _same_word(match, place) for place in content)


def _same_word(match: Match, place: int) -> bool:
    """True if the cited words say a claim's word by that very word or name."""
    return any(key[:2] in {"w:", "c:"} for term in match.linked(place) for key in term.keys & match.claim.terms[place].keys)


def _words(match: Match, inside: range) -> str:
    terms = match.claim.terms
    return match.claim.text[terms[inside[0]].start : terms[inside[-1]].end]
