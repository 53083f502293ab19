"""Ways to other articles with their first words: several blocks side by side, each headed by a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from ingest.parse.html.around import AMOUNT, text_of, words_in, words_unlinked

_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEAST, _MOST_WORDS, _MOST_OF_ALL = 3, 80, 0.4
_CUT_OFF = ("…", "...", "[…]", "[...]")
_NEAR = 4
_MORE = re.compile(
    r"(?:(?:read|learn|find out|see|discover|view|explore) (?:more|details|now)|more(?: info(?:rmation)?| details)?|details|"
    r"leer más|más información|saber más|en savoir plus|lire la suite|weiterlesen|mehr erfahren)\W*",
    re.IGNORECASE,
)
"""What a link says that leads to the rest of a card."""
_CONTENT = ("table", "ol", "dl", "pre", "form")


def find_teasers(article: HtmlElement, total: int) -> frozenset[HtmlElement]:
    """The elements of an article that only lead to other articles.

    Three or more of them stand side by side, their headings are links, and none says how much of something. Where they make up
    much of the article's ``total`` words outside of links, the page is about what they lead to, and they stay, but for those that
    break off in the middle of a sentence.
    """
    found: dict[HtmlElement, list[list[HtmlElement]]] = {}
    heads = [head for head in article.iter(*_HEADS) if words_in(head)]
    ways = {head: way for head in heads if (way := _way_of(head) or _way_below(head))}
    if len(ways) < _LEAST:
        return frozenset()
    inside = {article, *article.iterancestors()}
    for head, way in ways.items():
        block = _block_of(head, way, ways, inside)
        if block and _is_short(block):
            found.setdefault(block[0].getparent(), []).append(block)
    groups = [group for group in found.values() if len(group) >= _LEAST]
    says = sum(words_unlinked(part) for group in groups for block in group for part in block)
    if says >= _MOST_OF_ALL * total:
        groups = [group for group in groups if sum(map(_is_cut_off, group)) * 2 > len(group)]
    return frozenset(part for group in groups for block in group for part in block)


def _way_of(head: HtmlElement) -> str:
    """Where a heading leads as a whole, on another page; empty for any other heading."""
    around = next((above for above in head.iterancestors("a")), None)
    links = [around] if around is not None else list(head.iter("a"))
    ways = {(link.get("href") or "").strip() for link in links}
    is_whole = around is not None or sum(map(words_in, links)) == words_in(head)
    way = next(iter(ways)) if len(ways) == 1 else ""
    return "" if "#" in way or way.lower().startswith("javascript:") or not is_whole else way


def _way_below(head: HtmlElement) -> str:
    """Where the one link of the card below a heading leads ("Read more"), where other cards stand beside it; empty without."""
    for block in islice(head.iterancestors("div", "li", "article", "section"), _NEAR):
        if sum(bool(words_in(other)) for other in block.iter(*_HEADS)) > 1:
            return ""
        links = [link for link in block.iter("a") if words_in(link)]
        beside = (other for other in (block.getprevious(), block.getnext()) if other is not None)
        is_card = any(other.tag == block.tag and other.get("class") == block.get("class") for other in beside)
        if is_card and len(links) == 1 and _MORE.fullmatch(" ".join(text_of(links[0]).split())):
            way = (links[0].get("href") or "").strip()
            return "" if "#" in way or way.lower().startswith("javascript:") else way
    return ""


def _block_of(head: HtmlElement, way: str, ways: dict[HtmlElement, str], inside: set[HtmlElement]) -> list[HtmlElement]:
    """The largest element around a heading that holds no other; where that is the heading itself, it and what stands below it."""
    block = head
    while (above := block.getparent()) is not None and above not in inside:
        others = (other for other in above.iter(*_HEADS) if other is not head and words_in(other))
        if any(ways.get(other) != way for other in others):
            break
        block = above
    return [block] if block is not head else [head, *_below(head)]


def _below(head: HtmlElement) -> Iterator[HtmlElement]:
    for sibling in head.itersiblings():
        if not isinstance(sibling.tag, str):
            continue
        if sibling.tag in _HEADS or any(words_in(inner) for inner in sibling.iter(*_HEADS)):
            return
        yield sibling


def _is_short(block: list[HtmlElement]) -> bool:
    holds_more = any(part.tag in _CONTENT or part.find(f".//{tag}") is not None for part in block for tag in _CONTENT)
    return (
        not holds_more
        and sum(map(words_unlinked, block)) <= _MOST_WORDS
        and not any(AMOUNT.search(text_of(part)) for part in block)
    )


def _is_cut_off(block: list[HtmlElement]) -> bool:
    """Whether a paragraph of a teaser breaks off, and the rest of it stands where the teaser leads to."""
    lines = (line.rstrip() for part in block for node in part.iter("p", "div", "span") for line in [text_of(node)])
    return any(line.endswith(_CUT_OFF) for line in lines)
