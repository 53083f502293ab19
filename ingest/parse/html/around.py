"""Tells the article from the page around it: menus, bars, boxes, forms and adverts, by the conventions of the web."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from ingest.parse.furniture import is_furniture
from ingest.parse.html.boxes import is_named_box
from ingest.parse.references import is_citation
from ingest.parse.zones import zone_of

SILENT = frozenset(
    "script style noscript template svg canvas iframe object embed applet audio video map math head link meta base param source "
    "track".split()
)
"""Elements that hold no text for a reader."""
_SHADOW = ("shadowrootmode", "shadowroot")
_FORM = frozenset("button select input textarea option datalist label fieldset legend output progress meter".split())
_AROUND = frozenset("nav aside footer dialog menu".split())
_ROLES = frozenset("navigation banner contentinfo complementary search dialog alertdialog menu menubar tablist toolbar".split())
_TOKENS = frozenset(
    """
    cookie cookies consent gdpr ccpa onetrust banner advert advertisement advertising ads ad adsense adslot sponsor sponsored
    promo
    promotion social share sharing sharebar addthis breadcrumb breadcrumbs crumbs menu nav navbar navigation sidebar rail related
    recommended newsletter subscribe signup paywall comments comment disqus pagination pager skip skiplink toolbar popup modal
    overlay lightbox login signin search masthead footer topbar header-bar feedback rating helpful survey donate donation toc
    tableofcontents print-only noprint tags taglist author-box bio byline-box subnav megamenu offcanvas toast chat chatbot widget
    copyright disclaimer-bar utility languages language-switcher back-to-top
    """.split()
)
_PHRASES = re.compile(
    r"(?:^|[\s_-])(?:skip-?link|side-?bar|table-of-contents|toc|cookie-?\w*|share-?\w*|social-?\w*|related[_-]?\w*|also-read|more-links|"
    r"site-(?:header|footer|nav)|page-(?:footer|nav)|global-\w+|main-?(?:menu|nav)|bread-?crumbs?|news-?letter|ad-(?:slot|unit|container|wrapper)|"
    r"comments?-\w+|(?:published|updates?|changes?|revisions?|version)-(?:dates?|history|log|notes?)|advert\w*|sponsor\w*|promo\w*|sign-?up|log-?in|back-?to-?top|print-?button|(?:right|left)-?(?:col|column|rail|bar)|"
    r"(?:back|prev|previous)[_-]?next\w*|\w*-?nav|(?:ref[_-])?authors?(?:[_-]\w+)?|review-date|time-?stamp|drop-?down\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MOST_LINKS = 0.6
_LEAST_LINKS = 3
_OVERWHELMING = 0.5
BUTTON_WORDS = 8
_MOST_LINKED, _LEAST_BOX_WORDS = 4, 6
_TICKED = frozenset({"checkbox", "hidden"})
AMOUNT = re.compile(r"\d\s?(?:[mµkn]?g|m?[lL]|units?|mmol|mmHg)\b")
_BLOCKS = frozenset("p li td dd blockquote pre h1 h2 h3 h4 h5 h6 dt th".split())
SENTENCE = re.compile(r"[.!?][\"”’)\]]*(?:\s|$)")


def is_silent(element: HtmlElement) -> bool:
    """Whether an element holds no text for a reader; a template that a browser shows in its host's place does."""
    return element.tag in SILENT and not (element.tag == "template" and any(name in element.attrib for name in _SHADOW))


def words_in(element: HtmlElement) -> int:
    """How many words stand in an element."""
    return len(text_of(element).split())


def words_unlinked(element: HtmlElement) -> int:
    """How many words stand in an element outside of its links."""
    return words_in(element) - sum(words_in(link) for link in element.iter("a") if link is not element)


def text_of(element: HtmlElement) -> str:
    """All text of an element but that of silent ones."""
    parts: list[str] = []
    for node in element.iter():
        if not isinstance(node.tag, str) or is_silent(node):
            if node is not element and node.tail:
                parts.append(node.tail)
            continue
        if node.text:
            parts.append(node.text)
        if node is not element and node.tail:
            parts.append(node.tail)
    return " ".join(parts)


