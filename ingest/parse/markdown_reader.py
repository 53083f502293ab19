"""The lines of a Markdown body → an outline of its headings and blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.documents import Block, BlockKind, Span
from ingest.parse.labels import is_control_label, names_box_kind
from ingest.parse.markdown_boxes import Boxes
from ingest.parse.markdown_headings import BOLD_LINE, BULLET, FENCE, RULE, Lines
from ingest.parse.markdown_lines import TABLE_RULE, MarkdownLine, cells_of, opens_table, row_block
from ingest.parse.marks import bracketed_marks, superscript_marks
from ingest.parse.notebook import (
    BOX,
    BOX_TITLE,
    CALLED,
    DEFINITION,
    FOLD_ENDS,
    NOTE,
    SUMMARY,
    TAGS,
    WAYS,
    is_row_of_links,
    not_struck,
    note_marks,
    only_links,
    reads_as_text,
)
from ingest.parse.outline import Head, make_blocks
from ingest.parse.own_standing import is_standing_line, states_fields
from ingest.parse.pdf.captions import CAPTION
from ingest.parse.references import is_citation
from ingest.parse.typed import (
    is_address_bar,
    is_list_of_contents,
    is_running_foot,
    read_columns,
)
from ingest.parse.zones import Zone, zone_of

_IMAGE = re.compile(r"[ \t]*!\[[^\]]*\]\([^)]*\)[ \t]*$")
_LINK_TARGET = re.compile(r" {0,3}\[[^\]^][^\]]*\]:[ \t]+\S+")
_CONTENTS = re.compile(r"[ \t]*\[\[?_?toc_?\]?\][ \t]*$", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?=[\\.*_#`\[\]()!+-])")
_MOST_ROWS = 400


class Reader(Lines):
    """Walks the lines of a Markdown body once and fills an outline."""

    def __init__(self, text: str, body: int, *, is_bare: bool = False, raw: str = "") -> None:
        """For the text from ``body`` on; ``is_bare`` says that no fields tell its standing, which its lines may then.

        ``raw`` is the text before the marks of its quotes were taken out.
        """
        super().__init__(text, body)
        self.text = text
        self.body = body
        self._is_bare = is_bare
        self._called: dict[str, tuple[Head, ...]] = {}
        self._aside_level = 0
        self._boxes = Boxes(self.outline, raw or text)
        self.furniture: list[Span] = []
        self.warnings: list[str] = []
        self._indents: list[int] = []

    def read(self) -> None:
        """Read all lines."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.text.strip():
                self._at += 1
                continue
            self._boxes.leave(line)
            if not (self._named_box(line) or self._set_aside(line) or self._heading(line) or self._block(line)):
                self._paragraph()

    def _block(self, line: MarkdownLine) -> bool:
        return self._table() or self._bullet(line) or self._note(line)

    def _named_box(self, line: MarkdownLine) -> bool:
        is_box = not self._aside_level and self._boxes.open(line)
        if is_box:
            self._indents.clear()
            self._at += 1
        return is_box

    def _set_aside(self, line: MarkdownLine) -> bool:
        """Code, comments, rules, images, tags, link targets and what a page says of itself: furniture."""
        last = self._at
        fence = FENCE.match(line.text)
        if fence:
            closing = fence["fence"]
            last = self._find(lambda other: other.strip().startswith(closing), after=self._at)
            inside = self._lines[self._at + 1 : last]
            if reads_as_text(fence["language"], [other.text for other in inside]):
                for other in inside:
                    self._add(other.start, other.end, BlockKind.PARAGRAPH)
                self._at = last + 1
                return True
        elif line.text.lstrip().startswith("<!--"):
            last = self._at if "-->" in line.text else self._find(lambda other: "-->" in other, after=self._at)
        elif not (_is_aside(line.text) or (self._stands_alone() and self._is_of_page(line))):
            return False
        self._indents.clear()
        if FOLD_ENDS.search(line.text) and self._folded:
            self.outline.leave(self._folded.pop(), start=line.start)
        self.furniture.append(Span(start=line.start, end=max(self._lines[last].end, line.start + 1)))
        self._at = last + 1
        return True

    def _is_of_page(self, line: MarkdownLine) -> bool:
        return is_row_of_links(line.text) or (
            self._is_bare and (is_standing_line(line.text) or is_running_foot(line.text) or self._is_address(line))
        )

    def _is_address(self, line: MarkdownLine) -> bool:
        return not self.outline.level and is_address_bar([line.text])

    def _tells_of_page(self, lines: Sequence[str]) -> bool:
        """Whether the lines of a paragraph are the page's address, its contents, or several of its standing below their name."""
        stands = [is_standing_line(line) or states_fields(line) for line in lines]
        is_standing = sum(stands) > 1 and all(stands[1:])
        return is_standing or is_list_of_contents(lines) or (not self.outline.level and is_address_bar(lines))

    def _find(self, wanted: object, *, after: int) -> int:
        """Position of the first line after ``after`` that is wanted; the last line when there is none."""
        assert callable(wanted)  # noqa: S101
        for position in range(after + 1, len(self._lines)):
            if wanted(self._lines[position].text):
                return position
        return len(self._lines) - 1

    def _heading(self, line: MarkdownLine) -> bool:
        marked = self._marked(line)
        if marked is None:
            return False
        level, title, used = marked
        title = re.sub(r"[*_`]+", "", _ESCAPED.sub("", title)).strip()
        level = self._by_number(level, title)
        end = self._lines[self._at + used - 1].end
        self._at += used
        self._indents.clear()
        place = line.text.find(title)
        if not self._aside_level and place >= 0 and CAPTION.match(title) and opens_table(self._lines[self._at :]):
            span = Span(start=line.start + place, end=line.start + place + len(title.rstrip(": ")))
            self.outline.add([Block(kind=BlockKind.LEAD_IN, span=span)])
            return True
        if self._aside_level == 0 or level <= self._aside_level:
            is_aside = self._is_bare and zone_of(title) in {Zone.NOTICE, Zone.LINKS}
            self._aside_level = level if is_aside else 0
        if self._aside_level:
            self.outline.leave(level, start=line.start)
            self.furniture.append(Span(start=line.start, end=end))
        elif level == 1 and self.title is None and self.outline.level == 0:
            self.title = title
        elif title:
            self.outline.heading(level, title, start=line.start, end=end)
            self._boxes.open_quote(line, level)
        return True

    def _note(self, line: MarkdownLine) -> bool:
        """A footnote, or a term with what is said of it below: the words behind the mark, under the term."""
        following = self._lines[self._at + 1].text if self._at + 1 < len(self._lines) else ""
        note = NOTE.match(line.text)
        if note is None and not DEFINITION.match(following):
            return False
        self._indents.clear()
        if note is not None:
            # It stands under the headings of the text that calls it, and under none that happens to stand above it.
            above, aside, self._aside_level = self.outline.path, self._aside_level, 0
            end = self._continued(line)
            if is_citation(self.text[line.start + note.end() : end]):
                self.furniture.append(Span(start=line.start, end=end))
            else:
                self.outline.stand_under(self._called.get(note["label"], ()), start=line.start)
                self._add(line.start + note.end(), end, BlockKind.PARAGRAPH)
                self.outline.stand_under(above, start=end)
            self._aside_level = aside
            return True
        self._at += 1
        span = Span(start=line.start, end=line.start + len(line.text.rstrip(": ")))
        self.outline.add([Block(kind=BlockKind.LEAD_IN, span=span)])
        while self._at < len(self._lines) and (said := DEFINITION.match(self._lines[self._at].text)):
            start = self._lines[self._at].start + said.end()
            self._add(start, self._continued(self._lines[self._at]), BlockKind.BULLET)
        return True

    def _bullet(self, line: MarkdownLine) -> bool:
        match = BULLET.match(line.text)
        if not match:
            return False
        if only_links(line.text[match.end() :]):
            self.furniture.append(Span(start=line.start, end=line.end))
            self._at += 1
            return True
        indent = len(match["indent"].expandtabs(4))
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or indent > self._indents[-1]:
            self._indents.append(indent)
        end = self._continued(line, indent=indent)
        self._add(line.start + match.end(), end, BlockKind.BULLET, depth=len(self._indents) - 1)
        return True

    def _paragraph(self) -> None:
        line = self._lines[self._at]
        start = line.start
        is_inside_item = bool(self._indents) and line.text.startswith((" ", "\t"))
        end = self._continued(line)
        if self._is_bare and self._tells_of_page(self.text[start:end].split("\n")):
            self.furniture.append(Span(start=start, end=end))
            return
        depth = len(self._indents) if is_inside_item else 0
        if not is_inside_item:
            self._indents.clear()
        self._add(start, end, BlockKind.BULLET if is_inside_item else BlockKind.PARAGRAPH, depth=depth)

    def _add(self, start: int, end: int, kind: BlockKind, *, depth: int = 0) -> None:
        if self._aside_level:
            self.furniture.append(Span(start=start, end=end))
            return
        if titled := BOX_TITLE.match(self.text, start, end):
            start = titled.end()
        kept, struck = not_struck(self.text, start, end)
        if struck:
            self.warnings.append("words that are struck out were set aside with their sentence")
            self.furniture += struck
        for begin, stop in kept:
            self._add_words(begin, stop, kind, depth=depth)

    def _add_words(self, start: int, end: int, kind: BlockKind, *, depth: int) -> None:
        self._note_calls(start, end)
        marks = sorted(
            (
                *bracketed_marks(self.text, start, end),
                *superscript_marks(self.text, start, end),
                *note_marks(self.text, start, end),
            ),
            key=lambda mark: mark.span.start,
        )
        self.outline.add(make_blocks(self.text, start, end, kind=kind, marks=marks, depth=depth))

    def _note_calls(self, start: int, end: int) -> None:
        for called in CALLED.finditer(self.text, start, end):
            self._called.setdefault(called["label"], self.outline.path)

    def _table(self) -> bool:
        """A table of pipes or of columns below strokes: one block per row, its cells bound to the column heads."""
        rows, used = read_columns(self.text, self._lines[self._at : self._at + _MOST_ROWS])
        if used:
            self._at += used
            self._indents.clear()
            if not self._aside_level:
                self.outline.add(rows)
            return True
        if self._at + 1 >= len(self._lines) or "|" not in self._lines[self._at].text:
            return False
        if not TABLE_RULE.match(self._lines[self._at + 1].text) or "|" not in self._lines[self._at + 1].text:
            return False
        heads = [text for text, _, _ in cells_of(self._lines[self._at])]
        self._at += 2
        while self._at < len(self._lines) and "|" in self._lines[self._at].text:
            line = self._lines[self._at]
            row = row_block(self.text, heads, line)
            if row is not None and not self._aside_level:
                self._note_calls(line.start, line.end)
                self.outline.add([row])
            self._at += 1
        self._indents.clear()
        return True


def _is_aside(text: str) -> bool:
    """Whether the shape of a line says that it is none of the text."""
    shapes = (RULE, WAYS, _IMAGE, _LINK_TARGET, _CONTENTS, BOX)
    bold = BOLD_LINE.match(text.strip())
    if bold and names_box_kind(bold["title"]):
        return True
    folds = SUMMARY.match(text)
    if folds and is_control_label(folds["title"].strip()):
        return True
    return any(shape.match(text) for shape in shapes) or (TAGS.match(text) is not None and not folds)
