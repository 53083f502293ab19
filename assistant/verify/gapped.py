"""Of two halves of which the second is cut short, the claim gives one subject what is told of the other. Pure.

"A is used for X and B for Y" holds all the words of "A is used for Y"; so do "A points to X, B to Y", "A takes 20 mg, B 10".
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from assistant.answers import Reason, ReasonCode
from assistant.verify.crossed import by_word
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.verify.stretches import stretches
from assistant.words.lexicon import Lexicon

_JOINT = re.compile(
    r"\s*;\s*(?:and\s+|but\s+)?|,\s+(?:and|but|while|whereas|or)\s+|\s+(?:and|but|while|whereas)\s+|,\s+", re.IGNORECASE
)
_END = re.compile(r"(?<=[^.\d])[.!?:](?=\s|$)|\n")
_SAYING = (
    r"is|are|was|were|be|been|should|must|may|might|can|could|will|would|has|have|had|does|do|did|takes?|receives?|gets?|needs?"
    r"|requires?"
)
_SMALL = (
    rf"{_SAYING}|not|no|only|also|both|all|then|it|its|they|them|their|this|these|those|that|which|who|whose|such|he|she|there|if|when"
    r"|whether|how|what|where|why|unless|once|because|and|or|but|than|as|with|without|for|in|to|by|at|on|from|before|after|during|against|below|above|under|over|every"
    r"|until|within|per|of"
)
_NOUN = rf"(?:(?:the|an?)\s+)?(?:(?!(?:{_SMALL})\b)[\w/+'’-]+(?:\s+of(?=\s))?\s+){{0,3}}?(?!(?:{_SMALL})\b)[\w/+'’-]+"
_NOUNS = rf"{_NOUN}(?:(?:,\s+|,?\s+(?:and|or)\s+)(?!(?:{_SMALL})\b){_NOUN}){{0,2}}?"
_NUMBER = r"\d|one\b|two\b|three\b|four\b|five\b|six\b|half\b|twice\b|once\b"
# What is left of the second half behind its subject: as in the first, with the same small word before it, a number or an article.
_REST = re.compile(
    rf"^(?:(?P<lead>for|in|with|to|by|at|on|from)\s+)?(?P<subject>{_NOUNS}),?\s+"
    rf"(?:(?P<small>for|in|with|to|by|at|on|from|before|after|during|against|below|above|under|over|every|within)\s+"
    rf"(?P<said>\S.*)|(?P<number>(?:{_NUMBER}).*)|(?P<article>the|an?)\s+(?P<thing>[\w-]+(?:\s+[\w-]+){0, 3}\W*))$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"^\W*(?P<subject>{_NOUNS})\s+(?:{_SAYING})\b", re.IGNORECASE)
_ORDERED = re.compile(
    r"^\W*(?:use|give|take|start|stop|offer|prescribe|apply|add|continue|avoid|check|measure|test|monitor|treat|consider|prefer|choose"
    rf"|reserve|hold|withhold|increase|reduce|do|see|repeat|refer)\s+(?P<subject>{_NOUNS})$",
    re.IGNORECASE,
)
# One of these may stand in one half where another stands in the other: "in the morning", "at night".
_TIMES = "in|at|on|before|after|during|by|within"
_LITTLE = re.compile(rf"{_SMALL}|the|an?|used|given|is\s+\w+", re.IGNORECASE)
_WORD = re.compile(r"[\w/+'’-]+")
_LONGEST = 5
_LATER = 3


class _Half(NamedTuple):
    """Where a half's subject stands in a text, and where what is told of it."""

    subject: tuple[int, int]
    said: tuple[int, int]


