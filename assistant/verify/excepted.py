"""What the statement makes the condition may not become the claim's exception: "X if Y" is never "X unless Y". Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.conditional import Condition, find_conditions
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_SUPPOSING = frozenset(("if", "after", "people", "whose", "bracket", "phase"))
_EXCEPTING = frozenset(("unless", "without", "until"))

# Words by which a statement may set a case apart without an "unless".
_LIMITED = re.compile(
    r"\b(?:only|either|except\w*|exclud\w+|but|save|other\s+than|apart|if|when|where|until|unless|without|no|not|never|others?|contra\w+|otherwise|most|often|usually)\b"
    r"|n't\b|[<>≥≤]",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for an exception of which the statement makes a condition, where neither text denies anything besides."""
    del lexicon
    claim, statement = match.claim, match.ground.statement
    exceptions = [one for one in find_conditions(claim.text) if one.kind == "unless"]
    if not exceptions or statement.negators or len(claim.negators) > len(exceptions):
        return ()
    theirs = find_conditions(statement.text)
    if any(one.kind in _EXCEPTING for one in theirs):
        return ()
    if not theirs and not _LIMITED.search(f"{statement.text} {match.ground.context.text} {match.ground.neighbours.text}"):
        words = claim.text[exceptions[0].start : exceptions[0].end].strip()
        return (Reason(code=ReasonCode.POPULATION, detail=f"the cited words make no exception (“{words}”)"),)
    for exception in exceptions:
        said = [match.links[index] for index in _inside(match, exception) if match.links[index]]
        supposed = {
            index
            for one in theirs
            if one.kind in _SUPPOSING
            for index, term in enumerate(match.ground.terms)
            if one.start <= term.start < one.end
        }
        if said and all(supposed.intersection(links) for links in said):
            words = claim.text[exception.start : exception.end].strip()
            return (Reason(code=ReasonCode.POPULATION, detail=f"the claim makes the exception “{words}” of the condition"),)
    return ()


def _inside(match: Match, condition: Condition) -> list[int]:
    """The claim's words of content within a condition."""
    return [index for index in match.claim.content() if condition.start <= match.claim.terms[index].start < condition.end]