def is_around(element: HtmlElement, *, total: int, inside_article: bool) -> bool:
    """Whether an element belongs to the page and not to its article.

    ``total`` is how many words of the whole page are no links: what holds most of them holds the article, and each part in it is
    looked at by itself.
    """
    tag = element.tag
    if tag in _FORM:
        return not _is_text_of_article(element)
    role = (element.get("role") or "").lower()
    if (tag == "aside" or role == "note") and (inside_article or is_named_box(element)) and _is_box(element):
        return False
    if role in {"alert", "status"} and is_furniture(text_of(element)):
        return True
    is_named = tag in _AROUND or (element.get("role") or "").lower() in _ROLES or _is_named_so(element)
    is_header = tag == "header" and not inside_article and element.find(".//h1") is None and not _heads_block(element)
    if tag == "form":
        return not _holds_most(element, total)
    if not is_named and not is_header:
        is_menu = tag in {"ul", "ol", "div", "section", "p", "table", "td"} and _is_links(element)
        is_whole = is_menu and tag not in {"ul", "ol", "p"} and _holds_most(element, total)
        return is_menu and not is_whole and not _is_reference_list(element)
    # A wrapper that is named like furniture ("page-with-sidebar") but holds the article is not furniture.
    return not _holds_most(element, total) and not _holds_article(element)


def _holds_most(element: HtmlElement, total: int) -> bool:
    return words_unlinked(element) >= _OVERWHELMING * total


def _heads_block(header: HtmlElement) -> bool:
    """Whether a header says nothing but the heading of the text right below it in its block."""
    heads = [node for node in header.iterdescendants("h2", "h3", "h4", "h5", "h6") if words_in(node)]
    below = header.getnext()
    while below is not None and not isinstance(below.tag, str):
        below = below.getnext()
    if len(heads) != 1 or words_in(heads[0]) != words_in(header) or below is None or header.getparent().tag == "body":
        return False
    return heads[0].find(".//a") is None and below.tag not in _AROUND | {"main", "header"} and words_in(below) > 0


def _is_text_of_article(element: HtmlElement) -> bool:
    """Whether a label, legend or fieldset is no part of a form but of a list to tick off, or a box with a name."""
    if element.tag not in {"label", "legend", "fieldset"} or any(parent.tag == "form" for parent in element.iterancestors()):
        return False
    asked = (node for node in element.iter("input", "select", "textarea", "button") if node.get("type") not in _TICKED)
    if next(asked, None) is not None:
        return False
    return bool(words_in(element))


def _is_box(element: HtmlElement) -> bool:
    """Whether an aside inside the article says something: no name of furniture, hardly a link, and more than a line."""
    if _is_named_so(element) or is_furniture(text_of(element)):
        return False
    heading = next((" ".join(text_of(head).split()) for head in element.iter("h1", "h2", "h3", "h4", "h5", "h6")), "")
    linked = sum(words_in(link) for link in element.iter("a"))
    return zone_of(heading) is None and linked * _MOST_LINKED < words_in(element) and words_in(element) >= _LEAST_BOX_WORDS


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def _is_named_so(element: HtmlElement) -> bool:
    names = _names(element)
    if not names or element.tag in {"html", "body", "main", "article", "h1", "h2", "h3", "h4", "table", "td", "tr"}:
        return False
    if _PHRASES.search(names):
        return True
    return any(name.lower() in _TOKENS for name in names.split())


_LISTS_REFERENCES = re.compile(
    r"(?:^|(?<!entity)(?<!cross)[\s_-])(?:references?|ref-?list|bibliography|works-?cited|citations)(?:$|[\s_-])", re.IGNORECASE
)


def is_named_references(element: HtmlElement) -> bool:
    """Whether an element's name says that it is the page's reference list."""
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    is_box = element.tag in {"div", "section", "ol", "ul", "aside"}
    return is_box and _LISTS_REFERENCES.search(names) is not None and _is_reference_list(element, least=1)


