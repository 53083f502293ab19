"""Turns of phrase of fluent drafts → plain words: what is kept apart, who is put on what, which of these are common. Pure.

As in ``plainly`` and ``restated``, each says in another build what a plain sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Evidence
from assistant.verify.gathered import VERB
from assistant.verify.turning import turning

_NAMED = r"[\w/-]+(?:\s+(?!(?:and|or|with|is|are|should|must|may)\b)[\w/-]+){0,2}?"
_TURNS: tuple[tuple[re.Pattern[str], str], ...] = (
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
    # "anyone in line for X" → "anyone being considered for X"
    (
        re.compile(
            r"\b(?:in\s+line|under\s+consideration|in\s+the\s+running)\s+for\s+(?=(?:an?\s+|the\s+|such\s+|this\s+|these\s+)?\w)",
            re.IGNORECASE,
        ),
        "being considered for ",
    ),
    # "do A first, and only then do B" → "do A first, and then do B"
    (re.compile(r"\bfirst,?\s+and\s+only\s+then,?\s+", re.IGNORECASE), "first, and then "),
    # "once progression is established" → "on progression"
    (
        re.compile(
            r"\b(?:once|when|as\s+soon\s+as)\s+(?:the\s+|an?\s+)?(progression|relapse|recurrence|remission)\s+(?:is|has\s+been)\s+(?:established|confirmed|found|seen|shown|documented|evident)\b",
            re.IGNORECASE,
        ),
        r"on \1",
    ),
    # "if the disease advances" → "if the disease progresses"
    (re.compile(r"\b(disease|cancer|tumou?r|illness)\s+advances\b", re.IGNORECASE), r"\1 progresses"),
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
# "Who has never had X", where the cited words say "not previously exposed to X"
_NOT_BEFORE = re.compile(r"\bnot\s+(?:been\s+)?(previously\s+(?:exposed\s+to|treated\s+with|given))\b", re.IGNORECASE)
_NEVER_HAD = re.compile(
    r"\b(?P<has>has|have|had)\s+(?:never|not\s+(?:yet|so\s+far|previously))\s+(?:yet\s+)?(?:had|taken|received|been\s+(?:on|given|treated\s+with|exposed\s+to))\s+(?=(?:an?|any|either)?\s*[a-z])",
    re.IGNORECASE,
)
# "From day one", where the cited words say "from the outset" or "early".
_OUTSET = re.compile(r"\b(?:outset|(?:very\s+)?(?:start|beginning)|early)\b", re.IGNORECASE)
_DAY_ONE = re.compile(r"\b(?:from|since)\s+day\s+(?:1|one)\b", re.IGNORECASE)


def told_anew(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such turns in plain words."""
    text = _turned(claim)
    said = [piece.text for piece in evidence]
    if _STOPS.search(" ".join(said)) and _WEARS_OFF.search(text):
        text = _WEARS_OFF.sub(r"treatment \1stops working", text)
    if _NEVER_HAD.search(text) and (told := _NOT_BEFORE.search(" ".join(said))):
        text = _NEVER_HAD.sub(lambda found: f"{'was' if found['has'].lower() == 'has' else 'were'} not {told[1]} ", text)
    if _DAY_ONE.search(text) and any(map(_OUTSET.search, said)) and not any(map(_DAY_ONE.search, said)):
        text = _DAY_ONE.sub("from the outset", text)
    if (listed := _ALL_OF_WHICH.match(text)) and not VERB.search(listed["said"]):
        text = f"{listed['said']} {text[listed.end() :]}"
    return text
