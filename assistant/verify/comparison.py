"""Comparisons: what stands on which side, and which side wins. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.verify.meaning import says
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.concepts import GIVEN, TREATMENTS
from assistant.words.lexicon import Lexicon

_CUES = frozenset(
    f"w:{word}"
    for word in (
        "than",
        "over",
        "versus",
        "vs",
        "vs.",
        "against",
        "compar with",
        "compar to",
        "rather than",
        "instead of",
        "as oppos to",
        "relat to",
        "in comparison with",
        "in comparison to",
        "in place of",
        "altern to",
    )
)
_BETWEEN = _CUES | {"g:compare", "g:like_others"}
# "In the comparison, A did better than B" and "the gain relates to X": the noun and the verb part no sides, "relative to" does.
_NAMED = frozenset(("alike", "comparison", "comparisons", "relate to", "relates to", "related to", "relating to"))
_VERBS = frozenset(("w:outperform", "w:beat", "w:surpass", "w:exceed", "w:outdo"))
_STEERING = frozenset(("w:superior", "w:inferior", "w:prefer", "w:favor", "w:favour", "w:equal", "w:altern"))
_FAVOURING = frozenset(("w:prefer", "w:favor", "w:favour"))
# Behind a word that favours or ranks: "preferred to", "favoured ahead of", "ranks above".
_STEERED = frozenset(("w:to", "w:over", "w:ahead of", "w:abov"))
_RANKING = frozenset("rank ranks ranked placed precedence priority".split())
COMPARATIVE = frozenset(("amount", "quality", "length"))
_OPENS = frozenset(("\n", ":"))
_OPENING = frozenset("to in for when if among with as because since".split())
_IN = frozenset("in for among during unless if when where".split())
_HARMS = frozenset(("g:side_effect", "g:symptom", "g:harm", "g:toxicity", "g:complication"))
_LESSER = (("less",), ("least",))
_PASSIVE = (("been",), ("were",), ("are",))
_NEAR = 8
_CLOSE = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """What stands on both sides of "superior to", "than", "compared with"; ``index`` is the place of the cue."""

    left: tuple[Term, ...]
    right: tuple[Term, ...]
    cue: Term
    index: int


def swapped(match: Match, lexicon: Lexicon) -> Reason | bool | None:
    """A reason for swapped sides, True for sides that agree, None if there is nothing to compare."""
    ours, theirs = comparison_of(match.claim), comparison_of(match.ground.statement)
    if ours is None or theirs is None:
        return None
    given = (_treatments(ours), _treatments(theirs))
    straight, crossed = _sides_met(*given, lexicon) if all(one.left and one.right for one in given) else (0.0, 0.0)
    if straight == crossed:
        straight, crossed = _heads_met(ours, theirs, lexicon)
    if straight == crossed:
        bare = (_bare(ours, match.claim), _bare(theirs, match.ground.statement))
        straight, crossed = _sides_met(*bare, lexicon) if all(one.left and one.right for one in bare) else (0.0, 0.0)
    if straight == crossed:
        straight, crossed = _sides_met(ours, theirs, lexicon)
    if straight == crossed and given[0].left and given[0].right:
        # "A: 4 mg, which works better than B" names A outside the comparison: then the side that is known decides.
        straight, crossed = _sides_met(*given, lexicon)
    if straight == crossed:
        return None
    if _exchanged(ours, theirs, lexicon):
        return Reason(code=ReasonCode.DIRECTION, detail=f"the cited words compare with others than {ours.right[0].text}")
    turned = not _goes_on(match, ours, theirs) and _points_down(ours, match.claim) != _points_down(theirs, match.ground.statement)
    if (crossed > straight) == turned:
        return True
    return Reason(code=ReasonCode.DIRECTION, detail=f"the claim swaps the sides of the comparison around “{theirs.cue.text}”")


def _goes_on(match: Match, ours: Comparison, theirs: Comparison) -> bool:
    """True if the claim compares by what the statement says behind its comparison: "A is safer than B, with fewer falls"."""
    sign, stated = sign_of(ours, match.claim), sign_of(theirs, match.ground.statement)
    links = match.links[sign[0]] if sign else ()
    if sign and stated and match.claim.terms[sign[0]].words[1:] == match.ground.terms[stated[0]].words[1:] != ():
        return False  # "more effective" beside "less effective"
    return bool(links) and all(link > theirs.index for link in links)


def _heads_met(ours: Comparison, theirs: Comparison, lexicon: Lexicon) -> tuple[float, float]:
    """Whether what stands right behind the cue is the same, or what each compares with stands before the other's cue."""
    own, stated = ours.right[:1], theirs.right[:1]
    if _overlap(own, theirs.right, lexicon) or _overlap(stated, ours.right, lexicon):
        return 0.0, 0.0
    crossed = _overlap(own, theirs.left, lexicon) and _overlap(stated, ours.left, lexicon)
    return 0.0, float(bool(crossed))


