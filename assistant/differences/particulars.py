"""Two statements of different sources in, whether they tell otherwise for whom, when, how long, out of what and to what gain."""

from __future__ import annotations

import re

from assistant.differences.compared import Compared
from assistant.differences.pairs import ACTS, LINE, MEASURES, Point, patients, told
from assistant.retrieval.profile import Profile
from assistant.retrieval.quantified import figures
from assistant.verify.conditional import find_conditions
from assistant.words.clauses import denials

_FIRST_TOLD = re.compile(r"\b(?:first[- ]line|initial (?:therapy|treatment)|first (?:therapy|treatment))\b", re.IGNORECASE)
_LATER_TOLD = re.compile(r"\b(?:after|once|following|upon|when)\b[^,;:.]*\bfail\w*", re.IGNORECASE)
_NEXT_TOLD = re.compile(
    r"\b(?:followed by|switch\w*|second[- ]line|next[- ]line|(?:after|until|upon|on)\s+(?:\w+\s+)?"
    r"(?:progress\w*|resistance|failure))\b",
    re.IGNORECASE,
)
_ONLY_RELIEF = re.compile(
    r"\b(?:only|solely|purely|merely)\s+(?:for\s+)?palliat\w*|\bpalliat\w*\s+only\b|\bnot\s+(?:\w+\s+){0,3}cur(?:e|ative)\b",
    re.IGNORECASE,
)
_TO_CURE = re.compile(
    r"(?<!not )\b(?:aims?|goals?|intent\w*|try\w*|tries|attempt\w*)\b(?:(?!\bnot\b)[^.;])*\bcur(?:e|ing|ative)\b|"
    r"\bcurative\s+intent\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"\b(?:unknown|undefined|uncertain|unclear|not (?:known|defined|established))\b", re.IGNORECASE)
_LENGTH = re.compile(r"\b(?:duration|how long|length)\b", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:interrupt\w*|stop\w*|discontinu\w*|end\w*|up to|for)\b", re.IGNORECASE)
_LIFE = re.compile(r"\bsurviv\w*|\b(?:live|living)\s+longer\b|\blength(?:en)?\b[^.;]*\blife\b", re.IGNORECASE)
_LONGER = re.compile(r"\b(?:prolong\w*|longer|improv\w*|extend\w*|increas\w*|lengthen\w*|reduction)\b", re.IGNORECASE)
_NO_GAIN = re.compile(
    r"\b(?:no|not|without|never)\b[^.;]*\b(?:advantage|benefit|gain|improve\w*|longer|prolong\w*)\b", re.IGNORECASE
)
_GOAL = re.compile(r"\b(?:goals?|aims?|objectives?|purpose|so as to)\b", re.IGNORECASE)
_OFFERED = re.compile(r"\b(?:offered|given|used|options?|recommended|treat\w*|preferred|include\w*)\b", re.IGNORECASE)
_NO_DOSE = frozenset({"dose", "share", "rate"})


def for_whom(of: Compared, left: Profile, right: Profile) -> Point | None:
    """The same treatment for patients who can't be the same, or only with a mark here of which nothing is said there."""
    if denials(left.statement.text) or denials(right.statement.text):
        return None
    for thing in sorted(thing for thing in of.things if of.is_small(thing)):
        if of.both_name(thing, left, right) and (_clash_as_asked(of, left, right) or _unmarked(of, left, right, thing)):
            return Point("patients", frozenset({thing}))
    return None


def _clash_as_asked(of: Compared, left: Profile, right: Profile) -> bool:
    axes = {of.lexicon.concepts[p].axis for p in of.asked.population}
    return bool(of.lexicon.clashes(left.population, right.population) & axes)


def _unmarked(of: Compared, left: Profile, right: Profile, thing: str) -> bool:
    """True if one names a mark that the question asks about, and the other's source never does of this treatment."""
    of_it = [
        patients(entry.profile, lexicon=of.lexicon)
        for entry in of.judged
        if entry.profile.source.source_id == right.source.source_id and any(of.is_it(c, thing) for c in entry.profile.concepts)
    ]
    known = frozenset().union(*of_it)
    axes = {of.lexicon.concepts[p].axis for p in known} - {None}
    marks = {p for p in left.population - known if of.mark_asked(p) and of.lexicon.concepts[p].axis not in axes}
    parts = {p: of.lexicon.implied({p}) - {p} for p in marks}
    marks = {p for p in marks if not parts[p] or not parts[p] <= known}
    ours, theirs = of.marks(left) - marks, of.marks(right)
    return bool(marks and ours & theirs) and not of.lexicon.excludes(ours, theirs)


def order(of: Compared, first: Profile, later: Profile) -> Point | None:
    """What comes first here and only after something else has failed there."""
    if not (_FIRST_TOLD.search(told(first)) and _LATER_TOLD.search(later.statement.text)):
        return None
    for thing in sorted(of.things):
        if of.both_name(thing, first, later):
            return Point("order", frozenset({thing}))
    return None


def next_or_late(of: Compared, soon: Profile, late: Profile) -> Point | None:
    """What follows when the one before has failed here, and is kept for a later line of treatment there."""
    if not _NEXT_TOLD.search(soon.statement.text) or _NEXT_TOLD.search(late.statement.text) or denials(soon.statement.text):
        return None
    lines = [_lines(of, one) for one in (soon, late)]
    for thing in sorted(thing for thing in of.things if of.is_small(thing)):
        if lines[1] and not lines[0] and of.both_name(thing, soon, late):
            return Point("order", frozenset({thing}))
    return None


def _lines(of: Compared, profile: Profile) -> frozenset[str]:
    """The lines of treatment that a statement is about, but for the first and what comes next."""
    concepts = (of.lexicon.concepts[p] for p in patients(profile, lexicon=of.lexicon))
    return frozenset(
        c.concept_id for c in concepts if c.axis == LINE and not (_FIRST_TOLD.search(c.name) or _NEXT_TOLD.search(c.name))
    )


def aim(of: Compared, relief: Profile, cure: Profile) -> Point | None:
    """To what end: only for relief here, with the chance of a cure there."""
    if not _ONLY_RELIEF.search(relief.statement.text) or not _TO_CURE.search(cure.statement.text):
        return None
    for thing in sorted(of.things):
        fewer = of.marks(cure) - of.marks(relief) - of.asked.population
        if not fewer and of.both_name(thing, relief, cure) and of.about_the_same(relief, cure):
            return Point("aim", frozenset({thing}))
    return None


def how_long(of: Compared, unknown: Profile, known: Profile) -> Point | None:
    """How long: the one says that nobody knows, the other gives an end."""
    said = told(unknown)
    if not (_UNKNOWN.search(said) and _LENGTH.search(said) and of.about_the_same(unknown, known)):
        return None
    if _gives_an_end(of, unknown) or not _gives_an_end(of, known) or not of.of_one_thing(unknown, known):
        return None
    return Point("duration", of.things)


def _gives_an_end(of: Compared, profile: Profile) -> bool:
    """True for a time, which is no dose's, after which something ends, or for what it goes on until."""
    text = profile.statement.text
    if any(one.kind == "until" for one in find_conditions(text)):
        return True
    found = figures(text, lexicon=of.lexicon)
    timed = any(figure.unit == "time" and figure.kind in {"span", "after"} for figure in found)
    return timed and not any(figure.kind in _NO_DOSE for figure in found) and bool(_ENDS.search(text))


def others(of: Compared, fewer: Profile, more: Profile) -> Point | None:
    """A drug asked about is one of several of its kind here, and its source names none of the others there."""
    concepts = of.lexicon.concepts
    named = of.named_by(fewer.source)
    for thing in sorted(c for c in of.things & fewer.concepts & more.concepts if concepts[c].kind == "drug"):
        kin = {c for c in more.concepts - {thing} if set(concepts[c].parents) & set(concepts[thing].parents)}
        told = [patients(profile, lexicon=of.lexicon) for profile in (fewer, more)]
        if kin and kin.isdisjoint(named) and not of.lexicon.excludes(*told):
            return Point("options", frozenset({thing, *kin}))
    return None


def members(of: Compared, left: Profile, right: Profile) -> Point | None:
    """Of a class asked about, one source names these and the other those, none of them the same."""
    if not all(_OFFERED.search(profile.statement.text) for profile in (left, right)):
        return None
    for thing in sorted(thing for thing in of.class_of_things if of.lexicon.concepts[thing].kind in ACTS and of.is_small(thing)):
        kinds = frozenset(c for c in of.lexicon.descendants(thing) if of.lexicon.concepts[c].kind == "drug")
        ours, theirs = (profile.concepts & kinds for profile in (left, right))
        apart = not kinds & of.named_by(left.source) & of.named_by(right.source)
        if ours and theirs and apart and of.about_the_same(left, right):
            return Point("options", ours | theirs)
    return None


def outcome(of: Compared, gain: Profile, none: Profile) -> Point | None:
    """Longer life: the one speaks of a gain, the other of none, of one treatment or of treatment as such."""
    texts = gain.statement.text, none.statement.text
    if not all(_LIFE.search(text) for text in texts) or not _LONGER.search(texts[0]):
        return None
    if _GOAL.search(texts[0]) or _NO_GAIN.search(texts[0]) or not _NO_GAIN.search(texts[1]):
        return None
    measured = frozenset(c for c in of.asked.concepts if of.lexicon.concepts[c].kind in MEASURES)
    same = of.of_one_thing(gain, none) and of.about_the_same(gain, none)
    return Point("outcome", measured | of.things) if same else None
