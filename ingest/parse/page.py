"""The lines of a capture sorted into title, body, reference list and furniture, walking down the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ingest.parse.contents import Contents, find_contents
from ingest.parse.dates import is_date_line, is_lone_date, is_lone_month
from ingest.parse.furniture import is_furniture
from ingest.parse.glued import find_glued
from ingest.parse.headings import Layout, looks_like_heading, numbered_level
from ingest.parse.labels import names_box_kind
from ingest.parse.lines import Line, has_columns
from ingest.parse.page_numbers import runs_beside_number, without_page_numbers
from ingest.parse.references import is_citation, is_entry
from ingest.parse.terse import are_terse, noted
from ingest.parse.title_line import find_title, is_crumbs
from ingest.parse.toggles import find_toggles
from ingest.parse.zones import Zone, zone_of
from ingest.sentences import asserts

_USES_GAPS = 0.3
_ENDS_SENTENCES = 0.9
_LEAST_SENTENCE = 8
_LONGEST_HEADING = 9
_MENU, _LINKS, _CLAUSE = 4, 1, 6
_LONG_PARAGRAPH = 25
_TOP = 12
_NOTE = 6
_CREDITED = re.compile(r"\w\s+\d{1,2}(?:, \d{1,2})*:?$")
_BUTTON = re.compile(r"(?:yes|no|sí|ja|nein|oui|non|ok|cancel|submit)", re.IGNORECASE)
"""What stands alone in a line is clicked: an answer says more, or ends with a stop."""
_FIGURE = re.compile(r"(?:figure|fig\.|figura)\s+[\dA-Z]{1,3}[.:]?", re.IGNORECASE)


class Role(StrEnum):
    """What a line of a page is."""

    TITLE = "title"
    BODY = "body"
    REFERENCE = "reference"
    FURNITURE = "furniture"


@dataclass(slots=True)
class Page:
    """The lines of a page in order, each with its role."""

    lines: list[Line]
    roles: list[Role]
    layout: Layout
    title: Line | None = None
    contents: tuple[str, ...] = ()
    """The headings that the page lists at its top, in small letters."""
    is_note: bool = False
    """Whether it is a few lines without full stops."""

    def of(self, role: Role) -> list[Line]:
        """The lines with that role, in order."""
        return [line for line, own in zip(self.lines, self.roles, strict=True) if own is role]


@dataclass(slots=True)
class _Walk:
    """Where the walk down the page is: before the body, in it, or in a zone that is none."""

    page: Page
    furniture: list[bool]
    has_begun: bool = False
    zone: Zone | None = None
    menu_ends: int = 0
    last: dict[str, int] = field(default_factory=dict)
    """The last place of each line's words."""


def sort_lines(lines: list[Line]) -> Page:
    """Every line with its role."""
    lines, again = without_page_numbers(lines)
    toggles = find_toggles(lines)
    # What stands right below such a line is set apart by it.
    gaps = [line.gap if line.start in toggles else 0 for line in [*lines[:1], *lines]]
    lines = [replace(line, gap=max(line.gap, gap)) for line, gap in zip(lines, gaps, strict=False)]
    furniture = [
        _is_set_aside(line.text)
        or line.start in again
        or (position < _TOP and is_lone_month(line.text))
        or runs_beside_number(lines, position)
        for position, line in enumerate(lines)
    ]
    furniture = [aside or line.start in toggles for aside, line in zip(furniture, lines, strict=True)]
    contents = find_contents(lines)
    furniture = [aside or line.start in contents.entries for aside, line in zip(furniture, lines, strict=True)]
    page = Page(lines=lines, roles=[Role.FURNITURE] * len(lines), layout=_layout(lines, furniture, contents))
    walk = _Walk(page=page, furniture=furniture, last={line.text: position for position, line in enumerate(lines)})
    # A page doesn't list its own title among its headings.
    untitled = [aside or line.start in contents.headings for aside, line in zip(furniture, lines, strict=True)]
    page.title = find_title(lines, untitled, page.layout)
    page.contents = contents.titles
    for position in range(len(lines)):
        page.roles[position] = _role(walk, position)
    if not page.of(Role.BODY) and len(lines) <= _NOTE:
        _read_as_note(page, furniture)
    return page


