"""A claim may compare two things only if the cited words do: a list that names both sets none above the other. Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.verify.comparison import Comparison, comparison_of, sign_of
from assistant.verify.matching import Match
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_THINGS = frozenset(("drug", "drug class", "regimen", "procedure", "test"))
_JOINING = frozenset((",", "/", "(", ")", "or", "and", "and/or", "plus", "with", "an", "a", "the", "either", "both"))
_TELLING = ("opposites", "strength", "negators", "conditions", "restrictive", "causes")
_MOST_PLAIN = 2
_COMPARATIVE = frozenset(("amount", "quality", "length", "speed"))
_WEIGHING = frozenset(
    ("g:compare", "g:equal", "g:like_others", "w:prefer", "w:favor", "w:than", "w:over", "w:versus", "w:vs", "w:rather than")
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:  # noqa: ARG001  as every check
    """A reason for a comparison of two things that the statement only lists."""
    ours = comparison_of(match.claim)
    if ours is None:
        return ()
    if unheard := _not_compared(match, ours):
        return (unheard,)
    clause = match.claim.clauses[ours.index]
    near = tuple(term for place, term in enumerate(match.claim.terms) if match.claim.clauses[place] == clause)
    behind = tuple(term for term in ours.right if any(term is one for one in near))
    left, right = (_places(match, side) for side in (ours.left, behind))
    if not left or not right:
        return ()
    pairs = [(one, other) for one in left for other in right if one != other]
    if not pairs:
        return ()
    alike = [_listed_alike(match, *sorted(pair)) for pair in pairs]
    if all(alike) if comparison_of(match.ground.statement) is not None else any(alike):
        return (Reason(code=ReasonCode.DIRECTION, detail="the cited words name both and set neither above the other"),)
    return ()


def _places(match: Match, side: tuple[Term, ...]) -> list[int]:
    """Where the statement names the treatments and tests of one side of the claim's comparison, or else what that side names."""
    own = [index for index, term in enumerate(match.claim.terms) if any(term is one for one in side)]
    named = [index for index in own if _is_thing(match.claim.terms[index])] or own
    return [place for index in named for place in match.links[index]]


def _listed_alike(match: Match, first: int, second: int) -> bool:
    """True if nothing but names, joining words and a plain word or two stands between the two places."""
    between = match.ground.terms[first + 1 : second]
    if any(term.keys & _WEIGHING for term in between):
        return False
    others = [term for term in between if not _joins(term)]
    joined = any(term.text.lower() in _JOINING for term in between)
    return joined and len(others) <= _MOST_PLAIN and not any(any(term.has(family) for family in _TELLING) for term in others)


def _joins(term: Term) -> bool:
    return term.text.lower() in _JOINING or _is_thing(term)


def _is_thing(term: Term) -> bool:
    return term.concept is not None and term.concept.kind in _THINGS


def _not_compared(match: Match, ours: Comparison) -> Reason | None:
    """A reason for "A is superior to B" where the statement names both and weighs neither against the other."""
    if sign_of(ours, match.claim) is None:
        return None
    named = [
        any(match.links[index] for index, term in enumerate(match.claim.terms) if term in side)
        for side in (ours.left, ours.right)
    ]
    if not all(named):
        return None
    everywhere = (*match.ground.terms, *match.ground.neighbours.terms)
    weighed = any(
        term.keys & _WEIGHING or any(name[:-1] in _COMPARATIVE for name in term.names("opposites")) for term in everywhere
    )
    if weighed:
        return None
    return Reason(code=ReasonCode.DIRECTION, detail=f"the cited words don't compare these (“{ours.cue.text}”)")
