"""The article of a page → pieces, walking its elements top to bottom."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml.html import HtmlElement

from ingest.parse.furniture import Zone, is_furniture
from ingest.parse.html.around import SILENT, is_around, is_lone_link, is_named_references, text_of, words_in
from ingest.parse.html.inline import plain_text
from ingest.parse.html.state import BOLD_LEVEL, Walk
from ingest.parse.html.table import is_layout, read_table
from ingest.parse.html.visible import ground_of, why_hidden
from ingest.parse.pieces import Piece, Role
from ingest.sentences import asserts

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1
    h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul""".split()
)
_BOLD = frozenset({"b", "strong"})
_RAISED_CLASS = re.compile(
    r"(?:^|[\s_-])(?:bold|underlined?|italics?|emphasis|(?:sub-?)?head(?:ing)?|title)(?:$|[\s_-])", re.IGNORECASE
)
_MOST_EMPHASISED_WORDS = 8
_OPENS_PANEL = frozenset({"aria-controls", "aria-expanded"})
_TABLE_NAME = re.compile(r"(?:table|tabla)\s+[\dA-Z]", re.IGNORECASE)
_MOST_NAME_WORDS = 30
_MOST_HEADING_WORDS = 14
_SMALLEST_FIGURE = 100
_DEEPEST = 120


