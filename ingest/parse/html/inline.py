"""The text inside a block: white space folded, superscripts told apart (reference marks, powers), invisible characters gone."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.html import HtmlElement

from ingest.parse.hostile import without_invisible
from ingest.parse.html.around import is_silent
from ingest.parse.read import LIGATURES

_SUPERSCRIPT = str.maketrans("0123456789+-−–abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_NUMBERS = re.compile(
    r"[\[(]?\s*(?:(?:(?:foot|end)?note|nota|ref(?:erence)?|fn)\.?\s?)?(?P<numbers>\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\s*,?[\])]?$"
)
_POWER_OF = re.compile(r"(?:\d|(?:\b|/|\d\s?)(?:[kcdmµμn]?m|in|ft)|\b10)\s?$")
_NAME_END = re.compile(r"[A-Z]{2,}$")
_MARKS = re.compile(r"[*†‡§¶#]+$")
_PLAIN = re.compile(r"(?:st|nd|rd|th|®|™|TM|º|er|o|a)$", re.IGNORECASE)


def superscript(text: str, before: str, *, is_link: bool = False) -> str:  # noqa: PLR0911 - a rule a line
    """A raised text as it is written out: a reference mark in brackets, a power in raised digits, or as it is."""
    bare = " ".join(text.split())
    if not bare:
        return ""
    match = _NUMBERS.fullmatch(bare)
    is_power = _POWER_OF.search(before) is not None and not is_link and not before.endswith((".", ",", ";", ":"))
    if match and not (is_power and bare.isdigit()):
        return f" [{match['numbers']}]"
    if re.fullmatch(r"[+\-−–]?\d+|\d*[+\-−–]", bare):
        return bare.translate(_SUPERSCRIPT)
    if _PLAIN.fullmatch(bare) and (before[-1:].isdigit() or len(bare) > 1 or not bare.isascii()):
        return bare
    if _MARKS.fullmatch(bare):
        return bare
    if re.fullmatch(r"[a-z](?:\s*,\s*[a-z])*", bare):
        return bare.replace(" ", "").translate(_SUPERSCRIPT)
    return bare if match is None else f" [{match['numbers']}]"


class Inline:
    """Collects the text of a block as the walk goes through its inline elements."""

    def __init__(self) -> None:
        """An empty text."""
        self._parts: list[str] = []

    def add(self, text: str) -> None:
        """Further words of the block."""
        self._parts.append(text)

    def raise_element(self, raised: HtmlElement) -> None:
        """The words of a raised element; the digit that ends a linked name ("ABCD²") is no reference mark."""
        text = "".join(raised.itertext())
        above = raised.getparent()
        is_in_link = above is not None and above.tag == "a"
        is_listed = is_in_link and above.get("href", "").startswith("#")
        if is_in_link and not is_listed and text.strip().isdigit() and _NAME_END.search(above.text or ""):
            self._parts.append(text.strip().translate(_SUPERSCRIPT))
            return
        self.raise_(text, is_link=is_in_link or raised.find(".//a") is not None)

    def raise_(self, text: str, *, is_link: bool) -> None:
        """Raised words: a reference mark, a power, or part of the text."""
        written = superscript(text, "".join(self._parts[-3:]).rstrip("\n"), is_link=is_link)
        if written.startswith(" [") and self._parts:
            self._parts[-1] = self._parts[-1].rstrip()
        self._parts.append(written)

    def take(self) -> str:
        """The text so far on one line, and begin anew."""
        text = " ".join(without_invisible("".join(self._parts)).translate(LIGATURES).split())
        self._parts.clear()
        return re.sub(r"\[\s*(\d[\d,;–\s-]*?)\s*\](?=\w)", r"[\1] ", text)


def plain_text(element: HtmlElement, is_out: Callable[[HtmlElement], bool]) -> str:
    """The text of a cell or caption on one line: blocks inside joined with "; ", what ``is_out`` names left out."""
    inline = Inline()
    parts: list[str] = []
    _walk(element, inline, parts, is_out)
    parts.append(inline.take())
    kept = [part for part in parts if part]
    joined = ""
    for part in kept:
        goes_on = joined.endswith((":", ";", ",", ".", "!", "?")) or part[0] == "(" or part[0].islower()
        joined += part if not joined else f"{'' if goes_on else ';'} {part}"
    return joined


_BREAKS = frozenset("p div li ul ol dl dt dd br tr table section h1 h2 h3 h4 h5 h6".split())


def _walk(element: HtmlElement, inline: Inline, parts: list[str], is_out: Callable[[HtmlElement], bool]) -> None:
    inline.add(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and not is_silent(child) and not is_out(child):
            if child.tag == "sup":
                inline.raise_element(child)
            elif child.tag in _BREAKS:
                parts.append(inline.take())
                _walk(child, inline, parts, is_out)
                parts.append(inline.take())
            else:
                _walk(child, inline, parts, is_out)
        inline.add(child.tail or "")
