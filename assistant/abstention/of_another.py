"""A question and the nearest statement in, that it is said of another medicine or of another state of the patient out. Pure.

In a folder whose field no judge learned, "can edoxaban be crushed?" comes as near to what is said of crushed apixaban as its own
answer would, and "while breastfeeding" to what is said of pregnancy. Nothing of it goes for what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.abstention.unspoken import state_mentions, states_told
from assistant.question.asked import Asked
from assistant.question.focus import pattern
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import NARROWER, Judged, concept_match
from assistant.words.concepts import Concept
from assistant.words.families import relatives
from assistant.words.language import fold
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import stem

_DRUG = "drug"
# What asks for a medicine in the place of the one it names: there another's statement is the answer.
_IN_ITS_PLACE = re.compile(
    r"\b(?:instead|alternative\w*|replac\w+|substitut\w+|switch\w*|chang\w+|swap\w*|fail\w*|intoleran\w+|allerg\w+|antidote|revers\w+|"
    r"(?:not|n['’]?t|no|stop\w*) (?:\w+ )?(?:work\w*|help\w*|enough|tolerat\w*|suit\w*|available|possible|allowed)|"
    r"can(?:no|['’]?)t (?:have|take|use|tolerate|swallow)|which|en (?:lugar|vez)|alternativa\w*|cu[aá]l(?:es)?|"
    r"what (?:do|can|should|could|would|is|drug|medicine|tablet|treatment))\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:\b(?:not|never|\w+n['’]t|no|neither|nor|isnt|arent|sin)\s+(?:(?:currently|yet|been|be|est[aáé]n?)\s+)?|\bnon[- ]?)$",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(r"^\W*(?:outside(?: of)?|fuera del?)\s+(?:an?\s+|the\s+|la\s+)?(\w+)", re.IGNORECASE)


def is_said_of_another(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """Whether the statement is of another medicine, or of another state, than the question asks about."""
    return _is_of_another_drug(asked, profile, lexicon=lexicon) or _is_of_another_state(asked, profile, lexicon=lexicon)


def of_such_state(asked: Asked, judged: Sequence[Judged], *, lexicon: Lexicon) -> tuple[Judged, ...]:
    """The statements but for those that stand under, or open with, what denies the state that the question tells or supposes.

    What is first choice in "women who are not pregnant" is not told of a woman who is.
    """
    told = _states(asked.text, lexicon=lexicon, denied=False)
    return tuple(one for one in judged if not told or not _is_denied(told, one.profile, lexicon=lexicon))


def _is_denied(told: set[Concept], profile: Profile, *, lexicon: Lexicon) -> bool:
    statement = profile.statement
    above = (statement.lead_in, *statement.heading_path)
    if any(told & _states(place, lexicon=lexicon, denied=True) for place in above if place):
        return True
    outside = _OUTSIDE.match(statement.text)
    return outside is not None and any(_speaks_of(state.name, frozenset({stem(outside[1].lower())})) for state in told)


def _states(text: str, *, lexicon: Lexicon, denied: bool) -> set[Concept]:
    """What a text tells of a patient that changes every treatment; with ``denied`` what it says that somebody isn't."""
    mentions = state_mentions(text, lexicon=lexicon)
    return {m.concept for m in mentions if (_NOT.search(text[: m.start]) is not None) is denied}


def _is_of_another_drug(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """Whether the statement names medicines, and neither the asked one, nor stands under it, nor names its class."""
    drugs = frozenset(c for c in asked.focus if lexicon.concepts[c].kind == _DRUG)
    sentence = asked.sentence or asked.text
    if not drugs or _IN_ITS_PLACE.search(sentence) or pattern("something_else").search(fold(sentence)):
        return False
    things = profile.concepts | profile.concepts_above
    if any(concept_match(c, things, lexicon=lexicon) >= NARROWER for c in drugs):
        return False
    classes = frozenset().union(*(lexicon.ancestors(c) for c in drugs))
    return classes.isdisjoint(profile.concepts) and any(lexicon.concepts[c].kind == _DRUG for c in profile.concepts)


def _is_of_another_state(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """Whether the statement speaks of another state than the one told: of pregnancy, where somebody breastfeeds."""
    told = states_told(asked.text, lexicon=lexicon)
    if not told or any(_speaks_of(state.name, profile.stems | profile.stems_above) for state in told):
        return False
    axes = {state.axis for state in told}
    others = (one for one in lexicon.concepts.values() if one.axis in axes and one not in told)
    return any(_speaks_of(other.name, profile.stems) for other in others)


def _speaks_of(name: str, stems: frozenset[str]) -> bool:
    return any(stem(one) in stems for one in (name, *relatives(name)))
