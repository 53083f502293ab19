"""Turns of a claim that are plain beside certain cited words: "instead of X" beside "an alternative to X". Pure.

Each says in another build what the cited words say in theirs; beside other words nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Evidence


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# What the cited words say, what they don't, the claim's turn, and its plain words.
_TURNS: tuple[tuple[re.Pattern[str], re.Pattern[str] | None, re.Pattern[str], str], ...] = (
    # "nightly" → "at night"
    (_words(r"\bat\s+night\b"), _words(r"\bnightly\b"), _words(r"\b(?:nightly|every\s+night|each\s+night)\b"), "at night"),
    # "on day 1", "on the first day" → "on day one"
    (
        _words(r"\bday\s+one\b"),
        _words(r"\bday\s+1\b"),
        _words(r"\b(?:day\s+1(?!\.?\d|-)|(?:the\s+)?first\s+day\b(?!\s+(?:of|after)\b))"),
        "day one",
    ),
    (
        _words(r"\bday\s+1\b"),
        _words(r"\bday\s+one\b"),
        _words(r"\b(?:day\s+one\b|the\s+first\s+day\b(?!\s+(?:of|after)\b))"),
        "day 1",
    ),
    # "during the first 24 hours" and "for the first 24 hours", as cited
    (
        _words(r"\bfor\s+the\s+first\s+\d"),
        _words(r"\b(?:during|in)\s+the\s+first\b"),
        _words(r"\b(?:during|in)\s+the\s+first\s+(?=\d)"),
        "for the first ",
    ),
    (
        _words(r"\bduring\s+the\s+first\s+\d"),
        _words(r"\bfor\s+the\s+first\b"),
        _words(r"\bfor\s+the\s+first\s+(?=\d)"),
        "during the first ",
    ),
    # "37.5 °C" → "37.5C", "4 times a day" → "4 times in 24 hours", "may last up to 3 weeks" → "may last 3 weeks", as cited
    (_words(r"\d\s?C\b"), _words(r"°\s?C\b"), _words(r"(?<=\d)\s?°\s?C\b"), "C"),
    (
        _words(r"\b(?:times|doses)\s+in\s+24\s+hours\b"),
        _words(r"\b(?:times|doses)\s+(?:a|per|each|every)\s+day\b"),
        _words(r"\b(?P<what>times|doses)\s+(?:a|per|each|every)\s+day\b"),
        r"\g<what> in 24 hours",
    ),
    (
        _words(r"\b(?:can|may|might)\s+last\s+\d"),
        _words(r"\blast\s+up\s+to\b"),
        _words(r"\b(?P<can>can|may|might)\s+last\s+(?:for\s+)?up\s+to\s+(?=\d)"),
        r"\g<can> last ",
    ),
    # "from 75 years on", "from the age of 75" → "aged 75 and over"
    (
        _words(r"\b\d+\s+(?:years\s+)?(?:and|or)\s+(?:over|above|older|more)\b|\b(?:over|above|older|least)\b"),
        None,
        _words(
            r"\bfrom\s+(?:(?:the\s+)?age\s+(?:of\s+)?(?P<age>\d+)\b(?:\s+years)?(?:\s+on(?:wards?)?)?|(?P<years>\d+)\s+years(?:\s+of\s+age)?\s+on(?:wards?)?)"
            r"(?!\s*(?:(?:to|until|on|onwards?|years?|months?|weeks?|days?|hours?)\b|-))"
        ),
        r"aged \g<age>\g<years> years and over",
    ),
    # "can be taken instead of X" → "can be an alternative to X"
    (
        _words(r"\balternatives?\s+to\b"),
        _words(r"\binstead\b|\brather\b|\bplace\s+of\b"),
        _words(r"\b(?:(?:taken|used|given|offered|tried|had)\s+)?(?:instead|in\s+place|in\s+lieu)\s+of\b"),
        "an alternative to",
    ),
    # "turns X down", "says no to X", "X is declined" → "refuses X"
    (
        _words(r"\brefus"),
        _words(r"\bdeclin|\bturn\w*\s+down\b"),
        _words(r"\bturn(?:s|ed|ing)?\s+(?:down\s+)?(?P<what>(?:[\w/-]+\s+){0,2}?[\w/-]+)(?<!\sdown)\s+down\b"),
        r"refused \g<what>",
    ),
    (
        _words(r"\brefus"),
        _words(r"\bdeclin|\bturn\w*\s+down\b"),
        _words(r"\b(?:turn(?:s|ed)?\s+down|(?:say|says|said|saying)\s+no\s+to)\s+(?=[a-z])"),
        "refused ",
    ),
    (
        _words(r"\brefus"),
        _words(r"\bdeclin|\bturn\w*\s+down\b"),
        _words(r"\b(?P<be>is|are|was|were)\s+(?:declined|turned\s+down)\b"),
        r"\g<be> refused",
    ),
    # "in those treated before" → "in previously treated patients"
    (
        _words(r"(?<!not\s)(?<!never\s)\bpreviously\s+treated\s+(?:patients|people|women|men|adults|children)\b"),
        None,
        _words(
            r"\b(?P<in>in|of|among)\s+(?P<who>patients|people|women|men|adults|children)\s+(?:who\s+(?:were|had\s+been|have\s+been)\s+)?"
            r"treated\s+(?:before|earlier|already|previously)(?=\s*(?:[,;.:)]|$))"
        ),
        r"\g<in> previously treated \g<who>",
    ),
    (
        _words(r"(?<!not\s)(?<!never\s)\bpreviously\s+treated\s+patients\b"),
        None,
        _words(
            r"\b(?P<in>in|of|among)\s+those\s+(?:who\s+(?:were|had\s+been|have\s+been)\s+)?"
            r"treated\s+(?:before|earlier|already|previously)(?=\s*(?:[,;.:)]|$))"
        ),
        r"\g<in> previously treated patients",
    ),
    # "there is no need to do X" → "it is not needed to do X"; "does not have to" → "need not"
    (
        _words(r"\bnot\s+(?:\w+\s+)?(?:needed|necessary|required)\b"),
        _words(r"\bno\s+need\b"),
        _words(r"\b(?:there\s+(?:is|'s)\s+)?no\s+need\s+to\b"),
        "it is not needed to",
    ),
    (
        _words(r"\bneed\s+not\b"),
        None,
        _words(r"\b(?:do|does)\s*(?:not|n't)\s+(?:have|need)\s+to\b"),
        "need not",
    ),
    (
        _words(r"\b(?:do|does)\s+not\s+(?:have|need)\s+to\b"),
        _words(r"\bneed\s+not\b"),
        _words(r"\b(?:need\s+not|needn't)\b"),
        "does not need to",
    ),
    # "without improvement" → "with no improvement"
    (
        _words(r"\bno\s+(?:improvement|benefit|response|change|effect)\b"),
        _words(r"\bwithout\b"),
        _words(r"\bwithout\s+(?:any\s+)?(?=(?:improvement|benefit|response|change|effect)\b)"),
        "with no ",
    ),
    (_words(r"\bno\s+improvement\b"), _words(r"\bbetter\b"), _words(r"\bno\s+better\b(?!\s+than\b)"), "no improvement"),
    (_words(r"\bno\s+better\b"), _words(r"\bimprovement\b"), _words(r"\bno\s+improvement\b"), "no better"),
    # "taper X off slowly", "reduce X gradually" → "taper X"
    (
        _words(r"\btaper"),
        _words(r"\bgradual"),
        _words(r"\breduc(?:e|ed|es|ing)\s+(?P<what>(?:[\w-]+\s+){1,3}?)(?:gradually|slowly|step\s+by\s+step|in\s+steps)\b"),
        r"taper \g<what>",
    ),
    # "X suits Y" → "X is used for Y"
    (
        _words(r"^\s*use\b|[,;:]\s+use\b|\b(?:be|is|are)\s+used\b"),
        _words(r"\bsuit"),
        _words(r"\bsuits?\s+(?!to\b)(?=[a-z])"),
        "is used for ",
    ),
    # "will almost certainly not X", "most likely won't X" → "are very unlikely to X"
    (
        _words(r"\bunlikely\b"),
        None,
        _words(
            r"\b(?:(?:almost|nearly|virtually)\s+certainly|(?:most|very|quite)\s+(?:likely|probably)|in\s+all\s+(?:likelihood|probability))\s+"
            r"(?:won't|will\s+not|can't|cannot|do(?:es)?\s*(?:not|n't))\s+"
        ),
        "are very unlikely to ",
    ),
    (
        _words(r"\bunlikely\b"),
        None,
        _words(r"\b(?:won't|will)\s+(?:(?:almost|nearly)\s+certainly|(?:most|very)\s+(?:likely|probably))\s+(?:not\s+)(?=[a-z])"),
        "are very unlikely to ",
    ),
    # "or else" → "or"
    (_words(r"\bor\b"), _words(r"\belse\b"), _words(r"\bor\s+else\b"), "or"),
    # "at this stage" → "in stage 4 disease", where the cited words speak of that stage
    (
        _words(r"\bin\s+(?P<stage>stage\s+(?:[1-5]|I{1,3}|IV|V))\b"),
        _words(r"\b(?:this|that)\s+stage\b"),
        _words(r"\bat\s+(?:this|that)\s+stage\b(?!\s+of\b)"),
        r"in \g<stage> disease",
    ),
    # "leave X out" → "omit X"
    (
        _words(r"\bomit"),
        _words(r"\bleft\s+out\b|\bleave\s+out\b|\bskip"),
        _words(r"\b(?:left\s+out|dispensed\s+with)\b"),
        "omitted",
    ),
    # "X can stand in" → "X can be an alternative"
    (
        _words(r"\balternative\b"),
        _words(r"\bstand\s+in\b"),
        _words(r"\b(?P<can>can|may|could|might)\s+(?:stand\s+in|step\s+in|take\s+over)\b"),
        r"\g<can> be an alternative",
    ),
)
# "Both classes" beside "treated with As and Bs" → "As and Bs", where the cited words name one such pair and the claim neither.
_BOTH = _words(
    r"\bboth\s+(?:(?:of\s+)?(?:these|those|the)\s+)?(?:two\s+)?(?:drug\s+)?(?:classes|groups|families|kinds|types|drugs|agents|medicines)\b(?!\s+of\b)"
)
_PAIR = _words(r"\b(?:with|to|of|on)\s+(?P<one>[a-z][\w-]{3,}s)\s+and\s+(?P<other>[a-z][\w-]{3,}s)\b")
_PERSON = (
    r"(?:i|you|we|he|she|it|they|one|people|patients|(?:the|a|an|my|your|his|her|our|their|this|that|those)\s+[\w'-]+|[\w'-]+)"
)
_ASKED = re.compile(
    rf"^(?:\W*)(?P<verb>is|are|can|could|may|should|must|do|does|will|has|have)\s+(?P<who>{_PERSON})\s+(?P<rest>[^?.;:]{{3,120}})\?\s*"
    r"yes\b(?:,\s+(?:it|they|he|she|you|we|one|i)\s+(?:does|do|is|are|can|could|may|should|must|will|has|have)\b)?(?P<end>[\s,.;:—-]*)",
    re.IGNORECASE,
)
# "…? Not necessarily: it may be skipped": the denial is said again.
_NOT_NECESSARILY = re.compile(
    r"(?P<asked>\?\s+)not\s+necessarily\s*[:,.;—-]\s*(?=[^?]*\b(?:skip|omit|spare|without|leave|left\s+out|need\s+not|needn't|not|no)\w*)",
    re.IGNORECASE,
)
_AUXILIARY = frozenset(("do", "does"))

# "No massive disease": what is denied of the illness at large.
_NO_SUCH = re.compile(
    r"\bno\s+(?P<what>[a-z]{4,})\s+(?P<of>disease|illness|lesions?|growths?|tumou?rs?|masses|deposits?)\b", re.IGNORECASE
)


def beside_words(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such turns in the cited words' build, and a question that it answers with "yes" as a statement."""
    said = " \n ".join(f"{piece.lead_in} {piece.text}" for piece in evidence)
    text = claim
    for stated, unstated, turn, plain in _TURNS:
        if turn.search(text) and (found := stated.search(said)) and not (unstated and unstated.search(said)):
            text = turn.sub(plain.replace(r"\g<stage>", found["stage"]) if r"\g<stage>" in plain else plain, text)
    text = _none_such(_of_both(text, said), said)
    return _NOT_NECESSARILY.sub(lambda found: found["asked"], _ASKED.sub(_affirmed, text))


