"""A turn that tells a test's result ("it came back positive") after a question on that test. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.followups.ellipsis import Turn, folded
from assistant.followups.phrasing import ended, stem
from assistant.question.focus import Exchange, Thing, pattern, words
from assistant.words.lexicon import Lexicon

_TESTED = frozenset({"test", "gene"})
_LOOKED_BACK = 2


def resulted(turn: Turn, past: Sequence[Exchange], lexicon: Lexicon, *, language: str) -> str | None:
    """After a question on a test, for a turn that tells its result: what about patients with that result; None for others."""
    told = pattern("result_told", r"^[\s\"'(]*(?:{})\b").match(folded(turn.text))
    if told is None or turn.opening == "correction" or turn.text.rstrip().endswith("?"):
        return None
    result, rest = told.group(1), turn.text[told.end() :].strip(" !.,;:")
    for exchange in reversed(past[-_LOOKED_BACK:]):
        for thing in (*exchange.asked, *exchange.answered):
            marked = _marked(thing, result, lexicon)
            if marked:
                about = words()["linking"].get(language, words()["linking"]["en"])["about"]
                return ended(f"{about} {marked}{f', {stem(rest)}' if rest else ''}", language=language)
    return None


def _marked(thing: Thing, result: str, lexicon: Lexicon) -> str:
    """The patients with that result of the test or gene, in the words in which it was asked about; empty if there are none."""
    if thing.kind not in _TESTED:
        return ""
    tested = pattern("test_nouns", r"\s*\b(?:{})$").sub("", folded(thing.text)).strip()
    marked = f"{thing.text[: len(tested)]} {result}"
    return marked if tested and lexicon.population(marked, typed=True) else ""
