"""Sections of a page that are set as something else: a table with a cell for each heading, an outline as one long list."""

from __future__ import annotations

from copy import deepcopy

from lxml.html import HtmlElement

from ingest.parse.html.around import text_of, words_in
from ingest.parse.html.headline import heading_words
from ingest.sentences import asserts, split_sentences

_MOST_WORDS, _LEAST_TEXT = 12, 15
_LEAST_ITEMS = 3
_SHARE = 0.5
_BLOCKS = frozenset("p ul ol dl table div blockquote".split())
Sections = list[tuple[str, HtmlElement]]


def sections_of(element: HtmlElement, total: int) -> Sections:
    """The headings of such an element, each with the part that it is of; empty for any other.

    ``total`` is the number of words of the article: a list is an outline only where it holds most of them.
    """
    if element.tag == "table":
        return _of_table(element)
    if element.tag in {"ul", "ol", "dl"} and words_in(element) >= _SHARE * total:
        return _of_terms(element) if element.tag == "dl" else _of_items(element)
    return []


def _of_table(table: HtmlElement) -> Sections:
    """A row with a heading alone, the next with running text alone, and so on."""
    if table.find("caption") is not None:
        return []
    rows: list[HtmlElement] = []
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is not table:
            continue
        filled = [cell for cell in row if cell.tag in {"td", "th"} and words_in(cell)]
        if len(filled) != 1:
            return []
        rows.append(filled[0])
    heads, texts = rows[::2], rows[1::2]
    if not heads or len(heads) != len(texts) or not all(map(_is_marked_head, heads)) or not all(map(_runs, texts)):
        return []
    return [(heading_words(head).rstrip(": "), text) for head, text in zip(heads, texts, strict=True)]


def _is_marked_head(cell: HtmlElement) -> bool:
    """Whether a cell holds a phrase that is bold, or that the cell sets apart by its tag or colour."""
    words = heading_words(cell)
    bold = sum(words_in(part) for part in cell.xpath(".//*[self::b or self::strong][not(ancestor::b or ancestor::strong)]"))
    is_marked = cell.tag == "th" or bold >= words_in(cell) or bool(cell.get("bgcolor")) or bool(cell.get("class"))
    return is_marked and _is_phrase(words)


def _is_phrase(words: str) -> bool:
    return 0 < len(words.split()) <= _MOST_WORDS and words[-1] not in ".!;," and not (asserts(words) and words[-1] != "?")


def _runs(element: HtmlElement) -> bool:
    """Whether an element holds running text: several sentences or blocks, and more than a line."""
    parts = sum(node.tag in _BLOCKS for node in element.iterdescendants())
    return words_in(element) >= _LEAST_TEXT and (parts > 1 or len(split_sentences(" ".join(text_of(element).split()))) > 1)


def _of_terms(element: HtmlElement) -> Sections:
    parts = [child for child in element if child.tag in {"dt", "dd"}]
    terms, texts = parts[::2], parts[1::2]
    alternate = all(part.tag == "dt" for part in terms) and all(part.tag == "dd" for part in texts) and len(terms) == len(texts)
    if not alternate or len(terms) < _LEAST_ITEMS or sum(map(_runs, texts)) * 2 < len(texts):
        return []
    heads = [heading_words(term).rstrip(": ") for term in terms]
    return list(zip(heads, texts, strict=True)) if all(map(_is_phrase, heads)) else []


def _of_items(element: HtmlElement) -> Sections:
    """Items that each begin with a line in bold and go on in blocks of their own."""
    items = [child for child in element if child.tag == "li"]
    found: Sections = []
    for item in items:
        first = next((child for child in item if isinstance(child.tag, str)), None)
        if first is None or (item.text or "").strip() or (first.tail or "").strip() or first.getnext() is None:
            return []
        head = heading_words(first)
        is_bold = first.tag in {"b", "strong"} or (first.tag == "p" and len(first) == 1 and first[0].tag in {"b", "strong"})
        if not is_bold or heading_words(first if first.tag != "p" else first[0]) != head or not _is_phrase(head.rstrip(": ")):
            return []
        rest = deepcopy(item)
        rest.remove(next(child for child in rest if isinstance(child.tag, str)))
        found.append((head.rstrip(": "), rest))
    runs = sum(_runs(rest) for _, rest in found)
    return found if len(found) >= _LEAST_ITEMS and runs * 2 > len(found) else []
