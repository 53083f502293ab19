"""Tables of a page whose left cells are the headings of the text beside them: monographs and policies set in two columns."""

from __future__ import annotations

from lxml.html import HtmlElement

from ingest.parse.forms import is_form, is_label
from ingest.parse.html.around import text_of
from ingest.parse.html.headline import heading_words
from ingest.sentences import split_sentences

_PARTS = ("p", "li", "div")


def labels_of(table: HtmlElement) -> list[tuple[str, HtmlElement]]:
    """The label and the cell beside it, row by row; empty for a table of another kind.

    The labels are short and marked or bold, and most cells beside them hold several sentences or paragraphs.
    """
    found: list[tuple[str, HtmlElement]] = []
    long = 0
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        if len(cells) != 2 or cells[1].tag != "td" or cells[1].find(".//table") is not None:  # noqa: PLR2004
            return []
        label = heading_words(cells[0]).rstrip(": ")
        if not is_label(label) or not (cells[0].tag == "th" or _is_bold(cells[0])) or _is_bold(cells[1]):
            return []
        said = " ".join(text_of(cells[1]).split())
        parts = [part for part in cells[1].iter(*_PARTS) if not any(inner.tag in _PARTS for inner in part.iterdescendants())]
        long += len(parts) > 1 or len(split_sentences(said)) > 1
        found.append((label, cells[1]))
    return found if table.find("caption") is None and is_form([label for label, _ in found], long=long) else []


def _is_bold(cell: HtmlElement) -> bool:
    """Whether all words of a cell are bold."""
    words = "".join(text_of(cell).split())
    return bool(words) and any("".join(text_of(bold).split()) == words for bold in cell.iter("b", "strong"))
