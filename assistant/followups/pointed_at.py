"""What a word that points means by the question that it stands in: what is treated, or what goes with a drug. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.followups.ellipsis import Pointer, Turn, folded
from assistant.followups.listing import is_served
from assistant.question.focus import Exchange, Thing, pattern, words

_COMPARED = re.compile(r"\b(?:than|from|like|as|que|de|to)\s+(?:an?\s+|the\s+|having\s+|being\s+)?$")
_DURING = re.compile(r"\b(?:during|after|before|while\s+having|throughout)\s+$")
_HOW_LONG = re.compile(
    r"\b(?:how\s+(?:many\s+(?:years?|months?|weeks?)|long)|for\s+(?:life|good|ever)|forever)\b.*\b(?:go(?:es|ing)?\s+on|carry|carries|continu\w+|"
    r"kept?|keeps?|last\w*|stay\w*|need\w*|given|take\w*|for)\b"
)


def fitting(
    pointer: Pointer,
    turn: Turn,
    pool: Sequence[Thing],
    last: Exchange,
    *,
    given: Sequence[Thing],
    was_asked: Callable[[Thing], bool],
) -> list[Thing]:
    """What a word can mean by the question that it stands in; empty if that doesn't tell."""
    return (
        ailments(pointer, turn, pool, was_asked=was_asked)
        or measures(pointer, turn, last)
        or _set_beside(pointer, turn, last)
        or _meanwhile(pointer, turn, last)
        or _lasting(pointer, turn, last, given=given, was_asked=was_asked)
    )


def _set_beside(pointer: Pointer, turn: Turn, last: Exchange) -> list[Thing]:
    """What "is it worse than X?" means where X are patients: those that were asked about, told by the same mark."""
    flat = folded(turn.text)
    people = [one for one in turn.things if one.kind == "population" and _COMPARED.search(flat[: one.start])]
    if pointer.kind != "singular" or not people or any(thing.is_treatment for thing in turn.things):
        return []
    marks = {one.concept.axis for one in people if one.concept}
    return [one for one in last.asked if one.kind == "population" and one.concept and one.concept.axis in marks]


def _meanwhile(pointer: Pointer, turn: Turn, last: Exchange) -> list[Thing]:
    """What "do I stop X during it?" means after a question about a procedure: that, and nothing that is given."""
    named = any(thing.is_treatment for thing in turn.things)
    if pointer.kind != "singular" or not named or not _DURING.search(folded(turn.text)[: pointer.start]):
        return []
    return [thing for thing in last.asked if thing.kind == "procedure" and thing.is_subject]


def _lasting(
    pointer: Pointer, turn: Turn, last: Exchange, *, given: Sequence[Thing], was_asked: Callable[[Thing], bool]
) -> list[Thing]:
    """What "how many years does it go on?" means after a question about a test or check: the treatment that it is done for."""
    plain = pointer.kind in {"singular", "plural"} and not pointer.kinds and not turn.things
    done = [thing for thing in last.asked if thing.concept and thing.is_subject and not thing.is_qualifier]
    once = done and all(thing.kind in words()["examined_kinds"] or thing.kind == "care" for thing in done)
    if not (plain and once and _HOW_LONG.search(folded(turn.text))):
        return []
    return [thing for thing in given if was_asked(thing)] or list(given[:1])


def ailments(pointer: Pointer, turn: Turn, pool: Sequence[Thing], *, was_asked: Callable[[Thing], bool]) -> list[Thing]:
    """What "how common is that?" and "X for that?" can mean: whom or what is treated, never what is given; else nothing."""
    flat = "" if pointer.kinds else folded(turn.text)
    given = any(thing.is_treatment or thing.kind in words()["examined_kinds"] for thing in turn.things)
    meant_for = given and pattern("meant_for", r"\b(?:{})\s+$").search(flat[: pointer.start])
    if not meant_for and not pattern("how_common", r"^[\s¿]*(?:{})\b").match(flat):
        return []
    kinds = {*words()["qualifier_kinds"], *words()["attribute_kinds"]}
    return [thing for thing in pool if thing.kind in kinds and (was_asked(thing) or not meant_for)]


def measures(pointer: Pointer, turn: Turn, last: Exchange) -> list[Thing]:
    """What "is it needed for X, too?" can mean after a question on what goes with another drug: a test or the like.

    And "how often is it checked?" after a question about a test and no drug: that test.
    """
    plain = pointer.kind in {"singular", "plural"}
    if plain and pattern("examining", r"\b(?:{})\W*$").search(folded(turn.text)) and not any(t.is_treatment for t in last.asked):
        return [thing for thing in last.asked if thing.kind in words()["examined_kinds"]]
    named = plain and any(thing.is_treatment for thing in turn.things)
    if not named or not pattern("needed_for", r"\b(?:{})\b").search(folded(turn.text)):
        return []
    kinds, asked = {*words()["examined_kinds"], "care"}, [thing for thing in last.asked if thing.concept]
    if any(thing.kind == "drug" and is_served(last.question, thing) for thing in asked):
        kinds.add("drug class")
    return [thing for thing in asked if thing.kind in kinds]
