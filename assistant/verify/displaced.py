"""What the statement adds to a thing doesn't take that thing's place. Pure.

"A should be added to B" and "A takes the place of B" name the same things; only one of them leaves B standing.
"""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_REPLACES = re.compile(
    r"\b(?:(?:tak(?:e|es|en|ing)|took)\s+(?:(?:the|its|their)\s+place(?:\s+of)?|over(?:\s+from)?)|in\s+(?:the\s+)?(?:place|lieu|stead)\s+of|instead\s+of|replac(?:e|es|ed|ing)|replacement\s+(?:for|of)"
    r"|substitut(?:e|es|ed|ing)|supersed(?:e|es|ed|ing)|supplant(?:s|ed|ing)?|displac(?:e|es|ed|ing)|stand(?:s|ing)?\s+in\s+for|(?:make|makes|give|gives|giving|making)\s+way\s+(?:to|for)"
    r"|(?:mov|shift|transferr|transition|convert|switch|chang)(?:e|es|ed|s|ing)?\s+(?:over\s+)?from\s+[^.;:,]{2,50}?\s+(?:on\s*)?to"
    r"|swap(?:s|ped|ping)?|exchang(?:e|es|ed|ing)\s+(?:it\s+)?for|makes?\s+\w+(?:\s+\w+)?\s+(?:unnecessary|superfluous|redundant))\b",
    re.IGNORECASE,
)
# What stands in a statement that sets one thing against another, or lets one follow another.
_SETS_AGAINST = re.compile(
    r"\b(?:rather|than|over|against|versus|vs|alternative\w*|prefer\w*|favou?r\w*|superior|inferior|switch\w*|chang\w*|convert\w*|mov\w*\s+(?:on\s+)?to"
    r"|followed|then|next|avoid|unnecessary|without|compar\w*)\b",
    re.IGNORECASE,
)
_ADDS = re.compile(
    r"\b(?:add(?:s|ed|ing|ition\w*)?|plus|together\s+with|along\s+with|alongside|combin\w+|as\s+well\s+as|on\s+top\s+of|accompan\w+|joined)\b",
    re.IGNORECASE,
)
_ADDED_TO = re.compile(
    r"\b(?:add(?:s|ing)\s+(?P<one>(?:[\w/+-]+\s+){1,3}?)to\s+(?P<other>[\w/+-]+(?:\s+[\w/+-]+)?)"
    r"|(?P<first>(?:[\w/+-]+\s+){1,2})(?:is\s+|was\s+)?added\s+to\s+(?P<second>[\w/+-]+(?:\s+[\w/+-]+)?))",
    re.IGNORECASE,
)
_RIVALS = re.compile(r"\b(?:than|over|versus|vs|against|compared\s+(?:with|to)|superior\s+to|inferior\s+to)\b", re.IGNORECASE)
# Of two choices either may stand in the place of the other.
_CHOICE = re.compile(r"\b(?:or|either|options?|choices?)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never|cannot|no|nor|without)\b|n't\b", re.IGNORECASE)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a claim that puts one thing in the place of another where the cited words do nothing of the kind."""
    del lexicon
    text = fold(match.claim.text)
    if words := _added_to_its_rival(match, text):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words set one of these against the other (“{words}”)"),)
    found = _REPLACES.search(text)
    if found is None or _DENIED.search(text, 0, found.start()):
        return ()
    ground = match.ground
    around = (ground.statement.text, ground.context.text, ground.neighbours.text)
    if ground.statement.negators or any(_REPLACES.search(said) or _SETS_AGAINST.search(said) for said in map(fold, around)):
        return ()
    own = fold(ground.statement.text)
    if _CHOICE.search(own) and not _ADDS.search(own):
        return ()
    return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words put nothing in the place of another (“{found[0]}”)"),)


def _added_to_its_rival(match: Match, claim: str) -> str:
    """The words of "A added to B" where the statement only compares A with B; "" for others."""
    found = _ADDED_TO.search(claim) if "add" in claim.lower() else None
    statement = fold(match.ground.statement.text)
    rivals = list(_RIVALS.finditer(statement)) if found else []
    if found is None or not rivals or _ADDS.search(statement) or "+" in statement or "with or" in statement:
        return ""
    sides = [found.span(name) for name in (("one", "other") if found["one"] else ("first", "second"))]
    places = [
        [
            match.ground.terms[link].start
            for index, term in enumerate(match.claim.terms)
            if begin <= term.start < end and term.concept
            for link in match.links[index]
        ]
        for begin, end in sides
    ]
    one, other = places
    apart = (
        one
        and other
        and any((max(one) < rival.start() < min(other)) or (max(other) < rival.start() < min(one)) for rival in rivals)
    )
    return found[0] if apart else ""
