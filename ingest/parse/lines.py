"""The lines of a plain-text capture: wrapped lines joined, bullet marks told from words, blank lines counted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

_BULLET = re.compile(
    r"(?:(?P<mark>[•‣▪◦●○∙·*+–—-]|o(?=\t|[ \t]{2})|\(?(?:\d{1,3}[.)]|[a-z]\)|[ivx]{2,4}\)))[ \t]+(?=\S)"
    r"|(?P<glued>[•‣▪◦●○∙])(?=[^\W_])"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})\.?[ \t]+(?=[A-ZÁÉÍÓÚÑ]))"
)
_BARE_BULLET = re.compile(r"(?:[•‣▪◦●○∙·]|\d{1,2}\.|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s*$")
_STOP = re.compile(r"[.!?:;]['\"”’)\]]*$")
_COLUMNS = re.compile(r"\S(?: *\t\s*| {3,})(?=\S)")
_PIPED = re.compile(r"\|.*\|")
_ENDED = re.compile(
    r"[.!?:][\"”’)\]]*(?:\s*\[?\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]?|(?:\s*\[[^\]]{1,40}\])+|\s*\([^()]{1,80}\)[.;]?)?:?\s*$"
)
_CONTROL = re.compile(r"\s?\[\s?(?P<word>[^\W\d_][^\[\]\d]{1,20}?)\s?\]$")
"""A button that a page sets behind its headings ("[edit]")."""
_LEAST_CONTROLS, _MOST_CONTROLLED = 3, 12
_DOTTED_TAB = re.compile(r"^[ \t]*\d{1,2}(?:\.\d{1,2}){1,3}\.?\t+(?=\S[^\t\n]*$)", re.MULTILINE)
_NUMBER_TAB = re.compile(r"^[ \t]*\d{1,2}(?:\.\d{1,2}){0,3}\.?\t+(?=\S[^\t\n]*$)", re.MULTILINE)
_LEAST_NUMBERED = 2
_WRAPPED_SHARE = 0.4
_LEAST_WRAP = 45


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, bullet or heading as one line; ``start`` and ``end`` are offsets of its words, without bullet mark.

    ``indent`` is the column of the first character, ``gap`` the number of blank lines before it.
    """

    start: int
    end: int
    text: str
    mark: str = ""
    indent: int = 0
    gap: int = 0

    @property
    def is_bullet(self) -> bool:
        """Whether it carries a bullet mark or a number."""
        return bool(self.mark)

    @property
    def is_numbered(self) -> bool:
        """Whether its mark is a number ("3.", "1.2.1")."""
        return self.mark.strip("().")[-1:].isdigit()

    @property
    def number_depth(self) -> int:
        """How many numbers its mark holds: 3 for "1.2.1", 0 without number."""
        return self.mark.strip("().").count(".") + 1 if self.is_numbered else 0

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does, reference marks after it left aside."""
        return _ENDED.search(self.text) is not None

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def without_number_tabs(text: str) -> str:
    """``text`` with the tab behind the number of a section or paragraph as a space, where a word processor has numbered them.

    A number alone may as well be a cell: it is one unless others with several parts stand in the text.
    """
    if len(_DOTTED_TAB.findall(text)) < _LEAST_NUMBERED:
        return text
    return _NUMBER_TAB.sub(lambda match: match[0].replace("\t", " "), text)


def read_lines(text: str) -> list[Line]:
    """The lines of ``text`` that hold words, in order."""
    raw = _without_controls(_raw_lines(text))
    is_wrapped = _is_wrapped(raw)
    lines: list[Line] = []
    for line in raw:
        if lines and line.gap == 0 and not line.is_bullet and _continues(lines[-1], line, is_wrapped=is_wrapped):
            last = lines[-1]
            lines[-1] = replace(last, end=line.end, text=text[last.start : line.end])
        else:
            lines.append(line)
    return lines


def _without_controls(lines: list[Line]) -> list[Line]:
    """The lines without what stands in brackets behind heading after heading and is no part of their words."""
    matches = [None if line.words > _MOST_CONTROLLED else _CONTROL.search(line.text) for line in lines]
    counts = Counter(match["word"].lower() for match in matches if match)
    return [
        replace(line, end=line.start + match.start(), text=line.text[: match.start()])
        if match
        and match.start()
        and counts[match["word"].lower()] >= _LEAST_CONTROLS
        and line.text[match.start() - 1] not in ".!?"
        else line
        for line, match in zip(lines, matches, strict=True)
    ]


def _raw_lines(text: str) -> list[Line]:
    lines: list[Line] = []
    gap = position = 0
    pending = ""
    for raw in text.split("\n"):
        stripped = raw.strip()
        if not stripped:
            gap += 1
        elif _BARE_BULLET.match(stripped):
            # Some captures put the bullet or the number on a line of its own.
            pending = stripped
        else:
            lines.append(_line(raw, stripped, position, gap, pending))
            pending, gap = "", 0
        position += len(raw) + 1
    return lines


def _line(raw: str, stripped: str, position: int, gap: int, pending: str) -> Line:
    indent = len(raw[: len(raw) - len(raw.lstrip())].expandtabs(4))
    bullet = _BULLET.match(stripped)
    offset = bullet.end() if bullet and not pending else 0
    start = position + raw.index(stripped) + offset
    words = stripped[offset:]
    mark = pending or ((bullet["mark"] or bullet["glued"] or bullet["dotted"]) if bullet else "")
    return Line(start, start + len(words), words, mark=mark, indent=indent, gap=gap)


def has_columns(text: str) -> bool:
    """Whether a line is set in columns: tabs or wide white space between its words."""
    return _COLUMNS.search(text) is not None or _PIPED.match(text) is not None


def _is_wrapped(lines: list[Line]) -> bool:
    """Whether the capture breaks its paragraphs at a fixed width: then lines that follow each other belong together."""
    neighbours = [(one, two) for one, two in pairwise(lines) if two.gap == 0 and not two.is_bullet]
    broken = [
        one for one, two in neighbours if len(one.text) >= _LEAST_WRAP and two.text[:1].islower() and not _STOP.search(one.text)
    ]
    return bool(neighbours) and len(broken) >= _WRAPPED_SHARE * len(neighbours)


def _continues(last: Line, line: Line, *, is_wrapped: bool) -> bool:
    if has_columns(last.text) or has_columns(line.text):
        return False
    if is_wrapped:
        return last.is_bullet or len(last.text.rsplit("\n", 1)[-1]) >= _LEAST_WRAP
    return (
        line.text[:1].islower()
        and not last.text[:1].islower()
        and len(last.text) >= _LEAST_WRAP
        and not _STOP.search(last.text)
        and (not last.is_bullet or line.indent > last.indent)
    )
