"""Yet further turns of phrase of a claim → plain words: what may follow, what is held back, what is one alone. Pure.

As in ``plainly`` and ``restated``, each says in another build what a plain sentence says.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from assistant.answers import Evidence
from assistant.verify.turning import turning

_ILL = r"(?:cancers?|tumou?rs?|disease|illness|growth|progression|metastas[ei]s|spread)"
_ODDS = r"\b(?:the|your|her|his)\s+(?:odds|chances?|likelihood|probability)\s+that\s+(?P<what>[^.;:,]{5,80}?)\s+"
_GETS = r"(?:gets?|grows?|becomes?|is|are)"
_RISE = rf"(?:{_GETS}\s+(?:better|bigger|greater|higher|larger)|rises?|improves?|increases?|goes?\s+up|go\s+up)\b"
_FALL = (
    rf"(?:{_GETS}\s+(?:worse|smaller|slimmer|lower|poorer)"
    r"|falls?|drops?|shrinks?|declines?|decreases?|goes?\s+down|go\s+down)\b"
)
_TURNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # "hold the cancer back" → "slow the cancer"; what holds a treatment back is another thing
    (
        re.compile(
            rf"\b(?:hold|holds|holding|held)\s+(?:back\s+)?((?:the\s+|a\s+|her\s+|his\s+|your\s+)?{_ILL})(?:\s+back)\b",
            re.IGNORECASE,
        ),
        r"slow \1",
    ),
    (
        re.compile(rf"\b(?:hold|holds|holding|held)\s+back\s+((?:the\s+|a\s+|her\s+|his\s+|your\s+)?{_ILL})\b", re.IGNORECASE),
        r"slow \1",
    ),
    # "hold back or shrink the cancer" → "slow or shrink the cancer"
    (
        re.compile(
            rf"\b(?:hold|holds|holding|held)\s+back\s+(?=(?:and|or)\s+[a-z]+\s+(?:the\s+|a\s+|her\s+|his\s+|your\s+)?{_ILL}\b)",
            re.IGNORECASE,
        ),
        "slow ",
    ),
    # "below a clearance of 30" → "at a clearance below 30"
    (
        re.compile(
            r"(?P<bound>\b(?:below|under|above|over|less\s+than|more\s+than))\s+(?P<what>an?\s+[\w-]+(?:\s+[\w-]+)?)\s+of\s+(?=\d)",
            re.IGNORECASE,
        ),
        r"at \g<what> \g<bound> ",
    ),
    # "hold the advanced cancer back", "make the tumour smaller" → "slow the advanced cancer", "shrink the tumour"
    (
        re.compile(
            rf"\b(?:hold|holds|holding|held)\s+(?P<what>(?:(?:the|a|her|his|your|their)\s+)?(?:[a-z]+\s+){{1,2}}?{_ILL})\s+back\b",
            re.IGNORECASE,
        ),
        r"slow \g<what>",
    ),
    (
        re.compile(
            rf"\bmak(?P<form>e|es|ing)\s+(?P<what>it|them|(?:(?:the|a|her|his|your|their)\s+)?(?:[a-z]+\s+){{0,2}}?{_ILL})\s+smaller\b(?!\s+than)",
            re.IGNORECASE,
        ),
        r"shrinking \g<what>",
    ),
    # "preferred to several at once" → "preferred to several drugs at once"
    (
        re.compile(
            r"\b(over|to|than|for|of|giving|using|combining)\s+(several|two\s+or\s+more|more\s+than\s+one)\s+(?=at\s+(?:once|the\s+same\s+time|a\s+time)\b)",
            re.IGNORECASE,
        ),
        r"\1 \2 drugs ",
    ),
    # "the odds that X works get better" → "X works more likely"; "… shrink" → "less likely"
    (re.compile(rf"{_ODDS}{_RISE}", re.IGNORECASE), r"it becomes more likely that \g<what>"),
    (re.compile(rf"{_ODDS}{_FALL}", re.IGNORECASE), r"it becomes less likely that \g<what>"),
    # "with A, with B or with C" → "with A, B or C"
    (
        re.compile(
            r"\b(?P<by>with|for|by|from|of)\s+(?P<one>[\w/+-]+(?:\s+[\w/+-]+)?),\s+(?P=by)\s+"
            r"(?P<two>[\w/+-]+(?:\s+[\w/+-]+)?),?\s+(?P<joint>or)\s+(?P=by)\s+",
            re.IGNORECASE,
        ),
        r"\g<by> \g<one>, \g<two> \g<joint> ",
    ),
    # "4 mg for every kilo the patient weighs" → "4 mg/kg"
    (
        re.compile(
            r"\b(?P<unit>mcg|mg|µg|g|units?|ml)\s+(?:for|per)\s+(?:every|each|a|one)?\s*(?:kilo(?:gram)?s?|kg)\b"
            r"(?:\s+(?:that\s+)?(?:the\s+patient|he|she|they|you|someone)\s+weighs?|\s+of\s+(?:body\s*)?weight)?",
            re.IGNORECASE,
        ),
        r"\g<unit>/kg",
    ),
    # "it should be emphasized that X" → "X"
    (
        re.compile(
            r"^it\s+(?:should|must|needs\s+to|has\s+to|is\s+to|bears)\s+(?:be\s+)?(?:emphasi[sz]ed|stressed|noted|underlined|pointed\s+out|said"
            r"|repeating|repeated|remembered|added)\s+that\s+",
            re.IGNORECASE,
        ),
        "",
    ),
    # "A has to be preceded by B" → "before A, B has to be given"
    (
        re.compile(
            r"(?:^|(?<=,\s))(?P<late>(?:the\s+|an?\s+)?[\w/-]+(?:\s+[\w/-]+){0,7}?)\s+(?P<must>(?:has|have|needs?|is|are)\s+to\s+be|(?:must|should)\s+be|is|are)\s+"
            r"preceded\s+by\s+(?P<early>[^;:.]+)",
            re.IGNORECASE,
        ),
        r"before \g<late>, \g<early> \g<must> given",
    ),
    # "surgery, preceded by A" → "surgery after A"
    (re.compile(r"(?<!\bbe)(?<!\bis)(?<!\bare)(?<!\bbeing)(?<!\bwas),?\s+preceded\s+by\s+", re.IGNORECASE), " after "),
    # "it may, yes" → "it may"
    (re.compile(r",\s+yes(?=\s*[.;]?\s*$)", re.IGNORECASE), ""),
    # "complications that may arise" → "possible complications", beside no other "may"
    (
        re.compile(
            r"\b(?P<what>(?:complications?|problems?|reactions?|effects?|events?|infections?|harms?|consequences?))\s+(?:that|which)\s+"
            r"(?:may|might|can|could)\s+(?:arise|occur|develop|happen|follow|come\s+up|set\s+in|appear)\b",
            re.IGNORECASE,
        ),
        r"possible \g<what>",
    ),
    # "X being one", behind what it is one of → "such as X"
    (
        re.compile(
            r",\s+(?P<what>[\w-]+(?:\s+[\w-]+)?)\s+being\s+(?:one|an\s+example|among\s+them)(?=\s*(?:[.;,]|$))", re.IGNORECASE
        ),
        r" such as \g<what>",
    ),
    # "was associated with a median survival of" → "had a median survival of"
    (
        re.compile(
            r"\b(?:was|were|is|are)\s+(?:associated|linked)\s+with\s+(?=an?\s+(?:median|mean|average|overall|response|objective)\b)",
            re.IGNORECASE,
        ),
        "had ",
    ),
    # "a fourth or later line" → "beyond the third line"
    *(
        (
            re.compile(
                rf"\b(?:an?\s+|the\s+)?{word}\s+(?:or\s+(?:any\s+)?(?:later|subsequent|further|higher)|and\s+later)\s+lines?\b(?:\s+of)?",
                re.IGNORECASE,
            ),
            f"beyond the {before} line of",
        )
        for before, word in itertools.pairwise(("first", "second", "third", "fourth", "fifth"))
    ),
    # "is not optional" → "is mandatory"
    (re.compile(r"\b(is|are)\s+(?:not|never)\s+(?:optional|negotiable)\b", re.IGNORECASE), r"\1 mandatory"),
    # "starting before X and continuing during X" → "before X and during X"
    (
        re.compile(
            r",?\s+(?:beginning|starting)\s+(?=before\b)(?P<before>[^.;:,]{3,60}?)\s+and\s+(?:continuing|going\s+on|carrying\s+on)\s+(?=(?:during|while|throughout)\b)",
            re.IGNORECASE,
        ),
        r", both \g<before> and ",
    ),
)
_turned = turning(_TURNS)
# "because X may follow" → "because of the risk of X", where the cited words speak of a risk.
_RISK = re.compile(r"\brisk\b", re.IGNORECASE)
_MAY_FOLLOW = re.compile(
    r"\b(?:because|since|as)\s+((?:[\w'-]+\s+){1,6}?)(?:may|might|can|could)\s+(?:follow|occur|happen|develop|result|arise|ensue|set\s+in)\b",
    re.IGNORECASE,
)
# "one fraction" → "a single fraction", where the cited words say so.
_SINGLE = re.compile(r"\bsingle\b", re.IGNORECASE)
_ONE = re.compile(r"\b(?:one|1)\s+(?=(?:[a-z]+\s+)?(?:fraction|session|dose|cycle|course|infusion|injection)\b)", re.IGNORECASE)
# "Has grown despite X" → "has grown on X", where the cited words speak of growth under treatment.
_UNDER = re.compile(
    r"\b(?:progress\w*|gr[eo]w\w*|worsen\w*|relaps\w*|recur\w*)\s+(?:on|during|while\s+on|under)\b", re.IGNORECASE
)
_DESPITE = re.compile(
    r"\b(?P<went>(?:progress|worsen|relaps|recur|advanc)(?:es|ed|ing|es|s|e)?|gr[eo]w[ns]?|growing|come\s+back|got\s+worse)\s+(?:despite|in\s+spite\s+of)\s+",
    re.IGNORECASE,
)


def reworded(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such turns in plain words."""
    text = _turned(claim)
    said = [piece.text for piece in evidence]
    if _MAY_FOLLOW.search(text) and any(map(_RISK.search, said)):
        text = _MAY_FOLLOW.sub(r"because of the risk of \1", text)
    if _ONE.search(text) and any(map(_SINGLE.search, said)):
        text = _ONE.sub("a single ", text)
    if _DESPITE.search(text) and any(map(_UNDER.search, said)):
        text = _DESPITE.sub(r"\g<went> on ", text)
    return text
