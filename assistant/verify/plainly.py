"""Turns of phrase of a claim → the plain words that the checks know: "you cannot skip X" is "X is mandatory". Pure.

Each says in another build what a plain sentence says; where both hold the same words, nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Evidence
from assistant.question.kin import kin
from assistant.verify.turning import turning

_START = r"(?:^|(?<=[.;:,]\s)|(?<=\band\s)|(?<=\bbut\s))"
_WORDS = r"(?:(?!(?:and|or|but|that|which|who|to|from)\b)[\w'/-]+\s+)"
_WHO = r"(?:you|we|one|they|i|patients?|people|women|men|doctors?|clinicians?)"
_NO_WHO = r"(?:nobody|no\s+one|no\s+patient)"
_KIN = "|".join(sorted(kin().personal | kin().titles, reverse=True))
_LEAVE_OUT = (
    r"(?:skip(?:ped|ping)?|omit(?:ted|ting)?|forgo(?:ne)?|do(?:ne)?\s+without|go\s+without|dispensed?\s+with|leave\s+out|left\s+out|miss(?:ed)?"
    r"|(?:get|got|getting)\s+a?round|bypass(?:ed)?|waived?)"
)
_CANNOT = (
    r"(?:cannot|can\s+not|can't|must\s+not|mustn't|should\s+not|shouldn't|may\s+not)\s+(?:just\s+|simply\s+|ever\s+|safely\s+)?"
)
_NOT_BE = r"(?:cannot|can't|must\s+not|mustn't|may\s+not)\s+be\s+"
_BEGUN = r"started|begun|given|initiated|offered|used|prescribed"
_HOW_LONG = r"(?:continue[d]?|go(?:es)?\s+on|keep\s+going|carry\s+on|last|run|be\s+(?:given|continued|kept\s+up|taken))"

_TURNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # "hold an effective treatment back" → "hold back an effective treatment"
    (
        re.compile(
            rf"\b(h(?:old(?:s|ing)?|eld)|keep(?:s|ing)?|kept|push(?:es|ed|ing)?|put(?:s|ting)?|set(?:s|ting)?)\s+"
            rf"({_WORDS}{{1,5}}?)(back|off)\b(?!\s+(?:on|to|of)\b)",
            re.IGNORECASE,
        ),
        r"\1 \3 \2",
    ),
    # "keep dialysis from a patient" → "withhold dialysis from a patient"
    (
        re.compile(
            rf"\bkeep(s|ing)?\s+({_WORDS}{{1,4}}?)from\s+(?=(?:an?|the|any|some|every|old|elderly)\s+\w+|anyone|someone|somebody|people|patients"
            r"|women|men|him|her|them|you|me\b)(?!\s*\w+ing\b)",
            re.IGNORECASE,
        ),
        r"withhold\1 \2from ",
    ),
    # "since Mum is on X, Y" → "if Mum is on X, Y": what holds of a person is the case, not the cause
    (
        re.compile(
            r"^(?:since|because|as|given\s+that|now\s+that|seeing\s+that)\s+(?=(?:i|i'm|i've|you|you're|you've|she|she's|he|he's|my|your|our|her|his"
            rf"|(?:the|this|our)\s+patient(?:'s)?|(?:{_KIN})(?:'s)?)\b[^.;:]*,\s)",
            re.IGNORECASE,
        ),
        "if ",
    ),
    # "keep X going", "carry X on" → "continue X"
    (
        re.compile(rf"\b(?:keep|keeps|keeping|kept)\s+({_WORDS}{{1,5}}?)going\b", re.IGNORECASE),
        r"continue \1",
    ),
    (re.compile(rf"\b(?:carry|carries|carrying)\s+({_WORDS}{{1,5}}?)on\b(?!\s+(?:the|a|an)\b)", re.IGNORECASE), r"continue \1"),
    # "staying on treatment for longer" → "prolonged treatment"
    (
        re.compile(
            r"\b(?:go(?:ing)?\s+on\s+with|stay(?:ing)?\s+on|keep(?:ing)?\s+(?:on\s+with|up)|continu(?:e|ing)(?:\s+with)?)\s+(?:the\s+)?"
            r"((?:[\w'-]+\s+){1,2}?)(?:for\s+)?longer\b(?!\s+than)",
            re.IGNORECASE,
        ),
        r"prolonged \1",
    ),
    # "no X without Y first" → "Y should be performed before X"
    (
        re.compile(
            r"^no\s+((?:[\w'/+-]+\s+){1,4}?)without\s+((?:[\w'/+-]+\s+){0,3}?[\w'/+-]+)(?:\s+(?:first|beforehand))(?P<end>[.]?)$",
            re.IGNORECASE,
        ),
        r"\2 should be performed before \1\g<end>",
    ),
    # "you cannot skip the X", "nobody can do without X" → "X is mandatory"
    (
        re.compile(
            rf"(?:\b{_WHO}\s+{_CANNOT}|\b{_NO_WHO}\s+(?:can|may|should|must)\s+){_LEAVE_OUT}\s+(?:the\s+|an?\s+)?({_WORDS}{{0,4}}?[\w'/-]+)"
            r"(?=\s*[:;,.]|\s+(?:before|during|after|while|when|if|until|in|for|with|at|on)\b|$)",
            re.IGNORECASE,
        ),
        r"\1 is mandatory",
    ),
    # "there is no way around X" → "X is mandatory"
    (
        re.compile(
            r"\bthere\s*(?:is|'s)\s+no\s+(?:way|getting)\s+a?round\s+(?:the\s+|an?\s+)?((?:[\w'/-]+\s+){0,4}?[\w'/-]+)"
            r"(?=\s*[:;,.]|\s+(?:before|during|after|while|when|if|until|in|for|with|at|on)\b|$)",
            re.IGNORECASE,
        ),
        r"\1 is mandatory",
    ),
    # "X cannot be skipped", "X is not optional" → "X is mandatory"
    (
        re.compile(rf"\b(?:cannot|can\s+not|can't|must\s+not|mustn't|may\s+not)\s+be\s+{_LEAVE_OUT}\b", re.IGNORECASE),
        "is mandatory",
    ),
    (re.compile(r"\b(is|are)(?:\s+not|n't)\s+(?:optional|an\s+option\s+but\s+a\s+must)\b", re.IGNORECASE), r"\1 mandatory"),
    # "make it necessary to change X", "make a change necessary" → "require"
    (re.compile(r"\bmak(e|es|ing)\s+it\s+(?:necessary|needful)\s+to\b", re.IGNORECASE), r"requir\1 to"),
    (re.compile(r"\bmak(e|es|ing)\s+((?:[\w'/-]+\s+){1,6}?)necessary\b", re.IGNORECASE), r"requir\1 \2"),
    # "X is, taken alone, no reason" → "X is taken alone no reason"
    (re.compile(r"\b(is|are|was|were),\s+([^,;.:]{3,40}),\s+(?=\w)", re.IGNORECASE), r"\1 \2 "),
    # "no one regimen is" → "no single regimen is"
    (
        re.compile(
            r"\bno\s+one\s+(?=(?!(?:can|could|should|has|have|is|was|will|would|may|might|must|knows?|else|in|of|with|who|ever|yet|really|needs?)\b)[a-z])",
            re.IGNORECASE,
        ),
        "no single ",
    ),
    # "without a test, X must not be started", "X must not be started without a test" → "a test is mandatory before X is started"
    (
        re.compile(
            rf"^without\s+((?:an?\s+|the\s+)?{_WORDS}{{0,4}}?[\w'/-]+),\s+(.{{3,60}}?)\s+{_NOT_BE}({_BEGUN})\b", re.IGNORECASE
        ),
        r"\1 is mandatory before \2 is \3",
    ),
    (
        re.compile(rf"^(.{{3,60}}?)\s+{_NOT_BE}({_BEGUN})\s+without\s+((?:an?\s+|the\s+)?[^,;:.]{{3,60}})", re.IGNORECASE),
        r"\3 is mandatory before \1 is \2",
    ),
    # "A; the exception is X" → "A, unless X"
    (
        re.compile(
            r"\s*[;,.:(-]?\s*\b(?:(?:with\s+)?(?:the|an|one|the\s+only|only)\s+exception(?:\s+to\s+this)?\s*(?:is|are|being|here\s+is|of|:)|the\s+exceptions\s+are"
            r"|with\s+exceptions\s+(?:for|being|made\s+for))\s+",
            re.IGNORECASE,
        ),
        ", unless ",
    ),
    (re.compile(r", unless (?=(?:those|these|patients|people|women|men|anyone|cases)\b)"), ", except for "),
    # "A is passed over for B" → "A is inferior to B"
    (
        re.compile(r"\b(?:is|are)\s+(?:passed\s+over|set\s+aside|left\s+behind)\s+(?:for|in\s+favou?r\s+of)\b", re.IGNORECASE),
        "is inferior to",
    ),
    # "unless X dictates otherwise" → "unless X"
    (
        re.compile(
            r"\b(unless|except\s+(?:when|where|if))\s+([^.;:]+?)\s+(?:dictates?|demands?|requires?|calls?\s+for|suggests?|argues?\s+for|speaks?\s+for)\s+"
            r"(?:otherwise|something\s+else|another\s+(?:course|choice))\b",
            re.IGNORECASE,
        ),
        r"\1 \2",
    ),
    # "continued rather than stopped" → "continued, not stopped"
    (
        re.compile(
            r",?\s+(?:rather\s+than|instead\s+of)\s+(?=(?:be(?:ing)?\s+)?(?:stopp|discontinu|interrupt|delay|postpon|withh|abandon|halt|paus|ceas)\w*)",
            re.IGNORECASE,
        ),
        ", not ",
    ),
    # "as long as he is on X" → "while he is on X"
    (
        re.compile(
            rf"\b(?:as|so)\s+long\s+as\s+({_WORDS}{{1,3}}?(?:is|are|am|stays?|remains?)\s+)(?=(?:still\s+)?(?:on|taking|receiving|getting|having)\b)",
            re.IGNORECASE,
        ),
        r"while \1",
    ),
    # "must not depend on X alone" → "must not rely on X alone": what ought not to is no plain "doesn't depend on"
    (
        re.compile(r"\b((?:should|must|may|can)\s*not|shouldn't|mustn't|can't)\s+(?:depend|hang|hinge)\s+on\b", re.IGNORECASE),
        r"\1 rely on",
    ),
    # "keep someone from a treatment" → "withhold a treatment"
    (
        re.compile(
            r"\bkeep(s|ing)?\s+(?:someone|somebody|anyone|anybody|people|patients|women|men|him|her|them|an?\s+(?:patient|person|woman|man))\s+from\s+"
            r"(?=(?:an?|the|any|his|her|their|effective|such|this|that|these)\s+(?!\w*ing\b)\w)",
            re.IGNORECASE,
        ),
        r"withhold\1 ",
    ),
    # "A, without B, should be C" → "A without B should be C"
    (
        re.compile(
            r"^([^,;:]{3,80}),\s+((?:without|with|in|for|after|during)\s[^,;:]{3,120}),\s+(?=(?:should|must|is|are|may|might|can|has|have|will)\b)",
            re.IGNORECASE,
        ),
        r"\1 \2 ",
    ),
    # "neither document allows X to" → "X must not"
    (
        re.compile(
            r"\b(?:neither|none|no)\s+(?:of\s+the\s+)?(?:(?:two|cited)\s+)?(?:documents?|sources?|guidelines?|passages?)\s+(?:allows?|lets?|permits?)\s+"
            r"((?:(?!to\b)[\w'/-]+\s+){1,5})to\s+",
            re.IGNORECASE,
        ),
        r"\1must not ",
    ),
    # "parts of my body" → "parts of the body"
    (re.compile(r"\b(?:my|your|his|her|their|our|one's)\s+(?=(?:own\s+)?body\b)", re.IGNORECASE), "the "),
)
_turned = turning(_TURNS)
# "Nobody has shown that it makes people live longer" → "… that it prolongs survival", where the cited words deny that.
_SURVIVAL = re.compile(r"\b(?:no|not|without)\b[^.;:]*\bsurvival\b", re.IGNORECASE)
_LIFE = re.compile(r"\b(?:liv|surviv)(?:es?|ed|ing)\s+longer\b|\blonger\s+li(?:fe|ves)\b", re.IGNORECASE)
_LONGER = re.compile(
    r"(?P<shown>\b(?:nobody|no\s+one|no\s+(?:study|studies|trials?|proof|evidence|data))\b[^.;:]*?)\b(?:makes?|lets?|helps?|made|allows?)\s+(?:(?:the|some|many)\s+)?(?:people|patients|them|women|men|her|him)\s+(?:to\s+)?(?:survive|live)\s+longer\b",
    re.IGNORECASE,
)
# "A until X; at that point, B" → "A until X; if X, B", where the cited words say "if".
_AT_THAT_POINT = re.compile(
    r"\b(until|till)\s+(?P<x>[^;.]+?)\s*(?P<mark>[;.]|,?\s+and(?=\s+(?:then|at|after|once|when)\b))\s*(?:at\s+(?:that|this|which)\s+point|then|after\s+that|once\s+(?:that|this)\s+happens"
    r"|when\s+(?:that|this)\s+happens|in\s+that\s+case)\b,?\s+",
    re.IGNORECASE,
)
_OR_UNTIL = re.compile(r"\bor\s+(?:until|till)\s+", re.IGNORECASE)
_IF = re.compile(r"\bif\b", re.IGNORECASE)
# "Unless X, Y" → "Y, unless X": behind its sentence an exception may hold commas of its own.
_UNLESS_FIRST = re.compile(r"^(unless|except\s+(?:when|if|where|in|for))\s+(?P<rest>[^;:]+?)(?P<end>[.]?)$", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|should|must|may|might|can|could|will|comes?|remains?|needs?)\b", re.IGNORECASE
)
# "How long to continue", "how long X should go on" → "the duration of X", where the cited words speak of a duration.
_DURATION = re.compile(r"\bduration\b", re.IGNORECASE)
# "X should be given without delay" → "X should not be delayed", where the cited words speak of a delay.
_WITHOUT_DELAY = re.compile(
    r"\b(should|must)\s+be\s+(?:given|started|begun|initiated|offered|performed|done)\s+without\s+(?:any\s+|undue\s+|further\s+)?delay\b",
    re.IGNORECASE,
)
# "A outside X" → "A, unless X", where the cited words make an exception.
_OUTSIDE = re.compile(r",?\s+outside(?:\s+of)?\s+(?=\w)", re.IGNORECASE)
_LASTING = (
    (
        re.compile(
            r"\b(?:for\s+)?how\s+long\s+to\s+(?:continue|go\s+on|keep\s+going|carry\s+on|treat|give\s+it|keep\s+it\s+up)\b(?:\s+with\b)?",
            re.IGNORECASE,
        ),
        "the duration",
    ),
    (
        re.compile(
            rf"\b(?:for\s+)?how\s+long\s+((?:[\w'/-]+\s+){{1,5}}?)(?:should|ought\s+to|has\s+to|have\s+to|must|is\s+to|are\s+to|needs?\s+to|can|may)\s+(?:ideally\s+|best\s+)?{_HOW_LONG}\b",
            re.IGNORECASE,
        ),
        r"the duration of \1",
    ),
)
# "Absent X, Y", "short of X, Y" → "unless X, Y", or "in the absence of X" where the cited words make no exception.
_ABSENT = re.compile(
    rf"{_START}(?:absent|short\s+of|failing(?!\s+(?:that|this|which|it)\b)|in\s+default\s+of)\s+(?=\w)", re.IGNORECASE
)
_UNLESS = re.compile(r"\b(?:unless|except)\b", re.IGNORECASE)


def plainly(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such turns of phrase in plain words."""
    text = _turned(claim)
    if any(_DURATION.search(piece.text) for piece in evidence):
        for pattern, plain in _LASTING:
            text = pattern.sub(plain, text)
    if _ABSENT.search(text):
        excepted = any(_UNLESS.search(f"{piece.lead_in} {piece.text}") for piece in evidence)
        text = _ABSENT.sub("unless " if excepted else "in the absence of ", text)
    said = [piece.text for piece in evidence]
    if _WITHOUT_DELAY.search(text) and any("delay" in one.lower() for one in said):
        text = _WITHOUT_DELAY.sub(r"\1 not be delayed", text)
    if _OUTSIDE.search(text) and any(map(_UNLESS.search, said)) and not any(map(_OUTSIDE.search, said)):
        text = _OUTSIDE.sub(", unless ", text)
    if _LONGER.search(text) and any(map(_SURVIVAL.search, said)) and not any(map(_LIFE.search, said)):
        text = _LONGER.sub(r"\g<shown>prolongs survival", text)
    if _AT_THAT_POINT.search(text) and any(_IF.search(piece.text) for piece in evidence):
        text = _AT_THAT_POINT.sub(_if_so, text)
    return _exception_last(text)


def _if_so(found: re.Match[str]) -> str:
    """“until X; if X, ” for "until X; at that point" and for "until X, and then"."""
    mark = found["mark"] if found["mark"] in {";", "."} else ";"
    return f"{found[1]} {found['x']}{mark} if {_OR_UNTIL.sub('or ', found['x'])}, "


def _exception_last(text: str) -> str:
    """“Y, unless X” for “Unless X, Y”: Y starts behind the last comma that a verb of its own follows."""
    found = _UNLESS_FIRST.match(text)
    if found is None:
        return text
    parts = found["rest"].split(", ")
    verbs = [place for place in range(1, len(parts)) if _FINITE.search(parts[place])]
    if not verbs:
        return text
    exception, rest = ", ".join(parts[: verbs[-1]]), ", ".join(parts[verbs[-1] :])
    return f"{rest}, {found[1].lower()} {exception}{found['end']}"
