"""Headings that a capture left without marks: which lines are headings, and which stand inside which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.parse.lines import Line
from ingest.parse.numbering import split_number, with_number
from ingest.parse.run_in import bare_question, is_question
from ingest.patterns import any_of, word_set
from ingest.sentences import asserts, points_elsewhere, split_sentences

_LABELLED = re.compile(r"(?:table|figure|fig\.|tabla|figura)\s+(?-i:[\dA-Z]{1,3})\b", re.IGNORECASE)
"""What opens so names a table or figure, not a section."""

_MOST_WORDS = 16
_MOST_CHARACTERS = 130
_PLAIN_WORDS = 9
_TITLE_CASE = 0.6
_NUMBERED = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=[A-ZÁÉÍÓÚÑ])")
_SMALL = word_set(
    "a an and as at by for from in of on or the to vs via with without de del en la el los las y o para con por que un una"
)
_GENERIC = any_of(
    r"""
    \b(?:monitoring|follow[- ]?up|surveillance|pitfalls?|caveats?|considerations?|special populations?|summary|conclusions?)\b
    \b(?:overview|introduction|background|supportive care|key points?|recommendations?|prognosis|prevention|complications?)\b
    \b(?:adverse|side effects|safety|limitations?|duration|evaluation|assessment|goals?|principles?|diagnosis|epidemiology)\b
    \b(?:definitions?|references?|clinical trials)\b
    """
)
_PREFIX = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """How a page is set: with blank lines between its blocks, and with a stop at the end of its sentences.

    Where every sentence has its stop, a short line without one is a heading whatever it says.
    """

    indent: int = 0
    """The column in which most of its paragraphs begin: what stands further in is an item."""
    uses_gaps: bool = True
    ends_sentences: bool = False
    glued: frozenset[int] = frozenset()
    """Where the headings start that stand right above their text, in a page that uses blank lines between its paragraphs."""
    listed: frozenset[int] = frozenset()
    """Where the headings start that the page lists at its top."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading line: its words, whether another heading follows at once, and the level that its own number gives (0 without).

    ``is_inside`` says that the numbers below it go on inside the numbered heading above it ("1.2", then this one, then "1.2.1").
    ``indent`` is the column in which it begins. ``is_glued`` says that it stands right above its text, ``has_gap`` that a blank
    line stands above it.
    """

    title: str
    is_followed_by_heading: bool
    numbered_level: int = 0
    is_inside: bool = False
    indent: int = 0
    is_glued: bool = False
    has_gap: bool = False


@dataclass(slots=True)
class _Open:
    level: int
    title: str
    children: list[str] = field(default_factory=list)


def looks_like_heading(line: Line, following: Line | None, layout: Layout, *, in_list: bool = False) -> bool:
    """Whether a line has the shape of a heading: short, no stop, alone between blank lines, and no whole assertion.

    ``in_list`` says that it may be an item of the list above it, where no blank line or bullet tells.
    """
    if following is not None and (is_question(line.text) or line.start in layout.listed or _numbers_on(line, following)):
        return True
    if following is None or line.indent > layout.indent or not is_short_phrase(line):
        return False
    is_glued = line.start in layout.glued
    if not is_glued and not _stands_alone(line, following, layout):
        return False
    if is_glued or line.text.endswith("?"):
        return True
    is_title_case = _capital_share(line.text) >= _TITLE_CASE
    if not layout.uses_gaps:
        return not asserts(line.text) and _stands_out(line, following, layout, in_list=in_list, is_title_case=is_title_case)
    # What asserts something is a heading only above text: above other short lines it is an item of a list.
    may_assert = layout.ends_sentences and (following.is_sentence or following.is_bullet)
    return is_title_case or (line.words <= _PLAIN_WORDS and (may_assert or not asserts(line.text)))


def _numbers_on(line: Line, following: Line) -> bool:
    """Whether the number of the line below goes on inside of that of a short one ("3 Doses", "3.1 …")."""
    own = number_of(line)
    return bool(own) and number_of(following).startswith(f"{own}.") and is_short_phrase(line)


def _stands_out(line: Line, following: Line, layout: Layout, *, in_list: bool, is_title_case: bool) -> bool:
    """Whether a short line is a heading where no blank lines tell: by its number or capitals, or because text follows it."""
    if numbered_level(line) or line.text.isupper():
        return True
    if in_list:
        return _GENERIC.fullmatch(line.text) is not None
    if is_title_case and following.words > line.words:
        return True
    is_cells = "\t" in following.text
    opens = (
        following.is_sentence or is_cells or following.text[0].islower() or is_short_phrase(following) or following.is_numbered
    )
    return layout.ends_sentences and line.words <= _PLAIN_WORDS and opens


def is_short_phrase(line: Line) -> bool:
    """Whether the words could be a heading's: few, in one line, from a capital to no stop."""
    text = line.text
    if len(text) > _MOST_CHARACTERS or line.words > _MOST_WORDS or "\n" in text or "\t" in text or text[-1:] in ".;,:!…":
        return False
    opens = (
        (text[0].isupper() or text[0].isdigit() or text[0] in '¿“"(')
        and _LABELLED.match(text) is None
        and not points_elsewhere(text)
    )
    return opens and len(split_sentences(text)) == 1


