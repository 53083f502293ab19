"""A claim that copies its statement exchanges words only for like ones, and slips none in or out that turns it. Pure.

The other checks ask what a claim says in words of its own; one that goes word for word with the statement up to "unless" where
that says "if" leaves them little to find. So both texts are laid beside each other, and what stands in the same place must not
be of two words that exclude each other there (``contrasts.yaml``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from importlib import resources

import yaml

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.joined import JOINED
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_WORD = re.compile(r"[a-z0-9][\w'/+%-]*(?:\.\d+)?")
_EXCEPTING = re.compile(r"\b(?:except|save|other\s+than|apart\s+from|but\s+not)\s+(?:when|if|where|in\s+case)\b")
_MAY_NOT = r"[^.;:]*?\b(?:may|might)\s+not\b(?![^.;:]*\b(?:together|combin\w*|both)\b)"
_OR_MAY_NOT = re.compile(rf"\bor\b(?![^.;:]*\b(?:may|might|can|could|should|must|is|are)\s+(?!not\b)){_MAY_NOT}", re.IGNORECASE)
_AND_MAY_NOT = re.compile(rf"\band\b(?![^.;:]*\b(?:may|might|can|could|should|must|is|are)\s+(?!not\b)){_MAY_NOT}", re.IGNORECASE)
# How many words beside an exchanged one both texts must share.
_SHARED = 2
_LONGEST = 3
# What says another thing as soon as it is put in, or left out.
_FIRM = frozenset("first last always never not no only solely without routinely immediately permanently forever".split())
_DENYING = frozenset("no not never without neither nor non".split())


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for the first word that the claim puts in the place of one that excludes it, or puts in as such."""
    del lexicon
    ours, theirs, more = _laid(match)
    for added, _ in _slips(ours, theirs):
        moved = added in _DENYING and any(more[word] < 0 for word in _DENYING)
        if more[added] > 0 and added in _FIRM and not moved and not _alike(added) & {*_around(match), *theirs}:
            return (Reason(code=ReasonCode.NOT_STATED, detail=f"the cited words don't say “{added}” of this"),)
    for here, there in _exchanges(ours, theirs):
        if (here, there) == ("or", "and") and ("whether" in ours or _joins_groups(match) or _each_may_not(match)):
            continue  # it depends on A and B, and on whether A or B is so; which group it is, other checks say
        # A word that stands elsewhere in the other text has only moved.
        code = excluded(here, there) if more[here] > 0 > more[there] else None
        if code is not None:
            said = JOINED if there == "and" else f"the cited words say “{there}”"
            return (Reason(code=code, detail=f"{said}, the claim “{here}”"),)
    return ()


def undenied(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a denial that a copy leaves out."""
    del lexicon
    ours, theirs, more = _laid(match)
    for _, gone in _slips(ours, theirs):
        if more[gone] < 0 and gone in _DENYING and not _DENYING & {word for word in ours if more[word] > 0}:
            return (Reason(code=ReasonCode.NEGATION, detail=f"the cited words say “{gone}”, the claim leaves it out"),)
    return ()


def excluded(one: str, other: str) -> ReasonCode | None:
    """The code for a claim's word in a place that can hold it or the statement's, and not both: "before" and "after".

    "A or B" isn't what "A and B" says; a list of choices may be told with either.
    """
    if (one, other) == ("or", "and"):
        return ReasonCode.STRENGTH
    ours, theirs = _rows().get(one, frozenset()), _rows().get(other, frozenset())
    codes = {group: code for code, group, _ in ours} if not ours & theirs else {}
    return next((codes[group] for _, group, _ in sorted(theirs) if group in codes), None)


def _laid(match: Match) -> tuple[tuple[str, ...], tuple[str, ...], Counter[str]]:
    """The words of the claim, those of the statement, and how many more of each the claim has."""
    ours, theirs = _words(match.claim.text), _words(match.ground.statement.text)
    more = Counter(ours)
    more.subtract(theirs)
    return ours, theirs, more


def _around(match: Match) -> tuple[str, ...]:
    """The words that stand above and beside the statement."""
    return _words(" ".join(term.text for term in match.ground.context.terms))


def _joins_groups(match: Match) -> bool:
    """True for "A-positive or A-negative people"."""
    terms = match.claim.terms
    return any(
        term.text.lower() == "or"
        and all(one.concept is not None and one.concept.kind == "population" for one in (terms[place - 1], terms[place + 1]))
        for place, term in enumerate(terms[:-1])
        if place
    )


def _each_may_not(match: Match) -> bool:
    """True for "A or B may not be right" where the statement says "A and B may not be right": each of them may not."""
    return all(
        pattern.search(fold(text)) is not None
        for pattern, text in ((_OR_MAY_NOT, match.claim.text), (_AND_MAY_NOT, match.ground.statement.text))
    )


def _alike(word: str) -> set[str]:
    """The words of the rows that a word stands in."""
    places = _rows().get(word, frozenset())
    return {other for other, rows in _rows().items() if rows & places} | {word}


@lru_cache(maxsize=1)
def _rows() -> dict[str, frozenset[tuple[ReasonCode, int, int]]]:
    """Every word with the code, the group and the row that it stands in."""
    loaded = yaml.safe_load(resources.files("assistant.verify").joinpath("contrasts.yaml").read_text("utf-8"))
    groups = [(ReasonCode[code], rows) for code, listed in loaded.items() for rows in listed]
    found: dict[str, set[tuple[ReasonCode, int, int]]] = {}
    for group, (code, rows) in enumerate(groups):
        for row, words in enumerate(rows):
            for word in words.split():
                found.setdefault(word, set()).add((code, group, row))
    return {word: frozenset(places) for word, places in found.items()}


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_EXCEPTING.sub("unless", fold(text).lower())))


@lru_cache(maxsize=2048)
def _blocks(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Sequence[tuple[str, int, int, int, int]]:
    """Both laid beside each other: what is equal, and what stands in place of what. Three readings ask for the same pair."""
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()


def _exchanges(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The words of the claim and of the statement that stand in one place beside words that both share."""
    blocks = _blocks(ours, theirs)
    for place, (tag, begin, end, first, last) in enumerate(blocks):
        if tag != "replace":
            continue
        before = _length(blocks[place - 1]) if place else 0
        behind = _length(blocks[place + 1]) if place + 1 < len(blocks) else 0
        edges = begin == first == 0 or (end == len(ours) and last == len(theirs))
        if max(before, behind) < _SHARED or not (edges or (before and behind) or max(before, behind) > _SHARED):
            continue
        if end - begin == last - first <= _LONGEST:
            yield from zip(ours[begin:end], theirs[first:last], strict=True)
        elif behind >= _SHARED:
            yield ours[end - 1], theirs[last - 1]
        elif before >= _SHARED:
            yield ours[begin], theirs[first]


def _slips(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """A word that one of both texts has and the other has not, between words that both share; "" for the other's none."""
    blocks = _blocks(ours, theirs)
    for place, (tag, begin, end, first, last) in enumerate(blocks[1:-1], start=1):
        if _length(blocks[place - 1]) + _length(blocks[place + 1]) <= _SHARED:
            continue
        if tag == "delete" and end - begin == 1:
            yield ours[begin], ""
        elif tag == "insert" and last - first == 1 and _length(blocks[place + 1]) >= _SHARED:  # "not fit" may be "unfit"
            yield "", theirs[first]


def _length(block: tuple[str, int, int, int, int]) -> int:
    return block[2] - block[1] if block[0] == "equal" else 0
