"""A question and a document's title in, which disease it asks about where it says that the document's own is not there. Pure.

"She has osteoporosis, no cancer" asks for what goes for osteoporosis: what a page on cancer says of the same medicine is for
other patients, and may be another dose.
"""

from __future__ import annotations

import re

from assistant.asked import Asked
from assistant.lexicon import Lexicon

_CONDITION = "condition"
_WORD = re.compile(r"[\w-]+")
# What follows must end there: "no cancer left", "no cancer treatment yet" tell of something else.
_NOT_THERE = re.compile(
    r"\b(?:no|not|without|never\s+had|(?:does|do|has|have|is|are)(?:\s+not|n['’]t)\s+(?:have|had|got)|"
    r"sin|ning[uú]n\w*|no\s+(?:tiene|tengo|tienen|hay))\s+(?:(?:any|a|an|got|la|el|un|una)\s+)?"
    r"(?P<what>[^\W\d][\w-]*(?:\s[^\W\d][\w-]*){0,2}?)(?=\s*(?:$|[.,;:!?)]|\b(?:and|but|so|just|y|pero|solo)\b))",
    re.IGNORECASE,
)


def disowned(asked: Asked, title: str, *, lexicon: Lexicon) -> tuple[str, ...]:
    """The names of the diseases that are asked about instead of the one in the title; none where that isn't denied."""
    named = _spaced(title)
    if not any(_spaced(found["what"]) in named for found in _NOT_THERE.finditer(asked.text)):
        return ()
    own = lexicon.concepts_in(title)
    others = (c for c in sorted(asked.concepts) if lexicon.concepts[c].kind == _CONDITION and c not in own)
    return tuple(lexicon.concepts[c].called(asked.language) for c in others if not _is_denied(asked, c, lexicon=lexicon))


def _spaced(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.lower()))} "


def _is_denied(asked: Asked, concept: str, *, lexicon: Lexicon) -> bool:
    """Whether each mention of it is itself denied."""
    gone = [found.span("what") for found in _NOT_THERE.finditer(asked.text)]
    spans = [(m.start, m.end) for m in lexicon.mentions(asked.text, typed=True) if m.concept.concept_id == concept]
    return all(any(begin <= start and end <= stop for begin, stop in gone) for start, end in spans)
