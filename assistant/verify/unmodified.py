"""What narrows a thing that is denied, or that a condition names, may not be dropped: then the claim says more. Pure.

"Avoid invasive procedures" doesn't say "avoid procedures", nor "after a good response" "after a response"; where neither a
denial nor a condition stands, less is said without the word, and it may go.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.condition_said import counts, says_word
from assistant.verify.conditional import find_conditions
from assistant.verify.matching import Match
from assistant.verify.meaning import denied_parts
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_LIMITING = frozenset(("if", "after", "people", "adjective", "without", "bracket", "until"))
# A word behind one of these is a verb, and what it stands before its object.
_BEFORE_VERBS = frozenset(
    "not to never cannot can't don't doesn't do does did should must may might can could will would".split()
)
_VERBAL = ("ing", "ly")
# "Disease is stable", "cause pain": a name that is a statement has no word that narrows it.
_STATING = frozenset("is are was were be being has have having had cause causes causing caused by".split())
_TELLING_FAMILIES = ("negators", "conditions", "strength", "restrictive", "quantifiers", "causes", "universal", "operators")
# "After X", "during X": whatever X is, it tells when.
_WHEN = re.compile(r"\b(?:after|(?<!\bthe )following|before|during|until|upon)[^\S\n][^,.;:()\n]*", re.IGNORECASE)
# "In early X": where or with whom.
_IN = re.compile(r"\b(?:in|among)[^\S\n](?!order\b|addition\b|terms\b)(?:[\w/+-]+[^\S\n]+){1,3}[\w/+-]+", re.IGNORECASE)
_EARLIER = frozenset(("g:prior",))  # "after prior X" is after X
# "Any X", "most X": words that say how many or how surely name no X more closely.
_WEIGHING = ("strength", "universal", "quantifiers")
_NEAR = 2
_LONG = 7
# "When the disease progresses" narrows nothing of "on progression".
_OPENING = frozenset(f"w:{word}" for word in ("when", "if", "onc", "after", "the", "diseas", "cancer", "tumor"))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for the first narrowing word of a denial or a condition that the claim leaves out."""
    del lexicon
    statement = match.ground.statement
    for index, term in enumerate(statement.terms):
        if not match.ground.is_own(term) or term.filler or term.punctuation:
            continue
        denied = index in statement.denied
        if denied and not match.claim.negators:
            continue  # the claim affirms what is denied: that is another check's to say
        reason = ReasonCode.STRENGTH if denied else ReasonCode.POPULATION if _limits(match, term) else None
        word = (_part_left_out(match, index) or _left_out(match, index)) if reason else ""
        if reason and word:
            return (Reason(code=reason, detail=f"the cited words say this of “{word}”, the claim of more"),)
    return ()


def _limits(match: Match, term: Term) -> bool:
    """True for a term inside of a condition or of a phrase that says when."""
    return any(start <= term.start < end for start, end in _limited_spans(match.ground.statement.text))


@lru_cache(maxsize=1024)
def _limited_spans(text: str) -> tuple[tuple[int, int], ...]:
    conditions = ((one.start, one.end) for one in find_conditions(text) if one.kind in _LIMITING)
    return (*conditions, *(found.span() for found in (*_WHEN.finditer(text), *_IN.finditer(text))))


def _part_left_out(match: Match, index: int) -> str:
    """The statement's name, if the claim says it without the words that open it; else ""."""
    stated = match.ground.terms[index]
    if len(stated.parts) < _NEAR or stated.quantity or stated.line or stated.has("strength"):
        return ""
    if "(" in stated.text or _STATING & set(stated.text.lower().split()):
        return ""
    words = _words(stated)
    own = [place for place in match.claims_for(index) if not match.claim.terms[place].filler]
    if denied_parts(stated) and any(place in match.claim.near | match.claim.denied for place in own):
        return ""  # "cannot be measured" says all of "non-measurable"
    opened = [_opened(words, match.claim.terms[place], same=match.claim.terms[place].concept == stated.concept) for place in own]
    opening = stated.parts[: min(opened, default=0)]
    if all(part & _OPENING for part in opening):
        return ""
    return "" if _told(match, list(map(_keys, opening))) or _otherwise(match, own) else stated.text


