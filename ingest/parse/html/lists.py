"""Lists that are no list elements: definitions, questions with answers, and lines set as typed."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.html import HtmlElement

from ingest.parse.html.around import is_silent, text_of
from ingest.parse.html.headline import heading_words
from ingest.parse.html.inline import plain_text
from ingest.parse.html.levels import level_inside
from ingest.parse.html.state import Walk
from ingest.parse.pieces import Role
from ingest.sentences import split_sentences

_BLOCKS = frozenset("p ul ol dl table div section h3 h4 h5 h6".split())
_TYPED = re.compile(r"(?:[•‣▪◦●○∙·*–-]|\(?\d{1,2}[.)])\s+(?=\S)")
_FULL_LINE = 60
_LEAST_LEADING = 4
_LEADS = re.compile(
    r"\b(?:(?:if|when) (?:you|they|he|she|the \w+|your \w+|there) (?:have|has|had|are|is|get|gets|notice|develop|feel|see)|"
    r"(?:any|one|all|each) of (?:these|the following|them)|(?:the following|these|such as|as follows|if|when|to|for|with))$",
    re.IGNORECASE,
)


def break_line(child: HtmlElement, state: Walk) -> None:
    """One break is a space, two end the paragraph; a line that begins with a bullet is an item."""
    following = child.getnext()
    is_double = following is not None and following.tag == "br" and not (child.tail or "").strip()
    is_item = re.match(r"\s*[•‣▪◦●○·–-]\s", child.tail or "") is not None
    if is_double or is_item:
        state.flush()
        state.dashed = is_item
    else:
        state.inline.add(" ")


def leads_list(element: HtmlElement) -> bool:
    """Whether a bold line right above a list is no heading but the beginning of what its items say ("Ring us if you have")."""
    below = element.getnext()
    text = heading_words(element).rstrip(": ")
    if below is None or below.tag not in {"ul", "ol"} or (element.tail or "").strip() or len(text.split()) < _LEAST_LEADING:
        return False
    return _LEADS.search(text) is not None


def read_definitions(element: HtmlElement, state: Walk, read: Callable[[HtmlElement], None]) -> None:
    """A definition list: each definition an item that begins with its term, or stands under it if it has parts of its own.

    A term that is a question is a heading. ``read`` reads the parts of an element.
    """
    terms: list[str] = []
    was_definition = False
    outer = state.bullet
    for child in element.iter("dt", "dd"):
        if next((parent for parent in child.iterancestors("dl")), element) is not element:
            continue
        if child.tag == "dt":
            terms = [] if was_definition else terms
            terms.append(plain_text(child, is_silent).rstrip(": "))
        elif terms and terms[-1].endswith("?"):
            state.head(level_inside(element, state), terms[-1])
            read(child)
            state.flush()
        elif terms and _has_parts(child):
            state.bullet = state.depth + 1
            state.head_or_label(", ".join(terms))
            read(child)
            state.flush()
            state.bullet, state.labelled = outer, 0
        elif text := plain_text(child, is_silent):
            state.put(Role.BULLET, f"{', '.join(terms)}: {text}" if terms else text)
        was_definition = child.tag == "dd"


def _has_parts(element: HtmlElement) -> bool:
    """Whether a definition is more than a line: of several blocks or sentences, each of which needs the term."""
    blocks = sum(node.tag in _BLOCKS for node in element.iterdescendants())
    return blocks > 1 or len(split_sentences(text_of(element))) > 1


def read_lines(element: HtmlElement, state: Walk) -> None:
    """Text set as typed: a paragraph for each line, lines that fill the page joined up to the next blank one."""
    text = text_of(element) if len(element) else (element.text or "")
    for part in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        is_wrapped = len(lines) > 1 and all(len(line) >= _FULL_LINE for line in lines[:-1])
        for line in [" ".join(lines)] if is_wrapped else lines:
            typed = _TYPED.match(line)
            state.put(Role.BULLET if typed else Role.PARAGRAPH, line[typed.end() :] if typed else line)