_LISTS_NOTES = re.compile(r"(?:^|[\s_-])(?:foot|end)-?notes?(?:$|[\s_-])", re.IGNORECASE)


def is_list_of_sources(element: HtmlElement) -> bool:
    """Whether an element is named as the notes of a page, and each of them reads like an entry of a bibliography."""
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    if element.tag not in {"div", "section", "ol", "ul", "aside"} or not _LISTS_NOTES.search(names):
        return False
    items = [" ".join(text_of(item).split()).rstrip("↩︎^ ") for item in element.iter("li")]
    return bool(items) and all(is_citation(item) for item in items)


def is_lone_link(element: HtmlElement) -> bool:
    """Whether a block is nothing but a short link or two without a stop: a button, a way to another page."""
    links = [link for link in element.iter("a") if link.get("href") == "#" or not (link.get("href") or "").startswith("#")]
    links = [link for link in links if link.get("href") is not None or not (link.get("name") or link.get("id"))]
    text = " ".join(text_of(element).split())
    is_short = 0 < len(text.split()) <= BUTTON_WORDS and text[-1] not in ".!?:;"
    return bool(links) and is_short and "".join("".join(text_of(link).split()) for link in links) == "".join(text.split())


def _holds_article(element: HtmlElement) -> bool:
    if element.find(".//main") is not None:
        return True
    # Beside the text an article is only a way to one.
    articles = element.iterdescendants("article")
    if element.tag not in {"aside", "nav"} and any("comment" not in _names(article).lower() for article in articles):
        return True
    return element.find(".//h1") is not None and element.tag not in {"nav", "aside", "dialog"}


def _is_links(element: HtmlElement) -> bool:
    """Whether an element is little more than links: a menu, a list of related pages."""
    # A bare "#" is a button's address; "#name" leads to a part of the text.
    links = [link for link in element.iter("a") if not (link.get("href") or "").startswith("#") or link.get("href") == "#"]
    if len(links) < _LEAST_LINKS:
        return False
    before = element.getprevious()
    announced = before is not None and isinstance(before.tag, str) and text_of(before).rstrip().endswith(":")
    if announced or AMOUNT.search(text_of(element)):
        return False
    words = words_in(element)
    linked = sum(words_in(link) for link in links)
    return linked >= _MOST_LINKS * max(words, 1) and len(SENTENCE.findall(text_of(element))) <= len(links) // 2


def _is_reference_list(element: HtmlElement, *, least: int = _LEAST_LINKS) -> bool:
    text = text_of(element)
    years = len(re.findall(r"\b(?:19|20)\d\d\b", text))
    items = len(list(element.iter("li")))
    return years >= least and years >= items // 2


def find_article(root: HtmlElement) -> HtmlElement:
    """The element that holds the article: what is marked so, if it holds the most of the page's running text, else the body."""
    body = root.find(".//body")
    body = root if body is None else body
    marked = [
        *body.iter("main"),
        *body.xpath(".//*[@role='main']"),
        *body.xpath(".//*[@itemprop='articleBody']"),
        *body.xpath(".//*[@id='main-content' or @id='content' or @id='mw-content-text' or @id='article']"),
    ]
    articles = list(body.iter("article"))
    if len(articles) == 1:
        marked += articles
    whole = _running(body)
    fitting = [element for element in marked if _running(element) >= _OVERWHELMING * whole]
    # Of nested ones the innermost that still holds the running text of the outer.
    return min(fitting, key=words_in) if fitting else body


def _running(element: HtmlElement) -> int:
    """Words in paragraphs, list items and cells that are not links: what an article is made of."""
    count = 0
    for node in element.iter():
        if node.tag in _BLOCKS and not any(child.tag in _BLOCKS for child in node.iterdescendants()):
            linked = sum(words_in(link) for link in node.iter("a"))
            count += max(words_in(node) - linked, 0)
    return count
