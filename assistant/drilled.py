"""A turn that keeps to what the last exchange named: its patients stay the same, what is needed is needed for it. Pure."""

from __future__ import annotations

from assistant.antecedents import Memory
from assistant.complete import asks_meaning, is_short
from assistant.ellipsis import Turn, folded
from assistant.focus import Exchange, pattern, words
from assistant.listing import asks_for
from assistant.phrasing import asked_of, attached

_WHOLE = r"^[\s¿¡\"'(]*(?:{})[\s?.!]*$"


def drilled_into(turn: Turn, memory: Memory, *, language: str) -> str | None:
    """A question about something that the last exchange named, for its patients: "how long is the X part given?"."""
    named = {thing.key for thing in (*memory.last.asked, *memory.last.answered)}
    own = [thing for thing in turn.subjects if not thing.is_attribute]
    wide = own and all(thing.kind in words()["drilled_kinds"] and thing.key in named for thing in own)
    lists = any(asks_for(turn.text, thing.start) for thing in own) or asks_meaning(turn)
    if turn.opening or not wide or lists or any(thing.is_qualifier for thing in turn.things) or not is_short(turn):
        return None
    told = memory.patients(turn)
    return attached(turn.text, (), told, language=language) if told else None


def which_drug(turn: Turn, memory: Memory, *, language: str) -> str | None:
    """Of "which drug?" after a question that names none, which drug for whom or what that question was about."""
    if turn.things and any(thing.is_subject for thing in turn.things):
        return None
    if not pattern("which_drug", _WHOLE).match(folded(turn.text)) or any(thing.is_treatment for thing in memory.last.asked):
        return None
    around = memory.qualifiers(turn)
    return attached(turn.text, (), around, language=language) if around else None


def is_there(turn: Turn, memory: Memory, *, language: str) -> str | None:
    """A fragment that asks for any test or operation of its own ("any Xs at this point?") asks it for the patients talked about."""
    own = any(thing.kind in words()["examined_kinds"] for thing in turn.things)
    if turn.clause or not own or not pattern("is_any", r"^[\s¿]*(?:{})\b").match(folded(turn.text)):
        return None
    return attached(turn.text, (), memory.patients(turn), language=language)


def attended(turn: Turn, last: Exchange, *, language: str) -> str | None:
    """A fragment such as "any X needed?" asks it of the treatment talked about."""
    if turn.opening or turn.clause or not pattern("attended", _WHOLE).match(folded(turn.text)):
        return None
    named = {thing.key for thing in turn.things}
    given = [thing for thing in last.asked if thing.is_treatment and thing.is_subject and thing.key not in named]
    return asked_of(turn.text, given[:1], (), language=language) if given else None
