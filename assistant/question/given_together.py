"""A question how, or how much, of a treatment is given with another in, that the two are combined out. Pure.

Who asks for the dose of one drug beside another takes it for granted that they may be combined; a document may forbid just that.
"""

from __future__ import annotations

import re

from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon, Mention

# What tells so wherever it stands ("on X, want to add Y"), and what does only between the two.
_TOGETHER = re.compile(
    r"\b(?:combin\w+|together|concurrent(?:ly)?|pair(?:ed|ing)?|mix(?:ed|ing)?|add(?:ed|ing)?|alongside|along\s+with|on\s+top\s+of|"
    r"with\s+it|junto\s+(?:con|a)|a\s+la\s+vez|añad\w+|suma\w*)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:with|plus|con|más)\b|[+&]", re.IGNORECASE)
_HOW_GIVEN = re.compile(
    r"\b(?:dos(?:e|es|age|ing)|schedules?|intervals?|mg|cycles?|every|how\s+(?:much|often|long|many|is|are|do)|when|regimen|(?:which|what)\s+days?|same\s+day|(?:which|what)\s+order|each\s+(?:one|drug)|"
    r"dosis|pautas?|esquemas?|ciclos|cada|intervalos?|cu[aá]nt[oa]s?|cu[aá]ndo|qu[eé]\s+d[ií]as?)\b",
    re.IGNORECASE,
)
# One after, against or in place of the other is not both at once.
_APART = re.compile(
    r"\b(?:or|vs|versus|than|after|before|instead|in\s+place\s+of|switch\w*|not|never|avoid\w*|without|then|followed|fail\w*|progress\w*|"
    r"previous\w*|prior|o|después|antes|tras|en\s+lugar|no|sin|evit\w+|previ\w+)\b|n['’]t\b|->|→",
    re.IGNORECASE,
)
_TWO = 2


def given_together(question: str, *, lexicon: Lexicon) -> str:
    """That two treatments are combined, if the question asks how they are given so; "" for any other."""
    given = _given(question, lexicon=lexicon)
    if len(given) != _TWO or not _HOW_GIVEN.search(question):
        return ""
    first, second = given
    between = question[first.end : second.start]
    apart = _APART.search(question[: second.start] if _HOW_GIVEN.search(question, second.end) else between)
    if apart or not (_TOGETHER.search(question) or _BETWEEN.search(between)):
        return ""
    return f"{question[first.start : first.end]} is combined with {question[second.start : second.end]}"


def _given(question: str, *, lexicon: Lexicon) -> list[Mention]:
    """The treatments that a question names, each once; not a class beside one of its own."""
    given: list[Mention] = []
    for mention in lexicon.mentions(question, typed=True):
        kin = lexicon.ancestors(mention.concept.concept_id) | lexicon.descendants(mention.concept.concept_id)
        named = {one.concept.concept_id for one in given}
        if mention.concept.kind in TREATMENTS and mention.concept.concept_id not in named and not kin & named:
            given.append(mention)
    return given
