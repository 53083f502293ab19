"""Before and during a treatment, told by its start and its course → in the words of the cited statement. Pure.

"Before the drug is begun and again while she is on it" says "before treatment and during treatment". Only the first dose is the
start: "before each infusion" stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Evidence

_GIVEN = r"(?:infusions?|doses?|injections?|tablets?|cycles?|courses?|treatments?|administrations?)"
_THING = (
    r"(?:the\s+|this\s+|that\s+|her\s+|his\s+|your\s+|their\s+)?"
    r"(?P<thing>(?!it\b|they\b|the\b)[\w/-]+(?:\s+(?!(?:is|are|was|has)\b)[\w/-]+){0,3}?)"
)
_BEGUN = r"(?:started|begun|initiated|commenced|introduced|given\s+for\s+the\s+first\s+time|first\s+given|launched)"
_GENERAL = frozenset("drug drugs medicine medicines medication treatment therapy agent it infusion infusions".split())
_BEFORE = re.compile(r"\b(?:before|prior\s+to)\b", re.IGNORECASE)
_BEFOREHAND = re.compile(r"\b(?:before|prior|ahead)\b", re.IGNORECASE)
_DURING = re.compile(r"\b(?:during|throughout)\b", re.IGNORECASE)
_FIRST_DOSE = re.compile(r"\bfirst\s+" + _GIVEN, re.IGNORECASE)
# "Before the drug is begun", "ahead of starting it"
_STARTS = re.compile(
    rf"\b(?:before|ahead\s+of|prior\s+to)\s+{_THING}\s+(?:is|are|has\s+been|have\s+been)\s+{_BEGUN}\b", re.IGNORECASE
)
_STARTING = re.compile(
    r"\b(?:before|ahead\s+of|prior\s+to)\s+(?:starting|beginning|initiating|the\s+(?:start|beginning|initiation)\s+of)\s+(?P<thing>treatment|therapy|it|the\s+drug)\b",
    re.IGNORECASE,
)
_BEFORE_FIRST = re.compile(
    rf"\b(?:before|ahead\s+of|prior\s+to)\s+(?:the\s+|her\s+|his\s+|your\s+)?(?:very\s+)?first\s+{_GIVEN}\b", re.IGNORECASE
)
# "While she is on it", "for as long as the drug runs"
_ON_IT = re.compile(
    r"\b(?:while|whilst|(?:for\s+)?as\s+long\s+as|(?:throughout\s+|all\s+)the\s+time\s+(?:that\s+)?)\s*(?:she|he|they|you|somebody|someone|the\s+(?:patient|child|person|woman|man)|patients|people)\s+(?:is|are|stays?|remains?)\s+"
    r"(?:still\s+)?(?:on|taking|having|receiving|being\s+given)\s+(?:the\s+)?(?P<thing>[\w/-]+)\b",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"\b(?:(?:for\s+)?as\s+long\s+as|while|whilst)\s+(?P<thing>[\w/-]+(?:\s+[\w/-]+)?)\s+(?:runs|lasts|continues|goes\s+on|is\s+(?:running|continued|continuing|under\s*way|ongoing))\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\band\s+(?:then\s+)?again\s+(?=(?:during|throughout|while)\b)", re.IGNORECASE)


def begun(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such times as the cited words name them, where these say "before" and "during"."""
    if not _BEFOREHAND.search(claim):
        return claim
    said = " ".join(piece.text for piece in evidence)
    if not (_BEFORE.search(said) and _DURING.search(said)):
        return claim
    text = _RUNS.sub(_during, _ON_IT.sub(_during, claim))
    if text == claim and not _DURING.search(claim):
        return claim
    text = _STARTING.sub("before treatment", _STARTS.sub(_before, text))
    if not _FIRST_DOSE.search(said):
        text = _BEFORE_FIRST.sub("before treatment", text)
    return _WHOLE.sub("and ", text)


def _before(found: re.Match[str]) -> str:
    return f"before {_named(found['thing'])}"


def _during(found: re.Match[str]) -> str:
    return f"during {_named(found['thing'])}"


def _named(thing: str) -> str:
    """The drug by its name, "treatment" for what only takes it up."""
    return "treatment" if thing.lower().split()[-1] in _GENERAL else thing
