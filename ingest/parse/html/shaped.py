"""Headings of a page: those that are marked as such, those that are set apart by their looks, and those that fold text out."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from ingest.parse.dates import is_date_line, is_lone_date
from ingest.parse.furniture import is_furniture
from ingest.parse.html.around import text_of, words_in
from ingest.parse.html.headline import heading_words
from ingest.parse.html.state import BOLD_LEVEL
from ingest.parse.html.style import Sheet
from ingest.parse.labels import is_control_label
from ingest.parse.numbering import split_number
from ingest.parse.standing import is_organisation
from ingest.sentences import asserts, opens_with_order

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1
    h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul""".split()
)
BOLD = frozenset({"b", "strong"})
_SLANTING = frozenset({"i", "em"})
_MOST_HEADING_WORDS = 14
_SIGN = re.compile(r"^[^\w\s\"“«„‘'(\[¿¡*†‡§#•–—-]+\s*")
"""A small picture before the words of a heading."""
_RAISED_CLASS = re.compile(
    r"(?:^|[\s_-])(?:bold|underlined?|italics?|emphasis|(?:sub-?)?head(?:ing)?|title(?:-?text)?)(?:$|[\s_-])", re.IGNORECASE
)
_HEADING_CLASS = re.compile(
    r"(?:^|[\s_-])(?:sub-?)?(?:(?:rec(?:ommendation)?s?|box|card|panel|call-?out|sec(?:tion)?)[_-]?(?:head(?:er|ing)?|title)|(?:mso-?heading|head(?:ing|line)?|hdr)-?\d?|faq-?question|question|(?:web-?part|widget|block|panel|section|card)[_-]?title(?:-?text)?)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_PART_TITLE = re.compile(
    r"(?:^|\s)(?!\S*(?:author|person|profile|job|user|staff|byline|site|page|doc))[\w-]+__(?:title|heading|headline)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""How style sheets name the title of a part ("card__title")."""
_NAMED_LEVEL = re.compile(r"(?:^|[\s_-])(?:mso-?)?h(?:eading|ead)?-?(?P<level>[1-6])[a-z]?(?:$|[\s_-])", re.IGNORECASE)
"""How style sheets name a block as a heading of a level ("Element-H3B", "heading-2")."""
_LEVEL_CLASS = re.compile(r"(?:^|\s)h[1-6](?:$|\s)", re.IGNORECASE)
"""A class that is only the name of a heading's mark: the words are set as that mark would set them."""
_FONT_SIZE = re.compile(r"(?P<more>\+?)(?P<size>[1-7])")
_FONT_POINTS = (0.0, 7.5, 10.0, 12.0, 13.5, 18.0, 24.0, 36.0)
"""How large the letters of each size of a "font" element are; "+1" is one size above the third."""
_POINTS = {"px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0, "%": 0.12}
_LARGER = 12.5
_LARGE = {"px": 19.0, "pt": 14.0, "em": 1.2, "rem": 1.2}
_TYPED_LIST = re.compile(r"mso-list:\s*\w+\s+level([1-9])", re.IGNORECASE)
_MOST_EMPHASISED_WORDS = 8
_LABELLED = frozenset("p div ul ol dl table".split())
_CLAUSE = re.compile(r"\s(?:when|if|where|while|once|until|after|before|that|who|which|cuando|si|que)\s.*$", re.IGNORECASE)
_AMOUNT = re.compile(r"\d\s?(?:[mµkn]?g|m?[lL]|units?|mmol|mmHg|%|hours?|days?|weeks?|times)\b")
_BELOW = frozenset("p ul ol dl table blockquote hr".split())
_PLACING = frozenset("td tr tbody table".split())
_OPENS_PANEL = frozenset({"aria-controls", "aria-expanded"})


def marked_level(element: HtmlElement) -> int:
    """The level of an element that is marked as a heading; 0 for any other."""
    if element.get("role") != "heading" or element.tag in HEADINGS:
        return HEADINGS.get(element.tag, 0)
    level = element.get("aria-level") or "2"
    return int(level) if level.isdecimal() and 1 <= int(level) <= BOLD_LEVEL else 2


def heading_in(element: HtmlElement) -> HtmlElement | None:
    """The first heading in an element, by its tag or its role."""
    return next((node for node in element.iterdescendants() if isinstance(node.tag, str) and marked_level(node)), None)


def typed_level(element: HtmlElement) -> int | None:
    """The depth, from 0, of a list item that a word processor saved as a paragraph; None for any other."""
    match = _TYPED_LIST.search(element.get("style") or "")
    return int(match.group(1)) - 1 if match else None


def looks_like_heading(element: HtmlElement, sheet: Sheet) -> bool:
    """Whether an element without a heading's mark is set as one: bold, underlined or slanting words on a line of their own."""
    if element.tag == "td":
        return _is_alone_in_row(element) and _is_raised_block(element, sheet)
    if element.tag in {"p", "div", "center"}:
        return _is_bold_heading(element) or _is_emphasised_heading(element) or _is_raised_block(element, sheet)
    is_raised = element.tag in BOLD | {"u"} or (element.tag in {"font", "span"} and _is_raised(element, sheet))
    return is_raised and _is_line_heading(element)


def _is_alone_in_row(cell: HtmlElement) -> bool:
    """Whether no other cell of a row holds words: a line of a page that a table only places."""
    return not any(words_in(other) for other in cell.getparent() if other is not cell)


def _opens_box(element: HtmlElement) -> bool:
    """Whether a block is the first that the only cell of a table says, and not all of it."""
    cell = element.getparent()
    table = next((above for above in element.iterancestors("table")), None)
    if cell is None or cell.tag != "td" or table is None or len(list(table.iter("td", "th"))) > 1:
        return False
    is_first = element.getprevious() is None and not (cell.text or "").strip()
    return is_first and words_in(cell) > words_in(element)


def _is_followed(element: HtmlElement) -> bool:
    """Whether something stands below an element, or below the table that only places it."""
    node = element
    while node.getnext() is None and node.getparent() is not None and node.getparent().tag in _PLACING:
        node = node.getparent()
    return node.getnext() is not None


def _is_raised_block(element: HtmlElement, sheet: Sheet) -> bool:
    """Whether all words of a block are larger or bolder by style, or named a heading, and more follows it."""
    if any(child.tag in BLOCKS for child in element.iterdescendants()) or not _is_followed(element):
        return False
    text = heading_words(element)
    words = split_number(text)[1]
    begins = _SIGN.sub("", words)[:1].isupper()
    is_phrase = 0 < len(text.split()) <= _MOST_HEADING_WORDS and begins and text[-1] not in ".!;,:"
    # A number before large letters counts sections, and the verb of a name may be of its clause ("Changing it when it fails").
    is_counted = words != text and any(stated_size(node, sheet) >= _LARGER for node in element.iter("font", "span"))
    is_counted = is_counted and not opens_with_order(words) and not asserts(_CLAUSE.sub("", words))
    states = asserts(words) and not text.endswith("?") and not is_counted and not (text.isupper() and _opens_box(element))
    if not is_phrase or states or is_furniture(text) or is_organisation(text):
        return False
    node = element
    while True:
        if _is_raised(node, sheet):
            return True
        children = [child for child in node if isinstance(child.tag, str) and child.tag != "br" and not _is_wordless(child)]
        tails = "".join(child.tail or "" for child in node)
        if len(children) != 1 or f"{node.text or ''}{tails}".strip():
            return False
        node = children[0]


def _is_wordless(element: HtmlElement) -> bool:
    """Whether an element is only the place that a link leads to, or only the stroke or dot behind a heading."""
    is_mark = element.tag == "span" and not any(character.isalnum() for character in text_of(element))
    return is_mark or _is_place(element)


def _is_place(element: HtmlElement) -> bool:
    """Whether an element is only the place that a link leads to."""
    return element.tag == "a" and not words_in(element)


def _is_raised(element: HtmlElement, sheet: Sheet) -> bool:
    if element.tag in BOLD or (element.tag == "font" and re.fullmatch(r"[4-7]|\+[1-6]", element.get("size") or "")):
        return True
    style = sheet.of(element)
    size = re.match(r"(\d+(?:\.\d+)?)(px|pt|em|rem)", style.get("font-size", ""))
    is_large = size is not None and float(size.group(1)) >= _LARGE[size.group(2)]
    is_bold = re.match(r"bold|[6-9]00", style.get("font-weight", "")) is not None
    name = element.get("class") or ""
    is_named = any(pattern.search(name) is not None for pattern in (_HEADING_CLASS, _PART_TITLE, _LEVEL_CLASS))
    return is_large or is_bold or is_named


def named_level(element: HtmlElement) -> int:
    """The level that an element is named as ("h2", "heading-3"); 0 for any other."""
    match = _NAMED_LEVEL.search(element.get("class") or "")
    return int(match["level"]) if match else 0


def raised_level(element: HtmlElement, sheet: Sheet) -> int:
    """The level of a heading that is only set as one: as it is named, else further out by larger letters than by bold ones.

    Slanting ones stand inside.
    """
    nodes = [node for node in (element, *element.iterdescendants()) if isinstance(node.tag, str)]
    if named := next((level for node in nodes if (level := named_level(node))), 0):
        return named
    is_large = any(stated_size(node, sheet) >= _LARGER for node in nodes)
    names = " ".join(node.get("class") or "" for node in nodes)
    if is_large or _RAISED_CLASS.search(names) is not None or _HEADING_CLASS.search(names) is not None:
        return BOLD_LEVEL - 1
    return BOLD_LEVEL + any(node.tag in _SLANTING and heading_words(node) == heading_words(element) for node in nodes)


def stated_size(element: HtmlElement, sheet: Sheet) -> float:
    """The size of letters that an element states, in points; 0 for none."""
    if element.tag == "font" and (font := _FONT_SIZE.fullmatch(element.get("size") or "")):
        return _FONT_POINTS[min(int(font["size"]) + (3 if font["more"] else 0), 7)]
    match = re.match(r"(\d+(?:\.\d+)?)(px|pt|em|rem|%)", sheet.of(element).get("font-size", ""))
    return float(match.group(1)) * _POINTS[match.group(2)] if match else 0.0


def labels_block(element: HtmlElement) -> bool:
    """Whether a few words without a mark name what stands below them in a box ("Adult" above a dose): where that says something.

    They open the box, or stand below its heading or another part of it.
    """
    if element.tag not in {"span", "div", "label"} or marked_level(element) or element.find(".//a") is not None:
        return False
    parent, before, below = element.getparent(), element.getprevious(), element.getnext()
    before_words = (element.tail or "") + ((parent.text or "") if before is None else "")
    if parent.tag not in {"div", "section", "li", "td"} or before_words.strip():
        return False
    is_apart = before is None or (before.tag in BLOCKS and not (before.tail or "").strip())
    is_above = below is not None and below.tag in _LABELLED and below.find(".//h2") is None and says_something(text_of(below))
    if not is_apart or not is_above or any(child.tag in BLOCKS for child in element.iterdescendants()):
        return False
    text = heading_words(element).rstrip(": ")
    is_phrase = 0 < len(text.split()) <= _MOST_EMPHASISED_WORDS and (text[0].isupper() or text[0].isdigit())
    is_plain = is_phrase and text[-1] not in ".!?;," and not asserts(text) and not is_date_line(text) and not is_lone_date(text)
    return is_plain and not is_furniture(text) and not is_organisation(text)


def says_something(text: str) -> bool:
    """Whether words hold a sentence or an amount."""
    return asserts(text) or _AMOUNT.search(text) is not None


def opens_panel(button: HtmlElement) -> bool:
    """Whether a button is the heading of running text that it folds out."""
    panel = button.getnext()
    is_short = 0 < words_in(button) <= _MOST_HEADING_WORDS
    if panel is None or panel.tag not in BLOCKS - {"details"} or words_in(panel) < _MOST_EMPHASISED_WORDS or not is_short:
        return False
    is_hidden = "hidden" in panel.attrib and not is_control_label(heading_words(button))
    return is_hidden or not _OPENS_PANEL.isdisjoint(button.attrib)


def _is_bold_heading(element: HtmlElement) -> bool:
    """Whether a block holds one short bold text and nothing else: a heading on pages without heading elements."""
    element = _without_anchor(element)
    children = [child for child in element if isinstance(child.tag, str) and child.tag != "br" and not _is_place(child)]
    tails = "".join(child.tail or "" for child in children).strip()
    is_bold = bool(children) and all(child.tag in BOLD for child in children) and not (element.text or "").strip()
    if not is_bold or tails not in {"", ":"}:
        return False
    text = heading_words(element)
    return 0 < len(text.split()) <= _MOST_HEADING_WORDS and text[-1] not in ".!?;," and not is_furniture(text)


def _without_anchor(element: HtmlElement) -> HtmlElement:
    """The place of a link that holds all words of a line, in place of the line; else the line."""
    inside = [child for child in element if isinstance(child.tag, str) and child.tag != "br"]
    is_whole = len(inside) == 1 and not (element.text or "").strip() and not (inside[0].tail or "").strip()
    return inside[0] if is_whole and inside[0].tag == "a" and inside[0].get("href") is None else element


def _is_line_heading(element: HtmlElement) -> bool:
    """Whether bold words stand on a line of their own between breaks, in a block with other lines."""
    element = _whole_run(element)
    before, after = element.getprevious(), element.getnext()
    parent = element.getparent()
    while before is not None and _is_place(before) and not (before.tail or "").strip():
        before = before.getprevious()
    is_edge = before is not None and (before.tag == "br" or before.tag in BLOCKS) and not (before.tail or "").strip()
    opens = is_edge if before is not None else not (parent.text or "").strip()
    is_last = after is not None and not (element.tail or "").strip()
    while is_last and after.tag == "br" and not (after.tail or "").strip() and after.getnext() is not None:
        after = after.getnext()
    has_break = is_last and element.getnext().tag == "br" and after.tag in {"font", "span"} and words_in(after) > 0
    closes = is_last and (has_break or (after.tag in _BELOW if after.tag != "br" else bool((after.tail or "").strip())))
    text = heading_words(element)
    is_phrase = 0 < len(text.split()) <= _MOST_HEADING_WORDS and text[-1] not in ".!?;,"
    return opens and closes and is_phrase and not asserts(text) and not is_furniture(text)


def _whole_run(element: HtmlElement) -> HtmlElement:
    """The outermost element of a line that holds nothing but this one: old pages set colour and size around bold words."""
    outer = element.getparent()
    while outer is not None and outer.tag in {"font", "span"} and len(outer) == 1 and not (outer.text or "").strip():
        if (element.tail or "").strip():
            break
        element, outer = outer, outer.getparent()
    return element


def _is_emphasised_heading(element: HtmlElement) -> bool:
    """Whether a block holds one phrase set apart by slanting or a line below it, and nothing else."""
    children = [child for child in element if isinstance(child.tag, str)]
    if len(children) != 1 or (element.text or "").strip() or (children[0].tail or "").strip():
        return False
    is_raised = children[0].tag in {"u", "em", "i"} or (
        children[0].tag == "span" and _RAISED_CLASS.search(children[0].get("class") or "") is not None
    )
    text = heading_words(element)
    is_phrase = 0 < len(text.split()) <= _MOST_EMPHASISED_WORDS and text[0].isupper() and text[-1] not in ".!?;,"
    return is_raised and is_phrase and not asserts(text) and not is_furniture(text)
