"""A row, a heading, a statement or a question in, the ages in figures that it is for ("70 years and over", "menores de 5 años").

A span of time is an age only where something says so: the head of its column, the people beside it, "aged", "older"; in years
alone, and in the key of a row or a heading, also "under 70 years" by itself. "After 12 months" and weeks of pregnancy are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ingest.documents import BlockKind, Statement

Span = tuple[float, float]
"""From which age to which, in years."""

EVER = 130.0
YEARS = {"y": 1.0, "a": 1.0, "m": 1 / 12, "w": 7 / 365, "s": 7 / 365, "d": 1 / 365}
"""What a unit of time that begins with a letter is in years, in English and Spanish."""

_TINY = 1e-6
_NUMBER = r"(?<![\w.,/])(?P<{0}>\d{{1,3}}(?:[.,]\d)?)"
_UNIT = r"(?P<{0}>years?|yrs?|y/?o|months?|mths?|weeks?|wks?|days?|años?|mes(?:es)?|semanas?|días?)(?![\w/])"
_FIRST, _LAST = _NUMBER.format("first"), _NUMBER.format("last").replace(r"(?<![\w.,/])", "")
_OWN = rf"(?:[\s-]*{_UNIT.format('unit')})?"
_OLD = r"(?P<old>[\s-]*(?:old\b|of age\b|de edad\b))?"
_PEOPLE = (
    r"(?P<who>\b(?:(?:older |young |frail )?(?:child(?:ren)?|kids?|infants?|bab(?:y|ies)|neonates?|newborns?|toddlers?|boys?|"
    r"girls?|adolescents?|teenagers?|people|persons?|patients?|adults?|wom[ae]n|m[ae]n|those|anyone|everyone|"
    r"niñ[oa]s?|lactantes?|beb[eé]s?|adolescentes?|personas?|pacientes?|adult[oa]s?|mujer(?:es)?|hombres?))"
    r"(?:\s+who\s+are|\s+(?:que\s+)?(?:son|tienen|con|de))?\s+)?"
)
_AGED = r"(?P<aged>(?:\b(?:aged?|ages|edad(?:es)?|of age|entre|between|from the age of|con edad)\b:?\s*(?:of |de |entre )?)+)?"
_BELOW = r"(?P<sign>under|below|younger than|up to|less than|<=?|≤|menor(?:es)? de|menos de|hasta)\s*(?:the age of |los |de )?"
_ABOVE = (
    r"(?P<sign>over|above|older than|more than|from|at least|>=?|≥|mayor(?:es)? de|más de|a partir de|desde)\s*"
    r"(?:the age of |los |de )?"
)
_MORE = r"over|above|older|upwards?|more|más(?: edad)?|mayor(?:es)?"
_AND_OVER = rf"(?P<after>\s*(?:\+|(?:and|or|y|o|u)\s+(?:{_MORE})|onwards|en adelante)(?!\w))"
_LEAD = _PEOPLE + _AGED
_TO = rf"(?:[\s-]*{_UNIT.format('small')})?\s*(?:to|-|–|and|a|y|hasta)\s*"
_FLAGS = re.IGNORECASE
_FORMS = (
    ("between", re.compile(_LEAD + _FIRST + _TO + _LAST + _OWN + _OLD, _FLAGS)),
    ("above", re.compile(_LEAD + _FIRST + _OWN + _OLD + _AND_OVER, _FLAGS)),
    ("below", re.compile(_LEAD + _BELOW + _FIRST + _OWN + _OLD, _FLAGS)),
    ("above", re.compile(_LEAD + _ABOVE + _FIRST + _OWN + _OLD, _FLAGS)),
    ("exact", re.compile(_LEAD + _FIRST + _OWN + _OLD, _FLAGS)),
)
_OF_AGES = re.compile(r"younger|older|menor|mayor|over$|above$|upward", re.IGNORECASE)
_BY_AGE = re.compile(r"younger|older|menor|mayor", re.IGNORECASE)
_BOUND = re.compile(r"under|below|over|above|[<>≤≥]=?", re.IGNORECASE)
_CHILD = re.compile(r"child|kid|infant|bab|neonat|newborn|toddler|boy|girl|niñ|lactante|beb", re.IGNORECASE)
# "Menor de 3" may be said of any measure; "menores de 3" is said of people.
_ONE_OF = re.compile(r"menor de|mayor de", re.IGNORECASE)
_INCLUSIVE = re.compile(r"up to|≤|<=|hasta", re.IGNORECASE)
_AGE_HEAD = re.compile(r"\b(?:ages?|edad(?:es)?|aged)\b", re.IGNORECASE)
_NO_AGE = re.compile(
    r"gestation|pregnan|menstr|concepti|correct|embaraz|gestaci|\b(?:time|since|duration|after|follow|course|treatment|therapy|surviv\w*|"
    r"interval|period|every|within|tiempo|duraci[oó]n|tras|después|seguimiento|tratamiento|cada)\b",
    re.IGNORECASE,
)
_OTHER_UNIT = re.compile(r"\s*(?:k?g\b|m[gl]\b|mm|cm\b|%|°|micro|units?\b|/|x\b|×|times\b|hours?\b|min|doses?\b)", re.IGNORECASE)
_OPENING = re.compile(r"(?:(?:in|for|en|para|a|give|offer)\s+)?(?:the\s+|los\s+|las\s+|el\s+|la\s+)?", re.IGNORECASE)
_KEY = re.compile(r"^(?P<key>[^—\t|:]{1,90}?(?:: [^—\t|:]{1,60}?)?)(?:\s+—\s|\s*\t|\s\|\s|:\s)")
_HEAD = re.compile(r"^(?P<head>[^\d:]{1,40}):\s+(?P<cell>.+)$")
_CELLS = re.compile(r"(?:—|;)\s*(?P<head>[^:;—]{2,60}):\s*(?P<cell>[^;]{1,80})")
_BESIDE = re.compile(r"\s*\t\s*|\s+\|\s+")


def ages_of_row(statement: Statement) -> tuple[Span, ...]:
    """The ages that a row of a table is for, by its key and by the cells under a head that says "age"."""
    if statement.kind is not BlockKind.TABLE_ROW:
        return ()
    found = [span for head, cell in _row_cells(statement) for span in bands_in(cell, head=head, is_key=True)]
    return tuple(dict.fromkeys(found))


def ages_of_heading(text: str) -> tuple[Span, ...]:
    """The ages that a heading is wholly about: "Under 5 years", "Children aged 3 months and over"."""
    return bands_in(text, is_key=True) if _is_band(text) else ()


def ages_of_opening(text: str) -> tuple[Span, ...]:
    """The ages that a statement opens with: "Children under 5 years can't …", "Red group, 3 months and over: …"."""
    key = _KEY.match(text)
    parts = key["key"].split(", ") if key else ()
    found = tuple(span for part in parts for span in ages_of_heading(part.strip()))
    if found:
        return found
    start = _OPENING.match(text)
    opening = [(kind, match) for kind, match in _matches(text) if start and match.start() <= start.end()]
    return tuple(
        span
        for kind, match in opening
        if _CHILD.search(_group(match, "who")) and _is_said(match) and (span := _span(kind, match))
    )


@lru_cache(maxsize=16384)
def bands_in(text: str, *, head: str = "", is_key: bool = False) -> tuple[Span, ...]:
    """The ages in figures that a text is for; ``head`` is its column's, ``is_key`` tells a key or heading from prose."""
    if _NO_AGE.search(head) or (is_key and _NO_AGE.search(text)):
        return ()
    under_age = bool(_AGE_HEAD.search(head))
    unit = next((word for word in ("months", "weeks", "days", "meses") if word in head.lower()), "years")
    return tuple(
        span
        for kind, match in _matches(text)
        if (under_age or _is_said(match) or (is_key and _is_plain(kind, match))) and (span := _span(kind, match, unit))
    )


