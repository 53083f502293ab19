"""A question how long people live on a class of medicines, or with a kind of the illness, and the nearest statements in.

Out comes the class or kind of which none tells that: that people may live for years is said of the illness at large; how long
they do on a treatment, or with one kind of it, is another matter. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.abstention.comparisons import called, of_kinds
from assistant.answers import Intent
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import names_all
from assistant.verify.quantities import find_quantities
from assistant.words.lexicon import Lexicon

_LIVES = re.compile(
    r"\b(?:liv(?:e|es|ed|ing)|surviv\w+|alive|last|outlook|prognosis|vivi\w+|vive\w*|sobreviv\w+|superviv\w+)\b", re.IGNORECASE
)
# "How long do people with X live?": how long a life is asked for, though its words stand apart.
_HOW_LONG = re.compile(
    r"\b(?:how\s+(?:long|many\s+(?:years|months))\s+(?:do|does|can|could|will|would|might|did)\b[^?.,;]*\b(?:live|survive)|"
    r"cu[aá]nto(?:\s+tiempo)?\s+(?:suelen\s+)?viv\w+)\b",
    re.IGNORECASE,
)
_LONGER = re.compile(r"\b(?:longer|more\s+time|m[aá]s\s+tiempo)\b", re.IGNORECASE)
_STAGE_AXIS = "stage"
_ENDPOINT, _CLASS = frozenset({"endpoint"}), frozenset({"drug class"})


def missing_life(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """The class on which, or the kind of illness with which, people live how long is asked, if no statement tells it of that."""
    life = of_kinds(asked.focus, _ENDPOINT, lexicon=lexicon)
    classes = of_kinds(asked.focus, _CLASS, lexicon=lexicon)
    people = frozenset(p for p in asked.population if lexicon.concepts[p].axis not in {None, _STAGE_AXIS})
    if (
        asked.yes_no
        or not (life or _HOW_LONG.search(asked.sentence))
        or not (classes or people)
        or not _LIVES.search(asked.sentence)
        or not (asked.intents & {Intent.DURATION, Intent.FIGURE} or _HOW_LONG.search(asked.sentence))
    ):
        return ""
    timed = (one for one in profiles if any(q.kind == "duration" for q in find_quantities(one.statement.text)))
    if _LONGER.search(asked.sentence):
        return ""
    told = [profile for profile in timed if _is_told_of(life, profile, lexicon=lexicon)]
    given = any(
        names_all(classes, one.concepts, lexicon=lexicon) and (classes or people <= one.population | one.population_above)
        for one in told
    )
    return "" if given else called(asked, life | (classes or people), lexicon=lexicon)


def _is_told_of(endpoints: frozenset[str], profile: Profile, *, lexicon: Lexicon) -> bool:
    """Whether a statement speaks of an endpoint, or of one next of kin."""
    kin = frozenset().union(*(lexicon.ancestors(c) for c in endpoints)) | endpoints
    return any(c in kin or lexicon.ancestors(c) & kin for c in profile.concepts)
