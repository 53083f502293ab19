"""What the statement says regardless of X, even with X or with or without X, no claim may say only for X or but for X. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import Reason, ReasonCode
from assistant.verify.conditional import find_conditions
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.meaning import says
from assistant.words.lexicon import Lexicon

_INCLUDING = re.compile(r"\b(?:including|even|also)\s+(?:when|if|in|for|with|where)\b", re.IGNORECASE)
_ONLY = re.compile(r"only\b", re.IGNORECASE)
_EVEN = re.compile(
    r"\beven\s+(?:when|if|with|in|after|for|though|where|during)\b|\bincluding\s+(?:in|for|when|those)\b", re.IGNORECASE
)
_APART = re.compile(
    r"\b(?:apart\s+from|aside\s+from|with\s+the\s+exception\s+of|excluding|save\s+for|barring|but\s+not|only\s+not)\b",
    re.IGNORECASE,
)
_OPTIONAL = re.compile(
    r"\balone\s+or\s+(?:(?:in\s+combination|combined|together|along|alongside|plus)\b\s*)?(?:with\b)?|\bwith\s+or\s+without\b|\band/or\b|±|\+/-",
    re.IGNORECASE,
)
# "A, B, or both": neither asks for the other.
_OR_BOTH = re.compile(r"\bor\s+(?:to\s+do\s+|do\s+|do)?both\b", re.IGNORECASE)
_REQUIRING = re.compile(
    r"\b(?:provided|providing|(?:as|so)\s+long\s+as|on\s+condition|(?:if|when|once)\b|only\s+(?:if|when|with|together|alongside|in\s+combination|combined)"
    r"|must\s+(?:always\s+)?be\s+(?:combined|accompanied|given\s+(?:with|together|alongside)))\b",
    re.IGNORECASE,
)
# "If X" may only say when; "provided X" asks for it.
_WEAK = ("if", "when", "once")
_WHATEVER = re.compile(
    r"\b(?:regardless\s+of|irrespective\s+of|independent(?:ly)?\s+of|no\s+matter|whether\s+or\s+not\s+\w+)\s+(?P<items>[^.;:()\n]{3,120})",
    re.IGNORECASE,
)
_ITEM = re.compile(r",\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+", re.IGNORECASE)
_WITHIN_ITEM = re.compile(r"\s(?:of|in|to|for|with|at|on|is|are|was|were|has|have)\s", re.IGNORECASE)
_LEFT_OPEN = re.compile(
    r"\b(?:regardless|irrespective|independent\w*|no|not|nor|neither|never|none|whatever|whichever|whether|with\s+or\s+without|without|even|includ\w+|also|too"
    r"|both|despite|ignor\w+|disregard\w*|irrelevant|alike|equally|any)\b|n't\b|\bor\s+not\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"\b(?:who|whose|that|which)\s+", re.IGNORECASE)
_ROOT = 6
_SHORTEST = 3
_END = re.compile(r"[;:.()\n—](?=\s|$)|,")


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "if X" where the statement says "regardless of X", for "unless X" where it says "even with X"."""
    return next(((reason,) for reason in _reasons(match, lexicon) if reason is not None), ())


def _reasons(match: Match, lexicon: Lexicon) -> Iterator[Reason | None]:
    yield _excepted(match, lexicon)
    yield _conceded(match)
    yield _required(match)
    yield _limited(match)
    yield _narrowed(match)


def _narrowed(match: Match) -> Reason | None:
    """A reason for "those with X" where the statement speaks of all, "regardless of X"."""
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    for found in _WHATEVER.finditer(statement):
        if _LEFT_OPEN.search(claim):
            return None
        heads = [item.split()[-1] for item in _items(found["items"]) if item.split()]
        for head in heads:
            if len(head) >= _SHORTEST and (words := _named(match, head, found.span("items"), statement)):
                return _reason("the cited words hold regardless of this", words)
        if added := _picked_out(match):
            return _reason("the cited words hold for all of them", added)
    return None


def _items(listed: str) -> list[str]:
    """The things of a list, what stands behind "of" or "in" left out."""
    return [_WITHIN_ITEM.split(item.strip(), maxsplit=1)[0] for item in _ITEM.split(listed)]


def _named(match: Match, head: str, span: tuple[int, int], statement: str) -> str:
    """The claim's word for a thing that the statement names only to say that it doesn't matter."""
    root = re.compile(rf"\b{re.escape(head[:_ROOT])}\w*", re.IGNORECASE)
    named = root.search(fold(match.claim.text))
    if named and not root.search(statement, 0, span[0]):
        return named[0]
    terms = match.ground.terms
    for index, term in enumerate(match.claim.terms):
        inside = [span[0] <= terms[link].start < span[1] and root.search(terms[link].text) for link in match.links[index]]
        if inside and all(inside) and not term.filler:
            return term.text
    return ""


