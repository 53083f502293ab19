"""Every number of the claim stands in the statement, with the same unit and the same bound. Pure."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.amounts import same_values, states
from assistant.verify.ground import Ground
from assistant.verify.matching import Match
from assistant.verify.quantities import Quantity

_A_DAY = 1440.0


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for every quantity or date of the claim that the statement does not state."""
    del lexicon
    found: list[Reason] = []
    for term in match.claim.terms:
        if term.quantity:
            reason = _check_quantity(term.quantity, match.ground)
            if reason:
                found.append(reason)
        if term.date and not any(
            other.date and other.date.states(term.date) for other in (*match.ground.terms, *match.ground.context.terms)
        ):
            found.append(Reason(code=ReasonCode.NUMBER, detail=f"the cited words don't give the date {term.text}"))
    return tuple(found)


def _check_quantity(quantity: Quantity, ground: Ground) -> Reason | None:
    stated = [term.quantity for term in ground.terms if term.quantity]
    if any(states(other, quantity) for other in stated):
        return None
    if quantity.base.endswith("/day") and any(other.kind == "interval" and other.low == _A_DAY for other in stated):
        once = replace(quantity, base=quantity.base.removesuffix("/day"))
        if any(states(other, once) for other in stated):
            return None
    if quantity.kind == "bare":
        named = f" {quantity.low:g} "
        if any(term.quantity and states(term.quantity, quantity) for term in ground.context.terms) or named in f" {ground.own} ":
            return None
    same = [other for other in stated if same_values(other, quantity, exact_unit=False) and other.base != quantity.base]
    if same:
        return Reason(code=ReasonCode.UNIT, detail=f"{quantity.surface} in the claim, {same[0].surface} in the cited words")
    written = [other for other in stated if other.kind == quantity.kind and _written_alike(other, quantity)]
    if written:
        return Reason(code=ReasonCode.UNIT, detail=f"{quantity.surface} in the claim, {written[0].surface} in the cited words")
    near = [other.surface for other in stated if other.kind == quantity.kind and other.base == quantity.base]
    beside = f"; they say {', '.join(near)}" if near else ""
    return Reason(code=ReasonCode.NUMBER, detail=f"the cited words don't say {quantity.surface}{beside}")


def _written_alike(stated: Quantity, claimed: Quantity) -> bool:
    """True for the same digits with another unit."""
    digits = "".join(character for character in claimed.surface if character.isdigit() or character == ".").strip(".")
    other = "".join(character for character in stated.surface if character.isdigit() or character == ".").strip(".")
    return bool(digits) and digits == other and (stated.base, stated.low) != (claimed.base, claimed.low)
