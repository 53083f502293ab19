"""Whom a conversation is about where its last question doesn't say. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.followups.ellipsis import Turn, folded
from assistant.question.focus import Exchange, Thing, pattern, words


def told_earlier(turn: Turn, past: Sequence[Exchange]) -> tuple[Thing, ...]:
    """Whom an earlier exchange about the same thing was about, where the turn asks for what else there is for them."""
    if not pattern("further").search(folded(turn.text)) or any(_tells(thing) for thing in past[-1].asked):
        return ()
    here = {thing.key for thing in past[-1].asked}
    for exchange in reversed(past[:-1]):
        told = tuple(thing for thing in exchange.asked if _tells(thing))
        if told:
            same = any(thing.key in here for thing in (*exchange.asked, *exchange.answered))
            return told if same else ()
    return ()


def patients_told(past: Sequence[Exchange]) -> tuple[Thing, ...]:
    """The patients that the latest exchange which names some was about; none if none does."""
    for exchange in reversed(past):
        told = tuple(thing for thing in exchange.asked if _tells(thing))
        if told:
            return told
    return ()


def _tells(thing: Thing) -> bool:
    return thing.kind == "population" and thing.is_subject and not (thing.is_step or is_denied(thing))


def is_denied(thing: Thing) -> bool:
    """Whether the question that named it denied it, "no X", "isn't X", or told of the asker's own: "I have two Xs".

    Nobody is a patient with what he doesn't have, nor is the kin that he tells of.
    """
    before = folded(thing.within[: thing.start])
    kin = thing.concept is not None and thing.concept.axis in words()["person_axes"] and pattern("own_kin", r"\b(?:{})\s+$")
    denied = pattern("denied_state", r"\b(?:{})\s+$").search(before) or before.endswith(("non-", "non "))
    return bool(denied or (kin and kin.search(before)))


def is_of_other_place(thing: Thing, turn: Turn) -> bool:
    """Whether patients were told with a place ("painful hip X") and the turn names a place of its own."""
    told = re.match(rf"(?:\s+\w+)?\s+(?:{words()['spots']})\b", folded(thing.within[thing.end :]))
    return bool(told) and thing.kind == "population" and any(other.kind == "site" for other in turn.things)


def is_side_matter(thing: Thing, past: Sequence[Exchange]) -> bool:
    """Whether an organ is only where an effect of a treatment would show: "a risk for the X" of a drug.

    Or an illness was only asked about in vain.
    """
    last = past[-1]
    if thing.kind == "condition" and _only_refused(thing, past):
        return True
    return thing.is_attribute and thing in last.asked and any(other.is_treatment for other in last.asked)


def _only_refused(thing: Thing, past: Sequence[Exchange]) -> bool:
    """Whether only the last question named a condition, and nothing answered it: the next one isn't about that."""
    before = (*past[:-1], *(() if past[-1].refused else past[-1:]))
    return past[-1].refused and not any(thing.key == one.key for each in before for one in (*each.asked, *each.answered))
