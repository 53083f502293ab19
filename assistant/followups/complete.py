"""Whether a turn lacks nothing, so that it is taken as typed: it names its own subject, or asks what a word means. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from assistant.followups.ellipsis import Turn, folded, pointers
from assistant.question.focus import Thing, content_words, pattern, words
from assistant.words.question_words import content_stems

_FEW_WORDS = 2
_SHORT_TURN = 10
_FULL_QUESTION = 7
_STRANGE, _MOSTLY = 2, 2
# Kinds of things that a question names and still leaves open of what it asks.
_SAYING_LITTLE = frozenset({"route", "other", "endpoint", "person"})
_WHOLE = r"^[\s¿¡\"'(]*(?:{})[\s?.!]*$"


def is_left_open(turn: Turn) -> bool:
    """Whether what a turn asks is done to something that it doesn't name: "what do I check before starting?"."""
    return not turn.things and bool(pattern("left_open", r"\b(?:{})\W*$").search(folded(turn.text)))


def lacks_partner(flat: str) -> bool:
    """Whether a turn asks which is given beside something, and doesn't say beside what: "which partner is preferred?"."""
    asked = r"\b(?:which|what|best|preferred|another|que|cual)\b(?![^,.;?]*\b(?:my|his|her|your|our|their|mi|su|tu)\b)[^,.;?]*"
    bare = not re.match(r"[\s¿]*(?:with|con)\b", flat)
    return bare and bool(pattern("partner", asked + r"\b(?:{})\b(?!\s+(?:for|with|of|to|de|con|para)\b)").search(flat))


def asks_meaning(turn: Turn) -> bool:
    """Whether a turn asks what a word means: "what's X"; not "what's the dose"."""
    plain = not any(thing.is_attribute or thing.kind in words()["minor_kinds"] for thing in turn.things)
    named = plain and not any(pattern("attributes").fullmatch(word) for word in turn.extra) and not pointers(turn)
    return named and bool(content_words(turn.text)) and bool(pattern("defining", _WHOLE).match(folded(turn.text)))


def asks_for_hope(turn: Turn) -> bool:
    """Whether a turn asks if there is a cure: of the illness, whatever treatment was talked about just before."""
    return bool(pattern("hope", _WHOLE).match(folded(turn.text)))


def is_short(turn: Turn) -> bool:
    """Whether a turn is a single sentence of few words."""
    return len(turn.text.split()) <= _SHORT_TURN and not re.search(r"[.;:]\s", turn.text)


def stands_alone(turn: Turn, *, background: Collection[str]) -> bool:
    """Whether a turn is a question in full, which reads the same without the conversation.

    Nothing opens it or points out of it, it speaks of nobody talked about, and it names either what all the documents are about,
    which no follow-up repeats, or something of its own in many words, and not as known ("the X"). So, too, with keywords that
    begin with the former.
    """
    flat = folded(turn.text)
    if _is_headline(turn, flat, background):
        return True
    if turn.text != turn.typed.strip() or not pattern("asking_head", r"^[\s\"'(]*(?:{})").match(flat) or is_left_open(turn):
        return False
    if pointers(turn) or any(pattern(key).search(flat) for key in ("leaning", "further", "patient", "of_persons")):
        return False
    if turn.says("of_whom") or lacks_partner(flat):
        return False
    if any((thing.key in background and " " in thing.text) or _is_of_background(thing) for thing in turn.things):
        return True
    own = [thing for thing in turn.things if thing.concept is not None and thing.key not in background]
    named = [thing for thing in own if not (thing.is_step or thing.is_attribute or thing.kind in _SAYING_LITTLE)]
    known = any(pattern("articles_known", r"\b(?:{})\s+$").search(flat[: thing.start]) for thing in named if thing.is_treatment)
    return bool(named) and not known and len(turn.text.split()) >= _FULL_QUESTION


def _is_headline(turn: Turn, flat: str, background: Collection[str]) -> bool:
    """True for keywords that begin with what all documents are about and name whom and what: "<cancer> <subtype> second line"."""
    first, *others = turn.things or (None,)
    if first is None or first.start or not (first.key in background or _is_of_background(first)):
        return False
    if turn.text != turn.typed.strip() or pointers(turn) or any(pattern(key).search(flat) for key in ("leaning", "further")):
        return False
    own = [thing for thing in others if thing is not None and thing.key not in background]
    whom = any(thing.kind == "population" and not thing.is_step for thing in own)
    return whom and any(thing.is_step or thing.is_treatment for thing in own)


def _is_of_background(thing: Thing) -> bool:
    return thing.concept is not None and thing.concept.axis in words()["background_axes"]


def is_of_another_world(turn: Turn, *, language: str, spoken_of: Callable[[str, str], bool]) -> bool:
    """Whether a turn asks in full about what no document has words for: "how do I bake bread?". No talk gives it a meaning.

    ``spoken_of`` tells whether the documents have a stem, or one of like meaning, in a language. One strange word is common in
    what people ask on ("why the rush?"); two, in a question that names nothing known and points to nothing, are another topic.
    """
    flat = folded(turn.text)
    if turn.things or turn.text != turn.typed.strip() or not pattern("asking_head", r"^[\s¿¡\"'(]*(?:{})").match(flat):
        return False
    if pointers(turn) or any(pattern(key).search(flat) for key in ("leaning", "further")):
        return False
    stems = content_stems(turn.text, language)
    strange = [one for one in stems if not spoken_of(one, language)]
    return len(strange) >= _STRANGE and _MOSTLY * len(strange) > len(stems)


def _asks_for_care(turn: Turn) -> bool:
    """Whether a turn asks in full about a kind of care that goes with no drug: "is X care advised?", "when to start X care?"."""
    own = [thing for thing in turn.things if thing.kind == "care" and thing.concept is not None]
    care = any(pattern("cared", "(?:{})").search(folded(thing.concept.name)) for thing in own if thing.concept)
    asks = turn.clause or pattern("asking_head", r"^[\s\"'(]*(?:{})").match(folded(turn.text))
    return care and bool(asks) and not turn.opening and not pointers(turn) and not is_left_open(turn)


def is_topic(turn: Turn) -> bool:
    """Whether a turn is nothing but the name of a kind of care that goes with no drug: "hospice?"."""
    bare = turn.text.strip(" ?.!¿")
    own = next((thing for thing in turn.things if thing.text == bare and thing.kind == "care"), None)
    return own is not None and own.concept is not None and bool(pattern("apart", "(?:{})").search(folded(own.concept.name)))


def is_complete(turn: Turn) -> bool:
    """Whether a turn names its own subject, or tells or asks in words of its own too much to lack one."""
    if turn.clause and pattern("caught").search(folded(turn.text)):
        return True
    own = [thing for thing in turn.subjects if not (thing.is_attribute or thing.is_step)]
    own += [thing for thing in turn.things if turn.clause and thing.kind in words()["examined_kinds"]]
    if pattern("staff").search(folded(turn.text)):  # what they do is done because of what is talked about
        own = [thing for thing in own if thing.kind not in words()["examined_kinds"]]
    if pattern("of_documents").search(folded(turn.text)) or asks_meaning(turn) or _asks_for_care(turn) or is_topic(turn):
        return True
    if turn.clause and pattern("existing", r"^[\s¿]*(?:{})\b").match(folded(turn.text)):
        own += [thing for thing in turn.things if thing.kind in words()["lesser_kinds"]]
    told = turn.clause and pattern("told", r"^[\s\"'(]*(?:{})").match(folded(turn.text))
    return bool(own or told) or (not turn.things and len(content_words(turn.text)) > _FEW_WORDS)