def _picked_out(match: Match) -> str:
    """What picks some out of all by words that nothing says: "who are bothered by it"."""
    claim = match.claim
    for found in _WHO.finditer(fold(claim.text)):
        stop = _END.search(claim.text, found.end())
        end = stop.start() if stop else len(claim.text)
        inside = [index for index, term in enumerate(claim.terms) if found.end() <= term.start < end]
        told = next((index for index in inside if not claim.terms[index].filler), None)
        if told is not None and not match.links[told] and told not in match.in_context:
            return found[0].strip() + " " + claim.terms[told].text
    return ""


def _limited(match: Match) -> Reason | None:
    statement, claim = match.ground.statement, match.claim
    cues = [index for index, term in enumerate(statement.terms) if term.keys & {"g:regardless"} and not term.filler]
    if not cues or any(term.keys & {"g:regardless", "g:although"} for term in claim.terms):
        return None
    following = {
        index
        for cue in cues
        for index in range(cue + 1, len(statement.terms))
        if statement.clauses[index] == statement.clauses[cue] and not statement.terms[index].filler
    }
    for condition in find_conditions(claim.text):
        if condition.kind != "if" and not _ONLY.match(claim.text[condition.start :]):
            continue
        if _links(match, condition.start, condition.end, following):
            return _reason("the cited words hold regardless of this", claim.text[condition.start : condition.end])
    return None


def _conceded(match: Match) -> Reason | None:
    """A reason for "unless X", "only if X" where the statement says "even with X" or "regardless of X"."""
    claim = match.claim
    spans = _after(_EVEN, match.ground.statement.text)
    conceded = _within(match, spans) | {
        index
        for cue, term in enumerate(match.ground.terms)
        if term.keys & {"g:regardless"}
        for index in range(cue + 1, len(match.ground.terms))
        if match.ground.statement.clauses[index] == match.ground.statement.clauses[cue]
    }
    for begin, end in _after(_APART, claim.text):
        if _links(match, begin, end, conceded):
            return _reason("the cited words hold even so", f"apart from {claim.text[begin:end].strip()}")
    for condition in find_conditions(claim.text):
        only = _ONLY.search(claim.text, max(0, condition.start - len("only ")), condition.end)
        excepting = condition.kind == "unless" or (only and condition.kind == "if")
        if excepting and _links(match, condition.start, condition.end, conceded):
            return _reason("the cited words hold even so", claim.text[condition.start : condition.end])
    return None


def _required(match: Match) -> Reason | None:
    """A reason for "provided X is added" where the statement says "alone or with X"."""
    statement = match.ground.statement
    both = set(statement.content()) if _OR_BOTH.search(fold(statement.text)) else set[int]()
    optional = _within(match, _after(_OPTIONAL, statement.text)) or both
    if not optional or _OPTIONAL.search(match.claim.text):
        return None
    text = match.claim.text
    for start, end in _after(_REQUIRING, text):
        firm = not text[:start].lower().endswith(_WEAK)
        if (firm or not both) and _links(match, start, end, optional | (_joined_by_either(match) if firm else set())):
            return _reason("the cited words leave this open", text[start:end])
    return None


def _joined_by_either(match: Match) -> set[int]:
    """What stands right before "and/or": it is as optional as what stands behind."""
    terms = match.ground.terms
    words = [term.text.lower() for term in terms]
    return {
        index - 1 for index in range(1, len(words)) if words[index] == "and/or" or words[index : index + 3] == ["and", "/", "or"]
    }


def _after(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """From the end of each find to the end of its phrase."""
    folded = fold(text)
    found = []
    for one in pattern.finditer(folded):
        stop = _END.search(folded, one.end())
        found.append((one.end(), stop.start() if stop else len(folded)))
    return found


def _within(match: Match, spans: list[tuple[int, int]]) -> set[int]:
    terms = match.ground.terms
    return {index for index, term in enumerate(terms) if any(start <= term.start < end for start, end in spans)}


def _links(match: Match, start: int, end: int, places: set[int]) -> bool:
    """True if a word of the claim that says something, from ``start`` to ``end``, stands for one of these places."""
    told = {index for index in places if not match.ground.terms[index].filler}
    return any(
        start <= term.start < end and not term.filler and set(match.links[index]) & told
        for index, term in enumerate(match.claim.terms)
    )


def _reason(why: str, words: str) -> Reason:
    return Reason(code=ReasonCode.POPULATION, detail=f"{why}, the claim says “{words.strip()}”")


def _excepted(match: Match, lexicon: Lexicon) -> Reason | None:
    """A reason for "including when X", "even if X" where the statement, or what it stands under, says "unless X"."""
    found = _INCLUDING.search(match.claim.text)
    if not found:
        return None
    ours = [term for term in match.claim.terms if term.start >= found.end() and not term.filler]
    for scoped in (match.ground.statement, match.ground.context):
        for condition in find_conditions(scoped.text):
            if condition.kind != "unless":
                continue
            theirs = [term for term in scoped.terms if condition.start <= term.start < condition.end and not term.filler]
            said = [term for term in ours if any(says(term, other, lexicon) for other in theirs)]
            if said and len(said) * 2 >= len(ours):
                words = scoped.text[condition.start : condition.end].strip()
                return Reason(code=ReasonCode.POPULATION, detail=f"the cited words except this: “{words}”")
    return None
