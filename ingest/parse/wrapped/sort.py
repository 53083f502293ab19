"""The items of a text set in lines → its title, and pieces: body, references, and what is none of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.parse.contents import names_heading
from ingest.parse.dates import is_date_line
from ingest.parse.furniture import is_furniture
from ingest.parse.grid import table_pieces
from ingest.parse.numbering import split_number
from ingest.parse.pieces import Piece, Role
from ingest.parse.references import is_citation
from ingest.parse.wrapped.headings import Kind, Style, levels_of
from ingest.parse.wrapped.items import Item, Shape
from ingest.parse.wrapped.telling import (
    find_title,
    first_said,
    folded,
    is_of_page,
    is_said,
    states_fields,
    without_label,
    words_of,
)
from ingest.parse.zones import Zone, zone_of

_FIGURE = re.compile(r"(?:figure|fig\.|figura|abbildung)\s+[\dA-Z]{1,3}\b", re.IGNORECASE)
_GLUED_MARK = re.compile(r"(?<=[a-z%)][.,;])(?P<numbers>\d{1,2}(?:[,–-]\d{1,2})*)(?=\s|$)")
_SIGNED = re.compile(r"(?:signed|fdo|firmado)\b(?: by)?[.:]", re.IGNORECASE)
_FAR = re.compile(r" {3,}")
_FOOT_SHARE, _MOST_FOOT = 0.2, 10
_LEAST_LISTED, _MOST_ENTRIES, _AMONG, _DEEPEST = 3, 200, 28, 9


def sort_items(items: Sequence[Item], *, title: str = "") -> tuple[str, list[Piece], int]:
    """The title, the pieces, and how many of these stand above the title; ``title`` is what is known to be it."""
    found = _without_foot(items)
    place = None if title else find_title(found)
    title_at = 0
    if place is not None:
        title = without_label(found[place].text)
        # What stands above the title is none of the text.
        found = [_aside(item) for item in found[:place]] + found[place + 1 :]
        title_at = place
    first = first_said(found)
    found = [_aside(item) if n < first and (_is_shouted(item) or states_fields(item)) else item for n, item in enumerate(found)]
    found = _without_contents(_set_levels(found, title_at), title_at)
    return title, *_pieces(found, title_at, title)


def _is_shouted(item: Item) -> bool:
    """Whether an item is a notice between stars."""
    return item.text.startswith("***") and item.text.endswith("***")


def _aside(item: Item) -> Item:
    return Item(Shape.ASIDE, item.text or words_of(item))


def _without_foot(items: Sequence[Item]) -> list[Item]:
    """The items, little that stands below the last stroke across the page set aside, but for headings that name what is below."""
    rules = [number for number, item in enumerate(items) if item.shape is Shape.RULE]
    last = rules[-1] if rules else 0
    if not rules or last < len(items) * (1 - _FOOT_SHARE) or len(items) - last > _MOST_FOOT:
        return list(items)
    below = [item if item.shape is Shape.HEADING and zone_of(item.text) else _aside(item) for item in items[last + 1 :]]
    return [*items[:last], *below]


def _set_levels(items: Sequence[Item], begin: int) -> list[Item]:
    """The items, each heading with its level; those that name no part of the text tell nothing of the others."""
    found = list(items)
    outermost = _listed_at_top(items, begin)
    marks: list[Style | None] = []
    places: list[int] = []
    for number, item in enumerate(items):
        if item.shape is Shape.BREAK:
            marks.append(None)
        elif item.shape is Shape.HEADING and item.style is not None and not _is_set_aside(item.text):
            marks.append(Style(Kind.LISTED) if number in outermost else item.style)
        else:
            continue
        places.append(number)
    for number, level in zip(places, levels_of(marks), strict=True):
        found[number].level = level
    return found


def _is_set_aside(heading: str) -> bool:
    return zone_of(split_number(heading)[1]) is not None or is_furniture(heading) or is_date_line(heading)


def _listed_at_top(items: Sequence[Item], begin: int) -> frozenset[int]:
    """The headings that the text lists at its top, where it sets others in the same way: then the others stand inside of them."""
    headings = [number for number, item in enumerate(items) if item.shape is Shape.HEADING and item.style is not None]
    first = min(first_said(items, begin), begin + _MOST_ENTRIES)
    entries = {folded(item.text) for item in items[:first] if item.shape in {Shape.BULLET, Shape.ASIDE, Shape.PARAGRAPH}}
    listed = [n for n in headings if any(names_heading(entry, folded(items[n].text)) for entry in entries if entry)]
    others = [n for n in headings if n not in listed and listed and n > listed[0] and not _is_set_aside(items[n].text)]
    styles = {items[n].style for n in listed}
    is_told = len(listed) >= _LEAST_LISTED and any(items[n].style in styles for n in others)
    return frozenset(listed) if is_told and not any(style and style.depth for style in styles) else frozenset()


def _without_contents(items: Sequence[Item], begin: int) -> list[Item]:
    """The items, those before the text set aside that only name headings which come again further down."""
    names = [folded(item.text) for item in items if item.shape is Shape.HEADING]
    found = list(items)
    for number, item in enumerate(items[begin : begin + _AMONG], start=begin):
        is_entry = item.shape in {Shape.BULLET, Shape.PARAGRAPH} and folded(item.text) in names
        is_again = item.shape is Shape.HEADING and names.count(folded(item.text)) > 1 and folded(item.text) in names
        following = items[number + 1] if number + 1 < len(items) else None
        is_empty = following is not None and following.shape is Shape.HEADING
        if is_entry or (is_again and is_empty):
            found[number] = _aside(item)
    return found


@dataclass(slots=True)
class _Walk:
    """Where the walk down the items is: in the body, or in a zone that is none."""

    title: str
    largest: int
    """How many references the text lists."""
    pieces: list[Piece] = field(default_factory=list)
    zone: Zone | None = None
    zone_level: int = 0
    is_zone_counted: bool = False
    has_begun: bool = False
    boxed: int = 1


def _pieces(items: Sequence[Item], title_at: int, title: str) -> tuple[list[Piece], int]:
    """The pieces of the items, and how many stand above the title."""
    walk = _Walk(title, _listed(items))
    at = 0
    for number, item in enumerate(items):
        if number == title_at:
            at = len(walk.pieces)
        if item.shape is Shape.BREAK:
            walk.zone = None
            walk.pieces.append(Piece(role=Role.LEAVE, text="", level=1))
        elif item.shape is Shape.LEAVE:
            walk.pieces.append(Piece(role=Role.LEAVE, text="", level=walk.boxed))
        elif item.shape is Shape.HEADING:
            _heading(item, walk)
        elif item.shape is not Shape.RULE:
            _follow_zone(item, walk)
            walk.pieces += _said(item, walk)
    return walk.pieces, at


def _heading(item: Item, walk: _Walk) -> None:
    if item.style is not None and item.style.kind is Kind.BOX:
        walk.boxed = item.level
    named = zone_of(split_number(item.text)[1])
    ends_links = walk.zone is Zone.LINKS and not walk.has_begun
    is_counted = item.style is not None and item.style.depth > 0
    # A notice without a number, as that of whom to ask, ends where the text counts its parts on.
    counts_on = walk.zone is Zone.NOTICE and is_counted and not walk.is_zone_counted
    if walk.zone is None or named is not None or ends_links or counts_on or item.level <= walk.zone_level:
        walk.zone, walk.zone_level, walk.is_zone_counted = named, item.level, is_counted
    is_again = folded(item.text) == folded(walk.title)
    is_aside = walk.zone is not None or _is_set_aside(item.text) or is_again
    walk.pieces.append(Piece(role=Role.FURNITURE if is_aside else Role.HEADING, text=item.text, level=item.level))
    walk.has_begun = walk.has_begun or not is_aside


def _sign(walk: _Walk) -> None:
    """Who signs a text, and the office that stands above as a heading does: what is below them is none of the text."""
    walk.zone, walk.zone_level = Zone.NOTICE, _DEEPEST
    if walk.pieces and walk.pieces[-1].role is Role.HEADING:
        walk.pieces[-1] = replace(walk.pieces[-1], role=Role.FURNITURE)


def _follow_zone(item: Item, walk: _Walk) -> None:
    """Before the first heading, text ends a list of links; a line that is no heading may name a zone as well."""
    if item.shape is not Shape.PARAGRAPH:
        return
    if walk.zone is Zone.LINKS and not walk.has_begun and is_said(item):
        walk.zone = None
    if walk.zone is None and _SIGNED.match(item.text):
        _sign(walk)
    if walk.zone is None and item.rows == 1 and not is_said(item):
        walk.zone, walk.zone_level = zone_of(item.text), _DEEPEST


def _listed(items: Sequence[Item]) -> int:
    """How many references the text lists."""
    zones = [zone_of(split_number(item.text)[1]) if item.shape is Shape.HEADING else None for item in items]
    begin = zones.index(Zone.REFERENCES) if Zone.REFERENCES in zones else len(items)
    return sum(item.shape is not Shape.HEADING for item in items[begin:])


def _said(item: Item, walk: _Walk) -> list[Piece]:
    """The pieces of an item that is no heading."""
    text, is_item = item.text, item.shape is Shape.BULLET
    if walk.zone is Zone.REFERENCES and (is_item or (item.shape is Shape.PARAGRAPH and is_citation(text))):
        return [Piece(role=Role.REFERENCE, text=text)]
    is_aside = item.table is None and (is_of_page(text) or _FIGURE.match(text) is not None)
    if walk.zone is not None or item.shape is Shape.ASIDE or is_aside:
        return [Piece(role=Role.FURNITURE, text=part) for part in _FAR.split(text or words_of(item)) if part]
    if item.table is not None:
        return table_pieces(item.table.grid, heads=item.table.heads)
    if item.shape is Shape.CAPTION:
        return [Piece(role=Role.CAPTION, text=text)]
    if walk.largest > 1:
        text = _GLUED_MARK.sub(lambda match: f" [{match['numbers']}]", text)
    return [Piece(role=Role.BULLET if is_item else Role.PARAGRAPH, text=text, level=item.depth)]
