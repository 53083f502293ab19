"""What readers of a page wrote below it: no part of the article, however much of the page it fills."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from ingest.parse.html.around import words_unlinked

_NEARLY_ALL = 0.9
_PARTS = frozenset("div section ul ol li aside dl blockquote".split())
_NAMED = re.compile(
    r"(?:^|[_-])(?:(?:comment|kommentar)(?:s|e|en)?[_-]*(?:list\w*|area|section|thread|wrap\w*|container|form|stream)|"
    r"comments|kommentare|commentaires|comentarios|commenti|coment[áa]rios|reacties|pingbacks?|trackbacks?|disqus\w*)(?:$|[_-])",
    re.IGNORECASE,
)
_STATES = frozenset(
    "has no with without open opened closed allow allowed disabled show hide number count "
    "expert experts editor editors editorial author authors reviewer clinical clinician".split()
)
"""Before the word these say of what kind or state a page is, or that who made it comments on its text."""


def holds_comments(element: HtmlElement, *, total: int) -> bool:
    """Whether an element is named as the readers' comments, in the words of the web's languages.

    ``total`` is how many of the article's words are no links: what holds nearly all of them holds the article as well.
    """
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split() if element.tag in _PARTS else ()
    if not any(map(_names_comments, names)) or element.find(".//h1") is not None or element.find(".//main") is not None:
        return False
    return words_unlinked(element) < _NEARLY_ALL * total


def _names_comments(name: str) -> bool:
    match = _NAMED.search(name)
    before = re.split(r"[_-]+", name[: match.start()].lower()) if match else []
    return match is not None and not (before and before[-1] in _STATES)
