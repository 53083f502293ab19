"""Dates in a page's own words: "Last updated: January 29, 2026", "Medically reviewed … on 26 March 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene januar jänner janvier gennaio janeiro",
            "february feb febrero februar février fév febbraio fevereiro",
            "march mar marzo märz mars março",
            "april apr abril abr avril aprile avr",
            "may mayo mai maggio maio",
            "june jun junio juni juin giugno junho",
            "july jul julio juli juillet luglio julho juil",
            "august aug agosto ago août aout",
            "september sep sept septiembre setiembre septembre settembre setembro",
            "october oct octubre oktober okt octobre ottobre outubro",
            "november nov noviembre novembre novembro",
            "december dec diciembre dic dezember dez décembre déc dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAYS = {
    name: number
    for number, names in enumerate("mon lun,tue mar,wed mié,thu jue,fri vie,sat sáb,sun dom".split(","))
    for name in names.split()
}
_WEEKDAY = "|".join(_WEEKDAYS)
_DATE = (
    rf"(?P<month_first>(?P<m1>{_MONTH})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>(?:19|20)\d\d))"
    rf"|(?P<day_first>(?P<d2>\d{{1,2}})(?:st|nd|rd|th|º|er)?\.?\s+(?:de\s+)?(?P<m2>{_MONTH})\.?,?\s+(?:de\s+)?(?P<y2>(?:19|20)\d\d))"
    r"|(?P<iso>(?P<y3>(?:19|20)\d\d)-(?P<m3>\d{1,2})-(?P<d3>\d{1,2}))"
    r"|(?P<dotted>(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>(?:19|20)\d\d))"
    r"|(?P<slashed>(?P<a5>\d{1,2})/(?P<b5>\d{1,2})/(?P<y5>(?:19|20)\d\d))"
    rf"|(?P<year_first>(?P<y7>(?:19|20)\d\d)\s+(?P<m7>{_MONTH})\.?\s+(?P<d7>\d{{1,2}})\b)"
    r"|(?P<month_of_year>(?P<m8>\d{1,2})/(?P<y8>(?:19|20)\d\d))\b"
    rf"|(?P<month_only>(?P<m6>{_MONTH})\.?,?\s+(?:de\s+|del\s+)?(?P<y6>(?:19|20)\d\d))"
)
_SHORT = r"(?P<short>(?P<a9>\d{1,2})/(?P<b9>\d{1,2})/(?P<y9>\d\d))(?![\d/])"
"""Two figures for the year are a day's where words say of what it is."""
_UPDATED = (
    r"last\s+(?:modified|edited|updated|changed|revised)\s+by\b[^\n:;|]{0,60}?\bon|"
    r"(?:last|date)\s+(?:medical\s+review|updated?|revis(?:ed|ion)|modified|reviewed|edited)|updated?(?:\s+on)?|revised(?:\s+on)?|"
    r"(?:medically|clinically|peer|expert)?[\s-]*reviewed\b[^\n]{0,80}?\bon|reviewed(?:\s+on)?|"
    r"actualizado(?:\s+el)?|(?<!próxima\s)(?<!proxima\s)(?:fecha\s+de\s+(?:la\s+)?)?(?:última\s+)?(?:actualización|revisión)|revisado(?:\s+el)?|"
    r"(?:zuletzt\s+)?(?:aktualisiert|geändert|überarbeitet|bearbeitet)(?:\s+am)?|stand(?=:)|mis\s+à\s+jour(?:\s+le)?|"
    r"(?:aggiornat[oa]|modificat[oa])(?:\s+il)?|(?:atualizad[oa]|modificad[oa])(?:\s+em)?|"
    r"rev\.?(?=:?\s*\d{1,2}[/.])|"
    r"(?:correct|accurate|current)\s+(?:as\s+)?(?:at|of|on)|"
    r"version(?:\s+(?:of|dated?))?|(?:version|v\.?)\s*\d+(?:\.\d+)*(?:\s+of|,)?|version\s+(?:and\s+)?date:?\s+\d+(?:\.\d+)*,"
)
_PUBLISHED = (
    r"(?:submitted|posted|written|created|added|published)\s+by\b[^\n:;|]{0,60}?\bon|"
    r"(?:(?:leaflet|page|document)\s+)?created(?:\s+on|\s+in|\s+at)?|(?:first\s+|originally\s+)?published(?:\s+on(?:line)?)?|posted(?:\s+on)?|answered(?:\s+on)?|date\s+published|publication\s+date|issued|issue\s+date|date\s+of\s+issue|"
    r"sent(?=:)|(?:issued|approved|published|ratified|endorsed|released|produced|written|prepared|compiled)\b[^\n:;|]{0,120}?,|"
    r"(?<![^\n])date(?=\s*:)|"
    r"(?:written|produced|prepared|compiled|agreed|accepted(?:\s+for\s+publication)?)|"
    r"(?:approved|ratified|endorsed|adopted)(?:\s+(?:by|for)\b[^\n:.;|]{0,80}?)?(?:\s+on)?|(?:date\s+(?:of\s+)?)?approv(?:ed|al)(?:\s+date)?|"
    r"(?:approved|ratified|endorsed|adopted)(?:\s+by)?:\s(?:(?!\b(?:review|revis|expir|next|valid))[^\n:.;|]){0,80}?[,\s]|"
    r"(?:in\s+force|effective|valid)(?:\s+(?:date|from))?|available\s+online|"
    r"(?:aprobado|autorizado|ratificado)\b[^\n;|]{0,80}?\bfecha(?:\s+de\s+\w+)?|(?<![^\n])fecha(?=\s*:)|"
    r"issue\s+(?:no\.?\s*)?\d+(?:\.\d+)*(?:\s+of|\s+dated|,)?|"
    r"(?:veröffentlicht|erschienen)(?:\s+am)?|publiée?(?:\s+le)?|pubblicat[oa](?:\s+il)?|publicado(?:\s+(?:el|em))?|fecha\s+de\s+(?:la\s+)?(?:edición|publicación|emisión|aprobación)|edición"
)
_LABELLED = re.compile(
    rf"(?<!\w)(?:(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED}))\s*(?:date)?\s*[:\-–—]?\s*(?:(?:on|at)\s+)?(?:(?P<weekday>{_WEEKDAY})[a-zé]*,?\s+)?(?:{_DATE}|{_SHORT})",
    re.IGNORECASE,
)
_APPROVES = re.compile(
    r"\b(?:approv|ratif|endors|adopt|accepted|aproba|autoriz|ratifica)|\beffective|\bin force|\bvalid", re.IGNORECASE
)
"""A document is issued after that; its day counts where none of its issue is told."""
_BRITISH = re.compile(
    r"\b(?:\w*aemi[ac]|\w*haem\w+|paediatric\w*|oesoph\w+|anaesth\w+|diarrhoea\w*|oedema\w*|tumours?|foet\w+|gynaecol\w+|orthopaedic\w*|"
    r"litres?|centres?|fibres?|colour\w*|programmes?|authoris\w+|hospitalis\w+|immunis\w+|organis\w+|recognis\w+|minimis\w+|stabilis\w+|"
    r"randomis\w+|neutralis\w+|licens(?:ed|ing)|labour\w*|behaviour\w*|practis(?:e|ed|ing)|adrenaline|paracetamol|salbutamol|theatres?)\b",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    r"\b(?:\w*emi[ac](?<!aemi[ac])(?<!academi[ac])|hemat\w+|hemorr\w+|hemo\w+|pediatric\w*|esophag\w+|anesth\w+|diarrhea\w*|edema\w*|tumors?|fetal|"
    r"gynecol\w+|orthopedic\w*|liters?|centers?|fibers?|colors?|programs?|authoriz\w+|hospitaliz\w+|immuniz\w+|organiz\w+|"
    r"recogniz\w+|minimiz\w+|stabiliz\w+|randomiz\w+|epinephrine|acetaminophen|albuterol|labor|behavior\w*)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"(?:\b(?:replac|supersed|reemplaza|sustituye)\w*\b[^.:;|\n]{0,30}(?::\s)?|"
    r"\b(?:previous|earlier|old|former|(?:due )?to be) )$",
    re.IGNORECASE,
)
"""Words before a date of the version that was before this one, or of a review to come."""
_AROUND = 60
_MONTHS_IN_YEAR = 12
_CENTURY = 2000
_DAY_FIRST = re.compile(r"\b(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/(?:19|20)\d\d\b")
_BESIDE_DATE, _LONGEST = 6, 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The dates that a page states, and the offsets of the words that state them."""

    published: date | None = None
    updated: date | None = None
    spans: tuple[tuple[int, int], ...] = ()
    warnings: tuple[str, ...] = ()


def find_dates(text: str, *, day_first: bool = False) -> Dates:
    """The dates that ``text`` gives of itself; dates without a label that says so, or of references, are left alone.

    ``day_first`` says that 3/4/2024 is in April, as everywhere but in the United States; another date of the text that can only
    be read so tells it as well. Of several "updated" dates the latest counts, of several "published" ones the first.
    """
    updated: list[date] = []
    published: list[date] = []
    approved: list[date] = []
    spans: list[tuple[int, int]] = []
    warnings: list[str] = []
    day_first = day_first or _DAY_FIRST.search(text) is not None
    for match in _LABELLED.finditer(text):
        if _OF_ANOTHER.search(text, max(0, match.start() - _AROUND), match.start()):
            continue
        found = _date(match, day_first=day_first)
        if found is None:
            warnings.append(f"the date {match.group(0).split(':')[-1].strip()!r} can't be read")
            continue
        parts = [match[name] for name in ("a5", "b5", "a9", "b9") if match[name]]
        is_unclear = not (day_first or match["weekday"]) and max(map(int, parts), default=0) <= _MONTHS_IN_YEAR
        if parts and is_unclear and parts[0] != parts[1]:
            warnings.append(
                f"the date {match['slashed'] or match['short']} may be month/day or day/month; read as {found.isoformat()}"
            )
        is_approval = match["published"] is not None and _APPROVES.search(match["published"]) is not None
        (updated if match["updated"] else approved if is_approval else published).append(found)
        spans.append(match.span())
    return Dates(
        published=min(published or approved, default=None),
        updated=max(updated, default=None),
        spans=tuple(spans),
        warnings=tuple(warnings),
    )


def spells_british(text: str) -> bool:
    """Whether a text is spelled as outside of the United States, where the day stands before the month."""
    return len(_BRITISH.findall(text)) > len(_AMERICAN.findall(text))


def is_date_line(line: str) -> bool:
    """Whether a line only says when its document was published or changed; a byline or something glued to it may stand beside."""
    if len(line) > _LONGEST:
        return False
    spans = find_dates(line).spans
    rest = line
    for start, end in reversed(spans):
        rest = f"{rest[:start]} {rest[end:]}"
    return bool(spans) and len(rest.split()) <= _BESIDE_DATE


_TIME = r"(?:at|um|à|a\s+las|alle)?\s*\d{1,2}(?:[:.]\d\d|\s?h\s?(?:\d\d)?)\s*(?:uhr|hrs?|h|[ap]\.?m\.?|[A-Z]{2,4})?"
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
)
_LONE = re.compile(rf"[\W_]*(?:{_DAY}[\W_]+)?(?:{_DATE})(?:[\W_]+{_TIME})?[\W_]*", re.IGNORECASE)


_BETWEEN = re.compile(r"\s+[·•|–—]\s+|\t")


def is_lone_date(line: str) -> bool:
    """Whether a line is a day and nothing else."""
    return read_day(line) is not None


def is_lone_month(line: str) -> bool:
    """Whether a line is a month of a year and nothing else."""
    match = _LONE.fullmatch(line.strip())
    return match is not None and bool(match["month_only"])


def read_day(text: str) -> date | None:
    """The day that a text is ("4 December 2023", "2021 Mar 5"); None when it is more, or no day."""
    match = _LONE.fullmatch(text.strip())
    return _date(match) if match and not match["month_only"] and not match["month_of_year"] else None


DAY_OR_MONTH = re.compile(rf"(?:on |in )?(?:{_DATE})", re.IGNORECASE)
"""A day or a month of a year, wherever it stands."""


def begins_with_day(text: str) -> bool:
    """Whether a text begins with a day or a month of a year."""
    return DAY_OR_MONTH.match(text.strip()) is not None


_AHEAD = re.compile(
    r"\b(?:(?:next|due for|future) review|review (?:date|due|by)|(?:date )?(?:of|for) (?:next )?review|"
    r"expir(?:y|es)(?: date)?|valid (?:until|to)|"
    r"próxima revisión|caduca(?: el)?|válido hasta)\W*$",
    re.IGNORECASE,
)
"""Words before a day that is still to come."""


def first_lone_day(lines: Iterable[str]) -> date | None:
    """The first day that stands alone on a line, or between dots or bars: a page's date, where no line says of what it is.

    A day below words that name one to come (a next review) is left out.
    """
    above = ""
    for part in (part for line in lines for part in _BETWEEN.split(line)):
        if (day := read_day(part)) is not None and not _AHEAD.search(above):
            return day
        above = part
    return None


def first_lone_month(lines: Iterable[str]) -> date | None:
    """The first of the month that stands alone on a line with its year, as on a cover; None without one."""
    return next((_date(match) for line in lines if (match := _LONE.fullmatch(line.strip())) and match["month_only"]), None)


def _date(match: re.Match[str], *, day_first: bool = False) -> date | None:
    groups = match.groupdict()
    try:
        if groups["slashed"] or groups.get("short"):
            first, second = int(groups["a5"] or groups["a9"]), int(groups["b5"] or groups["b9"])
            is_day = first > _MONTHS_IN_YEAR or (day_first and second <= _MONTHS_IN_YEAR)
            month, day = (second, first) if is_day else (first, second)
            found = date(int(groups["y5"] or _CENTURY + int(groups["y9"])), month, day)
            weekday = _WEEKDAYS.get((groups.get("weekday") or "").lower(), found.weekday())
            is_other = (
                weekday != found.weekday() and day <= _MONTHS_IN_YEAR and found.replace(month=day, day=month).weekday() == weekday
            )
            return found.replace(month=day, day=month) if is_other else found
        for number in "12347":
            if groups[f"y{number}"]:
                return date(int(groups[f"y{number}"]), _month(groups[f"m{number}"]), int(groups[f"d{number}"]))
        number = "8" if groups["y8"] else "6"
        return date(int(groups[f"y{number}"]), _month(groups[f"m{number}"]), 1)
    except ValueError:
        return None


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS[text.lower()]
