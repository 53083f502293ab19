"""What a text browser leaves of a page's links, pictures and forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARK = re.compile(r"\[\d{1,3}\](?=[^\s\]:;.,)])")
_LISTED = re.compile(r"\s*\d{1,3}\. (?:https?|ftp|mailto|javascript|file):\S*$")
_LEAST_LISTED = 2
_PICTURE = re.compile(
    r"\[(?:inline|image|img|link|embed|iframe|button)\b[^\]]*\]|\[[\w./-]+\.(?:png|jpe?g|gif|svg|webp)\]|\(BUTTON\)"
    r"|^i?frame:\s+\S+$",
    re.IGNORECASE,
)
_FIELD = re.compile(r"_{5,}|\[[ _x]\]\s*\w|\([ _x]\) ?\w.*\([ _x]\)|\(BUTTON\)|\[(?:submit|go|search|send|ok)\]", re.IGNORECASE)
_HEAD_LINKS = re.compile(r"\s*#\s?\[\d{1,3}\]")
_NAMES = re.compile(r"\s*(?:visible|hidden) links:?$", re.IGNORECASE)


def without_links(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines without the marks of links, and those that were set aside: addresses, pictures, buttons and fields of forms."""
    listed = sum(_LISTED.match(line) is not None for line in lines)
    if listed < _LEAST_LISTED or not any(_MARK.search(line) for line in lines):
        return list(lines), []
    kept: list[str] = []
    aside: list[str] = []
    for line in lines:
        if _LISTED.match(line) or _HEAD_LINKS.match(line) or _NAMES.match(line):
            aside.append(line.strip())
            kept.append("")
            continue
        kept.append(_MARK.sub("", line))
    return kept, aside


def is_of_form(text: str) -> bool:
    """Whether a text holds the fields and buttons of a form, or the place of a picture."""
    return _FIELD.search(text) is not None or _PICTURE.search(text) is not None
