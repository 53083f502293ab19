"""The title of a page that marks none: the line with the largest letters above its text."""

from __future__ import annotations

from lxml.html import HtmlElement

from ingest.parse.html.headline import heading_words
from ingest.parse.html.shaped import BLOCKS, stated_size
from ingest.parse.html.style import Sheet
from ingest.sentences import asserts

_TITLE_POINTS = 16.0
_MOST_WORDS, _LEAST_RUNNING = 14, 8


def largest_line(article: HtmlElement, sheet: Sheet) -> str:
    """The words of the line with the largest letters, where one alone stands out and text comes below it; empty without one."""
    sizes: dict[float, list[HtmlElement]] = {}
    for node in article.iter("div", "p", "span", "font", "td"):
        size = stated_size(node, sheet)
        if size >= _TITLE_POINTS and not any(child.tag in BLOCKS for child in node.iterdescendants()):
            sizes.setdefault(size, []).append(node)
    lines = sizes[max(sizes)] if sizes else []
    # The name of the site may stand as large in the head of the page.
    is_below_name = len(lines) == 2 and _stands_above_text(article, lines[-1])  # noqa: PLR2004 - a name and a title
    words = heading_words(lines[-1]) if len(lines) == 1 or is_below_name else ""
    is_phrase = 0 < len(words.split()) <= _MOST_WORDS and words[0].isupper() and words[-1] not in ".!;,:"
    return words if is_phrase else ""


def _stands_above_text(article: HtmlElement, line: HtmlElement) -> bool:
    """Whether no sentence of an article comes before a line."""
    for node in article.iter():
        if node is line:
            return True
        words = f"{node.text or ''} {node.tail or ''}".split() if isinstance(node.tag, str) else []
        if len(words) >= _LEAST_RUNNING and asserts(" ".join(words)):
            return False
    return False