def _none_such(claim: str, said: str) -> str:
    """“Few sites and no massive disease” for "few non-massive sites" and for "few sites with nothing massive", as cited."""
    for stated in _NO_SUCH.finditer(said):
        what = re.escape(stated["what"])
        if re.search(rf"\bnon-?{what}\b|\bnothing\s+{what}\b", claim, re.IGNORECASE):
            none = f"no {stated['what']} {stated['of']}"
            claim = re.sub(
                rf"\b(few|limited)(?:,|\s+and|\s+but)?\s+non-?{what}\s+((?:metastatic\s+)?[a-z]+)\b",
                rf"\1 \2 and {none}",
                claim,
                flags=re.IGNORECASE,
            )
            claim = re.sub(rf"\b(?:and|with|but)\s+nothing\s+{what}\b(?!\s+[a-z])", f"and {none}", claim, flags=re.IGNORECASE)
    return claim


def _of_both(claim: str, said: str) -> str:
    """The claim, the two that the cited words name in the place of its "both classes"."""
    if not _BOTH.search(claim):
        return claim
    pairs = {(found["one"].lower(), found["other"].lower()) for found in _PAIR.finditer(said)}
    if len(pairs) != 1:
        return claim
    pair = pairs.pop()
    if any(one in claim.lower() for one in pair):
        return claim
    return _BOTH.sub(" and ".join(pair), claim)


def _affirmed(found: re.Match[str]) -> str:
    """“My husband can go out” for "Can my husband go out? Yes"."""
    verb = found["verb"].lower()
    stated = f"{found['who']} {found['rest']}" if verb in _AUXILIARY else f"{found['who']} {verb} {found['rest']}"
    going_on = found["end"].strip()
    return f"{stated}{', ' if going_on in {'', ','} else f'{going_on} '}"
