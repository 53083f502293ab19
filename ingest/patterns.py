"""Lists of wordings, one regular expression a line, as one pattern: easy to read, to extend and to compare in a change."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BEGINS_WORD, _NEVER = r"\b", r"(?!)"
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.")
"""An escaped character, a class of characters, or a character."""


def alternatives(lines: str) -> str:
    """The lines of a block, each a regular expression, as one that matches any of them; blank lines don't count."""
    return "|".join(f"(?:{line.strip()})" for line in lines.splitlines() if line.strip())


def any_of(lines: str) -> re.Pattern[str]:
    """``alternatives``, compiled, for either case."""
    return re.compile(alternatives(lines), re.IGNORECASE)


def word_set(lines: str) -> frozenset[str]:
    """The words of a block, whatever the white space between them."""
    return frozenset(lines.split())


@dataclass(frozen=True, slots=True)
class Wordings:
    """``any_of`` over hundreds of wordings, several times as quick: each is tried only where it can begin."""

    opening: re.Pattern[str]
    """Those that only the beginning of a text has."""
    inside: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        """A match of any of the wordings, those at the beginning of the text first; None without one."""
        return self.opening.match(text) or self.inside.search(text)


def many_of(lines: str) -> Wordings:
    """``any_of`` for a long block: those that begin a word are tried at the beginning of words alone, not at each letter."""
    every = [part for line in lines.splitlines() if line.strip() for part in _parted(line.strip())]
    opening = [part for part in every if part.startswith("^")]
    words = [part.removeprefix(_BEGINS_WORD) for part in every if part.startswith(_BEGINS_WORD)]
    others = [part for part in every if not part.startswith(("^", _BEGINS_WORD))]
    inside = "\n".join([rf"\b(?:{alternatives(chr(10).join(words))})"] * bool(words) + others)
    return Wordings(any_of("\n".join(opening) or _NEVER), any_of(inside or _NEVER))


def _parted(line: str) -> list[str]:
    """A regular expression divided at the bars that stand in no brackets."""
    parts, depth = [""], 0
    for piece in _PIECE.findall(line):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return parts
