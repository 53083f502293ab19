"""Which lines of a PDF's first page are its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ingest.parse.dates import is_date_line
from ingest.parse.furniture import is_furniture
from ingest.parse.pdf.lines import Line
from ingest.parse.pdf.type import number_depth, style_of
from ingest.parse.standing import is_organisation

_TITLE = 1.15
_TITLE_LETTERS = 4
_TITLE_WORDS = 40
_MOST_ABOVE = 30
_MOST_ON_COVER, _BULLETS = 70, "•‣▪◦●○■□►▸➢✓✔"
_SUBTITLE = 1.1
_SAME = 0.3
_NEARLY = 0.65
_MOST_NAME_WORDS = 5
_LEAST_TITLE_WORDS = 3
_LEAST_ALIKE, _LEAST_SAID = 3, 12
_SAID = re.compile(r"[^\W\d_A-Z]{3,}[.!?](?:\s|$)")
_FILE_NAME = re.compile(r"\.(?:docx?|pdf|indd|qxd|tex|pptx?|xlsx?)\b|^(?:microsoft word|untitled|document\d*)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"(?:[,:(–—-]|\b(?:of|the|for|and|in|with|to|by|from|on|an?|or|at|de|del|la|el|para|y|con|en))$", re.IGNORECASE
)
_CLOSE = 0.6
_MARK = re.compile(r"(?:\s*(?:[*†‡§¶#]|\[\d{1,2}\]))+$")
_HOMEPAGE = re.compile(r"\b(?:contents lists? available|(?:journal )?home ?page:|locate/)", re.IGNORECASE)
_MASTHEAD = re.compile(
    r"\b(?:annals|journal|archives|lancet|bulletin|transactions|proceedings|gazette|newsletter|acta|revista|anales)\b"
    r"|^(?:\w+ )?(?:(?:clinical|practice|national|quick|local) )*(?:guidelines?|guidance|policy|protocol|pathway|procedure|"
    r"leaflet|factsheet|fact sheet|patient information|information (?:sheet|leaflet|for patients)|consensus statement|report|"
    r"review|special article|original article|reference guide|guía(?: clínica)?|guía de práctica clínica)$",
    re.IGNORECASE,
)


def find_title(lines: Sequence[Line], own: str, *, size: float) -> tuple[str, list[Line]]:
    """The largest words of the first page that has any, if they are larger than the body text, and the lines they stand in.

    The name of a journal, of a publisher or of a kind of document at the top is none where a title stands below it. ``own``, the
    title among the file's properties, tells the title, and where headings are as large, where it ends. ``size`` is the body's.
    """
    first = [line for line in lines if line.sheet == lines[0].sheet and line.table < 0] if lines else []
    runs = [run for run in _runs(first) if run[0].size >= _TITLE * size and any(_can_be_title(line) for line in run)]
    runs = [run for run in runs if not _is_section(run, lines)]
    if not runs:
        return "", []
    largest = max(max(line.size for line in run if _can_be_title(line)) for run in runs)
    run = _named(runs, own) or next(run for run in runs if run[0].size >= largest - _SAME)
    if _is_masthead(run) or _is_beside_homepage(run, first):
        below = [other for other in runs if other[0].size >= _NEARLY * largest and _words(other) >= _LEAST_TITLE_WORDS]
        run = next((other for other in below if other[0].top > run[0].top and not _is_masthead(other)), run)
    end = len(run)
    while end > 1 and " ".join(line.text for line in run[: end - 1]).lower().startswith(own.lower() or "\0"):
        if _goes_on(run[end - 2], run[end - 1]):
            break
        end -= 1
    text = _MARK.sub("", " ".join(line.text for line in run[:end]))
    of_title = list(run[:end])
    if end == len(run) and (under := _subtitle(run[-1], first, size)) is not None:
        text, of_title = f"{text.rstrip(':')}: {under.text}", [*of_title, under]
    return (text, of_title) if len(text.split()) <= _TITLE_WORDS else ("", [])


def _subtitle(last: Line, lines: Sequence[Line], size: float) -> Line | None:
    """The line right below a title, smaller than it and larger than the text, that goes on in small letters; None without one."""
    at = lines.index(last) + 1
    below = lines[at] if at < len(lines) else None
    if below is None or below.column != last.column or not below.text[:1].islower() or below.words < _LEAST_TITLE_WORDS:
        return None
    is_close = 0 <= below.top - last.bottom < last.size
    return below if is_close and _SUBTITLE * size <= below.size < last.size and below.text[-1] not in ".:" else None


def _goes_on(line: Line, below: Line) -> bool:
    """Whether a line of a title can't end it: it stands open, and the next stands as close below as lines of one title do."""
    is_close = below.page == line.page and 0 <= below.top - line.bottom < _CLOSE * line.size
    return is_close and (_OPEN.search(line.text) is not None or below.text[:1].islower())


