"""Boxes and quotes of a Markdown text whose headings reach no further than they do."""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.parse.labels import names_box_kind
from ingest.parse.markdown_lines import MarkdownLine
from ingest.parse.notebook import box_name
from ingest.parse.outline import Outline
from ingest.parse.typed import framed_title, is_framed

_BOLD_LINE = re.compile(r"(?::\w+:\s*|[^\w\s*]{1,3}\s*)?(\*\*|__)(?P<name>[A-ZÀ-Ý][^*_.!?;]{2,70})\1:?")


class Boxes:
    """The box or quote with a heading that is open, if one is."""

    def __init__(self, outline: Outline, raw: str) -> None:
        """For the headings of ``outline``; ``raw`` is the text before the marks of its quotes were taken out."""
        self._outline = outline
        self._raw = raw
        self._open: tuple[int, Callable[[MarkdownLine], bool]] | None = None

    def leave(self, line: MarkdownLine) -> None:
        """End the open box at a line that stands outside of it."""
        if self._open is not None and self._open[1](line):
            self._outline.leave(self._open[0], start=line.start)
            self._open = None

    def open(self, line: MarkdownLine) -> bool:
        """Whether a line opens a box with a name: a heading inside of the one above it."""
        named = box_name(line.text) or self._quoted(line)
        if named is None and (framed := self._framed(line)) is not None:
            named = framed, lambda _: False
        if named is None or names_box_kind(named[0]):
            return False
        name, is_outside = named
        level = self._outline.level + 1
        self._outline.heading(level, name, start=line.start, end=line.end)
        is_typed, is_quoted = is_framed(self._raw_line(line.start)), not self._is_outside_quote(line)
        by_words: Callable[[MarkdownLine], bool] = self._is_outside_quote if is_quoted else lambda other: is_outside(other.text)
        self._open = (level, self._is_outside_frame if is_typed else by_words)
        return True

    def _quoted(self, line: MarkdownLine) -> tuple[str, Callable[[str], bool]] | None:
        """The bold words alone in the first line of a quote, where it goes on below them."""
        match = _BOLD_LINE.fullmatch(line.text.strip())
        above = self._raw[: max(line.start - 1, 0)].rpartition("\n")[2]
        is_first = not self._is_outside_quote(line) and not above.lstrip().startswith(">")
        if match is None or not is_first or not self._raw_line(line.end + 1).lstrip().startswith(">"):
            return None
        return match["name"].rstrip(":"), lambda _: False

    def _raw_line(self, start: int) -> str:
        end = self._raw.find("\n", start)
        return self._raw[start : end if end >= 0 else len(self._raw)]

    def _framed(self, line: MarkdownLine) -> str | None:
        above = self._raw[: max(line.start - 1, 0)]
        return framed_title(above[above.rfind("\n") + 1 :], self._raw_line(line.start), self._raw_line(line.end + 1))

    def _is_outside_frame(self, line: MarkdownLine) -> bool:
        return not is_framed(self._raw_line(line.start))

    def open_quote(self, line: MarkdownLine, level: int) -> None:
        """Note that a heading stands in a quote: it reaches no further."""
        if self._open is None and not self._is_outside_quote(line):
            self._open = (level, self._is_outside_quote)

    def _is_outside_quote(self, line: MarkdownLine) -> bool:
        return not self._raw[line.start : line.end].lstrip().startswith(">")
