"""What is said of one thing may not be handed to the other side of a contrast. Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.verify.lived import FREE_OF, held_for, lived_for
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_CONTRAST = frozenset(("w:although", "w:while", "w:wherea", "w:but", "w:though"))
_LIVING = frozenset(("live", "lives", "lived", "living", "survive", "survives", "survived"))
_LIFE = frozenset(
    ("g:survival", "g:live_longer", "g:death", "g:fatal", "w:live", "w:life", "w:surviv", "w:die", "w:mortal", "w:alive")
)
_THINGS = frozenset(("drug", "drug class", "regimen", "procedure", "test"))
_PLACED = _THINGS | {"site", "condition"}
_FOREMOST = frozenset(("commonest", "likeliest", "mainly", "mostly", "chiefly", "primarily", "usually", "usual"))
# "X does most of the work": what carries it stands before.
_CARRYING = frozenset("do does doing carry carries bear bears".split())
_RANKED = frozenset(("g:main", "g:prefer", "g:standard"))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where the claim calls "main" or "preferred" what the statement sets against it."""
    del lexicon
    statement, claim = match.ground.statement, match.claim
    lived = lived_for(match.claim.text, match.ground.statement.text) or held_for(match.claim.text, match.ground.statement.text)
    if found := _lives(match) or lived or _ranked_elsewhere(match):
        return (found,)
    if not any(term.keys & _CONTRAST or term.text == ";" for term in statement.terms):
        return ()
    for index, term in enumerate(claim.terms):
        carrying = not _CARRYING.isdisjoint(term.words[:1])
        if not (term.keys & _RANKED or term.has("strength", "usual")) or (term.filler and not carrying):
            continue
        homes = {_half(statement, other) for other in match.links[index]}
        things = [
            other
            for other, one in enumerate(claim.terms)
            if claim.clauses[other] == claim.clauses[index] and _is_thing(one) and match.links[other]
        ]
        if carrying:
            things = [other for other in things if other < index] or things
        if len(homes) != 1 or not things:
            continue
        home = homes.pop()
        ranked = min(match.links[index])
        theirs = [
            other
            for other in statement.content()
            if other < ranked and _half(statement, other) == home and not statement.terms[other].keys & _CONTRAST
        ]
        foreign = all(_half(statement, link) != home for other in things for link in match.links[other])
        if (
            theirs
            and foreign
            and not any(claim.clauses[own] == claim.clauses[index] for other in theirs for own in match.claims_for(other))
        ):
            said = statement.terms[theirs[0]].text
            return (
                Reason(
                    code=ReasonCode.DIRECTION,
                    detail=f"the cited words say “{term.text}” of {said}, not of {claim.terms[things[0]].text}",
                ),
            )
    return ()


def _ranked_elsewhere(match: Match) -> Reason | None:
    """A reason for "C is the commonest" where one sentence says so of A and B, and the next one only names C."""
    statement, claim = match.ground.statement, match.claim
    cut = next((index for index in range(len(statement.terms)) if _ends_sentence(statement, index)), None)
    for index, term in enumerate(claim.terms if cut is not None else ()):
        if not _is_superlative(term):
            continue
        behind = match.links[index + 1] if index + 1 < len(match.links) and not match.links[index] else ()
        homes = {link > (cut or 0) for link in (*match.links[index], *behind)}
        things = [
            other
            for other, one in enumerate(claim.terms)
            if claim.clauses[other] == claim.clauses[index] and _kind(one) in _PLACED and match.links[other]
        ]
        for kind in sorted({_kind(claim.terms[other]) for other in things} if len(homes) == 1 else ()):
            rivals = {other for other, one in enumerate(statement.terms) if {other > (cut or 0)} == homes and _kind(one) == kind}
            own = [other for other in things if _kind(claim.terms[other]) == kind]
            if rivals and not any(rivals & set(match.links[other]) for other in own):
                said = claim.terms[own[0]].text
                return Reason(code=ReasonCode.DIRECTION, detail=f"the cited words say “{term.text}” of others than {said}")
    return None


def _kind(term: Term) -> str:
    return term.concept.kind if term.concept else ""


def _ends_sentence(scoped: Scoped, index: int) -> bool:
    """True for the border between a sentence and the next, which takes it up; a lead-in ends in no full stop."""
    return scoped.terms[index].text == "\n" and index > 0 and scoped.terms[index - 1].text in {".", "!"}


def _is_superlative(term: Term) -> bool:
    words = term.text.lower().split()
    return words[-1] in _FOREMOST or words[0] == "most"


def _lives(match: Match) -> Reason | None:
    """A reason for "live longer" where nothing of the cited words speaks of living, dying or survival."""
    terms = match.claim.terms
    ours = [
        term
        for index, term in enumerate(terms)
        if not _LIVING.isdisjoint(term.words[:1]) and not term.text.lower().endswith("with") and not _is_with(terms[index + 1 :])
    ]
    everywhere = (*match.ground.terms, *match.ground.context.terms, *match.ground.neighbours.terms)
    told = any(
        (term.keys & _LIFE or any(part & _LIFE for part in term.parts)) and not _is_free_of(term, match) for term in everywhere
    )
    if not ours or told:
        return None
    return Reason(code=ReasonCode.NOT_STATED, detail=f"the cited words don't speak of living or survival (“{ours[0].text}”)")


def _is_free_of(term: Term, match: Match) -> bool:
    """True for a word of life within "progression-free survival"."""
    text = match.ground.statement.text
    inside = any(found.start() <= term.start < found.end() for found in FREE_OF.finditer(text))
    return FREE_OF.fullmatch(term.text) is not None or (inside and term in match.ground.terms)


def _is_with(following: tuple[Term, ...]) -> bool:
    """True before "with": who lives with a disease has it."""
    return bool(following) and following[0].text.lower() == "with"


def _is_thing(term: Term) -> bool:
    return term.concept is not None and term.concept.kind in _THINGS


def _half(scoped: Scoped, index: int) -> int:
    """On which side of the contrast a term stands."""
    side = 0
    for position, term in enumerate(scoped.terms[: index + 1]):
        opening = term.keys & _CONTRAST and not any(not one.punctuation for one in scoped.terms[:position])
        if (
            (term.keys & _CONTRAST and not opening)
            or term.text == ";"
            or (term.text == "," and scoped.terms[0].keys & _CONTRAST and not side)
        ):
            side += 1
    return side
