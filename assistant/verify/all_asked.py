"""Where the cited words ask for any one of several things, the claim doesn't ask for all of them. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.conditional import find_conditions
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

ASKED = "the cited words ask for one of these"
_OR = frozenset(("w:or", "w:and/or"))
_AND = frozenset(("w:and", "w:plus", "w:togeth with", "w:along with"))
_EVERY = frozenset("all both every each".split())
_ONE_OF = re.compile(r"\b(?:any|one|either|at\s+least|some|or)\b", re.IGNORECASE)
_ENDS = re.compile(
    r"[;.:]|,?\s+(?:or|and|but)\s+(?=(?:if|when|in|for|where|with|unless)\b)|\s(?:if|when|unless)\s", re.IGNORECASE
)
_ARE_ALL = re.compile(
    r"\b(?:if|when|where|once|until)\b[^.;:]{3,90}?\b(?:are|be|were|is|show|carry|have|need\s+to\s+be|must)\s+all\b",
    re.IGNORECASE,
)
# Exceptions are listed with either: "unless A or B", "with exceptions for A and B".
_KINDS = frozenset(("if", "until"))
_NEAR = 3
_FAR = 7


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "if A and B are so" where the cited words say "if A or B is so", and for "all" where they say "any"."""
    del lexicon
    claim = match.claim
    for inside in _conditions(match):
        for index in inside:
            term = claim.terms[index]
            joins = bool(term.keys & _AND) and not term.concept and _is_or(match, index)
            if joins or (not _EVERY.isdisjoint(term.words) and _is_of_any(match, index, inside)):
                detail = f"{ASKED}, the claim for all (“{term.text}”)"
                return (Reason(code=ReasonCode.POPULATION, detail=detail),)
    return _all_of_any(match)


def _all_of_any(match: Match) -> tuple[Reason, ...]:
    """A reason for "A, B and C are all changed" where the statement says "changed in any X (A, B or C)"."""
    terms, text = match.claim.terms, match.claim.text
    for found in _ARE_ALL.finditer(text):
        before = [index for index, term in enumerate(terms) if term.end <= found.end() and match.links[index]][-_NEAR:]
        inside = range(before[0], before[-1] + 1) if before else range(0)
        index = next((place for place, term in enumerate(terms) if term.start >= found.end()), len(terms) - 1)
        if len(before) > 1 and _is_of_any(match, index, inside):
            detail = f"{ASKED}, the claim for all (“{found[0]}”)"
            return (Reason(code=ReasonCode.POPULATION, detail=detail),)
    return ()


def _conditions(match: Match) -> list[range]:
    """The places of each condition of the claim that lets nothing choose; one behind the main clause may hold commas."""
    claim = match.claim
    found = []
    for condition in find_conditions(claim.text):
        end = condition.end
        if condition.kind not in _KINDS:
            continue
        if condition.start > 0 and claim.text[: condition.start].strip():
            stop = _ENDS.search(claim.text, condition.start + 1)
            end = max(end, stop.start() if stop else len(claim.text))
        if not _ONE_OF.search(claim.text, condition.start, end):
            places = [index for index, term in enumerate(claim.terms) if condition.start <= term.start < end]
            found.append(range(places[0], places[-1] + 1) if places else range(0))
    return found


def _is_or(match: Match, index: int) -> bool:
    """True for an "and" between two things that the statement joins by "or" alone."""
    terms = match.claim.terms
    left = next((one for one in range(index - 1, max(-1, index - 1 - _NEAR), -1) if match.links[one]), None)
    right = next((one for one in range(index + 1, min(len(terms), index + 1 + _NEAR)) if match.links[one]), None)
    if left is None or right is None or terms[left].filler or terms[right].filler:
        return False
    pairs = [(one, other) for one in _closest(match, left) for other in _closest(match, right) if one != other]
    return bool(pairs) and _joint(match, *min(pairs, key=lambda pair: abs(pair[0] - pair[1]))) == "or"


def _closest(match: Match, place: int) -> list[int]:
    """Where the statement says a claim's term: by its very word, or else by any."""
    links, terms = match.links[place], match.ground.terms
    return [link for link in links if terms[link].words == match.claim.terms[place].words] or list(links)


def _joint(match: Match, left: int, right: int) -> str:
    first, last = sorted((left, right))
    between = match.ground.terms[first + 1 : last]
    told = {"or" if term.keys & _OR else "and" for term in between if term.keys & (_OR | _AND) and not term.concept}
    return told.pop() if len(told) == 1 and first != last and len(between) <= _FAR else ""


def _is_of_any(match: Match, index: int, inside: range) -> bool:
    """True for the "all" of a condition where the statement's condition says "any" of what stands behind it."""
    terms = match.ground.terms
    if any(not _EVERY.isdisjoint(term.words) for term in terms):
        return False
    places = [place for place in inside if match.links[place] and not match.claim.terms[place].filler]
    nearest = sorted(places, key=lambda place: abs(place - index))[:_NEAR]
    return any(
        term.text.lower() == "any"
        for place in nearest
        for link in match.links[place]
        for term in terms[max(0, link - _FAR) : link]
    )
