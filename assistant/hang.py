"""A turn put behind the question before, because it only pushes it further or tells something for it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.ellipsis import Turn, folded
from assistant.focus import Exchange, pattern, words
from assistant.phrasing import asked_of, joined

_MOST_WORDS = 8


def pushed(turn: Turn, past: Sequence[Exchange], *, language: str) -> str | None:
    """For "why?" and "such as?" the question before, asked further; None for any other turn."""
    last = past[-1]
    if turn.says("why"):
        joint = words()["linking"].get(language, words()["linking"]["en"])["and"]
        return joined(last.question, turn.text, link=f", {joint} ", language=language)
    if turn.says("agreement"):
        return joined(last.question, turn.text, link=": ", language=language)
    if not turn.clause and pattern("why_not", r"^[\s¿]*(?:{})\b").match(folded(turn.text)):
        return joined(last.question, turn.text, link=": ", language=language)
    if turn.says("others"):
        return joined(_open_question(past), turn.text, link=": ", language=language)
    further = turn.says("more") or (not turn.clause and pattern("comparing", r"^[\s¿]*{}").match(folded(turn.text)))
    return joined(last.ground, turn.text, link=": ", language=language) if further else None


def hung(turn: Turn, past: Sequence[Exchange], *, language: str) -> str | None:
    """A fragment that names no treatment of its own ("never responded", "X or Y?") behind the question before."""
    flat = folded(turn.text)
    if turn.clause and not turn.things and flat.rstrip(" ?.!").endswith(" then"):
        return joined(past[-1].ground, turn.text, link=": ", language=language)
    whole = turn.clause or pattern("asking", r"^[\s¿]*(?:{})\b").match(flat) or pattern("orders", r"^(?:{})\b").match(flat)
    if whole or len(flat.split()) > _MOST_WORDS or any(thing.is_treatment for thing in turn.things):
        return None
    given = [thing for thing in past[-1].asked if thing.is_treatment and thing.is_subject]
    if given and pattern("usage").search(flat):
        return asked_of(turn.text, given[:1], (), language=language)
    return joined(past[-1].ground, turn.text, link=": ", language=language)


def _open_question(past: Sequence[Exchange]) -> str:
    """The latest question that asks for things of a kind rather than of one of them by name."""
    last = {thing.key for thing in past[-1].asked if thing.is_treatment}
    for exchange in reversed(past):
        named = last & {thing.key for thing in exchange.asked}
        if last and not named and last & {thing.key for thing in exchange.answered}:
            return exchange.question
    limited = (one for one in reversed(past) if any(t.is_qualifier and not t.is_step for t in one.asked))
    return next(limited, past[-1]).base
