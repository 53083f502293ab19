"""A passage → what of it is evidence, without the orders to program or reader; a text → its words and figures. Pure."""

from __future__ import annotations

import re

from assistant.answers import Evidence
from assistant.citation.cite import sentence_spans
from assistant.citation.instructions import orders
from assistant.prompts import NumberedPassage

_WORD = re.compile(r"\w+(?:\.\d+)?")
_NUMERIC = re.compile(r"\d+(?:\.\d+)?")


def evidence_of(passage: NumberedPassage) -> Evidence:
    """The passage without the sentences that give orders."""
    lines = []
    for line in passage.text.split("\n"):
        spans = sentence_spans(line, 0, ()) if orders(line) else []
        kept = [line[start:end] for start, end, _ in spans if not orders(line[start:end])]
        lines.append(" ".join(kept) if spans else line)
    text = "\n".join(lines)
    return Evidence(text=text, heading_path=passage.heading_path, lead_in=passage.lead_in, title=passage.title)


def figures_of(words: frozenset[str]) -> frozenset[str]:
    """The numbers among words."""
    return frozenset(word for word in words if _NUMERIC.fullmatch(word))


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case, numbers with their decimals."""
    return frozenset(word.lower() for word in _WORD.findall(text))
