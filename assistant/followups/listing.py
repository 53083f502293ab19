"""Things of one question or answer side by side: asked for by kind, chosen between, named by their place. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.followups.ellipsis import folded, last_sentence
from assistant.question.dictated import spoken_span
from assistant.question.focus import Exchange, Thing, coordinated, once, pattern, words

_PAIR = 2


def by_place(
    pool: Sequence[Thing], wording: str, past: Sequence[Exchange], *, is_below: Callable[[Thing, Thing], bool]
) -> tuple[Thing, ...]:
    """Of "the second one": of things of one kind that were named together lately, the one in that place."""
    place = next((place for word, place in words()["places"].items() if word in wording.split()), 0)
    keys = {thing.key for thing in pool}
    listed = _in_answer(past[-1], keys) if pattern("in_answer").search(wording) else []
    listed = listed or _one_by_one(past, keys)
    if len(listed) >= max(_PAIR, place):
        return (listed[place - 1 if place > 0 else place],)
    for exchange in reversed(past):
        for listing in (exchange.asked, exchange.answered):
            given = once(thing for thing in listing if thing.key in keys and thing.is_treatment)
            given = _of_class_asked(given, exchange.asked, is_below=is_below)
            named = [t for t in given if not any(is_below(other, t) for other in given)]
            alike = [thing for thing in named if thing.kind == named[0].kind]
            if len(alike) >= max(_PAIR, place):
                return (alike[place - 1 if place > 0 else place],)
    choice = offered([thing for thing in past[-1].answered if thing.key in keys], past[-1].answer)
    return choice[place - 1 : place] if place > 0 else choice[place:]


def _one_by_one(past: Sequence[Exchange], keys: Collection[str]) -> list[Thing]:
    """The drugs that the latest questions were each about: "dose of X?", "and Y?"; empty if not the last two were about one."""
    asked: list[Thing] = []
    for exchange in reversed(past):
        drugs = once(thing for thing in exchange.asked if thing.kind == "drug" and thing.key in keys)
        if len(drugs) != 1:
            break
        asked = once((*drugs, *asked))
    return asked if len(asked) >= _PAIR else []


def _in_answer(last: Exchange, keys: Collection[str]) -> list[Thing]:
    """Of the last answer the drugs, or else whatever it named that is given, that the question hadn't named, in its order."""
    asked = {thing.key for thing in last.asked}
    given = [t for t in once(last.answered) if t.key in keys and t.is_treatment and t.key not in asked]
    drugs = [thing for thing in given if thing.kind == "drug"]
    return drugs if len(drugs) >= _PAIR else given


def _of_class_asked(given: list[Thing], asked: Sequence[Thing], *, is_below: Callable[[Thing, Thing], bool]) -> list[Thing]:
    """To "which Xs are there?" only what is an X; whatever was named, if the question named no class or none of it is one."""
    classes = [thing for thing in asked if thing.kind == "drug class"]
    members = [thing for thing in given if any(is_below(thing, one) for one in classes)]
    return members or given


def offered(answered: Sequence[Thing], answer: str) -> tuple[Thing, ...]:
    """Two treatments between which the first line of the answer leaves a choice, of whatever kind: "Xs or Y"."""
    first = [thing for thing in answered if thing.is_treatment and "\n" not in answer[: thing.start]]
    keys = {one.key for one in coordinated([replace(thing, kind="") for thing in first], answer, joints="choosing")}
    return tuple(thing for thing in once(first) if thing.key in keys) if len(keys) == _PAIR else ()


def is_served(question: str, thing: Thing) -> bool:
    """Whether what is asked for only goes before or along with a thing: "which X before Y?"."""
    return bool(pattern("serving", r"\b(?:{})\s*$").search(folded(question[: thing.start])))


def is_passed_over(question: str, thing: Thing) -> bool:
    """Whether a question names something only as given before, or denies it, and asks in a later sentence or clause."""
    if thing.is_qualifier:
        return False
    before, behind = folded(question[: thing.start]), question[thing.end :]
    told = any(pattern(key, r"\b(?:{})\s+$").search(before) for key in ("passed_over", "denied_before"))
    return told and bool(re.search(r"[,.;]\s+\w", behind))


def is_declined(text: str, thing: Thing) -> bool:
    """Whether a turn tells in a sentence before its question that something won't be had: "no X at all. can Y …?"."""
    told = folded(text[: max(last_sentence(text), spoken_span(text)[0])])
    return bool(pattern("declined", rf"\b(?:{{}})\s+(?:any |more |further )?{re.escape(folded(thing.text))}\b").search(told))


def asks_for(question: str, start: int) -> bool:
    """Whether a question asks for instances of what it names at ``start``: "which X …?", "options for X"."""
    before = folded(question[:start])
    if pattern("which", r"^[\s¿]*(?:{})\s*$").match(before):
        return True
    listed = pattern("asks_which").search(folded(question))
    return bool(listed) and not re.match(r"[\s¿]*(?:who|when|why|how|which (?:patients|women|people))\b", before)


def set_beside(same: Sequence[Thing], question: str) -> tuple[Thing, ...]:
    """Names that the question itself sets side by side: "A or B", "A and B"."""
    pairs = pairwise(same)
    joined = [
        pair for pair in pairs if pattern("connectors", r"^\s*(?:{})\s*$").match(folded(question[pair[0].end : pair[1].start]))
    ]
    return joined[0] if joined else ()
