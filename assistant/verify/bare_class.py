"""What is said of one kind of a thing isn't said of all: "the inactivated vaccine is safe" isn't "vaccines are safe". Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_EVERY = frozenset(("all", "any", "every", "each"))
_OPENING = frozenset(("all", "any", "every", "each", "in general", "generally", "also", "yes", "overall"))
_TELLING = (
    "negators",
    "conditions",
    "strength",
    "restrictive",
    "quantifiers",
    "causes",
    "universal",
    "operators",
    "imperatives",
    "soft",
)
# Words before a name that narrow nothing.
_LOOSE = frozenset(
    "other further possible certain such various different new main common usual first second several many most some".split()
)
# What is advised, allowed, safe or forbidden: there one kind matters.
_WEIGHS = re.compile(
    r"\b(?:should|must|may|can|need\w*|recommend\w*|advis\w*|prefer\w*|safe\w*|unsafe|harm\w*|danger\w*|avoid\w*|never|not|no|contra\w*|allow\w*|permit\w*"
    r"|stay\s+away|work|works|help|helps|effective|option\w*|indicated|required)\b|n't\b",
    re.IGNORECASE,
)
_NEAR = 2
_SHORTEST = 4


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for the bare plural that a claim opens with, or "all Xs", where the statement speaks of a kind of X only."""
    del lexicon
    terms = match.claim.terms
    if not _WEIGHS.search(match.claim.text):
        return ()
    for index, term in enumerate(terms):
        opens = all(one.text.lower() in _OPENING or one.punctuation for one in terms[:index])
        every = index > 0 and terms[index - 1].text.lower() in _EVERY
        if not (opens or every):
            continue
        if _is_bare(term) and match.links[index] and not _said_otherwise(match, index):
            kinds = [_kind(match, link) for link in _by_word(match, index)]
            if any(kinds) if every else all(kinds):
                detail = f"the cited words say this of “{next(filter(None, kinds))}”, the claim of all “{term.text}”"
                return (Reason(code=ReasonCode.NAME, detail=detail),)
    return ()


def _by_word(match: Match, index: int) -> tuple[int, ...]:
    """Where the statement says the very word; else wherever it says the same."""
    words = {key for key in match.claim.terms[index].keys if key.startswith("w:")}
    links = match.links[index]
    return tuple(link for link in links if words & match.ground.terms[link].keys) or links


def _is_bare(term: Term) -> bool:
    """True for one plural word that names something."""
    text = term.text.lower()
    return (
        not term.filler and text.isalpha() and text.endswith("s") and len(text) > _SHORTEST and not any(map(term.has, _TELLING))
    )


def _said_otherwise(match: Match, index: int) -> bool:
    """True if a word that nothing links stands by the claim's: it may say the kind in other words."""
    near = range(max(0, index - _NEAR), min(len(match.claim.terms), index + _NEAR + 1))
    return any(not (match.claim.terms[place].filler or match.links[place]) for place in near if place != index)


def _kind(match: Match, link: int) -> str:
    """The statement's word with the one before that narrows it, if the claim and the headings say nothing of that; else ""."""
    terms = match.ground.terms
    if not link or terms[link].quantity:
        return ""
    before = terms[link - 1]
    words = before.text.lower()
    if before.filler or before.punctuation or before.quantity or before.line or not words.isalpha() or words in _LOOSE:
        return ""
    if words.endswith(("ly", "ing")) or any(map(before.has, _TELLING)) or match.claims_for(link - 1):
        return ""
    said = {key for one in match.ground.context.terms for part in (one.keys, *one.parts) for key in part}
    return "" if before.keys & said else f"{before.text} {terms[link].text}"