class _Side(NamedTuple):
    """The terms of a half's subject, and those of what is told of it, without those of the other's."""

    subject: frozenset[int]
    said: frozenset[int]


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where the claim tells of one subject what the cited words tell of the other."""
    del lexicon
    pairs = _sides(match.ground.statement)
    if not pairs:
        return ()
    claim = match.claim
    content = [index for index in _telling(claim) if match.links[index]]
    halves = _halves(fold(claim.text))
    wholes = [content] if not halves else [[i for i in content if _within(claim, i, half)] for pair in halves for half in pair]
    for sides in pairs:
        for own, other in (sides, sides[::-1]):
            for whole in wholes:
                linked = [by_word(match, index) for index in whole]
                names, names_other = (any(links & one.subject for links in linked) for one in (own, other))
                told = [links for links in linked if links & other.said and not links & (own.said | own.subject)]
                if names and not names_other and told and not any(links & own.said for links in linked):
                    words = match.ground.terms[min(told[0] & other.said)].text
                    detail = f"the cited words say “{words}” of the other of two, the claim of this one"
                    return (Reason(code=ReasonCode.DIRECTION, detail=detail),)
    return ()


def _within(claim: Scoped, index: int, half: _Half) -> bool:
    return half.subject[0] <= claim.terms[index].start < half.said[1]


@lru_cache(maxsize=1024)
def _sides(statement: Scoped) -> tuple[tuple[_Side, _Side], ...]:
    """The terms of each pair of halves in a statement, none that both halves have."""
    found = []
    for pair in _halves(fold(statement.text)):
        places = [tuple(_places(statement, span) for span in half) for half in pair]
        words = [[_words(statement, one) for one in half] for half in places]
        shared = [words[0][part] & words[1][part] for part in (0, 1)]
        sides = [
            _Side(*(frozenset(place for place in half[part] if not _words(statement, {place}) & shared[part]) for part in (0, 1)))
            for half in places
        ]
        if all(side.subject and side.said for side in sides):
            found.append((sides[0], sides[1]))
    return tuple(found)


def _places(statement: Scoped, span: tuple[int, int]) -> frozenset[int]:
    return frozenset(place for place in _telling(statement) if span[0] <= statement.terms[place].start < span[1])


def _telling(text: Scoped) -> list[int]:
    """The terms but for small words and strengths: "adults" and "cancer", too, tell one half from the other."""
    return [
        place
        for place, term in enumerate(text.terms)
        if not (term.punctuation or term.has("strength") or _LITTLE.fullmatch(term.text))
    ]


def _words(statement: Scoped, places: frozenset[int] | set[int]) -> frozenset[str]:
    terms = statement.terms
    return frozenset(key for place in places for key in terms[place].keys if key.startswith(("w:", "c:"))) | frozenset(
        terms[place].text for place in places if terms[place].quantity
    )


@lru_cache(maxsize=2048)
def _halves(text: str) -> tuple[tuple[_Half, _Half], ...]:
    """The pairs of halves of a text's sentences, the second of each cut short or with the verb of the first."""
    found: list[tuple[_Half, _Half]] = []
    for begin, end in stretches(text, _END):
        for joint in _JOINT.finditer(text, begin, end):
            stops = (*(later.start() for later in islice(_JOINT.finditer(text, joint.end(), end), _LATER)), end)
            pairs = (_pair(text, begin, joint.start(), joint.end(), stop) for stop in stops)
            found.extend(islice((pair for pair in pairs if pair), 1))
    return tuple(found)


def _pair(text: str, begin: int, middle: int, start: int, stop: int) -> tuple[_Half, _Half] | None:
    left, right = text[begin:middle], text[start:stop]
    begin, left = begin + len(left) - len(left.lstrip()), left.strip()
    rest = _REST.match(right)
    if rest is None:
        return _same_verb(left, begin, right, start)
    group = next(name for name in ("said", "number", "thing") if rest[name])
    before = rest["small"] or rest["article"] or ""
    told = _told(left, before)
    if told is None or (subject := _subject(left, left[: told.start()], rest)) is None:
        return None
    ours = _Half((begin + subject[0], begin + subject[1]), (begin + told.start("said"), begin + len(left)))
    return ours, _Half(_shifted(rest.span("subject"), start), _shifted(rest.span(group), start))


def _told(left: str, before: str) -> re.Match[str] | None:
    """What the first half tells behind the word that opens the rest of the second."""
    if not before:
        return re.search(rf"\b(?P<said>(?:{_NUMBER}).*)$", left, re.IGNORECASE)
    same = re.search(rf"\b{before}\s+(?P<said>\S.*)$", left, re.IGNORECASE)
    if same or before.lower() not in _TIMES.split("|"):
        return same
    return re.search(rf"\b(?:{_TIMES})\s+(?P<said>\S.*)$", left, re.IGNORECASE)


def _subject(left: str, ahead: str, rest: re.Match[str]) -> tuple[int, int] | None:
    """Where the first half's subject stands: before its verb, behind an order, or in as many words as the other's has."""
    if rest["lead"]:
        same = re.search(rf"\b{rest['lead']}\s+(?P<subject>{_NOUNS})\s*$", ahead, re.IGNORECASE)
        return same.span("subject") if same else None
    for found in (_SUBJECT.match(left), _ORDERED.match(ahead.rstrip())):
        if found:
            return found.span("subject")
    words = list(_WORD.finditer(ahead))
    many = len(_WORD.findall(rest["subject"]))
    return (words[0].start(), words[many - 1].end()) if len(words) == many + 1 else None


def _same_verb(left: str, begin: int, right: str, start: int) -> tuple[_Half, _Half] | None:
    """The halves of "A points to X, and B points to Y"."""
    ours = list(_WORD.finditer(left))
    for verb in list(_WORD.finditer(right))[1:_LONGEST]:
        if re.fullmatch(_SMALL + r"|the|an?", verb[0], re.IGNORECASE):
            return None
        told = next((word for word in ours[1:_LONGEST] if word[0].lower() == verb[0].lower()), None)
        if told:
            first = _Half((begin, begin + told.start()), (begin + told.end(), begin + len(left)))
            return first, _Half((start, start + verb.start()), (start + verb.end(), start + len(right)))
    return None


def _shifted(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by
