"""What a line of a list may fail for together with what stands above the list. Pure."""

from __future__ import annotations

import re

from assistant.answers import ReasonCode
from assistant.concepts import TREATMENTS
from assistant.headed import is_sentence, leads_to_list, opening_of, subject_of
from assistant.lexicon import Lexicon

_CODES = ReasonCode
_ALL = frozenset((_CODES.POPULATION, _CODES.NEGATION, _CODES.STRENGTH, _CODES.NAME, _CODES.NUMBER, _CODES.UNIT, _CODES.DIRECTION))
_WHAT = frozenset((_CODES.NAME, _CODES.NUMBER, _CODES.UNIT))
_CASE = frozenset((_CODES.POPULATION,))
_NAMES = TREATMENTS | {"test"}
_STATES = re.compile(r"[^:]{12,}[.!]\s*$")
_PAIR = 2


def decisive(lead_in: str, line: str, lexicon: Lexicon | None, *, announced: bool) -> frozenset[ReasonCode]:
    """What the words with their lead-in may fail for: all that a line needs its lead-in for, and always whom it is about.

    A bullet that is a statement of its own lends those below it its case and nothing else; so does what only announces a
    list, for lines that are sentences and name what they speak of.
    """
    if _STATES.search(lead_in):
        return _CASE
    if not is_sentence(line) or not (announced or leads_to_list(lead_in)):
        return _ALL
    named = _kinds_in(lead_in, lexicon)
    alone = _NAMES & {*_kinds_in(subject_of(line), lexicon), *_kinds_in(opening_of(line), lexicon)}
    picked = _NAMES & {*_kinds_in(line, lexicon)} and len([kind for kind in named if kind in TREATMENTS]) >= _PAIR
    if not announced:
        return _ALL - _WHAT if alone else _ALL
    return _CASE if alone or picked or not named else _ALL


def names_treatment(lead_in: str, lexicon: Lexicon | None) -> bool:
    """True for a lead-in that names something that is given: each line below tells of that."""
    return not TREATMENTS.isdisjoint(_kinds_in(lead_in, lexicon))


def _kinds_in(text: str, lexicon: Lexicon | None) -> list[str]:
    """The kinds of the things that the text names."""
    return [named.concept.kind for named in lexicon.mentions(text)] if lexicon is not None else []
