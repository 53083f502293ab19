"""Puts lines together, and words that were divided at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.parse.pdf.lines import Line

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEEPING = frozenset(
    "self well low high long short non first second third one two three once twice half full cross evidence risk dose".split()
)
"""Words that keep their hyphen before another, unless the document writes them together elsewhere."""
_DIVIDED = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u2010]$")
_LONGEST_WORD = 120
_LEAST_LETTERS = 4
_OPEN_PARTS = frozenset("anti semi multi intra extra co re pre de micro auto".split())
_KEPT_BEFORE = frozenset(
    "based related induced associated dependent resistant sensitive specific controlled blind like free term".split()
)
"""Words that keep the hyphen that ties them to another before them."""


def vocabulary_of(lines: Sequence[Line]) -> frozenset[str]:
    """The words of a document, those with hyphens whole, from the inside of lines: they tell how a divided word is written."""
    found: set[str] = set()
    is_divided = False
    for line in lines:
        # The rest of a word divided at the end of the line before is no word.
        inner = line.text.partition(" ")[2] if is_divided else line.text
        is_divided = line.text.endswith(("-", "\u2010"))
        inner = inner.rpartition(" ")[0] if is_divided else inner
        found.update(word.lower() for word in _WORDS.findall(inner))
    return frozenset(found)


def join_lines(text: str, line: str, vocabulary: frozenset[str]) -> str:
    """Two lines as one, a word divided at the end of the first put together again."""
    if not text:
        return line
    # Only the end is searched: a paragraph may have been put together from thousands of lines.
    match = _DIVIDED.search(text[-_LONGEST_WORD:])
    following = re.match(r"[^\W\d_]+", line)
    if not match or not following or not line[0].islower():
        is_tied = text.endswith(("/", "\u2010")) or (text.endswith(("-", "–")) and len(text) > 1 and text[-2].isalnum())
        return f"{text}{line}" if is_tied else f"{text} {line}"
    whole, tied = f"{match.group(1)}{following.group(0)}".lower(), f"{match.group(1)}-{following.group(0)}".lower()
    keeps = tied in vocabulary and whole not in vocabulary
    first, second = match.group(1).lower(), following.group(0).lower()
    # What is left of a divided word is hardly a word: "low-" "ers".
    is_kept = first in _KEEPING and (len(second) >= _LEAST_LETTERS or second in vocabulary)
    # No word doubles the vowel at the end of such a part: "anti-" "inflammatory".
    is_doubled = first in _OPEN_PARTS and first[-1] == second[0]
    is_tied_by_kind = is_kept or is_doubled or second in _KEPT_BEFORE
    is_prefix = is_tied_by_kind and whole not in vocabulary
    return f"{text}{line}" if keeps or is_prefix else f"{text[:-1]}{line}"
