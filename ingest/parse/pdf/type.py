"""How a PDF is set: the size of its body text, its usual line gap, and which lines are headings of which rank."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.parse.pdf.lines import Line
from ingest.parse.zones import Zone, zone_of

_LARGER = 1.1
_SMALLEST, _SMALLEST_NUMBERED = 0.92, 0.8
_OVERLAP = 2.0
_MOST_WORDS = 22
_MOST_PLAIN = 14
_NUMBER = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[A-ZÁÉÍÓÚÑ])")
_PAPER_PART = re.compile(r"(?:structured )?(?:abstract|summary|resumen|synopsis|article info(?:rmation)?)", re.IGNORECASE)
_RECKONING = re.compile(r"[⊤∂∑√∫∏∈∝≡]|\S\s?=\s?\S.*[\d+*/−]")
_LEAST_LETTERS = 3
_STOPPED = re.compile(r"[.;,!…]$")


@dataclass(frozen=True, slots=True)
class Setting:
    """The body text of a document: its size, the usual gap between its lines, its colour, and whether it is bold."""

    size: float
    gap: float
    colour: tuple[float, ...]
    bold: bool = False


def find_setting(lines: Sequence[Line]) -> Setting:
    """How most of the text is set."""
    sizes: Counter[float] = Counter()
    colours: Counter[tuple[float, ...]] = Counter()
    bolds: Counter[bool] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
        colours[line.colour] += len(line.text)
        bolds[line.bold] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    gaps = [
        two.top - one.bottom
        for one, two in pairwise(lines)
        if one.page == two.page
        and one.column == two.column
        and abs(two.size - size) < 1
        and -_OVERLAP < two.top - one.bottom < 1.5 * size
    ]
    colour = colours.most_common(1)[0][0] if colours else ()
    return Setting(
        size=size, gap=median(gaps) if gaps else 0.2 * size, colour=colour, bold=bool(bolds and bolds.most_common(1)[0][0])
    )


def is_heading_type(line: Line, setting: Setting) -> bool:
    """Whether a line is set like a heading: larger, bold, in capitals or in another colour than the body."""
    if line.words > _MOST_WORDS or not any(character.isalpha() for character in line.text) or is_formula(line.text):
        return False
    if line.size >= _LARGER * setting.size or _heads_references(line, setting):
        return True
    if is_paper_part(line.text) and (line.bold or line.caps or line.italic):
        # The abstract of a paper is set smaller than its text, and so is what heads it.
        return True
    least = _SMALLEST_NUMBERED if line.bold and not setting.bold and number_depth(line.text) > 1 else _SMALLEST
    if line.size < least * setting.size:
        return False
    if sum(character.isalpha() for character in line.text) == 1:
        # A grade that was wrapped to a line of its own.
        return False
    # What only closes a bracket is the rest of a line.
    is_rest = line.text.count(")") > line.text.count("(")
    is_plain_phrase = line.words <= _MOST_PLAIN and not _STOPPED.search(line.text) and not is_rest
    is_set_apart = (
        (line.bold and not setting.bold) or line.caps or not (line.is_ground_colour or line.colour in {setting.colour, ()})
    )
    is_set_apart = is_set_apart or (line.italic and number_depth(line.text) > 1)
    return is_set_apart and is_plain_phrase


def _heads_references(line: Line, setting: Setting) -> bool:
    """Whether a line heads the sources, which may be set as small as they are."""
    return line.bold and not setting.bold and zone_of(line.text) is Zone.REFERENCES


def is_paper_part(text: str) -> bool:
    """Whether words name the abstract of a paper, or what stands beside it."""
    return _PAPER_PART.fullmatch(text) is not None


def is_formula(text: str) -> bool:
    """Whether a line holds a sign of reckoning, or nothing but single letters and figures, as formulas do."""
    parts = text.split()
    are_letters = len(parts) >= _LEAST_LETTERS and all(sum(map(str.isalpha, part)) <= 1 for part in parts)
    return _RECKONING.search(text) is not None or are_letters


def style_of(line: Line) -> tuple[float, bool, bool, bool]:
    """What headings of one rank have in common."""
    return (round(line.size * 2) / 2, line.bold, line.caps, line.italic)


def number_depth(text: str) -> int:
    """2 for "2.1 Doses"; 0 without number."""
    match = _NUMBER.match(text)
    return match["number"].count(".") + 1 if match else 0


def without_number(text: str) -> str:
    """A heading's words without its number."""
    return _NUMBER.sub("", text)


Kind = tuple[tuple[float, bool, bool, bool], int]
"""A heading's style, and the depth of its number."""


def _stands_beside(lone: Kind, kind: Kind) -> bool:
    """Whether a lone heading in capitals without a number ("ABSTRACT") differs in that alone from the numbered ones."""
    (size, bold, caps, italic), depth = lone
    return caps and not depth and kind == ((size, bold, False, italic), 1)


def rank(styles: Sequence[Kind]) -> dict[Kind, int]:
    """The level of each kind of heading (its style, and the depth of its number): 1 for the outermost."""
    counts = Counter(styles)
    order = sorted(set(styles), key=lambda kind: (-kind[0][0], not kind[0][1], not kind[0][2], kind[0][3], max(kind[1], 1)))
    levels: dict[Kind, int] = {}
    level = 0
    previous: Kind | None = None
    for kind in order:
        is_same = previous is not None and (kind[0], max(kind[1], 1)) == (previous[0], max(previous[1], 1))
        if previous is None or not (is_same or (counts[previous] == 1 and _stands_beside(previous, kind))):
            level += 1
        levels[kind] = level
        previous = kind
    return levels
