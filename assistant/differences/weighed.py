"""Two statements of different sources in, whether they weigh the thing asked about otherwise out.

One urges what the other leaves open or advises against; one urges what the other names as one of two; one ranks what the other
sets side by side, or says that nothing is best; one sets a condition or an exception that the other doesn't.
"""

from __future__ import annotations

import re
from itertools import permutations

from assistant.differences.advice import FIRM, OPEN, advice, alternatives
from assistant.differences.compared import Compared
from assistant.differences.pairs import ACTS, LINE, MEASURES, Point, patients
from assistant.retrieval.profile import Profile
from assistant.verify.conditional import find_conditions
from assistant.words.clauses import denials

_STEPS_APART = 1.5
_ONE_BY_ONE = re.compile(r"\b(?:or|versus|vs|instead|rather|replac\w*)\b", re.IGNORECASE)
INSTEAD_ASKED = re.compile(
    r"(?<!-)\b(?:instead|replac\w*|alternatives?|only|compulsory|mandatory|obligatory|must|have to|required?|need\w*|rather)\b",
    re.IGNORECASE,
)
_BETTER = re.compile(
    r"\b(?:superior|preferred\s+(?:over|to)|rather\s+than|(?:more\s+\w+|better|longer|delay\w*)\b[^.;]*\b(?:than|compared))\b",
    re.IGNORECASE,
)
_OVER = re.compile(r"\b(?:over|rather than|than|versus|vs)\b", re.IGNORECASE)
_NONE_BEST = re.compile(r"\bno\s+(?:single|one)\b[^.;]*\b(?:superior\w*|better|best|proven)\b", re.IGNORECASE)
_NONE_AT_ALL = re.compile(r"\bno\s+(?:single|one)\s+(?:regimen|treatment|therapy|drug|agent|option|combination)\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:no longer|progress\w*|fail\w*|relaps\w*)\b", re.IGNORECASE)
_FURTHER_ASKED = re.compile(r"\b(?:third|fourth|fifth|3rd|4th|5th|another|further|more|next|again|any longer)\b", re.IGNORECASE)
_FOR_THESE = re.compile(r"\((?:only\s+)?(?:for|if|in|when)\s[^()]*\)", re.IGNORECASE)
_ONLY_IN = re.compile(r"\bonly\s+(?:when|if|in|for|after|where)\b", re.IGNORECASE)


def strength(of: Compared, firm: Profile, other: Profile) -> Point | None:
    """What one urges and the other leaves open or advises against, for patients whom the first counts in."""
    ours, theirs = (advice(profile.statement.text, of.lexicon) for profile in (firm, other))
    later = [bool(_LATER.search(text)) for text in (firm.statement.text, other.statement.text, of.asked.text)]
    if later[0] != later[1] and not later[2]:  # what one says of a later line is nothing that the other differs from
        return None
    if not (_ONE_BY_ONE.search(of.asked.text) or all(of.names_all(profile) for profile in (firm, other))):
        return None
    for thing in sorted(of.things):
        urged = max((weight for c, weight in ours.items() if of.is_it(c, thing)), default=0.0)
        left_open = [weight for c, weight in theirs.items() if of.is_it(c, thing)]
        apart = urged >= FIRM and bool(left_open) and urged - max(left_open) >= _STEPS_APART
        if apart and of.reaches(firm, other, against=max(left_open) < OPEN):
            return Point("strength", frozenset({thing}))
    return None


def one_of_two(of: Compared, firm: Profile, other: Profile) -> Point | None:
    """What one urges by itself and the other names as one of two."""
    if any(of.lexicon.concepts[c].kind in MEASURES for c in other.concepts):
        return None
    ours = advice(firm.statement.text, of.lexicon)
    named = firm.concepts.union(*(of.lexicon.ancestors(c) | of.lexicon.descendants(c) for c in firm.concepts))
    enough, kin = (any, of.is_it) if INSTEAD_ASKED.search(of.asked.text) else (all, of.is_kin)
    for pair in alternatives(other.statement.text, of.lexicon):
        for one, instead in (pair, pair[::-1]):
            urged = any(weight >= FIRM and of.is_it(one, c) for c, weight in ours.items())
            asked = enough(any(kin(c, thing) for thing in of.things) for c in (one, instead))
            if urged and asked and instead not in named and of.reaches(firm, other):
                return Point("alternatives", frozenset({one, instead}))
    return None