def _sides_met(ours: Comparison, theirs: Comparison, lexicon: Lexicon) -> tuple[float, float]:
    """How much both have on the same side, and how much on the other."""
    straight = _overlap(ours.left, theirs.left, lexicon) + _overlap(ours.right, theirs.right, lexicon)
    return straight, _overlap(ours.left, theirs.right, lexicon) + _overlap(ours.right, theirs.left, lexicon)


def _treatments(comparison: Comparison) -> Comparison:
    """The comparison of what is given or done alone: what it is good for may stand on either side."""
    left, right = (
        tuple(term for term in side if term.concept and term.concept.kind in GIVEN)
        for side in (comparison.left, comparison.right)
    )
    return Comparison(left, right, comparison.cue, comparison.index)


def _bare(comparison: Comparison, scoped: Scoped) -> Comparison:
    """The comparison without what opens the sentence and what says in whom: "to spare harm, A is preferred to B in X"."""
    terms = scoped.terms
    comma = next((place for place in range(comparison.index) if terms[place].text == ","), -1)
    begin = comma if comma >= 0 and terms[0].text.lower() in _OPENING else -1
    end = next(
        (
            place
            for place in range(comparison.index + 1, len(terms))
            if terms[place].punctuation or terms[place].text.lower() in _IN
        ),
        len(terms),
    )
    left = tuple(terms[place] for place in range(begin + 1, comparison.index) if terms[place] in comparison.left)
    right = tuple(terms[place] for place in range(comparison.index + 1, end) if terms[place] in comparison.right)
    return Comparison(left, right, comparison.cue, comparison.index)


def _exchanged(ours: Comparison, theirs: Comparison, lexicon: Lexicon) -> bool:
    """True if the claim compares with another drug than the statement does."""
    drugs = [term for term in ours.right if term.concept and term.concept.kind in TREATMENTS]
    named = [term for term in theirs.right if term.concept and term.concept.kind in TREATMENTS]
    if not drugs or not named:
        return False
    return not _overlap(tuple(drugs), tuple(named), lexicon) and not _overlap(tuple(named), ours.left, lexicon)


def _points_down(comparison: Comparison, scoped: Scoped) -> bool:
    """True for "inferior to", "less effective than", "not superior to"."""
    sign = sign_of(comparison, scoped)
    if sign is None:
        return False
    index, name = sign
    return name.endswith("-") != (index in scoped.near)


def sign_of(comparison: Comparison, scoped: Scoped) -> tuple[int, str] | None:
    """The word that says which side wins: the comparison's own, the last before it, or the first behind a leading one."""
    index = comparison.index
    before = range(index, max(-1, index - _NEAR), -1)
    favouring = next((position for position in before if scoped.terms[position].keys & _FAVOURING), None)
    if favouring is not None:
        # "Less favoured than" names the loser; "more preferred" and "preferred" need no word that says which side wins.
        lesser = [
            place
            for place in range(max(0, favouring - _CLOSE), index + 1)
            if scoped.terms[place].words[-1:] in _LESSER or scoped.terms[place].text.lower() == "less than"
        ]
        return (lesser[-1], "amount-") if lesser else None
    leads = not any(not term.filler for term in scoped.terms[:index])
    places = [*before, *(range(index, len(scoped.terms)) if leads else ())]
    for position in places:
        names = [name for name in sorted(scoped.terms[position].names("opposites")) if name[:-1] in COMPARATIVE]
        if names or (names := _amount_of(scoped.terms[position])):
            return position, names[0]
    return None


def _amount_of(term: Term) -> list[str]:
    """The sign of "less frequent" and "more common", phrases that no list of opposites holds."""
    first = term.words[:1]
    return ["amount-"] if first in (("less",), ("fewer",)) else ["amount+"] if first == ("more",) else []


@lru_cache(maxsize=1024)
def comparison_of(scoped: Scoped) -> Comparison | None:
    """The first comparison of a text with something on both sides, or None."""
    terms = scoped.terms
    for index, term in enumerate(terms):
        steering = index > 0 and term.keys & _STEERED and _steers(terms[index - 1])
        between = (term.keys & _BETWEEN and term.text.lower() not in _NAMED) or _is_amount_than(terms, index)
        if not (between or term.keys & _VERBS or steering) or _fights(scoped, index) or _joined_on_left(scoped, index):
            continue
        left, right = _sides(scoped, index)
        if left and right:
            return Comparison(tuple(left), tuple(right), term, index)
    return None


