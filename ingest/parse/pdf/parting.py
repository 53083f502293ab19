"""Where a stack of horizontal rules is no one table: titles, boxes, captions and running text stand between two of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from statistics import median

from ingest.parse.graded import heads_recommendation
from ingest.parse.pdf.captions import CAPTION
from ingest.parse.pdf.cells import is_inside, runs_of
from ingest.parse.pdf.closing import frame_of
from ingest.parse.pdf.drawing import Box, Drawing, Rule
from ingest.parse.pdf.lines import rows_of
from ingest.parse.pdf.running import heads_section, is_graded_band, is_running, says_something
from ingest.parse.pdf.words import Word

_NEAR, _WHITE = 3.0, 5.0
_TEXT_LINES = 3
_LARGER, _TITLE = 1.1, 1.5
_FULL, _LEAST_NOTE = 0.75, 10
_LEAST_SENTENCE, _LEAST_TITLE = 4, 4


def parts_of(rules: Sequence[Rule], words: Sequence[Word], drawing: Drawing) -> list[list[Rule]]:
    """A stack of rules divided where running text or a caption stands between two of them: boxes and banners have edges too.

    What stands in one frame and what stands in another are two tables, however alike their rules are.
    """
    parts: list[list[Rule]] = [[rules[0]]]
    is_band = False
    for upper, lower in pairwise(rules):
        inside = [word for word in words if upper[2] < word.middle <= lower[2] and _is_below(word, upper)]
        rows = rows_of(inside)
        usual = _usual(rules, words)
        said = rows[1:] if rows and heads_recommendation(" ".join(word.text for word in rows[0])) else rows
        is_text = len(said) >= _TEXT_LINES and all(is_running(row) or _is_heading(row, usual) for row in said)
        is_text = is_text or _is_note(rows, upper) or _is_sentence_before_cells(parts[-1], upper, rows, words)
        is_headed = bool(inside) and min(word.size for word in inside) > _LARGER * usual
        was_band, is_band = is_band, len(rows) == 1 and is_graded_band(rows[0])
        is_headed = is_headed or any(map(partial(_is_title, least=_TITLE * usual), rows))
        is_apart = frame_of(upper, drawing.boxes) != frame_of(lower, drawing.boxes) or was_band or is_band
        is_apart = is_apart or _is_between_boxes(upper, lower, rows, drawing.shades, words, is_first=len(parts[-1]) == 1)
        if is_text or is_headed or is_apart or any(is_caption(" ".join(word.text for word in row)) for row in rows):
            parts.append([])
        parts[-1].append(lower)
    return parts


def _is_below(word: Word, rule: Rule) -> bool:
    """Whether a word stands below a rule or above it; the text around a box may begin a little further out than its rules do."""
    return rule[0] - 2 <= (word.x0 + word.x1) / 2 <= rule[1] + 2


def _is_note(rows: Sequence[Sequence[Word]], rule: Rule) -> bool:
    """Whether lines of single runs stand between two rules and one of them fills the width: the notes below a table."""
    is_single = bool(rows) and all(map(is_running, rows))
    return is_single and any(
        len(row) >= _LEAST_NOTE and max(word.x1 for word in row) - row[0].x0 >= _FULL * (rule[1] - rule[0]) for row in rows
    )


def _is_sentence_before_cells(part: Sequence[Rule], upper: Rule, rows: Sequence[Sequence[Word]], words: Sequence[Word]) -> bool:
    """Whether a sentence stands between two rules where no row of cells has come above: the text of a box."""
    is_single = bool(rows) and all(map(is_running, rows))
    is_sentence = is_single and any(len(row) >= _LEAST_SENTENCE and row[-1].text[-1:] in {".", "!", "?"} for row in rows)
    if not is_sentence:
        return False
    above = [word for word in words if part and part[0][2] < word.middle <= upper[2] and _is_below(word, upper)]
    return not any(len(runs_of(row)) > 1 and sum(says_something(run) for run in runs_of(row)) > 1 for row in rows_of(above))


def _is_between_boxes(
    upper: Rule, lower: Rule, rows: Sequence[Sequence[Word]], shades: Sequence[Box], words: Sequence[Word], *, is_first: bool
) -> bool:
    """Whether two rules are the foot of one box and the top of the next, and the page's own text stands between them.

    Below the first rule, as that of a running head, white is enough.
    The rows of a table that has every other one shaded begin where those in the shades do.
    """
    above = next((box for box in shades if abs(box[3] - upper[2]) <= _NEAR and abs(box[0] - upper[0]) <= _NEAR), None)
    below = next((box for box in shades if abs(box[1] - lower[2]) <= _NEAR and abs(box[0] - lower[0]) <= _NEAR), None)
    if below is None or not rows:
        return is_first and below is not None and lower[2] - upper[2] > _WHITE
    inside = [word.x0 for box in (above, below) if box is not None for word in words if is_inside(word, box)]
    return above is not None and bool(inside) and min(row[0].x0 for row in rows) < min(inside) - _NEAR


def _is_heading(row: Sequence[Word], usual: float) -> bool:
    """Whether a line is the heading of a numbered section, whose number may stand far from its words."""
    return heads_section(row) or (min(word.size for word in row) > _LARGER * usual and heads_section(row, least=1))


def _is_title(row: Sequence[Word], least: float) -> bool:
    """Whether a line is set as large as the title of a whole paper is: no row of a table."""
    return len(row) >= _LEAST_TITLE and min(word.size for word in row) >= least


def _usual(rules: Sequence[Rule], words: Sequence[Word]) -> float:
    """The size of most words between the first and the last of some rules."""
    sizes = [word.size for word in words if rules[0][2] < word.middle <= rules[-1][2]]
    return median(sizes) if sizes else 0.0


def is_caption(text: str) -> bool:
    """Whether a line is the caption of a table."""
    return CAPTION.match(text) is not None
