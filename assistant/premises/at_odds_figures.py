"""A clause and a statement in, whether they give another share, time, way in, aim or order of two, out. Pure."""

from __future__ import annotations

import re

from assistant.premises.at_odds_said import THINGS, kin_of, mostly_said, named_in
from assistant.premises.at_odds_words import (
    BEST,
    COMPARES,
    CURES,
    EQUAL,
    EQUATES,
    FIXED,
    NO_BETTER,
    NO_THAN,
    OF_DOSE,
    OVER,
    PALLIATES,
    SHARE_WORDS,
    THAN,
    UNKNOWN,
)
from assistant.retrieval.profile import Profile
from assistant.verify.quantities import Quantity, find_quantities
from assistant.words.clauses import PLAIN_NOT, denials
from assistant.words.lexicon import Lexicon

_REACH = 90
_CLOCK = re.compile(r"\b(?:h|hours?|min\w*|horas?)\b", re.IGNORECASE)


def share(clause: str, profile: Profile, lexicon: Lexicon) -> bool:
    """Another share than the statement gives, in words or figures."""
    ours, theirs = _shares_in(OF_DOSE.sub(" ", clause)), _shares_in(profile.statement.text)
    apart = bool(ours and theirs) and not any(a[0] <= b[1] and b[0] <= a[1] for a in ours for b in theirs)
    bare = clause
    for pattern, _, _ in SHARE_WORDS:
        bare = pattern.sub(" ", bare)
    return apart and mostly_said(bare, profile, lexicon=lexicon)


def _shares_in(text: str) -> list[tuple[float, float]]:
    worded = [(float(low), float(high)) for pattern, low, high in SHARE_WORDS if pattern.search(text)][:1]
    figures = [(q.low, q.high) for q in find_quantities(text) if q.base == "%"]
    return worded or [(low - 1, high + 1) for low, high in figures]


def time(clause: str, profile: Profile, _lexicon: Lexicon) -> bool:
    """Another interval, or another time over which a thing is given, than the only one that the statement tells of it."""
    for kind in ("interval", "duration"):
        ours, theirs = _of_kind(clause, kind), _of_kind(profile.statement.text, kind)
        if len(theirs) == 1 and ours and all(_apart(one, theirs[0]) for one in ours):
            return True
    return False


def _of_kind(text: str, kind: str) -> list[Quantity]:
    """The intervals of a text, or the times that something is given over in hours or minutes."""
    text = re.sub(r"\b(every|each)\s+single\b", r"\1", text, flags=re.IGNORECASE)
    found = [q for q in find_quantities(text) if q.kind == kind]
    return [q for q in found if kind == "interval" or (_CLOCK.search(q.surface) and _is_given_over(text, q))]


def _is_given_over(text: str, time: Quantity) -> bool:
    """Whether a time is what something is given over: told by the word before it or the one that it begins with."""
    return bool(OVER.search(text[: time.start]) or OVER.search(f"{time.surface.split()[0]} "))


def _apart(one: Quantity, other: Quantity) -> bool:
    return one.base == other.base and (one.high < other.low or other.high < one.low)


def fixed(clause: str, profile: Profile, _lexicon: Lexicon) -> bool:
    """For good, or for exactly so long, where the statement says that how long isn't known."""
    return bool(FIXED.search(clause) and UNKNOWN.search(profile.statement.text)) and not denials(clause) % 2


def aim(clause: str, profile: Profile, _lexicon: Lexicon) -> bool:
    """To cure where the statement says to palliate, or the other way round."""
    text = profile.statement.text
    ours = bool(CURES.search(clause)), bool(PALLIATES.search(clause))
    theirs = bool(CURES.search(text)), bool(PALLIATES.search(text))
    return ours in {(True, False), (False, True)} and theirs == ours[::-1] and not denials(clause) % 2 and not denials(text)


