"""What a line of a list may fail for together with what stands above the list. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answers import Evidence, ReasonCode
from assistant.citation.headed import is_sentence, leads_to_list, opening_of, subject_of
from assistant.citation.instructions import states_no_fact
from assistant.verify.conditional import find_conditions, group_of
from assistant.verify.labels import labels_only
from assistant.verify.lines import find_lines
from assistant.words.concepts import GIVEN, TREATMENTS
from assistant.words.lexicon import Lexicon

_CODES = ReasonCode
_ALL = frozenset((_CODES.POPULATION, _CODES.NEGATION, _CODES.STRENGTH, _CODES.NAME, _CODES.NUMBER, _CODES.UNIT, _CODES.DIRECTION))
_WHAT = frozenset((_CODES.NAME, _CODES.NUMBER, _CODES.UNIT))
_CASE = frozenset((_CODES.POPULATION,))
_NAMES = TREATMENTS | {"test"}
_STATES = re.compile(r"[^:]{12,}[.!]\s*$")
_PAIR = 2
# "First line:", "Second-line treatment": when in the course of the disease something is given, and nothing else.
_LINE = re.compile(
    r"\W*(?:the\s+)?(?:[1-4]l|(?:first|second|third|later|next|1st|2nd|3rd)[\s-]*lines?)(?:\s+(?:treatments?|therap(?:y|ies)|options?|choices?"
    r"|regimens?|by\s+\w+))*\W*",
    re.IGNORECASE,
)
_LABEL = 4
_TAKES_UP = re.compile(
    r"\b(?:it|its|they|them|their|this|these|that|those|such|both|each|either|neither|one|ones|same|here|there|then)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"(?:the|a|an|another|some|any|all|no)\s", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:1l|first|1st)\b", re.IGNORECASE)
_STANDARD = re.compile(r"\b(?:standard|mainstay|cornerstone)\b(?!\s+doses?\b)", re.IGNORECASE)
_GIVEN = re.compile(
    r"\b(?:treat\w*|therap(?:y|ies)|drugs?|medicines?|regimens?|given|give|offer\w*|us(?:e|ed|ing)|start\w*|switch\w*|add(?:ed|ing)?|surgery|options?)\b",
    re.IGNORECASE,
)
# "A is needed before treatment with B": that goes before B in whatever line it is given.
_NEEDED = re.compile(
    r"\b(?:needs?|requires?|required|must|should|mandatory|necessary|obligatory|essential)\b.*\b(?:before|prior\s+to|ahead\s+of|during)\s"
    r".*\b(?:treatment|therapy|regimen|starting|started|starts|beginning|begins|begun|given|dose|infusion)\b",
    re.IGNORECASE,
)


def decisive(
    lead_in: str, line: str, evidence: Iterable[Evidence], lexicon: Lexicon | None, *, announced: bool
) -> frozenset[ReasonCode]:
    """What the words with their lead-in may fail for: all that a line needs its lead-in for, and always whom it is about.

    A bullet that is a statement of its own lends those below it its case, unless they name their own, and nothing else; so does
    what only announces a list, for lines that are sentences and name what they speak of. "Safety" lends a sentence nothing.
    """
    if prepares(lead_in, line) or (is_sentence(line) and labels_only(lead_in)):
        return frozenset()
    if _STATES.search(lead_in):
        return frozenset() if "population" in _kinds_in(line, lexicon) else _CASE
    if not is_sentence(line) or not (announced or leads_to_list(lead_in)):
        return _ALL - _WHAT if _names_its_own(lead_in, line, evidence, lexicon) else _ALL
    named = _kinds_in(lead_in, lexicon)
    spoken_of = (subject_of(line), opening_of(line), line.partition(": ")[0] if ": " in line else "")
    drugs = any(names_treatment(f"{piece.lead_in} {piece.text}", lexicon) for piece in evidence)
    alone = (_NAMES if drugs else _NAMES | GIVEN) & {kind for text in spoken_of for kind in _kinds_in(text, lexicon)}
    picked = _NAMES & {*_kinds_in(line, lexicon)} and len([kind for kind in named if kind in TREATMENTS]) >= _PAIR
    if not announced:
        return _ALL - _WHAT if alone else _ALL
    if not (alone or picked or not named):
        return _ALL
    return _CASE | {_CODES.NEGATION} if find_conditions(lead_in) else _CASE


def _names_its_own(label: str, line: str, evidence: Iterable[Evidence], lexicon: Lexicon | None) -> bool:
    """True for a sentence below a mere label that needs none of its names: it opens with what it speaks of, and takes up nothing.

    That is a treatment or test of its own below a label that names no treatment, or anything where neither the line nor the
    cited words name one.
    """
    subject = subject_of(line)
    if len(label.split()) > _LABEL or is_sentence(label) or find_conditions(label) or group_of(label) is not None:
        return False
    if not subject or not is_sentence(line) or _TAKES_UP.search(line) or _DEFINITE.match(line):
        return False
    own = TREATMENTS.isdisjoint(_kinds_in(label, lexicon)) and not _NAMES.isdisjoint(_kinds_in(subject, lexicon))
    told = (line, *(f"{piece.lead_in} {piece.text}" for piece in evidence))
    return own or all(TREATMENTS.isdisjoint(_kinds_in(text, lexicon)) and not _GIVEN.search(text) for text in told)


def prepares(label: str, line: str) -> bool:
    """True for a line on what is needed before or during a treatment, where the label tells no more than a line of therapy."""
    return _LINE.fullmatch(label) is not None and _NEEDED.search(line) is not None


def _of_any_line(heading: str, line: str, evidence: Iterable[Evidence], lexicon: Lexicon | None) -> bool:
    """True where a heading tells no more than a line of therapy, and the line below holds in any.

    So does what is needed before or during a treatment and, where the cited words name no line, what names nothing that is given
    ("70% of patients have X") and, below "First line", what is standard.
    """
    if prepares(heading, line):
        return True
    if _LINE.fullmatch(heading) is None or any(find_lines(f"{piece.lead_in} {piece.text}") for piece in evidence):
        return False
    given = any(kind in TREATMENTS for kind in _kinds_in(line, lexicon)) or _GIVEN.search(line) is not None
    return not given or (_FIRST.search(heading) is not None and _STANDARD.search(line) is not None)


def limits(heading: str, line: str, evidence: Iterable[Evidence], lexicon: Lexicon | None) -> bool:
    """True for a heading that may tell of whom or when the line below holds; "Mestor in practice" only names a topic."""
    if not heading or states_no_fact(heading) or _of_any_line(heading, line, evidence, lexicon):
        return False
    kinds = _kinds_in(heading, lexicon)
    only_given = kinds and all(kind in _NAMES for kind in kinds)
    return not only_given or bool(find_conditions(heading)) or group_of(heading) is not None or _LINE.search(heading) is not None


def names_treatment(lead_in: str, lexicon: Lexicon | None) -> bool:
    """True for a lead-in that names something that is given: each line below tells of that."""
    return not TREATMENTS.isdisjoint(_kinds_in(lead_in, lexicon))


def _kinds_in(text: str, lexicon: Lexicon | None) -> list[str]:
    """The kinds of the things that the text names."""
    return [named.concept.kind for named in lexicon.mentions(text)] if lexicon is not None else []
