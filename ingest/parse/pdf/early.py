"""Names of paragraphs in the letters of the text: lines that end long before the column does, right above a full one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.parse.furniture import is_furniture
from ingest.parse.opening import names_authors
from ingest.parse.pdf.lines import Line
from ingest.parse.pdf.paragraphs import OPEN_END, Assembly
from ingest.sentences import asserts

_MOST_WORDS, _LEAST_BELOW = 8, 5
_SHORT, _FULL = 0.75, 0.85
_LEAST = 0.75
_SET_IN, _FROM_EDGE = 24.0, 48.0
_LEADS_ON = frozenset(
    "for of the a an and or to in on with by at from as if when than that de la el los las y o en con por para".split()
)
_NAME = re.compile(r"[^\W\d_][^.;:,!?\d|/@=<>]*(?:[^\W\d_]|\))")


def names_paragraph(lines: Sequence[Line], position: int, state: Assembly) -> bool:
    """Whether a line is the name of the paragraph below it, though it is set as that is.

    The first word of the paragraph had room behind it, and what is above has come to its end. Something must have been said
    before: what stands above the first paragraph is who wrote it.
    """
    line, below = lines[position], lines[position + 1] if position + 1 < len(lines) else None
    if below is None or state.zone is not None or not state.headings or (state.open and not OPEN_END.search(state.open.text)):
        return False
    is_below = below.page == line.page and below.column == line.column and below.box == line.box and below.table < 0
    if not is_below or line.table >= 0 or not 0 <= below.top - line.bottom <= line.size:
        return False
    left, right = line.column
    letters = (below.x1 - below.x0) / len(below.text)
    has_room = line.x1 + letters * (len(below.text.split(maxsplit=1)[0]) + 1) < right
    is_early = has_room and line.x1 - left <= _SHORT * (right - left) and below.x1 - left >= _FULL * (right - left)
    is_at_edge = line.x0 - left <= _FROM_EDGE and abs(below.x0 - line.x0) <= _SET_IN
    is_phrase = line.words <= _MOST_WORDS and line.text[0].isupper() and _NAME.fullmatch(line.text) is not None
    is_phrase = is_phrase and line.text.split()[-1] not in _LEADS_ON
    opens = below.words >= _LEAST_BELOW and below.text[0].isupper() and line.size >= _LEAST * state.setting.size
    if not (is_early and is_at_edge and is_phrase and opens):
        return False
    return not (asserts(line.text) or is_furniture(line.text) or names_authors(line.text))