def _read_as_note(page: Page, furniture: Sequence[bool]) -> None:
    """A few lines without any sentence are no page around an article but a note: what says something is its text."""
    left = [position for position, aside in enumerate(furniture) if not aside]
    for position, is_text in zip(left, noted([page.lines[one] for one in left]), strict=True):
        if is_text:
            page.roles[position], page.is_note, page.title = Role.BODY, True, None


def _is_set_aside(text: str) -> bool:
    """Whether the words of a line alone say that it is none of the text."""
    return (
        _BUTTON.fullmatch(text) is not None
        or names_box_kind(text)
        or is_furniture(text)
        or is_date_line(text)
        or is_lone_date(text)
    )


def _layout(lines: Sequence[Line], is_aside: Sequence[bool], contents: Contents) -> Layout:
    """How the page is set; whether its sentences have their stops is told by what is no furniture."""
    gaps = sum(line.gap > 0 for line in lines[1:])
    long = [line for line in lines if _is_long(line)]
    said = [
        line for line, aside in zip(lines, is_aside, strict=True) if not aside and _is_long(line) and not has_columns(line.text)
    ]
    ended = sum(line.is_sentence for line in said)
    indents = Counter(line.indent for line in long)
    return Layout(
        indent=max(indents, key=lambda indent: indents[indent], default=0),
        uses_gaps=gaps >= _USES_GAPS * max(len(lines) - 1, 1),
        ends_sentences=bool(said) and ended >= _ENDS_SENTENCES * len(said),
        glued=find_glued(lines, is_aside),
        listed=contents.headings,
    )


def _is_long(line: Line) -> bool:
    """Whether a line is too long for a heading; what begins with a small letter is an item of a list that lost its bullets."""
    return not line.is_bullet and line.words > _LONGEST_HEADING and not line.text[0].islower()


def _role(walk: _Walk, position: int) -> Role:
    line = walk.page.lines[position]
    title = walk.page.title
    if title is not None and line.start == title.start:
        return Role.TITLE
    zone = zone_of(line.text) if line.words <= _LEAST_SENTENCE or not line.is_sentence else None
    walk.zone = zone or walk.zone
    is_entry_line = walk.zone is Zone.REFERENCES and zone is None and is_entry(line.text, is_numbered=line.is_numbered)
    is_title_again = title is not None and (line.text == title.text or (not walk.has_begun and is_crumbs(line, title)))
    is_set_aside = zone is not None or walk.furniture[position] or is_title_again
    if (is_set_aside and not is_entry_line) or _names_figure(walk, position):
        return Role.FURNITURE
    if walk.zone is Zone.REFERENCES:
        return Role.REFERENCE if is_entry_line else _in_references(walk, position)
    return _in_body(walk, position)


def _names_figure(walk: _Walk, position: int) -> bool:
    """Whether a line is the number of a figure or its name below that: what a figure shows, the capture doesn't hold."""
    lines = walk.page.lines
    if _FIGURE.fullmatch(lines[position].text):
        return True
    above = next((other for other in range(position - 1, -1, -1) if not is_furniture(lines[other].text)), None)
    return above is not None and _FIGURE.fullmatch(lines[above].text) is not None and not lines[position].is_sentence


def _in_body(walk: _Walk, position: int) -> Role:
    """A line outside any reference list that its words don't set aside."""
    if walk.has_begun and is_citation(walk.page.lines[position].text) and _ends_page(walk, position):
        walk.zone = Zone.REFERENCES
        return Role.REFERENCE
    if walk.zone is not None or not walk.has_begun:
        if not _opens_body(walk, position):
            return Role.FURNITURE
        walk.zone, walk.has_begun = None, True
    return Role.BODY


def _in_references(walk: _Walk, position: int) -> Role:
    """A line below the heading of a reference list: an entry, unless a section of the body begins again."""
    line = walk.page.lines[position]
    following = _next(walk, position)
    begins_again = (
        not line.is_bullet
        and following is not None
        and looks_like_heading(line, following, walk.page.layout)
        and line.words > 1
        and following.is_sentence
        and not is_citation(following.text)
        and (following.words >= _LONG_PARAGRAPH or (following.words >= _CLAUSE and asserts(following.text)))
    )
    if begins_again:
        walk.zone = None
        return Role.BODY
    return Role.REFERENCE


