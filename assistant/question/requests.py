"""A clause in, whether it only says what its speaker asks for: "as a nurse I need the dose", "I want to know". Pure."""

from __future__ import annotations

import re

from assistant.question.grounds import FINITE, VERB

_REQUEST = re.compile(
    r"^(?:as\s+[^,]{3,50}?,?\s+)?(?:i|we)(?:['’]d)?\s+(?:\w+\s+)?"
    r"(?:need|want|require|like|(?:am|are)\s+after|(?:am|are)\s+looking\s+for)\s+"
    r"(?:to\s+(?:know|learn|find|see|ask|check|confirm|understand)|(?:the|an?|your|some|its)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:dos\w+|schedules?|intervals?|frequency|figures?|numbers?|percentages?|shares?|rates?|names?|lists?|details?|durations?|"
    r"answers?|information|guidance|recommendations?|summary|overview|help))\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow\s+(?:many|much|long|often|soon|far)\b", re.IGNORECASE)
_BARE = re.compile(
    r"^(?:[\w-]+\s+){1,3}(?:alone|by\s+itself|on\s+(?:its|their|her|his)\s+own)(?:\s+(?:now|next|then))?\W*$", re.IGNORECASE
)

# "(What) enalapril dose reduction" names a thing: without a verb nothing is said of it.
_NAMED = re.compile(
    r"^(?:[\w/+-]+\s+){0,4}[\w-]*(?:tion|sion|ment|dose|dosing|schedule|interval|duration|course)s?\W*$", re.IGNORECASE
)

# Who asks to which of them to go hasn't gone there.
_GOES_TO = re.compile(
    r"\b(?:do|does|should|would|shall|can|could)\s+(?:i|we|she|he|they|you|one)\s+(?:go|move|switch|change|turn|step|proceed)\s+(?:on\s+)?(?:on|to)\s*$",
    re.IGNORECASE,
)

# Said without a comma: what is asked behind "when it grows" begins with its auxiliary.
_SPOKEN = re.compile(
    r"\b((?:when|once|if)\s+(?:it|she|he|they|we|i|you|(?:the|my|her|his|our)\s+\w+)\s+\w+[^,;.?!]*?)\s+"
    r"(?=(?:do|does|should|can|could|will|would|must)\s+(?:they|she|he|we|i|you)\b)",
    re.IGNORECASE,
)


# For whom something is so much as weighed: that it is so for some is denied by nothing.
_FOR_SOME = re.compile(
    r"^(?:in|for|with)\s+(?:which|what)\s+(?:of\s+)?(?:the\s+|these\s+)?(?:patients?|pts?|women|men|people|cases?|groups?|situations?|"
    r"circumstances)\b.*\b(?:worth|consider\w*|reasonable|justif\w+|an?\s+option|may|might|could|discuss\w*)\b",
    re.IGNORECASE,
)


def asks_for_whom(clause: str) -> bool:
    """Whether a clause asks for whom something is worth weighing: "in which patients may X be considered"."""
    return _FOR_SOME.match(clause) is not None


def is_request(clause: str) -> bool:
    """True for a clause that names what is wanted of an answer: it takes nothing for granted."""
    return _REQUEST.match(clause) is not None


def asks_how_many(clause: str) -> bool:
    """Whether a clause asks how many, how long or how often further in: "out of a hundred how many …"."""
    return bool(_HOW_MANY.search(clause))


def is_bare(clause: str) -> bool:
    """Whether a clause builds on nothing: "(which) drug alone" has no verb, "(which) drug do I move to" asks what comes next."""
    named = _NAMED.search(clause) and not (FINITE.search(clause) or VERB.search(clause))
    return bool(named or _BARE.search(clause) or _GOES_TO.search(clause))


def parted(question: str) -> str:
    """The question with a comma between a condition and what is asked behind it."""
    return _SPOKEN.sub(r"\1, ", question)
