"""The words of a Word paragraph as a reader sees them: insertions in, deletions out, raised marks and notes written out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ingest.parse.docx.ground import is_ground, is_near_white, stands_on_white
from ingest.parse.docx.names import W
from ingest.parse.hostile import without_invisible
from ingest.parse.html.inline import superscript

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = frozenset(
    {
        f"{W}{name}"
        for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "commentReference", "annotationRef", "fldData")
    }
    | {f"{_MC}Fallback"}
)
_PAGE_AT_END = re.compile(r"\S[\t.\s]*\t\s*\d{1,4}\s*$")
_BREAK = "\ue0ff"
_TINY = 4
"""Half points: text of two points or less is not meant to be read."""
_NARROWEST, _FARTHEST = 10, 400
"""Letters narrower than so many per cent can't be read, nor such that are raised or lowered by so many half points."""


@dataclass(slots=True)
class Text:
    """The words of a paragraph, those that are hidden, the notes it calls, and whether all of it is bold or underlined."""

    words: str = ""
    hidden: str = ""
    why: str = ""
    notes: list[str] = field(default_factory=list)
    lead: str = ""
    """The words that it opens with in bold or underlined, where plain ones follow."""
    bold: int = 0
    plain: int = 0
    upright: int = 0
    sizes: dict[int, int] = field(default_factory=dict)
    """Letters by the size that their runs state, in half points; 0 for runs that state none."""
    lines: list[str] = field(default_factory=list)
    """The words, where line breaks divide them."""
    ends_in_page: bool = False
    """Whether a number stands behind a tab at its end, as in a table of contents."""

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are bold."""
        return self.bold > 0 and self.plain == 0

    @property
    def is_slanting(self) -> bool:
        """Whether all of its words slant."""
        return self.upright == 0

    @property
    def size(self) -> int:
        """The size that most of its letters state, in half points; 0 for none."""
        return max(self.sizes, key=lambda size: self.sizes[size], default=0)


def read_text(paragraph: Any, *, note_marks: dict[str, int]) -> Text:
    """The text of a ``w:p`` element; ``note_marks`` numbers the notes in the order in which they are called."""
    text = Text()
    for run, child in _parts(paragraph):
        _read_part(text, run, child, note_marks)
    text.ends_in_page = _PAGE_AT_END.search(text.words) is not None
    lines = (" ".join(without_invisible(line).split()) for line in text.words.split(_BREAK))
    text.lines = [line for line in lines if line]
    text.words = " ".join(text.lines)
    text.hidden = text.hidden.replace(_BREAK, " ")
    text.hidden = " ".join(without_invisible(text.hidden).split())
    return text


def parts_of_line(paragraph: Any) -> list[str]:
    """The words of a header or footer line, in parts where tabs divide it."""
    whole = "".join("\t" if part.tag == f"{W}tab" else _words(part).replace(_BREAK, "\t") for _, part in _parts(paragraph))
    return [words for part in whole.split("\t") if (words := " ".join(without_invisible(part).split()))]


def cells_of(paragraph: Any) -> list[list[str]]:
    """The words of a paragraph line by line, in parts where tabs divide them."""
    whole = "".join("\t" if part.tag == f"{W}tab" else _words(part) for _, part in _parts(paragraph))
    lines = ([" ".join(without_invisible(part).split()) for part in re.split(r"\t+", line)] for line in whole.split(_BREAK))
    return [cells for line in lines if (cells := [cell for cell in line if cell])]


def _parts(element: Any) -> Iterator[tuple[Any, Any]]:
    """(run, part of it) in reading order, nested paragraphs (text boxes) left out."""
    for child in element:
        if child.tag in _SKIPPED or not isinstance(child.tag, str):
            continue
        if child.tag == f"{W}r":
            yield from ((child, part) for part in child if part.tag not in _SKIPPED)
        elif child.tag != f"{W}p":
            yield from _parts(child)


def _read_part(text: Text, run: Any, part: Any, note_marks: dict[str, int]) -> None:
    if part.tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
        kind = "f" if part.tag.endswith("footnoteReference") else "e"
        key = f"{kind}{part.get(f'{W}id')}"
        note_marks.setdefault(key, len(note_marks) + 1)
        text.notes.append(key)
        text.words = f"{text.words.rstrip()} [{note_marks[key]}]"
        return
    words = _words(part)
    if not words:
        return
    properties = run.find(f"{W}rPr")
    why = _why_hidden(run, properties)
    if why:
        text.hidden, text.why = f"{text.hidden} {words}", why
        return
    raised = properties.find(f"{W}vertAlign") if properties is not None else None
    if raised is not None and raised.get(f"{W}val") == "superscript":
        words = superscript(words, text.words)
        text.words = (text.words.rstrip() if words.startswith(" [") else text.words) + words
        return
    if words.strip():
        size = properties.find(f"{W}sz") if properties is not None else None
        points = int(size.get(f"{W}val")) if size is not None and (size.get(f"{W}val") or "").isdecimal() else 0
        text.sizes[points] = text.sizes.get(points, 0) + len(words.strip())
        text.upright += 0 if _is_on(properties, "i") else len(words.strip())
        if _is_on(properties, "b") or _is_on(properties, "u"):
            text.bold += len(words.strip())
        else:
            text.lead = text.words if text.bold and not text.plain else text.lead
            text.plain += len(words.strip())
    text.words += words


def _words(part: Any) -> str:
    if part.tag == f"{W}t":
        return part.text or ""
    if part.tag == f"{W}tab":
        return "\t"
    if part.tag in {f"{W}br", f"{W}cr"}:
        return _BREAK
    if part.tag == f"{W}noBreakHyphen":
        return "-"
    if part.tag == f"{W}sym":
        code = part.get(f"{W}char") or ""
        return {"F0B3": "≥", "F0A3": "≤", "F0B1": "±", "F0B0": "°", "F06D": "µ", "F0B4": "×"}.get(code.upper(), " ")
    return ""


def _is_on(properties: Any, name: str) -> bool:
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found is not None and (found.get(f"{W}val") or "true") not in {"0", "false", "off", "none"}


def _why_hidden(run: Any, properties: Any) -> str:
    """Why a run can't be seen; empty when it can."""
    if properties is None:
        return ""
    if _is_on(properties, "vanish") or _is_on(properties, "webHidden"):
        return "hidden (hidden text)"
    size = _number(properties, "sz")
    if (size is not None and size <= _TINY) or (_number(properties, "w") or _NARROWEST) < _NARROWEST:
        return "hidden (font size)"
    if abs(_number(properties, "position") or 0) > _FARTHEST:
        return "hidden (off the page)"
    named = properties.find(f"{W}color")
    colour = (named.get(f"{W}val") or "") if named is not None and properties.find(f"{W}highlight") is None else ""
    is_unseen = (is_near_white(colour) and stands_on_white(run)) or (bool(colour) and is_ground(run, colour))
    return "hidden (colour of the background)" if is_unseen else ""


def _number(properties: Any, name: str) -> int | None:
    found = properties.find(f"{W}{name}")
    value = (found.get(f"{W}val") or "").removesuffix("%") if found is not None else ""
    return int(value) if value.lstrip("-").isdecimal() else None
