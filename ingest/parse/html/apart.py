"""Links that stand between the blocks of a page, and not in a line of words."""

from __future__ import annotations

from lxml.html import HtmlElement

from ingest.parse.html.shaped import BLOCKS


def stands_apart(element: HtmlElement) -> bool:
    """Whether an element stands between blocks: a paragraph does; a link does that has no words of a line beside it."""
    if element.tag != "a":
        return True
    before, after = element.getprevious(), element.getnext()
    words = (element.tail or "").strip() or ((before.tail if before is not None else element.getparent().text) or "").strip()
    sides = [side for side in (before, after) if side is not None]
    return (
        not words
        and element.getparent().tag in {"div", "section", "article", "main", "body"}
        and all(side.tag in BLOCKS or (side.tag == "a" and not (side.tail or "").strip()) for side in sides)
    )
