"""Brings together what English lets stand apart: "head them off", "keep X to a minimum", "two drug cycles". Pure.

Phrases are matched as runs of words; what a writer puts between their halves would hide them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.answers import Evidence
from assistant.verify.numerals import NUMBER
from assistant.verify.renamed import is_of_patients, renamed
from assistant.verify.turning import turning
from assistant.words.lexicon import Lexicon

_PRONOUN = r"(?:it|them|this|that|him|her|you|us)"
_FEW_WORDS = r"(?:[\w/+-]+\s+){1,4}?"
# No amount, no drug's name and no preposition stands between a number and what it counts.
_NOT_BETWEEN = (
    r"(?!(?:a|an|the|of|or|and|to|in|at|by|on|per|for|from|with|every|each|more|other|further|extra|additional|days?|weeks?"
    r"|months?|years?|hours?|mg|g|ml|percent)\b)"
)
_APART: tuple[tuple[re.Pattern[str], str], ...] = (
    # "head them off" → "head off them"
    (
        re.compile(
            rf"\b([a-z]+)\s+({_PRONOUN})\s+(off|down|back|away|out|apart|up)\b(?!\s+to\b)",
            re.IGNORECASE,
        ),
        r"\1 \3 \2",
    ),
    # "keep side effects to a minimum" → "keep to a minimum side effects"
    (
        re.compile(
            rf"\b(keep(?:s|ing)?)\s+({_FEW_WORDS})(to\s+a\s+minimum|as\s+low\s+as\s+possible|low|down|under\s+control|in\s+check)\b",
            re.IGNORECASE,
        ),
        r"\1 \3 \2",
    ),
    # "one drug after another" → "drug one after another"
    (re.compile(r"\b(one)\s+((?:[a-z-]+\s+){1,3}?)(after\s+(?:an|the\s+)other|at\s+a\s+time)\b", re.IGNORECASE), r"\2\1 \3"),
    # "2-3 chemo cycles" → "2-3 cycles of chemo"
    (
        re.compile(
            rf"(?<![\w.])({NUMBER}(?:\s*(?:-|–|to|or)\s*{NUMBER})?)\s+((?:{_NOT_BETWEEN}[a-z]+\s+){{1,2}}?)(cycles|rounds|fractions)\b",
            re.IGNORECASE,
        ),
        r"\1 \3 of \2",
    ),
    # "on, or within a year of, X" → "on or within a year of X"
    (
        re.compile(
            r"\b(on|after|before|during|with|to|for),\s+(or|and)\s+((?:[\w-]+\s+){1,6}(?:of|completing|finishing|to|for|on|after)),\s+",
            re.IGNORECASE,
        ),
        r"\1 \2 \3 ",
    ),
    # "take X into account" → "take into account X"
    (
        re.compile(r"\b(tak(?:e|es|ing|en))\s+((?:[\w'/-]+\s+){1,10}?)(into\s+(?:account|consideration))\b", re.IGNORECASE),
        r"\1 \3 \2",
    ),
    # "X-directed drugs" → "X-targeted drugs"
    (re.compile(r"\b([A-Z][\w/]*\d?)[-\s](?:directed|targeting)\b"), r"\1-targeted"),
    (re.compile(r",?\s+(?:at\s+which\s+point|whereupon)\s+", re.IGNORECASE), ", then "),
    # "have never been given X" → "have not previously been given X"
    (re.compile(r"\b(ha(?:ve|s|d))\s+never\s+", re.IGNORECASE), r"\1 not previously "),
    # "when there is no X", "when X is absent" → "in the absence of X"
    (
        re.compile(
            r"\b(?:if|when|where|as\s+long\s+as|provided(?:\s+that)?)\s+there\s+(?:is|are)\s+no\s+((?:[\w/-]+\s+){0,4}?[\w/-]+)(?=\s*(?:[,.;:)]|$))",
            re.IGNORECASE,
        ),
        r"in the absence of \1",
    ),
    (
        re.compile(r"\b(?:if|when|where)\s+(?!it\b|they\b)((?:[\w/-]+\s+){1,5}?)(?:is|are)\s+absent\b", re.IGNORECASE),
        r"in the absence of \1",
    ),
    # "out of every 100 patients, 15" → "15 out of 100 patients,"
    (
        re.compile(
            rf"\b(?:out\s+)?of\s+(?:every|each)\s+({NUMBER})((?:\s+[a-z]+){{0,3}}),\s+((?:(?:about|around|some|roughly|only)\s+)?{NUMBER})\b",
            re.IGNORECASE,
        ),
        r"\3 in \1\2",
    ),
)
_side_by_side = turning(_APART)
_KEEP_FROM = re.compile(rf"\b(keep(?:s|ing)?|kept)\s+({_FEW_WORDS})from\s+(?=\w+ing\b)", re.IGNORECASE)
_BRACKETED = re.compile(r"\b(?P<word>[\w-]+)\s+\((?P<inside>[^()]{3,60})\)\s+(?P<head>[\w/+]+(?:[\s-][\w+]+)?)")
# "Overall or relapse-free survival": two names share their last word.
_SHARED = re.compile(
    r"\b(?P<one>[A-Za-z][\w-]*)\s+(?P<joint>or|and|and/or)\s+(?P<other>[\w-]+(?:\s[A-Z]\d*)?)\s+(?P<head>[a-z]+)\b", re.IGNORECASE
)
# "Painful joints or muscles": two names share their first word.
_SHARED_FIRST = re.compile(
    r"\b(?P<head>[a-z][a-z-]+)\s+(?P<one>[a-z][a-z-]+)(?P<joint>(?:\s+or|\s+and|,|\s+and/or)\s+)(?P<other>[a-z][a-z-]+)\b",
    re.IGNORECASE,
)
_MEASURED = frozenset(("endpoint", "test", "side effect", "drug"))
_MEMBERS = re.compile(r"\s*(?:,|/|\bor\b|\band\b)\s*", re.IGNORECASE)
_MOST_WORDS = 2


@lru_cache(maxsize=1024)
def brought_together(text: str, lexicon: Lexicon) -> str:
    """``text`` with the halves of its phrases side by side."""
    text = renamed(text, lexicon)
    text = _side_by_side(text)
    text = _SHARED.sub(lambda found: _spelled(found, lexicon), text)
    text = _SHARED_FIRST.sub(lambda found: _spelled_first(found, lexicon), text)
    return _BRACKETED.sub(lambda found: _distributed(found, lexicon), text) if "(" in text else text


def claim_together(claim: str, evidence: Sequence[Evidence], lexicon: Lexicon) -> str:
    """The claim so; "keep cells from dividing" as "keep from cells dividing" too, unless it names a thing."""
    text = brought_together(claim, lexicon)
    found = _KEEP_FROM.search(text)
    if not found or any(mention.start == found.start() for mention in lexicon.mentions(text)):
        return text
    return text if any(_KEEP_FROM.search(piece.text) for piece in evidence) else _KEEP_FROM.sub(r"\1 from \2", text)


def evidence_together(evidence: Sequence[Evidence], lexicon: Lexicon) -> tuple[Evidence, ...]:
    """The evidence, each text of it so."""
    return tuple(
        replace(piece, text=brought_together(piece.text, lexicon), lead_in=brought_together(piece.lead_in, lexicon))
        for piece in evidence
    )


def _distributed(found: re.Match[str], lexicon: Lexicon) -> str:
    """“A (B or C) positive” with “(B positive or C positive)” behind it, where these are names of patients.

    Where the bracket stands inside of a name, the name is made whole: “A positive (B positive or C positive)”.
    """
    inside, head = found["inside"], found["head"]
    members = [member for member in _MEMBERS.split(inside) if member]
    if not members or any(len(member.split()) > _MOST_WORDS for member in members):
        return found[0]
    named = [f"{member} {head}" for member in members]
    if not all(is_of_patients(name, lexicon) for name in named):
        return found[0]
    joint = " and " if re.search(r"\band\b", inside) else " or "
    whole = f"{found['word']} {head}"
    return f"{whole if is_of_patients(whole, lexicon) else found[0]} ({joint.join(named)})"


def _spelled(found: re.Match[str], lexicon: Lexicon) -> str:
    """“overall survival or relapse-free survival” for “overall or relapse-free survival”, where both are names of one kind."""
    names = [f"{found[part]} {found['head']}" for part in ("one", "other")]
    kinds = [_kind_of(name, lexicon) for name in names]
    if kinds[0] not in _MEASURED or kinds[0] != kinds[1] or _kind_of(found["one"], lexicon):
        return found[0]
    return f"{names[0]} {found['joint']} {names[1]}"


def _spelled_first(found: re.Match[str], lexicon: Lexicon) -> str:
    """“painful joints or painful muscles” for “painful joints or muscles”, where both are names of one kind."""
    names = [f"{found['head']} {found[part]}" for part in ("one", "other")]
    kinds = [_kind_of(name, lexicon) for name in names]
    if kinds[0] not in _MEASURED or kinds[0] != kinds[1] or _kind_of(found["other"], lexicon):
        return found[0]
    return f"{names[0]}{found['joint']}{names[1]}"


def _kind_of(name: str, lexicon: Lexicon) -> str:
    """The kind of the thing that all of ``name`` names; "" for other words."""
    return next((one.concept.kind for one in lexicon.mentions(name) if (one.start, one.end) == (0, len(name))), "")
