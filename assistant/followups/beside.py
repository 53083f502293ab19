"""A turn's word that points exchanged for what it means, and turns that name one thing and mean another beside it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.followups.antecedents import Memory
from assistant.followups.complete import lacks_partner
from assistant.followups.ellipsis import Pointer, Turn, folded
from assistant.followups.grammar import agreeing
from assistant.followups.phrasing import attached, ended, joined, listed, replaced, stem
from assistant.question.focus import Thing, pattern, words

_MANY = 3


def linking(language: str) -> dict[str, str]:
    """The joints of a language."""
    forms: dict[str, dict[str, str]] = words()["linking"]
    return forms.get(language, forms["en"])


def put_for(pointer: Pointer, turn: Turn, text: str, things: Sequence[Thing], *, language: str) -> str:
    """The text with a pointing word exchanged, its verb in the number of what stands there now."""
    new = _worded(pointer, turn, things, language)
    new = f" {new}" if text[: pointer.start][-1:].isalpha() else new
    typed = folded(text[pointer.start : pointer.end])
    if pointer.kind not in {"singular", "plural"} or typed == "them" or language != "en":
        return replaced(text, pointer.start, pointer.end, new)
    before = replaced(text[: pointer.end], pointer.start, pointer.end, new)
    return agreeing(text[: pointer.start], before[pointer.start :], text[pointer.end :], plural=pointer.kind == "plural")


def _worded(pointer: Pointer, turn: Turn, things: Sequence[Thing], language: str) -> str:
    joints = linking(language)
    typed = turn.text[pointer.start : pointer.end]
    if pointer.kind == "possessive":
        return f"{listed(things, joint=joints['and'])}'s"
    opening = re.match(r"(?:which|what|either|neither|each|cual(?:es)?)\b", folded(typed)) if pointer.kind == "pair" else None
    if not opening and pointer.kind == "singular":  # "it" is one thing: a combination
        return f" {joints['plus']} ".join(listed([thing]) for thing in things)
    name = listed(things, joint=joints["and"])
    if not opening and pointer.kind == "plural" and len(things) == 1 and things[0].kind == "drug class":
        return f"{name}s" if pattern("class_nouns", r"\b(?:{})$").search(folded(name)) else name
    if not opening:
        return name
    if len(things) == 1 and things[0].kind == "drug class":
        return f"{typed.split()[0]} {name}"
    joint = joints["or" if opening.group() in {"which", "cual", "cuales"} else "and"]
    return f"{typed[: opening.end()]} {joints['of']} {listed(things, joint=joint)}"


def which_class(pointer: Pointer, things: Sequence[Thing], memory: Memory) -> tuple[Thing, ...]:
    """The class that was asked for, in place of three and more of its members; empty if there is none, or for fewer."""
    if pointer.kind != "pair" or len(things) < _MANY:
        return ()
    classes = [thing for thing in memory.last.asked if thing.kind == "drug class"]
    return tuple(one for one in classes if all(memory.is_below(thing, one) for thing in things))[:1]


def which_of_class(pointer: Pointer, text: str, memory: Memory) -> str:
    """Of "which ones …", asked of a class, "which Xs …"; any other text as it is."""
    typed = text[pointer.start : pointer.end]
    one = next((thing for thing in memory.given(memory.candidates()) if thing.kind == "drug class"), None)
    if one is None or not re.fullmatch(r"(?:which|what) ones", folded(typed)):
        return text
    name = listed([one])
    return replaced(text, pointer.start, pointer.end, f"{typed.split()[0]} {name if name.endswith('s') else name + 's'}")


def paired(turn: Turn, memory: Memory, *, language: str) -> str | None:
    """A turn such as "can I add X?" names one of two things: the other one is what the talk is about."""
    given = [thing for thing in turn.things if thing.is_treatment]
    flat = folded(turn.text)
    if len(given) != 1 or pattern("open_ended").search(flat) or not pattern("joining").search(flat):
        return None
    asked = [t for t in memory.treatments_asked() if t.key != given[0].key]
    partners = [t for t in asked if not memory.is_below(given[0], t) and not memory.is_below(t, given[0])]
    return attached(turn.text, partners[:1], (), language=language) if partners else None


def partnered(turn: Turn, memory: Memory, *, language: str) -> str | None:
    """For "which X partner?" the treatment talked about that is no X, beside which one is asked for."""
    if not lacks_partner(folded(turn.text)):
        return None
    own = [thing for thing in turn.things if thing.is_treatment]
    asked = [
        thing
        for thing in memory.treatments_asked()
        if not any(thing.key == one.key or memory.is_below(thing, one) or memory.is_below(one, thing) for one in own)
    ]
    return attached(turn.text, asked[:1], (), language=language) if asked else None


def set_against(turn: Turn, memory: Memory, *, language: str) -> str | None:
    """Of "which X instead?" X for the question before; of "does earlier X matter?" X against what is in focus."""
    flat = folded(turn.text)
    asks = turn.things or re.match(r"[\s¿]*(?:what|which|que|cual)\b", flat)
    if asks and re.search(r"\binstead\b(?! of)|\ben su lugar\b", flat):
        return joined(memory.last.base, turn.text, link=": ", language=language)
    own = {thing.key for thing in turn.things if thing.is_treatment}
    if not (own and pattern("mattering").search(flat) and pattern("earlier_given").search(flat)):
        return None
    things, _ = memory.focus(turn)
    others = [thing for thing in things if thing.is_treatment and thing.key not in own]
    return ended(f"{stem(turn.text)} {linking(language)['for']} {listed(others[:1])}", language=language) if others else None
