"""How far apart a claim says that things come → the cited words' interval: "three weeks apart" is "every three weeks". Pure.

Only beside cited words that state this very interval: two doses that must lie six months apart are not one every six months.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Evidence
from assistant.verify.bounds import bound_of
from assistant.verify.caseless import small
from assistant.verify.number_patterns import RANGE, TIME
from assistant.verify.numerals import NUMBER
from assistant.verify.quantities import Quantity, find_quantities

_SPAN = rf"(?P<low>{NUMBER})(?:{RANGE}(?P<high>{NUMBER}))?\s*-?\s*(?P<unit>{TIME})"
_GIVEN = (
    r"(?:doses?|infusions?|injections?|drips?|shots?|jabs?|treatments?|cycles?|courses?|rounds?|sessions?|fractions?|tablets?|administrations?"
    r"|visits?|checks?|check-ups?|reviews?|scans?|tests?|assessments?|evaluations?|appointments?|measurements?)"
)
_EACH = r"(?:(?:each|one|every|any|two|the|successive|consecutive)\s+)?"
_GAPS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\bonce\s+(?:in|per)\s+(?:every\s+)?{_SPAN}\b(?!\s+(?:of|after|before|from)\b)",
        rf"\b(?:at|with)\s+(?:gaps?|spacings?|intervals?)\s+of\s+{_SPAN}\b",
        rf",?\s*(?:with\s+)?(?:a\s+gap\s+of\s+|an\s+interval\s+of\s+)?{_SPAN}\s+(?:in\s+)?between\s+{_EACH}(?:one\s+)?{_GIVEN}\b",
        rf",?\s*(?:with\s+)?(?:a\s+gap\s+of\s+|an\s+interval\s+of\s+)?{_SPAN}\s+from\s+(?:one|each)\s+(?:{_GIVEN}\s+)?to\s+the\s+next\b",
        rf"(?:,?\s*(?:with\s+)?(?:the\s+)?{_GIVEN})?,?\s+(?:given\s+|spaced\s+|set\s+)?{_SPAN}\s+apart(?:\s+from\s+each\s+other)?\b",
        rf"\b(?:in|as|by)\s+(?:cycles?\s+of\s+{_SPAN}(?!\w)|(?:a\s+)?(?P<low2>{NUMBER})\s*-\s*(?P<unit2>{TIME})(?:ly)?\s+cycles?\b)",
        rf"\b(?:at|in|with)\s+(?P<low2>{NUMBER})\s*-\s*(?P<unit2>{TIME})(?:ly)?\s+(?:gaps?|spacings?)\b",
        rf"\b(?:per|each|every)\s+(?P<low>{NUMBER})\s*-\s*(?P<unit>{TIME})(?:ly)?\s+cycle\b",
    )
)
# "One 90 mg injection per twelve weeks": what comes once in that time.
_ONE_PER = re.compile(
    rf"\b(?P<one>(?:one|a|a\s+single)\s+(?:[\w./-]+\s+){{0,3}}?{_GIVEN}(?:[^.;:,]{{0,40}}?))\s+(?:in|per)\s+(?:every\s+)?{_SPAN}\b"
)
# "Three to six infusions given monthly" → "three to six monthly infusions".
_GIVEN_EACH = re.compile(
    rf"\b(?P<many>{NUMBER}(?:{RANGE}{NUMBER})?)\s+(?P<what>{_GIVEN})\s+(?:that\s+(?:are|were)\s+)?(?:given|held|taken|done|run)\s+"
    r"(?P<often>daily|weekly|monthly|yearly)\b"
)
# "Out of every 100 patients, 15 to 20 have it" → "15 to 20 out of every 100 patients have it".
_OUT_OF = re.compile(
    rf"^(?:out\s+)?of\s+(?:every\s+|each\s+)?(?P<whole>{NUMBER})\s+(?P<who>[a-z][^,.;:]{{2,60}}?),\s+"
    rf"(?P<part>(?:(?:about|around|roughly|some)\s+)?{NUMBER}(?:{RANGE}{NUMBER})?)\s+(?=[a-z])"
)
_TIMED = re.compile(rf"(?:{TIME}|weekly|monthly|hourly)\b")


def spaced(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such gaps as the intervals that the cited words state."""
    claim = _shares(claim)
    if not _TIMED.search(small(claim)):
        return claim
    stated = [one for piece in evidence for one in find_quantities(piece.text) if one.kind == "interval"]
    if not stated:
        return claim
    for pattern in (*_GAPS, _ONE_PER):
        claim = _put(pattern, claim, stated)
    return _GIVEN_EACH.sub(r"\g<many> \g<often> \g<what>", claim)


def _shares(claim: str) -> str:
    found = _OUT_OF.match(small(claim))
    if not found:
        return claim
    who, part = (claim[slice(*found.span(name))] for name in ("who", "part"))
    return f"{part} out of every {found['whole']} {who} {claim[found.end() :]}"


def _put(pattern: re.Pattern[str], claim: str, stated: Sequence[Quantity]) -> str:
    """The claim with the pattern's gaps put as intervals, where they are stated and no bound is set to them."""
    for found in reversed(list(pattern.finditer(small(claim)))):
        groups = found.groupdict()
        name = "low" if groups.get("low") else "low2"
        start, end = found.start(name), found.end("unit" if name == "low" else "unit2")
        every = f"every {_span(groups, claim[start:end])}"
        said = find_quantities(every)
        bounded = bound_of(small(claim), start, end, "minute")
        if bounded or len(said) != 1 or not any(_equal(one, said[0]) for one in stated):
            continue
        before = f"{claim[slice(*found.span('one'))]} " if groups.get("one") else " "
        claim = f"{claim[: found.start()]}{before}{every}{claim[found.end() :]}"
    return claim


def _span(groups: dict[str, str | None], written: str) -> str:
    """The time of a gap as it stands behind "every"."""
    if groups.get("low2"):
        return f"{groups['low2']} {groups['unit2']}"
    return f"{groups['low']} {groups['unit']}" if written.count("-") == 1 and not groups.get("high") else written


def _equal(stated: Quantity, claimed: Quantity) -> bool:
    return (stated.base, stated.low, stated.high) == (claimed.base, claimed.low, claimed.high)
