"""Plain words in brackets behind a term that the glossary explains alike: they tell what the term is, and no more. Pure.

"Osteonecrosis (death of bone)" says of the treatment what "osteonecrosis" says, and so does "death of bone (osteonecrosis)".
The glossary is no evidence for the claim: what it doesn't say of the term stays in the claim, and the cited words must say it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from assistant.verify.gathered import VERB
from assistant.words.lexicon import GlossaryEntry, Lexicon

Says = Callable[[str, str, str], bool]
"""Whether a term's plain words say a text: text, term, plain words."""

_BRACKET = re.compile(r"\s*\((?P<gloss>(?:(?:that\s+is|meaning|i\.e\.),?\s+)?[^()\d]{5,90})\)")
_SHORT_FORM = re.compile(r"[\w/+-]+")
_LEAD = re.compile(r"^(?:that\s+is|meaning|i\.e\.),?\s+", re.IGNORECASE)
_LONGEST_TERM = 60
# "Damage to the kidneys (nephropathy)": the words before a term in brackets, as far as they may explain it.
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_RUN = re.compile(r"(?:[^\W\d_][\w'-]*\s+){0,9}[^\W\d_][\w'-]*$")
_NO_BEGINNING = frozenset(
    """
    of to in on at by for with without from and or but as than that which who when if because until unless while whether into
    be been being not no nor never avoid only also often sometimes usually all every each any some most many few more less called
    """.split()
)
_FEWEST, _MOST = 2, 9


def without_explanations(claim: str, lexicon: Lexicon, says: Says) -> str:
    """The claim without the brackets that only explain the term before them."""
    if "(" not in claim or not lexicon.glossary:
        return claim

    def left(found: re.Match[str]) -> str:
        gloss = _LEAD.sub("", found["gloss"].strip())
        entry = _explained(claim[: found.start()], lexicon) if not _SHORT_FORM.fullmatch(gloss) else None
        return "" if entry is not None and says(gloss, entry.term, _plainly(entry)) else found[0]

    return _named_first(_BRACKET.sub(left, claim), lexicon, says)


def _named_first(claim: str, lexicon: Lexicon, says: Says) -> str:
    """The claim with the term alone for "plain words (term)"."""
    for found in reversed(list(_BRACKET.finditer(claim))):
        term = _LEAD.sub("", found["gloss"].strip())
        entry = _explained(term, lexicon)
        run = _RUN.search(claim[: found.start()])
        if entry is None or run is None or not _terms(lexicon).fullmatch(term):
            continue
        words = list(_WORD.finditer(run[0]))[-_MOST:]
        for first in words[: 1 - _FEWEST]:
            begin = run.start() + first.start()
            plain = claim[begin : found.start()]
            opens = first[0].lower() not in _NO_BEGINNING and not VERB.search(plain)
            if opens and says(plain, entry.term, _plainly(entry)):
                claim = f"{claim[:begin]}{term}{claim[found.end() :]}"
                break
    return claim


def _plainly(entry: GlossaryEntry) -> str:
    """All that the glossary says of a term, a sentence each."""
    return ". ".join((entry.plain, *entry.also))


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
