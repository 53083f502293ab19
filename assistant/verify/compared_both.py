"""Which of two compared the cited words set above the other, where the claim names both and then the better one. Pure.

"A and B have been compared, and the first attack came later with B" turns round "A delays the first attack compared with B".
"""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.comparison import comparison_of, is_given
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.meaning import says
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

# "A and B have been compared", "compared with", "of A and B", "between A and B"
_BOTH = re.compile(
    r"\b(?:compar\w+|head\s+to\s+head|of\s+the\s+two|set\s+beside|against\s+each\s+other|between)\b", re.IGNORECASE
)
# What makes more of the same effect, and with which of both.
_MORE_WITH = re.compile(
    r"\b(?:longer|further|later|more|better|greater|larger|stronger)\b(?:\s+(?!(?:than|not|less)\b)[\w-]+){0,3}?"
    r"\s+(?:with|on|under|after|by|from|for)\s+(?:the\s+)?(?=\w)",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\bcompared\s+(?:with|to)\b", re.IGNORECASE)
# Whatever turns a comparison or says what is worse leaves it to the other checks.
_TURNS = re.compile(
    r"\b(?:not|never|no|neither|nor|less|fewer|lower|worse|inferior|shorter|smaller|weaker|without|than|similar\w*|equal\w*|same|increas\w*|fail\w*"
    r"|reduc\w*|decreas\w*|shorten\w*|worsen\w*|but|although|though|while|whereas)\b|n['’]t\b",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a claim that names both sides and lends the effect to what the statement compares with."""
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    found = _MORE_WITH.search(claim)
    theirs = comparison_of(match.ground.statement)
    if found is None or theirs is None or not _BOTH.search(claim) or not _COMPARED.search(theirs.cue.text):
        return ()
    if _TURNS.search(claim) or _TURNS.search(statement):
        return ()
    named = [term for term in match.claim.terms if is_given(term)]
    better = next((term for term in named if term.start >= found.end()), None)
    if better is None or better.start > found.end() or match.claim.text[better.end :].lstrip().startswith(("and ", "or ")):
        return ()
    lower = _on(better, theirs.right, lexicon) and not _on(better, theirs.left, lexicon)
    if not lower or not any(_on(term, theirs.left, lexicon) for term in named):
        return ()
    return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words set the other above “{better.text}”"),)


def _on(one: Term, side: tuple[Term, ...], lexicon: Lexicon) -> bool:
    return any(is_given(other) and (says(one, other, lexicon) or says(other, one, lexicon)) for other in side)
