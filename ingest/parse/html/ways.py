"""Small ways around a page that no name gives away: buttons in a row, its own headings as links, who made it and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from ingest.parse.dates import is_date_line
from ingest.parse.furniture import is_byline
from ingest.parse.html.around import AMOUNT, BUTTON_WORDS, SENTENCE, is_silent, text_of, words_in

_MOST_WAY_WORDS, _LABEL_WORDS, _BAR_WORDS, _LEAST_PLACES, _MOST_SPEAKER_WORDS = 80, 4, 2, 3, 12
_HEADS = ".//h2|.//h3|.//h4|.//*[@role='heading']"
_NUMBERED = re.compile(r"^(?:\d{1,2}\.?)+\s+|[\[\]|]")
_PARTS = frozenset("p li td dd blockquote pre h1 h2 h3 h4 h5 h6 dt th div ul ol table".split())
_WAY_BACK = re.compile(r"\W*(?:Return|Back|Jump|Up) (?:up )?to (?:the )?(?:[^\W\d]+ ){0,3}[^\W\d]+\W*")
_AUTHOR = re.compile(
    r"(?:(?:medically |clinically )?(?:reviewed|written|edited|authored|fact[- ]checked) by\b|"
    r"(?:about|meet) the (?:author|reviewer|editor)|(?:revisado|escrito|redactado) por\b|sobre (?:el|la) autora?\b)",
    re.IGNORECASE,
)


def is_edit_mark(element: HtmlElement) -> bool:
    """Whether an element is the way to change a part, as it stands behind its heading: links between square brackets."""
    text = " ".join(text_of(element).split())
    outside = len(text.split()) - sum(words_in(link) for link in element.iter("a"))
    is_bracketed = element.tag == "span" and text.startswith("[") and text.endswith("]") and len(text.split()) <= BUTTON_WORDS
    return is_bracketed and element.find(".//a") is not None and outside <= len(re.findall(r"[\[\]|]", text))


def is_aside_line(element: HtmlElement) -> bool:
    """Whether a block of one line says as a whole who made the page and when, whatever its parts are named."""
    if element.tag not in {"div", "p"} or not 0 < words_in(element) <= _MOST_WAY_WORDS or not len(element):
        return False
    text = " ".join(text_of(element).split())
    is_line = not any(node.tag in _PARTS for node in element.iterdescendants())
    return is_line and (is_date_line(text) or is_byline(text))


def leads_nowhere(element: HtmlElement) -> bool:
    """Whether a link has no words but an arrow or the like, or leads back on the page: the way back from a note or a part."""
    if element.tag != "a" or element.get("href") is None:
        return False
    words = " ".join(text_of(element).split())
    return not any(map(str.isalnum, words)) or (_WAY_BACK.fullmatch(words) is not None and _stands_behind_all(element))


def _stands_behind_all(link: HtmlElement) -> bool:
    """Whether a link to a place of the page stands behind the last sentence of its block, or alone in it."""
    before = link.getprevious()
    words = ((link.getparent().text if before is None else before.tail) or "").strip()
    is_last = link.getnext() is None and not (link.tail or "").strip()
    return (link.get("href") or "").startswith("#") and is_last and (words[-1:] in ".!?" if words else before is None)


def leads_around(element: HtmlElement) -> bool:
    """Whether a block only leads elsewhere: buttons set without a space between them, or the page's own headings as links."""
    if element.tag not in {"div", "p", "ul", "ol", "dd", "td"} or words_in(element) > _MOST_WAY_WORDS:
        return False
    return _is_row_of_buttons(element) or _lists_own_headings(element)


def _is_row_of_buttons(element: HtmlElement) -> bool:
    parts = [child for child in element if isinstance(child.tag, str) and not is_silent(child)]
    if len(parts) < 2 or any(child.tag not in {"a", "span", "button"} for child in parts):  # noqa: PLR2004 - one is no row
        return False
    is_bar = len(parts) > 1 and all(child.tag in {"span", "button"} and words_in(child) <= _BAR_WORDS for child in parts)
    if (element.text or "").strip() or any((child.tail or "").strip() for child in parts) or not (element.findall("a") or is_bar):
        return False
    words = ["".join(child.itertext()) for child in parts]
    is_glued = any(
        one[-1:].isalnum() and other[:1].isupper() and not parts[place].tail for place, (one, other) in enumerate(pairwise(words))
    )
    return is_glued and not AMOUNT.search(text_of(element)) and not SENTENCE.search(text_of(element).rstrip(".!?"))


def _lists_own_headings(element: HtmlElement) -> bool:
    links = [link for link in element.iter("a") if (link.get("href") or "#").startswith("#") and words_in(link)]
    outside = words_in(element) - sum(words_in(link) for link in links)
    if len(links) < 2 or outside > _LABEL_WORDS + len(links):  # noqa: PLR2004 - one is no list
        return False
    root = element.getroottree().getroot()
    heads = [_folded(head) for head in root.xpath(_HEADS)]
    named = sum(any(head.startswith(_folded(link)) for head in heads) for link in links)
    return named * 2 >= len(links) or _lead_to_places(links, root)


def _lead_to_places(links: Sequence[HtmlElement], root: HtmlElement) -> bool:
    """Whether links of several words lead to places on the page, as the contents of one without marked headings do."""
    places = {node.get("name") or node.get("id") for node in root.iter("a", "p", "div", "span", "b", "font", "h1", "td")}
    found = [link for link in links if (link.get("href") or "#")[1:] in places]
    return len(links) >= _LEAST_PLACES and len(found) == len(links) and any(words_in(link) > 1 for link in links)


def _folded(element: HtmlElement) -> str:
    return _NUMBERED.sub("", " ".join(text_of(element).split())).casefold()


def is_speaker(element: HtmlElement) -> bool:
    """Whether an element only says who spoke the words of the quotation around it."""
    above = element.getparent()
    is_last = above is not None and above.tag == "blockquote" and element.getnext() is None and element.getprevious() is not None
    words = " ".join(text_of(element).split())
    return is_last and element.tag in {"cite", "footer"} and words[-1:] not in ".!?" and len(words.split()) <= _MOST_SPEAKER_WORDS


def is_about_author(element: HtmlElement) -> bool:
    """Whether a box opens with who wrote or checked the page, and goes on about that person."""
    if element.tag not in {"div", "section"} or not _LABEL_WORDS < words_in(element) <= _MOST_WAY_WORDS:
        return False
    text = " ".join(text_of(element).split())
    return _AUTHOR.match(text) is not None and not AMOUNT.search(text) and element.find(".//h1") is None
