"""The age of a person in a message → another that is no temperature: "I'm 38 and …" tells of no fever. Pure."""

from __future__ import annotations

import re

from assistant.kin import kin

_OTHER_AGE = "50"
_KIN = "|".join(sorted(kin().every, key=len, reverse=True))
_PERSON = rf"(?:i|she|he|who|(?:{_KIN}|patient|pt|lady|woman|man|girl|boy))"
_AGE = re.compile(
    rf"(?P<told>\b(?:{_PERSON}(?:['’][sm]|\s+(?:am|is|was|turned|turns))|im|s?hes)\s+(?:(?:now|only|just|nearly|almost|about|turning|turned|aged)\s+){{0,2}}"
    r"|\b(?:just|aged?|age\s+of|turned|turning)\s+)"
    r"(?:3[5-9]|4[0-3])(?=\s*(?:$|[,;:!?]|\.(?!\d)|-?\s*(?:years?|yrs?|y/?o)\b|(?:and|but|with|who|now|still|so|has|when|at)\b))",
    re.IGNORECASE,
)
# What may be 38 besides a person.
_HEAT = re.compile(
    r"\b(?:temp\w*|fever\w*|febrile|pyrexia\w*|thermometer|degrees?|celsius|chills?|shiver\w*|shak(?:ing|es|y)|rigors?|hot|hots|burning\s+up"
    r"|sweat\w*|infection|neutropeni\w*)\b|[°º]",
    re.IGNORECASE,
)


def without_feverish_age(text: str) -> str:
    """The message, a person's age of 35 to 43 written as 50 unless some word of it tells of heat."""
    return text if _HEAT.search(text) else _AGE.sub(rf"\g<told>{_OTHER_AGE}", text)
