"""Whether one quantity says another: values, units and bounds. Pure."""

from __future__ import annotations

from assistant.verify.quantities import Quantity

_TOLERANCE = 1e-6
_APPROXIMATE = 0.06
_UNITLESS = frozenset(("month", "cycle", "fraction", "%", ""))


def states(stated: Quantity, claimed: Quantity) -> bool:
    """True if ``stated`` of the evidence says ``claimed``."""
    if (stated.kind == "interval") != (claimed.kind == "interval"):
        return False
    if not _compatible_units(stated, claimed):
        return False
    if _one_bound(stated, claimed):
        return True
    return same_values(stated, claimed, exact_unit=True) and _same_bound(stated, claimed)


def _compatible_units(stated: Quantity, claimed: Quantity) -> bool:
    if stated.base == claimed.base or not claimed.base:
        return True
    return not stated.base and claimed.base in _UNITLESS


def same_values(stated: Quantity, claimed: Quantity, *, exact_unit: bool) -> bool:
    """True for the same range; "about" allows a rounded value."""
    low, high = stated.low, stated.high
    if (
        exact_unit
        and not claimed.base
        and stated.base == "month"
        and stated.surface.lower().rstrip("s").endswith(("year", "yr", "y"))
    ):
        low, high = low / 12, high / 12
    tolerance = _APPROXIMATE if claimed.comparator == "~" and claimed.kind != "interval" else _TOLERANCE
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
