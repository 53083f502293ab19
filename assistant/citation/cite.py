"""A Markdown draft, whoever wrote it → pieces with exact offsets and the marks that they cite. Pure, linear.

Code fences, HTML and tables are read as the words they hold; scripts, styles, comments, images, links, addresses and
reference lists are left out. Nothing is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.citation.cleaned import cleaned, without_markup
from assistant.citation.marks import Mark, find_marks, without_marks
from assistant.citation.rows import Row, read_row


class PieceKind(StrEnum):
    """What a piece of a draft is."""

    HEADING = "heading"
    LEAD_IN = "lead-in"
    SENTENCE = "sentence"
    ROW = "table row"
    HEADER = "table header"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One sentence, heading, lead-in or table row of a draft.

    ``start`` and ``end`` are offsets into the draft; ``text`` is without marks and markup. ``block`` numbers the line
    or paragraph that it stands in, ``list_number`` the list (0: none), ``prefix`` is the bullet or heading mark; ``above``
    are the headings over its ``heading``, the nearest first;
    ``under_header`` is a table row with the words of its columns' heads, ``cell_numbers`` what each of its cells cites;
    ``marked`` is what a sentence says up to each of its marks, with the numbers of that mark, and ``behind`` what it says after
    the last; ``clauses`` is the same where each is a statement of its own and nothing comes after.
    """

    kind: PieceKind
    text: str
    start: int
    end: int
    numbers: tuple[int, ...] = ()
    block: int = 0
    list_number: int = 0
    depth: int = 0
    prefix: str = ""
    heading: str = ""
    above: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    cell_numbers: tuple[tuple[int, ...], ...] = ()
    heads: tuple[str, ...] = ()
    under_header: str = ""
    clauses: tuple[tuple[str, tuple[int, ...]], ...] = ()
    marked: tuple[tuple[str, tuple[int, ...]], ...] = ()
    behind: str = ""


_FENCE = re.compile(r"^\s{0,3}(?:```|~~~).*$")
_HEADING = re.compile(r"^\s{0,3}(?P<marks>#{1,6})\s+(?P<text>.*?)\s*#*\s*$")
_BOLD_LINE = re.compile(r"^\s*(?:\*\*|__)(?P<text>[^*_\n]{1,160}?)(?:\*\*|__):?\s*$")
_BOLD_LABEL = re.compile(r"^\s*(?:\*\*|__)[^*_\n]{1,60}?(?::(?:\*\*|__)|(?:\*\*|__):)\s+\S")
_BULLET = re.compile(r"^(?P<indent>\s*)(?:>\s*)*(?P<mark>[-*+•‣◦▪–]|\d{1,3}[.)]|\(\d{1,2}\)|[a-z][.)])\s+(?P<text>\S.*)$")
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_REFERENCES = re.compile(
    r"^\W*(?:references?|sources?|bibliography|citations?|works\s+cited|further\s+reading|footnotes?|literature"
    r"|referencias|fuentes|bibliograf[ií]a|citas)\W*$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]+[\"'”’)*_]*(?=\s|$|\[|［|【|[⁰¹²³⁴⁵⁶⁷⁸⁹]|<)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|e\.g|i\.e|approx|ca|cf|Fig|No|al|etc|incl|excl|esp|resp|p\.\s?ej|Sr|Sra|refs?)"
    r"|^\s*\d{1,3}|\b[A-Z])\.$",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W_⁰¹²³⁴-⁹]")
_AFTER_END = re.compile(r"[. ]*")
_JOINING = re.compile(r"^[\s,;:–—]*(?:(?:and|but|while|whereas|so|yet|y|pero|mientras\s+que)\s+)?", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|could|may|might|must|should|will|would|cannot|isn't|aren't|shouldn't|helps?|improves?|reduces?"
    r"|requires?|includes?|depends?|continues?|prevents?|prolongs?|remains?|becomes?|lowers?|raises?|advises?|recommends?|suggests?|says?|states?"
    r"|names?|lists?|gives?|takes?|works?|needs?|lasts?|receives?|calls?|starts?|begins?|goes|es|son|est[aá]n?|debe|deben|puede|pueden)\b",
    re.IGNORECASE,
)
_CLAUSE = 4
_BOLD_LEVEL = 7
_DEEPEST = 6
_NEAR = 6


