"""A reading with its clauses and what its negators reach. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from assistant.lexicon import Lexicon
from assistant.verify.terms import Term, read

_STRONG_ENDS = frozenset(";:()[]—.!?\n-")
_BREAKERS = frozenset(
    (
        "w:but",
        "w:unless",
        "w:becaus",
        "w:although",
        "w:wherea",
        "w:while",
        "w:if",
        "w:when",
        "w:despit",
        "w:though",
        "w:so",
        "w:which",
        "w:sinc",
        "w:becaus of",
        "w:due to",
        "w:even with",
        "w:even though",
        "w:even if",
        "w:except",
        "w:and then",
        "w:to avoid",
        "w:provid",
        "w:as long as",
        "w:until",
    )
)
_VERBAL = frozenset(
    ("w:is", "w:are", "w:was", "w:were", "w:do", "w:doe", "w:has", "w:have", "w:will", "w:it", "w:they", "w:this")
)
_LOOSE = frozenset(("w:with", "w:which", "w:includ", "w:such as", "w:particular", "w:especi", "w:as", "w:so", "w:where"))
_RELATIVE = frozenset(("w:that", "w:who", "w:which", "w:whose"))
_EXCUSES = frozenset(("w:reason", "w:justif", "w:need", "w:ground", "w:basi", "w:case"))
_FOCUS = 2


@dataclass(frozen=True, slots=True)
class Negator:
    """A negator: its term, its kind, the terms next to it that it denies, and all that it reaches."""

    index: int
    kind: str
    focus: tuple[int, ...]
    wide: frozenset[int]


@dataclass(frozen=True, slots=True)
class Scoped:
    """Terms with clause numbers and negators (double negations have cancelled out)."""

    text: str
    terms: tuple[Term, ...]
    clauses: tuple[int, ...]
    negators: tuple[Negator, ...]
    denied: frozenset[int]
    near: frozenset[int]
    cancelled: frozenset[int] = frozenset()

    def content(self) -> list[int]:
        """The indexes of the terms that state something."""
        return [index for index, term in enumerate(self.terms) if not term.filler]


@lru_cache(maxsize=8192)
def scope(text: str, lexicon: Lexicon) -> Scoped:
    """``text`` read, with clauses and negation."""
    terms = read(text, lexicon).terms
    clauses = _clauses(terms)
    every = [negator for index, term in enumerate(terms) for negator in _negator(terms, clauses, index, term)]
    negators = _cancel(every, terms)
    cancelled = frozenset(clauses[negator.index] for negator in every if negator not in negators)
    odd: dict[int, int] = {}
    for negator in negators:
        for index in negator.wide:
            odd[index] = odd.get(index, 0) + 1
    denied = frozenset(index for index, count in odd.items() if count % 2)
    near = frozenset(index for negator in negators for index in negator.focus)
    return Scoped(text, terms, clauses, tuple(negators), denied, near, cancelled)


def _clauses(terms: tuple[Term, ...]) -> tuple[int, ...]:
    number = 0
    found: list[int] = []
    for index, term in enumerate(terms):
        if _opens_clause(terms, index, term):
            number += 1
        found.append(number)
    return tuple(found)


def _opens_clause(terms: tuple[Term, ...], index: int, term: Term) -> bool:
    if term.punctuation and term.text in _STRONG_ENDS:
        return True
    if index == 0:
        return False
    if term.keys & _BREAKERS:
        return True
    if term.text == "," and _leads_with_breaker(terms, index):
        return True
    if term.text == ",":
        joined = index + 1 < len(terms) and bool(terms[index + 1].keys & {"w:and", "w:or"})
        if index + 1 < len(terms) and terms[index + 1].keys & _LOOSE:
            return True
        return any(_is_verbal(other) for other in terms[index + 1 : index + (6 if joined else 2)])
    return bool(term.keys & {"w:and", "w:or"}) and any(_is_verbal(other) for other in terms[index + 1 : index + 2])


def _leads_with_breaker(terms: tuple[Term, ...], index: int) -> bool:
    """True for the first comma of a sentence that opens with "because", "if", "although" …"""
    begin = max((position + 1 for position in range(index) if terms[position].text in _STRONG_ENDS), default=0)
    first = next((position for position in range(begin, index) if not terms[position].punctuation), None)
    if first is None or not terms[first].keys & _BREAKERS:
        return False
    return not any(terms[position].text == "," for position in range(first, index))


def _is_verbal(term: Term) -> bool:
    if term.concept is not None:
        return False
    verbal = bool(term.keys & _VERBAL) or term.has("negators", "clause")
    return verbal or bool(term.keys & {"w:should", "w:must", "w:may", "w:might", "w:can", "w:could"})


def _negator(terms: tuple[Term, ...], clauses: tuple[int, ...], index: int, term: Term) -> list[Negator]:
    kinds = term.names("negators")
    if not kinds or (term.concept is not None and term.concept.kind != "population"):
        return []
    if "clause" in kinds and index + 1 < len(terms) and terms[index + 1].keys & {"w:onli", "w:just", "w:mere"}:
        return []
    if "local" in kinds:
        if term.names("negators") and term.keys & {"w:asymptomat", "w:symptom free"}:
            return [Negator(index, "local", (index,), frozenset((index,)))]
        focus = _next_content(terms, clauses, index, 1)
        return [Negator(index, "local", tuple(focus), frozenset(focus))]
    if "backward" in kinds:
        own = _clause_content(terms, clauses, index)
        focus = tuple(other for other in own if other <= index)
        return [Negator(index, "backward", focus or (index,), frozenset(own) | {index})]
    previous = terms[index - 1].text if index else ""
    contrast = previous in {",", "—", "(", "-"} or (index > 0 and "w:but" in terms[index - 1].keys and "w:not" in term.keys)
    if term.keys & {"w:not", "w:no", "w:never"} and contrast:
        focus = _next_content(terms, clauses, index, 1)
        reach = _until_comma(terms, clauses, index)
        return [Negator(index, "local", tuple(focus), frozenset(reach))]
    relative = any(other.keys & _RELATIVE for other in terms[max(0, index - 3) : index])
    if relative and term.keys & {"w:not", "w:no", "w:never"}:
        reach = _until_comma(terms, clauses, index)
        return [Negator(index, "local", tuple(_next_content(terms, clauses, index, _FOCUS)), frozenset(reach))]
    focus = _next_content(terms, clauses, index, _FOCUS)
    focus = [other for other in focus if clauses[other] == clauses[index]] or _clause_content(terms, clauses, index) or focus
    reach = {other for other in range(len(terms)) if clauses[other] == clauses[index] and other != index} | set(focus)
    return [Negator(index, "clause", tuple(focus), frozenset(reach))]


def _until_comma(terms: tuple[Term, ...], clauses: tuple[int, ...], index: int) -> list[int]:
    found = []
    for other in range(index + 1, len(terms)):
        if clauses[other] != clauses[index] and terms[other].punctuation:
            break
        if terms[other].text == ",":
            break
        found.append(other)
    return found


def _next_content(terms: tuple[Term, ...], clauses: tuple[int, ...], index: int, count: int) -> list[int]:
    found: list[int] = []
    for other in range(index + 1, len(terms)):
        if terms[other].punctuation and terms[other].text in _STRONG_ENDS:
            break
        if terms[other].filler:
            continue
        found.append(other)
        if len(found) == count:
            break
    return found


def _clause_content(terms: tuple[Term, ...], clauses: tuple[int, ...], index: int) -> list[int]:
    return [other for other, term in enumerate(terms) if clauses[other] == clauses[index] and not term.filler and other != index]


def _cancel(negators: list[Negator], terms: tuple[Term, ...]) -> list[Negator]:
    """Two clause negators where the second is what the first denies ("do not withhold") say nothing together."""
    dropped: set[int] = set()
    by_index = {negator.index: negator for negator in negators}
    for negator in negators:
        if negator.index in dropped or negator.kind != "clause":
            continue
        excused = negator.focus[:1] and terms[negator.focus[0]].keys & _EXCUSES
        near = {
            *negator.focus[: 2 if excused else 1],
            *(other.index for other in negators if other.kind == "backward" and other.index in negator.wide),
        }
        for other in sorted(near):
            second = by_index.get(other)
            if second and second.kind != "local" and other > negator.index and other not in dropped:
                dropped |= {negator.index, other}
                break
    return [negator for negator in negators if negator.index not in dropped]
