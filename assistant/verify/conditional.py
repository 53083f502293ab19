"""Finds the conditions that a sentence makes: unless, if, only after, in patients with … Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from assistant.verify.caseless import small
from assistant.verify.folding import fold

_PEOPLE = (
    r"(?:patients?|women|woman|people|men|those|individuals?|adults?|persons?|cases|tumou?rs?|disease|cancers?|carriers?"
    r"|infants?|bab(?:y|ies)|child(?:ren)?|newborns?|neonates?|adolescents?|teenagers?|participants?)"
)
_EVENTS = r"(?:failure|fail\w*|progress\w*|relapse|recurrence|previous|prior|multidisciplinary|stable)"
# "Without an effect on X" tells what came of it; it sets no condition.
_OUTCOMES = (
    r"(?:effects?|benefits?|differences?|improvements?|increases?|decreases?|reductions?|changes?|gains?|impact|advantages?|evidence"
    r"|affecting|increasing|decreasing|reducing|improving|compromising|worsening|losing)"
)
# "To treat cancer in one place" tells what for; it limits nothing.
_ACT = r"(?:treat|cure|help|manage|control|relieve|shrink|slow|stop|keep|let|kill|fight|prevent|reduce|improve|support)"
# Both are for a text in small letters.
# What a condition may start with, tried before the rest: most words of a text are none of these.
_FIRST = (
    r"(?=(?:unless|except|if|depending|when|provided|as|in|during|once|where|without|until|till|only|after|following|upon|on|for|to|among|of"
    r"|women|patients|people|men|adults|children|those|individuals)\b|whenever|wherever)"
)
# "Depends on where it is", "the joints where it is" say a place, and no condition.
_PLACE = re.compile(
    r"\b(?:(?:the|those|all|any|each|every)\s+(?!cases?\b)[\w-]+|on|of|about|to|from|in|know|see|shows?|areas?|sites?|places?|parts?)\s+$",
    re.IGNORECASE,
)
_START = re.compile(
    rf"\b{_FIRST}(?:(?P<unless>unless|except(?:\s+(?:if|when|for|in))?)\b"
    rf"|(?P<if>if|(?:^|(?<=[.:;\n]\s))depending\s+(?:up)?on|when(?:ever)?|provided(?:\s+that)?|as\s+(?:long|soon)\s+as|in\s+case\s+of|in\s+the\s+event\s+of|once"
    rf"|where(?:ver)?\s+(?=possible|feasible|available|appropriate|needed|necessary)"
    rf"|where(?:ver)?\s+(?=(?:[\w/-]+\s+){{1,7}}?(?:is|are|was|were|has|have|had|can|cannot|does|do|shows?)\s+\w))\b"
    rf"|(?P<without>in\s+the\s+absence\s+of|without(?!\s+(?:\w+\s+){{0,3}}?{_OUTCOMES}\b))\b"
    rf"|(?P<until>until|till)\b"
    rf"|(?P<phase>(?:in|during)\s+the\s+(?:first|second|third|fourth|last|final|early|late)\s+(?=[a-z]))"
    rf"|(?P<after>(?:only\s+)?(?:(?:after|following)\s+(?=(?:\w+[\s-]+){{0,4}}?(?:{_EVENTS}|\d+(?!\d*,)))|(?:upon|on)\s+(?=(?:\w+[\s-]+){{0,4}}?{_EVENTS})))"
    rf"|(?P<people>(?:only\s+)?(?:in|for|to|among|(?<![\d%]\s)(?<!most\s)(?<!half\s)of)\s+(?!some\b|certain\b|many\b|most\b|{_ACT}\b)(?:(?!of\b)\w[\w/+-]*\s+){{0,5}}?{_PEOPLE}(?=\s+(?:with|aged|younger|older|over|above|below|beyond|who|whose|not|without|previously|requiring|having|that|on|under|in|considered|being|able|refus\w+|progress(?:ed|es|ing))\b))"
    rf"|(?P<adjective>(?:only\s+)?(?:in|for|among)\s+(?!some\b|certain\b|many\b|most\b|all\b|every\b|any\b)(?:\w[\w/+-]*\s+|\w+[-+/][\w/+-]*,\s+){{1,4}}?{_PEOPLE}\b)"
    rf"|(?P<whose>(?:women|patients|people|men|adults|children|those|individuals)\s+whose(?=\s)))"
    rf"|(?P<bracket>\((?:if|for|when|in|after|only|unless)\b)"
)
_STOP = re.compile(
    r"[;:!?\n()—]|\.(?!\d)|,(?!\s*(?:or|and)\b)(?=\s*\w)|\s-\s|,\s+(?=(?:which|but|so|while)\b)"
    r"|\s+and\s+(?=(?:should|must|may|might|can|could|will|is|are|was|were)\b)"
)

_MAIN = re.compile(
    r"\s(?=(?:the|a|an|this|these)\s+(?:[\w/-]+\s+){1,3}?(?:is|are|was|were|should|may|might|must|can|has|have)\b)", re.IGNORECASE
)


_ASIDE = re.compile(
    r"\((?:[\w/+-]{1,14}\s+(?:and|or)\s+)?[\w/+-]{1,14}\)(?=\s+\w)|\([^()]*\),?\s+(?:or|and)\s+(?!(?:is|are|was|were|should|must|may|might|can|could|will)\b)",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:is|are|was|were|should|may|might|must|can|cannot|has|have|had|does|do|did)\b|n't\b", re.IGNORECASE)
_CLAUSAL = frozenset(("if", "unless", "until"))
_RELATIVE = re.compile(r"\b(?:whose|who|that|which)\s", re.IGNORECASE)
# Where a further thing begins that is asked of the same people; "beside" only behind what is no clause of its own.
_FURTHER = re.compile(
    r"\b(?:whose|who|that|which)\s|(?P<beside>\b(?:with|without|aged)\s|(?<=\sand\s)(?:are|is|have|has|had|do|can|cannot|were|was)\s)",
    re.IGNORECASE,
)
_NAMES_PEOPLE = re.compile(_PEOPLE, re.IGNORECASE)
_EITHER = re.compile(r"\bor\b", re.IGNORECASE)
_SEVERAL = 2

# "All patients who are considered for X should …": whom the sentence is about, up to its verb.
_SUBJECT = re.compile(
    rf"^(?:(?:all|any|every|each)\s+)?(?:[\w/+-]+\s+){{0,2}}?{_PEOPLE}\s+"
    r"(?P<who>(?:(?:who|whose|that)\b|with|without|being|considered|aged|over|under|above|below|older|younger|on|taking|receiving|requiring|having|unable|able)\b"
    r"[^,;:.()\n]*?)(?:,\s[^,]*,)?\s+(?=(?:should|must|may|might|can|could|need|needs|ought|will|do|does)\b"
    r"|(?<!\bwho\s)(?<!\bthat\s)(?:gets?|receives?|takes?|undergo(?:es)?)\b)",
    re.IGNORECASE,
)


# "Premenopausal women should …": the group by its name alone.
_NAMED_SUBJECT = re.compile(
    r"^(?!(?:all|any|every|each|some|many|most|few|several|certain|other|these|those|such|the|both|half|only|no)\b)"
    rf"(?P<who>(?:[\w/+-]+\s+){{1,3}}?){_PEOPLE}\s+(?:should|must|may|might|can|could|need|needs|require|requires|receive|receives)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition at ``start:end`` of a statement."""

    kind: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def find_conditions(text: str) -> tuple[Condition, ...]:
    """The conditions in the order of the text."""
    folded = fold(text)
    lowered = small(folded)
    found: list[Condition] = []
    match = _next(lowered, 0)
    while match is not None:
        kind = match.lastgroup or ""
        begin = match.start() + (1 if kind == "bracket" else 0)
        end = _stop(folded, match.end())
        if kind == "adjective":
            end = match.end()
        following = _next(lowered, match.end() + 1)
        if kind == "unless" and folded[: match.start()].strip():
            end = _to_strong_end(folded, match.end())
        elif following and following.start() < end:
            end = following.start()
        if _opens_sentence(folded, match.start(), found):
            end = _before_main(folded, kind, match.end(), end)
        found.append(Condition(kind, begin, end))
        position = max(end, match.end() if kind != "bracket" else match.start() + 1)
        ahead = position > match.end() and (following is None or following.start() >= position)
        match = following if ahead else _next(lowered, position)
    return tuple(found)


