"""Of one status of a marker the cited words speak, not of either: "X-negative" is not "whatever the X status". Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

ONE_STATUS = "the cited words say this of the one status"
_ANY = re.compile(
    r"\b(?:either|any|whatever|whichever|regardless\s+of|irrespective\s+of|no\s+matter(?:\s+what)?|independent(?:ly)?\s+of|both)\s+"
    r"(?:(?:the|their|its|your|her|his)\s+)?(?P<marker>[\w/]{2,}(?:[\s-]+[\w/]+){0,2}?)[\s-]+(?:status(?:es)?|state|result)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:either|any|whatever|whichever|regardless|irrespective|no\s+matter|independent\w*|both|all|status)\b", re.IGNORECASE
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "of either X status" where the statement says this of "X-negative" or "X-positive" only."""
    del lexicon
    found = _ANY.search(fold(match.claim.text))
    if found is None:
        return ()
    statement = fold(match.ground.statement.text)
    one = re.search(rf"\b{re.escape(found['marker'])}(?:-|\s)+(?P<sign>positive|negative)\b", statement, re.IGNORECASE)
    if one is None or _OPEN.search(statement):
        return ()
    other = "positive" if one["sign"].lower() == "negative" else "negative"
    rest = statement.replace(one[0], "")
    if re.search(rf"\b{other}\b", rest, re.IGNORECASE) and found["marker"].lower() in rest.lower():
        return ()
    return (Reason(code=ReasonCode.POPULATION, detail=f"{ONE_STATUS} “{one[0]}”, the claim of “{found[0]}”"),)
