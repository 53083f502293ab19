"""Words that open or close a claim and state nothing: "In summary,", "Based on the passages,", "the guideline says that". Pure.

They tell who says it or where in the answer it stands, never what is so; the rest is what the cited words must say. What
tells how sure or how strong ("recommends", "suggests", "in general") is no such word and stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Evidence
from assistant.verify.comparison import outdone
from assistant.verify.scopes import scope
from assistant.words.lexicon import Lexicon

_WHICH = (
    r"(?:(?:the|these|those|this|that|your|both|each|one|another|a|my|all|los|las|el|la|estos|otra?)\s+(?:of\s+the\s+)?)?"
    r"(?:(?:provided|given|cited|supplied|available|above|attached|retrieved|relevant|same|other|first|second|third|clinical|source)\s+)*"
)
_NOUN = (
    r"(?:documents?|passages?|sources?|guidelines?|guidance|excerpts?|texts?|pages?|summar(?:y|ies)|statements?|references?|leaflets?"
    r"|materials?|information|articles?|quot(?:e|ation)s?|bullets?|documentos?|pasajes?|fuentes?|gu[ií]as?)"
)
_NUMBERED = (
    r"(?:\s+(?:provided|given|cited|supplied|above|here|proporcionad[oa]s|citad[oa]s))?"
    r"(?:\s*\(?\d{1,2}\)?(?:\s*(?:,|and|y|-|–)\s*\d{1,2})*)?"
)
_WHO = rf"{_WHICH}{_NOUN}{_NUMBERED}"
_BY = (
    r"(?:based\s+(?:up)?on|according\s+to|as\s+per|per|going\s+by|drawing\s+on"
    r"|as\s+(?:stated|described|noted|given|set\s+out|written|mentioned|explained|reported|outlined)\s+(?:in|by)|seg[uú]n|de\s+acuerdo\s+con)"
)
_TELLS = (
    r"(?:also\s+|further\s+|clearly\s+|specifically\s+)?(?:says?|states?|notes?|explains?|mentions?|tells?\s+(?:us|you)|adds?|reports?"
    r"|shows?(?=\s+(?:that\b|,|:))|points?\s+out|makes?\s+(?:it\s+)?clear|describes?\s+how|dicen?|indican?|señalan?)\b(?:\s+(?:that|que))?"
)
_SUM = (
    r"(?:(?:in|to)\s+(?:summary|sum|short|brief|conclusion|essence|sum\s+(?:it\s+)?up|summari[sz]e|conclude|a\s+nutshell"
    r"|(?:other|plain|simple|simpler)\s+(?:words|terms|language))|overall|summing\s+up|all\s+in\s+all|simply\s+put|put\s+simply|briefly"
    r"|(?:(?:the|a|my|your)\s+)?(?:(?:quick|short|brief|overall|final|key|main|take-?home|plain-language)\s+)*"
    r"(?:summary|answer|recap|conclusion|bottom\s+line|tl;?dr|key\s+points?|main\s+points?|take-?home(?:\s+(?:message|point))?"
    r"|(?:key\s+|main\s+)?(?:message|takeaway|take-?away)|a(?=:\s))|en\s+(?:resumen|conclusi[oó]n|pocas\s+palabras|definitiva|s[ií]ntesis)|resumen|conclusi[oó]n)"
)
_LINK = (
    r"(?:additionally|in\s+addition|furthermore|moreover|also|finally|lastly|importantly|notably|of\s+note|besides|however|that\s+said"
    r"|as\s+well|on\s+the\s+other\s+hand|to\s+answer\s+(?:your|the)\s+question|to\s+be\s+honest|honestly|frankly|to\s+be\s+clear"
    r"|elsewhere|adem[aá]s|por\s+[uú]ltimo|sin\s+embargo)"
)
_NOTE = (
    r"(?:please\s+|also\s+)*(?:note|remember|(?:keep|bear)\s+in\s+mind|be\s+aware"
    r"|it\s+is\s+(?:also\s+)?(?:important|worth|useful|good|helpful)\s+(?:to\s+)?(?:know|knowing|note|noting|remember|remembering|understand)"
    r"|tenga\s+en\s+cuenta|cabe\s+señalar)\s+(?:that|que)"
)
# "Dear Dr Vale,", "Hello,"
_GREETING = (
    r"(?:dear\s+(?:(?:dr|mr|mrs|ms|prof)\b\.?|doctors?|professor|gps?|colleagues?|team|all|patient|sir|madam)|hello|hi|good\s+(?:morning|afternoon|evening))"
    r"(?:\s+(?:there|all|everyone|[A-Z][\w'-]+))?"
)
_OPENING = re.compile(
    rf"\s*(?:{_GREETING}\s*[,:;!–—]|(?:{_BY}\s+{_WHO}|{_SUM}|{_LINK}|as\s+{_WHO}\s+{_TELLS})\s*(?:[,:;–—]|-(?=\s))"
    rf"|(?:{_SUM})\s+(?:is|es)\s+(?:that\s+|que\s+|:\s*)"
    rf"|{_WHO}\s+{_TELLS}\s*[,:]?|{_NOTE}|(?:elsewhere|here|there)\s+(?=the\s+(?:advice|recommendation|guidance|rule)\b))\s*(?=[\w\"“'‘«])",
    re.IGNORECASE,
)
_CLOSING = re.compile(rf",?\s+\(?(?:{_BY}\s+{_WHO}|as\s+{_WHO}\s+{_TELLS})\)?\s*(?P<end>[.!]?)\s*$", re.IGNORECASE)
_ANSWER_WORD = re.compile(r"\s*(?P<word>yes|no|sí)\s*[,:.;!–—]\s+(?=\w)", re.IGNORECASE)
_BESIDES = re.compile(
    r"\s*(?:besides|apart\s+from|aside\s+from|other\s+than|aparte\s+de)\s+[^,:;.]{2,60},\s+(?=\w)", re.IGNORECASE
)
_OTHERS = re.compile(r"\b(?:other|another|others|further|additional|also)\b", re.IGNORECASE)
_MOST = 3


def without_opening(claim: str, lexicon: Lexicon) -> str:
    """The claim without what opens and closes it and states nothing; unchanged where nothing else would be left."""
    rest = claim
    for _ in range(_MOST):
        shorter = _without_answer_word(_stripped(rest), lexicon)
        if shorter == rest:
            break
        rest = shorter
    closed = _CLOSING.sub(lambda found: found["end"], rest)
    return closed if any(character.isalpha() for character in closed) else claim


def without_others(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim without "Besides X," where the cited words speak of "other" things without saying what these are others than."""
    opening = _BESIDES.match(claim)
    told = opening is not None and any(_OTHERS.search(f"{piece.lead_in} {piece.text}") for piece in evidence)
    return claim[opening.end() :] if opening and told else claim


def _stripped(text: str) -> str:
    opening = _OPENING.match(text)
    return text[opening.end() :] if opening else text


def _without_answer_word(claim: str, lexicon: Lexicon) -> str:
    """The claim without the "Yes" or "No" that opens it, where the rest affirms or denies as the word does.

    The word answers a question that isn't known here; where it goes against the rest, it stays and finds no support.
    """
    opening = _ANSWER_WORD.match(claim)
    if not opening:
        return claim
    rest = claim[opening.end() :]
    read = scope(_stripped(rest), lexicon)
    if opening["word"].lower() == "no":
        return rest if read.negators or outdone(read) else claim  # "No, A is preferred over B" denies B
    return claim if any(read.clauses[negator.index] == 0 for negator in read.negators) else rest
