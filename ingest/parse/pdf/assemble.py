"""Lines and tables in reading order → pieces: paragraphs joined over lines, columns and pages, bullets, headings, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.parse.dates import is_date_line, is_lone_date, is_lone_month
from ingest.parse.furniture import is_furniture
from ingest.parse.graded import heads_recommendation
from ingest.parse.labels import names_box_kind
from ingest.parse.opening import names_authors
from ingest.parse.pdf.box import end_boxes, follow_box, label_box, names_box
from ingest.parse.pdf.captions import CAPTION, FIGURE
from ingest.parse.pdf.early import names_paragraph
from ingest.parse.pdf.flowing import answer_in_turn
from ingest.parse.pdf.joining import join_lines
from ingest.parse.pdf.kinds import set_kinds_aside
from ingest.parse.pdf.lines import Line
from ingest.parse.pdf.noting import settle_notes
from ingest.parse.pdf.paragraphs import (
    Assembly,
    add_note,
    add_reference,
    begin,
    close,
    continues,
    extend,
    flush_notes,
    is_close,
    is_note,
    part_indented,
)
from ingest.parse.pdf.placed import place_table
from ingest.parse.pdf.run_in import heads_paragraphs, run_in_kind, run_in_words
from ingest.parse.pdf.type import is_heading_type, is_paper_part, number_depth, rank, style_of, without_number
from ingest.parse.pieces import Piece, Role
from ingest.parse.zones import Zone, says_whom_to_ring, zone_of

_BULLET = re.compile(
    r"^(?P<mark>[\ufffd•‣▪◦●○∙·*■□►▸➢✓✔–—-]|[\ue000-\uf8ff]|o(?= \S)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)"
)
_LONE_BULLET = re.compile(r"^(?:[\ufffd•‣▪◦●○∙·■□►▸➢✓✔]|[\ue000-\uf8ff])$")
_OPEN_LINE = re.compile(r"(?:[\w,–-]|\b(?:section|chapter|see|recommendations?|table|version))$", re.IGNORECASE)
_FURTHER_IN = 6.0
_LEAST_NAMED = 2
_BETWEEN_NAMES = frozenset("and & y e et und de del der di la van von".split())
_LEADERS = re.compile(r"(?:\.\s?){5,}\s*\d{1,4}$|\s\.{3,}\s*\d{1,4}$|(?:\s\.){2,}\s*\d{1,4}$")
_ENTRY = re.compile(r"^\[?\d{1,3}[\].)]\s*\S|^\d{1,3}\s+[A-ZÁÉÍÓÚÑ]")
_NOTE_BELOW = re.compile(r"^(?:[*†‡§¶#]+\s*|[a-z]\s|[ᵃ-ᵿ]\s?)(?=[A-ZÁÉÍÓÚÑ])")
_BESIDE_ABSTRACT = re.compile(r"article (?:info(?:rmation)?|history)", re.IGNORECASE)
_VOICE = re.compile(r"[\"“‘«].{12,}[\"”’»]\s*(?:[—–-]\s*\S.{0,80})?$")
"""What somebody said, set large: it names nothing."""
_OPEN_END = re.compile(r"[.!?:;][\"”’)\]]*(?:\s*\[[\d, –-]+\])?$")


def assemble(lines: Sequence[Line], state: Assembly, *, title_at: int = 0) -> None:
    """Read the lines of a whole document; ``title_at`` is how many of them stand above its title."""
    position = 0
    state.has_run_ins = heads_paragraphs(lines)
    while position < len(lines):
        line = lines[position]
        if position == title_at:
            # What a page says before its title reaches no further.
            close(state)
            state.zone, state.title_at = None, len(state.pieces)
        if line.table >= 0:
            position = place_table(lines, position, state)
            continue
        follow_box(line, state)
        _leave_strip(line, state)
        if (line.bold or line.colour != state.setting.colour) and heads_recommendation(line.text):
            close(state)
            flush_notes(state)
            state.bullets.clear()
            state.grade = line.text
            position += 1
            continue
        heading = _heading_lines(lines, position, state)
        if heading:
            _heading(lines[position : position + heading], state)
            position += heading
            continue
        _line(line, state)
        position += 1
    close(state)
    flush_notes(state)
    aside = set_kinds_aside(state.pieces, [at for at, _ in state.headings]) | _set_byline_aside(state)
    state.headings = [(at, kind) for at, kind in state.headings if at not in aside]
    answer_in_turn(state)
    levels = rank([kind for _, kind in state.headings])
    outermost = min((levels[kind] for at, kind in state.headings if not is_paper_part(state.pieces[at].text)), default=1)
    for position, kind in state.headings:
        # The abstract stands beside the sections of a paper, however large its name is set.
        level = outermost if is_paper_part(state.pieces[position].text) else levels[kind]
        state.pieces[position] = replace(state.pieces[position], level=level)
    end_boxes(state, levels)
    state.pieces = settle_notes(state.pieces, state.called)


def _set_byline_aside(state: Assembly) -> frozenset[int]:
    """Set the first heading aside where it is only names, set large above the abstract; gives its place."""
    if len(state.headings) < 2 or not state.title:  # noqa: PLR2004 - a byline and an abstract
        return frozenset()
    (first, _), (second, _) = state.headings[:2]
    words = state.pieces[first].text.split()
    named = [word for word in words if word not in _BETWEEN_NAMES]
    are_names = len(named) >= _LEAST_NAMED and all(word[0].isupper() and not any(map(str.isdigit, word)) for word in named)
    says_more = any(piece.text.endswith((".", "!", "?")) for piece in state.pieces[first + 1 : second])
    if not are_names or says_more or not is_paper_part(state.pieces[second].text):
        return frozenset()
    state.pieces[first] = replace(state.pieces[first], role=Role.FURNITURE)
    return frozenset({first})


def _leave_strip(line: Line, state: Assembly) -> None:
    """End what stands beside the abstract with its strip."""
    if state.zone_column is not None and line.column != state.zone_column:
        close(state)
        state.zone = state.zone_column = None


def _heading_lines(lines: Sequence[Line], position: int, state: Assembly) -> int:
    """How many lines from here on make a heading; 0 for none."""
    first = lines[position]
    if first.condition or names_paragraph(lines, position, state):
        return 1
    if (
        not is_heading_type(first, state.setting)
        or _BULLET.match(first.text)
        or CAPTION.match(first.text)
        or FIGURE.match(first.text)
    ):
        is_numbered = is_heading_type(first, state.setting) and number_depth(first.text) > 0
        below = lines[position + 1] if position + 1 < len(lines) else None
        if not is_numbered and not names_box(first, below, state):
            return 0
    if (
        state.zone is Zone.REFERENCES
        and first.size < 1.05 * state.setting.size
        and zone_of(first.text) is None
        and _ENTRY.match(first.text)
    ):
        return 0
    count = 1
    while position + count < len(lines) and count < 5:  # noqa: PLR2004 - a heading has few lines
        line = lines[position + count]
        is_same = style_of(line) == style_of(first) and line.page == first.page and line.table < 0
        if (
            not is_same
            or line.top - lines[position + count - 1].bottom > 0.6 * first.size
            or number_depth(line.text)
            or line.top < lines[position + count - 1].top
        ):
            break
        count += 1
    text = " ".join(line.text for line in lines[position : position + count])
    is_larger = first.size >= 1.1 * state.setting.size
    if len(text.split()) > 26 or (not is_larger and (len(text.split()) > 16 or text.endswith("."))):  # noqa: PLR2004 - words
        return 0
    following = lines[position + count] if position + count < len(lines) else None
    if not is_larger and following is not None and _runs_on(lines[position + count - 1], following, state):
        return 0
    return count


def _runs_on(last: Line, following: Line, state: Assembly) -> bool:
    """Whether a bold line is only the beginning of a paragraph that goes on in the next line."""
    is_close = following.page == last.page and following.column == last.column and following.top - last.top >= 0
    return (
        is_close
        and following.table < 0
        and following.text[:1].islower()
        and following.size == last.size
        and state.setting.size > 0
    )


def _heading(lines: Sequence[Line], state: Assembly) -> None:
    close(state)
    flush_notes(state)
    text = ""
    for line in lines:
        text = join_lines(text, line.text, state.vocabulary)
    first, state.grade = lines[0], ""
    zone = zone_of(without_number(text), printed=True)
    counts_on = state.zone is Zone.NOTICE and number_depth(text) == 1 and not state.is_zone_counted
    if state.zone is None or zone is not None or counts_on or first.size >= state.zone_style - 0.3:
        state.zone, state.zone_style, state.is_zone_counted = zone, first.size, number_depth(text) > 0
        state.zone_column = first.column if zone is not None and _BESIDE_ABSTRACT.fullmatch(text) else None
    state.bullets.clear()
    is_aside = is_date_line(text) or (is_furniture(text) and not says_whom_to_ring(text))
    is_aside = is_aside or (not state.headings and (names_authors(text) or is_lone_month(text)))
    is_aside = is_aside or (is_lone_date(text) and not _has_said(state))
    if state.zone is not None or is_aside:
        state.pieces.append(Piece(role=Role.FURNITURE, text=text, page=first.page))
    elif first.box is not None and names_box_kind(text):
        label_box(text, first, state)
    elif _VOICE.match(text):
        state.pieces.append(Piece(role=Role.PARAGRAPH, text=text, page=first.page))
    elif text != state.title:
        kind = (style_of(first), number_depth(text))
        state.headings.append((len(state.pieces), kind))
        state.conditions |= {len(state.pieces)} if first.condition else set()
        state.box_kind = state.box_kind or (kind if first.box is not None else None)
        state.pieces.append(Piece(role=Role.HEADING, text=text, page=first.page))


def _has_said(state: Assembly) -> bool:
    """Whether a sentence has been read so far."""
    return any(piece.role in {Role.PARAGRAPH, Role.BULLET} and piece.text.endswith((".", "!", "?")) for piece in state.pieces)


def _line(line: Line, state: Assembly) -> None:
    state.box_said = True
    if _LEADERS.search(line.text):
        close(state)
        state.pieces.append(Piece(role=Role.FURNITURE, text=line.text, page=line.page))
        return
    if state.zone is Zone.REFERENCES and not _is_note_below(line, state):
        add_reference(line, state)
        return
    if _is_noted(line, state) or _opens_paragraph(line, state):
        return
    bullet = _BULLET.match(line.text) if not number_depth(line.text) or re.match(r"^\d{1,2}[.)]", line.text) else None
    if bullet and not _is_list_start(line, bullet, state):
        bullet = None
    if _LONE_BULLET.match(line.text):
        begin(line, "", Role.BULLET, state)
    elif bullet:
        begin(line, line.text[bullet.end() :], Role.BULLET, state)
    elif number_depth(line.text) > 1 and not _OPEN_LINE.search(state.open.text if state.open else ""):
        # A numbered recommendation is a paragraph of its own, however close it stands.
        begin(line, without_number(line.text), Role.PARAGRAPH, state)
    elif state.open is not None and continues(state.open, line, state):
        extend(state.open, line, state)
    else:
        part_indented(line, state)
        if state.open is not None and continues(state.open, line, state):
            extend(state.open, line, state)
        else:
            begin(line, line.text, Role.PARAGRAPH, state)


def _is_noted(line: Line, state: Assembly) -> bool:
    """Put a line to the notes, if it is one. The abstract of a paper may be set as small as its notes."""
    is_one = is_note(line, state) and not is_paper_part(run_in_words(line).rstrip("."))
    if is_one:
        add_note(line, state)
    return is_one


def _opens_paragraph(line: Line, state: Assembly) -> bool:
    """Read a line that opens with its heading, where the document has that habit, or the heading is that of an abstract."""
    name = run_in_words(line) if state.zone is None and line.box is None else ""
    is_headed = bool(name) and (state.has_run_ins or is_paper_part(name.rstrip(".")))
    if is_headed:
        _run_in(line, name, state)
    return is_headed


def _run_in(line: Line, name: str, state: Assembly) -> None:
    """A paragraph that opens with its heading."""
    close(state)
    flush_notes(state)
    state.headings.append((len(state.pieces), run_in_kind(name)))
    state.pieces.append(Piece(role=Role.HEADING, text=name.rstrip("."), page=line.page))
    begin(line, line.text[line.lead :].strip(), Role.PARAGRAPH, state)


def _is_note_below(line: Line, state: Assembly) -> bool:
    """Whether a line in a numbered reference list is the footnote of a page that the list begins on."""
    return _NOTE_BELOW.match(line.text) is not None and state.open is not None and _ENTRY.match(state.open.text) is not None


def _is_list_start(line: Line, bullet: re.Match[str], state: Assembly) -> bool:
    """Whether a mark at the start of a line is a bullet, and not a wrapped "– 20 mg" or "3. June"."""
    mark = bullet["mark"]
    if mark in "\ufffd•‣▪◦●○∙■□►▸➢✓✔" or "\ue000" <= mark <= "\uf8ff":
        return True
    if mark == "o" and line.text[2:3].islower():
        # "o" is a word of some languages: a mark only below a line that announces it, further in, or below another such.
        below = state.open is not None and state.open.text.endswith(":") and line.x0 > state.open.left + _FURTHER_IN
        return below or (state.open is not None and state.open.role is Role.BULLET and abs(state.open.lines[0].x0 - line.x0) < 1)
    if state.open is None or state.open.role is Role.BULLET:
        return True
    return _OPEN_END.search(state.open.text) is not None or not is_close(state.open.lines[-1], line, state)
