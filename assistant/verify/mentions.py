"""The lexicon's mentions as far as they say what their words say. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.verify.tokens import tokens_of
from assistant.verify.wordings import wordings
from assistant.words.lexicon import Lexicon, Mention

_SPEAKING = frozenset(("negators", "universal", "restrictive", "strength"))
_OR_NOT = re.compile(r"\b(?:with|whether|symptomatic)\s+or\s+$", re.IGNORECASE)
_NEAR = 40
_LATER = re.compile(r"(?:after|upon|on|following|at)\s", re.IGNORECASE)
_WITHOUT = re.compile(r"without|no\b|not\b", re.IGNORECASE)
_SPENT = re.compile(r"(?:time|months|years|survival|life)\s+without\s", re.IGNORECASE)
_EITHER = re.compile(r"\s+or\s+", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:\+|/|,|\bplus\b|\band\b|\bwith\b)\s*", re.IGNORECASE)


def mentions_of(text: str, lexicon: Lexicon) -> list[Mention]:
    """The lexicon's mentions; regimens are taken apart, and mentions that hold a "not" or "only" are left to the words."""
    found: list[Mention] = []
    for mention in lexicon.mentions(text):
        surface = text[mention.start : mention.end]
        joint = {"regimen": _JOINED, "population": _EITHER}.get(mention.concept.kind)
        pieces = _apart(surface, mention, lexicon, joint) if joint else []
        if pieces:
            found.extend(pieces)
        elif (mention.concept.kind == "population" and not mention.concept.axis and _LATER.match(surface)) or (
            _OR_NOT.search(text[max(0, mention.start - _NEAR) : mention.start]) and _WITHOUT.match(surface)
        ):
            continue
        elif mention.concept.kind == "population" or not _speaks(surface) or _spends_without(mention, surface):
            found.append(mention)
    return found


def _spends_without(mention: Mention, surface: str) -> bool:
    """True for "time without X", the name of an outcome: "without" is a part of what it says, as "-free" is."""
    return mention.concept.kind == "endpoint" and _SPENT.match(surface) is not None


def _apart(surface: str, mention: Mention, lexicon: Lexicon, joint: re.Pattern[str]) -> list[Mention]:
    """The members of a regimen that names them, the patients of "A-positive or B-positive"; none for an abbreviation."""
    bounds = [0, *(edge for cut in joint.finditer(surface) for edge in cut.span()), len(surface)]
    found: list[Mention] = []
    for begin, end in zip(bounds[::2], bounds[1::2], strict=True):
        inner = lexicon.mentions(surface[begin:end])
        if not inner or (joint is _EITHER and [one.concept.kind for one in inner] != ["population"]):
            return []
        found.extend(
            Mention(concept=one.concept, start=mention.start + begin + one.start, end=mention.start + begin + one.end)
            for one in inner
        )
    return found if len(found) > 1 else []


@lru_cache(maxsize=4096)
def _speaks(surface: str) -> bool:
    """True if a word of the surface denies or limits, so that the concept alone would not say it."""
    tokens = [token for token in tokens_of(surface) if token.stem]
    words, stems = tuple(token.text.lower() for token in tokens), tuple(token.stem for token in tokens)
    for position in range(len(stems)):
        length, tags = wordings().longest(stems, words, position)
        if length and any(tag.family in _SPEAKING for tag in tags):
            return True
    return False