def walk(element: HtmlElement, state: Walk, *, ground: str = "#ffffff", depth: int = 0, inside: bool = False) -> None:
    """Read an element that is part of the article; what is not goes to the furniture."""
    state.inline.add(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SILENT and depth < _DEEPEST:
            _child(child, state, ground, depth, inside=inside)
        state.inline.add(child.tail or "")


def _child(child: HtmlElement, state: Walk, ground: str, depth: int, *, inside: bool) -> None:
    style = state.sheet.of(child)
    behind = ground_of(style, ground)
    before, why = state.hidden, why_hidden(child, style, behind)
    is_block = child.tag in _BLOCKS
    if child.tag == "button" and _opens_panel(child):
        state.flush()
        state.head(_level_inside(child, state), " ".join(text_of(child).split()))
        return
    is_button = child.tag in {"p", "div"} and state.bullet is None and is_lone_link(child)
    if is_button or is_around(child, total=state.total, inside_article=inside):
        _set_aside(child, state)
        return
    if (why and not before) or is_block:
        state.flush()
    state.hidden = before or why
    zone = state.zone
    if zone is None and is_named_references(child):
        state.zone, state.zone_level = Zone.REFERENCES, BOLD_LEVEL
    _read(child, state, behind, depth, inside=inside or child.tag in {"article", "main"})
    if zone is None and state.zone_level == BOLD_LEVEL and state.zone is Zone.REFERENCES and is_block:
        state.flush()
        state.zone = zone
    if is_block or (why and not before):
        state.flush()
    state.hidden = before


def _set_aside(child: HtmlElement, state: Walk) -> None:
    state.flush()
    text = " ".join(text_of(child).split())
    if text:
        state.pieces.append(Piece(role=Role.FURNITURE, text=text[:2000]))


def _read(child: HtmlElement, state: Walk, ground: str, depth: int, *, inside: bool) -> None:
    tag = child.tag
    level = _HEADINGS.get(tag) or (_role_level(child) if child.get("role") == "heading" else 0)
    if level:
        state.head(level, _words(child))
    elif tag == "sup":
        state.inline.raise_("".join(child.itertext()), is_link=child.find(".//a") is not None or child.getparent().tag == "a")
    elif tag == "br":
        _break(child, state)
    elif tag in {"ul", "ol"}:
        _list(child, state, ground, depth, inside=inside)
    elif tag == "dl":
        _definitions(child, state)
    elif tag == "table" and not is_layout(child):
        _table(child, state)
    elif tag in {"img", "picture", "figure"}:
        _figure(child, state, ground, depth)
    elif tag == "summary":
        state.head(_level_inside(child.getparent(), state), _words(child))
    elif tag in {"p", "div"} and (_is_bold_heading(child) or _is_emphasised_heading(child)):
        state.head(BOLD_LEVEL, _words(child).rstrip(":").strip())
    else:
        walk(child, state, ground=ground, depth=depth + 1, inside=inside)


def _words(element: HtmlElement) -> str:
    words = plain_text(element, lambda other: other.tag in {"button", "nav"} or "headerlink" in (other.get("class") or ""))
    # A heading that folds its section out is all button.
    return (words or " ".join(text_of(element).split())).strip("¶# ")


def _opens_panel(button: HtmlElement) -> bool:
    """Whether a button is the heading of running text that it folds out."""
    panel = button.getnext()
    is_named = not _OPENS_PANEL.isdisjoint(button.attrib) and 0 < words_in(button) <= _MOST_HEADING_WORDS
    return is_named and panel is not None and panel.tag in _BLOCKS and words_in(panel) >= _MOST_EMPHASISED_WORDS


def _level_inside(element: HtmlElement, state: Walk) -> int:
    """One below the heading that an element stands under: the nearest before it and before those that hold it."""
    for node in (element, *element.iterancestors()):
        elders = list(node.itersiblings(preceding=True))
        inside = (head for elder in elders if not _is_twin(elder, node) for head in reversed(list(elder.iter(*_HEADINGS))))
        nearest = next((elder for elder in elders if elder.tag in _HEADINGS), None)
        if nearest is None:
            nearest = next(inside, None)
        if nearest is not None:
            return min(_HEADINGS[nearest.tag] + 1, BOLD_LEVEL)
    return min(state.heading + 1, BOLD_LEVEL)


def _is_twin(elder: HtmlElement, node: HtmlElement) -> bool:
    """Whether two elements are items of one kind: what is folded out of the one doesn't stand over the other."""
    if not isinstance(elder.tag, str):
        return True
    is_named_alike = bool(node.get("class")) and elder.get("class") == node.get("class")
    return elder.tag == node.tag and (elder.tag == "details" or is_named_alike)


def _role_level(element: HtmlElement) -> int:
    level = element.get("aria-level") or "2"
    return int(level) if level.isdigit() and 1 <= int(level) <= BOLD_LEVEL else 2


def _break(child: HtmlElement, state: Walk) -> None:
    """One break is a space, two end the paragraph; a line that begins with a bullet is an item."""
    following = child.getnext()
    is_double = following is not None and following.tag == "br" and not (child.tail or "").strip()
    if is_double or re.match(r"\s*[•‣▪◦●○·–-]\s", child.tail or ""):
        state.flush()
    else:
        state.inline.add(" ")


def _list(element: HtmlElement, state: Walk, ground: str, depth: int, *, inside: bool) -> None:
    outer = state.bullet
    state.depth += 1
    for number, item in enumerate((child for child in element if child.tag in {"li", "ul", "ol"}), start=1):
        state.bullet = state.depth
        if state.zone is Zone.REFERENCES and element.tag == "ol" and item.tag == "li":
            state.entry = f"{item.get('value') or number}. "
        _child(item, state, ground, depth + 1, inside=inside)
        state.flush()
    state.depth -= 1
    state.bullet = outer


def _definitions(element: HtmlElement, state: Walk) -> None:
    """A definition list: each definition an item that begins with its term."""
    terms: list[str] = []
    was_definition = False
    for child in element.iter("dt", "dd"):
        text = plain_text(child, lambda other: other.tag in SILENT)
        if child.tag == "dt":
            terms = [] if was_definition else terms
            terms.append(text.rstrip(": "))
        elif text:
            state.put(Role.BULLET, f"{', '.join(terms)}: {text}" if terms else text)
        was_definition = child.tag == "dd"


def _table(element: HtmlElement, state: Walk) -> None:
    pieces = read_table(element, lambda other: bool(why_hidden(other, state.sheet.of(other), "#ffffff")))
    if state.zone is not None:
        for piece in pieces:
            state.put(Role.PARAGRAPH, piece.text)
    elif pieces:
        state.tables += 1
        last = state.pieces[-1] if state.pieces else None
        if last is not None and _names_table(last):
            state.pieces[-1] = replace(last, role=Role.CAPTION)
        state.pieces += [replace(piece, hidden=state.hidden) for piece in pieces]
    elif words_in(element):
        state.tables_lost += 1


def _names_table(piece: Piece) -> bool:
    """Whether a paragraph above a table is its caption."""
    is_short = len(piece.text.split()) <= _MOST_NAME_WORDS
    return piece.role is Role.PARAGRAPH and not piece.hidden and is_short and _TABLE_NAME.match(piece.text) is not None


def _figure(child: HtmlElement, state: Walk, ground: str, depth: int) -> None:
    if child.tag == "figure":
        if child.find(".//table") is None:
            state.figures += child.find(".//img") is not None or child.find(".//svg") is not None
        for inner in child.iter("img"):
            inner.set("data-counted", "1")
        caption = child.find("figcaption")
        if caption is not None and not asserts(_words(caption)):
            # A caption that only names a picture is no evidence.
            state.pieces.append(Piece(role=Role.FURNITURE, text=_words(caption)))
            child.remove(caption)
        walk(child, state, ground=ground, depth=depth + 1)
    elif child.get("data-counted") is None and _is_large(child):
        state.figures += 1


def _is_large(image: HtmlElement) -> bool:
    sides = [image.get(name) or "" for name in ("width", "height")]
    known = [int(side) for side in sides if side.isdigit()]
    return len(known) == 2 and min(known) >= _SMALLEST_FIGURE  # noqa: PLR2004 - both sides


def _is_bold_heading(element: HtmlElement) -> bool:
    """Whether a block holds one short bold text and nothing else: a heading on pages without heading elements."""
    children = [child for child in element if isinstance(child.tag, str) and child.tag != "br"]
    if len(children) != 1 or children[0].tag not in _BOLD or (element.text or "").strip() or (children[0].tail or "").strip():
        return False
    text = _words(element)
    return 0 < len(text.split()) <= _MOST_HEADING_WORDS and text[-1] not in ".!?;," and not is_furniture(text)


def _is_emphasised_heading(element: HtmlElement) -> bool:
    """Whether a block holds one phrase set apart by slanting or a line below it, and nothing else."""
    children = [child for child in element if isinstance(child.tag, str)]
    if len(children) != 1 or (element.text or "").strip() or (children[0].tail or "").strip():
        return False
    is_raised = children[0].tag in {"u", "em", "i"} or (
        children[0].tag == "span" and _RAISED_CLASS.search(children[0].get("class") or "") is not None
    )
    text = _words(element)
    is_phrase = 0 < len(text.split()) <= _MOST_EMPHASISED_WORDS and text[0].isupper() and text[-1] not in ".!?;,"
    return is_raised and is_phrase and not asserts(text) and not is_furniture(text)