def _is_section(run: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether a run is set as several others are, and running text stands above it: the heading of a section like them."""
    style = style_of(run[0])
    alike = sum(style_of(line) == style for line in lines if line not in run)
    above = " ".join(line.text for line in lines[: lines.index(run[0])])
    return alike >= _LEAST_ALIKE and len(above.split()) >= _LEAST_SAID and _SAID.search(above) is not None


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that follow each other in one size."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and abs(runs[-1][0].size - line.size) < _SAME:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _named(runs: Sequence[list[Line]], own: str) -> list[Line] | None:
    """The run that begins with the title that the file's properties state."""
    wanted = " ".join(own.lower().split())
    if not wanted:
        return None
    for run in runs:
        text = " ".join(" ".join(line.text for line in run).lower().split())
        if text.startswith(wanted) or (wanted.startswith(text) and len(text) > len(wanted) // 2):
            return run
    return None


def _words(run: Sequence[Line]) -> int:
    return sum(line.words for line in run)


def _is_masthead(run: Sequence[Line]) -> bool:
    text = " ".join(line.text for line in run)
    return len(text.split()) <= _MOST_NAME_WORDS and (_MASTHEAD.search(text) is not None or is_organisation(text.title()))


def _is_beside_homepage(run: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether the line above or below a name in large letters says where its journal's contents or home page are."""
    at, end = lines.index(run[0]), lines.index(run[-1])
    beside = [*lines[max(at - 1, 0) : at], *lines[end + 1 : end + 2]]
    return any(_HOMEPAGE.search(line.text) for line in beside)


def beside_title(lines: Sequence[Line], of_title: Sequence[Line], title: str, *, size: float) -> tuple[list[Line], str]:
    """The lines around the title that are no text, and the title with its subtitle.

    Above a title stand the kind of document, its journal or publisher. A page with hardly more than the title is a cover.
    """
    if not of_title:
        return [], title
    cover = [line for line in lines if line.sheet == of_title[0].sheet]
    if not _is_cover(cover, lines):
        above = list(lines[: lines.index(of_title[0])])
        is_text = any(line.table >= 0 or line.text[-1:] in ".!?" for line in above)
        return ([] if is_text or sum(line.words for line in above) > _MOST_ABOVE else above), title
    after = cover[cover.index(of_title[-1]) + 1 :]
    below = _runs(after)[0] if after else []
    text = " ".join(line.text for line in below)
    is_subtitle = bool(below) and below[0].size >= _SUBTITLE * size and len(text.split()) >= _LEAST_TITLE_WORDS
    if (
        is_subtitle
        and not (is_date_line(text) or is_organisation(text) or is_furniture(text))
        and len(below) <= len(of_title) + 1
    ):
        title = f"{title.rstrip(':')}: {text}"
    return [line for line in cover if line not in of_title], title


def _is_cover(page: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether a page of several holds some lines, and neither a sentence nor a list."""
    is_quiet = not any(line.table >= 0 or line.text[-1:] in ".!?;" or line.text[:1] in _BULLETS for line in page)
    return is_quiet and sum(line.words for line in page) <= _MOST_ON_COVER and any(line.sheet != page[0].sheet for line in lines)


def _can_be_title(line: Line) -> bool:
    """Whether a line has words enough, and no number: not the large letter that opens a text, nor the heading of a section."""
    if number_depth(line.text):
        return False
    return line.words > 1 or sum(character.isalpha() for character in line.text) >= _TITLE_LETTERS


def own_title(information: dict[str, Any]) -> str:
    """The title among the PDF's own properties; empty for the name of the file that it was made from."""
    own = " ".join(str(information.get("Title") or "").split())
    return own if len(own.split()) > 1 and not _FILE_NAME.search(own) else ""
