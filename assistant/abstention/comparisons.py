"""A question that weighs things against each other and the statements nearest to it in, what none of them weighs out. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from assistant.answers import Intent
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import NARROWER, concept_match
from assistant.words.lexicon import Lexicon

_COMPARES = re.compile(
    r"\b(?:versus|vs|compared?|better|head[- ]to[- ]head|superior|stronger|more effective|than|beats?)\b", re.IGNORECASE
)
_DRUG, _CLASS, _PROCEDURE = frozenset({"drug"}), frozenset({"drug class"}), frozenset({"procedure"})
_PAIR = 2
_JOINED = re.compile(
    r"[\s,)]*(?:or|versus|vs\.?|(?:(?:any|work\w*|do\w*)\s+)*(?:better|superior|stronger|more\s+effective)\s+(?:than|to)|than|"
    r"(?:compared|as\s+opposed)\s+(?:to|with)|over|against|beats?)\s+(?:(?:just|plain|only|the|an?|more|ordinary|normal|usual)\s+)*",
    re.IGNORECASE,
)
# What is only asked for how it is given ("which is shorter to infuse") may be told of each.
_WHICH_MORE = re.compile(
    r"\b(?:which|what|who)\b[^?.;]*\b(?:longer|longest|sooner|faster|slower|stronger|strongest|more|most|less|least|fewer|fewest|worse|worst|"
    r"best|safer|safest|milder|mildest|gentler|gentlest|kinder|kindest|harder|easier)\b(?!\s+(?:often|frequent\w*))",
    re.IGNORECASE,
)
_PREFERS = re.compile(r"\bprefer\w*|\bfirst[- ](?:line|choice)\b|\binstead\b|\brather\s+than\b", re.IGNORECASE)
# Which of a few drugs of one class is the best is told by a statement that compares some of them, or speaks of the class.
_BEST = re.compile(
    r"\b(?:w(?:h)?ich|what)\b[^?.;]*\b(?:best|strongest|safest|better|most\s+(?:effective|potent))\b(?!\s+(?:for|in|to|when|if|with|after|first)\b)",
    re.IGNORECASE,
)


def missing_comparison(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """The drugs that the question weighs against each other, if no statement does."""
    drugs = of_kinds(asked.focus, _DRUG, lexicon=lexicon)
    if _COMPARES.search(asked.text) and (unnamed := _unnamed_side(asked, profiles, lexicon=lexicon)):
        return called(asked, unnamed, lexicon=lexicon)
    if _COMPARES.search(asked.text) and (apart := _of_another_class(asked, drugs, lexicon=lexicon)):
        return "" if _weighed(apart, profiles, lexicon=lexicon) else called(asked, apart, lexicon=lexicon)
    if not (_COMPARES.search(asked.text) or _asks_which(asked, drugs, lexicon=lexicon)):
        return ""
    if len(drugs) < _PAIR or {Intent.DOSE, Intent.INTERVAL} & asked.intents:
        return ""
    return "" if _compared(drugs, profiles, lexicon=lexicon) else called(asked, drugs, lexicon=lexicon)


def missing_best(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """The class of which the best drug is asked for, if no statement compares two of them."""
    classes = of_kinds(asked.focus, _CLASS, lexicon=lexicon)
    if len(classes) != 1 or not _BEST.search(asked.sentence) or of_kinds(asked.focus, _DRUG, lexicon=lexicon):
        return ""
    members = frozenset().union(*(lexicon.descendants(c) for c in classes)) - classes
    if not members or any(lexicon.concepts[c].kind not in _DRUG for c in members):
        return ""
    return "" if _compared(members, profiles, lexicon=lexicon) else called(asked, classes, lexicon=lexicon)


def _asks_which(asked: Asked, drugs: frozenset[str], *, lexicon: Lexicon) -> bool:
    """True for a question which of two drugs named side by side has more of something ("X or Y, which lives longer?")."""
    sides = [m for m in lexicon.mentions(asked.text, typed=True) if m.concept.concept_id in drugs]
    joined = any(_JOINED.fullmatch(asked.text[one.end : other.start]) for one, other in pairwise(sides))
    return joined and bool(_WHICH_MORE.search(asked.sentence))


def _unnamed_side(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> frozenset[str]:
    """Of two procedures weighed against each other those that no statement names: their kind is the other's too."""
    sides = of_kinds(asked.focus, _PROCEDURE, lexicon=lexicon)
    if len(sides) < _PAIR:
        return frozenset()
    named = [profile.concepts | profile.concepts_above for profile in profiles]
    return frozenset(c for c in sides if not any(concept_match(c, things, lexicon=lexicon) >= NARROWER for things in named))


def _of_another_class(asked: Asked, drugs: frozenset[str], *, lexicon: Lexicon) -> frozenset[str]:
    """One drug and the one class that it is weighed against and doesn't belong to ("X or plain chemo"); empty if it isn't so."""
    classes = of_kinds(asked.focus, _CLASS, lexicon=lexicon)
    if len(drugs) != 1 or len(classes) != 1 or asked.intents & {Intent.DOSE, Intent.INTERVAL, Intent.DURATION}:
        return frozenset()
    (drug,), (kind,) = drugs, classes
    sides = [m for m in lexicon.mentions(asked.sentence, typed=True) if m.concept.concept_id in {drug, kind}]
    joined = any(
        one.concept is not other.concept and _JOINED.fullmatch(asked.sentence[one.end : other.start])
        for one, other in pairwise(sides)
    )
    return drugs | classes if joined and kind not in lexicon.ancestors(drug) else frozenset()


def _weighed(sides: frozenset[str], profiles: Sequence[Profile], *, lexicon: Lexicon) -> bool:
    """True if a statement compares or prefers, and names both sides, each itself or by its kind."""
    return any(
        (Intent.COMPARISON in profile.kinds or _PREFERS.search(profile.statement.text))
        and all(concept_match(c, profile.concepts | profile.concepts_above, lexicon=lexicon) for c in sides)
        for profile in profiles
    )


def _compared(drugs: frozenset[str], profiles: Sequence[Profile], *, lexicon: Lexicon) -> bool:
    """True if a statement compares two of the drugs."""
    return any(
        Intent.COMPARISON in profile.kinds
        and sum(concept_match(c, profile.concepts, lexicon=lexicon) >= NARROWER for c in drugs) >= _PAIR
        for profile in profiles
    )


def called(asked: Asked, concepts: Collection[str], *, lexicon: Lexicon) -> str:
    """What concepts are called in the question's language, by name."""
    return ", ".join(sorted(lexicon.concepts[c].called(asked.language) for c in concepts))


def of_kinds(concepts: Collection[str], kinds: frozenset[str], *, lexicon: Lexicon) -> frozenset[str]:
    """Those of some concepts that are of certain kinds."""
    return frozenset(c for c in concepts if lexicon.concepts[c].kind in kinds)