def _next(text: str, begin: int) -> re.Match[str] | None:
    """The next opening of a condition; a "where" that tells a place is none."""
    found = _START.search(text, begin)
    while found is not None and found[0].startswith("where") and _PLACE.search(text, 0, found.start()):
        found = _START.search(text, found.end())
    return found


def is_supposed(text: str, place: int, *, kinds: Collection[str] = ("if",)) -> bool:
    """Whether a place of a text lies in one of its conditions of these ``kinds``: what is only supposed is not said."""
    return any(one.kind in kinds and one.start <= place < one.end for one in find_conditions(text))


def _stop(text: str, begin: int) -> int:
    """Where a condition ends; a bracket behind which it goes on with "or" or "and" is a part of it."""
    stop = _STOP.search(text, begin)
    if stop is None:
        return len(text)
    aside = _ASIDE.match(text, stop.start())
    return _stop(text, aside.end()) if aside else stop.start()


def _before_main(text: str, kind: str, begin: int, end: int) -> int:
    """Where the clause that a condition opens a sentence for starts; "if a lesion can be reached" has a verb of its own first."""
    for main in _MAIN.finditer(text, begin, end):
        if kind not in _CLAUSAL or _VERB.search(text, begin, main.start()):
            return main.start()
    return end


def parted(condition: Condition, text: str) -> tuple[Condition, ...]:
    """The condition; "people with A whose B" and "people over A with B" are two: whoever has A isn't yet one whose B."""
    if condition.kind not in {"people", "subject"}:
        return (condition,)
    named = _NAMES_PEOPLE.search(text, condition.start, condition.end) if condition.kind == "people" else None
    begin = named.end() if named else condition.start + 1
    second = condition.kind if condition.kind == "subject" else "whose"
    cuts: list[int] = []
    for found in _FURTHER.finditer(text, begin, condition.end):
        last = cuts[-1] if cuts else begin
        clausal = _RELATIVE.match(text[last : found.start()].lstrip()) is not None
        beside = found["beside"] and (clausal or _EITHER.search(text, begin, condition.end))
        if len(text[last : found.start()].split()) < _SEVERAL or beside:
            continue
        cuts.append(found.start())
    starts = [condition.start, *cuts]
    ends = [*cuts, condition.end]
    return tuple(
        Condition(second if number else condition.kind, start, end)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    )


@lru_cache(maxsize=8192)
def group_of(text: str) -> Condition | None:
    """Whom the sentence is about, where it says so by more than a name: "women who have completed X", as "subject"."""
    found = _SUBJECT.match(fold(text)) or _NAMED_SUBJECT.match(fold(text))
    return Condition("subject", *found.span("who")) if found else None


def _opens_sentence(text: str, start: int, found: list[Condition]) -> bool:
    """True if nothing, or only another condition, stands before."""
    before = text[: found[0].start if found else start]
    return not before.strip()


def _to_strong_end(text: str, begin: int) -> int:
    stop = re.compile(r"[;:!?\n()—]|\.(?!\d)").search(text, begin)
    return stop.start() if stop else len(text)