def _opened(words: list[str], claimed: Term, *, same: bool) -> int:
    """How many of the statement's words open the name that the claim says; 0 if it says all of them, or none.

    Where both name one thing its last word may differ: "dental treatment" is "invasive dental procedures" without the first.
    """
    own = _words(claimed)
    if not own or not own[0] or len(own) >= len(words):
        return 0
    if _same(own, words[-len(own) :]):
        return len(words) - len(own)
    return len(words) - len(own) if same and len(own) > 1 and _same(own[:-1], words[-len(own) : -1]) else 0


def _left_out(match: Match, index: int) -> str:
    """The statement's word and the name behind it, if the claim says the name and nothing of the word; else ""."""
    terms = match.ground.terms
    term, following = terms[index], terms[index + 1] if index + 1 < len(terms) else None
    before = terms[index - 1].text.lower() if index else ""
    if following is None or following.filler or following.punctuation or following.concept is None:
        return ""
    if not counts(term) or term.keys & _EARLIER or any(map(term.has, _TELLING_FAMILIES)):
        return ""
    if term.concept or term.quantity or term.line or term.parts:
        return ""
    if before in _BEFORE_VERBS or term.text.lower() in _STATING or term.text.lower().endswith(_VERBAL) or not term.text.islower():
        return ""
    own = [place for place in match.claims_for(index + 1) if not match.claim.terms[place].filler]
    if not own or match.claims_for(index) or _told(match, [_keys(term.keys)]) or _otherwise(match, own):
        return ""
    return "" if _named_elsewhere(match, index + 1, own) else f"{term.text} {following.text}"


def _told(match: Match, words: list[frozenset[str]]) -> bool:
    """True if another word of the claim, or the headings, say all of the words."""
    around = (*match.claim.terms, *match.ground.context.terms)
    keys = {key for one in around for part in (one.keys, *one.parts) for key in part}
    return all(word & keys for word in words)


def _otherwise(match: Match, own: list[int]) -> bool:
    """True if a word that nothing of the statement says stands by the claim's name: it may say the same in other words."""
    terms = match.claim.terms
    near = {place for one in own for place in range(max(0, one - _NEAR), min(len(terms), one + _NEAR + 1))}
    return any(not (terms[place].filler or match.links[place] or any(map(terms[place].has, _WEIGHING))) for place in near)


def _named_elsewhere(match: Match, index: int, own: list[int]) -> bool:
    """True if the claim says the name of another place, by the word before it there, and nothing else of this one's condition.

    "Once first-line X has failed, or within a year of adjuvant X": "adjuvant X" and no failure is of no first line.
    """
    terms, claim = match.ground.terms, match.claim.terms
    elsewhere = all(
        any(other != index and other and one and _opens_alike(claim[one - 1], terms[other - 1]) for other in match.links[one])
        for one in own
    )
    spans = [one for one in find_conditions(match.ground.statement.text) if one.start <= terms[index].start < one.end]
    rest = [
        place
        for place, term in enumerate(terms)
        if place != index and counts(term) and any(one.start <= term.start < one.end for one in spans)
    ]
    said = [one for place in rest for one in match.claims_for(place) if not claim[one].filler and says_word(match, one, place)]
    return elsewhere and bool(spans) and not said


def _opens_alike(ours: Term, theirs: Term) -> bool:
    """True for the same content word before both."""
    return not ours.filler and not ours.punctuation and any(key.startswith("w:") for key in ours.keys & theirs.keys)


def _words(term: Term) -> list[str]:
    """The words of a term, as stems."""
    return [min((key for key in part if key.startswith("w:")), default="") for part in (term.parts or (term.keys,))]


def _same(ours: list[str], theirs: list[str]) -> bool:
    """True for the same words; "metastasis" and "metastases" are, though their stems differ by a letter."""
    return all(one == other or _nearly(one, other) for one, other in zip(ours, theirs, strict=True))


def _nearly(one: str, other: str) -> bool:
    return (
        min(len(one), len(other)) >= _LONG
        and (one.startswith(other[:-1]) or other.startswith(one[:-1]))
        and abs(len(one) - len(other)) < _NEAR
    )


def _keys(part: frozenset[str]) -> frozenset[str]:
    return frozenset(key for key in part if key[:2] in {"w:", "g:"} and " " not in key)
