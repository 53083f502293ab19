"""Every number of the claim stands in the statement, with the same unit and the same bound. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import Reason, ReasonCode
from assistant.verify.amounts import age_within, is_band, same_values, states
from assistant.verify.matching import Match
from assistant.verify.quantities import Quantity
from assistant.words.lexicon import Lexicon

_OF_PEOPLE = re.compile(r"\s+of\s+(?:all\s+|the\s+)?(?:patients|cases|people|women|men|them)\b", re.IGNORECASE)
_MAKES_UP = re.compile(r"\b(?:makes?\s+up|accounts?\s+for|accounting\s+for)\s+(?:about\s+)?$", re.IGNORECASE)
_A_DAY = 1440.0
_WORDED_BOUNDS = {
    "≤": re.compile(r"\b(?:until|till|to)\s+$", re.IGNORECASE),
    "<": re.compile(r"\bbefore\s+$", re.IGNORECASE),
}
_UP, _DOWN = frozenset(("≥", ">")), frozenset(("≤", "<", "within"))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for every quantity or date of the claim that the statement does not state."""
    del lexicon
    found: list[Reason] = []
    for term in match.claim.terms:
        if term.quantity:
            reason = _check_quantity(term.quantity, match)
            if reason:
                found.append(reason)
        if term.date and not any(
            other.date and other.date.states(term.date) for other in (*match.ground.terms, *match.ground.context.terms)
        ):
            found.append(Reason(code=ReasonCode.NUMBER, detail=f"the cited words don't give the date {term.text}"))
    return tuple(found)


def _check_quantity(quantity: Quantity, match: Match) -> Reason | None:
    ground = match.ground
    stated = [term.quantity for term in ground.terms if term.quantity]
    if any(states(other, quantity) for other in stated) or _in_other_words(quantity, match, stated):
        return None
    if _share_above(quantity, match, stated):
        return None
    if quantity.kind == "bare" and not _bounded_otherwise(quantity, stated):
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


def _bounded_otherwise(quantity: Quantity, stated: list[Quantity]) -> bool:
    """True for "up to 8" where the cited words say "at least 8"; "8 cells or more" may set its bound further on."""
    other_way = _DOWN if quantity.comparator in _UP else _UP if quantity.comparator in _DOWN else frozenset()
    alike = [other.comparator for other in stated if same_values(other, quantity, exact_unit=False)]
    return bool(alike) and all(sign in other_way for sign in alike)


def _share_above(quantity: Quantity, match: Match, stated: list[Quantity]) -> bool:
    """True for "a group that makes up 70% of patients" where a heading gives this share, and the statement gives none."""
    text = match.claim.text
    of_people = _OF_PEOPLE.match(text[quantity.end :]) or _MAKES_UP.search(text[: quantity.start])
    if quantity.kind != "share" or not of_people or any(other.kind == "share" for other in stated):
        return False
    return any(term.quantity and states(term.quantity, quantity) for term in match.ground.context.terms)


def _in_other_words(quantity: Quantity, match: Match, stated: list[Quantity]) -> bool:
    """True for "5 mg/day" beside "5 mg daily" and the reverse, "up to" beside "until", an age beside its only band."""
    claimed = [term.quantity for term in match.claim.terms if term.quantity]
    text = match.ground.statement.text
    if quantity.base.endswith("/day") and _daily(stated):
        return any(states(other, _by_itself(quantity)) for other in stated)
    per_day = [other for other in stated if other.base.endswith("/day")]
    if per_day and _daily([quantity]):
        return True
    if per_day and _daily(claimed) and any(states(_by_itself(other), quantity) for other in per_day):
        return True
    bands = [other for other in stated if is_band(other, text)]
    if len(bands) == 1 and age_within(bands[0], text, quantity, match.claim.text):
        return True
    wording = _WORDED_BOUNDS.get(quantity.comparator)
    return bool(wording) and any(
        wording.search(text[: other.start]) and states(replace(other, comparator=quantity.comparator), quantity)
        for other in stated
        if wording and not other.comparator
    )


def _daily(found: list[Quantity]) -> bool:
    return any(other.kind == "interval" and (other.low, other.high) == (_A_DAY, _A_DAY) for other in found)


def _by_itself(quantity: Quantity) -> Quantity:
    return replace(quantity, base=quantity.base.removesuffix("/day"))


def _written_alike(stated: Quantity, claimed: Quantity) -> bool:
    """True for the same digits with another unit."""
    digits = "".join(character for character in claimed.surface if character.isdigit() or character == ".").strip(".")
    other = "".join(character for character in stated.surface if character.isdigit() or character == ".").strip(".")
    return bool(digits) and digits == other and (stated.base, stated.low) != (claimed.base, claimed.low)
