"""What an item of a text set in lines tells by itself: of the body, of its page, its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.parse.dates import is_date_line, is_lone_date
from ingest.parse.furniture import is_furniture
from ingest.parse.numbering import split_number
from ingest.parse.standing import is_organisation
from ingest.parse.title_line import is_named_by_crumbs
from ingest.parse.wrapped.headings import Kind
from ingest.parse.wrapped.items import Item, Shape
from ingest.parse.wrapped.links import is_of_form
from ingest.parse.zones import zone_of

_BARS = re.compile(r"\s+[|/>»›·•]\s+")
_LEAST_BARS, _PART_WORDS = 3, 8
_FIELDS = re.compile(r"[A-Z][\w /]{1,24}:\s.*\b[A-Z][\w /]{1,24}:\s")
_LEAST_SAID, _LEAST_TITLE, _MOST_TITLE, _AMONG = 8, 2, 20, 28
_SUBJECT = re.compile(r"(?:subject|asunto)\s?:\s+(?=\S)", re.IGNORECASE)
_ENDS = (".", "!", "?", ":")
_LEAST_INSIDE = 3
_LEAST_MET, _SOME_MET, _PREFIX = 0.5, 0.25, 6


def words_of(item: Item) -> str:
    """The words of a table's cells; empty for any other item."""
    return " ".join(cell for row in item.table.grid for cell in row if cell) if item.table else ""


def folded(heading: str) -> str:
    """A heading as it is compared: without its number, in small letters."""
    return split_number(heading)[1].casefold().rstrip(": ")


def is_said(item: Item) -> bool:
    """Whether an item is text of the body: a sentence of some words that speaks of something else than the page."""
    is_text = item.shape in {Shape.PARAGRAPH, Shape.BULLET} and len(item.text.split()) >= _LEAST_SAID
    return is_text and item.text.endswith(_ENDS) and not is_of_page(item.text)


def first_said(items: Sequence[Item], begin: int = 0) -> int:
    """The first item from ``begin`` on that is text of the body; how many items there are if none is."""
    return next((number for number in range(begin, len(items)) if is_said(items[number])), len(items))


def states_fields(item: Item) -> bool:
    """Whether an item holds fields one beside the other ("Prepared by: …   Review: …")."""
    return item.shape is Shape.PARAGRAPH and _FIELDS.match(item.text) is not None and not item.text.endswith(".")


def is_of_page(text: str) -> bool:
    """Whether a text says something of the page, or leads to another, by its words or by its shape."""
    if is_furniture(text) or is_date_line(text) or is_lone_date(text) or is_of_form(text):
        return True
    parts = _BARS.split(text)
    return len(parts) >= _LEAST_BARS and all(len(part.split()) <= _PART_WORDS for part in parts) and not text.endswith(".")


def find_title(items: Sequence[Item]) -> int | None:
    """Which item is the title: one with strokes below it that is no section, else one whose words come again in the text."""
    first = next((number for number, item in enumerate(items) if is_said(item) or item.shape is Shape.TABLE), len(items))
    if (subject := next((number for number in range(first) if _SUBJECT.match(items[number].text)), None)) is not None:
        return subject
    if (named := _below_crumbs(items, first)) is not None:
        return named
    if (outermost := _furthest_out(items)) is not None:
        return outermost
    before = [number for number in range(min(first, _AMONG)) if _may_be_title(items[number])]
    underlined = [number for number in before if (style := items[number].style) and style.kind <= Kind.SINGLE]
    if underlined and _is_alone(items, underlined[0], first):
        return underlined[0]
    headings = [number for number in range(first) if items[number].shape is Shape.HEADING]
    # The last heading before the text names its first section.
    last = headings[-1] if headings and first < len(items) else -1
    numbered = next((number for number in before if _is_section(items[number])), len(items))
    free = [number for number in before if number != last and number < numbered]
    body = " ".join(item.text.lower() for item in items[first:])

    def worth(number: int) -> tuple[bool, bool, bool, int]:
        text = items[number].text
        met = _share_met(text, body)
        return met >= _LEAST_MET, met >= _SOME_MET, len(text.split()) > _LEAST_TITLE, -number

    if not free and last in before and last < numbered and len(headings) == 1:
        return last
    return max(free, key=worth, default=None)


def _below_crumbs(items: Sequence[Item], first: int) -> int | None:
    """The item before the text that the way through the site above it ends with; None where there is no such way."""
    for place in range(min(first, _AMONG)):
        below = (number for number in range(place + 1, min(first, _AMONG)) if _may_be_title(items[number]))
        if (named := next((n for n in below if is_named_by_crumbs(items[place].text, items[n].text)), None)) is not None:
            return named
    return None


def _furthest_out(items: Sequence[Item]) -> int | None:
    """The first heading, where it alone stands further out than all others that stand by themselves and name parts."""
    named = [
        number
        for number, item in enumerate(items)
        if item.shape is Shape.HEADING and item.style and zone_of(item.text) is None and not is_of_page(item.text)
    ]
    styles = [style for number in named if (style := items[number].style) is not None]
    if len(named) <= _LEAST_INSIDE or any(style.kind is not Kind.LONE for style in styles[: _LEAST_INSIDE + 1]):
        return None
    is_out = all(styles[0].indent < style.indent for style in styles[1:] if style.kind is Kind.LONE)
    return named[0] if is_out and named[0] < _AMONG and _may_be_title(items[named[0]]) else None


def without_label(title: str) -> str:
    """A title without the word that says that it is what a letter is about."""
    return _SUBJECT.sub("", title)


def _is_section(item: Item) -> bool:
    """Whether a heading has a number."""
    return bool(split_number(item.text)[0]) or (item.style is not None and item.style.depth > 0)


def _may_be_title(item: Item) -> bool:
    is_name = item.shape is Shape.HEADING or (item.shape is Shape.PARAGRAPH and item.rows <= 2 and item.text[-1] not in ".;,!")  # noqa: PLR2004
    if not is_name or not 1 <= len(item.text.split()) <= _MOST_TITLE or is_of_page(item.text) or _FIELDS.match(item.text):
        return False
    is_other = "   " in item.text or "@" in item.text or item.text[0] in "*[#("
    return not is_other and zone_of(item.text) is None and not is_organisation(item.text)


def _is_alone(items: Sequence[Item], place: int, first: int) -> bool:
    """Whether an underlined line has no number, and no text before the next heading, or no other is underlined so."""
    own = items[place]
    if _is_section(own):
        return False
    others = [number for number, item in enumerate(items) if item.style == own.style and number != place]
    below = range(place + 1, len(items))
    following = next((n for n in below if items[n].shape is Shape.HEADING and zone_of(items[n].text) is None), len(items))
    return not others or following < first


def _share_met(text: str, body: str) -> float:
    """How many of the longer words of a text come again in the body."""
    words = set(re.findall(r"[^\W\d_]{4,}", text.lower()))
    return sum(word[:_PREFIX] in body for word in words) / len(words) if words else 0.0
