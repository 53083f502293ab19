"""Boxes of a page whose headings reach no further than the box, and comments in the margin that are no part of its text."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from ingest.sentences import asserts

_SMALLEST_FIGURE = 100
_NEAR = 3
_CLOSED = frozenset("section details aside blockquote fieldset figure li dd td".split())
_BOX = re.compile(
    r"(?:^|[\s_-])(?:\w*box(?:ed(?:-text)?)?|\w*kasten|hinweis|recuadro|encadre|\w*panel|call-?out|alert|notice|note|tip|warning|caution|info|danger|important|remember|reminder|pitfalls?|pearls?|did-?you-?know|red-?flags?|highlight(?:ed)?|key-?(?:points?|messages?)|"
    r"inset(?:-text)?|well|pull-?out|side-?note|summary|card|accordion\w*|collapsible|expand\w*|toggle\w*|disclosure|contact)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CALL_OUT = re.compile(r"(?:^|[\s_-])(?:call-?out|alert|warning|caution|admonition)(?:$|[\s_-])", re.IGNORECASE)
_COLUMN = re.compile(r"(?:^|[\s_-])col(?:umn)?(?:$|\s|-(?:\w+-)?\d)", re.IGNORECASE)
"""How blocks that stand side by side are named."""
_FIGURE = re.compile(
    r"(?:^|\s)(?:fig|figure|(?:fig|figure)[_-](?:wrap\w*|container|section|box)|wp-caption|(?:image|img)[_-](?:wrap\w*|caption))(?:$|\s)",
    re.IGNORECASE,
)
_FIGURE_NAME = re.compile(r"^(?:figure|fig\.?|figura)\s*[\dA-Z]{1,3}[.:]?\s*", re.IGNORECASE)
_LEAST_SENTENCE = 6
_MOST_TITLE_WORDS = 14
_BOX_TITLE = re.compile(
    r"(?:^|\s)title(?:$|\s)|(?:^|[\s_-])"
    r"(?:alert|call-?out|panel|\w*box|\w*kasten|card|note|notice|hinweis|admonition|message|warning|tip|info|summary)"
    r"[_-]{1,2}(?:title|titel|titulo|titre|titolo|head(?:er|ing|line)?|label|name)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""How style sheets name the line that titles a box."""
_CRY = re.compile(r"(?:do not|don['’]t) (?:miss|forget)|watch out|heads up|be aware|take care", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:(?:image|photo(?:graph)?|picture|illustration|figure|graphic)s?(?: credits?| by| courtesy)?|"
    r"credits?|source|©)\s*(?:[:©]|by\b|of\b)",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"(?:cmnt|_?msocom|_com)_?(?:ref)?_?\d+$", re.IGNORECASE)
"""How word processors name the comments of a text that they save as a page."""


def closes(element: HtmlElement) -> bool:
    """Whether the headings inside an element end with it."""
    if element.tag in _CLOSED:
        return True
    return element.tag == "div" and (is_named_box(element) or _COLUMN.search(element.get("class") or "") is not None)


def calls_out(element: HtmlElement) -> bool:
    """Whether an element's name says that it breaks into the text with a warning or a hint, whatever its heading is marked as."""
    return element.tag in {"div", "aside"} and _CALL_OUT.search(element.get("class") or "") is not None


def is_named_box(element: HtmlElement) -> bool:
    """Whether an element's name says that it is a box beside the text."""
    return _BOX.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def stands_in_box(element: HtmlElement) -> bool:
    """Whether an element stands in a box, no further in than its head does."""
    return _box_around(element) is not None


def labels_box(element: HtmlElement) -> bool:
    """Whether an element opens a box that has no heading of its own: a word of its kind stands before all that it says."""
    box = _box_around(element)
    if box is None or not _begins(box, " ".join("".join(element.itertext()).split())):
        return False
    heads = (node for node in box.iter("h1", "h2", "h3", "h4", "h5", "h6") if node is not element)
    return next(heads, None) is None


