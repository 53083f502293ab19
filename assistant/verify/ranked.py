"""Which of two a claim sets above the other, in turns of phrase → the plain comparison that the checks know. Pure."""

from __future__ import annotations

import re

from assistant.verify.turning import turning

_TURNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # "A has come out ahead of B" → "A has surpassed B"
    (re.compile(r"\bcomes\s+out\s+(?:well\s+|clearly\s+)?ahead\s+of\b", re.IGNORECASE), "surpasses"),
    (re.compile(r"\b(?:come|came|coming)\s+out\s+(?:well\s+|clearly\s+)?ahead\s+of\b", re.IGNORECASE), "surpassed"),
    # "A is rated level with B" → "A is as effective as B"
    (
        re.compile(
            r"\b(?:rated|ranked|placed|put|set|held)\s+(?:to\s+be\s+)?(?:on\s+(?:a|one)\s+)?(?:level|par|footing)\s+with\b",
            re.IGNORECASE,
        ),
        "as effective as",
    ),
    # "A is favoured above B", "A is rated above B" → "A is preferred over B"
    (
        re.compile(
            r"\b(?:favou?red|preferred|chosen|rated|ranked|placed|put|picked)\s+(?:above|ahead\s+of)\s+(?!all\b|any\b|every\b|\d)",
            re.IGNORECASE,
        ),
        "preferred over ",
    ),
)
ranked = turning(_TURNS)
