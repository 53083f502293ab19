"""Headings of a PDF that open the text below them: words in other letters, with a stop, where several paragraphs open so."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.parse.pdf.captions import CAPTION, FIGURE
from ingest.parse.pdf.kinds import numbers_kind
from ingest.parse.pdf.lines import Line
from ingest.parse.pdf.type import Kind, number_depth, without_number
from ingest.parse.run_in import opens_paragraph
from ingest.sentences import opens_with_order

_MOST_WORDS, _MOST_NUMBERED, _LEAST_ALIKE = 5, 9, 3
_STYLE = (0.0, True, False, False)
"""How such headings are taken to be set: inside of all that stand on lines of their own."""


def run_in_words(line: Line) -> str:
    """The name that a line opens with in other letters, with its stop, where more words follow it; empty without.

    "3.3 Feeding." is one with its number; a recommendation ("3.3 Offer water.") has a number as well, and is none.
    """
    words = line.text[: line.lead].strip()
    depth = number_depth(words)
    bare = without_number(words).rstrip(".")
    most = _MOST_NUMBERED if depth else _MOST_WORDS
    if not words.endswith(".") or not 0 < len(bare.split()) <= most:
        return ""
    is_other = (depth and opens_with_order(bare)) or CAPTION.match(line.text) or FIGURE.match(line.text) or numbers_kind(bare)
    return words if opens_paragraph(bare, line.text[line.lead :]) and not is_other else ""


def run_in_kind(words: str) -> Kind:
    """Of which rank such a heading is: below all that stand on lines of their own, and by the depth of its number."""
    return (_STYLE, number_depth(words))


def heads_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether a document has the habit: one or two such openings are words of their sentence."""
    return sum(bool(line.lead and run_in_words(line)) for line in lines) >= _LEAST_ALIKE
