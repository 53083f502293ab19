"""Reference marks in a text: "[1, 2]" after a sentence. The bare kind ("… survival 1, 2") is found in ``bare_marks.py``."""

from __future__ import annotations

import re

from ingest.documents import Mark, Span

_BRACKETED = re.compile(r"\[(?P<numbers>\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\](?![(:]|\[(?!\d))")
_SUPERSCRIPT = re.compile(r"(?<=[A-Za-zÀ-ÿ.,;:)\]”\"’])(?P<numbers>[¹²³⁰⁴-⁹]+(?:[⁻–˒,‚ ]+[¹²³⁰⁴-⁹]+)*)(?=\s|$|[.,;:)])")
_LETTER = re.compile(r"(?<=[.,;:!?)”’])[ᵃᵇᶜᵈᵉᶠᵍʰ](?:[,˒ ][ᵃᵇᶜᵈᵉᶠᵍʰ])*(?=\s|$)")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒‚", "0123456789-,,")
_UNIT_POWER = re.compile(r"(?:\b|/|\d\s?)(?:[kcdmµμn]?m|in|ft)$")
_LONGEST_RANGE = 30


def expand(numbers: str) -> tuple[int, ...]:
    """The numbers in "1, 3-5": 1, 3, 4, 5, in the order given."""
    found: list[int] = []
    for part in re.split(r"\s*[,;]\s*", numbers.strip()):
        first, _, last = (piece.strip() for piece in re.sub("–", "-", part).partition("-"))
        if not first.isdecimal():
            continue
        until = int(last) if last.isdecimal() else int(first)
        found += range(int(first), until + 1) if int(first) <= until < int(first) + _LONGEST_RANGE else [int(first), until]
    return tuple(dict.fromkeys(found))


def bracketed_marks(text: str, start: int, end: int) -> tuple[Mark, ...]:
    """The "[1, 2]" marks in ``text[start:end]``, in order; links and check boxes are none."""
    return tuple(
        Mark(span=Span(start=match.start(), end=match.end()), numbers=expand(match["numbers"]))
        for match in _BRACKETED.finditer(text, start, end)
    )


def letter_marks(text: str, start: int, end: int) -> tuple[Mark, ...]:
    """Raised letters behind a stop or comma, which call footnotes; they are no numbers of a reference list."""
    return tuple(
        Mark(span=Span(start=match.start(), end=match.end()), numbers=()) for match in _LETTER.finditer(text, start, end)
    )


def superscript_marks(text: str, start: int, end: int) -> tuple[Mark, ...]:
    """Marks written in superscript digits, in order; powers of units (mg/m², 10⁹) are none."""
    found = []
    for match in _SUPERSCRIPT.finditer(text, start, end):
        if _UNIT_POWER.search(text[start : match.start()]):
            continue
        found.append(Mark(span=Span(start=match.start(), end=match.end()), numbers=expand(match["numbers"].translate(_DIGITS))))
    return tuple(found)
