"""A question what helps against a harm and the statements nearest to it in, the harm for which none says so out. Pure.

That a harm is common with a treatment is no answer to what may be taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import NARROWER, concept_match
from assistant.words.lexicon import Lexicon

_EFFECT = "side effect"
_ASKS = re.compile(
    r"\b(?:what|which|how|anything|something|is\s+there|qu[eé]|c[oó]mo|hay\s+algo|algo)\b[^.;?!]*\b(?:"
    r"(?:takes?|gives?|given|uses?|used|do|does|done|prescribed?|helps?|works?|good|anything|something|there|"
    r"tomar\w*|dar\w*|da|hacer|sirve|va\s+bien|hay|algo)\s+(?:\w+\s+){0,2}?(?:for|about|against|with|para|contra)|"
    r"treat|manage|relieve|ease|control|stop|help|tratar|aliviar|quitar|controlar)\s+"
    r"(?:(?:the|her|his|my|their|these|those|such|bad|really|las?|los|el|sus?|mis?)\s+){0,2}$",
    re.IGNORECASE,
)
_TREATS = re.compile(
    r"\b(?:treat\w*|reliev\w*|manag\w*|help\w*|eas(?:e|es|ing)|prevent\w*|control\w*|palliat\w*|medic\w+|"
    r"trat\w+|alivi\w+|ayud\w+|preven\w+|evit\w+|paliati\w+|premedic\w+)\b",
    re.IGNORECASE,
)


def missing_remedy(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """The harm against which something is asked for, if it is told of, and no statement tells of treating it; else ""."""
    harms = [
        m.concept
        for m in lexicon.mentions(asked.sentence, typed=True)
        if m.concept.kind == _EFFECT and m.concept.parents and _ASKS.search(asked.sentence[: m.start])
    ]
    for harm in harms:
        told = [p for p in profiles if concept_match(harm.concept_id, p.concepts, lexicon=lexicon) >= NARROWER]
        # What helps against pain helps against a bone's.
        wider = [p for p in profiles if any(c in harm.name.split() for c in _effects(p, lexicon=lexicon))]
        if told and not any(_TREATS.search(p.statement.text) for p in (*told, *wider)):
            return harm.called(asked.language)
    return ""


def _effects(profile: Profile, *, lexicon: Lexicon) -> list[str]:
    """The names of the harms that a statement names."""
    named = (lexicon.concepts[c] for c in profile.concepts if c in lexicon.concepts)
    return [one.name for one in named if one.kind == _EFFECT]