def split_draft(draft: str, known: Collection[int] = ()) -> tuple[Piece, ...]:
    """The pieces of ``draft`` in order; ``known`` are the numbers of the passages at hand."""
    text = cleaned(draft)
    state = _Reader(frozenset(known))
    offset = 0
    for line in text.split("\n"):
        state.line(line, offset)
        offset += len(line) + 1
    return tuple(state.pieces)


class _Reader:
    """Holds where in the draft the reading stands: list, table, heading, reference section."""

    def __init__(self, known: frozenset[int]) -> None:
        """Start at the top."""
        self.known = known
        self.pieces: list[Piece] = []
        self.block = 0
        self.list_number = 0
        self.in_list = False
        self.listed = False
        self.in_paragraph = False
        self.in_references = False
        self.heading = ""
        self.headings: list[tuple[int, str]] = []
        self.header: tuple[str, ...] = ()

    def line(self, line: str, offset: int) -> None:
        """Read one line, which starts at ``offset`` of the draft."""
        if not line.strip():
            self.in_paragraph = False
            self.header = ()
            return
        if _FENCE.match(line) or (_RULE.match(line) and "|" not in line) or _TABLE_RULE.match(line):
            return
        if self._heading(line, offset) or self.in_references:
            return
        if line.lstrip().startswith("|") or line.count("|") > 1:
            self._row(line, offset)
            return
        self.header = ()
        self._words(line, offset)

    def _heading(self, line: str, offset: int) -> bool:
        """True if the line is a heading, that of a reference list included."""
        match = _HEADING.match(line) or _BOLD_LINE.match(line)
        plain = line.strip().strip("*_: ")
        if _REFERENCES.match(plain) and (match or line.rstrip().endswith(":") or len(plain.split()) == 1):
            self.in_references = True
            return True
        if match is None:
            return False
        self.in_references = self.in_list = self.listed = self.in_paragraph = False
        self.block += 1
        marks = find_marks(match["text"], self.known)
        self.heading = without_markup(without_marks(match["text"], marks))
        level = len(match.groupdict().get("marks") or "") or _BOLD_LEVEL
        self.headings = [(higher, text) for higher, text in self.headings if higher < level]
        if self.heading:
            self.headings.append((level, self.heading))
            prefix = f"{match['marks']} " if "marks" in match.groupdict() else "**"
            start, end = offset + match.start("text"), offset + match.end("text")
            self._add(PieceKind.HEADING, self.heading, start, end, marks, prefix=prefix)
        return True

    def _close_bold_heading(self) -> None:
        """A bold label that opens a paragraph behind a list stands beside the bold heading of that list, not below it."""
        self.headings = [(level, text) for level, text in self.headings if level < _BOLD_LEVEL]
        self.heading = self.headings[-1][1] if self.headings else ""

    def _row(self, line: str, offset: int) -> None:
        self.in_list = self.in_paragraph = False
        self.block += 1
        row = read_row(line, self.header, self.known)
        kind = PieceKind.HEADER if not self.header and not row.marks else PieceKind.ROW
        self.header = self.header or row.cells
        if any(row.cells):
            end = offset + len(line)
            self._add(kind, row.text, offset, end, row.marks, row=row)

    def _words(self, line: str, offset: int) -> None:
        bullet = _BULLET.match(line)
        if not bullet and not (self.in_list and line.startswith("  ")) and not self.in_paragraph:
            self.in_list = False
        if bullet and not self.in_list:
            self.list_number += 1
        if not bullet and not self.in_paragraph and self.listed and _BOLD_LABEL.match(line):
            self._close_bold_heading()
        self.listed = bool(bullet) or (self.listed and self.in_list)
        if bullet or not self.in_paragraph:
            self.block += 1
        self.in_list = self.in_list or bool(bullet)
        self.in_paragraph = True
        depth, prefix = _bullet_of(bullet)
        for start, end, marks in sentence_spans(line, bullet.start("text") if bullet else 0, self.known):
            inside = [Mark(mark.start - start, mark.end - start, mark.numbers) for mark in marks]
            text = without_markup(without_marks(line[start:end], inside))
            if not text and marks and self.pieces:
                last = self.pieces[-1]
                self.pieces[-1] = replace(last, end=offset + end, numbers=tuple(dict.fromkeys((*last.numbers, *_numbers(marks)))))
            elif _LETTER.search(text):
                kind = PieceKind.LEAD_IN if text.endswith(":") else PieceKind.SENTENCE
                self._add(kind, text, offset + start, offset + end, marks, depth=depth, prefix=prefix)
                marked, behind = _marked(line[start:end], inside)
                self.pieces[-1] = replace(self.pieces[-1], clauses=_clauses(marked, behind), marked=marked, behind=behind)
                prefix = ""

    def _add(
        self,
        kind: PieceKind,
        text: str,
        start: int,
        end: int,
        marks: Collection[Mark],
        *,
        depth: int = 0,
        prefix: str = "",
        row: Row | None = None,
    ) -> None:
        self.pieces.append(
            Piece(
                kind=kind,
                text=text,
                start=start,
                end=end,
                numbers=_numbers(marks),
                block=self.block,
                list_number=self.list_number if self.in_list else 0,
                depth=depth,
                prefix=prefix,
                heading=self.heading if kind is not PieceKind.HEADING else "",
                above=tuple(text for _, text in reversed(self.headings[:-1])) if kind is not PieceKind.HEADING else (),
                cells=row.cells if row else (),
                cell_numbers=row.cell_numbers if row else (),
                heads=row.heads if row else (),
                under_header=row.under_header if row else "",
            )
        )


