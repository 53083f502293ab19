"""A sentence spoken in one breath, with the own case told in it, in; the part of it that asks out. Pure.

"I'm 61 it's in my spine and I sleep badly can it be cured": nobody who dictates sets a full stop, yet only the last words ask.
What is told behind a question ("… through a drip, I faint at needles") asks nothing either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question.asking import points
from assistant.question.focus import pattern
from assistant.words.lexicon import Mention

_STORY = 9
_FEWEST = 4
_LONGEST_ASIDE = 12
_JOINED = 14
_VERB = r"(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|needs?|comes?|happens?|helps?|works?|counts?|gets?)"
_NOT = r"(?:n['’]?t)?"
_AUXILIARY = rf"(?:is|are|do|does|did|can|could|should|would|will|must|has|have){_NOT}"
_OPENER = re.compile(
    rf"\b(?:(?:(?:and|so|but)\s+)?(?:what|which|how|when|where|why)(?!\s+(?:my|her|his|she|he|i|they|we|it|the)\b)"
    rf"(?:['’]s\b|(?:\s+[\w/+-]+){{0,5}}?\s+{_VERB}{_NOT}\b)|who\s+(?:gets|should|needs)\b|"
    rf"(?:and\s+)?{_AUXILIARY}\s+(?:i|you|we|they|she|he|it|there)\b|"
    r"is\s+(?:that|this)\s+(?=(?:a|an|the)?\s*\w+\b)|(?:i['’]?d\s+like|want|wants|need)\s+to\s+know\s+(?:if|whether|what|why|how|which|when|is)\b)",
    re.IGNORECASE,
)
# Behind these no question begins: "to do it", "what I can", "the trouble is that", "she said when it is …".
_NOT_BEHIND = re.compile(
    r"\b(?:to|i|(?<!asking )(?<!ask )you|we|they|she|he|it|there|that|which|who|what|how|if|whether|because|since|not|never|"
    r"will|would|can|could|should|may|knows?|understand|said|say|saying|told\s+(?:me|us|her|him)|"
    r"(?:the\s+)?(?:thing|problem|trouble|point|truth|worry|news|plan|fact))\s+$",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:i|she|he|we)\b|\b(?:i|she|he|we|it)['’](?:m|s|ve|re)\b|\bmy\b|\b(?:her|his)\s+\w+\s+(?:is|was|has)\b|\b\d+[\s-]*(?:years?|yo)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:,\s*(?:and\s+|but\s+)?(?:i|we|she|he|my\s+\w+|her\s+\w+|his\s+\w+)(?:['’]\w+)?\s+(?!(?:should|can|could|would|mean)\b)|"
    r"\s+my\s+(?:son|daughter|husband|wife|mother|father|mum|mom|dad|sister|brother|boss|friend|partner|kids)\s+(?=(?:is|has|was|says?|"
    r"said|will|can|thinks?|works?|drives?|had)\b))",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:if|that|which|when|because|as|since|while|where|whether|who|for|with|to|and|or|of|than|since)\s*,?\s*$", re.IGNORECASE
)
_NEXT = re.compile(
    r"\bwhat(?:['’]s|\s+(?:comes?|is|happens?|do\s+\w+\s+do|would\s+\w+\s+do))\s+(?:next|after|then|now)\b", re.IGNORECASE
)
_ASKS = re.compile(rf"^\W*(?:(?:and|so|but)\s+)?(?:what|which|how|when|where|why|who|{_AUXILIARY})\b", re.IGNORECASE)


def asking_part(text: str, span: tuple[int, int], things: Sequence[Mention], language: str) -> tuple[int, int]:
    """The part of the sentence that asks, where the own case is told in the same breath; the sentence if that part is no whole.

    It must name something, or ask of the illness or for what comes next; else what was told before is what it asks of.
    """
    if language != "en":
        return span
    first, last = spoken_span(text[slice(*span)])
    begin, end = span[0] + first, span[0] + last
    asks = text[begin:end]
    whole = (
        any(begin <= m.start < end for m in things) or asks_what_is_next(asks) or bool(pattern("illness").search(asks.lower()))
    )
    return (begin, end) if whole or not (points(asks, language) or any(span[0] <= m.start < span[1] for m in things)) else span


def spoken_span(sentence: str) -> tuple[int, int]:
    """Where in a sentence the part that asks begins and ends; all of it unless much is told in the same breath."""
    begin = _begin(sentence)
    return begin, begin + _end(sentence[begin:])


def asks_what_is_next(text: str) -> bool:
    """True for "what comes after that?": it lacks nothing but the case told before."""
    return _NEXT.search(text) is not None


def _begin(sentence: str) -> int:
    starts = [match.start() for match in _OPENER.finditer(sentence) if not _NOT_BEHIND.search(sentence[: match.start()])]
    starts = [at for at in starts if len(sentence[at:].split()) >= _FEWEST]
    if not starts:
        return 0
    at = starts[-1]
    for earlier in reversed(starts[:-1]):  # "is it X or do we Y" is one question
        between = sentence[earlier:at]
        if len(between.split()) > _JOINED or not re.search(r"\b(?:or|and)\s*$", between, re.IGNORECASE):
            break
        at = earlier
    told = sentence[:at]
    tells = len(told.split()) >= _STORY and _TELLS.search(told) and not _OPENER.match(told.strip())
    return at if tells else 0


def _end(asking: str) -> int:
    if _ASKS.match(asking) is None:
        return len(asking)
    for match in _ASIDE.finditer(asking):
        behind = asking[match.end() :]
        front = asking[: match.start()]
        told = len(behind.split()) <= _LONGEST_ASIDE and "?" not in behind and not _OPENER.search(behind)
        if told and len(front.split()) > _FEWEST and not _BOUND.search(front):
            return match.start()
    return len(asking)
