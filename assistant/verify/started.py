"""What is done before a thing starts isn't done during it or afterwards, and the reverse. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.words.lexicon import Lexicon

_AHEAD = r"(?:before|prior\s+to|ahead\s+of|in\s+the\s+(?:run|lead)-?\s?up\s+to|leading\s+up\s+to|in\s+preparation\s+for)"
_WITHIN = r"(?:during|while\s+(?:on|taking|receiving|having|under)|throughout|in\s+the\s+course\s+of|all\s+through)"
_CUES = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|(?P<within>{_WITHIN}))\b", re.IGNORECASE)
_ORDER = re.compile(
    r"\b(?:before|after\w*|once|until|when|while|whilst|follow\w*|then|continu\w*|between|baseline|every|each|regular\w*|monitor\w*"
    r"|throughout|repeat\w*)\b",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"\b(?:once|after|when|while|as\s+soon\s+as)\s+(?:[\w'/-]+\s+){0,5}?"
    r"(?:under\s*-?\s*way|(?:has|have|is|are|been|being)\s+(?:been\s+|already\s+)?(?:started|begun|initiated|running|established)"
    r"|starts|begins)\b",
    re.IGNORECASE,
)
_BEFORE_IT = re.compile(
    r"\b(?:before|prior\s+to|ahead\s+of)\b[^.;:]{0,60}?\b(?:start\w*|begin\w*|begun|initiat\w*|commenc\w*|giv\w+|treatment|therapy)\b",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"\b(?:once|after\w*|during|while|throughout|until|follow\w*|when|then|continu\w*|every|each|monitor\w*|regular\w*|later"
    r"|repeat\w*|again)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|no|none|nothing|rather\s+than|instead\s+of|avoid\w*|too\s+late|without|cannot)\b|n't\b", re.IGNORECASE
)
_STARTING = re.compile(r"(?:start|begin|initiat|commenc|tak|giv|receiv|us)(?:t?ing|ning|ation)?", re.IGNORECASE)
_NEAR = 5


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "before X" where the statement says "during X", and for what is left until X is under way."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    late = _UNDER_WAY.search(claim)
    if late and _BEFORE_IT.search(statement) and not _AFTERWARDS.search(statement) and not _DENIED.search(claim):
        return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words put this before, the claim “{late[0]}”"),)
    theirs = list(_timed(match.ground.statement))
    kinds = {kind for kind, _, _ in theirs}
    if len(kinds) != 1 or _ORDER.search(_CUES.sub(" ", statement)):
        return ()
    places = {place for _, _, place in theirs}
    ours = list(_timed(match.claim))
    taken_up = any(kind in kinds and places.intersection(match.links[index]) for kind, _, index in ours if index >= 0)
    for kind, said, index in ours:
        met = taken_up if index < 0 else bool(places.intersection(match.links[index]))
        denied = kind == "within" and _DENIED.search(claim)
        if kind not in kinds and met and not denied:
            return (
                Reason(code=ReasonCode.DIRECTION, detail=f"the cited words say “{theirs[0][1]}” of this, the claim “{said}”"),
            )
    return ()


def _timed(scoped: Scoped) -> Iterator[tuple[str, str, int]]:
    """Each "before" and "during" of a text with the place of the thing behind it, -1 for "it" and "the drug"."""
    for found in _CUES.finditer(fold(scoped.text)):
        place = -1
        behind = [index for index, term in enumerate(scoped.terms) if term.start >= found.end()][:_NEAR]
        for index in behind:
            term = scoped.terms[index]
            if term.punctuation:
                break
            if not (term.filler or _STARTING.fullmatch(term.text)):
                place = index
                break
        yield found.lastgroup or "", found[0], place
