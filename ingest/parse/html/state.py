"""What has been read of a page so far: its pieces, and the zone that the walk is in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from ingest.parse.dates import is_date_line, is_lone_date
from ingest.parse.furniture import is_furniture, split_furniture
from ingest.parse.html.inline import Inline
from ingest.parse.html.style import Sheet
from ingest.parse.labels import is_label
from ingest.parse.own_standing import is_standing_row
from ingest.parse.pieces import Piece, Role
from ingest.parse.references import is_citation, is_run_in_list
from ingest.parse.zones import Zone, ends_letter, is_contents, zone_of
from ingest.sentences import points_elsewhere

BOLD_LEVEL = 7
"""The level of a heading that is only bold."""
_TYPED_BULLET = re.compile(r"(?:[·•‣▪●○§]\s+|[•‣▪●○](?=[^\W_]))(?=\S)")
"""What word processors write for a list when they save a page."""
_DASH = re.compile(r"[·•‣▪●○§–-]\s+(?=\S)")
_TYPED_MARK = re.compile(r"^(?:[^\w\s(]|o(?= )|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
_RECOMMENDATION = re.compile(r"^\d{1,2}(?:\.\d{1,3}){1,3}\s+(?=[A-ZÁÉÍÓÚÑ¿][\w’']*\s)")
"""The number of a recommendation, which is no part of its words."""
_ONLY_NUMBER = re.compile(r"[\[(]?(?:[A-Z]{1,3}-?)?\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?[\])]?[.:]?")
_LISTED = re.compile(r"^\W{0,2}\d{1,3}\W|\b(?:19|20)\d\d\b")
"""What a line of a reference list has that is no item: its number, or a year."""
_ISSUED = re.compile(r"\[[^\[\]]{0,40}\b(?:19|20)\d\d[^\[\]]{0,40}\]")
"""When what stands above it was issued or amended, alone in brackets: it heads nothing."""
_ABOUT = re.compile(r"more (?:about|on) ", re.IGNORECASE)
"""A heading that stands above links, or above the text itself."""
_LEAST_HIDDEN = 3
_RUNNING_WORDS = 18
_OUTER = 2


@dataclass(slots=True)
class Walk:
    """What has been read so far."""

    sheet: Sheet
    total: int
    unlinked: int = 1
    """How many of the article's words are no links."""
    teasers: frozenset[HtmlElement] = frozenset()
    """What only leads to other articles."""
    title: str = ""
    site: str = ""
    """The name of the site, which may stand as a heading above the page's own."""
    title_at: int | None = None
    """How many pieces stand before the title; None until it is met."""
    pieces: list[Piece] = field(default_factory=list)
    tables: int = 0
    tables_lost: int = 0
    figures: int = 0
    inline: Inline = field(default_factory=Inline)
    zone: Zone | None = None
    zone_level: int = 0
    lists_contents: bool = False
    """Whether the zone is a list of the page's own headings: there are none in it, and the next one ends it."""
    bullet: int | None = None
    """Depth of the list item that is open, until its first words are written."""
    depth: int = -1
    hidden: str = ""
    heading: int = 0
    sunk: int = 0
    """How much deeper the headings of the open folded part stand than they are marked."""
    heads_aside: list[tuple[int, int]] = field(default_factory=list)
    """Place and level of the headings in the open zone."""
    labelled: int = 0
    """1 while the open list item has a label above its paragraphs."""
    opened: dict[str, str] = field(default_factory=dict)
    """The ids of what controls of the page fold out, with the controls' words."""
    panels: dict[HtmlElement, int] = field(default_factory=dict)
    """What words above it fold out, with the level of these words."""
    labels_of: object = None
    """The box whose parts the open label names."""
    names_in: object = None
    """The box whose paragraphs open with a name in bold."""
    headed_in: object = None
    """The box whose paragraphs open with a heading in bold before a dash."""
    dashed: bool = False
    """Whether the open line began with a dash behind a break."""
    typed: int | None = None
    """Depth of the list item that is open as a paragraph of a word processor."""
    entry: str = ""
    """Number of the open entry of a reference list."""

    def flush(self) -> None:
        """End the open paragraph or list item."""
        text = self.inline.take()
        if not text or not any(character.isalnum() for character in text):
            return
        text, self.entry = f"{self.entry}{text}", ""
        role, level = (Role.BULLET, self.bullet + self.labelled) if self.bullet is not None else (Role.PARAGRAPH, 0)
        if self.typed is not None:
            role, level, text = Role.BULLET, self.typed, _TYPED_MARK.sub("", text)
        elif typed := (_DASH if self.dashed else _TYPED_BULLET).match(text):
            role, text = Role.BULLET, text[typed.end() :]
        self.dashed = False
        self.put(role, _RECOMMENDATION.sub("", text), level=level or 0)

    def put(self, role: Role, text: str, *, level: int = 0) -> None:
        """A further piece, unless its zone or its wording says that it is none of the article."""
        if self.zone is Zone.LINKS and role is Role.PARAGRAPH and _runs(text):
            self._leave_links()
        if role is Role.PARAGRAPH and self.zone is None and ends_letter(text):
            self.zone, self.zone_level = Zone.NOTICE, BOLD_LEVEL
        if self.title_at is None and role is Role.PARAGRAPH and text == self.title:
            self.title_at = len(self.pieces)
        if (
            self.zone is Zone.REFERENCES
            and role in {Role.PARAGRAPH, Role.BULLET}
            and (is_citation(text) or (not is_furniture(text) and (role is Role.BULLET or _LISTED.search(text) is not None)))
        ):
            role = Role.REFERENCE
        elif self.zone is not None or (
            role in {Role.PARAGRAPH, Role.BULLET}
            and (
                is_furniture(text.rstrip(" —–"))
                or is_date_line(text)
                or is_lone_date(text)
                or is_run_in_list(text)
                or is_label(text)
                or is_standing_row(text)
            )
        ):
            role = Role.FURNITURE
        elif role is Role.PARAGRAPH and not self.hidden and len(parts := split_furniture(text)) > 1:
            kept = (Piece(role=Role.FURNITURE if is_aside else role, text=part) for part, is_aside in parts)
            self.pieces += kept
            return
        if role is Role.FURNITURE or role is Role.REFERENCE:
            self.pieces.append(Piece(role=role, text=text))
        elif not self.hidden or len(text.split()) >= _LEAST_HIDDEN:
            self.pieces.append(Piece(role=role, text=text, level=level, hidden=self.hidden))

    def has_just_said(self, words: str) -> bool:
        """Whether the last piece is a heading of these words: what folds out below it needs no other."""
        return bool(self.pieces) and self.pieces[-1].role is Role.HEADING and self.pieces[-1].text == words

    def beside(self) -> Piece | None:
        """The open heading where that stands inside another: a box with a name of its own may stand beside it.

        One right below the heading is of it.
        """
        last = next((piece for piece in reversed(self.pieces) if piece.role is not Role.FURNITURE), None)
        if last is not None and last.role is Role.HEADING:
            return None
        heads = [piece for piece in self.pieces if piece.role is Role.HEADING]
        is_inside = any(piece.level < self.heading for piece in heads)
        return heads[-1] if is_inside and heads[-1].level == self.heading else None

    def head_or_label(self, words: str, *, level: int = BOLD_LEVEL) -> None:
        """Words set apart: a heading, or in a list item a label that what stands below them in the item stands under."""
        if self.bullet is None:
            self.head(level, words)
            return
        self.labelled = 0
        self.put(Role.BULLET, f"{words}:", level=self.bullet or 0)
        self.labelled = 1

    def label(self, words: str, parent: object) -> None:
        """Words that name what stands below them in a box: an item that the rest of the box stands under, as below a lead-in."""
        if self.bullet is None:
            self.bullet = self.depth + 1
        elif self.labels_of is not parent:
            self.bullet += self.labelled
        self.labels_of, self.depth, self.labelled = parent, self.bullet - 1, 0
        self.put(Role.BULLET, f"{words}:", level=self.bullet)
        self.labelled = 1

    def end_references(self) -> None:
        """The end of a block that was named as the reference list."""
        if self.zone_level == BOLD_LEVEL and self.zone is Zone.REFERENCES:
            self.flush()
            self.zone = None

    def read_labelled(self, labelled: Sequence[tuple[str, HtmlElement]], read: Callable[[HtmlElement], None]) -> None:
        """The cells of a table each under the label beside it, which reaches no further than its cell."""
        above = self.heading
        for label, cell in labelled:
            self.heading = above
            self.head(above + 1, label)
            read(cell)
            self.flush()
        self.pieces.append(Piece(role=Role.LEAVE, text="", level=above + 1))
        self.heading, self.zone = above, None

    def leave(self, begins: int, above: int, *, is_box: bool = False) -> None:
        """The end of a part: the headings in it don't reach further, if it held more than headings.

        What ``is_box`` breaks into the text: its heading doesn't either where it is marked like the one above.
        """
        inside = self.pieces[begins:]
        levels = [piece.level for piece in inside if piece.role is Role.HEADING]
        last = next((piece for piece in reversed(inside) if piece.role is not Role.FURNITURE), None)
        if levels and last is not None and last.role is not Role.HEADING and self.zone is None:
            is_beside = is_box and min(levels) == above
            level = above if is_beside else max(min(levels), above + 1 if above else 1)
            self.pieces.append(Piece(role=Role.LEAVE, text="", level=level))
            self.heading = above

    def _leave_links(self) -> None:
        """Running text ends a list of links; the headings just above it are headings again."""
        for position, level in reversed(self.heads_aside):
            is_last = all(piece.role is not Role.FURNITURE for piece in self.pieces[position + 1 :])
            zone = zone_of(self.pieces[position].text)
            if not is_last or (zone is not None and not _ABOUT.match(self.pieces[position].text)):
                break
            self.pieces[position] = replace(self.pieces[position], role=Role.HEADING, level=level)
            self.heading = self.heading or level
        self.heads_aside.clear()
        self.zone = None

    def head(self, level: int, text: str) -> None:
        """A heading, or the title, or the end of a zone."""
        if not text or self.hidden or _ONLY_NUMBER.fullmatch(text):
            return
        is_site = text == self.site and text != self.title and self.title_at is None
        # A part of the page may hold all its tables.
        is_part = level <= _OUTER and text.lower().endswith("s")
        if is_site or is_date_line(text) or _ISSUED.fullmatch(text) or (is_label(text) and not is_part) or points_elsewhere(text):
            self.pieces.append(Piece(role=Role.FURNITURE, text=text))
            return
        if self.zone is None or level <= self.zone_level or self.lists_contents or zone_of(text) is not None:
            self.zone = zone_of(text)
            self.zone_level = level
            self.lists_contents = self.zone is Zone.LINKS and is_contents(text)
        if self.zone is not None:
            self.heads_aside.append((len(self.pieces), level))
            self.pieces.append(Piece(role=Role.FURNITURE, text=text))
        elif (self.title and _letters(text) == _letters(self.title)) or (level == 1 and not self.title):
            self.title = self.title or text
            if self.title_at is None:
                # What heads the site above the page's own title reaches no further.
                self.pieces += [Piece(role=Role.LEAVE, text="", level=1)] if self.heading else []
                self.title_at, self.heading = len(self.pieces), 0
        else:
            self.heading = level
            self.pieces.append(Piece(role=Role.HEADING, text=text, level=level))


def _letters(text: str) -> str:
    """The letters and figures of a heading, which may be set with other signs between its parts where it stands again."""
    return "".join(filter(str.isalnum, text)).casefold()


def _runs(text: str) -> bool:
    """Whether a paragraph is running text: long, and ended with a stop."""
    return len(text.split()) >= _RUNNING_WORDS and text[-1] in ".!?" and not is_furniture(text)
