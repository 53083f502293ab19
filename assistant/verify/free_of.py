"""Free of a thing: "free of pain for a year" is a pain-free interval of a year, and who has pain is not free of it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Evidence, Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.wordings import stem
from assistant.words.lexicon import Lexicon

_FREE = re.compile(r"\b(?P<of>[a-z]+)-free\b(?!\s+(?:survival|life))", re.IGNORECASE)
_SYMPTOMS = re.compile(
    r"(?<!\bnot )(?:\b(?:who|that)\s+(?:is|are)\s+)?\bfree\s+(?:of|from)\s+(?:any\s+|all\s+)?(?=symptoms\b)", re.IGNORECASE
)
_OF = r"free\s+(?:of|from)\s+(?:any\s+|the\s+|all\s+)?(?P<of>[a-z]+)\b"
_TIME = re.compile(rf"\b(?:time|interval|period|stretch|years?|months?)\s+{_OF}", re.IGNORECASE)
_BEEN = re.compile(rf"\b(?:(?:to\s+have|having)\s+been|being|(?P<has>has|have|had)\s+been|been)\s+{_OF}\s+for\b", re.IGNORECASE)
_THING = re.compile(
    rf"\b(?P<thing>(?!(?:time|been|being|are|was|were|and|not|stay|remain)\w*\b)[a-z]{{3,}})\s+{_OF}", re.IGNORECASE
)
_FREED = re.compile(rf"\b{_OF}", re.IGNORECASE)
# Words under which a thing may be named without anybody having it.
_ABSENT = re.compile(
    r"\b(?:no|not|none|never|without|free|lack\w*|absen\w*|until|till|before|between|un\w+|avoid\w*|prevent\w*|kept|keep\w*|held|hold\w*|gone|off"
    r"|control\w*|stop\w*|delay\w*|return\w*|came|come\w*|again|relaps\w*|resol\w*|remission|surviv\w*|interval)\b|n't\b|-free\b",
    re.IGNORECASE,
)


def freed(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with "free of X" as "X-free" where the cited words say so, and "free of symptoms" as "without symptoms"."""
    if "free" not in claim:
        return claim
    text = _SYMPTOMS.sub("without ", claim)
    stated = {stem(found["of"].lower()): found["of"].lower() for piece in evidence for found in _FREE.finditer(piece.text)}
    if not stated:
        return text

    def put(pattern: re.Pattern[str], form: str) -> None:
        nonlocal text
        text = pattern.sub(
            lambda found: (
                form.format(of=stated[stem(found["of"].lower())], **{"has": "", "thing": "", **_named(found)})
                if stem(found["of"].lower()) in stated
                else found[0]
            ),
            text,
        )

    put(_TIME, "{of}-free interval")
    put(_BEEN, "{has} a {of}-free interval of")
    put(_THING, "{of}-free {thing}")
    return text.replace("  ", " ").strip()


def _named(found: re.Match[str]) -> dict[str, str]:
    return {name: value or "" for name, value in found.groupdict().items() if name in {"has", "thing"}}


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where the claim names the thing as there that the statement names as "X-free" only."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    for found in _FREE.finditer(statement):
        rest = f"{statement[: found.start()]} {statement[found.end() :]}"
        named = re.compile(rf"\b{re.escape(found['of'].removesuffix('e'))}\w{{0,3}}\b", re.IGNORECASE)
        if named.search(claim) and not named.search(rest) and not _ABSENT.search(claim):
            return (_reason(found[0], found["of"]),)
        other = _FREED.search(claim)
        if other and not named.search(claim) and re.search(rf"\b{re.escape(other['of'])}\b", rest, re.IGNORECASE):
            return (_reason(found[0], other["of"]),)
    return ()


def _reason(stated: str, named: str) -> Reason:
    return Reason(code=ReasonCode.NEGATION, detail=f"the cited words say “{stated}”, the claim names “{named}”")
