"""Turns of phrase that say in whom or when something holds → the plain words that the checks know. Pure.

As in ``plainly``, each says in another build what a plain sentence says: "if you have never had X" is "if not previously exposed
to X". What depends on how the cited words put it changes only beside such words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Evidence
from assistant.verify.turning import turning

_WHO = r"(?:you|they|he|she|we|i|patients?|people|women|men|someone|somebody|anyone|the\s+patient|who|that)"
_PAINED = (
    r"(?:hurts?|ach(?:es?|ing)|pains?|painful|bother(?:s|ed|ing)?|troubl(?:e|es|ing)|complain(?:s|ts?)?|symptom(?:s|atic)?|feels?\s+(?:it|anything|fine|well)"
    r"|notic(?:e|es|ed)\s+(?:it|anything|nothing))"
)
_FAILED = (
    r"(?:did\s+not|didn't|has\s+not|hasn't|have\s+not|haven't|had\s+not|hadn't|does\s+not|doesn't|no\s+longer)\s+"
    r"(?:work(?:s|ed)?|help(?:s|ed)?|hold|held|do\s+enough|done\s+enough)"
)
_ILL = r"(?:cancers?|tumou?rs?|disease|illness|infections?|conditions?)"
_TURNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # "were it X instead, Y", "should it spread, Y" → "if it is X, Y", "if it spreads, Y"
    (
        re.compile(
            rf"(?:^|(?<=[.;:]\s))were\s+(?P<who>it|{_WHO}|(?:the|your|her|his|their|this)\s+(?:[\w/-]+\s+){{0,2}}?[\w/-]+)\s+(?:to\s+be\s+)?(?P<what>(?!to\b)[^,;:.]{{3,90}}?)(?:\s+instead)?,\s+",
            re.IGNORECASE,
        ),
        r"if \g<who> is \g<what>, ",
    ),
    (
        re.compile(
            rf"(?:^|(?<=[.;:]\s))should\s+(?P<who>it|{_WHO}|(?:the|your|her|his|their|this)\s+(?:[\w/-]+\s+){{0,2}}?[\w/-]+)\s+(?P<what>(?!not\b)[a-z]+\b[^,;:.?]{{0,90}}?),\s+(?![^.;]*\?)",
            re.IGNORECASE,
        ),
        r"if \g<who> \g<what>, ",
    ),
    # "people who had been treated before" → "previously treated people"
    (
        re.compile(
            r"\b(?P<who>people|patients|women|men|those|adults|children)\s+who\s+(?:had|have|were|are|had\s+been|have\s+been)\s+(?:already\s+)?(?:been\s+)?treated\s+(?:before|earlier|previously|already)(?=\s*(?:[,.;:)]|$|(?:had|have|saw|responded|is|are|was|were|may|can|should)\b))",
            re.IGNORECASE,
        ),
        r"previously treated \g<who>",
    ),
    # "you have not yet turned 55", "who are not yet 55" → "you are younger than 55"
    (
        re.compile(
            r"\b(?P<who>\w+)\s+(?:have|has|had)\s+(?:not\s+yet|yet\s+to|not)\s+(?:turn(?:ed)?|reach(?:ed)?)\s+(?:the\s+age\s+of\s+)?(?P<age>\d{1,3})\b(?!\s*(?:%|mg|weeks?|months?|days?))",
            re.IGNORECASE,
        ),
        r"\g<who> are younger than \g<age>",
    ),
    (
        re.compile(r"\b(?P<is>is|are)\s+not\s+yet\s+(?P<age>\d{1,3})\b(?!\s*(?:%|mg|weeks?|months?|days?))", re.IGNORECASE),
        r"\g<is> younger than \g<age>",
    ),
    # "disease in which X did not work" → "disease after failure of X"
    (
        re.compile(
            rf"\b(?P<ill>{_ILL})\s+(?:in|for|against|on)\s+which\s+(?P<what>(?:[\w/-]+\s+){{1,4}}?){_FAILED}\b",
            re.IGNORECASE,
        ),
        r"\g<ill> once \g<what>has failed",
    ),
    # "after the first X stops working" → "once the first X stops working"
    (
        re.compile(
            r"\bafter\s+(?=(?:the|your|her|his|a)\s+(?:first|initial|second)\s+(?:[\w/-]+\s+){1,4}?(?:stops?|stopped|no\s+longer|fails?|failed|gives?\s+out|gave\s+out)\b)",
            re.IGNORECASE,
        ),
        "once ",
    ),
    # "once in 3 weeks" → "every 3 weeks", "at the 3-month point" → "at 3 months"
    (re.compile(r"\bonce\s+in\s+(?:every\s+)?(?=\d+\s+(?:days|weeks|months|years)\b)", re.IGNORECASE), "every "),
    (
        re.compile(
            r"\b(?P<at>at|by)\s+the\s+(?P<count>\d+)-(?P<unit>day|week|month|year)\s+(?:point|mark|stage)\b", re.IGNORECASE
        ),
        r"\g<at> \g<count> \g<unit>s",
    ),
    # "sites that cause symptoms" → "symptomatic sites"
    (
        re.compile(
            r"\b(?P<what>places?|sites?|spots?|areas?|lesions?|deposits?|tumou?rs?)\s+(?:that|which)\s+(?:give|cause|produce|have|make)s?\s+symptoms\b",
            re.IGNORECASE,
        ),
        r"symptomatic \g<what>",
    ),
    # "where these can be had", "if your hospital has them" → "where available"
    (
        re.compile(
            r"\b(?:where|wherever|when|if)\s+(?:it|they|these|this|that|those|one)\s+can\s+be\s+(?:had|got(?:ten)?|obtained)\b",
            re.IGNORECASE,
        ),
        "where available",
    ),
    (
        re.compile(
            r"\b(?:where|wherever|when|if)\s+(?:your|the|their|a)\s+(?:hospital|clinic|cent(?:er|re)|site|unit)\s+(?:has|have|offers?)\s+(?:it|them|these|this|one)\b",
            re.IGNORECASE,
        ),
        "where available",
    ),
)
_turned = turning(_TURNS)
# "In whom had neither A nor B before, those two classes are X" → "…, A and B are X"
_THOSE_TWO = re.compile(
    r"(?P<case>\b(?:exposed\s+to|treated\s+with|had|received|taken)\s+(?P<one>(?:an?\s+)?[\w/-]+)\s+(?:or|and|nor)\s+(?P<two>(?:an?\s+)?[\w/-]+)),\s+"
    r"(?:(?:those|these|the|both)(?:\s+two)?\s+(?:(?:drug\s+)?(?:classes|groups|families)|drugs|medicines|agents)|those|these|they|both)\s+"
    r"(?=(?:are|may|might|can|could|should|must)\b)",
    re.IGNORECASE,
)
# "Have never had X", where the cited words speak of exposure or treatment before.
_NAIVE = re.compile(
    r"\b(?:not|never)\s+(?:been\s+)?(?:previously|before|earlier)\s+(?P<how>(?:exposed|treated)\s+(?:to|with))\b", re.IGNORECASE
)
_NEVER_HAD = re.compile(
    rf"\b(?P<who>{_WHO})\s+(?:have|has|had|['’]ve|['’]s)?\s*(?:never|not(?:\s+(?:yet|ever))?)\s+(?:yet\s+)?"
    r"(?:had|taken|received|used|been\s+(?:given|treated\s+with|exposed\s+to|on))\s+"
    r"(?=(?!(?:any|no|a\s+chance|symptoms?|children|the)\b)\w)",
    re.IGNORECASE,
)
# "Even if nothing hurts", "whether or not it hurts", where the cited words say "regardless of symptoms".
_ANY_SYMPTOMS = re.compile(
    r"\b(?:regardless|irrespective)\s+of\s+(?:the\s+presence\s+of\s+)?(?P<what>symptoms?|pain)\b|\bwith\s+or\s+without\s+(?P<other>symptoms?|pain)\b",
    re.IGNORECASE,
)
_EVEN_PAINLESS = re.compile(
    r"\beven\s+(?:if|when|though|where)\s+(?:nothing|none\s+of\s+(?:it|them)|(?:no\s+)?(?:the\s+|your\s+|her\s+|his\s+)?(?:[\w-]+\s+){0,2}?"
    rf"(?:(?:do|does|is|are|have|has|cause|causes|give|gives|feel|feels)(?:n't|\s+not|\s+no)?))\s*(?:cause|give|make|any|no|yet)?\s*{_PAINED}\b",
    re.IGNORECASE,
)
_WHETHER_PAINFUL = re.compile(
    rf"\bwhether\s+(?:or\s+not\s+)?(?:the\s+|your\s+|her\s+|his\s+|there\s+(?:is|are)\s+)?(?:[\w-]+\s+){{0,3}}?{_PAINED}(?:\s+or\s+not)?\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:no|not|nothing|none|never)\b|n't\b", re.IGNORECASE)
# "Lacks A and B" → "A-negative and B-negative", where the cited words say that.
_NEGATIVE = re.compile(r"\b(?P<what>[A-Za-z][\w/]*(?:\s+[a-z]+)?)(?:\s|-)negative\b")
_LACKS = re.compile(
    r"\black(?:s|ing)?\s+(?:both\s+)?(?P<what>[^,;:.()]{2,80})$|\black(?:s|ing)?\s+(?:both\s+)?(?P<inside>[^,;:.()]{2,80}?)(?=[,;:.()])",
    re.IGNORECASE,
)


def cases_recast(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such turns in plain words."""
    text = _turned(claim)
    said = [f"{piece.lead_in} {piece.text}" for piece in evidence]
    if _NEVER_HAD.search(text):
        told = next((found for one in said if (found := _NAIVE.search(one))), None)
        if told is not None:
            text = _NEVER_HAD.sub(rf"\g<who> were not previously {told['how']} ", text)
    text = _THOSE_TWO.sub(lambda found: f"{found['case']}, {_plural(found['one'])} and {_plural(found['two'])} ", text)
    if (found := _EVEN_PAINLESS.search(text) or _WHETHER_PAINFUL.search(text)) is not None:
        any_symptoms = next((told for one in said if (told := _ANY_SYMPTOMS.search(one))), None)
        if any_symptoms is not None and (_DENIED.search(found[0]) or found[0].lower().startswith("whether")):
            what = any_symptoms["what"] or any_symptoms["other"]
            text = f"{text[: found.start()]}regardless of {what}{text[found.end() :]}"
    if "lack" in text:
        text = _without_markers(text, said)
    return text


