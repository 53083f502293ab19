"""A document's own reference list → References: numbered lists, bibliographies, kind / title / publisher, year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.documents import Reference
from ingest.parse.dates import find_dates
from ingest.sentences import asserts

_KIND = re.compile(
    r"(?:clinical |practice |drug |journal |systematic |case |consensus |randomized controlled |fda )?"
    r"(?:guidelines?|research|reviews?|meta-analysis|study|studies|trials?|books?|textbook|websites?|web ?page|labels?|articles?|"
    r"reports?|statement|guía|investigación|estudio)$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_YEAR_AT_END = re.compile(r"^(?P<publisher>.+?),?\s*\(?(?P<year>(?:19|20)\d\d)\)?\.?$")
_URL = re.compile(r"https?://[^\s)>\]]+|\bdoi:\s*(?P<doi>10\.\S+?)[.,;]?(?=\s|$)", re.IGNORECASE)
_ACCESSED = re.compile(r"\b(?:accessed|available|retrieved)\b.*$", re.IGNORECASE)
_QUOTED = re.compile(r"^(?P<publisher>[^“”\"]{2,120}?):\s*(?P<title>[“\"].+)$")
_CITATION = re.compile(
    r"\bdoi:|\bet al\b|\beds?\.\s|\b(?:19|20)\d\d\s*;\s*\d|\baccessed (?:at|on)\b|\b(?:19|20)\d\d\.?\s*$|https?://|"
    r"\b\d+\(\d+\):\d+|\bIn: [A-Z]",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"\b(?:Institutes?|Society|Association|College|Network|Organi[sz]ation|Agency|Administration|Cent(?:er|re)s?|Ministry|Department|"
    r"Foundation|Clinic|Service|Trust|Council|Alliance|Academy|University)\b"
)
_RUN_IN = re.compile(
    r"(?:(?:key|selected|main) )?"
    r"(?:references?|sources?|bibliography|further reading|referencias|bibliografía|fuentes?)\s*:\s+\S",
    re.IGNORECASE,
)
_ENTRY_LINES = 3
_LONGEST_OWNER = 9
_MOST_SOURCE_WORDS = 12


def is_citation(line: str) -> bool:
    """Whether a line reads like an entry of a bibliography: authors or title, then where and when it was published."""
    return _CITATION.search(line) is not None and _YEAR.search(line) is not None and len(line.split()) >= _ENTRY_LINES


def is_run_in_list(text: str) -> bool:
    """Whether a paragraph is a whole list of references behind its name ("Sources: Roe A. Title. Journal 2021;4:1-9.")."""
    if _RUN_IN.match(text) is None:
        return False
    # One that is not a bibliography's entry names its year all the same.
    return is_citation(text) or (len(text.split()) <= _MOST_SOURCE_WORDS and _YEAR.search(text) is not None and not asserts(text))


def is_entry(line: str, *, is_numbered: bool) -> bool:
    """Whether a line in a reference list is surely part of an entry, whatever words it holds; a page's own date line is none."""
    text = line.strip()
    if find_dates(text).spans:
        return False
    return is_numbered or is_citation(text) or _KIND.fullmatch(text) is not None or _YEAR_AT_END.match(text) is not None


def parse_references(lines: Sequence[str], numbers: Sequence[int | None]) -> tuple[Reference, ...]:
    """The references in the lines of a list; ``numbers`` holds the number that stood before each line, if any."""
    if any(number is not None for number in numbers):
        return _numbered(lines, numbers)
    kinds = [position for position, line in enumerate(lines) if _KIND.fullmatch(line.strip())]
    if kinds:
        return _grouped(lines, kinds)
    return tuple(_entry(line, number) for number, line in enumerate(lines, start=1))


def _numbered(lines: Sequence[str], numbers: Sequence[int | None]) -> tuple[Reference, ...]:
    entries: list[tuple[int, str]] = []
    for line, number in zip(lines, numbers, strict=True):
        if number is not None:
            entries.append((number, line))
        elif entries:
            entries[-1] = (entries[-1][0], f"{entries[-1][1]} {line}")
    return tuple(_entry(text, number) for number, text in entries)


def _grouped(lines: Sequence[str], kinds: Sequence[int]) -> tuple[Reference, ...]:
    """Entries that start with a line that only names their kind."""
    entries = []
    for number, (begin, end) in enumerate(zip(kinds, [*kinds[1:], len(lines)], strict=True), start=1):
        body = [line.strip() for line in lines[begin + 1 : end]]
        if not body:
            continue
        place = _YEAR_AT_END.match(body[-1]) if len(body) > 1 else None
        title = " ".join(body[:-1] if place else body)
        entries.append(
            Reference(
                number=number,
                kind=lines[begin].strip().lower(),
                title=_clean(title),
                publisher=place["publisher"].strip(" ,") if place else None,
                year=int(place["year"]) if place else None,
            )
        )
    return tuple(entries)


def _entry(line: str, number: int) -> Reference:
    """One entry set on a line: `Publisher: “Title.”`, or authors, title, journal, year."""
    text = " ".join(line.split())
    link = _URL.search(text)
    url = (f"https://doi.org/{link['doi']}" if link["doi"] else link.group(0).rstrip(".,;")) if link else None
    quoted = _QUOTED.match(text)
    if quoted:
        return Reference(number=number, title=_clean(quoted["title"]), publisher=quoted["publisher"].strip(), url=url)
    body = _ACCESSED.sub("", _URL.sub("", text)).strip()
    years = list(_YEAR.finditer(body))
    if not years:
        return Reference(number=number, title=_clean(text), url=url)
    last = years[-1]
    before = body[: last.start()].rstrip(" .;,(")
    is_web_page = _ACCESSED.search(text) is not None or before.count(". ") == 1
    title, publisher = _web_page(before) if is_web_page else (before, None)
    if publisher is None:
        title, publisher = _title_and_publisher(before)
    return Reference(number=number, title=_clean(title), publisher=publisher, year=int(last.group(1)), url=url)


def _web_page(before: str) -> tuple[str, str | None]:
    """Title and organisation of "National Institute of X. Title of the page": on the web the organisation comes first."""
    owner, stop, rest = before.partition(". ")
    if not stop or not _ORGANISATION.search(owner) or len(owner.split()) > _LONGEST_OWNER:
        return before, None
    return rest, owner


def _title_and_publisher(before: str) -> tuple[str, str | None]:
    """Title and publisher of "Authors. Title. Journal" and of "Authors. Title. 6th ed. Town: House"."""
    head, stop, tail = before.rpartition(". ")
    if not stop or not head:
        return before, None
    place, colon, house = tail.rpartition(": ")
    publisher = house if colon and len(place.split()) <= _ENTRY_LINES else tail
    return head, publisher.strip(" .,;") or None


def _clean(title: str) -> str:
    stripped = title.strip()
    if stripped.count("“") + stripped.count('"') + stripped.count("”") <= 2:  # noqa: PLR2004 - one pair
        stripped = stripped.strip("“”\"'")
    return stripped.strip().rstrip(".") or title.strip()
