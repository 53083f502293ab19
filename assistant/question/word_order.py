"""A clause with its auxiliary in front in, the statement with the words in their usual order out: "is X given" → "X is given"."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.words.lexicon import Lexicon

AUXILIARY = r"(?:is|are|was|were|am|do|does|did|has|have|had|should|shall|must|will|would|can|could|may|might)(?:n['’]?t)?\b"
_SUBJECT = frozenset("i we you they it she he one this that these those there everyone anyone".split())
# Nouns that go with the name before them: "… disease", "… alone".
_TRAILING = frozenset(
    "disease diseases patient patients women men people cases treatment treatments therapy therapies"
    " regimen regimens drug drugs agent agents alone".split()
)
_INSIDE = frozenset(
    "a an the any some all every each my your her his our their of in on for with without from to at by after before during and"
    " or plus between against no both only".split()
)
# Kinds of things that stand behind another name as its noun ("… chemotherapy").
_COMPOUND = frozenset({"drug class", "regimen"})
_LEADING = frozenset("to no only all".split())


def declarative(clause: str, *, lexicon: Lexicon) -> str:
    """The clause with its leading auxiliary moved behind the subject: "is X given" → "X is given"."""
    match = re.match(rf"(?P<aux>{AUXILIARY})\s+(?P<rest>.+)", clause, re.IGNORECASE)
    if not match:
        return clause
    rest = match["rest"]
    denied = re.match(r"not\s+", rest, re.IGNORECASE)
    auxiliary = match["aux"].lower() + (" not" if denied else "")
    rest = rest[denied.end() :] if denied else rest
    place = _behind_subject(rest, lexicon=lexicon)
    return f"{rest[:place].rstrip()} {auxiliary} {rest[place:].lstrip()}".strip()


def _behind_subject(text: str, *, lexicon: Lexicon) -> int:
    """Where the subject at the beginning of ``text`` ends: named things, what joins them, and a noun behind an article."""
    mentions = {mention.start: mention for mention in lexicon.mentions(text, typed=True)}
    position, taken, open_noun, named = 0, False, True, False
    for word in re.finditer(r"\S+", text):
        if word.start() < position:
            continue
        plain = word[0].strip(",;:()").lower()
        mention = mentions.get(word.start())
        if mention is not None and (open_noun or not named or mention.concept.kind in _COMPOUND):
            named = mention.concept.kind != "population"
            position, taken, open_noun = mention.end, True, False
        elif not taken and plain in _SUBJECT:
            return word.end()
        elif taken and plain in _TRAILING:
            position, open_noun, named = word.end(), False, True
        elif plain in _INSIDE and not (taken and plain in _LEADING and not _names_next(text, word.end(), mentions)):
            position, open_noun = word.end(), True
        elif mention is None and (not taken or open_noun):
            # A word that the lexicon doesn't know: the noun itself, or what stands before one ("routine", "adding").
            position, taken, open_noun = word.end(), True, _names_next(text, word.end(), mentions)
        else:
            return word.start()
    return position


def _names_next(text: str, end: int, mentions: Collection[int]) -> bool:
    """True if a named thing begins right behind ``end``."""
    return end + len(text[end:]) - len(text[end:].lstrip()) in mentions
