"""Headings that stand at the beginning of their text: "Symptoms — Fever comes first. …", the name marked, a dash behind it."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from ingest.parse.html.headline import heading_words
from ingest.parse.html.shaped import BLOCKS, BOLD, named_level, raised_level
from ingest.parse.html.state import Walk
from ingest.sentences import asserts

_BEHIND = re.compile(r"\s*[—–:-]+\s+(?=\S)|\s*$")
_DASH = re.compile(r"\s*[—–]\s+(?=[A-ZÁÉÍÓÚÑ¿\"“(\d])")
_MARKED = BOLD | {"span", "em", "i", "u"}
_MOST_WORDS, _MOST_BOLD_WORDS, _LEAST_WORDS, _LEAST_ALIKE = 12, 8, 6, 3
_MOST_NAME_WORDS, _LEAST_NAME = 5, 4


def open_run_in(element: HtmlElement, state: Walk) -> None:
    """Read the heading that a paragraph opens with, and take it out of the paragraph."""
    may_head = element.tag in {"p", "div"} and state.bullet is None and not state.hidden
    name = _heading_in(element, state) if may_head else None
    if name is None:
        return
    state.flush()
    state.head(raised_level(name, state.sheet) + state.sunk, heading_words(name).rstrip(":."))
    name.tail = _BEHIND.sub("", name.tail or "", count=1)
    name.drop_tree()


def _heading_in(element: HtmlElement, state: Walk) -> HtmlElement | None:
    """What opens a paragraph and heads it: named as a heading, with more behind it; or bold before a dash, as in others."""
    first, parent = _opening(element), element.getparent()
    if first is None or not _is_name(heading_words(first), _MOST_WORDS):
        return None
    if named_level(first) and _BEHIND.match(first.tail or ""):
        return first
    if not _is_bold_before_dash(element):
        return None
    alike = sum(_is_bold_before_dash(other) for other in parent.iterchildren(element.tag))
    if alike >= _LEAST_ALIKE:
        state.headed_in = parent
    return first if state.headed_in is parent else None


def run_in_name(element: HtmlElement, names_in: object) -> HtmlElement | None:
    """The bold name with a stop that opens a paragraph and that all of it is about ("**Alvorin.** Adults: 5 mg …"), as of others.

    ``names_in`` is the box in which one was found before.
    """
    bold = _opening_bold(element)
    if bold is None or element.getparent() is names_in:
        return bold
    alike = sum(_opening_bold(other) is not None for other in element.itersiblings(preceding=True, tag=element.tag))
    alike += sum(_opening_bold(other) is not None for other in element.itersiblings(tag=element.tag))
    return bold if alike else None


def _opening_bold(element: HtmlElement) -> HtmlElement | None:
    first = next((child for child in element if isinstance(child.tag, str)), None)
    if first is None or first.tag not in BOLD or (element.text or "").strip() or not (first.tail or "").strip():
        return None
    words = heading_words(first)
    is_name = 0 < len(words.split()) <= _MOST_NAME_WORDS and words[0].isupper() and words.endswith(".") and not asserts(words)
    return first if is_name and len(words) > _LEAST_NAME else None


def _opening(element: HtmlElement) -> HtmlElement | None:
    """The marked words that a paragraph opens with, where more stands behind them."""
    first = next((child for child in element if isinstance(child.tag, str)), None)
    if first is None or first.tag not in _MARKED or (element.text or "").strip():
        return None
    if any(child.tag in BLOCKS for child in element.iterdescendants()):
        return None
    behind = len(heading_words(element).split()) - len(heading_words(first).split())
    return first if behind >= _LEAST_WORDS else None


def _is_name(words: str, most: int) -> bool:
    is_phrase = 0 < len(words.split()) <= most and (words[0].isupper() or words[0].isdigit()) and words[-1] not in ",;!"
    return is_phrase and not asserts(words)


def _is_bold_before_dash(element: HtmlElement) -> bool:
    first = _opening(element)
    if first is None or first.tag not in BOLD or not _DASH.match(first.tail or ""):
        return False
    return _is_name(heading_words(first), _MOST_BOLD_WORDS)
