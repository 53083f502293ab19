"""Statements in, those out that are of the row asked for: the other rows of a table by drug, patient or weight are noise.

A row, or an item of a list, is known by its key: the words before its dash or colon. Where the question names the key of
some, or gives a weight, an age or a measured value that lies in the band of some, the others of the same table say nothing
that was asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.question.asked import Asked
from assistant.retrieval.denied_rows import rows_by_denial
from assistant.retrieval.in_limits import in_limits
from assistant.retrieval.signals import Judged
from assistant.words.question_words import content_stems
from ingest.documents import BlockKind, Statement

_KEY = re.compile(r"^(?P<key>.{1,90}?)(?: — |\t| \| |: (?=[^:]*$))")
_HEAD = re.compile(r"^[^\d:]{1,40}: ")
_UNIT = r"(?P<unit>kg|ml/min(?:ute)?|years?|yrs?|y|months?|weeks?|days?|años?|mes(?:es)?|semanas?|días?)"
_NUMBER = r"(\d+(?:\.\d+)?)"
_BETWEEN = re.compile(
    rf"{_NUMBER}\s*(?:{_UNIT.replace('unit', 'first')})?\s*(?:to|-|–|and|a|y|hasta)\s*{_NUMBER}\s*-?{_UNIT}\b", re.IGNORECASE
)
_BELOW = re.compile(
    rf"(?:under|below|less than|younger than|up to|<=?|≤|menos de|menor(?:es)? de|hasta)\s*{_NUMBER}\s*-?{_UNIT}\b", re.IGNORECASE
)
_ABOVE = re.compile(
    rf"(?:(?:over|above|more than|older than|from|>=?|≥|más de|mayor(?:es)? de|a partir de|desde)\s*{_NUMBER}\s*-?{_UNIT}\b|"
    rf"{_NUMBER}\s*-?{_UNIT.replace('unit', 'after')}\s*(?:and|or)\s*(?:over|above|more|older|heavier))",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    rf"(?<![\w.,/–-]){_NUMBER}[\s-]*{_UNIT}\b(?!\s*(?:ago|after|before|later|course|of treatment))", re.IGNORECASE
)
_CELL = re.compile(r" — [^:;]{2,60}?(?:\((?P<unit>kg|mL/min|years|months|weeks|days)\))?: (?P<value>[^;]{1,60})(?:;|$)")
_BESIDE = re.compile(r"\s*\t\s*|\s+\|\s+")
_UNIT_OF = re.compile(r"\((kg|mL/min|years|months|weeks|days)\)")
_DAYS = {"y": 365.25, "a": 365.25, "m": 30.44, "w": 7.0, "s": 7.0, "d": 1.0}
_AGE = "age"
_Band = tuple[str, float, float]


def rows_asked(asked: Asked, chosen: Sequence[Judged], judged: Sequence[Judged]) -> list[Judged]:
    """The chosen statements without rows of a table, or items of a list, beside those whose key the question names."""
    groups: dict[object, list[Judged]] = {}
    for entry in judged:
        if _key(entry.profile.statement):
            groups.setdefault(_table(entry.profile.statement), []).append(entry)
    out = {entry.profile.statement.statement_id for rows in groups.values() for entry in _not_asked(asked, rows)}
    kept = [entry for entry in chosen if entry.profile.statement.statement_id not in out]
    return kept or list(chosen)


def _not_asked(asked: Asked, rows: Sequence[Judged]) -> list[Judged]:
    text, statements = asked.sentence or asked.text, [row.profile.statement for row in rows]
    of_limits, of_bands = _in_limits(text, statements), _in_band(text, statements)
    by_denial = rows_by_denial(text, asked.language, [_HEAD.sub("", _key(one)) for one in statements])
    for is_asked in (of_limits, of_bands, by_denial, _named(text, asked.language, statements)):
        if any(is_asked) and not all(is_asked):
            others = [row for row, is_it in zip(rows, is_asked, strict=True) if not is_it]
            named = [row for row, is_it in zip(rows, is_asked, strict=True) if is_it]
            return [*others, *_not_in_cells(text, asked.language, named)]
    return _not_in_cells(text, asked.language, rows)


def _in_limits(text: str, statements: Sequence[Statement]) -> list[bool]:
    """Whether the figure that the question gives lies between those of each row of a table."""
    if any(one.kind is not BlockKind.TABLE_ROW for one in statements):
        return [False] * len(statements)
    return in_limits(text, [(one.lead_in, one.text) for one in statements])


def _not_in_cells(text: str, language: str, rows: Sequence[Judged]) -> list[Judged]:
    """The rows whose first cell behind the key is for another drug, weight or age than the question names."""
    cells = [_first_cell(row.profile.statement) for row in rows]
    if len(rows) < 2 or not all(cells):  # noqa: PLR2004 - rows to choose from
        return []
    for is_asked in (_bands_of(text, cells), _cells_named(text, language, cells)):
        if any(is_asked) and not all(is_asked):
            return [row for row, is_it in zip(rows, is_asked, strict=True) if not is_it]
    return []


def _first_cell(statement: Statement) -> str:
    """The first cell behind a row's key, with the unit that its column's head states: "30 to 34 weeks"."""
    if statement.kind is not BlockKind.TABLE_ROW:
        return ""
    cells, heads = _BESIDE.split(statement.text), _BESIDE.split(statement.lead_in.split(" › ")[-1])
    if len(cells) > 2 and len(cells) == len(heads):  # noqa: PLR2004 - a key, the cell and what is said
        unit = _UNIT_OF.search(heads[1])
        return f"{cells[1]} {unit.group(1) if unit else ''}".strip()
    match = _CELL.search(statement.text)
    return f"{match['value']} {match['unit'] or ''}".strip() if match else ""


def _bands_of(text: str, cells: Sequence[str]) -> list[bool]:
    given = [(_kind(match["unit"]), _amount(match.group(1), match["unit"])) for match in _GIVEN.finditer(text)]
    return _held(given, [_band(cell) for cell in cells])


def _held(given: Sequence[tuple[str, float]], bands: Sequence[_Band | None]) -> list[bool]:
    """Which bands hold what is given. Among bands of weight or clearance those for something else ("on dialysis") stay.

    Not among spans of time, of which a table may tell others than ages; of ages ``ages.py`` knows more.
    """
    kinds = {kind for kind, _ in given}
    held = [
        band is not None and any(kind == band[0] and band[1] <= amount <= band[2] for kind, amount in given) for band in bands
    ]
    if not any(held) or (_AGE in kinds and None in bands):
        return [False] * len(bands)
    return [holds or band is None or band[0] not in kinds for holds, band in zip(held, bands, strict=True)]


def _cells_named(text: str, language: str, cells: Sequence[str]) -> list[bool]:
    words = frozenset(content_stems(text, language))
    keys = [frozenset(content_stems(cell, language)) for cell in cells]
    counts = Counter(stem for key in set(keys) for stem in key)
    return [any(stem in words and counts[stem] == 1 for stem in key) for key in keys]


def _named(text: str, language: str, statements: Sequence[Statement]) -> list[bool]:
    """Whether the question names what tells each row apart from the others of its table."""
    keys = [frozenset(content_stems(_HEAD.sub("", _key(one)), language)) for one in statements]
    counts = Counter(stem for key in set(keys) for stem in key)
    words = frozenset(content_stems(text, language))
    return [any(stem in words and counts[stem] == 1 for stem in key) for key in keys]


def _in_band(text: str, statements: Sequence[Statement]) -> list[bool]:
    """Whether a weight or an age of the question lies in the band that each row is for."""
    given = [(_kind(match["unit"]), _amount(match.group(1), match["unit"])) for match in _GIVEN.finditer(text)]
    return _held(given, [_band(_key(one)) for one in statements])


def _band(key: str) -> _Band | None:
    """The kind of measure, the least and the most of the band that a key names; None where it names none."""
    if match := _BETWEEN.search(key):
        unit = match["unit"]
        return _kind(unit), _amount(match.group(1), match["first"] or unit), _upper(match.group(3), unit)
    if match := _BELOW.search(key):
        return _kind(match["unit"]), 0.0, _amount(match.group(1), match["unit"]) - 1e-6
    if match := _ABOVE.search(key):
        unit = match["unit"] or match["after"]
        return _kind(unit), _amount(match.group(1) or match.group(3), unit), float("inf")
    if match := _GIVEN.search(key):
        return _kind(match["unit"]), _amount(match.group(1), match["unit"]), _upper(match.group(1), match["unit"])
    return None


def _kind(unit: str) -> str:
    return {"kg": "weight", "ml": "clearance"}.get(unit.lower()[:2], _AGE)


def _amount(number: str, unit: str) -> float:
    return float(number) * (_DAYS.get(unit[0].lower(), 1.0) if _kind(unit) == _AGE else 1.0)


def _upper(number: str, unit: str) -> float:
    """The end of a band whose last step counts in full: "3 to 5 months" holds five months and three weeks."""
    return _amount(str(float(number) + 1), unit) - 1e-6


def _key(statement: Statement) -> str:
    if statement.kind not in {BlockKind.TABLE_ROW, BlockKind.BULLET}:
        return ""
    match = _KEY.match(statement.text)
    return match["key"] if match else ""


def _table(statement: Statement) -> object:
    return statement.source_id, statement.heading_path, statement.lead_in, statement.kind
