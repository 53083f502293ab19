"""Figures of a page: what their captions state is read, whose pictures they show is set aside."""

from __future__ import annotations

from collections.abc import Callable

from lxml.html import HtmlElement

from ingest.parse.html.boxes import credits_picture, is_large, says_something_of_figure
from ingest.parse.html.headline import heading_words
from ingest.parse.html.state import Walk
from ingest.parse.pieces import Piece, Role


def read_figure(child: HtmlElement, state: Walk, walk: Callable[[], None]) -> None:
    """Read what a figure says: captions that state something, and none that only name or credit a picture."""
    if child.tag not in {"img", "picture"}:
        if child.find(".//table") is None:
            state.figures += child.find(".//img") is not None or child.find(".//svg") is not None
        for inner in child.iter("img"):
            inner.set("data-counted", "1")
        caption = child.find("figcaption")
        for credit in list(caption.iter("small", "cite", "span")) if caption is not None else ():
            if credits_picture(heading_words(credit)):
                state.pieces.append(Piece(role=Role.FURNITURE, text=heading_words(credit)))
                credit.drop_tree()
        if caption is not None and not says_something_of_figure(heading_words(caption)):
            # A caption that only names a picture is no evidence.
            state.pieces.append(Piece(role=Role.FURNITURE, text=heading_words(caption)))
            child.remove(caption)
        for words in list(child.iter("p")) if child.find(".//table") is None else ():
            if words.getparent() is not None and (text := heading_words(words)) and not says_something_of_figure(text):
                state.pieces.append(Piece(role=Role.FURNITURE, text=text))
                words.getparent().remove(words)
        walk()
    elif child.get("data-counted") is None and is_large(child):
        state.figures += 1
