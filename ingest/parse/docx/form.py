"""Tables of a Word file whose left cells are the headings of what stands beside them: forms and monographs set in two columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from ingest.parse.docx.names import W
from ingest.parse.docx.runs import read_text
from ingest.parse.docx.styles import Styles
from ingest.parse.forms import is_form, is_label
from ingest.parse.pieces import Piece, Role
from ingest.sentences import split_sentences

_LEVEL = 40
"""Inside of all headings outside of a table."""
_LEAST_SENTENCE = 6


def labels_of(rows: Sequence[Any], styles: Styles) -> list[tuple[str, Any]]:
    """The label and the cell beside it, row by row; empty for a table of another kind.

    The labels are short and bold, and most cells beside them hold several sentences or paragraphs, as no value of a table does.
    """
    found: list[tuple[str, Any]] = []
    long = 0
    for row in rows:
        cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr"), None) is row]
        if len(cells) != 2:  # noqa: PLR2004 - a label and its text
            return []
        label, said = (_paragraphs(cell, styles) for cell in cells)
        words = " ".join(text for text, _ in label)
        if not is_label(words) or not all(bold for _, bold in label) or (said and all(bold for _, bold in said)):
            return []
        long += len(said) > 1 or any(len(split_sentences(text)) > 1 for text, _ in said)
        found.append((words.rstrip(": "), cells[1]))
    return found if is_form([label for label, _ in found], long=long) else []


def stand_side_by_side(table: Any, row: Sequence[str], styles: Styles) -> bool:
    """Whether each cell of a table of one row holds a list, or says something by itself: columns of a page, and no table."""
    lists = (sum(styles.shape(paragraph).depth >= 0 for paragraph in cell.iter(f"{W}p")) for cell in table.iter(f"{W}tc"))
    return all(count > 1 for count in lists) or all(
        cell[-1:] in {".", "!", "?"} and len(cell.split()) >= _LEAST_SENTENCE for cell in row
    )


def read_labelled(labelled: Sequence[tuple[str, Any]], pieces: list[Piece], read: Callable[[Any], None]) -> list[int]:
    """Put each label down as the heading of its cell; the places of the headings in the cells, which stand inside of that."""
    places: list[int] = []
    for label, cell in labelled:
        pieces.append(Piece(role=Role.HEADING, text=label, level=_LEVEL))
        begins = len(pieces)
        read(cell)
        inside = [place for place in range(begins, len(pieces)) if pieces[place].role in {Role.HEADING, Role.LEAVE}]
        for place in inside:
            pieces[place] = replace(pieces[place], level=_LEVEL + 1)
        places += inside
    pieces.append(Piece(role=Role.LEAVE, text="", level=_LEVEL))
    return places


def _paragraphs(cell: Any, styles: Styles) -> list[tuple[str, bool]]:
    """The words of each paragraph of a cell, and whether they are bold."""
    read = ((read_text(paragraph, note_marks={}), paragraph) for paragraph in cell.iter(f"{W}p"))
    return [(text.words, text.is_bold or styles.is_bold(paragraph)) for text, paragraph in read if text.words]
