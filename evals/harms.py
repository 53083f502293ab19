"""A right claim in, a wrong one made of it out: a mutation as the harness makes them, a detail of another claim, another word."""

from __future__ import annotations

import difflib
import random
import re
from collections import defaultdict
from collections.abc import Sequence

from assistant.words.lexicon import Lexicon
from evals.mutate import mutants

_TAIL = re.compile(
    r"\s((?:with|without|in|for|during|after|before|by|via|because|so that|if|when|especially|such as|including|to|under|as|at|on"
    r"|from|unless|until|while|even)\s[^,.;:()]{6,48})[.]?$"
)
_WORD = re.compile(r"[A-Za-z-]{5,}")
_ENDINGS = ("tion", "ing", "ed", "ly", "ies", "es", "s", "al", "ive", "ic", "y", "er", "ment", "e")
# Of each kind how often: what rules tell surely (a dose) less than what they may take for wording (a dropped condition).
_WEIGHTS = {
    "dropped condition": 3.0,
    "strength": 2.0,
    "hedge": 2.0,
    "arm swap": 2.0,
    "negation": 1.5,
    "number binding": 1.5,
    "population": 1.0,
    "direction": 1.0,
    "unit": 1.0,
    "dose": 1.0,
    "duration": 1.0,
    "interval": 1.0,
    "line": 1.0,
    "route": 1.0,
    "drug": 0.8,
    "endpoint": 0.7,
    "name": 0.6,
}
_MUTATED, _APPENDED, _BEHIND = 0.62, 0.84, 0.7


class Harms:
    """Makes right claims wrong, with the details and the words of ``claims``."""

    def __init__(self, claims: Sequence[str], lexicon: Lexicon, chance: random.Random) -> None:
        """``chance`` chooses the harm."""
        self._lexicon = lexicon
        self._chance = chance
        self._tails = [found[1] for claim in claims if (found := _TAIL.search(claim))]
        self._words: dict[str, list[str]] = defaultdict(list)
        for claim in claims:
            for word in _WORD.findall(claim):
                self._words[_ending(word)].append(word)

    def harm(self, claim: str) -> str:
        """A wrong claim made of a right one."""
        weighed = [(one.text, _WEIGHTS[one.kind]) for one in mutants(claim, self._lexicon) if one.kind in _WEIGHTS]
        which = self._chance.random()
        if weighed and which < _MUTATED:
            texts, weights = zip(*weighed, strict=True)
            return str(self._chance.choices(texts, weights)[0])
        if which < _APPENDED:
            return self._with_detail(claim)
        return self._with_word(claim) or self._with_detail(claim)

    def _with_detail(self, claim: str) -> str:
        tail = self._chance.choice(self._tails)
        if self._chance.random() < _BEHIND:
            return f"{claim.rstrip(' .')} {tail}."
        words = claim.split(" ")
        place = self._chance.randint(1, max(1, len(words) - 1))
        dressed = self._chance.choice(("{}", "({})", "– {} –")).format(tail)
        return " ".join([*words[:place], dressed, *words[place:]])

    def _with_word(self, claim: str) -> str:
        """A word replaced by another claim's of the same ending; empty if there is none to replace."""
        found = list(_WORD.finditer(claim))[1:]
        if not found:
            return ""
        place = self._chance.choice(found)
        word = self._chance.choice(self._words[_ending(place[0])] or [place[0]])
        return "" if word.lower() == place[0].lower() else f"{claim[: place.start()]}{word}{claim[place.end() :]}"


def changed(right: Sequence[int], wrong: Sequence[int]) -> list[bool]:
    """Which tokens of ``wrong`` aren't in ``right`` at their place."""
    marks = [False] * len(wrong)
    for how, _, _, start, end in difflib.SequenceMatcher(None, right, wrong, autojunk=False).get_opcodes():
        if how in {"replace", "insert"}:
            marks[start:end] = [True] * (end - start)
    return marks


def _ending(word: str) -> str:
    return next((ending for ending in _ENDINGS if word.lower().endswith(ending)), "")
