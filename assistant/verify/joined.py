"""What a condition asks for together, the claim doesn't ask for one by one: "A and B" is less often so than "A or B". Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.conditional import Condition, find_conditions
from assistant.verify.matching import Match

_OR = frozenset(("w:or", "w:and/or"))
_AND = frozenset(("w:and", "w:plus"))
_LIMITING = frozenset(("if", "people", "without", "after", "bracket", "subject", "whose"))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "if A or B" where the statement says "if A and B"."""
    del lexicon
    for condition in find_conditions(match.ground.statement.text):
        if condition.kind not in _LIMITING:
            continue
        halves = halves_of(match, condition)
        if halves and (words := _parted(match, *halves)):
            return (
                Reason(code=ReasonCode.POPULATION, detail=f"the cited words ask for both, the claim for one “{words}” the other"),
            )
    return ()


def halves_of(match: Match, condition: Condition) -> tuple[list[int], list[int]] | None:
    """What stands before and behind the only "and" of a condition without "or"; None for other conditions."""
    terms = match.ground.terms
    inside = [index for index, term in enumerate(terms) if condition.start <= term.start < condition.end]
    joints = [index for index in inside if terms[index].keys & (_OR | _AND) and not terms[index].concept]
    if len(joints) != 1 or not terms[joints[0]].keys & _AND or terms[joints[0]].keys & _OR:
        return None
    before = [index for index in inside if index < joints[0] and not terms[index].filler]
    behind = [index for index in inside if index > joints[0] and not terms[index].filler]
    return (before, behind) if before and behind else None


def _parted(match: Match, before: list[int], behind: list[int]) -> str:
    """The claim's "or" between the two halves of what the statement joins; "" where none stands there."""
    terms = match.claim.terms
    ours = [{own for other in half for own in match.claims_for(other) if not terms[own].filler} for half in (before, behind)]
    first, second = ours[0] - ours[1], ours[1] - ours[0]
    if not first or not second:
        return ""
    if min(first) > max(second):
        first, second = second, first
    between = range(max(first) + 1, min(second))
    joints = [index for index in between if terms[index].keys & (_OR | _AND) and not terms[index].concept]
    return terms[joints[0]].text if len(joints) == 1 and terms[joints[0]].keys & _OR else ""
