"""A clause in, whether it only says what its speaker asks for: "as a nurse I need the dose", "I want to know". Pure."""

from __future__ import annotations

import re

_REQUEST = re.compile(
    r"^(?:as\s+[^,]{3,50}?,?\s+)?(?:i|we)(?:['’]d)?\s+(?:\w+\s+)?"
    r"(?:need|want|require|like|(?:am|are)\s+after|(?:am|are)\s+looking\s+for)\s+"
    r"(?:to\s+(?:know|learn|find|see|ask|check|confirm|understand)|(?:the|an?|your|some|its)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:dos\w+|schedules?|intervals?|frequency|figures?|numbers?|percentages?|shares?|rates?|names?|lists?|details?|durations?|"
    r"answers?|information|guidance|recommendations?|summary|overview|help))\b",
    re.IGNORECASE,
)


def is_request(clause: str) -> bool:
    """True for a clause that names what is wanted of an answer: it takes nothing for granted."""
    return _REQUEST.match(clause) is not None
