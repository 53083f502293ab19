"""A question whether somebody old is treated at all, read for the age by itself. English and Spanish. Pure.

"82-year-old with X: Y?" and "is it true that at 82 they no longer give Y?" are nearer to what is said of X and Y than to what
the documents say of age. That must be read with the rest, or a treatment is taken to be ruled out.
"""

from __future__ import annotations

import re

from assistant.words.concepts import GIVEN
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems

_OLD = r"(?:6[5-9]|[7-9]\d|10\d)"
_AGED = re.compile(
    rf"\b{_OLD}(?:\s*-?\s*(?:years?|yrs?|y/?o|a[nñ]os)\b|[fm]\b)|"
    rf"\b(?:at|is|am|aged?|age\s+of|turned|turns|['’]s|['’]m|tiene|tengo|cumpli[oó]|los|con)\s+{_OLD}\b(?!\s*(?:%|m[gcl]|kg|days?|weeks?|months?|"
    r"d[ií]as|semanas|meses|cycles?|ciclos|percent|por\s+ciento|patients|pacientes)|[.,]\d)|"
    r"\btoo\s+old\b|\b(?:very\s+)?elderly\b|\b(?:demasiado|muy)\s+(?:mayor|vieja?|anciana?)\b|\bancian[oa]\b",
    re.IGNORECASE,
)
# Whether, not which, when or how much.
_WHICH = re.compile(
    r"\b(?:what|which|when|how|who|where|why)\b|\b(?:qu[eé]|cu[aá]l(?:es)?|cu[aá]ndo|c[oó]mo|cu[aá]nt[oa]s?|qui[eé]n|d[oó]nde)\b(?<!\bverdad\sque)"
    r"(?<!\bcierto\sque)",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\b(?:giv\w+|gave|get\w*|ha(?:s|ve)|takes?|taken|offer\w*|start\w*|treat\w*|worth|still|too\s+old|any\s*more|no\s+longer|point|allowed|"
    r"d[ae]n?|dar\w*|dé|pon\w+|recib\w+|trat\w+|ofrec\w+|empez\w+|merece|todavía|ya\s+no|demasiado|permit\w+|puede\w*)\b",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(
    r"\b(?:every|each|weekly|daily|monthly|cada|semanal\w*|diari\w+|\d+\s*(?:mg|mcg|g|ml|units?|gy))\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|:\s+")
_WHETHER = {"en": "Should treatment be withheld because of age: {}?", "es": "¿Debe negarse el tratamiento por la edad: {}?"}
_FEW = 4
_AGE = frozenset((*content_stems("age aged elderly"), *content_stems("edad", "es")))


def age_asked(text: str, *, lexicon: Lexicon, language: str = "en") -> str:
    """Whether the age rules out what the question names, as a question of its own; "" where it isn't asked whether."""
    if not _AGED.search(text):
        return ""
    asking = [one for one in _SENTENCE.split(text.strip()) if one.rstrip().endswith("?")][-1:]
    if not asking or _WHICH.search(asking[0]) or _HOW_MUCH.search(asking[0]):
        return ""
    given = [m for m in lexicon.mentions(asking[0], typed=True) if m.concept.kind in GIVEN]
    is_bare = bool(given) and len(asking[0].split()) <= _FEW
    if not (is_bare or _GIVES.search(asking[0])):
        return ""
    named = ", ".join(dict.fromkeys(asking[0][m.start : m.end] for m in given))
    return _WHETHER.get(language, _WHETHER["en"]).format(named).replace(": ?", "?")


def speaks_of_age(stems: frozenset[str]) -> bool:
    """Whether a statement's stems hold one for age."""
    return not _AGE.isdisjoint(stems)
