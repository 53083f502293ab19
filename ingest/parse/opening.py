"""What stands between a document's title and its text and is no sentence yet: bylines, journals, ways through the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.parse.dates import is_date_line
from ingest.parse.imprint import imprint_parts
from ingest.parse.pieces import Piece, Role
from ingest.parse.references import is_citation
from ingest.parse.standing import is_address, names_whose
from ingest.sentences import asserts, split_sentences

_RUNNING = frozenset({Role.PARAGRAPH, Role.BULLET})
_MOST_BEFORE = 0.3
_FRAGMENT = 12
_MOST_SLOGAN = 8
_NAME_MARKS = re.compile(r"\[\d[\d, –-]*\]|[*∗†‡§¶#$+⁺ⁿ⁰-⁹¹²³ᵃ-ᵿ]+(?:,[*∗†‡§¶#$+⁺ⁿ⁰-⁹¹²³ᵃ-ᵿ]+)*|(?<=[a-zà-ÿ])\d+(?:,\d+)*")
_BETWEEN_NAMES = re.compile(r"[,;·•|]|\s&\s|\band\b|\by\b")
_PERSON = re.compile(
    r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.?\s+)?"
    r"(?:(?:[A-ZÀ-Ý]\.[ -]?|[A-ZÀ-Ý][\w'’-]+\.?\s+|(?:de|van|von|der|den|la|el|di)\s+)){0,4}"
    r"[A-ZÀ-Ý][\w'’-]+|(?:[A-Z][A-Za-z]{1,5}\s?){1,3}"
)
_NAMED = re.compile(
    r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.?\s+)?(?:(?:[A-ZÀ-Ý]\.[ -]?)+|[A-ZÀ-Ý][\w'’-]+ )"
    r"(?:[A-ZÀ-Ý]\.? |(?:de|van|von|der|den|la|el|di) )*[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)?|(?:[A-Z][A-Za-z]{0,4}\s?){1,3}"
)
"""The whole name of a person, or degrees."""
_LETTER_MARKS = re.compile(r"(?<=[\w.])\s[a-h](?:,\s?[a-h*†‡])*(?=\s?,|\s*$)")
_FOR_WHOM = re.compile(r"\s(?:for|on behalf of) the [A-Z].*$")
_INITIAL = re.compile(r"(?:^|[\s,])[A-ZÀ-Ý]\.\s?(?:[A-ZÀ-Ý]\.\s?)*[A-ZÀ-Ý][a-zà-ÿ]")
_DEGREE = re.compile(r"\b(?:MD|PhD|MBBS|MBChB|FRC\w+|MRC\w+|BSc|MSc|RN|PharmD|Dr|Prof|Professor)\b")
_PLACE_MARK = re.compile(
    r"(?:^|(?<=[.;,]\s))\s*(?:\[\d{1,2}\]|\d{1,2}\s?(?=[A-ZÀ-Ý])|[¹²³⁴-⁹]+|[*†‡§¶]+|[a-f](?=[A-ZÀ-Ý]))\s*|"
    r"\s*[①-⑳❶-➓]\s*"
)
"""The mark that calls a place where an author works, before its name."""
_PLACE = re.compile(
    r"\b(?:Departments?|Divisions?|Units?|Schools?|Universit\w+|Institut\w+|Facult\w+|Colleges?|Cent(?:re|er)s?|Clinics?|Clínicas?|"
    r"Hospitals?|Infirmary|Trust|Academ\w+|Laborator\w+|Servicio|Departamento|Facultad|Centro)\b"
)
_JOINING = frozenset("of for and the de la del y e et der für und at in on".split())
_LEAST_NAMES = 2
_AMOUNT = re.compile(r"\d\s?(?:[mµkn]?g|m?[lL]|%|units?|mmol|mmHg)\b|%")


def set_opening_aside(pieces: Sequence[Piece], title_at: int = 0) -> list[Piece]:
    """The pieces, with those above the title, and fragments just below it, as furniture.

    ``title_at`` is how many stand above the title. Nothing is set aside that asserts something or gives an amount, nor in a
    document without headings, where a line without a stop may be all there is.
    """
    found = [part for piece in pieces for part in _parts(piece)] if not title_at else list(pieces)
    words = [len(piece.text.split()) for piece in found]
    above = title_at if sum(words[:title_at]) < _MOST_BEFORE * sum(words) else 0
    has_headings = any(piece.role is Role.HEADING for piece in found[title_at:])
    for position, piece in enumerate(found):
        is_running = piece.role in _RUNNING and not piece.hidden
        if position < above:
            if is_running:
                found[position] = replace(piece, role=Role.FURNITURE)
        elif position >= title_at and piece.role is not Role.FURNITURE:
            is_whose = names_whose(piece.text) or names_authors(piece.text) or bool(imprint_parts(piece.text))
            if piece.role is Role.HEADING and is_whose and position + 1 < len(found) and position == title_at:
                # Whose document it is, or who wrote it, set large below the title.
                found[position] = replace(piece, role=Role.FURNITURE)
                continue
            if _is_slogan(found, position):
                found[position] = replace(piece, role=Role.FURNITURE)
                continue
            if not (is_running and has_headings and _is_fragment(piece)):
                break
            found[position] = replace(piece, role=Role.FURNITURE)
    return found


def _is_slogan(pieces: Sequence[Piece], position: int) -> bool:
    """Whether a short heading below the title is a cry or a sentence, and heads nothing: the next heading follows at once."""
    piece = pieces[position]
    below = next((other for other in pieces[position + 1 :] if other.role is not Role.FURNITURE), None)
    is_cry = piece.role is Role.HEADING and piece.text.endswith(("!", ".")) and len(piece.text.split()) <= _MOST_SLOGAN
    return is_cry and below is not None and below.role is Role.HEADING and _AMOUNT.search(piece.text) is None


def names_authors(text: str) -> bool:
    """Whether a line in larger letters is only names of persons: with initials, degrees or marks, which no heading has."""
    bare = _LETTER_MARKS.sub(" ", _NAME_MARKS.sub(" ", text))
    parts = [part.strip(" .*") for part in _BETWEEN_NAMES.split(_FOR_WHOM.sub("", bare)) if part.strip(" .*")]
    is_marked = bare != text or _INITIAL.search(text) is not None or _DEGREE.search(text) is not None
    return is_marked and len(parts) >= _LEAST_NAMES and all(_NAMED.fullmatch(part) for part in parts)


def _parts(piece: Piece) -> list[Piece]:
    """A paragraph as it is, or in parts where dates and names stand in one line with what the document is about."""
    if piece.role is not Role.PARAGRAPH or piece.hidden:
        return [piece]
    parts = [piece.text[start:end] for start, end in split_sentences(piece.text)]
    dated = [part for part in parts if is_date_line(part)]
    if not dated or len(parts) == len(dated):
        return [piece]
    last = parts.index(dated[-1])
    before, after = " ".join(parts[: last + 1]), " ".join(parts[last + 1 :])
    return [replace(piece, role=Role.FURNITURE, text=before), *([replace(piece, text=after)] if after else [])]


def _is_fragment(piece: Piece) -> bool:
    if _is_byline(piece.text) or _lists_places(piece.text):
        return True
    is_short = piece.role is Role.PARAGRAPH and len(piece.text.split()) <= _FRAGMENT and piece.text[-1] not in ".:!?;"
    return is_citation(piece.text) or (is_short and not asserts(piece.text) and _AMOUNT.search(piece.text) is None)


def _lists_places(text: str) -> bool:
    """Whether a text is only the places where its authors work, each with its mark and perhaps a stop."""
    marked = len(_PLACE_MARK.findall(text))
    parts = [part.strip() for part in _PLACE_MARK.split(text) if part.strip(" .;,")]
    return marked > 0 and not asserts(text) and all(_PLACE.search(part) is not None and _is_title_case(part) for part in parts)


def _is_title_case(text: str) -> bool:
    return all(word[0].isupper() or word in _JOINING for word in re.findall(r"[^\W\d_][\w’'-]*", text))


def _is_byline(text: str) -> bool:
    """Whether a text is names, with their marks and degrees, or the places where those people work."""
    bare = _NAME_MARKS.sub(" ", text)
    if asserts(bare) or _AMOUNT.search(bare):
        return False
    parts = [part.strip() for part in _BETWEEN_NAMES.split(bare) if part.strip(" .*")]
    named = sum(_PERSON.fullmatch(part) is not None for part in parts)
    if len(parts) >= _LEAST_NAMES and named * 2 >= len(parts):
        return True
    return len(parts) >= _LEAST_NAMES and is_address(text)
