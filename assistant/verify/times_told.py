"""Times and figures that a claim tells in another build than the cited words do → those words' own. Pure.

"Kept the disease from advancing for 9 months" is a time to progression of 9 months, "once two years have passed" is "after two
years". What changes only beside cited words of that build stays as it is for other words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Evidence
from assistant.verify.number_patterns import TIME
from assistant.verify.numerals import NUMBER
from assistant.verify.turning import turning

_ILL = r"(?:(?:the|her|his|your|their|a|my)\s+)?(?:cancers?|tumou?rs?|disease|illness|condition)"
_ON = r"(?:advanc|progress|grow|worsen|mov(?=ing\s+on)|gett(?=ing\s+worse)|com(?=ing\s+back))ing(?:\s+(?:on|worse|back))?"
_WENT = r"(?:advance[sd]?|progress(?:es|ed)?|gr[eo]w[s]?|worsen(?:s|ed)?|moved\s+on|got\s+worse|gets\s+worse|grew\s+again)"
_TURNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # "once two years have passed" → "after two years"
    (
        re.compile(
            rf"\b(?:once|when|after)\s+(?P<time>{NUMBER}\s+(?:{TIME}))\s+(?:have|has)\s+(?:passed|gone\s+by|elapsed|gone)\b",
            re.IGNORECASE,
        ),
        r"after \g<time>",
    ),
    # "the greater part of X" → "most of X"
    (re.compile(r"\b(?:the\s+)?(?:greater|bigger|larger|better)\s+part\s+of\b", re.IGNORECASE), "most of"),
    # "carrying on with X for longer" → "prolonged X"
    (
        re.compile(
            r"\b(?:carry(?:ing)?|press(?:ing)?|keep(?:ing)?)\s+on\s+with\s+(?:the\s+)?(?P<what>(?:[\w'-]+\s+){1,3}?)for\s+longer\b",
            re.IGNORECASE,
        ),
        r"prolonged \g<what>",
    ),
    # "patients of an age below 55 years", "an age below 55" → "patients younger than 55 years"
    (
        re.compile(
            rf"\b(?:an?\s+)?age\s+(?:of\s+)?(?P<bound>below|under|less\s+than)\s+(?P<number>{NUMBER})(?:\s+years)?\b",
            re.IGNORECASE,
        ),
        r"patients \g<bound> \g<number> years",
    ),
    (
        re.compile(
            rf"\b(?:an?\s+)?age\s+(?:of\s+)?(?P<bound>above|over|more\s+than)\s+(?P<number>{NUMBER})(?:\s+years)?\b",
            re.IGNORECASE,
        ),
        r"patients \g<bound> \g<number> years",
    ),
)
_turned = turning(_TURNS)
_TO_PROGRESSION = re.compile(r"\btime\s+to\s+(?P<of>(?:disease\s+|tumou?r\s+)?progression)\b", re.IGNORECASE)
_KEPT = re.compile(
    rf"\b(?:kept|keeps|held|holds|stopped|stops)\s+{_ILL}\s+from\s+{_ON}\s+for\s+(?=(?:about\s+)?{NUMBER})", re.IGNORECASE
)
_MORE_TIME = re.compile(
    rf"\b(?:bought|brought|gave|gained|gives|buys|brings|won|meant|means)\s+(?P<how>significantly\s+)?(?:more|longer|extra|additional)\s+time\s+(?:before|until|till)\s+{_ILL}\s+{_WENT}",
    re.IGNORECASE,
)
_LONGER = re.compile(r"\b(?P<how>significantly\s+)?longer\b", re.IGNORECASE)
_SIDES = re.compile(r"\b(?:than|versus|vs|compared|superior|inferior|better|over)\b", re.IGNORECASE)
_IT_WAS = re.compile(
    r"\bit\s+(?:is|was)\s+(?P<one>[\w/-]+(?:\s+[\w/-]+)?),?\s+(?:and\s+)?not\s+(?P<other>[\w/-]+(?:\s+[\w/-]+)?),?\s+(?:that|which)\s+"
    r"(?P<rest>[^.;:]*\b(?:longer|better|more|higher|superior|greater|fewer|less|lower|shorter|later|earlier)\b[^.;:]*)",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(r",\s+(?:which\s+(?:is|was)\s+)?(?P<how>an?\s+significant\s+difference)(?=\s*[.;]?\s*$)", re.IGNORECASE)
_FIGURES = re.compile(rf"(?<![\d.])\d+(?:\.\d+)?\s*(?:{TIME}|%)?", re.IGNORECASE)


def times_told(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such turns in plain words."""
    text = _turned(claim)
    said = [piece.text for piece in evidence]
    ends = next((found for one in said if (found := _TO_PROGRESSION.search(one))), None)
    if ends:
        text = _KEPT.sub(f"had a time to {ends['of']} of ", text)
        text = _MORE_TIME.sub(rf"had a \g<how>longer time to {ends['of']}", text)
    compared = [one for one in said if _SIDES.search(one)]
    if compared:
        text = _IT_WAS.sub(r"\g<one> \g<rest> than \g<other>", text)
    if any(map(_LONGER.search, compared)) and len(_FIGURES.findall(text)) > 1:
        text = _DIFFERENCE.sub(", significantly longer", text)
    return text.replace("\\g<how>", "").replace("  ", " ")
