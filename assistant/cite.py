"""A Markdown draft, whoever wrote it → pieces with exact offsets and the marks that they cite. Pure, linear.

Code fences, HTML and tables are read as the words they hold; scripts, styles, comments, images, links, addresses and
reference lists are left out. Nothing is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from assistant.marks import Mark, find_marks, without_marks


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
    or paragraph that it stands in, ``list_number`` the list (0: none), ``prefix`` is the bullet or heading mark.
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
    cells: tuple[str, ...] = ()


_BLANKED = (
    re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL),
    re.compile(r"<(script|style|iframe|object|svg|template|noscript|form)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE),
    re.compile(r"!\[[^\]\n]{0,500}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])"),
    re.compile(r"^\s{0,3}\[\^?[^\]\n]{1,80}\]:[^\n]*$", re.MULTILINE),
)
_SUP = re.compile(r"<sup>\s*\[?(\d[\d,\s–-]*)\]?\s*</sup>", re.IGNORECASE)
_NUMBER_LINK = re.compile(r"\[\[?(\^?\d[\d,\s–-]*)\]?\]\([^)\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)")
_AUTOLINK = re.compile(r"<(?:https?|mailto|ftp):[^>\n]{0,2000}>|\b(?:https?://|www\.)[^\s)\]>]{1,2000}", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,1000}>")
_FENCE = re.compile(r"^\s{0,3}(?:```|~~~).*$")
_HEADING = re.compile(r"^\s{0,3}(?P<marks>#{1,6})\s+(?P<text>.*?)\s*#*\s*$")
_BOLD_LINE = re.compile(r"^\s*(?:\*\*|__)(?P<text>[^*_\n]{1,160}?)(?:\*\*|__):?\s*$")
_BULLET = re.compile(r"^(?P<indent>\s*)(?:>\s*)*(?P<mark>[-*+•‣◦▪–]|\d{1,3}[.)]|\(\d{1,2}\)|[a-z][.)])\s+(?P<text>\S.*)$")
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_REFERENCES = re.compile(
    r"^\W*(?:references?|sources?|bibliography|citations?|works\s+cited|further\s+reading|footnotes?|literature|referencias|fuentes|bibliograf[ií]a|citas)\W*$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]+[\"'”’)*_]*(?=\s|$|\[|【|[⁰¹²³⁴⁵⁶⁷⁸⁹]|<)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|e\.g|i\.e|approx|ca|cf|Fig|No|al|etc|resp|p\.\s?ej|Sr|Sra|ref|refs)|^\s*\d{1,3}|\b[A-Z])\.$",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)|(?<=\S)(\*{1,3}|_{1,3})(?![\w*])|`+|~~|^\s*>+\s?")


def split_draft(draft: str, known: Collection[int] = ()) -> tuple[Piece, ...]:
    """The pieces of ``draft`` in order; ``known`` are the numbers of the passages at hand."""
    text = _clean(draft)
    state = _Reader(text, frozenset(known))
    offset = 0
    for line in text.split("\n"):
        state.line(line, offset)
        offset += len(line) + 1
    return tuple(state.pieces)


def _clean(draft: str) -> str:
    """The draft with all that is never shown blanked out; same length, so offsets hold."""
    text = draft.replace("\r", " ").replace("\t", " ")
    for pattern in _BLANKED:
        text = pattern.sub(_blank, text)
    text = _SUP.sub(lambda match: _padded(f"[{match[1].strip()}]", match[0]), text)
    text = _NUMBER_LINK.sub(lambda match: _padded(f"[{match[1].strip()}]", match[0]), text)
    text = _LINK.sub(lambda match: _padded(match[1], match[0]), text)
    text = _AUTOLINK.sub(_blank, text)
    return _TAG.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return "".join(character if character == "\n" else " " for character in match[0])


def _padded(text: str, whole: str) -> str:
    return text + " " * (len(whole) - len(text))


class _Reader:
    """Holds where in the draft the reading stands: list, table, heading, reference section."""

    def __init__(self, text: str, known: frozenset[int]) -> None:
        self.text = text
        self.known = known
        self.pieces: list[Piece] = []
        self.block = 0
        self.list_number = 0
        self.in_list = False
        self.in_paragraph = False
        self.in_references = False
        self.heading = ""
        self.header: tuple[str, ...] = ()

    def line(self, line: str, offset: int) -> None:
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
        match = _HEADING.match(line) or _BOLD_LINE.match(line)
        plain = line.strip().strip("*_: ")
        if _REFERENCES.match(plain) and (match or line.rstrip().endswith(":") or len(plain.split()) == 1):
            self.in_references = True
            return True
        if match is None:
            return False
        self.in_references = False
        self.in_list = self.in_paragraph = False
        self.block += 1
        marks = find_marks(match["text"], self.known)
        start = offset + match.start("text")
        text = _plain(without_marks(match["text"], marks))
        if text:
            prefix = f"{match['marks']} " if "marks" in match.groupdict() else "**"
            self.pieces.append(
                Piece(
                    kind=PieceKind.HEADING,
                    text=text,
                    start=start,
                    end=offset + match.end("text"),
                    numbers=_numbers(marks),
                    block=self.block,
                    prefix=prefix,
                )
            )
        self.heading = text
        return True

    def _row(self, line: str, offset: int) -> None:
        self.in_list = self.in_paragraph = False
        cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
        marks = find_marks(line, self.known)
        bare = tuple(_plain(without_marks(cell, find_marks(cell, self.known))) for cell in cells)
        self.block += 1
        first = not self.header
        kind = PieceKind.HEADER if first and not marks else PieceKind.ROW
        if first:
            self.header = bare
        text = f"{bare[0]}: {', '.join(cell for cell in bare[1:] if cell)}" if any(bare[1:]) else bare[0]
        if any(bare):
            self.pieces.append(
                Piece(
                    kind=kind,
                    text=text,
                    start=offset,
                    end=offset + len(line),
                    numbers=_numbers(marks),
                    block=self.block,
                    heading=self.heading,
                    cells=bare,
                )
            )

    def _words(self, line: str, offset: int) -> None:
        bullet = _BULLET.match(line)
        begin, depth, prefix = 0, 0, ""
        if bullet:
            begin, depth = bullet.start("text"), len(bullet["indent"]) // 2
            prefix = "  " * min(depth, 6) + (bullet["mark"] if bullet["mark"][0].isdigit() else "-") + " "
            if not self.in_list:
                self.list_number += 1
            self.in_list, self.in_paragraph = True, False
        elif not (self.in_list and line.startswith("  ")) and not self.in_paragraph:
            self.in_list = False
        if bullet or not self.in_paragraph:
            self.block += 1
        self.in_paragraph = True
        number = self.list_number if self.in_list else 0
        for start, end, marks in _sentences(line, begin, self.known):
            text = _plain(
                without_marks(line[start:end], [Mark(mark.start - start, mark.end - start, mark.numbers) for mark in marks])
            )
            if not text and marks and self.pieces:
                self._hang(marks, offset + end)
                continue
            if not any(character.isalnum() for character in text):
                continue
            kind = PieceKind.LEAD_IN if text.endswith(":") else PieceKind.SENTENCE
            self.pieces.append(
                Piece(
                    kind=kind,
                    text=text,
                    start=offset + start,
                    end=offset + end,
                    numbers=_numbers(marks),
                    block=self.block,
                    list_number=number,
                    depth=depth,
                    prefix=prefix,
                    heading=self.heading,
                )
            )
            prefix = ""

    def _hang(self, marks: tuple[Mark, ...], end: int) -> None:
        """Marks without words belong to what stands before them."""
        last = self.pieces[-1]
        numbers = tuple(dict.fromkeys((*last.numbers, *_numbers(marks))))
        self.pieces[-1] = Piece(
            kind=last.kind, text=last.text, start=last.start, end=end, numbers=numbers, block=last.block, list_number=last.list_number,
            depth=last.depth, prefix=last.prefix, heading=last.heading, cells=last.cells,
        )  # fmt: skip


def _numbers(marks: Collection[Mark]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for mark in marks for number in mark.numbers))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", _EMPHASIS.sub("", text)).strip().strip("*").strip()


def _sentences(line: str, begin: int, known: Collection[int]) -> list[tuple[int, int, tuple[Mark, ...]]]:
    """Where the sentences of a line stand; marks right after the full stop belong to the sentence before it."""
    marks = find_marks(line, known)
    found: list[tuple[int, int, tuple[Mark, ...]]] = []
    start, used = begin, 0
    for match in _END.finditer(line, begin):
        if match.start() < start or _ABBREVIATED.search(line, max(start, match.start() - 12), match.start() + 1):
            continue
        end, own = match.end(), []
        while used < len(marks) and (marks[used].start < end or not line[end : marks[used].start].strip(" .,;")):
            own.append(marks[used])
            end = max(end, marks[used].end)
            used += 1
        tail = re.compile(r"[.\s]*").match(line, end)
        found.append((start, end, tuple(own)))
        start = tail.end() if tail else end
    if line[start:].strip():
        found.append((start, len(line.rstrip()), marks[used:]))
    return found
