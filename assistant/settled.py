"""A yes/no question and the statement that answers it in, "Yes", "No" or nothing out.

A forest of small trees weighs the signals of ``settled_signals.py``; yes/no questions that people wrote for statements, with what
a careful reader would answer, teach it (``evals/train_settled.py``). A wrong "Yes" harms more than none, so only a word that most
of the trees agree on is said, and no "Yes" before a statement that sets a condition. The gate has the last word: what it doesn't
let stand before the statement isn't shown.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answers import Intent
from assistant.asked import Asked
from assistant.lexicon import Lexicon
from assistant.question_words import as_listed, words_of
from assistant.settled_signals import Weighed, asks_with, read_settled
from assistant.signals import Judged
from assistant.steer import read_parts
from assistant.verify.caseless import small
from ingest.embed import Vectors

WEIGHTS = Path(__file__).with_name("settled_weights.safetensors")
NAMES = ("signal", "bound", "below", "above", "yes", "no", "roots")
YES, NO = "Yes", "No"
# How much of the forest must agree: by itself, and with what the rules found.
_SURE, _WITH_RULES = 0.8, 0.5
_CONDITION = re.compile(
    r"\b(?:if|unless|except\w*|provided|only\s+(?:if|when|after|in|for)|depend(?:s|ing)?|conflict\w*|"
    r"si|salvo|excepto|siempre\s+que|depende\w*|solo\s+(?:si|cuando|tras|en|para))\b",
    re.IGNORECASE,
)
_ENDS_ASKING = re.compile(r"\?\W*$")
_WEIGHS = ("must", "may", "should", "negative", "compared", "same", "enough", "left_off", "ended")
# "A or B?" asks which of the two, whatever verb stands in front; "A or not?" doesn't.
_OR = re.compile(r"\b(?:or|o|u)\b(?!\s+not?\b)", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:best|either|which|preferred|mejor(?:es)?|cuál(?:es)?)\b", re.IGNORECASE)
_OTHER_ANSWERS = frozenset({Intent.DOSE, Intent.INTERVAL, Intent.DURATION, Intent.FIGURE, Intent.WHY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Forest:
    """Trees whose nodes stand one after another, ``(n,)`` each.

    A node asks whether ``signal`` (its place in ``names``) is at most ``bound``, and leads to the node ``below`` or ``above``,
    counted from its tree's root; a leaf leads nowhere (-1) and holds the shares of ``yes`` and ``no``. ``roots`` ``(t,)`` are how
    many nodes each tree has.
    """

    names: tuple[str, ...]
    signal: Vectors
    bound: Vectors
    below: Vectors
    above: Vectors
    yes: Vectors
    no: Vectors
    roots: Vectors

    def shares(self, values: NDArray[np.float32]) -> tuple[float, float]:
        """How much of the forest says yes, and how much no, of the signals ``(s,)`` in the order of ``names``."""
        starts = np.concatenate([[0], np.cumsum(self.roots)[:-1]]).astype(np.int64)
        at = starts
        while (inner := self.below[at] >= 0).any():
            lower = values[self.signal[at].astype(np.int64)] <= self.bound[at]
            next_ones = np.where(lower, self.below[at], self.above[at]).astype(np.int64)
            at = np.where(inner, starts + next_ones, at)
        return float(self.yes[at].mean()), float(self.no[at].mean())


def settled_word(
    asked: Asked, entry: Judged, weighed: Weighed, *, ruled: str, lexicon: Lexicon, forest: Forest | None = None
) -> str:
    """Yes, No or "" for a question that ``asks_whether``, by ``entry``; ``ruled`` is the rules' word, "" for none."""
    forest = forest or read_forest()
    signals = read_settled(asked, entry, weighed, lexicon=lexicon)
    yes, no = forest.shares(np.array([signals.get(name, 0.0) for name in forest.names], dtype=np.float32))
    if no >= (_WITH_RULES if ruled == NO else _SURE):
        return NO
    if yes < (_WITH_RULES if ruled == YES else _SURE) or _CONDITION.search(entry.profile.statement.text):
        return ""
    return YES


def asks_whether(asked: Asked) -> bool:
    """Whether a question can be answered by a yes or no: "X without Y possible?" has no verb in front."""
    sentence = as_listed(small(asked.sentence or asked.text), asked.language)
    weighs_two = asks_with(sentence, "compared") or asks_with(sentence, "compared_down") or _EITHER.search(sentence)
    if _OR.search(sentence) and (weighs_two or not asked.yes_no):
        return False
    if asked.yes_no:
        return True
    if not _ENDS_ASKING.search(sentence) or asked.intents & _OTHER_ANSWERS:
        return False
    openly = not words_of(asked.language).interrogatives.isdisjoint(re.findall(r"\w+", sentence))
    return not openly and any(asks_with(sentence, name) for name in _WEIGHS) and not asks_with(sentence, "asks_openly")


@lru_cache(maxsize=1)
def read_forest(path: Path = WEIGHTS) -> Forest:
    """The forest in a file; the shipped one.

    Raises:
        ModelNotFoundError: it is missing or damaged.
    """
    about, parts = read_parts(path, NAMES)
    return Forest(names=tuple(json.loads(about["names"])), **parts)
