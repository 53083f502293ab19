"""A question how many weeks before or after what something is done, and the nearest statements, in; what none of them times out.

How often a medicine is given tells nobody how long before an operation to leave it off. Such a question is answered by a
statement that gives a length of time on that side ("before", "after"), and that speaks of what is done before or after it. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import names_all
from assistant.verify.quantities import find_quantities
from assistant.words.lexicon import Lexicon

_AUXILIARY = r"(?:should|must|can|could|may|do|does|did|is|are|was|were|has|have|will|would|shall|to)"
_ASKS = re.compile(
    r"\bhow\s+(?:(?P<few>many\s+(?:hours|days|weeks|months|years))|long|soon)\s+"
    rf"(?:(?P<before>before|prior\s+to|ahead\s+of)|after)\b(?P<what>(?:\s+(?!{_AUXILIARY}\b)[\w'-]+){{0,5}}?)\s*(?:$|[?,;]|\b{_AUXILIARY}\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:before|prior|ahead|beforehand|pre-?\w*operative\w*)\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after\w*|following|within|since|once|post-?\w*operative\w*|every)\b", re.IGNORECASE)
_TIMES = frozenset({"interval", "duration"})
_UNTIL = re.compile(r"^\s+(?:i|we|you|he|she|it|they|the\s+next)\b", re.IGNORECASE)
_THINGS = frozenset({"drug", "drug class", "regimen", "test", "procedure", "care", "side effect"})


def missing_timing(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """The side on which a length of time is asked for, with what it is told from, if no statement gives one; else ""."""
    found = _ASKS.search(asked.sentence)
    # "How long before she feels it?" asks how long it takes.
    if found is None or _UNTIL.match(found["what"]) or (found["before"] and not (found["few"] or found["what"].strip())):
        return ""
    side = _BEFORE if found["before"] else _AFTER
    of = {c for c in lexicon.concepts_in(found["what"], typed=True) if lexicon.concepts[c].kind in _THINGS}
    of = of or ({c for c in asked.focus if lexicon.concepts[c].kind in _THINGS} if found["before"] else set())
    if not of:
        return ""
    given = (one for one in profiles if side.search(text := _read(one)) and _gives_time(text))
    return (
        "" if any(names_all(of, one.concepts | one.concepts_above, lexicon=lexicon) for one in given) else found[0].strip(" ?,;")
    )


def _read(profile: Profile) -> str:
    """A statement with what it stands under: there it may be told for when it is."""
    statement = profile.statement
    return " · ".join((*statement.heading_path, statement.lead_in, statement.text))


def _gives_time(text: str) -> bool:
    return any(one.kind in _TIMES for one in find_quantities(text))
