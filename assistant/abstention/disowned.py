"""A question and a document's title in, which disease it asks about instead of the document's own. Pure.

"She has osteoporosis, no cancer" asks for what goes for osteoporosis: what a page on cancer says of the same medicine is for
other patients, and may be another dose. So does "my father has cancer of the stomach. How much X would he get?".
"""

from __future__ import annotations

import re

from assistant.question.asked import Asked
from assistant.question.asking import asked_from
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon, Mention

_CONDITION, _SITE = "condition", "site"
_WORD = re.compile(r"[\w-]+")
# What follows must end there: "no cancer left", "no cancer treatment yet" tell of something else.
_NOT_THERE = re.compile(
    r"\b(?:no|not|without|never\s+had|(?:does|do|has|have|is|are)(?:\s+not|n['’]t)\s+(?:have|had|got)|"
    r"sin|ning[uú]n\w*|no\s+(?:tiene|tengo|tienen|hay))\s+(?:(?:any|a|an|got|la|el|un|una)\s+)?"
    r"(?P<what>[^\W\d][\w-]*(?:\s[^\W\d][\w-]*){0,2}?)(?=\s*(?:$|[.,;:!?)]|\b(?:and|but|so|just|y|pero|solo)\b))",
    re.IGNORECASE,
)
# Who is told of has it now; what kin had is told for another reason.
_HAS = re.compile(
    r"\b(?:has|have|have\s+got|with|got|is\s+being\s+treated\s+for|diagnosed\s+with|tiene|tengo|con)\s+"
    r"(?:(?:a|an|the|been|advanced|metastatic|early|stage\s+\w+|un|una|su|el|la)\s+){0,3}$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\b(?:s?he|him|hers?|his|they|them|their|le|les|su|[eé]l|ella)\b", re.IGNORECASE)
_OF_ASKER = re.compile(r"\b(?:i|me|my|mine|we|us|our|yo|mi|m[ií]|me|nos)\b", re.IGNORECASE)
# Of these one stands beside another in one patient.
_BESIDE = frozenset({"disease", "failure", "syndrome", "disorder", "infection", "injury", "pain"})
_I_HAVE = re.compile(
    r"\b(?:i\s+have|i['’]ve(?:\s+got)?|i\s+am\s+being\s+treated\s+for|tengo)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)


def disowned(asked: Asked, title: str, *, lexicon: Lexicon) -> tuple[str, ...]:
    """The names of the diseases that are asked about instead of the one in the title; none where that isn't denied."""
    named = _spaced(title)
    if told := _told_instead(asked, title, lexicon=lexicon):
        return told
    if not any(_spaced(found["what"]) in named for found in _NOT_THERE.finditer(asked.text)):
        return ()
    own = lexicon.concepts_in(title)
    others = (c for c in sorted(asked.concepts) if lexicon.concepts[c].kind == _CONDITION and c not in own)
    return tuple(lexicon.concepts[c].called(asked.language) for c in others if not _is_denied(asked, c, lexicon=lexicon))


def _told_instead(asked: Asked, title: str, *, lexicon: Lexicon) -> tuple[str, ...]:
    """A disease of the title's kind that somebody has of whom the question is asked, where the title's own isn't named."""
    own = {c for c in lexicon.concepts_in(title) if lexicon.concepts[c].kind == _CONDITION}
    if not own or own & asked.concepts:
        return ()
    kinds = {lexicon.concepts[c].name.rpartition(" ")[2] for c in own}
    begins = asked_from(asked.text, asked.sentence)
    mentions = [m for m in lexicon.mentions(asked.text, typed=True) if m.concept.kind == _CONDITION]
    alike = [m for m in mentions if m.concept.concept_id not in own and m.concept.name.rpartition(" ")[2] in kinds]
    told = (m for m in alike if _HAS.search(asked.text[: m.start]) and _is_of_who_is_asked(asked, m, begins, lexicon=lexicon))
    return tuple(dict.fromkeys(m.concept.called(asked.language) for m in told))


def _is_of_who_is_asked(asked: Asked, illness: Mention, begins: int, *, lexicon: Lexicon) -> bool:
    """Whether who has the illness is asked about: told before of kin or oneself, or of whom the question itself names.

    Kin's illness is told for another reason where the asker asks for themselves. One named after an organ that a disease spreads
    to ("liver cancer") counts only where "she" or "he" is asked about: people call what has spread there so. The same goes for
    what people have beside another of its kind: who has heart failure may have kidney failure.
    """
    if illness.start < begins and _OF_THEM.search(asked.sentence) and not _OF_ASKER.search(asked.sentence):
        return True
    organ, _, kind = illness.concept.name.rpartition(" ")
    if kind in _BESIDE or any(
        lexicon.concepts[c].kind == _SITE and lexicon.concepts[c].parents for c in lexicon.concepts_in(organ)
    ):
        return False
    if illness.start >= begins:
        return True
    mine = bool(_I_HAVE.search(asked.text[: illness.start]))
    of_treatment = any(lexicon.concepts[c].kind in TREATMENTS for c in asked.focus)
    return of_treatment and (mine or not _OF_ASKER.search(asked.sentence))


def _spaced(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.lower()))} "


def _is_denied(asked: Asked, concept: str, *, lexicon: Lexicon) -> bool:
    """Whether each mention of it is itself denied."""
    gone = [found.span("what") for found in _NOT_THERE.finditer(asked.text)]
    spans = [(m.start, m.end) for m in lexicon.mentions(asked.text, typed=True) if m.concept.concept_id == concept]
    return all(any(begin <= start and end <= stop for begin, stop in gone) for start, end in spans)
