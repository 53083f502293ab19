"""A question how, or how much, of a treatment is given with another in, that the two are combined out. Pure.

Who asks for the dose of one drug beside another takes it for granted that they may be combined; a document may forbid just that.
"""

from __future__ import annotations

import re

from assistant.lexicon import Lexicon

_TOGETHER = re.compile(
    r"\b(?:combined|(?:given|used|run)\s+(?:together|concurrently|along(?:side)?)|together|concurrent(?:ly)?|in\s+combination|added)"
    r"\s+(?:with|to)\b|\b(?:alongside|on\s+top\s+of)\b",
    re.IGNORECASE,
)
_HOW_GIVEN = re.compile(
    r"\b(?:dos(?:e|es|age|ing)|schedules?|intervals?|mg|cycles?|how\s+(?:much|often|long|many|is|are|do)|when|regimen)\b",
    re.IGNORECASE,
)
_GIVEN = frozenset({"drug", "drug class", "regimen"})


def given_together(clause: str, *, lexicon: Lexicon) -> str:
    """That two treatments are combined, if the clause asks how they are given so; "" for any other."""
    joint = _TOGETHER.search(clause)
    if joint is None or not _HOW_GIVEN.search(clause):
        return ""
    given = [mention for mention in lexicon.mentions(clause, typed=True) if mention.concept.kind in _GIVEN]
    before = [clause[one.start : one.end] for one in given if one.end <= joint.start()]
    behind = [clause[one.start : one.end] for one in given if one.start >= joint.end()]
    return f"{before[-1]} is combined with {behind[0]}" if before and behind else ""
