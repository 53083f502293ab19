"""A turn that says when a treatment no longer works asks what comes next, whatever was asked before. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.followups.antecedents import Memory
from assistant.followups.beside import linking
from assistant.followups.ellipsis import Turn, folded
from assistant.followups.phrasing import ended, listed, qualified, replaced, stem
from assistant.question.focus import Thing, pattern, words
from assistant.words.question_words import words_of

_ASKED_FIRST = re.compile(r"what comes next (?:if|when|once) (?:it|this|that|the (?:cancer|disease|tumou?r))\b")

_AFTER_THAT = re.compile(
    r"^(?:and |y )?(?:after|beyond|despues de) (?:that|it|this|eso|esto)\b(?: one)?[\s,;:]+(?P<what>\w[^?.!]*)", re.IGNORECASE
)


def next_step(turn: Turn, memory: Memory, *, language: str) -> str | None:
    """For "and if X stops working?" what comes next then; None where the question before asks for what to give.

    That one takes the condition itself: "options for Y?" + "if X fails?".
    """
    flat = folded(turn.text)
    if later := next_line(turn, memory, language=language) or _after_that(turn, memory, language=language):
        return later
    if (
        _ASKED_FIRST.match(flat)
        and not turn.clause
        and not turn.subjects
        and not _takes_condition(memory.last.question, language)
    ):
        return ended(f"{stem(turn.text)}{qualified(_patients(turn, memory), language=language)}", language=language)
    if not turn.is_condition or turn.clause or not pattern("subsequent").search(flat):
        return None
    if _takes_condition(memory.last.question, language):
        return None
    text = turn.text if any(thing.is_treatment for thing in turn.things) else _named(turn, memory)
    if not text:
        return None
    told = re.sub(r"^(?:what|y) (?=if\b|when\b|si\b|cuando\b)", "", stem(text).lstrip("¿¡ "), flags=re.IGNORECASE)
    around = qualified(_patients(turn, memory), language=language)
    return ended(f"{linking(language)['next']} {told[:1].lower()}{told[1:]}{around}", language=language)


def _after_that(turn: Turn, memory: Memory, *, language: str) -> str | None:
    """For "after that, which X" what X comes behind the treatment asked about, in the patients talked about."""
    found = _AFTER_THAT.match(folded(turn.text))
    given = [thing for thing in memory.last.asked if thing.kind in {"drug", "regimen"} and thing.is_subject]
    if found is None or turn.clause or not given or not turn.things:
        return None
    what = stem(turn.text[found.start("what") :])
    after = "después de" if language == "es" else "after"
    return ended(f"{what} {after} {listed(given[:1])}{qualified(_patients(turn, memory), language=language)}", language=language)


def next_line(turn: Turn, memory: Memory, *, language: str) -> str | None:
    """After a question for the first line, a turn that says but that it failed asks the same for the second."""
    question = memory.last.question
    first = pattern("first_line", r"\b(?:{})\b").search(folded(question))
    typed = re.sub(r"^what comes next ", "", stem(folded(turn.text)).lstrip("¿ "))
    if first is None or not pattern("line_failed", r"^(?:and |y )?(?:{})[\s?.!]*$").match(typed):
        return None
    return ended(replaced(question, first.start(), first.end(), words()["next_line"][language]), language=language)


def _named(turn: Turn, memory: Memory) -> str:
    """The turn with the treatment talked about in the place of "the pills"; empty if it speaks of no such thing."""
    noun = pattern("treatment_nouns", r"\b(?:the|my|her|his|el|la|los|las)\s+(?:{})\b").search(folded(turn.text))
    given = memory.given(memory.candidates())[:1] if noun else []
    return replaced(turn.text, noun.start(), noun.end(), listed(given)) if noun and given else ""


def _takes_condition(question: str, language: str) -> bool:
    """Whether a question asks what to give, and for no yes or no: a condition can be put behind it."""
    opening = folded(question).lstrip("¿ ").split(" ")[0]
    return opening not in words_of(language).auxiliaries and bool(pattern("seeking").search(folded(question)))


def _patients(turn: Turn, memory: Memory) -> Sequence[Thing]:
    return [thing for thing in memory.patients(turn) if not thing.is_step]
