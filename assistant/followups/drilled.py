"""A turn that keeps to what the last exchange named: its patients stay the same, what is needed is needed for it. Pure."""

from __future__ import annotations

from assistant.followups.antecedents import Memory
from assistant.followups.complete import asks_meaning, is_short
from assistant.followups.ellipsis import Turn, folded
from assistant.followups.listing import asks_for
from assistant.followups.phrasing import asked_of, attached, ended, listed, qualified, replaced, stem
from assistant.question.focus import Exchange, pattern, words

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
    """A fragment that asks for any test or operation ("any Xs at this point?") asks it for the patients talked about."""
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


def named_in_answer(turn: Turn, memory: Memory, *, language: str) -> str | None:
    """For "X?" where the answer had named X: what about X, in the setting of the question."""
    if turn.opening or turn.preposition or len(turn.subjects) != 1:
        return None
    new, last = turn.subjects[0], memory.last
    if new.key not in {thing.key for thing in last.answered} or new.key in {thing.key for thing in last.asked}:
        return None
    setting = [thing for thing in last.asked if thing.is_subject and thing.concept and thing.key != new.key]
    families = [thing for thing in setting if not thing.is_qualifier]
    if any(not memory.is_below(new, thing) for thing in families):
        return None
    among = f" among {listed(families)}" if families else ""
    around = qualified([thing for thing in setting if thing.is_qualifier], language=language)
    return ended(f"What about {stem(turn.text)}{among}{around}", language=language)


def in_setting(turn: Turn, memory: Memory, *, language: str) -> str | None:
    """A fragment about something of the last exchange keeps that exchange's setting: "… for bone metastases"."""
    last = {thing.key for thing in (*memory.last.asked, *memory.last.answered)}
    if not any(thing.key in last for thing in turn.subjects) or any(thing.is_qualifier for thing in turn.things):
        return None
    qualifiers = memory.qualifiers(turn)
    return attached(turn.text, (), qualifiers, language=language) if qualifiers else None


def at_site(turn: Turn, last: Exchange, *, language: str) -> str | None:
    """For a place in the body alone ("liver?") after a question for an examination of no place: that of this place.

    Only in English, where a place stands before its noun as it is.
    """
    bare = not (turn.clause or turn.preposition or turn.extra) and turn.opening in {"", "parallel"}
    if language != "en" or not bare or [thing.kind for thing in turn.things] != ["site"]:
        return None
    examined = [thing for thing in last.asked if thing.kind in words()["examined_kinds"]]
    start = folded(last.base).rfind(folded(examined[-1].text)) if examined else -1
    if start < 0 or any(thing.kind == "site" for thing in last.asked):
        return None
    of_site = f"{turn.things[0].text.lower()} "
    if not pattern("verbs").search(folded(last.base)):  # a heading ("staging imaging: list") says no more of it
        return ended(f"{of_site}{examined[-1].text}", language=language)
    return ended(replaced(last.base, start, start, of_site), language=language)
