"""Turns of phrase of a claim → the cited words' own, where these have them: "as a stand-in for" is an alternative. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Evidence
from assistant.verify.caseless import for_small, small
from assistant.verify.number_patterns import TIME
from assistant.verify.numerals import NUMBER

_ILL = r"(?:(?:the|her|his|your|their|a|my)\s+)?(?:cancers?|tumou?rs?|disease|illness|growth)"
_WENT = (
    r"(?:advance[sd]?|progress(?:es|ed)?|gr[eo]w[s]?|worsen(?:s|ed)?|mov(?:es|ed)\s+on|g[eo]ts?\s+worse|grew\s+again|came\s+back)"
)
_WORSE = r"(?:progress(?:ing|ion)|growing|getting\s+worse|worsening|advancing|moving\s+on)"
_WHO = r"(?:nobody|no\s+one|no\s+(?:patient|woman|man|person|child))"
_GIVEN = r"(?:get|have|start|be\s+given)"
_GETS = rf"(?:gets?|ha(?:s|ve)|receives?|is\s+given|starts?|(?:should|must|may)\s+{_GIVEN})"


def _turn(said: str, plain: str, cited: str) -> tuple[re.Pattern[str], re.Pattern[str] | None, str, re.Pattern[str]]:
    pattern = re.compile(said, re.IGNORECASE)
    return pattern, for_small(pattern), plain, re.compile(cited, re.IGNORECASE)


_TURNS = (
    # "hasn't held the disease" → "has failed", "hasn't held advanced disease" → "has failed against advanced disease"
    _turn(
        rf"\b(?:ha(?:s|ve|d)(?:\s+not|n't)|did(?:\s+not|n't))\s+(?:held|hold|control(?:led)?|checked|contain(?:ed)?)\s+{_ILL}\b",
        "has failed",
        r"\bfail",
    ),
    _turn(
        rf"\b(?:ha(?:s|ve|d)(?:\s+not|n't)|did(?:\s+not|n't))\s+(?:held|hold|control(?:led)?|checked|contain(?:ed)?)\s+(?=(?:[\w/-]+\s+){{0,6}}?{_ILL}\b)",
        "has failed against ",
        r"\bfail",
    ),
    # "the time without the cancer progressing" → "progression-free survival"
    _turn(
        rf"\b(?:the\s+)?(?P<median>median\s+)?time\s+(?:spent\s+)?without\s+(?:(?:{_ILL}|disease)\s+)?{_WORSE}(?:\s+or\s+(?:death|dying))?\b",
        r"\g<median>progression-free survival",
        r"\bprogression[\s-]free\s+survival\b",
    ),
    # "half the patients went 9 months or more without progression" → "the median progression-free survival was 9 months"
    _turn(
        rf"\bhalf\s+(?:of\s+)?(?:the\s+|all\s+)?(?:patients|women|men|people|them)\s+(?:went|lived|stayed|remained|had)\s+(?P<time>{NUMBER}\s+(?:{TIME}))"
        rf"(?:\s+or\s+(?:more|longer))\s+(?:without|free\s+of|before)\s+(?:any\s+)?(?:(?:{_ILL}|disease)\s+)?{_WORSE}(?:\s+or\s+(?:death|dying))?\b",
        r"the median progression-free survival was \g<time>",
        r"\bmedian\s+(?:progression[\s-]free\s+survival|PFS)\b",
    ),
    # "a longer wait before the disease moved on" → "a longer time to progression"
    _turn(
        rf"\blonger\s+(?:wait|gap|stretch|spell|interval)\s+(?:before|until|till)\s+{_ILL}\s+{_WENT}",
        "longer time to progression",
        r"\btime\s+to\s+(?:disease\s+|tumou?r\s+)?progression\b",
    ),
    # "nobody gets X without Y first" → "before X, Y is required"
    _turn(
        rf"^{_WHO}\s+{_GETS}\s+(?P<what>(?:[\w/-]+\s+){{1,4}}?)without\s+(?P<first>(?:[\w/-]+\s+){{0,4}}?[\w/-]+)\s+(?:first|beforehand)(?=\s*[:.,;]|$)",
        r"before \g<what>, \g<first> is required",
        r"\bbefore\b|\bprior\s+to\b",
    ),
    # "as a substitute for X" → "as an alternative to X"
    _turn(
        r"\bas\s+(?:a\s+)?(?:substitute|stand-in|replacement)\s+(?:for|to)\b",
        "as an alternative to",
        r"\balternative\s+to\b",
    ),
    # "does as good a job as" → "is as effective as"
    _turn(
        r"\b(?:does|do|did)\s+(?:just\s+)?as\s+good\s+a\s+job\s+as\b",
        "is as effective as",
        r"\bas\s+(?:effective|good|well)\s+as\b|\bequal|\bequivalent",
    ),
    # "set side by side, A did better than B" → "A did better than B"
    _turn(
        r"^(?:when\s+)?(?:set|put|placed|laid|held|compared)\s+(?:side\s+by\s+side|head\s+to\s+head|next\s+to\s+each\s+other),\s+(?=[^.;:]*\bthan\b)",
        "",
        r"\b(?:compared|than|versus|vs)\b",
    ),
    # "switch the pump on" → "switch on the pump"
    _turn(
        r"\b(?P<turn>(?:switch|turn)(?:es|s|ed|ing)?)\s+(?P<what>(?:[\w'/-]+\s+){1,4}?)on(?=\s*[,.;:]|\s+(?:and|so|which)\b|$)",
        r"\g<turn> on \g<what>",
        r"\b(?:activat|stimulat|trigger|switch)",
    ),
    # "hold the cancer back" → "slow the cancer"
    _turn(
        rf"\b(?:hold|keep)(?P<s>s?)\s+(?P<what>{_ILL}|it)\s+back\b",
        r"slow\g<s> \g<what>",
        r"\bslow",
    ),
    # "a larger first dose" → "a loading dose"
    _turn(
        r"\b(?:larger|bigger|higher)\s+(?:first|starting|initial|opening)\s+(?:dose|drip|infusion|injection)\b",
        "loading dose",
        r"\bloading\s+dose\b",
    ),
    # "puts the liver at greater risk" → "increases the risk of liver damage"
    _turn(
        r"\bputs?\s+the\s+(?P<organ>[a-z]{4,9})\s+at\s+(?:an?\s+)?(?:greater|higher|more|increased|extra)\s+risk\b",
        r"increases the risk of \g<organ> damage",
        r"\brisk\b",
    ),
    # "a fault in ABC1" → "an ABC1 mutation"
    _turn(
        r"\b(?:an?\s+)?(?:fault|defect|alteration|variant|mutation)s?\s+in\s+(?:the\s+)?(?-i:(?P<gene>[A-Z][A-Z0-9/]{2,}))(?:\s+gene)?\b",
        r"\g<gene> mutation",
        r"\bmutation|\bmutated\b",
    ),
    # "switching to another may help" → "trying another may help"
    _turn(
        r"\b(?:switching|changing|moving\s+on|going\s+over)\s+to\s+(?=another\b)",
        "trying ",
        r"\btry(?:ing)?\s+another\b",
    ),
)
# "Nothing bulky" → "no bulky disease", where the cited words have "no bulky disease".
_NOTHING = re.compile(r"\bnothing\s+(?P<how>[a-z]{4,})(?=\s*[,.;:)]|\s+and\b|$)", re.IGNORECASE)


def rephrased(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such turns in the words of the evidence."""
    lowered = small(claim)
    for pattern, quick, plain, cited in _TURNS:
        if (quick or pattern).search(lowered if quick else claim) and any(cited.search(_text(piece)) for piece in evidence):
            claim = pattern.sub(plain, claim)
            lowered = small(claim)
    return _NOTHING.sub(lambda found: _no(found, evidence), claim) if "nothing" in lowered else claim


def _text(piece: Evidence) -> str:
    return f"{piece.lead_in} {piece.text}"


def _no(found: re.Match[str], evidence: Sequence[Evidence]) -> str:
    """“no bulky disease” for "nothing bulky", where the cited words say that."""
    said = re.compile(rf"\bno\s+{re.escape(found['how'])}\s+\w+", re.IGNORECASE)
    return next((denied[0] for piece in evidence if (denied := said.search(_text(piece)))), found[0])
