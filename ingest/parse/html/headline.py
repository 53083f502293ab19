"""The words of a heading on a page, without the buttons, badges and marks that stand in its line."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from ingest.parse.html.around import text_of, words_in
from ingest.parse.html.inline import plain_text
from ingest.parse.html.ways import is_edit_mark

_UNSEEN = re.compile(r"(?:^|[\s_-])(?:visually-?hidden|sr-only|screen-?reader(?:-text|-only)?)(?:$|[\s_-])", re.IGNORECASE)
_BADGE = re.compile(r"(?:^|\s)(?:(?:[\w-]+[_-])?(?:tag|badge|pill|chip|lozenge)(?:--?[\w-]+)?|label)(?:\s|$)", re.IGNORECASE)
_UP = re.compile(
    r"(?:(?:back |return )?(?:to )?(?:the )?(?:top|contents|index|menu|start)(?: of (?:the )?page)?|up|permalink|link|"
    r"(?:volver )?(?:al )?(?:inicio|arriba|índice))?",
    re.IGNORECASE,
)
_STATE = re.compile(r"(?:^|[\s_-])(?:toggle|icon|chevron|caret|arrow|indicator)(?:$|[\s_-])", re.IGNORECASE)
_MOST_BADGE_WORDS = 3
_NUMBER_BOX = re.compile(r"(?:[A-Z][a-z]+ )?\d{1,2}(?:\.\d{1,2})*[.):]?")


def heading_words(element: HtmlElement) -> str:
    """The words of a heading on one line as a reader sees them, without buttons and links to itself."""
    # A heading that folds its section out is all button.
    words = plain_text(element, _is_beside) or plain_text(element, lambda part: _is_unseen(part) or _is_state(part))
    return _number_apart((words or " ".join(text_of(element).split())).strip("¶# ").rstrip("—– "), element)


def _number_apart(words: str, element: HtmlElement) -> str:
    """The words with a blank behind the number that opens them in a box of its own, which white around the box sets apart."""
    first = next(iter(element), None) if not (element.text or "").strip() else None
    number = " ".join(text_of(first).split()) if first is not None else ""
    is_glued = _NUMBER_BOX.fullmatch(number) is not None and words.startswith(number) and words[len(number) :][:1].isupper()
    return f"{number} {words.removeprefix(number)}" if is_glued else words


def _is_unseen(element: HtmlElement) -> bool:
    return _UNSEEN.search(element.get("class") or "") is not None


def _is_beside(element: HtmlElement) -> bool:
    """Whether a part of a heading is none of its words: a way to it or around it, or read out only to who doesn't see it."""
    name = element.get("class") or ""
    if element.tag in {"button", "nav"} or "headerlink" in name or _is_unseen(element) or is_edit_mark(element):
        return True
    return _is_badge(element) or _is_state(element) or _leads_up(element)


def _leads_up(element: HtmlElement) -> bool:
    """Whether a link behind the words of a heading only leads to the top of the page or to its list of contents."""
    link = element if element.tag == "a" else element.find(".//a")
    is_way = link is not None and (link.get("href") or "").startswith("#") and element.tag in {"a", "small", "span", "font"}
    return is_way and _UP.fullmatch(" ".join(text_of(element).split()).strip("[]()↑^▲ ")) is not None


def _is_state(element: HtmlElement) -> bool:
    """Whether a part behind the words of a fold only says or draws whether it is open ("Show", "+")."""
    is_behind = element.getprevious() is not None or bool((element.getparent().text or "").strip())
    is_named = element.tag in {"span", "i", "small"} and _STATE.search(element.get("class") or "") is not None
    return is_named and is_behind and words_in(element) <= _MOST_BADGE_WORDS


def _is_badge(element: HtmlElement) -> bool:
    """Whether a part of a line is a badge behind its words ("New", "Specialist only"), by its name and its few words."""
    is_inline = element.tag in {"span", "small", "mark", "abbr"}
    is_behind = element.getprevious() is not None or bool((element.getparent().text or "").strip())
    return (
        is_inline
        and is_behind
        and _BADGE.search(element.get("class") or "") is not None
        and words_in(element) <= _MOST_BADGE_WORDS
    )


def badges(element: HtmlElement, words: str) -> list[str]:
    """What the badges of a heading say that its ``words`` don't."""
    found = (text_of(part).strip() for part in element.iterdescendants("span", "small", "mark", "abbr") if _is_badge(part))
    return [text for text in found if text and text not in words]