def _plural(name: str) -> str:
    """“Statins” for "a statin"."""
    bare = re.sub(r"^an?\s+", "", name, flags=re.IGNORECASE)
    return bare if bare == name or bare.endswith("s") else f"{bare}s"


def _without_markers(text: str, said: Sequence[str]) -> str:
    """“Is A-negative and B-negative” for "lacks A and B", where the cited words name both so."""
    names = list(dict.fromkeys(found["what"].strip() for one in said for found in _NEGATIVE.finditer(one)))
    found = _LACKS.search(text)
    if found is None or not names:
        return text
    what = found["what"] or found["inside"]
    parts = [part.strip() for part in re.split(r"\s+and\s+|\s+or\s+|,\s+", what)]
    plain = [next((name for name in names if _is_marker(part, name)), "") for part in parts]
    if not all(plain):
        return text
    joined = " and ".join(f"{name}-negative" for name in plain)
    return f"{text[: found.start()]}is {joined}{text[found.end() :]}"


def _is_marker(part: str, name: str) -> bool:
    """True for "X receptors" and "X overexpression" beside the name of what is negative."""
    bare = re.sub(
        r"^(?:the|any)\s+|\s+(?:overexpression|expression|proteins?|receptors?)$", "", part.strip(), flags=re.IGNORECASE
    )
    wanted = name.lower().split()
    own = part.lower().rstrip("s").split()
    return own == wanted or bare.lower().split() == wanted or [word.rstrip("s") for word in own] == wanted
