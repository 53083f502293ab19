"""Under which keys a term of the evidence is kept, and under which a term of the claim looks for what says it. Pure.

What two terms have in common decides whether one may say the other: a key of meaning, a name of a kind of thing, or that one may
stand inside of the other's words. Only terms under a common key are compared (``meaning.says``).
"""

from __future__ import annotations

from functools import lru_cache

from assistant.verify.meaning import EXACT_KINDS, LETTERED
from assistant.verify.terms import Sense
from assistant.verify.wordings import asked, told
from assistant.words.lexicon import Lexicon

# Marks of names, by what may stand inside of their words: a drug in a group's, a group in a thing's; and that a name has words.
_GROUP, _THING, _NAMED = "?a group", "?a thing", "?named"
_GROUPS = LETTERED | {"population"}


@lru_cache(maxsize=32768)
def kept_under(term: Sense, lexicon: Lexicon) -> frozenset[str]:
    """The keys of a term, of its words, and of what its name is a kind of."""
    found = {*told(term.keys), *(key for part in (*term.parts, *term.named) for key in told(part))}
    if term.quantity:
        found.add("?quantity")
    if term.has("opposites"):
        found.add("?opposites")
    if concept := term.concept:
        wider = lexicon.ancestors(concept.concept_id) | lexicon.implied_by(concept.concept_id)
        found.update(f"?{one}" for one in wider)
        if concept.kind not in _GROUPS:
            found.add(_THING)
        if concept.kind == "population" and (concept.axis is None or term.line):
            found.add(_GROUP)
        if term.named:
            found.add(_NAMED)
    return frozenset(found)


@lru_cache(maxsize=32768)
def sought_under(term: Sense) -> tuple[str, ...]:
    """The keys under one of which whatever says the term is kept."""
    found = [*asked(term.keys)]
    if term.quantity:
        found.append("?quantity")
    if term.has("opposites"):
        found.append("?opposites")
    if concept := term.concept:
        found.append(f"?{concept.concept_id}")
        if concept.kind == "population":
            found.append(_THING)
        elif concept.kind in LETTERED:
            found.append(_GROUP)
        else:
            found.append(_NAMED)
        if concept.kind in EXACT_KINDS and term.parts:
            found.extend(key for key in term.parts[0] if key.startswith("w:"))
    return tuple(found)
