"""Every number of the claim stands in the statement, with the same unit and the same bound. Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.ground import Ground
from assistant.verify.matching import Match
from assistant.verify.quantities import Quantity

_TOLERANCE = 1e-6
_APPROXIMATE = 0.06
_UNITLESS = frozenset(("month", "cycle", "fraction", "%", ""))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for every quantity or date of the claim that the statement does not state."""
    del lexicon
    found: list[Reason] = []
    for term in match.claim.terms:
        if term.quantity:
            reason = _check_quantity(term.quantity, match.ground)
            if reason:
                found.append(reason)
        if term.date and not any(other.date and other.date.states(term.date) for other in (*match.ground.terms, *match.ground.context.terms)):
            found.append(Reason(code=ReasonCode.NUMBER, detail=f"the cited words don't give the date {term.text}"))
    return tuple(found)


def _check_quantity(quantity: Quantity, ground: Ground) -> Reason | None:
    stated = [term.quantity for term in ground.terms if term.quantity]
    if any(states(other, quantity) for other in stated):
        return None
    if quantity.kind == "bare":
        named = f" {quantity.low:g} "
        if any(term.quantity and states(term.quantity, quantity) for term in ground.context.terms) or named in f" {ground.own} ":
            return None
    same = [other for other in stated if _same_values(other, quantity, exact_unit=False) and other.base != quantity.base]
    if same:
        return Reason(code=ReasonCode.UNIT, detail=f"{quantity.surface} in the claim, {same[0].surface} in the cited words")
    written = [other for other in stated if _written_alike(other, quantity)]
    if written:
        return Reason(code=ReasonCode.UNIT, detail=f"{quantity.surface} in the claim, {written[0].surface} in the cited words")
    near = [other.surface for other in stated if other.kind == quantity.kind and other.base == quantity.base]
    beside = f"; they say {', '.join(near)}" if near else ""
    return Reason(code=ReasonCode.NUMBER, detail=f"the cited words don't say {quantity.surface}{beside}")


def _written_alike(stated: Quantity, claimed: Quantity) -> bool:
    """True for the same digits with another unit."""
    digits = "".join(character for character in claimed.surface if character.isdigit() or character == ".").strip(".")
    other = "".join(character for character in stated.surface if character.isdigit() or character == ".").strip(".")
    return bool(digits) and digits == other and stated.base != claimed.base


def states(stated: Quantity, claimed: Quantity) -> bool:
    """True if ``stated`` of the evidence says ``claimed``."""
    if (stated.kind == "interval") != (claimed.kind == "interval"):
        return False
    if not _compatible_units(stated, claimed):
        return False
    if _one_bound(stated, claimed):
        return True
    return _same_values(stated, claimed, exact_unit=True) and _same_bound(stated, claimed)


def _compatible_units(stated: Quantity, claimed: Quantity) -> bool:
    if stated.base == claimed.base or not claimed.base:
        return True
    return not stated.base and claimed.base in _UNITLESS


def _same_values(stated: Quantity, claimed: Quantity, *, exact_unit: bool) -> bool:
    low, high = stated.low, stated.high
    if exact_unit and not claimed.base and stated.base == "month" and stated.surface.lower().rstrip("s").endswith(("year", "yr", "y")):
        low, high = low / 12, high / 12
    tolerance = _APPROXIMATE if "~" in (claimed.comparator,) and claimed.kind != "interval" else _TOLERANCE
    return _near(low, claimed.low, tolerance) and _near(high, claimed.high, tolerance)


def _near(left: float, right: float, tolerance: float) -> bool:
    return abs(left - right) <= tolerance * max(abs(left), abs(right), _TOLERANCE)


def _same_bound(stated: Quantity, claimed: Quantity) -> bool:
    ours = "" if stated.comparator == "~" else stated.comparator
    theirs = "" if claimed.comparator == "~" else claimed.comparator
    if ours == theirs:
        return True
    return {ours, theirs} <= {"within", "≤", "<"} and "within" in {ours, theirs}


def _one_bound(stated: Quantity, claimed: Quantity) -> bool:
    """True for "up to 100" where the range 60-100 is stated, and "at least 60"."""
    if stated.low == stated.high or claimed.low != claimed.high:
        return False
    if claimed.comparator == "≤":
        return _near(stated.high, claimed.high, _TOLERANCE)
    return claimed.comparator == "≥" and _near(stated.low, claimed.low, _TOLERANCE)
