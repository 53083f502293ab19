"""A saved page's bytes → Document."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from ingest.documents import Document, Extent
from ingest.errors import UnreadableDocumentError
from ingest.parse.hostile import why_hostile
from ingest.parse.html.around import find_article, is_silent, text_of, words_in, words_unlinked
from ingest.parse.html.folded import folded_ids
from ingest.parse.html.headline import heading_words
from ingest.parse.html.largest import largest_line
from ingest.parse.html.shaped import HEADINGS
from ingest.parse.html.state import Walk
from ingest.parse.html.stated import read_stated, title_parts
from ingest.parse.html.style import Sheet, read_sheet
from ingest.parse.html.teasers import find_teasers
from ingest.parse.html.walk import walk
from ingest.parse.identity import identify
from ingest.parse.lay_out import lay_out
from ingest.parse.opening import set_opening_aside
from ingest.parse.pieces import Piece, Role
from ingest.parse.read import decode, normalise

_WESTERN = re.compile(rb"(?:iso-?8859|latin|windows-?125|cp-?125|us-ascii|macintosh)", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_TITLE_CLASS = re.compile(r"(?:^|\s)(?:MsoTitle|title|doc-?title|document-title)(?:$|\s)", re.IGNORECASE)
_SERVICE = re.compile(
    r"^about:|^javascript:|googletagmanager|doubleclick|recaptcha|consent|analytics|youtube|facebook|twitter", re.IGNORECASE
)
_SCRIPT = re.compile(r"java ?script|browser|<(?:img|iframe)", re.IGNORECASE)
_LEAST_UNREAD = 6
_LOOKED_AT = 4096


def parse_html(raw: bytes, *, path: Path, encoding: str | None = None) -> Document:
    """The article of a page: its words without what stands around them, its tables as rows, its own metadata.

    ``encoding`` is what the page came with, where something outside of it says so.

    Raises:
        UnreadableDocumentError: it is no HTML, or holds no text.
    """
    text, warnings = _text(raw, path, encoding)
    root = _tree(text, path)
    stated = read_stated(root)
    article = find_article(root)
    sheet = read_sheet(root)
    unlinked = max(words_unlinked(article), 1)
    state = Walk(
        sheet=sheet,
        total=max(words_in(article), 1),
        unlinked=unlinked,
        teasers=find_teasers(article, unlinked),
        title=_heading(article, root, stated.title or "", sheet),
        site=stated.site or "",
        opened=folded_ids(root),
    )
    _around(root, article, state)
    walk(article, state)
    state.flush()
    if state.title_at is not None:
        state.pieces = set_opening_aside(state.pieces, state.title_at)
    title = state.title or stated.title
    _set_title_aside(state, title)
    pieces = [Piece(role=Role.TITLE, text=title), *state.pieces] if title else state.pieces
    laid = lay_out(pieces)
    if not laid.body.strip():
        message = f"{path} holds no text that could be an article. Save the page from the browser and add that."
        raise UnreadableDocumentError(message)
    source, more = identify(laid, replace(stated, title=title), path=path, sha256=sha256(raw).hexdigest())
    extent = Extent(tables=state.tables, tables_lost=state.tables_lost, figures_skipped=state.figures)
    return laid.as_document(source, warnings=(*warnings, *more, *_silent(root), *_unread(root)), extent=extent)


def _text(raw: bytes, path: Path, encoding: str | None) -> tuple[str, tuple[str, ...]]:
    match = _CHARSET.search(raw[:_LOOKED_AT])
    if match and _WESTERN.match(match.group(1)) and (text := _as_saved(raw)) is not None:
        return normalise(text), ()
    for name in (encoding, match.group(1).decode("ascii") if match else None):
        if name:
            try:
                return normalise(raw.decode(name)), ()
            except (LookupError, UnicodeDecodeError):
                pass
    decoded, _, warnings = decode(raw, path)
    return normalise(decoded), warnings


def _as_saved(raw: bytes) -> str | None:
    """The text of a page that was saved as UTF-8 while its head still names the letters of its server; None for another.

    Letters of a Western set beyond ASCII make valid UTF-8 only by a chance that a page doesn't have.
    """
    if raw.isascii():
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _tree(text: str, path: Path) -> HtmlElement:
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\x00", " ")
    parser = HTMLParser(huge_tree=False, no_network=True, remove_pis=True)
    try:
        root = document_fromstring(text, parser=parser)
    except etree.XMLSyntaxError as error:
        # The library can't say that memory ran out.
        if "unknown error" in str(error):
            raise MemoryError from error
        message = f"{path} is no readable HTML ({error}). Save the page again, or as plain text."
        raise UnreadableDocumentError(message) from error
    except (etree.ParserError, ValueError) as error:
        message = f"{path} is no readable HTML ({error}). Save the page again, or as plain text."
        raise UnreadableDocumentError(message) from error
    return root


def _heading(article: HtmlElement, root: HtmlElement, stated: str, sheet: Sheet) -> str:
    """The words of the page's main heading; of several, the one that its head states too, else what its head states."""
    named = _named_title(article)
    if above := _head_above(article, root, stated):
        return above
    for place in (article, root):
        heads = [_words(head) for head in place.iter("h1")]
        heads = [head for head in heads if head]
        if len(heads) > 1 and named:
            return named
        heads = [_without_section(head, root) for head in heads]
        if len(heads) > 1 and (own := _of_whole_title(heads, root, stated)):
            return own
        if heads:
            return heads[0] if len(heads) == 1 or heads[0] in stated or not stated else stated
    return named or _repeated_title(article, root) or largest_line(article, sheet)


