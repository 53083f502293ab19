"""A question in, the outcomes that it tells as what has come about already out: no effect that is asked of a medicine. Pure.

"Progression on drug A: drug B next?" asks nothing about progression with drug B, and "time to progression on drug A" does.
"""

from __future__ import annotations

import re

from assistant.answers import Intent
from assistant.question.asked import Asked
from assistant.words.lexicon import Lexicon

_OUTCOME = "endpoint"
_MEASURED = frozenset({Intent.FIGURE, Intent.DURATION, Intent.COMPARISON})
_EVENT = re.compile(
    r"(?:disease |tumou?r |good |partial |complete )?(?:progress(?:ion|ed|es)?|relapsed?|recurrence|response|"
    r"progresión|recaída|recidiva|respuesta)",
    re.IGNORECASE,
)
"""What comes about on a day; how often or how long is measured of other outcomes."""
_STARTS = re.compile(r"(?:^|[.;:?!]\s*)(?:first |further |early |recent |documented )?$", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:after|following|upon|at|since|beyond|despite|tras)\s+(?:(?:the|a|first|further|early|recent|documented|la|una)\s+){0,2}$",
    re.IGNORECASE,
)
_ON = re.compile(r"\s+(?:on|under|during|after|despite|while|with|to|con|bajo|durante|tras)\b", re.IGNORECASE)
_CAME_AFTER = re.compile(r"\b(?:after|following|upon|tras)\s+(?:[\w/+-]+\s+){0,2}[\w/+-]+\s+$", re.IGNORECASE)
"""What came about with what is named between ("after drug A progression")."""
_ENDS = re.compile(r"\s*(?:[,.;:?!)—–-]|$)")


def told_outcomes(asked: Asked, *, lexicon: Lexicon) -> frozenset[str]:
    """The ids of the outcomes that the question tells as its setting wherever it names them; none where it asks for a measure."""
    told: set[str] = set()
    left: set[str] = set()
    if not asked.intents.isdisjoint(_MEASURED):
        return frozenset()
    for mention in lexicon.mentions(asked.text, typed=True):
        if mention.concept.kind == _OUTCOME:
            is_event = _EVENT.fullmatch(asked.text, mention.start, mention.end) is not None
            is_told = is_event and _is_told(asked.text[: mention.start], asked.text[mention.end :])
            (told if is_told else left).add(mention.concept.concept_id)
    return frozenset(told - left)


def _is_told(before: str, after: str) -> bool:
    if _WHEN.search(before) or (_STARTS.search(before) and _ON.match(after)):
        return True
    return _CAME_AFTER.search(before) is not None and _ENDS.match(after) is not None
