"""Which line of a capture is the title of its page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.parse.contents import is_in_line
from ingest.parse.dates import is_date_line, is_lone_date
from ingest.parse.headings import Layout, looks_like_heading
from ingest.parse.lines import Line, has_columns
from ingest.parse.standing import is_organisation

_AMONG = 12
_AMONG_CRUMBS = 40
_FIRST_LINE, _OTHER_LINE = 0.2, 0.5
_LEAST_SENTENCE = 8
_MOST_WORDS = 30
_APART_WORDS = 14
_LEAST_WORDS, _BYLINE = 3, 4
_CRUMBS = re.compile(r"\s+[>›»/|→]\s+")
_CRUMB = re.compile(r"[^.;:!?/>›»]{2,50}\s?[/>›»]")
_LEAST_CRUMBS = 2
_NEAR = 8
_AUTHORS = re.compile(r"(?:authors?|contributors?|autor(?:es|as?)?)(?:\(s\))?\s*:", re.IGNORECASE)
_SMALL = frozenset("a an and are as at be by for from how in is it of on or that the to was what when which who why with".split())


def find_title(lines: Sequence[Line], is_aside: Sequence[bool], layout: Layout) -> Line | None:
    """The line that is the title, None where none can be told; ``is_aside`` marks the lines that are furniture by their words.

    The line that the way through the site ends with; else the first line before the text that can be a title: no sentence, and
    its words are met again on the page. Failing that the very first line, where it stands apart, or one just above a date.
    """
    return (
        _at_the_end_of_crumbs(lines)
        or _below_crumbs(lines)
        or _above_authors(lines, is_aside)
        or _longer_above_date(lines, is_aside)
        or _met_again(lines, is_aside)
        or _apart(lines, is_aside, layout)
        or _above_date(lines, is_aside)
    )


def is_crumbs(line: Line, title: Line | None) -> bool:
    """Whether a line is the way through the site to the page with that title."""
    parts = _CRUMBS.split(line.text.strip())
    return title is not None and len(parts) >= _LEAST_CRUMBS and _folded(parts[-1]) == _folded(title.text)


def is_named_by_crumbs(crumbs: str, text: str) -> bool:
    """Whether a way through the site ("Home > Topics > Gout") ends with a title, or with the words that it begins with."""
    parts = _CRUMBS.split(crumbs.strip())
    last = _folded(parts[-1])
    if len(parts) <= _LEAST_CRUMBS or "|" in crumbs or is_in_line(crumbs) or crumbs.endswith("."):
        return False
    return _folded(text) == last or _begins_with(last).match(_folded(text)) is not None


def _at_the_end_of_crumbs(lines: Sequence[Line]) -> Line | None:
    for position, line in enumerate(lines[:_AMONG_CRUMBS]):
        parts = _CRUMBS.split(line.text.strip())
        if len(parts) < _LEAST_CRUMBS or line.is_sentence or is_in_line(line.text):
            continue
        last = _folded(parts[-1])
        for other in lines[: 2 * _AMONG_CRUMBS]:
            if other.start != line.start and _folded(other.text) == last:
                return other
        following = lines[position + 1] if position + 1 < len(lines) else None
        if (
            following is not None
            and _is_shortened(last, _folded(following.text))
            and following.words <= _APART_WORDS
            and not following.is_sentence
        ):
            return following
        # Between bars stands a menu as well.
        if (
            len(parts) > _LEAST_CRUMBS
            and "|" not in line.text
            and (longer := _in_full(lines[position + 1 : position + _NEAR], last))
        ):
            return longer
    return None


def _below_crumbs(lines: Sequence[Line]) -> Line | None:
    """The line below a way through the site that has a line for each part ("Home/", "Topics/"), where its words come again."""
    for position in range(_LEAST_CRUMBS, min(len(lines) - 1, _AMONG_CRUMBS)):
        line, following = lines[position], lines[position + 1]
        parts = lines[position - _LEAST_CRUMBS : position]
        if all(_CRUMB.fullmatch(part.text) for part in parts) and _folded(line.text) == _folded(following.text):
            return following
    return None


def _in_full(lines: Sequence[Line], last: str) -> Line | None:
    """The first of some lines that says more than the end of the way through the site, and begins with its words."""
    begins = _begins_with(last)
    return next((line for line in lines if line.words <= _APART_WORDS and begins.match(_folded(line.text))), None)


def _begins_with(words: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(words)}(?:\s*[:(–—-]|\s+(?:in|for|of|and)\b)")


def _is_shortened(last: str, title: str) -> bool:
    """Whether the way through the site ends with a title, or with its words less the small ones."""
    words = [word.removesuffix("s") for word in re.findall(r"[^\W_]+", last) if word not in _SMALL]
    return last in title or (len(words) > 1 and set(words) <= {word.removesuffix("s") for word in re.findall(r"[^\W_]+", title)})


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _met_again(lines: Sequence[Line], is_aside: Sequence[bool]) -> Line | None:
    is_first = True
    for position, line in enumerate(lines[:_AMONG]):
        if is_aside[position]:
            is_first = is_first and position > 0
            continue
        if line.words > _LEAST_SENTENCE and line.is_sentence and not line.text.endswith("?"):
            return None
        is_no_name = line.is_bullet or line.words > _MOST_WORDS or line.text[-1:] in ".;:,!" or has_columns(line.text)
        if is_no_name or is_organisation(line.text):
            continue
        # The publisher's name may stand above a title.
        is_top = position == 0 or (is_first and line.words >= _LEAST_WORDS)
        if _is_met_again(lines, is_aside, line, least=_FIRST_LINE if is_top else _OTHER_LINE):
            return line
        is_first = False
    return None


def _is_met_again(lines: Sequence[Line], is_aside: Sequence[bool], line: Line, *, least: float) -> bool:
    """Whether that share of the words of a line is met again in lines that aren't furniture."""
    others = zip(lines, is_aside, strict=True)
    text = " ".join(other.text for other, is_set_aside in others if not is_set_aside and other.start != line.start).lower()
    words = {word for word in re.findall(r"[^\W\d_]{3,}", line.text.lower()) if word not in _SMALL}
    met = sum(re.search(rf"\b{re.escape(word)}", text) is not None for word in words)
    return bool(words) and met >= max(1, least * len(words))