def _bullet_of(bullet: re.Match[str] | None) -> tuple[int, str]:
    """How deep a bullet stands, and the mark to write before it."""
    if bullet is None:
        return 0, ""
    depth = min(len(bullet["indent"]) // 2, _DEEPEST)
    return depth, "  " * depth + (bullet["mark"] if bullet["mark"][0].isdigit() else "-") + " "


def _marked(sentence: str, marks: Sequence[Mark]) -> tuple[tuple[tuple[str, tuple[int, ...]], ...], str]:
    """What the sentence says up to each mark, with its numbers, and what it says behind the last."""
    found: list[tuple[str, tuple[int, ...]]] = []
    begin = 0
    for mark in marks:
        said = without_markup(_JOINING.sub("", sentence[begin : mark.start]))
        if found and not _LETTER.search(said):
            found[-1] = (found[-1][0], (*found[-1][1], *mark.numbers))
        else:
            found.append((said, mark.numbers))
        begin = mark.end
    behind = sentence[begin:]
    return tuple(found), without_markup(behind) if _LETTER.search(behind) else ""


def _clauses(marked: tuple[tuple[str, tuple[int, ...]], ...], behind: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """What is said up to each mark; none unless each is a statement and the last mark ends the sentence."""
    stated = all(len(said.split()) >= _CLAUSE and _FINITE.search(said) for said, _ in marked)
    return marked if len(marked) > 1 and stated and not behind else ()


def _numbers(marks: Collection[Mark]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for mark in marks for number in mark.numbers))


def sentence_spans(line: str, begin: int, known: Collection[int]) -> list[tuple[int, int, tuple[Mark, ...]]]:
    """Where the sentences of a line stand; marks right after the full stop belong to the sentence before it."""
    marks = find_marks(line, known)
    found: list[tuple[int, int, tuple[Mark, ...]]] = []
    start, used = begin, 0
    for match in _END.finditer(line, begin):
        if match.start() < start or _ABBREVIATED.search(line, max(start, match.start() - 12), match.start() + 1):
            continue
        end = match.end()
        first = used
        while used < len(marks) and _belongs(line, end, marks[used]):
            end = max(end, marks[used].end)
            used += 1
        found.append((start, end, marks[first:used]))
        skipped = _AFTER_END.match(line, end)
        start = skipped.end() if skipped else end
    if line[start:].strip():
        found.append((start, len(line.rstrip()), marks[used:]))
    return found


def _belongs(line: str, end: int, mark: Mark) -> bool:
    """True for a mark inside of the sentence that ends at ``end``, or right behind it."""
    return mark.start < end or (mark.start - end <= _NEAR and not line[end : mark.start].strip(" .,;"))
