"""Lists of wordings, one regular expression a line, as one pattern: easy to read, to extend and to compare in a change."""

from __future__ import annotations

import re


def alternatives(lines: str) -> str:
    """The lines of a block, each a regular expression, as one that matches any of them; blank lines don't count."""
    return "|".join(f"(?:{line.strip()})" for line in lines.splitlines() if line.strip())


def any_of(lines: str) -> re.Pattern[str]:
    """``alternatives``, compiled, for either case."""
    return re.compile(alternatives(lines), re.IGNORECASE)


def word_set(lines: str) -> frozenset[str]:
    """The words of a block, whatever the white space between them."""
    return frozenset(lines.split())
