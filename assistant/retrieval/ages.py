"""Judged statements in, those out that are of another stage of life: what is said of newborns is not said of adults. Pure.

The nearest words or figures that tell an age count: those of the statement, else of what it stands under, else of its headings,
else of its document's title, else of what the document says of whom it is for. A statement that tells none is of everyone. A
row's own band of age ("70 years and over") outweighs all words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from assistant.retrieval.age_bands import YEARS, Span, ages_of_heading, ages_of_opening, ages_of_row, bands_in
from assistant.retrieval.signals import Judged
from ingest.documents import Statement

_STAGES: tuple[tuple[Span, str], ...] = (
    ((0.0, 0.1), r"neonat\w+|new[- ]?borns?|pre-?terms?|NICU|reci[eé]n nacid[oa]s?|prematur[oa]s?"),
    ((0.0, 2.0), r"infants?|bab(?:y|ies)|lactantes?|beb[eé]s?"),
    ((1.0, 4.0), r"toddlers?"),
    ((0.0, 18.0), r"child(?:ren|hood)?|kids?|boys?|girls?|pa?ediatrics?|niñ[oa]s?|pedi[aá]tric[oa]s?|infancia"),
    ((10.0, 20.0), r"adolescen\w+|teen(?:ager)?s?"),
    ((16.0, 130.0), r"adult(?:s|hood|os?|as?)?|grown-?ups?"),
    ((60.0, 130.0), r"elderly|geriatrics?|older (?:people|persons?|patients?|men|women)|ancian[oa]s?|personas? mayor(?:es)?"),
)
_WORDS = tuple((span, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)) for span, words in _STAGES)
_NO_PERSON = re.compile(
    r"\b(?:child(?:care|birth)|child[- ]?pugh|child-?bearing|(?:have|having|want(?:s|ing)?|bear|mother|number) (?:of )?children|"
    r"adults?[- ]onset|children['’]s hospital|(?:women|mujeres?)[’']?s? and children[’']?s|infant (?:formula|mortality)|"
    r"(?:\w*feed\w*|nursing) (?:an? |the )?(?:infant|baby)|(?:carry|out) of (?:the )?reach of children)\b",
    re.IGNORECASE,
)
_GROWN = 18.0
_WEEKS, _BORN = frozenset("ws"), 20
_NEWBORN = re.compile(r"neonat|new[- ]?born|pre-?term|prematur", re.IGNORECASE)
_UNIT = r"(?P<unit>years?|yrs?|y|months?|weeks?|wks?|days?|años?|mes(?:es)?|semanas?|días?)"
_SOMEBODY = (
    r"(?:neonate|newborn|infant|baby|toddler|child|boy|girl|man|woman|son|daughter|kid|patient|person|mum|mom|mother|dad|father|gran\w*|"
    r"he|she|who|lactante|niñ[oa]|bebé|neonato|hij[oa]|nen[ea]|chic[oa]|paciente|persona|mujer|hombre|señora?|madre|padre|abuel[oa])"
)
_OF_AGE = re.compile(
    rf"(?<![\w.,/–-])(?P<number>\d{{1,3}}(?:\.\d)?)(?:[\s-]*{_UNIT}[\s-]*(?:old|of age|de edad)\b|\s?y\.?/?o\b)|"
    rf"\b(?:aged?|at age|{_SOMEBODY} (?:of|aged|de)|{_SOMEBODY}(?:['’]s| is| tiene| con)|tengo|tiene|I am|I['’]?m)"
    rf"\s+(?P<after>\d{{1,3}})(?:\s*{_UNIT.replace('unit', 'later')}\b|(?=\s*(?:[,.;?!)]|$|(?:and|with|who|y|con)\b)))",
    re.IGNORECASE,
)
# Weeks that somebody tells of herself or of a woman are those of a pregnancy.
_OF_BABY = re.compile(
    r"neonat|new[- ]?born|infant|baby|toddler|child|boy|girl|son\b|daughter|kid|lactante|niñ|beb[eé]|hij[oa]|nen[ea]",
    re.IGNORECASE,
)
_PAGE = (
    r"(?:guidelines?|guidance|document|protocol|pathway|policy|page|leaflet|booklet|sheet|summary|gu[ií]a|documento|protocolo|"
    r"p[aá]gina|folleto|hoja)"
)
_SCOPE = re.compile(
    rf"^\W*(?:this|the|these|est[ae]|el|la)\s+(?:\w+\s+){{0,2}}?{_PAGE}\s+(?:(?:is|are)\s+(?:only\s+)?"
    r"(?:(?:meant |intended |written )?for|about)|"
    r"(?:only\s+)?(?:covers?|appl(?:y|ies) to|deals? with)|es (?:s[oó]lo )?para|abarca|cubre|se aplica a|trata (?:de|sobre))\b",
    re.IGNORECASE,
)
# Somebody's children are told of as often as asked about: "I have two small children".
_OWN_CHILDREN = re.compile(
    r"\b(?:ha(?:ve|s|d)|having|['’]ve got|got|(?:look\w*|car\w*) (?:after|for)|around|near|pick\w* up|tengo|tiene|cuid\w+)\s+"
    r"(?:\w+\s+){0,2}(?:child(?:ren)?|kids?|boys?|girls?|niñ[oa]s?|hij[oa]s?)\b",
    re.IGNORECASE,
)
_CHILD = re.compile(
    r"\b(?:child(?:ren)?|kids?|boys?|girls?|pa?ediatrics?|adolescen\w+|teen(?:ager)?s?|niñ[oa]s?)\b", re.IGNORECASE
)
# So much of the asked span a document must be for: "adults" may begin at 16, and "children" end at 18.
_SHARED = 0.25


def of_such_age(
    asked: str, judged: Sequence[Judged], *, scopes: Mapping[str, tuple[Span, ...]] = MappingProxyType({})
) -> tuple[Judged, ...]:
    """The statements that are of an age that the question asks about, or of none in particular.

    ``scopes`` are the ages that documents are for (``scopes_of``): those of statements beside which nothing tells an age.
    """
    spans = ages_asked(asked)
    if not spans:
        return tuple(judged)
    named = _given(asked) or (_CHILD.search(asked) and not _OWN_CHILDREN.search(asked))
    known = scopes if named else {}
    return tuple(
        one for one in judged if (_meet(told, spans) if (told := _told(one)) else _is_for(known.get(_source(one), ()), spans))
    )


def scopes_of(statements: Iterable[Statement]) -> dict[str, tuple[Span, ...]]:
    """The ages that documents say they are for ("This guideline is for adults with …"), by their ids."""
    found: dict[str, tuple[Span, ...]] = {}
    for statement in statements:
        if statement.source_id not in found and _SCOPE.match(statement.text):
            found[statement.source_id] = bands_in(statement.text) or stages_in(statement.text)
    return found


def _is_for(scope: Sequence[Span], spans: Sequence[Span]) -> bool:
    shared = (min(high, last) - max(low, first) >= _SHARED * (last - first) for low, high in scope for first, last in spans)
    return not scope or any(shared)


def own_rows_first(asked: str, entries: Sequence[Judged]) -> list[Judged]:
    """The statements with the row for an age asked in figures before all others of its document: it is the answer."""
    given = _given(asked)
    rows = [entry for entry in entries if given and is_row_for(asked, entry.profile.statement)]
    ordered = list(entries)
    for row in reversed(rows):
        ordered.remove(row)
        first = next((k for k, entry in enumerate(ordered) if _source(entry) == _source(row)), len(ordered))
        ordered.insert(first, row)
    return ordered


def _source(entry: Judged) -> str:
    return entry.profile.source.source_id


def ages_asked(text: str) -> tuple[Span, ...]:
    """The ages that a question is about: those in figures, else the stages of life that it names."""
    return _given(text) or bands_in(text) or stages_in(text)


def is_row_for(asked: str, statement: Statement) -> bool:
    """Whether a statement is the row of a table for the ages that some words ask about.

    Of a child a row must tell by one of its bounds: "under 70 years" holds a child of seven and speaks of adults.
    """
    given = ages_asked(asked)
    told = [span for span in ages_of_row(statement) if _meet([span], given)]
    minor = any(high <= _GROWN for _, high in given)
    return bool(given) and any(not minor or 0.0 < low < _GROWN or high <= _GROWN for low, high in told)


def _meet(told: Sequence[Span], spans: Sequence[Span]) -> bool:
    return not told or any(low <= high_asked and low_asked <= high for low, high in told for low_asked, high_asked in spans)


def _told(entry: Judged) -> tuple[Span, ...]:
    statement = entry.profile.statement
    if own := ages_of_row(statement) or ages_of_opening(statement.text):
        return own
    if own := stages_in(statement.text):
        return own
    above = (statement.lead_in, *reversed(statement.heading_path), entry.profile.source.title)
    return next((found for place in above if place and (found := ages_of_heading(place) or stages_in(place))), ())


@lru_cache(maxsize=16384)
def stages_in(text: str) -> tuple[Span, ...]:
    """The stages of life that a text names."""
    bare = _NO_PERSON.sub(" ", text)
    return tuple(span for span, words in _WORDS if words.search(bare))


def _given(text: str) -> tuple[Span, ...]:
    """The ages that a text gives in figures."""
    found = []
    for match in _OF_AGE.finditer(text):
        number = float(match["number"] or match["after"])
        unit = (match["unit"] or match["later"] or "y")[0].lower()
        if unit in _WEEKS and match["later"] and not _OF_BABY.search(match.group()):
            continue
        if unit in _WEEKS and number >= _BORN and _NEWBORN.search(match.group()):
            # Weeks since conception: a newborn all the same.
            continue
        found.append((number * YEARS[unit], (number + 1) * YEARS[unit] - 1e-6))
    return tuple(found)