def _ends_page(walk: _Walk, position: int) -> bool:
    """Whether what follows is citations and furniture only: one sentence with a year in the body starts no reference list."""
    rest = range(position, len(walk.page.lines))
    left = [walk.page.lines[other] for other in rest if not walk.furniture[other]]
    has_parts = ". " in left[0].text if left else False
    return (
        has_parts
        and all(is_citation(line.text) or not line.is_sentence for line in left)
        and (len(left) > 1 or position == len(walk.page.lines) - 1)
    )


def _opens_body(walk: _Walk, position: int) -> bool:
    """Whether the body begins (again) with this line: a heading with content below it, or a full paragraph."""
    line = walk.page.lines[position]
    following = _next(walk, position)
    if walk.has_begun and walk.zone is Zone.NOTICE and not looks_like_heading(line, following, walk.page.layout):
        return False
    if looks_like_heading(line, following, walk.page.layout):
        title = walk.page.title
        if title is not None and line.start < title.start:
            return False
        return not _is_listed(walk, position) and not _is_in_menu(walk, position) and _has_content_below(walk, position)
    if not walk.has_begun and _begins_note(walk, position):
        return True
    least = _LEAST_SENTENCE if not walk.has_begun else _LONG_PARAGRAPH
    return not line.is_bullet and line.words >= least and line.is_sentence and not line.text.endswith("?")


def _is_in_menu(walk: _Walk, position: int) -> bool:
    """Whether a line before the body, or in a list of links, is one of so many heading lines in a row that they are a menu."""
    is_in_links = walk.has_begun and walk.zone is Zone.LINKS
    if position < walk.menu_ends or (walk.has_begun and not is_in_links):
        return position < walk.menu_ends
    lines, title, end = walk.page.lines, walk.page.title, position
    while end < len(lines) and not walk.furniture[end] and not (title is not None and lines[end].start == title.start):
        is_again = any(lines[end].text == other.text for other in lines[position:end])
        if is_again or numbered_level(lines[end]) or not looks_like_heading(lines[end], _next(walk, end), walk.page.layout):
            break
        end += 1
    # The last of them stands above the text that ends a list of links.
    end -= is_in_links
    if end - position <= (_LINKS if is_in_links else _MENU):
        return False
    walk.menu_ends = end
    return True


def _has_content_below(walk: _Walk, position: int) -> bool:
    """Whether body text comes below a heading before the next furniture; headings may stand between."""
    for other in range(position + 1, len(walk.page.lines)):
        line = walk.page.lines[other]
        if zone_of(line.text) is not None or _is_listed(walk, other):
            return False
        if walk.furniture[other]:
            if line.is_sentence and line.words >= _LEAST_SENTENCE:
                # What a page says of its rights in running text doesn't end a part as its menus do.
                continue
            return False
        if not walk.has_begun and _begins_note(walk, other):
            return True
        if line.is_bullet or (line.words >= _LEAST_SENTENCE and (line.is_sentence or _CREDITED.search(line.text))):
            return not line.text.endswith("?")
        if line.text.endswith(":"):
            continue
        if not looks_like_heading(line, _next(walk, other), walk.page.layout):
            return False
    return False


def _begins_note(walk: _Walk, position: int) -> bool:
    following = _next(walk, position)
    return following is not None and not walk.furniture[position + 1] and are_terse(walk.page.lines[position], following)


def _is_listed(walk: _Walk, position: int) -> bool:
    """Whether a heading is only an entry of a menu or table of contents: before the body, and met again further down."""
    if walk.has_begun:
        return False
    text = walk.page.lines[position].text
    following = _next(walk, position)
    is_alone = following is not None and not following.is_sentence and not following.is_bullet
    return is_alone and walk.last[text] > position


def _next(walk: _Walk, position: int) -> Line | None:
    return walk.page.lines[position + 1] if position + 1 < len(walk.page.lines) else None
