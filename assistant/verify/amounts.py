"""Whether one quantity says another: values, units and bounds. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.verify.quantities import Quantity

_TOLERANCE = 1e-6
_APPROXIMATE = 0.06
_IN_YEARS = re.compile(r"\d\s?-?\s?(?:years?|yrs?|y)\b", re.IGNORECASE)
_YEAR_OF_WEEKS = 52 * 10080.0
_AGE = re.compile(r"\byears?-old\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|ages)\s+$", re.IGNORECASE)
_UNITLESS = frozenset(("month", "cycle", "fraction", "%", ""))


def states(stated: Quantity, claimed: Quantity) -> bool:
    """True if ``stated`` of the evidence says ``claimed``."""
    if (stated.kind == "interval") != (claimed.kind == "interval"):
        return False
    stated, claimed = _in_months(stated, claimed), _in_months(claimed, stated)
    if not _compatible_units(stated, claimed):
        return False
    if _one_bound(stated, claimed):
        return True
    return same_values(stated, claimed, exact_unit=True) and _same_bound(stated, claimed)


def _in_months(one: Quantity, other: Quantity) -> Quantity:
    """52 weeks as a year, beside a quantity in months or years."""
    whole = one.low and one.low % _YEAR_OF_WEEKS == 0 and one.high % _YEAR_OF_WEEKS == 0
    if one.base != "minute" or other.base != "month" or not whole:
        return one
    years = 12 / _YEAR_OF_WEEKS
    return replace(one, base="month", low=one.low * years, high=one.high * years)


def _compatible_units(stated: Quantity, claimed: Quantity) -> bool:
    if stated.base == claimed.base or not claimed.base:
        return True
    return not stated.base and claimed.base in _UNITLESS


def same_values(stated: Quantity, claimed: Quantity, *, exact_unit: bool) -> bool:
    """True for the same range; "about" allows a rounded value."""
    low, high = stated.low, stated.high
    if exact_unit and not claimed.base and stated.base == "month" and _IN_YEARS.search(stated.surface):
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
    if stated.kind == "duration" and stated.low != stated.high and {ours, theirs} == {"within", ""}:
        return True  # "in 1 to 2 years" is within 1 to 2 years
    return {ours, theirs} <= {"within", "≤", "<"} and "within" in {ours, theirs}


def _one_bound(stated: Quantity, claimed: Quantity) -> bool:
    """True for "up to 100" where the range 60-100 is stated, and "at least 60"."""
    if stated.low == stated.high or claimed.low != claimed.high:
        return False
    if claimed.comparator == "≤":
        return _near(stated.high, claimed.high, _TOLERANCE)
    return claimed.comparator == "≥" and _near(stated.low, claimed.low, _TOLERANCE)


def is_band(stated: Quantity, text: str) -> bool:
    """True for what may be an age in ``text``: months or years, or "aged 55"."""
    return _in_years(stated, text).base == "month"


def age_within(stated: Quantity, text: str, claimed: Quantity, claim: str) -> bool:
    """True for a "62-year-old" and for "age 62" of ``claim`` beside "aged 55 or over": in the band that ``text`` states."""
    band = _in_years(stated, text)
    age = _in_years(claimed, claim)
    told = bool(_AGE.search(claimed.surface)) or (age is not claimed and not claimed.comparator)
    return told and band.base == "month" and _holds(band, age)


def _in_years(quantity: Quantity, text: str) -> Quantity:
    """The years of "aged 55 or over", which names no unit."""
    if quantity.kind != "bare" or not _AGED.search(text[: quantity.start]):
        return quantity
    return replace(quantity, base="month", low=quantity.low * 12, high=quantity.high * 12)


def _holds(band: Quantity, age: Quantity) -> bool:
    """True if the age lies in the band: "aged 55 or over", "under 6 years", "6 to 11 years"."""
    if band.comparator in {"≥", ">"}:
        return age.low > band.low or (band.comparator == "≥" and age.low == band.low)
    if band.comparator in {"≤", "<"}:
        return age.low < band.high or (band.comparator == "≤" and age.low == band.high)
    return band.low < band.high and band.low <= age.low <= band.high
