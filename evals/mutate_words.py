"""Words made wrong: a route, a denial, a strength, a hedge, a direction or a cause; a condition dropped, a detail added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.verify.conditional import find_conditions
from assistant.words.lexicon import Lexicon

_ROUTES = (
    (r"\b(?:subcutaneously|SC|s\.c\.|under the skin)\b", "orally"),
    (r"\b(?:intravenously|i\.v\.|(?<![Ss]tage )IV)\b", "subcutaneously"),
    (r"\b(?:into a vein|into the bloodstream)\b", "by mouth"),
)
_NEGATIONS = (
    (r"\b(?:does|did) not\s+", ""),
    (r"\bDo (?:not|NOT)\s+", ""),
    (r"\b(?:not|NOT)\s+", ""),
    (r"n't\b", ""),
    (r"\bAvoid\b", "Use"),
    (r"\bno (?!longer)(?=\w)", ""),
    (r"\b(should|must|may|might|can|will|would)\b", r"\1 not"),
    (r"\b(is|are|was|were)\b", r"\1 not"),
)
_STRENGTHS = (
    (r"\b(?:must be|is required|is mandatory|are required|has to be)\b", "may be considered"),
    (r"\bmust\b", "may"),
    (r"\bmandatory\b", "optional"),
    (r"\bshould be\b", "must always be"),
    (r"\bshould\b", "might"),
    (r"(?<!not )\b(?:is|are) (?:generally )?(?:recommended|preferred)\b", "may be considered"),
    (r"\b(?:may|might|can)(?: be considered)?\b", "must"),
    (r"\b(?:is|are) (?:an )?options?\b", "is the standard"),
)
_DETAILS = (
    " with food",
    " for six months",
    " twice daily",
    " in patients over 80 years",
    " under close kidney monitoring",
    " in an outpatient clinic",
)
_HEDGES = (
    (r"\b(?:may|might|can|could) (?=be\b)", "will always "),
    (r"\b(?:may|might)\b", "will"),
    (r"\b(?:usually|often|sometimes|commonly|typically|generally)\b", "always"),
    (r"\bvery unlikely\b", "likely"),
    (r"\bsome\b", "all"),
)
_OPPOSITES = (
    ("superior", "inferior"),
    ("longer", "shorter"),
    ("before", "after"),
    ("after", "before"),
    ("more effective", "less effective"),
    ("more likely", "less likely"),
    ("less likely", "more likely"),
    ("higher", "lower"),
    ("increase", "decrease"),
    ("increased", "decreased"),
    ("reduction", "increase"),
    ("reduced", "increased"),
    ("improve", "worsen"),
    ("improved", "worsened"),
    ("prolong", "shorten"),
    ("delay", "speed up"),
    ("better", "worse"),
    ("favorable", "unfavorable"),
    ("early", "late"),
    ("continue", "stop"),
    ("shrink", "enlarge"),
    ("minimize", "increase"),
    ("rapidly", "slowly"),
    ("beyond", "within"),
)
# "Even if X" and "above all when X" limit nothing, and what is left of a sentence without its verb states nothing.
_NO_LIMIT = re.compile(r"\b(?:even|particularly|especially|above\s+all)\s*$", re.IGNORECASE)
_FEWEST_WORDS = 4
_BECAUSE = re.compile(r"\b(?:because of|due to|because|to prevent|to minimi[sz]e)\s+(?=\w)([^,.;()]*)")


def _first(claim: str, rewrites: Sequence[tuple[str, str]]) -> Iterator[str]:
    for pattern, new in rewrites:
        if re.search(pattern, claim):
            yield re.sub(pattern, new, claim, count=1)
            return


def route(claim: str, _: Lexicon) -> Iterator[str]:
    """Another way into the body."""
    return _first(claim, _ROUTES)


def negation(claim: str, _: Lexicon) -> Iterator[str]:
    """A denial taken away or put in."""
    return _first(claim, _NEGATIONS)


def strength(claim: str, _: Lexicon) -> Iterator[str]:
    """Recommended more or less strongly."""
    return _first(claim, _STRENGTHS)


def hedge(claim: str, _: Lexicon) -> Iterator[str]:
    """A hedge turned into certainty."""
    return _first(claim, _HEDGES)


def condition(claim: str, _: Lexicon) -> Iterator[str]:
    """A condition left out: unless, if, after …, in patients who."""
    for found in find_conditions(claim):
        if found.kind in {"unless", "if", "after", "people", "bracket", "without"} and claim[: found.start].strip():
            rest = (claim[: found.start] + claim[found.end :]).replace("()", "")
            if not _NO_LIMIT.search(claim[: found.start]) and len(rest.split()) >= _FEWEST_WORDS:
                yield re.sub(r"[\s,]+([.,;)])", r"\1", rest).strip(" ,")


def detail(claim: str, _: Lexicon) -> Iterator[str]:
    """Something added that nobody said."""
    yield f"{claim.rstrip('. ')}{_DETAILS[len(claim) % len(_DETAILS)]}."


def direction(claim: str, _: Lexicon) -> Iterator[str]:
    """The opposite end of an axis."""
    for old, new in _OPPOSITES:
        match = re.search(rf"\b{old}\b", claim, re.IGNORECASE)
        if match:
            yield claim[: match.start()] + new + claim[match.end() :]


def cause(claim: str, _: Lexicon) -> Iterator[str]:
    """Another cause, or one where the claim gives none."""
    match = _BECAUSE.search(claim)
    if match:
        yield claim[: match.start(1)] + "lower costs" + claim[match.end(1) :]
    yield f"{claim.rstrip('. ')} because it costs less."
