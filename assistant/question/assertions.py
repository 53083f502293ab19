"""A question in, the clauses that it takes for granted out, word for word as the asker put them. English and Spanish. Pure.

``propositions.py`` turns clauses into statements that the verifier can judge whole; these stay raw, for ``at_odds.py`` looks
only for the one word or figure in which a clause and a statement stand against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.question.grounds import is_being
from assistant.question.requests import is_request

# What a case is told of ends in a colon: "Aged 60, first line: since X goes with Y, which first?".
_SENTENCE = re.compile(
    r"(?<=[.!?;…])\s+|\s+[-–—]{1,2}\s+|\s*(?=¿)|;\s*|(?<=:)\s+(?=(?:since|given|because|as|seeing|considering|now\s+that|como|dado\s+que|"
    r"puesto\s+que|ya\s+que|visto\s+que)\b)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^\W*(?:(?:and|but|so|ok(?:ay)?|well|then|now(?!\s+that)|please|hi|hello|hey|doctor|doc|also|sorry|thanks|wait|quick\s+question|"
    r"remind\s+me|"
    r"(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+|kindly\s+)?(?:tell|explain|elaborate|clarify|say|"
    r"describe)(?:\s+(?:to\s+)?(?:me|us))?"
    r"(?:\s+on)?(?=\s+(?:why|how\s+come|what\s+makes|por\s+qu[eé])\b)|i\s+wonder|do\s+you\s+know(?=\s+why)|y|pero|entonces|"
    r"oiga|hola|perdone?)\b[\s,:]*)+",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(
    r"^(?:according\s+to\s+[^,]+,\s*|(?:[^,.;]*?\s(?:and|who|but)\s+)?(?:as\s+)?(?:[\w'’]+\s+){0,4}?"
    r"(?:says?|said|tells?|told|think|thinks|thought|believes?|"
    r"heard|hear|reads?|"
    r"understand|know|knows|claims?|swears?|insists?|learn(?:ed|t))\s+(?:me\s+|us\s+|her\s+|him\s+)?(?:that\s+)?|"
    r"según\s+[^,]+,\s*|(?:\w+\s+){0,4}?(?:dice|dicen|dijo|dijeron|le[ií]|o[ií]|entiendo|creo|sé|sabemos|asegura|"
    r"afirma)\s+que\s+)",
    re.IGNORECASE,
)
_AS_TOLD = re.compile(
    r",?\s*(?:i|we|he|she|they)(?:['’]?ve)?\s+(?:have\s+|had\s+)?(?:read|heard|hear|understand|gather|know|believe|"
    r"was\s+told|am\s+told|were\s+told)$",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"(?:[,.;]|\s[-–—]+)\s*(?:right|correct|true|yes|no|ok|agreed|"
    r"(?:is|are|was|were|does|do|did|has|have|should|can|could|will|would)(?:n['’]t)?\s+(?:it|they|that|we|she|he|there|i|"
    r"you)(?:\s+not)?(?:\s+so)?|"
    r"(?:is\s+)?that\s+(?:so|right|true|correct)|verdad|cierto|correcto|no\s+es\s+(?:así|asi|cierto|verdad)|o\s+no)\s*\?*\s*$|"
    r"\s+(?:is|are|was|were|does|do|did|has|have|should|ca|could|would|wo)n['’]?t\s+(?:it|they|that|we|she|he|you)\s*\?*\s*$",
    re.IGNORECASE,
)
_ASKS = (
    r"(?:what|which|who|whom|whose|why|when|where|how|is|are|was|were|does|do|did|has|have|should|shall|can|could|will|"
    r"would|may|must|"
    r"isn['’]t|aren['’]t|shouldn['’]t|can['’]t|(?:at|by|for|on|after|over|in|with|within|under|to|from)\s+(?:what|which|how|whom)|"
    r"qu[eé]|cu[aá]l(?:es)?|qui[eé]n(?:es)?|cu[aá]ndo|c[oó]mo|d[oó]nde|cu[aá]nt[oa]s?|por\s+qu[eé]|¿)"
)
_FRONT = re.compile(
    r"^(?:since(?!\s+when)|given\s+that|given|because(?!\s+of)|as|seeing(?:\s+as|\s+that)?|considering\s+that|now\s+that|"
    r"assuming\s+that|if\s+it\s+is\s+true\s+that|"
    r"debido\s+a\s+que|como|dado\s+que|puesto\s+que|ya\s+que|visto\s+que|si\s+es\s+(?:cierto|verdad)\s+que)\s+"
    rf"(?P<rest>.+?)(?:,\s*(?:so\s+|then\s+|entonces\s+)?(?={_ASKS}\b|¿)|$)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:,\s*(?:since|as|because(?!\s+of)|given\s+that|seeing\s+that|considering\s+that)|,?\s+(?:ya\s+que|puesto\s+que|"
    r"dado\s+que))\s+(?P<rest>[^?]+)\??$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"^(?P<rest>.+?)(?:(?:,?\s+so|,\s*(?:then|and|but|entonces|así\s+que|asi\s+que)|:|,)\s+(?={_ASKS}\b)|,\s+so\s+(?=\S))",
    re.IGNORECASE,
)
# Asked without a question mark: "X always comes first so why bother with Y", "X never helps, what do we do". What tells more of a
# thing just named ("chemo, which failed") asks nothing.
_UNMARKED = re.compile(
    rf"(?:\bso|,\s*then|\bthen|\bentonces|\bas[ií]\s+que),?\s+{_ASKS}\b|"
    r",\s+(?:and\s+|but\s+)?(?:what(?:['’]?s)?|why|how|should|can|do|does|is|are|which\s+\w+\s+(?:do|does|should|would|can|is|are))\s+\w",
    re.IGNORECASE,
)
# "As X is enough, Y next?": what is asked in two or three words stands behind the last comma.
_ASKED_BRIEFLY = re.compile(r",\s+(?:[\w/+-]+\s+){0,2}(?:next|now|then|instead)\s*\??\s*$", re.IGNORECASE)
_WHY = re.compile(
    r"^(?:why(?:\s+on\s+earth)?|how\s+come|since\s+when|por\s+qu[eé]|cómo\s+es\s+que|"
    r"a\s+qu[eé]\s+se\s+debe\s+que)\s+(?P<rest>.+)",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"^(?:by\s+)?how\s+(?:much|many\s+\w+)\s+(?:do|does|did|will|would)\s+(?!it\s+(?:\w+\s+)?take\b)(?P<rest>.+)", re.IGNORECASE
)
_MAKES = re.compile(r"^what\s+makes\s+(?P<rest>.+)", re.IGNORECASE)
_SHOWED = re.compile(
    r"^(?:which|what)\s+(?:trials?|study|studies|evidence|paper|data)\s+(?:showed|shows|proved|proves|found|"
    r"demonstrated)\s+(?:that\s+)?(?P<rest>.+)",
    re.IGNORECASE,
)
_CONCLUDES = re.compile(
    r",\s*(?:and\s+)?(?:so|therefore|hence|thus|así\s+que|asi\s+que|por\s+(?:lo\s+)?tanto)\s+|"
    r"(?<=\w),?\s+so\s+(?=(?:i|we|he|she|they|you)(?:['’](?:ll|d|m|re))?\s)|"
    r"(?<=\w)\s+so\s+(?!(?:that|far|much|many|long|as|it|well|badly|soon|often|little|few|called|is|are|do|does|can|should)\b)"
    r"(?=(?:[\w/+'’-]+\s+){1,6}(?:is|are|was|were|has|have|can|must|cannot|can['’]?t|won['’]?t|needs?|stops?)\b)",
    re.IGNORECASE,
)
_SUPERIORITY = re.compile(r"^(?:the\s+)?(?:[\w-]+\s+){0,2}superiority\s+of\s+(?P<one>.+?)\s+over\s+(?P<other>.+)$", re.IGNORECASE)
_FOLLOWS = re.compile(r",?\s+which\s+is\s+why\b.*$", re.IGNORECASE)
_FEWEST = 3


def assertions(question: str) -> tuple[str, ...]:
    """The clauses that a question states or builds on, in order; none of a question that only asks whether something is so."""
    found = [_plain(clause) for whole in _clauses(question) for clause in _CONCLUDES.split(_TOLD_BY.sub("", whole))]
    return tuple(dict.fromkeys(clause for clause in found if len(clause.split()) >= _FEWEST and not is_request(clause)))


def _clauses(question: str) -> Iterator[str]:
    sentences = [one.strip() for one in _SENTENCE.split(question.strip()) if one and one.strip(" ¿?.,!;")]
    asks = [_is_asked(one) for one in sentences]
    for place, sentence in enumerate(sentences):
        clause = _OPENING.sub("", sentence.strip(" ¿"))
        following = "".join(sentences[place + 1 : place + 2])
        if _TAG.search(clause):
            yield _TAG.sub("", clause)
        elif following and _TAG.fullmatch(f", {following.strip(' ¿')}"):
            yield clause
        elif asks[place]:
            yield from _built_on(clause)
        elif any(asks):
            yield clause


def _is_asked(sentence: str) -> bool:
    opened = re.match(rf"{_ASKS}\b", _OPENING.sub("", sentence), re.IGNORECASE)
    return "?" in sentence or bool(opened or _UNMARKED.search(sentence))


def _built_on(clause: str) -> Iterator[str]:
    front = _FRONT.match(clause)
    behind = _BEHIND.search(clause)
    if front:
        yield _ASKED_BRIEFLY.sub("", front["rest"])
        clause = clause[front.end() :]
    elif behind:
        yield behind["rest"]
        clause = clause[: behind.start()]
    why = _WHY.match(clause) or _MAKES.match(clause) or _MEASURED.match(clause) or _SHOWED.match(clause)
    if why:
        yield why["rest"]
    elif not front:
        before = _BEFORE.match(clause)
        if before and not re.match(rf"{_ASKS}\b", clause, re.IGNORECASE):
            yield before["rest"]


def _plain(clause: str) -> str:
    """The clause without who told it, what follows from it, and end marks; "X being Y" and "the superiority of X" with a verb."""
    clause = _FOLLOWS.sub("", " ".join(clause.split())).strip(" ¿?¡!.,;:…")
    clause = is_being(clause) or clause
    clause = _SUPERIORITY.sub(r"\g<one> is superior to \g<other>", _AS_TOLD.sub("", _TOLD_BY.sub("", clause)))
    return clause.strip(" ,;:")