def _stands_alone(line: Line, following: Line, layout: Layout) -> bool:
    """Whether a line is set apart as headings are: no bullet or list number, and blank lines around where the page has them."""
    is_in_list = following.number_depth == line.number_depth == 1
    if line.is_bullet and (not line.is_numbered or is_in_list or line.indent):
        return False
    return not layout.uses_gaps or (line.gap > 0 and (following.gap > 0 or following.is_bullet))


def _capital_share(text: str) -> float:
    """Share of the words that could be in capitals and are."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’/-]*", text) if word.lower() not in _SMALL]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def numbered_level(line: Line) -> int:
    """1 for "2 Methods", 2 for "2.1 Search", 0 for a heading without number."""
    number = number_of(line)
    return number.count(".") + 1 if number else 0


def number_of(line: Line) -> str:
    """The number that a line begins with ("2.1"); empty without one."""
    match = _NUMBERED.match(line.text)
    return match["number"] if match else (line.mark.strip("().") if line.is_numbered else "")


def heading_title(line: Line) -> str:
    """The words of a heading, without its number and colon."""
    return split_number(" ".join(bare_question(line.text).split()).rstrip(":").strip())[1]


def numbered_title(line: Line) -> str:
    """The words of a heading behind its number, whether that is typed before them or the mark of the line."""
    title = heading_title(line)
    return with_number(split_number(" ".join(line.text.split()))[0] or (line.mark if line.is_numbered else ""), title)


def find_levels(headings: Sequence[Heading], *, title: str, indent: int = 0) -> list[int]:
    """The level of each heading, 1 the outermost, in order; ``indent`` is the column in which the page's paragraphs begin.

    Where headings stand further out than the paragraphs, in columns of their own, these are the levels. Else numbers decide
    where there are any. Else a heading directly followed by another is its parent, and the headings after that stay inside as
    long as they are of a kind with their siblings: a word in common (words of the page's title say nothing), or all of them
    single words. In doubt a heading goes to the outermost level, where it claims least about what stands below it.
    """
    columns = sorted({heading.indent for heading in headings})
    if len(columns) > 1 and columns[-1] < indent:
        return [columns.index(heading.indent) + 1 for heading in headings]
    levels: list[int] = []
    above: list[_Open] = []
    ignored = _stems(title)
    previous_is_parent = False
    numbered = 0
    for heading in headings:
        if heading.numbered_level:
            level = numbered = heading.numbered_level
            above = [_Open(level, heading.title)]
        elif heading.is_inside and numbered:
            level = numbered + 1
            above = [_Open(numbered, ""), _Open(level, heading.title)]
        elif previous_is_parent:
            level = above[-1].level + 1
            above[-1].children.append(heading.title)
        else:
            while above and not _is_sibling(heading, above[-1], ignored):
                above.pop()
            level = above[-1].level + 1 if above else 1
            if above:
                above[-1].children.append(heading.title)
        if heading.is_followed_by_heading:
            above.append(_Open(level, heading.title))
        previous_is_parent = heading.is_followed_by_heading
        levels.append(level)
    return levels


def inside_numbers(numbers: Sequence[str], is_heading: Sequence[bool]) -> list[bool]:
    """For each line whether the numbers go on below it where those of the headings above it were: "1.2", the line, "1.2.1"."""
    sections = [""] * len(numbers)
    section = ""
    for position, number in enumerate(numbers):
        sections[position] = section
        section = number if number and is_heading[position] else section
    inside = [False] * len(numbers)
    below = ""
    for position in range(len(numbers) - 1, -1, -1):
        inside[position] = bool(sections[position]) and below.startswith(f"{sections[position]}.")
        below = numbers[position] or below
    return inside


def _is_sibling(heading: Heading, parent: _Open, ignored: frozenset[str]) -> bool:
    """Whether a heading goes on with the children of ``parent``."""
    if heading.is_followed_by_heading:
        return False
    siblings = frozenset().union(*(_stems(child) for child in parent.children))
    own = _stems(heading.title)
    if own & (siblings | _stems(parent.title)) - ignored or own & siblings - _common(parent):
        return True
    if _GENERIC.search(heading.title):
        return False
    return len(heading.title.split()) == 1 and all(len(child.split()) == 1 for child in parent.children)


def _common(parent: _Open) -> frozenset[str]:
    """Stems of the parent's own title: shared by chance with any heading on the page's subject."""
    return _stems(parent.title)


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", text.lower())
    return frozenset(word[:_PREFIX] for word in words if len(word) > 2 and word not in _SMALL and not word.isdigit())  # noqa: PLR2004
