"""Which of two a claim sets above the other, in turns of phrase → the plain comparison that the checks know. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answers import Evidence
from assistant.verify.turning import turning

_TURNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # "A has come out ahead of B" → "A has surpassed B"
    (re.compile(r"\bcomes\s+out\s+(?:well\s+|clearly\s+)?ahead\s+of\b", re.IGNORECASE), "surpasses"),
    (re.compile(r"\b(?:come|came|coming)\s+out\s+(?:well\s+|clearly\s+)?ahead\s+of\b", re.IGNORECASE), "surpassed"),
    # "A is rated level with B" → "A is as effective as B"
    (
        re.compile(
            r"\b(?:rated|ranked|placed|put|set|held)\s+(?:to\s+be\s+)?(?:on\s+(?:a|one)\s+)?(?:level|par|footing)\s+with\b",
            re.IGNORECASE,
        ),
        "as effective as",
    ),
    # "A is favoured above B", "A is rated above B" → "A is preferred over B"
    (
        re.compile(
            r"\b(?:favou?red|preferred|chosen|rated|ranked|placed|put|picked)\s+(?:above|ahead\s+of)\s+(?!all\b|any\b|every\b|\d)",
            re.IGNORECASE,
        ),
        "preferred over ",
    ),
)
ranked = turning(_TURNS)
# Of two words the one where the other is turned round: "A is less often so than B" is "B is more often so than A".
_MIRRORS = (
    ("less", "more"),
    ("fewer", "more"),
    ("less", "greater"),
    ("less likely", "likelier"),
    ("lower", "higher"),
    ("lower", "greater"),
    ("shorter", "longer"),
    ("worse", "better"),
    ("weaker", "stronger"),
    ("smaller", "larger"),
    ("smaller", "greater"),
    ("slower", "faster"),
    ("later", "sooner"),
    ("later", "earlier"),
)
_SIDE = r"(?:(?!(?:than|is|are|was|were|not|no|never)\b)[^\s,;:.()]+\s+){0,5}?(?!(?:than|is|are|was|were)\b)[^\s,;:.()]+"
_REST = r"(?P<rest>(?:\s+(?:in|at|for|when|as|among|on|during|to|if|after|because|where|while)\s[^;:]*|,\s[^;:]*)?[.\s]*)$"
_PRE = r"^(?P<pre>(?:[^,;:]{2,80},\s+)?)"
_MUCH = r"(?:(?:much|far|significantly|clearly|considerably|markedly|somewhat|rather|even|still)\s+)?"
_WHAT = r"(?:\s+(?!than\b)[\w-]+){0,4}?"
_DENYING = re.compile(r"\b(?:not|no|never|neither|nor|without|hardly)\b|n['’]t\b", re.IGNORECASE)


@lru_cache(maxsize=64)
def _turned_round(word: str) -> tuple[re.Pattern[str], ...]:
    """The builds of a comparison with this word: "… with A than with B", "A is … than B", "A lowers X … than B"."""
    told = rf"(?P<much>{_MUCH}){re.escape(word)}(?P<what>{_WHAT})"
    return (
        re.compile(
            rf"(?P<pre>^.*?)\b{told}\s+(?P<by>with|on|under|after|from|by|in|for)\s+(?P<one>{_SIDE})\s+than\s+(?P=by)\s+(?P<other>{_SIDE}){_REST}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"{_PRE}(?P<one>{_SIDE})\s+(?P<act>(?:is|are|was|were|works?|worked|seems?|(?:has|have|had)\s+an?)\s+|(?:(?:[a-z]+(?:s|ed)|gave|had|led|made|brought|kept|cut|cost|cuts?)\s+)(?:[\w-]+\s+){{0,3}}?)"
            rf"{told}\s+than\s+(?:(?:does|do|did)\s+)?(?P<other>{_SIDE}){_REST}",
            re.IGNORECASE,
        ),
    )


def mirrored(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim's comparison told from its other side, where the cited words tell it from there; else the claim."""
    lowered = claim.lower()
    if " than " not in lowered or _DENYING.search(claim):
        return claim
    said = " ".join(f"{piece.lead_in} {piece.text}" for piece in evidence).lower()
    for pair in _MIRRORS:
        for own, cited in (pair, pair[::-1]):
            if _has(own, lowered) and not _has(own, said) and _has(cited, said):
                for build in _turned_round(own):
                    if found := build.search(claim):
                        return _told_from_there(found, cited)
    return claim


def _has(word: str, text: str) -> bool:
    return re.search(rf"\b{word}\b", text) is not None


def _told_from_there(found: re.Match[str], word: str) -> str:
    """The comparison with its sides exchanged and the opposite word."""
    one, other = found["one"], found["other"]
    one = one[0].lower() + one[1:] if one[1:2].islower() else one
    told = f"{found['much']}{word}{found['what']}"
    if "by" in found.re.groupindex:
        return f"{found['pre']}{told} {found['by']} {other} than {found['by']} {one}{found['rest']}"
    return f"{found['pre']}{other} {found['act']}{told} than {one}{found['rest']}"
