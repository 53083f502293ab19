"""Two statements of different sources in, the figures out in which they differ and say the same otherwise. No model.

Figures that differ mean little by themselves: a loading dose is no other maintenance dose, nor a child's dose an adult's. So the
other's figures are put into the one statement, and the gate says whether the other states the result: then nothing but these
figures sets the two apart, neither patients nor route nor part of the course nor what the drug is given for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from assistant.answers import ReasonCode
from assistant.citation.gate import evidence_titled
from assistant.differences.listed_times import times_told
from assistant.differences.pairs import told
from assistant.retrieval.profile import Profile
from assistant.verify.decide import verify_claim
from assistant.verify.dosing import doses_in_words
from assistant.verify.quantities import Quantity, find_quantities
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems
from assistant.words.thesaurus import groups_of

DOSE, INTERVAL, DURATION, LIMIT = "dose", "interval", "duration", "limit"
COURSE = frozenset({DOSE, INTERVAL, DURATION})
"""What a course of treatment is told by; a limit tells for whom or from when it holds."""
_AGED_BEFORE = re.compile(
    r"\b(?:aged?(?:\s+of)?|ages|children\s+of|infants\s+of|from|until|edad\s+de|niños\s+de)\s*$", re.IGNORECASE
)
_AGED_BEHIND = re.compile(
    r"^(?:[^.;]{0,3}of\s+age\b|[\s-]*old\b|\s+(?:and|or)\s+(?:over|above|older|under|younger)\b|\s+de\s+edad\b)|^\s+years?\b",
    re.IGNORECASE,
)
_OF_AGE = re.compile(r"\b(?:of\s+age|de\s+edad)$", re.IGNORECASE)
# "Review after two days" is no treatment of two days, but a time like "every two days".
_AFTER_BEFORE = re.compile(
    r"\b(?:after|within|at|from|tras|después\s+de|a\s+l[ao]s|dentro\s+de)\s+(?:the\s+first\s+)?$", re.IGNORECASE
)
_AFTER_BEHIND = re.compile(r"^\s+(?:after|before|later|from|antes|después|tras)\b", re.IGNORECASE)
_YEAR, _KILOGRAM = 12.0, 1e6
# A month in minutes, and how far apart two times may lie that are the same in other units ("12 weeks", "3 months").
_MONTH, _ALIKE = 43830.0, 0.09
_MOST = 3
_HARD = frozenset({ReasonCode.POPULATION, ReasonCode.NEGATION, ReasonCode.DIRECTION})
# Which part of a course a figure is of: where it begins, what comes later, how far it may go; and what is given to prevent.
_PARTS = {
    "first": r"start\w*|initial\w*|initiat\w*|begin\w*|begun|commenc\w*|load\w*|priming|day\s+(?:1|one)|first\s+(?:dose|day)|"
    r"inici\w*|comenz\w*|comienz\w*|empez\w*|empiez\w*|carga|primer\s+día|primera\s+dosis",
    "later": r"maint\w*|thereafter|afterwards|subsequent\w*|increas\w*|rais\w*|titrat\w*|second\s+day|day\s+(?:2|two)|"
    r"segundo\s+día|manten\w*|mantien\w*|después|aument\w*",
    "utmost": r"max\w*|target\w*|ceiling|at\s+most|up\s+to|no\s+more\s+than|not\s+exceed\w*|máxim\w*|objetivo|como\s+mucho|hasta",
    "before": r"prevent\w*|prophyla\w*|prevenir|previene\w*|profila\w*|preventiv\w*",
}
_ROUTES = {
    "swallowed": r"oral(?:ly)?|by\s+mouth|tablets?|capsules?|syrup|swallow\w*|comprimidos?|cápsulas?|vía\s+oral|jarabe",
    "injected": r"inject\w*|intraven\w*|i\.?v\.?|subcutaneous\w*|intramuscular\w*|infus\w*|subcután\w*|inyect\w*|perfusi\w*",
    "on the skin": r"creams?|ointments?|topical\w*|patch(?:es)?|gels?|cremas?|pomadas?|tópic\w*|parches?",
    "inhaled": r"nebuli[sz]\w*|inhal\w*|spacers?|puffs?",
}
_ROUTE = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _ROUTES.items()}
_PART = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _PARTS.items()}
# Headings that say of what part of the care a section tells, and of no illness.
_GENERAL = frozenset(
    content_stems(
        "treatment treating management managing therapy dose doses dosing dosage drug drugs medicine medicines medication "
        "prescribing acute first second line choice initial starting start options general recommendations recommendation advice "
        "adults patients monitoring follow follow-up prevention care summary key points guidance course duration interval oral "
        "details regimen regimens what how when who which give given use using disease disorder syndrome infection illness"
    )
)


def differing(left: Profile, right: Profile, asked_stems: Collection[str], *, lexicon: Lexicon) -> frozenset[str]:
    """In what the two differ while they say the same otherwise: "dose", "interval", "duration" or "limit"; empty if in nothing.

    ``asked_stems`` are the words of the question: headings that differ in them only are of one thing.
    """
    if left.source.language != right.source.language or _parts_apart(left, right):
        return frozenset()
    if any(_heads(left, right, asked_stems, lexicon)):
        return frozenset()
    for one, other in ((left, right), (right, left)):
        changed = _with_figures_of(_spelled(told(one)), _spelled(told(other)))
        if changed and _reasons(other, changed[0], lexicon) <= {ReasonCode.STRENGTH}:
            return changed[1]
    return frozenset()


def are_apart(left: Profile, right: Profile, asked_stems: Collection[str], *, lexicon: Lexicon) -> bool:
    """True if the figures of two statements can't be compared: of another part of a course, another band, or other patients.

    It asks less than ``differing``: what is only told in other words sets nothing apart.
    """
    if left.source.language != right.source.language:
        return False
    unsaid = _heads(left, right, asked_stems, lexicon)
    if _parts_apart(left, right) or all(unsaid):
        return True
    if any(unsaid) and _is_asked_head((left, right)[unsaid.index(False)], asked_stems, lexicon):
        return True
    if _limits_apart(_spelled(told(left)), _spelled(told(right))):
        return True
    return all(_reasons(one, _spelled(told(other)), lexicon) & _HARD for one, other in ((left, right), (right, left)))


def _spelled(text: str) -> str:
    return times_told(doses_in_words(text))


def _parts_apart(left: Profile, right: Profile) -> bool:
    """True for two parts of a course, for what prevents beside what treats, and for two ways to give a thing."""
    ways = [{name for name, route in _ROUTE.items() if route.search(told(one))} for one in (left, right)]
    if all(ways) and ways[0].isdisjoint(ways[1]):
        return True
    ours, theirs = _parts(left), _parts(right)
    return bool((ours and theirs and ours != theirs) or (ours ^ theirs) & {"utmost", "before"})


def _heads(left: Profile, right: Profile, asked_stems: Collection[str], lexicon: Lexicon) -> tuple[bool, bool]:
    """Of each of the two, whether it stands under what neither the other nor the question speaks of."""
    ours = _unsaid_heads(left, right, asked_stems, lexicon)
    return ours, _unsaid_heads(right, left, asked_stems, lexicon)


def _limits_apart(text: str, other: str) -> bool:
    ours, theirs = _kinds(text), _kinds(other)
    return any(kind == LIMIT for kind, _ in (*_alone(ours, theirs), *_alone(theirs, ours)))


def _parts(profile: Profile) -> frozenset[str]:
    """Of which parts of a course a statement tells; what is raised to the utmost is that."""
    text = told(profile)
    found = {name for name, pattern in _PART.items() if pattern.search(text)}
    return frozenset(found - {"later"} if "utmost" in found else found)


def _reasons(profile: Profile, claim: str, lexicon: Lexicon) -> frozenset[ReasonCode]:
    """Why a statement doesn't say a claim."""
    statement = profile.statement
    evidence = replace(evidence_titled(statement, profile.source.title), text=_spelled(statement.text))
    return frozenset(reason.code for reason in verify_claim(claim, (evidence,), lexicon=lexicon).reasons)


