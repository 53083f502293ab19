"""That a treatment is used up once the disease has grown on it, as a question takes for granted, and what tells to go on. Pure.

"It grew on X, so X is finished with. Which Y now?": the question asks for Y, and is answered with Y, unless what is near to its
first half is looked at by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.premises.at_odds_said import treatments_in
from assistant.premises.premise import Denial
from assistant.question.asked import Asked
from assistant.question.assertions import assertions
from assistant.retrieval.signals import SAME, WIDER, Judged, concept_match
from assistant.words.lexicon import Lexicon

_FOREMOST = 5
_USED_UP = re.compile(
    r"\b(?:is|are|was|were)\s+(?:now\s+|all\s+)?(?:finished|done|over|closed|exhausted|used\s+up|spent|off\s+the\s+table|pointless|useless|"
    r"futile|no\s+(?:longer\s+)?(?:use|good|help|option)|out\s+of\s+the\s+question)\b|\bno\s+longer\s+(?:any\s+|an?\s+)?(?:use|option|point)|"
    r"\bno\s+point\s+in\b|\b(?:ya\s+)?no\s+sirven?\b|\bse\s+acab\w+|\b(?:est[aá]n?|quedan?)\s+(?:descartad|agotad|terminad|acabad)\w+",
    re.IGNORECASE,
)
_GROWN = re.compile(
    r"\b(?:progress\w*|PD|grew|grown|growing|grows|relaps\w*|fail\w*|worse|(?:stopped|no\s+longer)\s+(?:work\w*|respond\w*)|"
    r"progres\w+|crec\w+|empeor\w+|recaíd\w+|fall\w+)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^continue\b|[;:,]\s*continue\b|\b(?:do|should)\s+not\s+(?:be\s+)?(?:discontinue|stop)\w*|^contin[uú]\w+|[;:,]\s*contin[uú]\w+|"
    r"\bno\s+(?:suspend|interrump|deje)\w*",
    re.IGNORECASE,
)


def find_used_up(asked: Asked, find: Callable[[str], Sequence[Judged]], *, lexicon: Lexicon) -> Denial | None:
    """The clause that calls a treatment used up after it failed, and the statement that tells to go on with it or its kind.

    ``find`` gives the statements nearest to a text.
    """
    if not _GROWN.search(asked.text):
        return None
    for clause in assertions(asked.text):
        given = treatments_in(clause, lexicon)
        if not given or not _USED_UP.search(clause):
            continue
        # What it grew on is told before: by itself the clause is near to whatever is said of the treatment.
        told = asked.text[: asked.text.find(clause) + len(clause)]
        for entry in (*find(clause)[:_FOREMOST], *find(told)[:_FOREMOST]):
            profile = entry.profile
            goes_on = _GOES_ON.search(profile.statement.text) and _GROWN.search(profile.statement.text)
            if goes_on and all(concept_match(c, profile.concepts, lexicon=lexicon) in {SAME, WIDER} for c in given):
                return Denial(claimed=clause, statement_id=profile.statement.statement_id)
    return None