def _of_whole_title(heads: list[str], root: HtmlElement, stated: str) -> str:
    """The one of several main headings that the page's title holds as a whole and that begins as what is ``stated`` does."""
    element = root.find(".//title")
    whole = " ".join((element.text or "").split()) if element is not None else ""
    return next((head for head in heads if stated and head != stated and head.startswith(stated) and head in whole), "")


def _head_above(article: HtmlElement, root: HtmlElement, stated: str) -> str:
    """The main heading above the article where the page's head states it, and not the one that opens the article's first part."""
    inside = [_words(head) for head in article.iter("h1")]
    heads = [words for head in root.iter("h1") if article not in head.iterancestors() and (words := _words(head))]
    is_part = bool(inside) and not any(words.lower() in stated.lower() for words in inside)
    return next((words for words in heads if is_part and words.lower() in stated.lower()), "")


def _words(head: HtmlElement) -> str:
    return heading_words(head).rstrip("¶# ")


def _without_section(head: str, root: HtmlElement) -> str:
    """A heading without the name of the site's part before it, which stands in the way through the site as well."""
    part, colon, rest = head.partition(" : ")
    if not colon:
        return head
    ways = root.xpath(".//*[contains(@class, 'breadcrumb') or contains(@id, 'breadcrumb')]//a")
    return rest.strip() if any(" ".join(text_of(way).split()) == part.strip() for way in ways) else head


def _repeated_title(article: HtmlElement, root: HtmlElement) -> str:
    """Of a page without a main heading the first part of its title, where those words stand on the page by themselves."""
    first, *others = title_parts(root) or [""]
    if others and len(first.split()) == 1 and text_of(article).split()[:1] == [first]:
        return first
    if not others or len(first.split()) < 2:  # noqa: PLR2004 - one word may stand anywhere
        return ""
    nodes = (node for node in article.iter("div", "span", "p", "td", "strong", "b") if len(node) <= 1)
    return first if any(" ".join(text_of(node).split()) == first for node in nodes) else ""


def _named_title(article: HtmlElement) -> str:
    """The first paragraph before any heading that a word processor marked as the title; empty without one."""
    for node in article.iter("p", *HEADINGS):
        if node.tag != "p":
            return ""
        if _TITLE_CLASS.search(node.get("class") or "") and (words := " ".join(text_of(node).split())):
            return words
    return ""


def _set_title_aside(state: Walk, title: str | None) -> None:
    """The title once more as a paragraph, on pages without a main heading, is no evidence."""
    for position, piece in enumerate(state.pieces):
        if title and piece.role is Role.PARAGRAPH and " ".join(piece.text.split()) == " ".join(title.split()):
            state.pieces[position] = replace(piece, role=Role.FURNITURE)


def _around(root: HtmlElement, article: HtmlElement, state: Walk) -> None:
    """What stands beside the article, as furniture: it is read for dates, publisher and review only."""
    body = root.find(".//body")
    if body is None or body is article:
        return
    inside = {article, *article.iterancestors()}
    whole: set[HtmlElement] = set()
    for element in body.iter("p", "li", "div", "time", "span", "td", "footer"):
        if element in inside or any(parent is article for parent in element.iterancestors()):
            continue
        parts = {child.tag for child in element if isinstance(child.tag, str)}
        # A line of its own words with spans between them ("by … on …") is read as one.
        is_line = parts <= {"span", "time", "a", "b", "strong", "em", "i", "br"} and bool((element.text or "").strip())
        if element.getparent() in whole or (parts & {"p", "li", "div", "td", "span", "time"} and not is_line):
            continue
        whole.add(element)
        text = " ".join(text_of(element).split())
        if text:
            state.pieces.append(Piece(role=Role.FURNITURE, text=text[:500]))


def _unread(root: HtmlElement) -> tuple[str, ...]:
    """Warnings of what a browser would show or load elsewhere, and that was not read."""
    found = []
    for node in root.iter("noscript", "template", "iframe", "object", "embed", "canvas"):
        place = (node.get("src") or node.get("data") or "").strip()
        words = "".join(node.itertext()).split()
        if place and not _SERVICE.search(place):
            found.append(f"an embedded page or file ({place[:80]}) was not read: save it by itself and add that")
        elif (
            is_silent(node) and len(words) >= _LEAST_UNREAD and not (_SCRIPT.search(" ".join(words)) or _stands_for_picture(node))
        ):
            found.append(f"{len(words)} words in <{node.tag}> were not read (“{' '.join(words[:8])} …”)")
    return tuple(dict.fromkeys(found))


def _stands_for_picture(node: HtmlElement) -> bool:
    """Whether an element only shows a picture and its words where scripts don't."""
    return node.tag == "noscript" and node.find(".//img") is not None and node.find(".//p") is None


def _silent(root: HtmlElement) -> tuple[str, ...]:
    """Warnings of text addressed to a model where no reader looks: comments, alternative texts, meta tags. It was not read."""
    found = []
    for node in root.iter():
        if node.tag is etree.Comment:
            places = [("a comment", node.text or "")]
        elif isinstance(node.tag, str):
            names = ("alt", "title", "aria-label", "content", "data-content")
            places = [(f"the attribute {name!r}", node.get(name) or "") for name in names]
        else:
            continue
        found += [f"{where} {why}; it was not read" for where, text in places if text and (why := why_hostile(text))]
    return tuple(dict.fromkeys(found))