def _with_figures_of(text: str, other: str) -> tuple[str, frozenset[str]] | None:
    """The text with those figures of the other's that differ from its own, and their kinds; None if none differs."""
    ours, theirs = _kinds(text), _kinds(other)
    pairs = list(_unlike(ours, theirs))
    apart = [one for kind, one in (*_alone(ours, theirs), *_alone(theirs, ours)) if kind == LIMIT]
    if apart and len(apart) != 2 * len([kind for kind, _, _ in pairs if kind == LIMIT]):
        return None  # the one holds from a limit of which the other says nothing
    kinds = frozenset(kind for kind, _, _ in pairs)
    if not pairs or len(pairs) > _MOST or (LIMIT in kinds and kinds != {LIMIT}) or _same_a_day(pairs):
        return None
    changed = text
    for _, own, foreign in sorted(pairs, key=lambda pair: -pair[1].start):
        changed = f"{changed[: own.start]}{foreign.surface}{changed[own.end :]}"
    return changed, kinds


def _unlike(ours: list[tuple[str, Quantity]], theirs: list[tuple[str, Quantity]]) -> Iterator[tuple[str, Quantity, Quantity]]:
    """Figures of one kind and unit, in their order, that stand in one text only."""
    left, right = _alone(ours, theirs), _alone(theirs, ours)
    for kind, own in left:
        found = next((place for place, (k, other) in enumerate(right) if k == kind and _comparable(own, other)), None)
        if found is not None:
            yield kind, own, right.pop(found)[1]


