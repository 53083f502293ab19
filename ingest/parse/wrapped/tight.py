"""A text copied out of a viewer, its lines right below each other: headings told by their numbers, which count on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.parse.contents import names_contents
from ingest.parse.dates import is_date_line
from ingest.parse.furniture import is_furniture
from ingest.parse.wrapped.rows import Measure, Row
from ingest.parse.zones import zone_of
from ingest.sentences import asserts

_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=[A-ZÁÉÍÓÚÑ¿])")
_SUMMARY = re.compile(r"(?:abstract|summary|executive summary|resumen|introduction|introducción)$", re.IGNORECASE)
_AUTHORS = re.compile(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)+ ?[\d,*†]+(?:\s?[·,;•]\s?|\s+and\s+|\s+y\s+|$)")
_LEAST, _MOST_WORDS, _SHARE, _MOST_KIND_WORDS, _MOST_GAPS = 4, 14, 0.8, 3, 0.1


def set_apart(rows: Sequence[Row], measure: Measure) -> list[Row]:
    """The rows, those that head a part set apart from what is above and below them, where no blank lines do that."""
    found = list(rows)
    if not rows or sum(row.gap > 0 for row in rows) > _MOST_GAPS * len(rows):
        return found
    counted = _counted(rows, measure)
    if not counted:
        return found
    apart = {*counted, *_named(rows, counted)}
    first = min(apart)
    apart |= {at for at in range(first) if _is_of_head(rows[at].text)}
    for at in range(1, len(rows)):
        if at not in apart and rows[at].text[-1].isdigit() and rows[at - 1].text[-1].isdigit():
            # The end of a page stood between two rows of a table.
            found[at] = replace(found[at], gap=0)
    for at in apart:
        found[at] = replace(found[at], gap=max(found[at].gap, 1))
        if at + 1 < len(found):
            found[at + 1] = replace(found[at + 1], gap=max(found[at + 1].gap, 1))
    return found


def _counted(rows: Sequence[Row], measure: Measure) -> list[int]:
    """The rows with numbers that count on through the text: the longest such run; empty for what may be a list."""
    numbers = {at: number for at in range(len(rows) - 1) if (number := _number(rows, at, measure))}
    best: list[int] = []
    for begin in (at for at, number in numbers.items() if number in {(1,), (0,)}):
        run = [begin] if _heads_text(numbers, begin) else []
        for at, number in numbers.items():
            if run and at > begin and _follows(number, numbers[run[-1]]) and _heads_text(numbers, at):
                run.append(at)
        best = max(best, run, key=len)
    return best if len(best) >= _LEAST and any(len(numbers[at]) > 1 for at in best) else []


def _number(rows: Sequence[Row], at: int, measure: Measure) -> tuple[int, ...]:
    """The number of a row that could be a heading: a few words that end before the line does; empty for any other."""
    row, match = rows[at], _NUMBERED.match(rows[at].text)
    if match is None or row.words > _MOST_WORDS or row.text[-1] in ".,;:" or row.right > measure.width * _SHARE:
        return ()
    is_after_end = at == 0 or rows[at - 1].is_ended or rows[at - 1].right < measure.width * _SHARE or row.gap > 0
    below = rows[at + 1].text
    opens = below[0].isupper() or below[0].isdigit() or bool(rows[at + 1].mark)
    if not is_after_end or not opens or (asserts(row.text[match.end() :]) and not row.text.endswith("?")):
        return ()
    return tuple(int(part) for part in match["number"].split("."))


def _heads_text(numbers: dict[int, tuple[int, ...]], at: int) -> bool:
    """Whether the row below one is text or a part of it: one that counts on beside it makes both items of a list."""
    below = numbers.get(at + 1)
    return below is None or below == (*numbers[at], 1)


def _follows(number: tuple[int, ...], before: tuple[int, ...]) -> bool:
    """Whether a number is the next: the first inside of the one before, or the next beside it or beside one that holds it."""
    if number == (*before, 1):
        return True
    depth = len(number)
    return depth <= len(before) and number[:-1] == before[: depth - 1] and number[-1] == before[depth - 1] + 1


def _named(rows: Sequence[Row], counted: Sequence[int]) -> list[int]:
    """The rows without a number that name a summary before the first part, or below the last one what is none of the text."""
    before = [at for at in range(counted[0]) if _SUMMARY.match(rows[at].text)]
    return before + [
        at
        for at in range(counted[-1] + 1, len(rows))
        if rows[at].text[0].isupper()
        and (rows[at - 1].is_ended or at - 1 in counted or zone_of(rows[at - 1].text) is not None)
        and zone_of(rows[at].text) is not None
        and not rows[at].is_ended
    ]


def _is_of_head(text: str) -> bool:
    """Whether a row above the text is of its page: a date, who wrote it, rights, or the kind of paper in capitals."""
    is_kind = text.isupper() and len(text.split()) <= _MOST_KIND_WORDS
    return is_kind or is_furniture(text) or is_date_line(text) or _AUTHORS.match(text) is not None or names_contents(text)