def _apart(lines: Sequence[Line], is_aside: Sequence[bool], layout: Layout) -> Line | None:
    if len(lines) > 3 and lines[1].gap == 0 and is_organisation(lines[1].text):  # noqa: PLR2004 - a publisher and text below it
        lines = [lines[0], *lines[2:]]
    if len(lines) < 3 or is_aside[0] or lines[0].is_bullet or lines[1].gap == 0:  # noqa: PLR2004 - more than a line
        return None
    is_short = 1 < lines[0].words <= _APART_WORDS and lines[0].text[-1] not in ".;:,!?"
    opens = looks_like_heading(lines[1], lines[2], layout) or (lines[1].words > _LEAST_SENTENCE and lines[1].is_sentence)
    return lines[0] if is_short and opens else None


def _above_authors(lines: Sequence[Line], is_aside: Sequence[bool]) -> Line | None:
    """The line right above the one that names the authors, at the top of a page."""
    for position in range(1, min(len(lines), _AMONG_CRUMBS)):
        line, gap = lines[position - 1], lines[position].gap
        if gap <= 1 and _AUTHORS.match(lines[position].text) and not is_aside[position - 1] and not line.is_bullet:
            is_name = _LEAST_WORDS <= line.words <= _MOST_WORDS and line.text[-1] not in ".;:,!"
            return line if is_name and not is_organisation(line.text) else None
    return None


def _longer_above_date(lines: Sequence[Line], is_aside: Sequence[bool]) -> Line | None:
    """The line above the first date, if it begins with what would be the title else: the name of a part of the site."""
    dated, met = _above_date(lines, is_aside), _met_again(lines, is_aside)
    if dated is None or met is None or dated.start <= met.start:
        return None
    part = _folded(re.sub(r"\s*\([^)]*\)", "", met.text))
    return dated if _folded(dated.text).startswith(part) else None


def _above_date(lines: Sequence[Line], is_aside: Sequence[bool]) -> Line | None:
    """The last line of some words above the first date line at the top of the page, not further from it than a byline reaches."""
    dates = (number for number, line in enumerate(lines[: 2 * _AMONG]) if is_date_line(line.text) or is_lone_date(line.text))
    dated = next(dates, 0)
    for position in range(dated - 1, max(dated - _BYLINE, 0) - 1, -1):
        line = lines[position]
        is_name = _LEAST_WORDS <= line.words <= _MOST_WORDS and not line.is_bullet and line.text[-1] not in ".;:,!"
        if is_name and not is_aside[position] and not is_organisation(line.text):
            return line
    return None
