"""A table element → pieces: spans filled in, head rows told from the rest, layout tables left to the walk."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.html import HtmlElement

from ingest.parse.grid import guess_heads, table_pieces
from ingest.parse.html.around import AMOUNT, text_of, words_in
from ingest.parse.html.inline import plain_text
from ingest.parse.pieces import Piece

_TITLE = re.compile(r"(?:^|[\s_-])(?:table|tbl)[\s_-]*(?:title|caption|name|label|heading|head)(?:$|[\s_-])", re.IGNORECASE)
_CAPTION = re.compile(r"(?:^|[\s_-])caption(?:$|[\s_-])", re.IGNORECASE)
_BOX = re.compile(
    r"(?:^|[\s_-])(?!\w*(?:edit|print|port|sort|adapt|select|accept|insert|suit|no|execu|mu|spli)t?able)(?:\w*tables?|tbl|tabla)(?:[_-]?(?:wrap\w*|scroll\w*|container|box|block|section|responsive|\d+))?(?:$|[\s_-])",
    re.IGNORECASE,
)
"""How the box around a table is named."""
_NEAR = 2
_MOST_NOTE_WORDS = 80
_MOST_TITLE_WORDS = 30
_MOST_COLUMNS = 60
_MOST_ROWS = 2000
_LAYOUT_WORDS = 250
_MOST_PICTURE_WORDS = 4
_RUNNING_WORDS, _PARAGRAPHS = 12, 3
_BULLETS = frozenset("• · ● ○ ▪ ■ ◦ ‣ – - * ✓ ➢ ►".split())


_CELLS = frozenset({"cell", "gridcell", "columnheader", "rowheader"})


def is_data_table(element: HtmlElement) -> bool:
    """Whether an element is a table of data, by its tag or by its role."""
    if element.tag == "table":
        return not is_layout(element)
    return element.get("role") in {"table", "grid"} and any(node.get("role") in _CELLS for node in element.iter())


def names_next_table(element: HtmlElement) -> bool:
    """Whether a block is named as the title of a table, and one stands beside it."""
    name = element.get("class") or ""
    is_caption = _CAPTION.search(name) is not None
    if element.tag not in {"div", "p", "span"} or not (is_caption or _TITLE.search(name)):
        return False
    # Buttons that show the table larger may stand between.
    after = [below for below in element.itersiblings() if isinstance(below.tag, str)][:_NEAR]
    has_table = any(below.tag == "table" or below.find(".//table") is not None for below in after[: _NEAR if is_caption else 1])
    is_whole = is_caption or element.find(".//p") is None
    return has_table and 0 < words_in(element) <= _MOST_TITLE_WORDS and is_whole


def titles_table(element: HtmlElement) -> bool:
    """Whether a heading stands in a box that is named as a table's and holds hardly more than the table and this name of it."""
    box = element.getparent()
    for _ in range(_NEAR):
        if box is None or box.find(".//table") is not None:
            break
        box = box.getparent()
    if box is None or not _BOX.search(f"{box.get('class') or ''} {box.get('id') or ''}"):
        return False
    tables = [table for table in box.iter("table") if is_data_table(table)]
    heads = [node for node in box.iter("h2", "h3", "h4", "h5", "h6") if not any(up.tag == "table" for up in node.iterancestors())]
    if len(tables) != 1 or any(head is not element for head in heads) or words_in(element) > _MOST_TITLE_WORDS:
        return False
    nodes = list(box.iter())
    is_above = nodes.index(element) < nodes.index(tables[0])
    return is_above and words_in(box) - words_in(tables[0]) - words_in(element) <= _MOST_NOTE_WORDS


def _is_row(element: HtmlElement) -> bool:
    return bool(element.tag == "tr" or element.get("role") == "row")


def _is_cell(element: HtmlElement) -> bool:
    return element.tag in {"td", "th"} or (element.get("role") or "") in _CELLS


def _is_head_cell(element: HtmlElement) -> bool:
    return element.tag == "th" or (element.get("role") or "") in {"columnheader", "rowheader"}


def is_layout(table: HtmlElement) -> bool:
    """Whether a table only places things on the page: it holds headings or tables, or one column, or pages of text in a cell."""
    if (table.get("role") or "").lower() in {"presentation", "none"}:
        return True
    if table.find(".//th") is not None or table.find(".//caption") is not None:
        return table.find(".//table") is not None
    if any(table.find(f".//{tag}") is not None for tag in ("table", "h1", "h2", "h3", "form")):
        return True
    rows = list(table.iter("tr"))
    cells = [cell for row in rows for cell in row if cell.tag in {"td", "th"}]
    widest = max((sum(cell.tag in {"td", "th"} for cell in row) for row in rows), default=0)
    if len(rows) == 1 and (any(_runs(cell) for cell in cells) or not any(AMOUNT.search(text_of(cell)) for cell in cells)):
        return True
    return widest <= 1 or any(words_in(cell) > _LAYOUT_WORDS for cell in cells)


def _runs(cell: HtmlElement) -> bool:
    """Whether a cell holds running text in several lines, as beside a picture, or several paragraphs."""
    paragraphs = [part for part in cell.iter("p", "ul", "ol") if words_in(part)]
    return words_in(cell) >= _RUNNING_WORDS and (cell.find(".//br") is not None or len(paragraphs) >= _PARAGRAPHS)


