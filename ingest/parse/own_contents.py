"""The list of its own headings that a document has in its text, typed by hand or by a program: set aside, for it says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.parse.contents import names_contents
from ingest.parse.numbering import split_number
from ingest.parse.pieces import Piece, Role

_PAGE = re.compile(r"(?<!\d)\d{1,3}$")
_BEFORE_PAGE = re.compile(r"\b(?:page|p\.|pág\.?)$", re.IGNORECASE)
_LEADERS = " .…·_-\t"
_NUMBER = re.compile(r"\d{1,3}(?!\S)")
_INSIDE = re.compile(
    r"(?:what['’]s )?(?:in|on|inside) this \w+(?: \w+)?\W*|what['’]?s inside\W*|en est[ae] \w+\W*", re.IGNORECASE
)
_LISTED = frozenset({Role.PARAGRAPH, Role.BULLET})
_LEAST, _MOST_BETWEEN, _SHARE, _MOST_LEFT = 3, 2, 0.6, 0.25


def set_contents_aside(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, such lists as furniture: their lines come again as headings, and end in page numbers or stand below a name.

    Without either a list stays: it may tell in which order something is done.
    """
    found = list(pieces)
    titles = {_folded(piece.text) for piece in found if piece.role is Role.HEADING} - {""}
    if len(titles) < _LEAST:
        return found
    begin = 0
    while begin < len(found):
        end = _end(found, begin, titles)
        if end > begin and (_has_pages(found[begin:end]) or _is_named(found, begin)):
            first = begin - 1 if begin and _is_name(found[begin - 1]) else begin
            found[first:end] = [replace(piece, role=Role.FURNITURE) for piece in found[first:end]]
        begin = max(end, begin + 1)
    return [
        replace(piece, role=Role.FURNITURE) if piece.role in _LISTED and _is_whole_list(piece.text, titles) else piece
        for piece in found
    ]


def _folded(text: str) -> str:
    return " ".join(split_number(text)[1].casefold().strip(" :.•").split())


def _without_page(text: str) -> str:
    """A line without the number of a page at its end, and the dots before that."""
    match = _PAGE.search(text[-3:]) if text[-1:].isdecimal() else None
    if match is None:
        return text
    return _BEFORE_PAGE.sub("", text[: -len(match[0])].rstrip(_LEADERS)).rstrip(_LEADERS)


def _end(pieces: Sequence[Piece], begin: int, titles: set[str]) -> int:
    """Where a run of lines that name headings ends; where it begins if it is none."""
    last, named = begin, 0
    for at in range(begin, len(pieces)):
        piece = pieces[at]
        if piece.role not in _LISTED or piece.hidden or piece.text.rstrip().endswith((".", ";")) or at - last > _MOST_BETWEEN:
            break
        if _folded(_without_page(piece.text)) in titles:
            named, last = named + 1, at
        elif at == begin:
            break
    return last + 1 if named >= _LEAST and named >= _SHARE * (last + 1 - begin) else begin


def _has_pages(run: Sequence[Piece]) -> bool:
    return sum(_without_page(piece.text) != piece.text for piece in run) >= _SHARE * len(run)


def _is_name(piece: Piece) -> bool:
    return names_contents(piece.text) or _INSIDE.fullmatch(piece.text.strip()) is not None


def _is_named(pieces: Sequence[Piece], begin: int) -> bool:
    return begin > 0 and _is_name(pieces[begin - 1])


def _is_whole_list(text: str, titles: set[str]) -> bool:
    """Whether one paragraph is hardly more than headings, each with the number of its page behind it."""
    if not text[-1:].isdecimal() or len(_NUMBER.findall(text)) < _LEAST:
        return False
    left, count = text.casefold(), 0
    for title in sorted((title for title in titles if title in left), key=len, reverse=True):
        left, more = re.subn(rf"{re.escape(title)}[\s.…·_]{{1,200}}\d{{1,3}}(?!\S)", "", left)
        count += more
    return count >= _LEAST and len("".join(left.split())) <= _MOST_LEFT * len("".join(text.split()))
