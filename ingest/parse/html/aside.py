"""What of an article's elements is no part of it: set aside as the walk comes to it."""

from __future__ import annotations

from lxml.html import HtmlElement

from ingest.parse.html.apart import stands_apart
from ingest.parse.html.around import is_around, is_lone_link, text_of
from ingest.parse.html.boxes import is_comment
from ingest.parse.html.headline import heading_words
from ingest.parse.html.readers import holds_comments
from ingest.parse.html.shaped import heading_in, marked_level
from ingest.parse.html.state import Walk
from ingest.parse.html.ways import is_about_author, is_aside_line, is_speaker, leads_around
from ingest.parse.labels import is_control_label
from ingest.parse.pieces import Piece, Role
from ingest.parse.zones import zone_of


def goes_aside(child: HtmlElement, state: Walk, *, inside: bool) -> bool:
    """Set an element aside if it is none of the article; whether it was. ``inside`` says that it stands in a marked article."""
    has_comments = holds_comments(child, total=state.unlinked)
    if not has_comments and not _is_aside(child, state, inside=inside):
        return False
    state.flush()
    if text := " ".join(text_of(child).split()):
        state.pieces.append(Piece(role=Role.FURNITURE, text=text[:2000]))
    if has_comments:
        _close(child, state)
    return True


def _is_aside(child: HtmlElement, state: Walk, *, inside: bool) -> bool:
    """Whether an element is a way to another page, a comment, or another part of what stands around the article."""
    if child.tag in {"p", "div", "a", "td"} and state.bullet is None and is_lone_link(child) and stands_apart(child):
        return True
    if child in state.teasers or (child.tag == "summary" and is_control_label(heading_words(child))):
        return True
    if is_comment(child) or is_aside_line(child) or is_around(child, total=state.unlinked, inside_article=inside):
        return True
    return leads_around(child) or is_about_author(child) or is_speaker(child)


def _close(comments: HtmlElement, state: Walk) -> None:
    """What stands below the readers' comments is no article either, up to a heading as far out as theirs."""
    head = heading_in(comments)
    if head is not None and state.zone is None and (zone := zone_of(heading_words(head))) is not None:
        state.zone, state.zone_level = zone, marked_level(head)
