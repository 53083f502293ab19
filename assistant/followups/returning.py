"""Which exchange a turn returns to, and what of it the turn means: "back to the first question", "back to the X ones". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.followups.antecedents import Memory
from assistant.followups.ellipsis import folded
from assistant.followups.swap import excluded
from assistant.question.focus import Exchange, Thing, content_words, once, pattern, siblings, words
from assistant.words.language import fold

_PAIR = 2


def about(memory: Memory, topic: str, named: Sequence[Thing]) -> tuple[Exchange | None, tuple[Thing, ...]]:
    """The latest exchange about a topic, and what of it the topic names: "the bone drug" → the one talked about."""
    place = _by_turn(memory, topic)
    if place is not None:
        own = (thing for thing in place.asked if thing.concept and not thing.is_qualifier)
        return place, tuple(thing for thing in own if not _is_failed(place.question, thing))[:_PAIR]
    for of_answers in (False, True):
        for exchange in reversed(memory.past):
            listing = exchange.answered if of_answers else exchange.asked
            same = [thing for thing in listing if any(thing.key == name.key or memory.is_below(thing, name) for name in named)]
            if same:
                finer = [thing for thing in (*same, *exchange.answered) if any(memory.is_below(thing, name) for name in named)]
                return exchange, siblings(finer or same, memory.lexicon)
    return _by_words(memory, topic)


def with_fellows(memory: Memory, things: Sequence[Thing], older: Exchange) -> tuple[Thing, ...]:
    """Patients named to return to an exchange, with all that it told of them: "the X ones" were X and Y-positive."""
    if not things or any(thing.kind != "population" for thing in things):
        return tuple(things)
    told = [thing for thing in older.asked if thing.kind == "population" and thing.is_subject and not thing.is_step]
    return tuple(once((*(t for t in told if not any(excluded(t, one, memory.lexicon) for one in things)), *things)))


def _is_failed(question: str, thing: Thing) -> bool:
    """Whether a question names something only as what failed or was given before."""
    return bool(pattern("passed_over", r"\b(?:{})\s+$").search(folded(question[: thing.start])))


def _by_turn(memory: Memory, topic: str) -> Exchange | None:
    """Of "the first question", "what we talked about before": the exchange that is named by when it was."""
    flat = folded(topic)
    if pattern("earliest", r"^(?:{})$").match(flat):
        return memory.past[0]
    return memory.past[-min(_PAIR, len(memory.past))] if pattern("earlier", r"^(?:{})$").match(flat) else None


def _by_words(memory: Memory, topic: str) -> tuple[Exchange | None, tuple[Thing, ...]]:
    """As ``about``, by the words that topic and exchange share, and by the kind that its noun points to."""
    flat = re.findall(r"\w+", fold(topic))
    kinds = {kind for word in flat for kind in words()["pointers"].get(word, ())}
    wanted = set(content_words(topic)) - set(words()["pointers"])
    for exchange in reversed(memory.past):
        fitting = [thing for thing in (*exchange.asked, *exchange.answered) if thing.kind in kinds]
        if wanted and not wanted & set(content_words(f"{exchange.question} {exchange.answer}")):
            continue
        if wanted or fitting:
            return exchange, siblings(fitting, memory.lexicon)
    return None, ()