def ranking(of: Compared, ranked: Profile, alike: Profile) -> Point | None:
    """Of two things asked about, one is put before the other here; there the two stand side by side."""
    if not _BETTER.search(ranked.statement.text) or _BETTER.search(alike.statement.text) or not of.about_the_same(ranked, alike):
        return None
    pairs = alternatives(alike.statement.text, of.lexicon)
    for one, other in permutations(sorted(of.things), 2):
        both = all(any(of.is_it(c, thing) for c in ranked.concepts) for thing in (one, other))
        if both and any(of.is_it(left, one) and of.is_it(right, other) for left, right in pairs):
            return Point("first choice", frozenset({one, other}))
    return None


def best(of: Compared, none: Profile, firm: Profile) -> Point | None:
    """No treatment of a class is better than the others here, one or some are urged there."""
    text = firm.statement.text
    if not _NONE_BEST.search(none.statement.text) or denials(text) or _OVER.search(text) or not of.about_the_same(none, firm):
        return None
    urged = {c for c, weight in advice(text, of.lexicon).items() if weight >= FIRM}
    for one in sorted(c for c in none.concepts if of.lexicon.concepts[c].kind in ACTS):
        kinds = {c for c in of.lexicon.descendants(one) & urged if not _is_way_of(of, c, one)}
        if kinds and all(thing == one or any(of.is_it(c, thing) for c in kinds) for thing in of.things):
            return Point("first choice", frozenset({one}))
    if urged and _NONE_AT_ALL.search(none.statement.text) and of.treatment_as_such(none):
        return Point("first choice", of.things or frozenset(urged))
    return None


def _is_way_of(of: Compared, concept: str, one: str) -> bool:
    """True for a way to give it ("single-agent X") and not one of its kinds."""
    return of.lexicon.concepts[one].name.lower() in of.lexicon.concepts[concept].name.lower()


def only_if(of: Compared, limited: Profile, free: Profile) -> Point | None:
    """What one allows only in a case and the other in any, for the same patients."""
    text = limited.statement.text
    if not _ONLY_IN.search(text) or denials(text) or _ONLY_IN.search(free.statement.text) or not of.about_the_same(limited, free):
        return None
    lines = _lines(of, limited)
    later_too = _lines(of, free) or _LATER.search(free.statement.text)
    asked_on = lines <= of.lexicon.implied(of.asked.population) or (later_too and _FURTHER_ASKED.search(of.asked.text))
    if not asked_on or bool(lines) != bool(later_too):
        return None
    ours, theirs = (advice(profile.statement.text, of.lexicon) for profile in (limited, free))
    for thing in sorted(of.things):
        both = all(any(weight >= OPEN and of.is_it(c, thing) for c, weight in told.items()) for told in (ours, theirs))
        if both and of.names_all(free):
            return Point("condition", frozenset({thing}))
    return None


def _lines(of: Compared, profile: Profile) -> frozenset[str]:
    """The lines of treatment that a statement is about."""
    told = patients(profile, lexicon=of.lexicon)
    return frozenset(p for p in told if of.lexicon.concepts[p].axis == LINE)


def exceptions(of: Compared, left: Profile, right: Profile) -> Point | None:
    """The same is urged by both, with an exception that only one of them makes; or here only in a case, there in another too."""
    ours, theirs = (_cases(of, profile) for profile in (left, right))
    if not (ours and theirs) or not ours - of.lexicon.implied(theirs) - theirs or not of.about_the_same(left, right):
        return None
    for thing in sorted(of.things):
        if all(any(of.is_it(c, thing) for c in one.concepts | one.concepts_above) for one in (left, right)):
            return Point("exceptions", frozenset({thing}))
    return None


def _cases(of: Compared, profile: Profile) -> frozenset[str]:
    """The patients named in a statement's exceptions, or in brackets as those for whom all below a lead-in is meant."""
    text = profile.statement.text
    spans = [text[one.start : one.end] for one in find_conditions(text) if one.kind == "unless"]
    spans += _FOR_THESE.findall(profile.statement.lead_in)
    return frozenset().union(*(of.lexicon.population(span) for span in spans))