def _row_cells(statement: Statement) -> Iterator[tuple[str, str]]:
    heads, cells = (_BESIDE.split(text) for text in (statement.lead_in.split(" › ")[-1], statement.text))
    if len(heads) == len(cells) > 1:
        yield heads[0], cells[0]
        yield from ((head, cell) for head, cell in zip(heads[1:], cells[1:], strict=True) if _AGE_HEAD.search(head))
        return
    key = _KEY.match(statement.text)
    if key:
        named = _HEAD.match(key["key"])
        yield (named["head"], named["cell"]) if named else (heads[0] if len(heads) > 1 else "", key["key"])
    yield from ((match["head"], match["cell"]) for match in _CELLS.finditer(statement.text) if _AGE_HEAD.search(match["head"]))


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The spans of time in a text, each read by the first form that fits it."""
    taken: list[tuple[int, int]] = []
    for kind, form in _FORMS:
        for match in form.finditer(text):
            begin, end = match.start("first"), match.end()
            if _OTHER_UNIT.match(text, end) or any(begin < last and first < end for first, last in taken):
                continue
            taken.append((begin, end))
            yield kind, match


def _group(match: re.Match[str], name: str) -> str:
    return (match.groupdict().get(name) or "").strip()


def _is_said(match: re.Match[str]) -> bool:
    """Whether the words themselves tell an age: "aged 5", "children under 5", "5 years old", "menores de 5 años"."""
    sign, who, unit = (_group(match, name).lower() for name in ("sign", "who", "unit"))
    if not unit and ("." in match["first"] or "," in match["first"]):
        return False
    if (
        _group(match, "old")
        or (_BY_AGE.search(sign) and (unit or not _ONE_OF.fullmatch(sign)))
        or _group(match, "aged").lower() not in {"", "between", "entre"}
    ):
        return True
    if not who or (unit and unit[0] not in "ya" and not _CHILD.search(who)):
        return False
    return bool(_BOUND.fullmatch(sign)) or bool(unit and (_group(match, "after") or _group(match, "last")))


def _is_plain(kind: str, match: re.Match[str]) -> bool:
    """Whether a key's or a heading's words alone stand for an age: in years, or where only ages are told so."""
    unit = _group(match, "unit").lower()
    if not unit or kind == "exact":
        return False
    return unit[0] in "ya" or bool(_OF_AGES.search(_group(match, "after"))) or _group(match, "sign").lower() == "under"


def _is_band(text: str) -> bool:
    return any(match.end() - match.start() >= len(text.strip(" .:")) for _, match in _matches(text.strip(" .:")))


def _span(kind: str, match: re.Match[str], unit: str = "years") -> Span | None:
    unit = _group(match, "unit") or unit
    first = _years(match["first"], _group(match, "small") or unit)
    if kind == "between":
        return (first, _years(match["last"], unit, full=True)) if _years(match["last"], unit) > first else None
    if kind == "below":
        return (0.0, _years(match["first"], unit, full=True) if _INCLUSIVE.search(match["sign"]) else first - _TINY)
    return (first, EVER) if kind == "above" else (first, _years(match["first"], unit, full=True))


def _years(number: str, unit: str, *, full: bool = False) -> float:
    """An age in years; in ``full`` to the end of its last step: nine years and eleven months are nine years."""
    step = YEARS[unit[0].lower()]
    return (float(number.replace(",", ".")) + full) * step - (_TINY if full else 0.0)
