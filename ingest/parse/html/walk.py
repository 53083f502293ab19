"""The article of a page → pieces, walking its elements top to bottom."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from lxml.html import HtmlElement

from ingest.parse.control import lines_about
from ingest.parse.html.around import (
    is_list_of_sources,
    is_named_references,
    is_silent,
    words_in,
)
from ingest.parse.html.aside import goes_aside
from ingest.parse.html.boxes import (
    calls_out,
    closes,
    is_comment_mark,
    is_named_figure,
    labels_box,
    names_own_box,
    stands_in_box,
    titles_box,
)
from ingest.parse.html.figures import read_figure
from ingest.parse.html.folded import asks, is_folded, is_handle, sunk_by, tab_label
from ingest.parse.html.forms import labels_of
from ingest.parse.html.headline import badges, heading_words
from ingest.parse.html.levels import handle_level, level_inside, level_of, panel_level
from ingest.parse.html.lists import break_line, leads_list, read_definitions, read_lines
from ingest.parse.html.run_in import open_run_in, run_in_name
from ingest.parse.html.sections import sections_of
from ingest.parse.html.shaped import (
    BLOCKS,
    HEADINGS,
    heading_in,
    labels_block,
    looks_like_heading,
    marked_level,
    opens_panel,
    raised_level,
    typed_level,
)
from ingest.parse.html.state import BOLD_LEVEL, Walk
from ingest.parse.html.table import is_data_table, names_next_table, read_bullets, read_grid, read_table, titles_table
from ingest.parse.html.titles import TABLE_NAME, is_number_of, name_table
from ingest.parse.html.visible import ground_behind, ground_of, why_hidden
from ingest.parse.html.ways import leads_nowhere
from ingest.parse.labels import names_box_kind
from ingest.parse.pieces import Piece, Role, leave_lead_in
from ingest.parse.zones import Zone, zone_of

_LABEL_APART = re.compile(r"^((?:table|tabla)\s+[\w.]{1,5});", re.IGNORECASE)
_DEEPEST = 120


def walk(element: HtmlElement, state: Walk, *, ground: str = "#ffffff", depth: int = 0, inside: bool = False) -> None:
    """Read an element that is part of the article; what is not goes to the furniture."""
    state.inline.add(element.text or "")
    for child in element:
        if (
            isinstance(child.tag, str)
            and depth < _DEEPEST
            and not (is_silent(child) or is_comment_mark(child) or leads_nowhere(child))
        ):
            _child(child, state, ground, depth, inside=inside)
        state.inline.add(child.tail or "")


def _child(child: HtmlElement, state: Walk, ground: str, depth: int, *, inside: bool) -> None:
    style = state.sheet.of(child)
    behind = ground_of(style, ground)
    before, why = state.hidden, why_hidden(child, style, behind)
    why, is_block = "" if is_folded(child, why, state.opened) else why, child.tag in BLOCKS
    if _folds_out(child, state):
        return
    if goes_aside(child, state, inside=inside):
        return
    if (why and not before) or is_block:
        state.flush()
    if not why and _names_below(child, state):
        return
    state.typed = typed_level(child) if is_block and child.tag == "p" else state.typed
    state.hidden = before or why
    zone = state.zone
    if zone is None and (is_named_references(child) or is_list_of_sources(child)):
        state.zone, state.zone_level = Zone.REFERENCES, BOLD_LEVEL
    begins, above = len(state.pieces), state.heading
    item = state.bullet, state.depth, state.labelled, state.labels_of
    label = "" if state.has_just_said(named := tab_label(child, state.opened)) else named
    level = panel_level(child, state) if label else 0
    if label:
        state.head(level, label)
    sunk, by = state.sunk, sunk_by(child, state)
    state.sunk += by
    _read(child, state, behind, depth, inside=inside or child.tag in {"article", "main"})
    state.sunk = sunk
    if closes(child) or label:
        state.flush()
        state.leave(begins, min(above, max(level - 1, 0)) if label else above, is_box=calls_out(child))
    _end(child, state, item)
    if is_block and zone is None:
        state.end_references()
    if is_block or (why and not before):
        state.flush()
    state.typed = None if is_block else state.typed
    state.hidden = before


def _folds_out(child: HtmlElement, state: Walk) -> bool:
    """Read what folds out the text below it as the heading of that: by the mark in it, or by its use."""
    marked = heading_in(child) if child.tag == "button" else None
    is_control = (child.tag == "button" and opens_panel(child)) or is_handle(child) or asks(child)
    if is_control or marked is not None:
        state.flush()
        level = marked_level(marked) + state.sunk if marked is not None else handle_level(child, state)
        state.head(level, heading_words(child if marked is None else marked))
    return is_control or marked is not None


def _is_label(child: HtmlElement, state: Walk) -> bool:
    """Whether an element names what stands below it in its box, and nothing marks it as a heading."""
    has_begun = state.zone is None and (state.heading > 0 or state.title_at is not None)
    return has_begun and labels_block(child) and not looks_like_heading(child, state.sheet)


def _end(child: HtmlElement, state: Walk, item: tuple[int | None, int, int, object]) -> None:
    """The end of a box: the labels in it name nothing further."""
    if child.tag in {"div", "section", "td", "aside", "blockquote", "details", "fieldset"}:
        state.flush()
        state.bullet, state.depth, state.labelled, state.labels_of = item


def _read(child: HtmlElement, state: Walk, ground: str, depth: int, *, inside: bool) -> None:
    tag = child.tag
    read = partial(walk, state=state, ground=ground, depth=depth + 1, inside=inside)
    if level := level_of(child, state):
        # Beside the heading in it may stand what a click does.
        head = next(child.iter(*HEADINGS), child) if tag == "summary" else child
        _heading(head, state, level + (0 if tag == "summary" else state.sunk))
    elif tag == "sup":
        state.inline.raise_element(child)
    elif tag == "br":
        break_line(child, state)
    elif sections := sections_of(child, state.total) if state.zone is None and state.bullet is None else []:
        state.flush()
        state.read_labelled(sections, read)
    elif tag in {"ul", "ol"}:
        _list(child, state, ground, depth, inside=inside)
    elif tag == "dl":
        read_definitions(child, state, read)
    elif tag == "pre":
        read_lines(child, state)
    elif is_data_table(child):
        _table(child, state, ground)
    elif tag in {"img", "picture", "figure"} or is_named_figure(child):
        read_figure(child, state, partial(walk, child, state, ground=ground, depth=depth + 1))
    else:
        _block(child, state, ground, depth, inside=inside)


def _heading(child: HtmlElement, state: Walk, level: int) -> None:
    """An element that is marked as a heading: one, or the title of a table, or the kind of a box."""
    words = heading_words(child)
    state.pieces += [Piece(role=Role.FURNITURE, text=text) for text in badges(child, words)]
    if is_number_of(words):
        # What it is of stands in the line below it, and the section goes on.
        state.put(Role.PARAGRAPH if TABLE_NAME.match(words) else Role.FURNITURE, words)
    elif zone_of(words) is None and titles_table(child):
        state.put(Role.CAPTION, words)
    elif not _set_kind_aside(child, words, state):
        state.head(level, words)


def _set_kind_aside(child: HtmlElement, words: str, state: Walk) -> bool:
    """Set the head of a box aside that only says of which kind the box is."""
    is_kind = names_box_kind(words) and stands_in_box(child)
    if is_kind:
        if (level := marked_level(child)) and level <= state.heading:
            # What the box says stands beside the heading above it, and not under that.
            state.pieces.append(Piece(role=Role.LEAVE, text="", level=level))
            state.heading = level - 1
        if state.zone is None and not state.hidden and labels_box(child):
            # The word stands before what the box says, and heads nothing.
            state.flush()
            if state.pieces and state.pieces[-1].role is not Role.HEADING:
                # No lead-in of a list before the box goes on in it.
                state.pieces.append(leave_lead_in())
            state.label(words.strip(": "), child.getparent())
        else:
            state.pieces.append(Piece(role=Role.FURNITURE, text=words))
    return is_kind


def _names_below(child: HtmlElement, state: Walk) -> bool:
    """Read the title of a box, or the label of a block, where an element is one."""
    if not state.hidden and titles_box(child) and heading_in(child) is None and not looks_like_heading(child, state.sheet):
        _box_title(child, state)
        return True
    if _is_label(child, state):
        state.flush()
        state.label(heading_words(child).rstrip(": "), child.getparent())
        return True
    return False


def _box_title(child: HtmlElement, state: Walk) -> None:
    """The title of a box, which stands inside of the heading above the box."""
    state.flush()
    words = heading_words(child).rstrip(":").strip()
    level = min(level_inside(child, state), BOLD_LEVEL)
    if not _set_kind_aside(child, words, state):
        state.head_or_label(words, level=level)


def _block(child: HtmlElement, state: Walk, ground: str, depth: int, *, inside: bool) -> None:
    """An element without a mark of its own: the title of a table, a heading by its looks, or what holds others."""
    is_heading = looks_like_heading(child, state.sheet) and not TABLE_NAME.match(heading_words(child))
    if names_next_table(child) or (is_heading and titles_table(child)):
        state.flush()
        state.put(Role.CAPTION, _LABEL_APART.sub(r"\1.", heading_words(child)))
    elif is_heading and leads_list(child):
        state.flush()
        state.put(Role.PARAGRAPH, f"{heading_words(child).rstrip(': ')}:")
    elif is_heading:
        state.flush()
        words = heading_words(child).rstrip(":").strip()
        if not _set_kind_aside(child, words, state):
            level, beside = raised_level(child, state.sheet), state.beside()
            is_beside = beside is not None and names_own_box(child, beside.text)
            state.head_or_label(words, level=beside.level if beside and is_beside else level)
    elif child.tag == "p" and state.bullet is None and (name := run_in_name(child, state.names_in)) is not None:
        # What it says stands under the name, as an item under its lead-in.
        state.put(Role.GROUP, heading_words(name).rstrip(". "))
        name.drop_tree()
        state.names_in = child.getparent()
        state.bullet = state.depth + 1
        walk(child, state, ground=ground, depth=depth + 1, inside=inside)
        state.flush()
        state.bullet = None
    else:
        open_run_in(child, state)
        walk(child, state, ground=ground, depth=depth + 1, inside=inside)


def _list(element: HtmlElement, state: Walk, ground: str, depth: int, *, inside: bool) -> None:
    outer, labelled = state.bullet, state.labelled
    state.depth += 1 + labelled
    state.labelled = 0
    for number, item in enumerate((child for child in element if child.tag in {"li", "ul", "ol"}), start=1):
        state.bullet = state.depth
        if state.zone is Zone.REFERENCES and element.tag == "ol" and item.tag == "li":
            state.entry = f"{item.get('value') or number}. "
        _child(item, state, ground, depth + 1, inside=inside)
        state.flush()
        state.labelled = 0
    state.depth -= 1 + labelled
    state.bullet, state.labelled = outer, labelled


def _table(element: HtmlElement, state: Walk, ground: str) -> None:
    if labelled := labels_of(element) if state.zone is None and state.bullet is None else []:
        state.read_labelled(labelled, lambda cell: walk(cell, state, ground=ground, inside=True))
        return

    def is_hidden(part: HtmlElement) -> bool:
        return bool(why_hidden(part, state.sheet.of(part), ground_behind(part, element, state.sheet, ground)))

    if items := read_bullets(element, is_hidden):
        for item in items:
            state.put(Role.BULLET, item, level=state.depth + 1)
        return
    pieces = read_table(element, is_hidden)
    if not pieces:
        state.tables_lost += bool(words_in(element))
    elif state.zone is not None or not any(piece.role is Role.ROW for piece in pieces):
        # Without a row it only places words.
        for piece in pieces:
            state.put(Role.PARAGRAPH if state.zone is not None else piece.role, piece.text)
    elif (aside := lines_about(read_grid(element), opens=not state.heading)) is not None:
        state.pieces += (Piece(role=Role.FURNITURE, text=text) for text in aside)
    else:
        state.tables += 1
        name_table(state.pieces)
        state.pieces += [replace(piece, hidden=state.hidden) for piece in pieces]