def _alone(ours: Iterable[tuple[str, Quantity]], theirs: Collection[tuple[str, Quantity]]) -> list[tuple[str, Quantity]]:
    """Those of our figures that none of theirs is like."""
    return [(kind, one) for kind, one in ours if not any(kind == k and _alike(one, other) for k, other in theirs)]


def _kinds(text: str) -> list[tuple[str, Quantity]]:
    return [(kind, one) for one in find_quantities(text) if (kind := _kind(one, text))]


def _kind(one: Quantity, text: str) -> str:
    """What a figure tells of a course: a dose, an interval, a duration, or from which limit; "" for any other."""
    if one.kind == "interval":
        return INTERVAL
    aged = one.base == "month" and one.low >= _YEAR and (_OF_AGE.search(one.surface) or _AGED_BEFORE.search(text[: one.start]))
    bound = one.comparator in {"<", ">", "≤", "≥"} and not _is_cap(one)
    if bound or one.kind == "bare" or aged or (one.base == "month" and _AGED_BEHIND.search(text[one.end :])):
        return LIMIT
    if one.kind == "duration":
        after = _AFTER_BEFORE.search(text[: one.start]) or _AFTER_BEHIND.search(text[one.end :])
        return INTERVAL if after or one.comparator == "within" else DURATION
    return DOSE if one.kind == "amount" else ""


def _is_cap(one: Quantity) -> bool:
    """True for the bound of a dose ("at most 2 g"), as against that of a weight."""
    return one.base in {"mg", "IU", "ml"} and one.high < _KILOGRAM


def _comparable(one: Quantity, other: Quantity) -> bool:
    times = {"minute", "month"}
    like = one.base == other.base or {one.base, other.base} <= times
    return like and one.kind == other.kind and one.comparator == other.comparator


def _alike(one: Quantity, other: Quantity) -> bool:
    """True if the two ranges meet: a dose within a range is no other dose, and twelve weeks are three months."""
    if not _comparable(one, other):
        return False
    slack = _ALIKE if one.base != other.base else 0.0
    low, high = max(_base(one.low, one), _base(other.low, other)), min(_base(one.high, one), _base(other.high, other))
    return low <= high * (1 + slack) + 1e-9


def _base(value: float, one: Quantity) -> float:
    return value * _MONTH if one.base == "month" else value


def _same_a_day(pairs: Iterable[tuple[str, Quantity, Quantity]]) -> bool:
    """True for doses that come to the same a day: 1 g once daily beside 500 mg twice daily."""
    by_kind = {kind: (own, foreign) for kind, own, foreign in pairs}
    if not {DOSE, INTERVAL} <= set(by_kind):
        return False
    (dose, other), (every, else_every) = by_kind[DOSE], by_kind[INTERVAL]
    rates = [amount.low / _base(time.low, time) for amount, time in ((dose, every), (other, else_every))]
    return all(abs(one / two - 1) < _ALIKE for one, two in pairwise(rates))


def _is_asked_head(profile: Profile, asked_stems: Collection[str], lexicon: Lexicon) -> bool:
    """True if a statement stands under a heading that the question names, which is no drug's."""
    heading = " ".join(profile.statement.heading_path[-1:])
    own = set(content_stems(heading, profile.source.language)) - _GENERAL
    drugs = any(lexicon.concepts[c].kind in TREATMENTS for c in lexicon.concepts_in(heading))
    return bool(own) and own <= set(asked_stems) and not drugs


def _unsaid_heads(one: Profile, other: Profile, asked_stems: Collection[str], lexicon: Lexicon) -> bool:
    """True if the one stands under a heading that names what neither the other nor the question speaks of, and no drug."""
    heading = " ".join(one.statement.heading_path[-1:])
    if any(lexicon.concepts[c].kind in TREATMENTS for c in lexicon.concepts_in(heading)):
        return False
    language = one.source.language
    known = {*other.stems, *other.stems_above, *content_stems(other.source.title, language), *asked_stems}
    # Two papers head the same in other words: "Flares", "Acute attacks".
    like = groups_of(content_stems(" ".join(other.statement.heading_path[-1:]), language), language)
    left = set(content_stems(heading, language)) - known - _GENERAL
    return any(like.isdisjoint(groups_of((word,), language)) for word in left)
