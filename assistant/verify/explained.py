"""Plain words in brackets behind a term that the glossary explains alike: they tell what the term is, and no more. Pure.

"Osteonecrosis (death of bone)" says of the treatment what "osteonecrosis" says. The glossary is no evidence for the claim:
what it doesn't say of the term stays in the claim, and the cited words must say it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from assistant.lexicon import GlossaryEntry, Lexicon

Says = Callable[[str, str, str], bool]
"""Whether a term's plain words say a text: text, term, plain words."""

_BRACKET = re.compile(r"\s*\((?P<gloss>(?:(?:that\s+is|meaning|i\.e\.),?\s+)?[^()\d]{5,90})\)")
_SHORT_FORM = re.compile(r"[\w/+-]+")
_LEAD = re.compile(r"^(?:that\s+is|meaning|i\.e\.),?\s+", re.IGNORECASE)
_LONGEST_TERM = 60


def without_explanations(claim: str, lexicon: Lexicon, says: Says) -> str:
    """The claim without the brackets that only explain the term before them."""
    if "(" not in claim or not lexicon.glossary:
        return claim

    def left(found: re.Match[str]) -> str:
        gloss = _LEAD.sub("", found["gloss"].strip())
        entry = _explained(claim[: found.start()], lexicon) if not _SHORT_FORM.fullmatch(gloss) else None
        return "" if entry is not None and says(gloss, entry.term, entry.plain) else found[0]

    return _BRACKET.sub(left, claim)


def _explained(before: str, lexicon: Lexicon) -> GlossaryEntry | None:
    """The glossary's entry for the term that a text ends with."""
    found = _terms(lexicon).search(before[-_LONGEST_TERM:])
    return _entries(lexicon)[found[1].lower()] if found else None


@lru_cache(maxsize=4)
def _entries(lexicon: Lexicon) -> dict[str, GlossaryEntry]:
    return {wording.lower(): entry for entry in reversed(lexicon.glossary) for wording in (entry.term, *entry.wordings)}


@lru_cache(maxsize=4)
def _terms(lexicon: Lexicon) -> re.Pattern[str]:
    """A term of the glossary at the end of a text, the longest first, in the singular or with an "s"."""
    wordings = sorted(_entries(lexicon), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, wordings))})(?:e?s)?$", re.IGNORECASE)
