"""A statement in, its clauses out, and how often words deny. Pure English of guidelines, and the Spanish words of denial."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems

_NOT = re.compile(
    r"\b(?:not|n't|never|no|nor|neither|without|cannot|avoid\w*|withh(?:o|e)ld\w*|h(?:o|e)ld(?:ing)?\s+(?:back|off)|put(?:ting)?\s+off|"
    r"refus\w*|den(?:y|ied|ying)|stop\w*|discontinu\w*|interrupt\w*|delay\w*|postpon\w*|skip\w*|omit\w*|contraindicat\w*|"
    r"(?:recommend\w*|advis\w*|decid\w*)\s+against|forgo|unnecessary|incurables?|unlikely|drop\w*|quit\w*|cease\w*|"
    r"rul(?:e|es|ed|ing)\s+out|preclud\w*|forbid\w*|prohibit\w*|dispens\w*\s+with|"
    r"(?:left|leav(?:e|es|ing))\s+(?:\w+\s+){0,3}?(?:alone|out|off)|"
    r"nunca|jamás|sin|tampoco|ning[uú]n(?:[oa]s?)?|evit(?:ar|e|en|an?|arse)|suspend(?:er|erse|ida|ido|an?|en?)|interrump(?:ir|irse|ida|ido|an?|en?)|"
    r"retras(?:ar|arse|ada|ado|en?|an?)|nieg(?:an?|uen?)|neg(?:ar|arse|ad[oa])|contraindicad[oa]s?|dej(?:ar|e|an?|en)\s+de|"
    r"desaconsej\w+|innecesari[oa]s?|prohib(?:e|en|id[oa]s?))\b|n['’]t\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"[:;.](?=\s)|,?\s+but\s+|,\s+(?=(?:and|because|so|which|as|since|even|though|not)\b)|\s(?=because\b)|"
    r"\s+and\s+(?=(?:should|must|is|are|do|does|it)\b)",
)
PLAIN_NOT = re.compile(
    r"\b(?:not|never|nobody|no\s+one|nadie|no\s+(?:se|es|son|est[aá]n?|sirven?|hay|deben?|deber[ií]an?|pueden?|han?|tienen?|"
    r"funcionan?|ayudan?|requieren?|necesitan?))\b|n['’]t\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:only|alone|sole|solely|just|merely|exclusively)\b", re.IGNORECASE)
_NAMED = 2
_LIMITED = 3


@lru_cache(maxsize=16384)
def denials(text: str) -> int:
    """How often a text denies: an even number is no denial ("do not withhold")."""
    return sum(1 for _ in _NOT.finditer(text))


@lru_cache(maxsize=8192)
def clauses_of(text: str) -> tuple[str, ...]:
    """The clauses of a statement."""
    return tuple(clause for clause in _JOINT.split(text) if clause and clause.strip())


@lru_cache(maxsize=16384)
def without_patients(text: str, *, lexicon: Lexicon) -> str:
    """The text without what names patients: "without symptoms", "not pretreated"."""
    for mention in reversed(lexicon.mentions(text, typed=True)):
        if mention.concept.kind == "population":
            text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def main_clause(proposition: str, text: str, *, lexicon: Lexicon) -> str:
    """The clause of a statement that speaks most of what the proposition speaks of, the first of several."""
    words = set(content_stems(proposition))
    limited = bool(_LIMIT.search(proposition))
    things = {c for c in lexicon.concepts_in(proposition, typed=True) if lexicon.concepts[c].kind != "population"}
    return max(
        clauses_of(text),
        key=lambda clause: (
            len(words & set(content_stems(clause)))
            + _NAMED * len(things & lexicon.concepts_in(clause))
            + _LIMITED * (limited and bool(_LIMIT.search(clause)))
        ),
        default=text,
    )
