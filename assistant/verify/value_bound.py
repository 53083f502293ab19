"""What is done at a value isn't told without it: "stop it at a pulse below 50" isn't "stop it". Pure.

Conditions that a verb or "if" opens are seen to elsewhere; these hang on a mere "in", "at", "with" or "on".
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.verify.stretches import stretches
from assistant.words.lexicon import Lexicon

_BOUND = re.compile(
    r"\b(?:in|at|with|on)\s+(?:(?!\b(?:doses?|dosages?|aged?|ages?|years?|weeks?|months?|days?|hours?)\b)[\w-]+\s+){1,6}?(?:of\s+)?"
    r"(?:(?:below|above|under|over|less\s+than|more\s+than|at\s+least|[<>≤≥])\s*\d[\d.,]*"
    r"|\d[\d.,]*\s*(?:[\w%°/]+\s+)?or\s+(?:more|less|above|below|over|under|higher|lower))",
    re.IGNORECASE,
)
_END = re.compile(r"(?<=[^.\d])[.!?:](?=\s|$)|[;\n]")
_DONE = re.compile(r"\b(?:should|must|needs?|is|are|be)\b", re.IGNORECASE)
_SAYS_CASE = re.compile(
    r"\d|\b(?:if|when|where|once|depend\w*|below|above|under|over|low\w*|high\w*|threshold|limit)\b", re.IGNORECASE
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for an act that the claim tells without the value at which the statement has it done."""
    del lexicon
    bounds = _bounds(match.ground.statement)
    claim = match.claim
    if not bounds or claim.negators or _SAYS_CASE.search(fold(claim.text)):
        return ()
    links = [match.links[index] for index in claim.content() if match.links[index] and not claim.terms[index].has("strength")]
    terms = match.ground.terms
    for (begin, end), (start, stop) in bounds:
        inside = [link for one in links for link in one if begin <= terms[link].start < end]
        about = links and all(any(start <= terms[link].start < stop for link in one) for one in links)
        if about and not inside:
            words = match.ground.statement.text[begin:end]
            return (Reason(code=ReasonCode.POPULATION, detail=f"the claim leaves out “{words}”"),)
    return ()


@lru_cache(maxsize=1024)
def _bounds(statement: Scoped) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    """The places of such values, each with those of the sentence that says what is done there."""
    text = fold(statement.text)
    found = []
    for begin, end in stretches(text, _END):
        opening = next((term for term in statement.terms if term.start >= begin and not term.punctuation), None)
        done = opening is not None and (opening.has("imperatives") or _DONE.search(text, begin, end))
        found += [(bound.span(), (begin, end)) for bound in _BOUND.finditer(text, begin, end)] if done else []
    return tuple(found)
