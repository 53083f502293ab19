"""What must be said before any document is searched: urgent advice, small talk, "I couldn't read that"; None = go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.answers import AbstentionReason, Question
from assistant.model.identifiers import Masked, mask_identifiers
from assistant.urgency.emergencies import find_emergency
from assistant.urgency.naming import only_names
from assistant.urgency.own_rules import asks_nothing_else, without_own_rules
from assistant.urgency.smalltalk import is_unreadable, read_smalltalk, reply
from assistant.words.concepts import TREATMENTS
from assistant.words.language import detect_language
from assistant.words.lexicon import Lexicon

__all__ = ["NOT_ANSWERED", "Masked", "Triage", "TriageKind", "countries", "detect_language", "mask_identifiers", "triage"]

_NUMBERS = Path(__file__).with_name("emergency_numbers.yaml")
_REMEMBERED_TURNS = 3
_CRISIS = "suicide"


class TriageKind(StrEnum):
    """What kind of message it is."""

    EMERGENCY = "emergency"
    SMALLTALK = "smalltalk"
    UNREADABLE = "unreadable"
    OWN_RULES = "own rules"


NOT_ANSWERED = {
    TriageKind.UNREADABLE: AbstentionReason.UNREADABLE_QUESTION,
    TriageKind.OWN_RULES: AbstentionReason.OWN_RULES,
}
"""Kinds of message that no document is searched for, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """A message that gets its own reply. ``label`` names the emergency or the small talk; ``text`` is what to say.

    ``certain`` is an emergency that is one however calm the message sounds.
    """

    kind: TriageKind
    label: str
    text: str
    language: str
    certain: bool = False


def triage(
    question: Question,
    *,
    country: str = "",
    lexicon: Lexicon | None = None,
    alarm: Callable[[str], str | None] | None = None,
    calm: Callable[[str], bool] | None = None,
) -> Triage | None:
    """The reply that goes before any search, or None for a question to be answered from the documents.

    ``country`` is an ISO 3166 code; unknown or empty gives the international wording. Emergencies go first: a
    message that thanks and reports chest pain is an emergency. ``alarm`` (``assistant.urgency.alarm.Alarm``) hears what the words
    don't know, and ``calm`` (its ``is_calm``) that words of danger tell of none; without them the words alone decide. Words
    of a crisis, signals that are certain, and what only the turns before make dangerous, are never taken for calm.
    """
    language = read_language(question, lexicon=lexicon)
    named = lexicon.mentions(question.text, typed=True) if lexicon else ()
    before = " . ".join(turn.content for turn in question.history[-2 * _REMEMBERED_TURNS :] if turn.role == "user")
    treatments = _treatments(question.text, lexicon)
    emergency = find_emergency(question.text, before=before, treatments=treatments)
    by_itself = emergency is not None and emergency == find_emergency(question.text, treatments=treatments)
    if emergency and not (calm and by_itself and not emergency.certain and calm(question.text)):
        text = emergency_advice(emergency.kind, language=language, country=country)
        label, certain = emergency.kind, emergency.certain
        return Triage(kind=TriageKind.EMERGENCY, label=label, text=text, language=language, certain=certain)
    talk = read_smalltalk(question.text, talking=any(turn.role == "assistant" for turn in question.history))
    if talk:
        return Triage(kind=TriageKind.SMALLTALK, label=talk, text=reply(talk, language), language=language)
    if is_unreadable(question.text, known=bool(named)):
        return Triage(kind=TriageKind.UNREADABLE, label="unreadable", text=reply("unreadable", language), language=language)
    left = without_own_rules(question.text)
    told = any(character.isalnum() for character in left) and not only_names(left, _treatments(left, lexicon))
    heard = alarm(left) if alarm and told else None
    if heard:
        text = emergency_advice(heard, language=language, country=country)
        return Triage(kind=TriageKind.EMERGENCY, label=heard, text=text, language=language, certain=heard == _CRISIS)
    if asks_nothing_else(question.text, names_a_thing=lexicon is not None and bool(lexicon.mentions(left, typed=True))):
        return Triage(kind=TriageKind.OWN_RULES, label="own rules", text="", language=language)
    return None


def read_language(question: Question, *, lexicon: Lexicon | None = None) -> str:
    """The question's language: as set, else as typed, else that of the user's latest turn that tells, else English."""
    if question.language in {"en", "es"}:
        return question.language
    turns = [turn.content for turn in question.history if turn.role == "user"]
    language = "en"
    for text in (*turns, question.text):
        names = [text[m.start : m.end] for m in lexicon.mentions(text, typed=True)] if lexicon else []
        language = detect_language(text, default=language, names=names)
    return language


def _treatments(text: str, lexicon: Lexicon | None) -> list[tuple[int, int]]:
    """Where a text names a treatment, begin and end."""
    named = lexicon.mentions(text, typed=True) if lexicon else ()
    return [(mention.start, mention.end) for mention in named if mention.concept.kind in TREATMENTS]


def countries() -> tuple[str, ...]:
    """The ISO 3166 codes of the countries whose numbers are known."""
    return tuple(sorted(_numbers()["countries"]))


@lru_cache(maxsize=1)
def _numbers() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(_NUMBERS.read_text(encoding="utf-8"))
    return loaded


def emergency_advice(kind: str, *, language: str, country: str = "") -> str:
    """What to do now: whom to call, by country. States nothing about the illness."""
    book = _numbers()
    own = book["countries"].get(country.strip().upper())
    lines = own or {name: words[language] for name, words in book["other"].items()}
    number, crisis = (_localised(lines[name], language) for name in ("emergency", "crisis"))
    advice: dict[str, Any] = book["advice"][language]
    if kind == _CRISIS:
        return str(advice["suicide"]).format(number=number, crisis=crisis)
    return str(advice["emergency"]).format(number=number, more=advice["more"].get(kind, ""), tell=advice["tell"])


def doubtful_advice(*, language: str, country: str = "") -> str:
    """What goes before an answer where it isn't sure that a message is urgent: when not to wait for it."""
    book = _numbers()
    own = book["countries"].get(country.strip().upper())
    line = own["emergency"] if own else book["other"]["emergency"][language]
    return str(book["advice"][language]["doubt"]).format(number=_localised(line, language))


def _localised(line: str, language: str) -> str:
    return line.replace(" or ", " o ").replace("call or text", "llamada o mensaje") if language == "es" else line
