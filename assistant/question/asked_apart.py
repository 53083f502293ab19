"""A question that asks several things in, each of them as a question of its own out. Pure.

"How often is X given and what does it cost?", "dose of X and of Y", "definition and treatment of X": each stands behind all that
the question states, and what names nothing by itself ("…, and how often?") is asked of the things in the part before.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.question.word_order import AUXILIARY
from assistant.words.concepts import GIVEN
from assistant.words.lexicon import Lexicon

QUESTION_WORDS = (
    r"what|which|who|whom|whose|why|when|where|how|qué|cuál(?:es)?|quién(?:es)?|cuándo|cuánt[oa]s?|cómo|dónde|por\s+qué"
)
PREPOSITIONS = r"for|in|on|with|by|after|until|since|at|from|to|a|con|de|en|para|cada|desde|hasta|tras"
SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\s+[-–—]\s+|:\s+|\s+(?=¿)")
_QUESTION_WORD = rf"(?:{QUESTION_WORDS})"
_ASKED_BY = rf"(?:(?:[\w-]+\s+){{0,2}}{_QUESTION_WORD}\b|{AUXILIARY})"
_PREPOSITION = rf"(?:{PREPOSITIONS})\s+"
_WOULD = (
    r"(?:(?:do|does|did|should|can|could|will)\s+(?!be\b|have\b|not\b|also\b|so\b)|"
    r"(?:is|are)\s+(?:it|they|there|this|that)\b)"
)
_AND_ASKED = re.compile(
    rf"\s*,\s*(?:and|so|but|also|then|y|e|pero|además)\s+(?={_ASKED_BY})|"
    rf"\s+(?:and|y|e)\s+(?=(?:{_PREPOSITION})?{_QUESTION_WORD}\s|{_WOULD})",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"^¿?\s*{_ASKED_BY}|,\s+{_QUESTION_WORD}\b", re.IGNORECASE)
_TAG = re.compile(
    r",\s*(?:(?:is|are|was|do|does|did|should|can|has|have)(?:n['’]t)?\s+(?:it|they|that|we|she|he)|right|correct|verdad|no)$",
    re.IGNORECASE,
)
_MOST_PARTS = 3
_BORROWED = re.compile(r"\s\([^()]*\)(?=\?$)")
_POINTS = re.compile(
    rf"^{_PREPOSITION}{_QUESTION_WORD}\b|\b(?:it|its|they|them|their|this|these|that|those|ones?)\b", re.IGNORECASE
)
# Kinds of things that the documents may say something of together.
SAID_OF = frozenset({"drug", "drug class", "regimen", "procedure", "test", "endpoint", "side effect", "site", "care"})
_OF_BOTH = re.compile(r"\s*(?:,\s*(?:and|y|e)?|\band\b|\by\b|&|/)\s*(?:(?:of|for|de|del|para)\s+)?(?:the\s+)?", re.IGNORECASE)


def parts_of(text: str, *, lexicon: Lexicon) -> tuple[str, ...]:
    """The things that a question asks, each behind all that it states; empty for one that asks a single thing."""
    pieces = [
        (_TAG.sub("", piece.strip(" ,;.¿?!")), sentence.rstrip().endswith("?"))
        for sentence in SENTENCE_END.split(text)
        for piece in (_AND_ASKED.split(sentence) if sentence.rstrip().endswith("?") else (sentence,))
    ]
    asking = [piece for piece, asks_it in pieces if asks_it and _ASKS.search(piece)]
    told = " ".join(f"{piece}." for piece, _ in pieces if piece and piece not in asking)
    asked: list[str] = []
    things = ""
    for piece in asking:
        named = named_in(piece, SAID_OF, lexicon=lexicon)
        asked.append(f"{told} {piece if named or not things else f'{piece} ({things})'}?".strip())
        things = named or things
    return tuple(asked) if 1 < len(asked) <= _MOST_PARTS else ()


def stands_alone(part: str, *, lexicon: Lexicon) -> bool:
    """Whether a part asks by itself: "on what days?" and "does it hurt?" ask of what is named before."""
    sentence = SENTENCE_END.split(part.strip())[-1]
    asked = _BORROWED.sub("", sentence)
    return asked == sentence and (bool(named_in(asked, SAID_OF, lexicon=lexicon)) or not _POINTS.search(asked))


def named_in(text: str, kinds: Collection[str], *, lexicon: Lexicon) -> str:
    """The things of some kinds that a text names, in its own words; "" for none."""
    mentions = (one for one in lexicon.mentions(text, typed=True) if one.concept.kind in kinds)
    return ", ".join(dict.fromkeys(text[one.start : one.end] for one in mentions))


def of_each(text: str, *, lexicon: Lexicon) -> tuple[str, ...]:
    """A question of several treatments named in a row, asked of each alone; empty if no two are."""
    given = [one for one in lexicon.mentions(text, typed=True) if one.concept.kind in GIVEN]
    row = given[:1]
    for one in given[1:]:
        if _OF_BOTH.fullmatch(text[row[-1].end : one.start]):
            row.append(one)
        elif len(row) > 1:
            break
        else:
            row = [one]
    if not 1 < len(row) <= _MOST_PARTS or len({one.concept.concept_id for one in row}) < len(row):
        return ()
    return tuple(f"{text[: row[0].start]}{text[one.start : one.end]}{text[row[-1].end :]}" for one in row)
