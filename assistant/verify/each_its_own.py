"""What holds for one of two things isn't handed to the other: "A alone, or B with C"; "A for both groups, B for one". Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_ALONE = r"(?:alone|by\s+itself|by\s+themselves|on\s+its\s+own|as\s+(?:a\s+)?(?:monotherapy|single\s+agent))"
_JOINT = r"(?:added\s+to|plus|combined\s+with|together\s+with|in\s+combination\s+with|along\s+with|alongside|with)"
_THING = r"[^,;:.()]{2,60}?"
_ALONE_OR_WITH = re.compile(
    rf"(?P<alone>{_THING})\s+{_ALONE},?\s+or\s+(?P<other>{_THING})\s+{_JOINT}\s+(?P<partner>[^,;:.()]{{2,60}})", re.IGNORECASE
)
_WITH_OR_ALONE = re.compile(
    rf"(?P<other>{_THING})\s+{_JOINT}\s+(?P<partner>{_THING}),?\s+or\s+(?P<alone>{_THING})\s+{_ALONE}\b", re.IGNORECASE
)
_IS_ALONE = re.compile(rf"\b{_ALONE}\b", re.IGNORECASE)
_SAID_ALONE = re.compile(rf"\b{_ALONE}\b|\b(?:single|sole|lone)\b", re.IGNORECASE)
_JOINED = re.compile(
    r"\b(?:add(?:ed|ing|s)?|plus|combin\w+|together|along\s+with|alongside|with|join\w*|pair\w*)\b|\+", re.IGNORECASE
)
_ADDING = re.compile(r"\badd(?:ing|s)?\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)
_APART = re.compile(r"\b(?:or|while|whereas|instead|than)\b|;", re.IGNORECASE)
_BOTH = re.compile(
    r"\bboth\s+(?:of\s+(?:these|them)\b|(?:groups|sexes|kinds|types|stages|ages|genders|populations|arms)\b)", re.IGNORECASE
)
_NEXT = 3


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "A with C" or "B alone" beside "A alone, or B with C", and for "both" of what is for one of them."""
    del lexicon
    detail = _partnered(match) or _for_both(match)
    return (Reason(code=ReasonCode.NAME, detail=detail),) if detail else ()


def _partnered(match: Match) -> str:
    found = _alone_or_with(match.ground.statement.text)
    if found is None:
        return ""
    alone, other = _last(match, found.span("alone")), _last(match, found.span("other"))
    ours, theirs = _only(match, alone, other), _only(match, other, alone)
    partner = [own for place in _inside(match, found.span("partner")) for own in match.claims_for(place)]
    terms = match.claim.terms
    if theirs and not ours and _SAID_ALONE.search(_behind(match, theirs[0])):
        return f"the cited words say “alone” of another than {terms[theirs[0]].text}"
    for place in partner:
        nearest = min((*ours, *theirs), key=lambda one: abs(one - place), default=place)
        if nearest in ours and nearest != place and _joins(match, *sorted((nearest, place))):
            return f"the cited words combine another than {terms[nearest].text} with {terms[place].text}"
    return ""


@lru_cache(maxsize=4096)
def _alone_or_with(statement: str) -> re.Match[str] | None:
    """The words of "A alone, or B with C" in a statement."""
    text = fold(statement)
    return (_ALONE_OR_WITH.search(text) or _WITH_OR_ALONE.search(text)) if _IS_ALONE.search(text) else None


def _joins(match: Match, first: int, last: int) -> bool:
    """True if the claim adds or joins the one of two of its terms to the other."""
    text, terms = match.claim.text, match.claim.terms
    before, between = text[: terms[first].start].split(",")[-1], text[terms[first].start : terms[last].end]
    joined = _JOINED.search(between) or _ADDING.search(before)
    return bool(joined) and not _APART.search(between) and not _SAID_ALONE.search(between)


def _behind(match: Match, place: int) -> str:
    """The words right behind a term of the claim."""
    terms = match.claim.terms[place + 1 : place + 1 + _NEXT]
    return match.claim.text[terms[0].start : terms[-1].end] if terms else ""


def _inside(match: Match, span: tuple[int, int]) -> list[int]:
    terms = match.ground.terms
    return [place for place, term in enumerate(terms) if span[0] <= term.start < span[1] and not term.filler]


def _last(match: Match, span: tuple[int, int]) -> int:
    """What stands last in a part of the statement: the thing that it names."""
    return max(_inside(match, span), default=-1)


def _only(match: Match, place: int, other: int) -> list[int]:
    """The claim's terms that say the one thing, and not the other."""
    return [own for own in match.claims_for(place) if other not in match.links[own] and not match.claim.terms[own].filler]


def _for_both(match: Match) -> str:
    statement, claim = match.ground.statement, match.claim
    theirs, ours = _BOTH.search(fold(statement.text)), _BOTH.search(fold(claim.text))
    if theirs is None or ours is None:
        return ""
    cut = next((place for place, term in enumerate(statement.terms) if term.start >= theirs.start()), 0)
    home = next((claim.clauses[place] for place, term in enumerate(claim.terms) if term.end > ours.start()), -1)
    begin, end = max(claim.text.rfind(joint, 0, ours.start()) for joint in (",", ";", " while ", " whereas ")), ours.start()
    told = [
        own
        for own, term in enumerate(claim.terms)
        if begin < term.start < end and match.links[own] and not term.filler and not term.has("strength")
    ] or [own for own in claim.content() if claim.clauses[own] == home and match.links[own] and claim.terms[own].start < end]
    others = [own for own in told if min(match.links[own]) >= cut]
    handed = bool(others) and not any(max(match.links[own]) < cut for own in told)
    return f"the cited words don't say “{ours[0]}” of {claim.terms[others[0]].text}" if handed else ""
