"""Where a reader of Markdown stands among its lines, and which of them are headings by their marks, place or number."""

from __future__ import annotations

import re

from ingest.parse.labels import names_box_kind
from ingest.parse.markdown_lines import MarkdownLine, lines_from
from ingest.parse.notebook import DEFINITION, NOTE, NUMBER, SUMMARY, TAGS
from ingest.parse.outline import Outline
from ingest.parse.typed import is_centred_title, numbered_heading

HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]+(?P<title>.*?)[ \t]*#*[ \t]*$")
UNDERLINE = re.compile(r" {0,3}(?P<mark>=|-)(?P=mark){2,}[ \t]*$")
BOLD_LINE = re.compile(r"(?P<mark>\*\*|__)(?P<title>(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?[^*_.!?]{2,90}?\??):?(?P=mark):?[ \t]*$")
BULLET = re.compile(
    r"(?P<indent>[ \t]*)(?P<mark>[-*+•‣▪]|\d{1,3}[.)]|(?<=  )(?:\([a-z]\)|[ivx]{1,4}[.)]))[ \t]+(?P<box>\[[ xX]\][ \t]+)?(?=\S)"
)
FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})[ \t]*(?P<language>\w*)")
RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_BOLD_LEVEL = 7
_ENDS = (HEADING, BULLET, FENCE, RULE, TAGS, DEFINITION, NOTE, re.compile(r"[ \t]*:{3,}"))
"""What ends the paragraph above it."""


class Lines:
    """The lines of a Markdown body, the one that is read, and the headings above it."""

    def __init__(self, text: str, body: int) -> None:
        """At the first line behind ``body``."""
        self.outline = Outline()
        self.title: str | None = None
        self._lines = lines_from(text, body)
        self._at = 0
        self._numbered: dict[str, int] = {}
        self._folded: list[int] = []

    def _stands_alone(self) -> bool:
        """Whether blank lines or rules stand around the current line."""
        around = [self._lines[place].text for place in (self._at - 1, self._at + 1) if 0 <= place < len(self._lines)]
        return not any(text.strip() and not RULE.match(text) for text in around)

    def _by_number(self, level: int, title: str) -> int:
        """The level of a heading, below that of the one whose number its own goes on from ("1.2" below "1")."""
        match = NUMBER.match(title)
        number = match["number"].rstrip(".") if match else ""
        above = self._numbered.get(number.rpartition(".")[0], 0)
        if number:
            level = max(level, above + 1)
            self._numbered[number] = level
        return level

    def _marked(self, line: MarkdownLine) -> tuple[int, str, int] | None:
        """The level and words of a heading by its marks, and how many lines it takes."""
        match = HEADING.match(line.text)
        following = self._lines[self._at + 1] if self._at + 1 < len(self._lines) else None
        if match:
            return len(match["marks"]), match["title"], 1
        if following and (rule := UNDERLINE.match(following.text)) and not BULLET.match(line.text) and "|" not in line.text:
            return (1 if rule["mark"] == "=" else 2), line.text, 2
        bold = BOLD_LINE.match(line.text.strip())
        if bold and not names_box_kind(bold["title"]):
            return _BOLD_LEVEL, bold["title"], 1
        return self._typed(line)

    def _typed(self, line: MarkdownLine) -> tuple[int, str, int] | None:
        """The same of a line that only its place or its number makes a heading, or that folds out what is below it."""
        if not self.title and not self.outline.level and (used := is_centred_title(self._texts(3))):
            return 1, line.text.strip(), used
        typed = numbered_heading(line.text, self._below())
        if typed and typed[1] in self._numbered and self._stands_alone():
            return self._numbered[typed[1]] + 1, typed[0], 1
        if folded := SUMMARY.match(line.text):
            self._folded.append(self.outline.level + 1)
            return self.outline.level + 1, folded["title"], 1
        return None

    def _texts(self, most: int) -> list[str]:
        return [line.text for line in self._lines[self._at : self._at + most]]

    def _below(self) -> str:
        """The next line with words below the current one."""
        return next((line.text for line in self._lines[self._at + 1 :] if line.text.strip()), "")

    def _continued(self, line: MarkdownLine, *, indent: int = 0) -> int:
        """Where the block that starts at the current line ends: before a blank line or the start of something else.

        An item that is set in ends before a line that begins further out with a capital.
        """
        end = line.end
        self._at += 1
        while self._at < len(self._lines):
            text = self._lines[self._at].text
            is_further_out = text[:1].isupper() and indent > 1
            if not text.strip() or is_further_out or any(shape.match(text) for shape in _ENDS):
                break
            end = self._lines[self._at].end
            self._at += 1
        return end