def read_bullets(table: HtmlElement, is_hidden: Callable[[HtmlElement], bool]) -> list[str]:
    """The items of a list that is set as a table, each beside its bullet; empty for any other table."""
    rows = [[cell for cell in row if _is_cell(cell)] for row in table.iter("tr")]
    if not rows or any(len(row) != 2 or text_of(row[0]).strip() not in _BULLETS for row in rows):  # noqa: PLR2004
        return []
    return [plain_text(row[1], is_hidden) for row in rows if not is_hidden(row[1])]


def read_table(table: HtmlElement, is_hidden: Callable[[HtmlElement], bool]) -> list[Piece]:
    """The pieces of a data table."""
    rows = [row for row in table.iter() if isinstance(row.tag, str) and _is_row(row) and not is_hidden(row)][:_MOST_ROWS]
    # The foot may stand before the body in the source; a browser shows it last.
    rows.sort(key=lambda row: next((True for parent in row.iterancestors("tfoot")), False))
    grid, is_head = _grid(rows, is_hidden)
    heads = _count_heads(rows, is_head)
    caption = table.find("caption")
    words = plain_text(caption, is_hidden) if caption is not None else ""
    if heads == len(grid):
        heads = min(1, len(grid))
    has_row_heads = bool(rows) and (any(_is_head_cell(cell) for cell in rows[-1]) or _are_pairs(rows))
    if heads == 0:
        is_pair = _is_head_cell(rows[0][0]) and len(grid[0]) == 2  # noqa: PLR2004
        heads = 0 if has_row_heads and (is_pair or _are_pairs(rows)) else guess_heads(grid)
    return table_pieces(grid, heads=heads, caption=words)


def _are_pairs(rows: list[HtmlElement]) -> bool:
    """Whether most rows are a marked name and what is said of it: a box of facts, whose first row is one of them."""
    cells = [[cell for cell in row if _is_cell(cell)] for row in rows]
    pairs = sum(len(row) == 2 and _is_head_cell(row[0]) and not _is_head_cell(row[1]) for row in cells)  # noqa: PLR2004
    return pairs * 2 > len(rows)


def _count_heads(rows: list[HtmlElement], is_head: list[bool]) -> int:
    """How many rows at the top hold marked column heads; bold cells in all of a row mark them where others are plain."""
    heads = 0
    while heads < len(rows) and is_head[heads]:
        heads += 1
    if heads:
        return heads
    is_bold = [_is_bold_row(row) for row in rows]
    named = 1 if rows and sum(_is_cell(cell) for cell in rows[0]) == 1 else 0
    while named + heads < len(rows) and is_bold[named + heads]:
        heads += 1
    return named + heads if heads and named + heads < len(rows) and not any(is_bold[named + heads :]) else 0


def _is_bold_row(row: HtmlElement) -> bool:
    """Whether every cell of a row with words has bold words only, and several have."""
    cells = [cell for cell in row if _is_cell(cell) and words_in(cell)]
    return len(cells) > 1 and all(_is_head_cell(cell) or _is_bold(cell) for cell in cells)


def _is_bold(cell: HtmlElement) -> bool:
    words = sum(words_in(bold) for bold in cell.xpath(".//*[self::b or self::strong][not(ancestor::b or ancestor::strong)]"))
    return bool(words >= words_in(cell))


def read_grid(table: HtmlElement) -> list[list[str]]:
    """The cells of a table as they stand, row by row."""
    return _grid([row for row in table.iter() if isinstance(row.tag, str) and _is_row(row)][:_MOST_ROWS], lambda _: False)[0]


def _grid(rows: list[HtmlElement], is_hidden: Callable[[HtmlElement], bool]) -> tuple[list[list[str]], list[bool]]:
    """The cells of each row with spans filled in, and whether the row holds column heads."""
    grid: list[list[str]] = []
    is_head: list[bool] = []
    open_spans: dict[int, tuple[int, str]] = {}
    for row in rows:
        cells: list[str] = []
        own = [cell for cell in row if _is_cell(cell)]
        for cell in own:
            _fill(cells, open_spans)
            text = plain_text(cell, is_hidden) or _pictured(cell)
            down, across = _span(cell, "rowspan", _MOST_ROWS), _span(cell, "colspan", _MOST_COLUMNS)
            for _ in range(across):
                if len(cells) >= _MOST_COLUMNS:
                    break
                if down > 1:
                    open_spans[len(cells)] = (down - 1, text)
                cells.append(text)
        _fill(cells, open_spans)
        grid.append(cells)
        in_head = row.getparent() is not None and row.getparent().tag == "thead"
        is_head.append(in_head or (bool(own) and all(_is_head_cell(cell) for cell in own) and len(own) > 1))
    return grid, is_head


def _pictured(cell: HtmlElement) -> str:
    """What the picture in a cell without words stands for: a tick, a cross."""
    pictures = cell.iter("img", "svg", "i", "span")
    words = (" ".join((picture.get("alt") or picture.get("aria-label") or "").split()) for picture in pictures)
    return next((word for word in words if 0 < len(word.split()) <= _MOST_PICTURE_WORDS), "")


def _fill(cells: list[str], open_spans: dict[int, tuple[int, str]]) -> None:
    """Put in the cells that reach down from rows above."""
    while len(cells) in open_spans:
        left, text = open_spans.pop(len(cells))
        if left > 1:
            open_spans[len(cells)] = (left - 1, text)
        cells.append(text)


def _span(cell: HtmlElement, name: str, most: int) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, min(int(value), most)) if value.isdecimal() else 1
