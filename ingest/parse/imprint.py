"""A line that only says whose a document is, its number and its dates ("St Anne Hospital, 12 March 2025") → its parts."""

from __future__ import annotations

import re

from ingest.parse.dates import DAY_OR_MONTH
from ingest.parse.standing import is_organisation, names_office

_MOST_WORDS, _LONGEST = 28, 300
_LEAST_PARTS = 2
_ENDS = re.compile(r"^[\s|·•;,–—-]+|[\s|·•;,.–—-]+$")
_BETWEEN = re.compile(r"\s*[|·•;]\s*|\s+[–—-]\s+|,\s+|\.\s+(?=[A-Z])|\s{3,}|\s+(?=©)")
_WHAT = (
    r"(?:first |last |next )?(?:written|produced|prepared|compiled|issued?|published|printed|created|approved|ratified|agreed|"
    r"effective|updated?|revised|reviewed|expir(?:es|y)|review(?: (?:due|by))?|valid (?:from|until|to)|version|"
    r"date(?: of (?:issue|review))?)(?: date)?"
)
_VERSION = r"(?:version|v|issue|edition|rev)\.?\s?\d+(?:\.\d+)*"
_DATED = re.compile(rf"(?:{_WHAT}|{_VERSION})?\W{{0,3}}(?:on |in )?@(?:\s?[-–—]\s?@)?", re.IGNORECASE)
"""A date, in whose place a mark stands, with the word that says of what it is."""
_CODE = r"[A-Z][A-Z\d]*(?:[-/.][A-Z\d]+)+"
_NUMBERED = re.compile(
    rf"(?:(?:leaflet|document|policy|guideline|protocol|form|our)\s)?(?i:ref(?:erence)?|code|no|number|id)\b\.?\s?:?\s?[\w/.-]+"
    rf"(?:\s(?i:{_VERSION}))?|{_CODE}(?:\s(?i:{_VERSION}))|[A-Z\d]+(?:[-/][A-Z\d]+){{2,}}|(?i:{_VERSION})"
    rf"|(?:[\w’'&-]+\s){{1,6}}(?i:v(?:ersion)?\.?\s?\d+(?:\.\d+)*)|[A-Z]{{2,}}\s\d+(?:\s(?i:{_VERSION}))",
)
_PAGE = re.compile(r"(?:page\s)?\d{1,3}(?:\s(?:of|/)\s\d{1,3})?", re.IGNORECASE)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d,?\s*)?(?P<name>\S.*?)(?:,?\s(?:19|20)\d\d)?", re.IGNORECASE
)


def imprint_parts(line: str) -> tuple[str, ...]:
    """The parts of such a line in their order; empty for any other line.

    Each part is an organisation or one of its wards, a number, a version, a page or a dated word; a date and something beside it.
    """
    text = line.strip()
    if len(text) > _LONGEST or "@" in text or len(text.split()) > _MOST_WORDS:
        return ()
    days: list[str] = []

    def keep(match: re.Match[str]) -> str:
        days.append(match.group(0))
        return "@"

    parts = [bare for part in _BETWEEN.split(DAY_OR_MONTH.sub(keep, text)) if (bare := _ENDS.sub("", part))]
    tells = [_tells(part) for part in parts]
    if not days or len(parts) < _LEAST_PARTS or not all(tells) or set(tells) <= {"date", "page"}:
        return ()
    left = iter(days)
    return tuple(re.sub("@", lambda _: next(left), part) for part in parts)


def _tells(part: str) -> str:
    """What a part tells; empty for words that belong to no imprint."""
    if _DATED.fullmatch(part):
        return "date"
    if _PAGE.fullmatch(part):
        return "page"
    if (rights := _RIGHTS.fullmatch(part)) is not None:
        part = rights["name"]
    is_whose = is_organisation(part) or names_office(part)
    return "whose" if is_whose else "number" if _NUMBERED.fullmatch(part) else ""
