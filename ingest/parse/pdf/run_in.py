"""Headings of a PDF that open the text below them: bold words with a stop at the beginning of a paragraph, as of others."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.parse.labels import names_box_kind
from ingest.parse.pdf.captions import CAPTION, FIGURE
from ingest.parse.pdf.kinds import numbers_kind
from ingest.parse.pdf.lines import Line
from ingest.parse.pdf.type import number_depth
from ingest.parse.run_in import names_something
from ingest.parse.zones import zone_of

_MOST_WORDS, _LEAST_BEHIND, _LEAST_ALIKE = 5, 3, 3
KIND = ((0.0, True, False, False), 0)
"""Of what kind such headings are: inside of all that stand on lines of their own."""


def run_in_words(line: Line) -> str:
    """The name that a line opens with in bold, with its stop, where words in other letters follow it; empty without."""
    words = line.text[: line.lead].strip()
    bare = words.rstrip(".")
    behind = line.text[line.lead :].split()
    if not words.endswith(".") or not 0 < len(words.split()) <= _MOST_WORDS or len(behind) < _LEAST_BEHIND:
        return ""
    is_other = number_depth(words) or CAPTION.match(line.text) or FIGURE.match(line.text) or names_box_kind(bare)
    is_name = bare[:1].isupper() and behind[0][:1].isupper() and names_something(bare) and not numbers_kind(bare)
    return words if is_name and not is_other and zone_of(bare) is None else ""


def heads_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether a document has the habit: one or two such openings are words of their sentence."""
    return sum(bool(line.lead and run_in_words(line)) for line in lines) >= _LEAST_ALIKE