def _joined_on_left(scoped: Scoped, index: int) -> bool:
    """True for the "compared" of "A and B were compared, and …": both stand before it, and what it found behind."""
    terms = scoped.terms
    before = [place for place in range(index) if scoped.clauses[place] == scoped.clauses[index]]
    passive = bool(before) and terms[index].text.lower() == "compared" and terms[before[-1]].words[-1:] in _PASSIVE
    return passive and sum(is_given(terms[place]) for place in before) > 1


def _is_amount_than(terms: tuple[Term, ...], index: int) -> bool:
    """True for the "more than" of "lowers X more than Y", not for that of "more than 5"."""
    following = terms[index + 1 : index + 2]
    return terms[index].text.lower() in {"more than", "less than"} and not any(term.quantity for term in following)


def _steers(term: Term) -> bool:
    """True for a word that says which of two is favoured, or which ranks higher."""
    return bool(term.keys & _STEERING) or not _RANKING.isdisjoint(term.words[-1:])


def _fights(scoped: Scoped, index: int) -> bool:
    """True for the "against" of "drugs against X", which sets nothing against another: X is no treatment, and nothing wins."""
    terms = scoped.terms
    if terms[index].text.lower() != "against":
        return False
    behind = next((term for term in terms[index + 1 :] if term.concept or not term.filler), None)
    ill = behind is not None and (behind.concept.kind not in GIVEN if behind.concept else bool(behind.keys & _HARMS))
    if not ill:
        return False
    near = terms[max(0, index - _NEAR) : index]
    return not any(name[:-1] in COMPARATIVE for term in near for name in term.names("opposites"))


def outdone(scoped: Scoped) -> frozenset[int]:
    """What "preferred to X", "chosen over X" sets aside: the terms behind the cue, up to the clause's end."""
    found: set[int] = set()
    for index, term in enumerate(scoped.terms):
        before = scoped.terms[index - 1] if index else None
        if before is None or not (before.keys & _FAVOURING and term.keys & _STEERED):
            continue
        found.update(other for other in range(index + 1, len(scoped.terms)) if scoped.clauses[other] == scoped.clauses[index])
    return frozenset(found)


def _sides(scoped: Scoped, index: int) -> tuple[list[Term], list[Term]]:
    """What stands before and behind the cue; "compared with B, A …" is read from its comma on."""
    terms = scoped.terms
    begin = max((position for position in range(index) if terms[position].text in _OPENS), default=-1) + 1
    left = [position for position in range(begin, index) if _names(terms[position])]
    left = left or [position for position in range(begin) if _names(terms[position])]
    near = [
        position
        for position in left
        if scoped.clauses[position] == scoped.clauses[index]
        and terms[position].text.lower() not in _IN  # "A helps when compared"
    ]
    if left:
        before, behind = near or left, [position for position in range(index + 1, len(terms)) if _names(terms[position])]
        beyond = [position for position in behind if scoped.clauses[position] != scoped.clauses[index]]
        # "An advantage over A alone was seen when B was added": what is given stands behind.
        if not any(is_given(terms[one]) for one in before) and _parted(scoped, index, behind, beyond):
            before, behind = [*before, *beyond], [position for position in behind if position not in beyond]
        return [terms[position] for position in before], [terms[position] for position in behind]
    comma = next((position for position in range(index, len(terms)) if terms[position].text == ","), len(terms))
    return [other for other in terms[comma:] if _names(other)], [other for other in terms[index:comma] if _names(other)]


def _parted(scoped: Scoped, index: int, behind: list[int], beyond: list[int]) -> bool:
    """True if treatments stand both in the clause of the cue and in one behind it that "when" opens."""
    terms = scoped.terms
    opened = (
        any(terms[place].text.lower() in {"when", "if", "once"} for place in range(index + 1, beyond[0] + 1)) if beyond else False
    )
    near = [place for place in behind if place not in beyond]
    return opened and all(any(is_given(terms[place]) for place in side) for side in (near, beyond))


def is_given(term: Term) -> bool:
    """True for a name of what is given or done to somebody."""
    return term.concept is not None and term.concept.kind in GIVEN


def _names(term: Term) -> bool:
    if term.filler or term.quantity or term.has("strength") or any(name[:-1] in COMPARATIVE for name in term.names("opposites")):
        return False
    return not term.keys & (_BETWEEN | _VERBS | _STEERING)


def _overlap(ours: tuple[Term, ...], theirs: tuple[Term, ...], lexicon: Lexicon) -> float:
    return sum(
        2.0 if term.concept and term.concept.kind in {"drug", "drug class", "regimen"} else 1.0
        for term in ours
        if any(says(term, other, lexicon) or says(other, term, lexicon) for other in theirs)
    )
