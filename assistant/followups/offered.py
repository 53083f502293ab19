"""A turn that brings up one more thing for what is talked about ("and X?", "would X help?"), the words for that thing out. Pure.

What the documents on that don't speak of by any word can't be answered from them, whatever the conversation lends the turn.
"""

from __future__ import annotations

import re

from assistant.followups.ellipsis import Turn, folded, pointers
from assistant.question.focus import content_words, pattern, words

_MOST_WORDS = 4
_SHORTEST = 3
_ARTICLES = r"(?:(?:an?|the|some|any|my|her|his|our|your)\s+)?(?:(?:bit|bits|glass|cup|lot|little|drop)\s+of\s+)?(?:the\s+)?"
_AUXILIARIES = r"(?:would|could|does|do|did|will|can|might|may|should)"
_WHAT = r"(?P<what>[a-z][a-z'-]*(?:\s[a-z][a-z'-]*){0,2}?)"
# "Would X help?", "can I have X with it?": a thing, and nothing else that is told of it.
_WHETHER = (
    re.compile(
        rf"^\W*{_AUXILIARIES}\s+{_ARTICLES}{_WHAT}\s+(?:help|work|do|be|count|make\s+(?:a|any)\s+difference)\b(?:\s+[a-z]+){{0,3}}\W*$"
    ),
    re.compile(
        rf"^\W*{_AUXILIARIES}\s+(?:i|we|he|she|they)\s+(?:still\s+|just\s+|also\s+)?(?:have|use|take|try|drink|eat|give)\s+{_ARTICLES}{_WHAT}"
        r"(?:\s+(?:instead|too|as\s+well|then|with\s+(?:it|this|that|them)))?\W*$"
    ),
    re.compile(
        rf"^\W*(?:is|are)\s+{_ARTICLES}{_WHAT}\s+(?:ok|okay|alright|all\s+right|fine|safe|allowed|any\s+(?:good|use))\b(?:\s+[a-z]+){{0,3}}\W*$"
    ),
)


def offered(turn: Turn) -> tuple[str, ...]:
    """The words for the thing that a turn brings up, none of them one that a lexicon knows; empty for any other turn."""
    flat = folded(turn.text)
    if turn.clause:
        found = next((match for one in _WHETHER if (match := one.match(flat))), None)
        named = found["what"] if found else ""
    else:
        lone = turn.opening == "parallel" and not turn.preposition and not turn.is_condition and not pointers(turn)
        named = flat if lone and len(flat.split()) <= _MOST_WORDS and not pattern("asking", r"^\W*(?:{})\b").match(flat) else ""
    known = {word for thing in turn.things for word in content_words(thing.text)}
    return tuple(word for word in content_words(named) if _names(word) and word not in known)


def _names(word: str) -> bool:
    """Whether a word can name a thing: no figure, nothing that is asked of one, and nothing that only qualifies one."""
    if not word.isalpha() or len(word) < _SHORTEST or word in words()["pointers"]:
        return False
    return not (pattern("attributes").fullmatch(word) or pattern("adjectival", r"(?:{})$").fullmatch(word))
