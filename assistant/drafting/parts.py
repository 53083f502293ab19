"""A question that asks several things in, its parts out; of one that was refused whole, the part that the documents do answer.

"What is the dose, and what does it cost?" asks two things. The documents may well speak of the first, and a reader is better
served by that and a word on what is missing. Each part of one that is answered is read by itself too: on which point documents
differ is hard to make out where something else is asked beside it (``frame.py``). What a question only states ("X is only for
Y - which score is the cut-off?") is no part of what it asks: the documents put it right if they deny it (``premise.py``), and
otherwise the question stays refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.abstention.attributes import asked_words
from assistant.answers import AbstentionReason, Intent
from assistant.question.asking import asked_from
from assistant.question.propositions import asks, pieces_of
from assistant.question.word_order import AUXILIARY
from assistant.reader import Found
from assistant.retrieval.signals import concept_match
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon

_JOINED = r"(?:\s*(?:&|\+|,?\s*\band\b|\bplus\b|\bas well as\b)\s*(?:the\s+|its\s+)?)"
_QUESTION_WORD = r"(?:what|which|who|whom|whose|why|when|where|how)"
_ASKED_BY = rf"(?:(?:[\w-]+\s+){{0,2}}{_QUESTION_WORD}\b|{AUXILIARY})"
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\s+[-–—]\s+|:\s+")
_AND_ASKED = re.compile(
    rf"\s*,\s*(?:and|so|but|also|then)\s+(?={_ASKED_BY})|"
    rf"\s+and\s+(?=(?:(?:for|in|on|with|by|after|until|since|at|from|to)\s+)?{_QUESTION_WORD}\s)",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"^{_ASKED_BY}|,\s+{_QUESTION_WORD}\b", re.IGNORECASE)
_TAG = re.compile(
    r",\s*(?:(?:is|are|was|do|does|did|should|can|has|have)(?:n['’]t)?\s+(?:it|they|that|we|she|he)|right|correct)$",
    re.IGNORECASE,
)
_FOREMOST = 3
_ILLNESS = "condition"
_MOST_PARTS = 3
_AMOUNTS = frozenset({Intent.DOSE, Intent.INTERVAL, Intent.DURATION})
# Kinds of things that the documents may say something of together.
_SAID_OF = frozenset({"drug", "drug class", "regimen", "procedure", "test", "endpoint", "side effect", "site", "care"})


def answered_in_part(found: Found, find: Callable[[str], Found], *, lexicon: Lexicon, before: str = "") -> Found | None:
    """What is found for the first part of a refused question that is answered by itself; None if no part is.

    ``find`` reads, retrieves and judges a text. What the whole lacks is kept as missing. Of a follow-up ``before`` is the
    question before: a part that was asked there is no answer to the turn that was put behind it.
    """
    missing = found.answerability.missing
    other_stage = found.answerability.reason is AbstentionReason.OUT_OF_SCOPE and not missing
    if found.asked.language != "en" or other_stage or found.answerability.reason is AbstentionReason.PERSONAL_ADVICE:
        return None
    if _is_of_the_ill(found, lexicon=lexicon):
        return None
    for text in _parts(found, lexicon=lexicon):
        if before and _bare(text) in _bare(before):
            continue
        part = find(text)
        if part.answerability.answerable and _speaks_of_given(part, lexicon=lexicon):
            told = replace(part.answerability, answerable=True, reason=None, missing=missing)
            return replace(part, answerability=told)
    return None


def _is_of_the_ill(found: Found, *, lexicon: Lexicon) -> bool:
    """Whether what is missing is an illness told before the question: each part of it is asked of who has that illness."""
    begins = asked_from(found.asked.text, found.asked.sentence)
    told = lexicon.mentions(found.asked.text[:begins], typed=True)
    ills = {one.concept.called(found.asked.language) for one in told if one.concept.kind == _ILLNESS}
    return not ills.isdisjoint(found.answerability.missing)


def _speaks_of_given(part: Found, *, lexicon: Lexicon) -> bool:
    """Whether one of the foremost statements names a treatment that the part names: near they may be for another word's sake."""
    given = [c for c in part.asked.focus if lexicon.concepts[c].kind in TREATMENTS]
    told = [entry.profile.concepts | entry.profile.concepts_above for entry in part.judged[:_FOREMOST]]
    return not given or any(concept_match(c, things, lexicon=lexicon) for c in given for things in told)


def parts_of(text: str, *, lexicon: Lexicon) -> tuple[str, ...]:
    """The things that a question asks, each behind all that it states; empty for one that asks a single thing.

    What names nothing by itself ("…, and how often?") is asked of the things in the part before.
    """
    pieces = [
        (_TAG.sub("", piece.strip(" ,;.?!")), sentence.rstrip().endswith("?"))
        for sentence in _SENTENCE_END.split(text)
        for piece in (_AND_ASKED.split(sentence) if sentence.rstrip().endswith("?") else (sentence,))
    ]
    asking = [piece for piece, asks_it in pieces if asks_it and _ASKS.search(piece)]
    told = " ".join(f"{piece}." for piece, _ in pieces if piece and piece not in asking)
    asked: list[str] = []
    things = ""
    for piece in asking:
        named = ", ".join(dict.fromkeys(_named_in(piece, lexicon=lexicon)))
        asked.append(f"{told} {piece if named or not things else f'{piece} ({things})'}?".strip())
        things = named or things
    return tuple(asked) if 1 < len(asked) <= _MOST_PARTS else ()


def _named_in(text: str, *, lexicon: Lexicon) -> list[str]:
    mentions = lexicon.mentions(text, typed=True)
    return [text[one.start : one.end] for one in mentions if one.concept.kind in _SAID_OF]


def _parts(found: Found, *, lexicon: Lexicon) -> list[str]:
    """The parts of the question that ask by themselves."""
    text = found.asked.text
    without = _without_joined(text, found)
    parts = [without] if without else []
    asked = [piece for piece in pieces_of(text) if asks(piece)]
    if len(asked) > 1:
        parts += [piece for piece in asked if _names_a_thing(piece, lexicon=lexicon)]
    return parts


def _without_joined(text: str, found: Found) -> str:
    """The question without what is asked beside a dose or the like ("dose and price of …"); "" if nothing is."""
    words = asked_words(found.asked)
    if not words or not _AMOUNTS & found.asked.intents:
        return ""
    joined = re.search(rf"{_JOINED}{re.escape(words)}|{re.escape(words)}{_JOINED}", text, re.IGNORECASE)
    return f"{text[: joined.start()]} {text[joined.end() :]}" if joined else ""


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _names_a_thing(text: str, *, lexicon: Lexicon) -> bool:
    return any(lexicon.concepts[c].kind in _SAID_OF for c in lexicon.concepts_in(text, typed=True))