def titles_box(element: HtmlElement) -> bool:
    """Whether a line is named as the title of a box, opens it, and the box says more: in a heading's place, without its mark."""
    if element.tag not in {"p", "div", "span", "strong", "b"} or not _BOX_TITLE.search(element.get("class") or ""):
        return False
    words, box = " ".join("".join(element.itertext()).split()), _box_around(element)
    is_line = 0 < len(words.split()) <= _MOST_TITLE_WORDS and words[-1] not in ".;," and element.find(".//p") is None
    if box is None or not is_line or element.find(".//a") is not None or _CRY.fullmatch(words.rstrip(":! ")):
        return False
    first = _first_words(box, len(words.split()) + _LEAST_SENTENCE + 1)
    return first[: len(words.split())] == words.split() and len(first) > len(words.split()) + _LEAST_SENTENCE


def _first_words(element: HtmlElement, most: int) -> list[str]:
    """The first words of an element, however much it holds."""
    words: list[str] = []
    for text in element.itertext():
        words += text.split()
        if len(words) >= most:
            break
    return words[:most]


def names_own_box(element: HtmlElement, heading: str) -> bool:
    """Whether an element is the first that a box says, and no part around the box is marked as that of the ``heading`` above."""
    box = _box_around(element)
    if box is None or not _begins(box, " ".join("".join(element.itertext()).split())):
        return False
    parts = (above for above in box.iterancestors() if above.tag in _CLOSED or (above.tag == "div" and is_named_box(above)))
    return not any(_begins(part, heading) for part in parts)


def _begins(element: HtmlElement, words: str) -> bool:
    return " ".join("".join(element.itertext()).split()).startswith(words)


def _box_around(element: HtmlElement) -> HtmlElement | None:
    above = element.getparent()
    for _ in range(_NEAR):
        if above is None or above.tag in {"body", "main", "article"}:
            return None
        if above.tag in _CLOSED - {"section"} or (above.tag in {"div", "section"} and is_named_box(above)):
            return above
        above = above.getparent()
    return None


def is_named_figure(element: HtmlElement) -> bool:
    """Whether a block without the mark of a figure is named as one and holds a picture, and no table."""
    is_named = element.tag in {"div", "section"} and _FIGURE.search(element.get("class") or "") is not None
    return is_named and element.find(".//img") is not None and element.find(".//table") is None


def says_something_of_figure(caption: str) -> bool:
    """Whether a caption states something beside the name of what is shown: a sentence behind the number of the figure."""
    words = _FIGURE_NAME.sub("", caption)
    return asserts(words) or (words.endswith(".") and len(words.split()) >= _LEAST_SENTENCE)


def credits_picture(words: str) -> bool:
    """Whether words of a caption only say whose the picture is."""
    return _CREDIT.match(words) is not None and len(words.split()) <= _MOST_TITLE_WORDS


def is_comment_mark(element: HtmlElement) -> bool:
    """Whether an element is the raised mark that calls a comment, and nothing else."""
    link = element if element.tag == "a" else element.find(".//a") if element.tag == "sup" else None
    return link is not None and (link.get("href") or "").startswith("#") and _COMMENT.search(link.get("href") or "") is not None


def is_comment(element: HtmlElement) -> bool:
    """Whether a block is a comment on the text: it begins with a link back to the mark that calls it."""
    if element.tag not in {"div", "p"}:
        return False
    link = next((node for node in element.iter("a") if (node.get("href") or "").startswith("#")), None)
    if (
        link is None
        or not _COMMENT.search(link.get("href") or "")
        or not _COMMENT.search(link.get("id") or link.get("name") or "")
    ):
        return False
    before = "".join(element.itertext()).strip()
    return before.startswith("".join(link.itertext()).strip()) and not element.findall(".//h1")


def is_large(image: HtmlElement) -> bool:
    """Whether a picture states sides that a figure has, and no mark or button."""
    sides = [image.get(name) or "" for name in ("width", "height")]
    known = [int(side) for side in sides if side.isdecimal()]
    return len(known) == 2 and min(known) >= _SMALLEST_FIGURE  # noqa: PLR2004 - both sides
