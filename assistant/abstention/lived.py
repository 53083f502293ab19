"""A question how long people live on a class of medicines and the nearest statements in, the class of which none tells that out.

That people may live for years is said of the illness; how long they do on a treatment is another matter. Pure.
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
_ENDPOINT, _CLASS = frozenset({"endpoint"}), frozenset({"drug class"})


def missing_life(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """The class on which it is asked how long people live, if no statement tells a length of time of it."""
    life = of_kinds(asked.focus, _ENDPOINT, lexicon=lexicon)
    classes = of_kinds(asked.focus, _CLASS, lexicon=lexicon)
    if (
        asked.yes_no
        or not life
        or not classes
        or not _LIVES.search(asked.sentence)
        or not asked.intents & {Intent.DURATION, Intent.FIGURE}
    ):
        return ""
    timed = (one for one in profiles if any(q.kind == "duration" for q in find_quantities(one.statement.text)))
    told = (profile.concepts for profile in timed if _is_told_of(life, profile, lexicon=lexicon))
    given = any(names_all(classes, things, lexicon=lexicon) for things in told)
    return "" if given else called(asked, life | classes, lexicon=lexicon)


def _is_told_of(endpoints: frozenset[str], profile: Profile, *, lexicon: Lexicon) -> bool:
    """Whether a statement speaks of an endpoint, or of one next of kin."""
    kin = frozenset().union(*(lexicon.ancestors(c) for c in endpoints)) | endpoints
    return any(c in kin or lexicon.ancestors(c) & kin for c in profile.concepts)
