"""What the statement sets below another may not be said to be the better, though the claim names no other. Pure.

Where a statement says "A, which is more effective than B", "B is the more effective of the two" turns it round as surely as "B is
more effective than A" does, which names both sides.
"""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.verify.comparison import COMPARATIVE, Comparison, comparison_of, is_given, sign_of
from assistant.verify.matching import Match
from assistant.verify.meaning import says
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_JOINING = frozenset(("w:and", "w:but", "w:while", "w:or"))
_NEAR = 3


def lifted(match: Match, lexicon: Lexicon) -> Reason | int | None:
    """A reason for a claim without "than" that lifts the lower side of the statement's comparison, or lowers the upper.

    The place of the claim's word where it weighs the side as the statement does; None if it weighs none of both sides.
    """
    statement = match.ground.statement
    theirs = comparison_of(statement)
    sign = sign_of(theirs, statement) if theirs else None
    if theirs is None or sign is None or comparison_of(match.claim) is not None:
        return None
    axes = {name[:-1] for name in statement.terms[sign[0]].names("opposites")} & COMPARATIVE
    for place, term in enumerate(match.claim.terms):
        ends = [name for name in sorted(term.names("opposites")) if name[:-1] in axes]
        if not ends or not _weighed_there(match, place, sign[0]):
            continue
        subjects = _subjects(match.claim, place)
        upper, lower = _named(subjects, theirs.left, lexicon), _named(subjects, theirs.right, lexicon)
        if upper == lower or _weighed_elsewhere(statement, subjects, theirs, sign[0], lexicon):
            continue
        ours_up = ends[0].endswith("+") != (place in match.claim.near)
        theirs_up = sign[1].endswith("+") != (sign[0] in statement.near)
        if (ours_up == theirs_up) == upper:
            return place
        detail = f"the claim says “{term.text}” of the other side of the comparison around “{theirs.cue.text}”"
        return Reason(code=ReasonCode.DIRECTION, detail=detail)
    return None


def _weighed_there(match: Match, place: int, cue: int) -> bool:
    """True if the claim's word is the statement's, or the word behind it is what is weighed there ("better at X", "more X")."""
    if cue in match.links[place]:
        return True
    clause = match.ground.statement.clauses[cue]
    behind = range(place + 1, min(place + 1 + _NEAR, len(match.links)))
    return any(match.ground.statement.clauses[link] == clause for one in behind for link in match.links[one])


def _subjects(claim: Scoped, place: int) -> list[Term]:
    """The last thing given or done that the claim's clause names before the word that weighs it, and those it is joined to."""
    found: list[Term] = []
    for index in range(place - 1, -1, -1):
        term = claim.terms[index]
        if claim.clauses[index] != claim.clauses[place] or (found and not (is_given(term) or term.filler)):
            break
        if not found and term.keys & _JOINING:
            break  # "with A and a better 9 months with B": what is weighed stands behind
        if is_given(term):
            found.append(term)
    return found


def _named(subjects: list[Term], side: tuple[Term, ...], lexicon: Lexicon) -> bool:
    given = [term for term in side if is_given(term)]
    return bool(subjects) and all(any(_alike(one, other, lexicon) for other in given) for one in subjects)


def _weighed_elsewhere(statement: Scoped, subjects: list[Term], theirs: Comparison, cue: int, lexicon: Lexicon) -> bool:
    """True if another clause of the statement weighs the same thing: "but B is better tolerated"."""
    around = {statement.clauses[theirs.index], statement.clauses[cue]}
    weighing = {
        statement.clauses[place]
        for place, term in enumerate(statement.terms)
        if any(name[:-1] in COMPARATIVE for name in term.names("opposites")) and statement.clauses[place] not in around
    }
    inside = [term for place, term in enumerate(statement.terms) if statement.clauses[place] in weighing]
    return any(_alike(one, other, lexicon) for one in subjects for other in inside if is_given(other))


def _alike(one: Term, other: Term, lexicon: Lexicon) -> bool:
    return says(one, other, lexicon) or says(other, one, lexicon)
