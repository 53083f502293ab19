"""A question that asks several things in, its parts out; of one that was refused whole, the part that the documents do answer.

"What is the dose, and what does it cost?" asks two things. The documents may well speak of the first, and a reader is better
served by that and a word on what is missing. Each part of one that is answered is read by itself too: on which point documents
differ is hard to make out where something else is asked beside it (``frame.py``). What a question only states ("X is only for
Y - which score is the cut-off?") is no part of what it asks: the documents put it right if they deny it (``premise.py``), and
otherwise the question stays refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.abstention.attributes import asked_words
from assistant.answers import AbstentionReason, Intent
from assistant.question.asked_apart import SAID_OF, named_in, of_each, parts_of, stands_alone
from assistant.question.asking import asked_from
from assistant.question.propositions import asks, pieces_of
from assistant.reader import Found
from assistant.retrieval.signals import concept_match
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon

_JOINED = r"(?:\s*(?:&|\+|,?\s*\band\b|\bplus\b|\bas well as\b)\s*(?:the\s+|its\s+)?)"
_FOREMOST = 3
_ILLNESS = "condition"
_AMOUNTS = frozenset({Intent.DOSE, Intent.INTERVAL, Intent.DURATION})


def answered_in_part(found: Found, find: Callable[[str], Found], *, lexicon: Lexicon, before: str = "") -> Found | None:
    """What is found for the parts of a refused question that are answered by themselves; None if no part is.

    ``find`` reads, retrieves and judges a text. What the refused parts lack is kept as missing, what answers a second part as
    further. Of a follow-up ``before`` is the question before: a part that was asked there is no answer to the turn behind it.
    """
    missing = found.answerability.missing
    other_stage = found.answerability.reason is AbstentionReason.OUT_OF_SCOPE and not missing
    if other_stage or found.answerability.reason is AbstentionReason.PERSONAL_ADVICE or _is_of_the_ill(found, lexicon=lexicon):
        return None
    for texts in _ways_apart(found, lexicon=lexicon, lent=bool(before)):
        parts = [find(text) for text in texts if not before or _bare(text) not in _bare(before)]
        told = [part for part in parts if part.answerability.answerable and _speaks_of_given(part, lexicon=lexicon)]
        if told and stands_alone(told[0].asked.text, lexicon=lexicon):
            lacks = dict.fromkeys(name for part in parts if part not in told for name in part.answerability.missing)
            answers = replace(told[0].answerability, missing=tuple(lacks) or missing)
            return replace(told[0], answerability=answers, further=tuple(told[1:]))
    return None


def with_lacking_parts(found: Found, parts: Sequence[Found]) -> Found:
    """What is found for an answered question, told what those of its ``parts`` lack that are refused by themselves."""
    lacks = dict.fromkeys(name for part in parts if not part.answerability.answerable for name in part.answerability.missing)
    if not lacks or not any(part.answerability.answerable for part in parts):
        return found
    missing = tuple(dict.fromkeys((*found.answerability.missing, *lacks)))
    return replace(found, answerability=replace(found.answerability, missing=missing))


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


def _ways_apart(found: Found, *, lexicon: Lexicon, lent: bool) -> Iterator[Sequence[str]]:
    """The ways to read a question as several: clause by clause, without what is asked beside, thing by thing.

    Things that a conversation ``lent`` to a turn nobody asked about one by one.
    """
    text = found.asked.text
    asked = [piece for piece in pieces_of(text) if asks(piece)]
    if len(asked) > 1:
        yield [piece for piece in asked if named_in(piece, SAID_OF, lexicon=lexicon)]
    clauses = parts_of(text, lexicon=lexicon)
    yield clauses
    if not clauses and (without := _without_joined(text, found)):
        yield (without,)
    if _AMOUNTS & found.asked.intents and not lent:
        yield of_each(text, lexicon=lexicon)


def _without_joined(text: str, found: Found) -> str:
    """The question without what is asked beside a dose or the like ("dose and price of …"); "" if nothing is."""
    words = asked_words(found.asked)
    if not words:
        return ""
    joined = re.search(rf"{_JOINED}{re.escape(words)}|{re.escape(words)}{_JOINED}", text, re.IGNORECASE)
    return f"{text[: joined.start()]} {text[joined.end() :]}" if joined else ""


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
