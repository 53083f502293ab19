"""Yet further turns of phrase of a claim → plain words: what may follow, what is held back, what is one alone. Pure.

As in ``plainly`` and ``restated``, each says in another build what a plain sentence says.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from assistant.answers import Evidence
from assistant.verify.gathered import VERB
from assistant.verify.turning import turning

_ILL = r"(?:cancers?|tumou?rs?|disease|illness|growth|progression|metastas[ei]s|spread)"
_ODDS = r"\b(?:the|your|her|his)\s+(?:odds|chances?|likelihood|probability)\s+that\s+(?P<what>[^.;:,]{5,80}?)\s+"
_GETS = r"(?:gets?|grows?|becomes?|is|are)"
_RISE = rf"(?:{_GETS}\s+(?:better|bigger|greater|higher|larger)|rises?|improves?|increases?|goes?\s+up|go\s+up)\b"
_FALL = (
    rf"(?:{_GETS}\s+(?:worse|smaller|slimmer|lower|poorer)"
    r"|falls?|drops?|shrinks?|declines?|decreases?|goes?\s+down|go\s+down)\b"
)
_NAMED = r"[\w/-]+(?:\s+(?!(?:and|or|with|is|are|should|must|may)\b)[\w/-]+){0,2}?"
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
            r"(?:^|(?<=,\s))(?P<late>(?:the\s+|an?\s+)?[\w/-]+(?:\s+[\w/-]+){0,4}?)\s+(?P<must>(?:has|have|needs?|is|are)\s+to\s+be|(?:must|should)\s+be|is|are)\s+"
            r"preceded\s+by\s+(?P<early>[^;:.]+)",
            re.IGNORECASE,
        ),
        r"before \g<late>, \g<early> \g<must> given",
    ),
    # "surgery, preceded by A" → "surgery after A"
    (re.compile(r"(?<!\bbe)(?<!\bis)(?<!\bare)(?<!\bbeing)(?<!\bwas),?\s+preceded\s+by\s+", re.IGNORECASE), " after "),
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
    # "whatever was abnormal" → "what was abnormal"
    (
        re.compile(r"\b(of|with|for|and|repeat|check)\s+whatever\s+(?=(?:was|were|has\s+been|had\s+been)\b)", re.IGNORECASE),
        r"\1 what ",
    ),
    # "never the sole basis" → "not the sole basis"
    (re.compile(r"\bnever\s+(?=(?:be\s+)?(?:(?:the|a)\s+)?(?:sole|only|single)\b)", re.IGNORECASE), "not "),
    # "keep A and B apart" → "do not combine A and B"
    (
        re.compile(
            rf"\b(?P<must>(?:should|must|are\s+to|need\s+to|have\s+to)\s+)?(?:be\s+)?(?:keep|kept)\s+(?P<pair>{_NAMED}\s+and\s+{_NAMED})\s+(?:well\s+|strictly\s+)?(?:apart|separate)\b",
            re.IGNORECASE,
        ),
        r"\g<must>do not combine \g<pair>",
    ),
    (
        re.compile(
            rf"(?P<pair>{_NAMED}\s+and\s+{_NAMED})\s+(?P<must>should|must|need\s+to|have\s+to|are\s+to)\s+be\s+kept\s+(?:well\s+|strictly\s+)?(?:apart|separate)\b",
            re.IGNORECASE,
        ),
        r"do not combine \g<pair>",
    ),
    # "A + B: not to be given together" → "do not combine A with B"
    (
        re.compile(
            rf"^(?P<one>{_NAMED})\s*(?:\+|&|/|and|plus|with)\s*(?P<two>{_NAMED}):\s+(?:not|never|do\s+not|don't)\s+(?:to\s+be\s+|be\s+|ever\s+)?(?:give|given|use|used|combine|combined|taken?|go)(?:\s+together)?\b",
            re.IGNORECASE,
        ),
        r"do not combine \g<one> with \g<two>",
    ),
    # "X: avoid it in Y" → "avoid X in Y"
    (
        re.compile(
            r"^(?P<what>[^:;.,]{3,60}):\s+(?P<order>(?:do\s+not|don't|never)\s+\w+|avoid|keep\s+away\s+from|stay\s+away\s+from|steer\s+clear\s+of|withhold|skip|continue|stop|give|offer|consider)"
            r"\s+(?:it|them|this|these)\b(?!\s+(?!during\b)\w+ing\b)",
            re.IGNORECASE,
        ),
        r"\g<order> \g<what>",
    ),
    # "X, with A and B as examples", "A, B or similar X" → "X, such as A or B"
    (
        re.compile(
            rf",\s+with\s+(?P<one>{_NAMED})\s+(?:and|or)\s+(?P<two>{_NAMED})\s+as\s+(?:the\s+|two\s+)?examples?\b", re.IGNORECASE
        ),
        r", such as \g<one> or \g<two>",
    ),
    (
        re.compile(
            r"\b(?P<ones>(?:[\w/-]+,\s+)*[\w/-]+),?\s+or\s+(?:an?\s+|another\s+|other\s+)?similar\s+(?P<what>[\w/-]+(?:\s+(?:inhibitor|drug|agent|antibody|blocker|medicine)s?)?)"
            r"(?=\s+(?:can|may|might|should|must|is|are|could)\b|[.,;]|$)",
            re.IGNORECASE,
        ),
        r"\g<what> such as \g<ones>",
    ),
    # "may prefer to do X" → "may wish to do X"; what is set above another thing is preferred to it
    (
        re.compile(
            r"\b(may|might|can|could)\s+prefer\s+to\s+(?=(?:be|have|go|get|take|stop|start|join|try|think|talk|do)\b)(?![^.;]*\b(?:than|over|rather|instead)\b)",
            re.IGNORECASE,
        ),
        r"\1 wish to ",
    ),
    # "do a great deal of good" → "are very helpful"
    (
        re.compile(r"\b(?:do|does|did)\s+(?:a\s+great\s+deal\s+of|a\s+lot\s+of|much|considerable)\s+good\b", re.IGNORECASE),
        "are very helpful",
    ),
    # "put the patient on X" → "give X"
    (
        re.compile(
            r"\b(?:put|place)\s+(?:the\s+|an?\s+|your\s+|this\s+)?(?P<who>(?:(?:every|each|all|any)\s+)?(?:patients?|person|people|woman|women|man|men|child|children|adults?))\s+(?:up)?on\s+(?!the\s+(?:next|waiting|list|path)|a\s+(?:waiting|list|path)|(?:their|her|his)\b)",
            re.IGNORECASE,
        ),
        r"give \g<who> ",
    ),
    # "re-imaging" → "repeat imaging"
    (
        re.compile(r"\bre-(?=(?:imaging|scans?|scanning|biops\w+|tests?|testing|staging|checks?|measurement)\b)", re.IGNORECASE),
        "repeat ",
    ),
    # "once there is progression" → "on progression"
    (
        re.compile(
            r"\b(?:once|as\s+soon\s+as)\s+there(?:'s|\s+is|\s+has\s+been)\s+(?:an?\s+|any\s+)?(?=(?:progression|relapse|recurrence|failure|response|remission|improvement|worsening|growth)\b)",
            re.IGNORECASE,
        ),
        "on ",
    ),
    # "do not regard it as something that can be cured" → "regard it as something that cannot be cured"
    (
        re.compile(
            r"\b(?:do|does)(?:\s+not|n't)\s+(?P<hold>regard|consider|view|see|think\s+of)\s+(?P<what>(?:[\w'-]+\s+){1,5}?)(?:as\s+|to\s+be\s+)?(?:something\s+(?:that|which)\s+can|able\s+to)\s+(?=\w)",
            re.IGNORECASE,
        ),
        r"\g<hold> \g<what>as something that cannot ",
    ),
    (
        re.compile(
            r"\b(?:do|does)(?:\s+not|n't)\s+(?P<hold>regard|consider|view|see)\s+(?P<what>(?:[\w'-]+\s+){1,5}?)(?P<as>as\s+|to\s+be\s+)?(?P<able>[a-z]{3,}able)\b",
            re.IGNORECASE,
        ),
        r"\g<hold> \g<what>\g<as>not \g<able>",
    ),
    # "keeps X from driving Y" → "prevents X from driving Y"
    (
        re.compile(
            r"\b(keep|keeps|keeping|kept)\s+(?P<what>(?:(?!from\b)[\w'/+-]+\s+){1,5}?)from\s+(?=(?!being\b)[a-z]{3,}ing\b)",
            re.IGNORECASE,
        ),
        r"preventing \g<what>from ",
    ),
    # "gets its strength back" → "recovers"
    (re.compile(r"\b(?:get|gets|getting|got)\s+(?:its|their|your|his|her|my|our)\s+strength\s+back\b", re.IGNORECASE), "recover"),
)
_turned = turning(_TURNS)
# "A, B and C, all of which are common" → "A, B and C are common", where no verb stands before.
_ALL_OF_WHICH = re.compile(
    r"^(?P<said>[^.;]{3,160}?),?\s+(?:all|both|each)\s+of\s+(?:which|them|these)\s+(?=(?:are|is|have|has|may|can|should|must|were)\b)",
    re.IGNORECASE,
)
# "The effect wears off", where the cited words say that a treatment stops working.
_STOPS = re.compile(r"\bstop(?:s|ped)?\s+working\b", re.IGNORECASE)
_WEARS_OFF = re.compile(
    r"\b(?:the|its|their)\s+effects?\s+((?:tends?\s+to\s+|may\s+|can\s+|will\s+|might\s+|often\s+|usually\s+)*)(?:wears?\s+off|fades?|wanes?|is\s+lost|peters?\s+out)\b",
    re.IGNORECASE,
)
# "From day one", where the cited words say "from the outset" or "early".
_OUTSET = re.compile(r"\b(?:outset|(?:very\s+)?(?:start|beginning)|early)\b", re.IGNORECASE)
_DAY_ONE = re.compile(r"\b(?:from|since)\s+day\s+(?:1|one)\b", re.IGNORECASE)
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
    if _STOPS.search(" ".join(said)) and _WEARS_OFF.search(text):
        text = _WEARS_OFF.sub(r"treatment \1stops working", text)
    if _DAY_ONE.search(text) and any(map(_OUTSET.search, said)) and not any(map(_DAY_ONE.search, said)):
        text = _DAY_ONE.sub("from the outset", text)
    if (listed := _ALL_OF_WHICH.match(text)) and not VERB.search(listed["said"]):
        text = f"{listed['said']} {text[listed.end() :]}"
    return text
