"""Reference numbers that a capture left bare: "… maintain quality of life. 1, 2" and "… is the main option 1:".

A page is first asked whether it credits its sentences that way at all; then each number must be one that its references can have,
and must not belong to the sentence ("grade 3", "every 4").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.documents import Mark, Span
from ingest.parse.marks import bracketed_marks, expand, superscript_marks

_NUMBERS = r"\d{1,3}(?:\s*,\s*\d{1,3}|\s*[–-]\s*\d{1,3})*"
_TRAILING = re.compile(rf"(?<=\S)(?P<space>\s+)(?P<numbers>{_NUMBERS})(?P<after>\s*[:.]?\s*)$")
_BETWEEN = re.compile(rf"(?<=[.!?])(?P<close>[\"”’)\]]*)(?P<space>\s+)(?P<numbers>{_NUMBERS})(?=\s+[A-ZÁÉÍÓÚÑ“\"(])")
_GLUED = re.compile(r"(?<=[A-Za-z%)\]”\"’][.,;])(?P<numbers>\d{1,3}(?:[,–-]\d{1,3})*)(?=\s|$)")
_STOPPED = re.compile(r"[.!?][\"”’)\]]*$")
_ORDINAL = (
    "stage|grade|phase|type|class|classe|category|categorie|arm|cohort|step|tier|figure|fig\\.?|table|chapter|section|appendix|box|version|edition|"
    "ecog|performance statu|estadio|grado|fase|tipo|nivel|tabla|figura"
)
"""Words that a number follows, in the singular and the plural: "grade 3", "stages 2, 3"."""
_COUNTED = (
    "day|week|month|year|cycle|visit|level|group|score|line|(?:at|from|until|by|over|under|after|of) age|día|semana|mes|año"
)
"""Words that a number follows in the singular only: "week 4" is a time, "every 3 weeks 4" ends with a reference number."""
_GRAMMAR = (
    "of|to|than|least|most|over|under|above|below|by|or|and|is|are|was|were|be|equals?|every|about|approximately|around|nearly|up|from|between|per|"
    "until|versus|vs\\.?|only|first|last|next|times|after|before|within|for|at|in|on|with|no\\.?|n[º°]|de|a|y|o|cada|entre|hasta|[<>=≤≥±×x+~-]"
)
_BELONGS = re.compile(rf"(?:^|[\s(])(?:(?:{_ORDINAL})s?|{_COUNTED}|{_GRAMMAR})$", re.IGNORECASE)
_SINGLED_OUT = re.compile(
    rf"\b(?:the|next|last|first|final|each|every|per|this|that|one|same|other) (?:{_COUNTED})$", re.IGNORECASE
)
"""… but "at the next visit 4" has its own: the number after it is a reference."""
_LEAST_CREDITED = 3


@dataclass(frozen=True, slots=True)
class Habit:
    """How a page credits its sentences: the largest number that is a reference, 0 for a page without bare numbers."""

    largest: int = 0
    glued: bool = False


def find_habit(lines: Iterable[str], *, listed: int) -> Habit:
    """The habit of a page with these body lines and ``listed`` references of its own."""
    seen: set[int] = set()
    glued: set[int] = set()
    credited = glued_count = 0
    for line in lines:
        match = _TRAILING.search(line)
        if match and not _belongs(line[: match.start("space")], match["numbers"]):
            seen.update(expand(match["numbers"]))
            credited += 1
        for close in _GLUED.finditer(line):
            glued.update(expand(close["numbers"]))
            glued_count += 1
    largest = max(_run(seen), listed) if 1 in seen or (listed and seen and min(seen) <= listed) else 0
    is_glued = 1 in glued and (glued_count >= _LEAST_CREDITED or max(glued) <= listed)
    if credited < min(_LEAST_CREDITED, max(listed, 2)) and not is_glued:
        largest = 0
    if is_glued:
        largest = max(largest, _run(glued), listed)
    return Habit(largest=largest, glued=is_glued)


def _run(numbers: set[int]) -> int:
    """The largest number reached from 1 with gaps of at most two: references are numbered through."""
    reached = 0
    for number in sorted(numbers):
        if number > reached + 3:
            break
        reached = number
    return reached


def find_marks(text: str, start: int, end: int, habit: Habit) -> tuple[Mark, ...]:
    """All reference marks in ``text[start:end]``, bracketed, superscript and, if the page has the habit, bare; in order."""
    marks = [*bracketed_marks(text, start, end), *superscript_marks(text, start, end)]
    if habit.largest:
        line = text[start:end]
        found = [_TRAILING.search(line), *_BETWEEN.finditer(line), *(_GLUED.finditer(line) if habit.glued else ())]
        for match in found:
            if match is not None and _is_credit(line, match, habit):
                span = Span(start=start + match.start("numbers"), end=start + match.end("numbers"))
                marks.append(Mark(span=span, numbers=expand(match["numbers"])))
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda found: found.span.start):
        if not kept or mark.span.start >= kept[-1].span.end:
            kept.append(mark)
    return tuple(kept)


def _is_credit(line: str, match: re.Match[str], habit: Habit) -> bool:
    numbers = expand(match["numbers"])
    if not numbers or max(numbers) > habit.largest or min(numbers) < 1:
        return False
    return match.re is _GLUED or not _belongs(line[: match.start("space")], match["numbers"])


def _belongs(before: str, numbers: str) -> bool:
    """Whether the numbers are part of the sentence that ends with ``before``."""
    ends = [int(number) for number in re.findall(r"\d+", numbers)]
    if ends != sorted(set(ends)):
        return True
    return not _STOPPED.search(before) and not _SINGLED_OUT.search(before) and _BELONGS.search(before) is not None