def route(clause: str, profile: Profile, lexicon: Lexicon) -> bool:
    """Another way in than the only one that the statement tells."""
    ours, theirs = _routes(clause, lexicon), _routes(profile.statement.text, lexicon)
    drugs = {c for c in lexicon.concepts_in(clause, typed=True) if lexicon.concepts[c].kind == "drug"}
    return bool(ours) and len(theirs) == 1 and not ours & theirs and bool(drugs) and drugs <= profile.concepts


def _routes(text: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(c for c in lexicon.concepts_in(text, typed=True) if lexicon.concepts[c].kind == "route")


def comparison(clause: str, profile: Profile, lexicon: Lexicon) -> bool:
    """Of the same two the other one as the better."""
    ours = _better(clause, lexicon)
    equal = _equal(profile.statement.text, lexicon)
    if equal and not NO_BETTER.search(clause):
        return _weighs(clause, equal, lexicon)
    theirs = _better(profile.statement.text, lexicon)
    if theirs is None:
        return False
    if EQUATES.search(clause):
        return not PLAIN_NOT.search(clause) and _are_the_two(clause, theirs, lexicon)
    best = BEST.search(clause)
    if ours is None and best and not denials(clause) % 2:
        named = [c for c in named_in(clause, lexicon) if lexicon.concepts[c].kind in THINGS]
        return len(named) == 1 and kin_of(named[0], theirs[1], lexicon)
    if ours is None:
        return False
    better, worse = ours
    return kin_of(better, theirs[1], lexicon) and kin_of(worse, theirs[0], lexicon)


def _equal(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The things on both sides of "as good as" in a text; none where it says so of none, or of one only."""
    match = EQUAL.search(text)
    if match is None or PLAIN_NOT.search(text):
        return frozenset()
    mentions = [m for m in lexicon.mentions(text, typed=True) if m.concept.kind in THINGS]
    left = [m for m in mentions if m.end <= match.start()]
    right = [m for m in mentions if m.start >= match.end() and m.start - match.end() < _REACH]
    return frozenset({left[0].concept.concept_id, right[0].concept.concept_id}) if left and right else frozenset()


def _weighs(clause: str, equal: frozenset[str], lexicon: Lexicon) -> bool:
    """True if a clause has one of two for the better or the worse, and names nothing else to weigh it against."""
    weighed = COMPARES.search(clause)
    things = {c for c in named_in(clause, lexicon) if lexicon.concepts[c].kind in THINGS}
    if weighed is None or PLAIN_NOT.search(clause) or not things:
        return False
    return all(any(kin_of(one, other, lexicon) for other in equal) for one in things)


def _are_the_two(clause: str, two: tuple[str, str], lexicon: Lexicon) -> bool:
    """True if a clause names both of two, or their kinds, and no third thing."""
    things = [c for c in named_in(clause, lexicon) if lexicon.concepts[c].kind in THINGS]
    met = [[kin_of(one, other, lexicon) for other in two] for one in things]
    return all(any(row) for row in met) and all(any(column) for column in zip(*met, strict=True)) and bool(things)


def _better(text: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Which of two is told to be the better, and the other; None if the text compares no two."""
    mentions = [m for m in lexicon.mentions(text, typed=True) if lexicon.concepts[m.concept.concept_id].kind in THINGS]
    for match in COMPARES.finditer(text):
        left = [m for m in mentions if m.end <= match.start()]
        right = [m for m in mentions if m.start >= match.end() and m.start - match.end() < _REACH]
        if not left or not right:
            continue
        between = text[match.end() : right[0].start]
        if not (NO_THAN.match(match[0]) or re.search(THAN, between, re.IGNORECASE)):
            continue
        if PLAIN_NOT.search(text[left[0].end : match.start()]):
            return None
        first, second = left[0].concept.concept_id, right[0].concept.concept_id
        if first == second:
            continue
        return (first, second) if match["up"] else (second, first)
    return None
