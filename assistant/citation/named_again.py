"""What "such a drug" and "this class" are: the one that is named just before, above the line or in the question. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.citation.headed import subject_of
from assistant.verify.english import is_plain
from assistant.words.concepts import TREATMENTS, Concept
from assistant.words.lexicon import Lexicon

_AGAIN = re.compile(
    r"\b(?:such\s+(?:an?\s+)?|an?\s+(?:drug|medicine|agent|member)\s+of\s+(?:this|that|such\s+a|the\s+same)\s+|(?:this|these|the|that|those)\s+(?:(?:type|kind|class|group)\s+of\s+)?)"
    r"(?P<what>drugs?|medicines?|medications?|agents?|inhibitors?|antibod(?:y|ies)|class|group\s+of\s+drugs)\b(?!\s+(?:that|which|who|of|for)\b)",
    re.IGNORECASE,
)
_LONG = re.compile(r"[^\W\d_]{5,}")
_CLASS = re.compile(r"class|group", re.IGNORECASE)


def takes_up(text: str) -> bool:
    """True for a text that speaks of a drug or a class by what it is alone."""
    return _AGAIN.search(text) is not None


def named_again(text: str, around: Sequence[str], lexicon: Lexicon | None) -> str:
    """The text with the drug or the class by its name; "" unless the nearest text that names any names one alone.

    A nearer text that names something else that isn't known may well name another drug.
    """
    if lexicon is None or not takes_up(text):
        return ""
    label = text.partition(": ")[0] if ": " in text else ""
    for before in (label, *around):
        mentions = lexicon.mentions(before)
        named = _treatments(before, lexicon)
        if named:
            return _with_name(text, _of_subject(before, lexicon) or named, lexicon)
        if not all(
            is_plain(word[0]) or any(one.start <= word.start() < one.end for one in mentions) for word in _LONG.finditer(before)
        ):
            return ""
    return ""


def _of_subject(sentence: str, lexicon: Lexicon) -> Mapping[str, Concept]:
    """The one treatment that the subject of a sentence names; none where it names several."""
    named = _treatments(subject_of(sentence), lexicon)
    return named if len(named) == 1 else {}


def _treatments(text: str, lexicon: Lexicon) -> Mapping[str, Concept]:
    return {one.concept.concept_id: one.concept for one in lexicon.mentions(text) if one.concept.kind in TREATMENTS}


def _with_name(text: str, named: Mapping[str, Concept], lexicon: Lexicon) -> str:
    wider = {above for concept_id in named for above in lexicon.ancestors(concept_id) if above != concept_id}
    drugs = [concept.name for concept_id, concept in named.items() if concept_id not in wider]
    classes = [concept.name for concept in named.values() if concept.kind == "drug class"]
    told = _AGAIN.sub(lambda found: _name(found, drugs, classes), text)
    return told if told != text else ""


def _name(found: re.Match[str], drugs: Sequence[str], classes: Sequence[str]) -> str:
    """The one name that fits the words; the words themselves where several do."""
    names = classes if _CLASS.search(found[0]) else drugs
    return names[0] if len(names) == 1 else found[0]
