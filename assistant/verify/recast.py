"""Turns of phrase of a claim, some plain only beside certain cited words: "the reason for A is that B" for "A because B". Pure.

As in ``plainly``, each says in another build what a plain sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Evidence
from assistant.verify.turning import turning

_UNKNOWN = r"known|certain|clear|defined|established|settled|determined"
_BODY = r"(?:joint|muscle|bone|hand|feet|finger|toe|arm|leg|back|chest|neck|shoulder|jaw|hip|knee|eye)"
_MATCH = r"match(?:es)?|the\s+same\s+as|agree\s+with|correspond\s+to|equal|identical\s+to|in\s+line\s+with"
_TURNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # "The reason for A is that B", "the reason to do A is that B" → "A, because B"
    (
        re.compile(
            r"^the\s+(?:\w+\s+)?(?:reason|rationale|grounds?|explanation)\s+(?:for|to|behind|why)\s+(?P<what>[^.;:]{3,120}?)\s+(?:is|being)\s+that\s+",
            re.IGNORECASE,
        ),
        r"\g<what>, because ",
    ),
    # "Neither A nor B is known" → "A and B are unknown"
    (
        re.compile(
            rf"\bneither\s+(?P<one>[^,;:.]{{3,80}}?)\s+nor\s+(?P<two>[^,;:.]{{3,80}}?)\s+(?:is|are|has\s+been|have\s+been)\s+(?:yet\s+)?(?:{_UNKNOWN})\b",
            re.IGNORECASE,
        ),
        r"\g<one> and \g<two> are unknown",
    ),
    # "…, save where X" → "…, unless X"
    (re.compile(r",?\s+(?:save|barring\s+cases)\s+(?:where|when|if|that)\s+", re.IGNORECASE), ", unless "),
    (re.compile(r",\s+save\s+(?=(?:in|for|with|during|after)\s)", re.IGNORECASE), ", except "),
    # "may no longer match that of X" → "may have changed from that of X"
    (
        re.compile(rf"\b(may|might|can|could)\s+(?:no\s+longer|not)\s+(?:be\s+)?(?:{_MATCH})\s+", re.IGNORECASE),
        r"\1 have changed from ",
    ),
    # "should not prompt a change" → "should not trigger a change"; a "prompt change" is a quick one
    (
        re.compile(r"\b(should|must|may|might|can|could|to|not|will)\s+prompt\s+(?=(?:an?|the|any)\b)", re.IGNORECASE),
        r"\1 trigger ",
    ),
    # "once X is under way" → "during X"
    (
        re.compile(
            r"\b(?:once|while|as\s+long\s+as)\s+(?P<what>(?:[\w/-]+\s+){1,5}?)(?:is|are)\s+(?:running|under\s*way|on\s+board|ongoing|in\s+progress|being\s+given)\b",
            re.IGNORECASE,
        ),
        r"during \g<what>",
    ),
    # "with X in mind" → "for X"
    (re.compile(r",?\s+with\s+(?P<what>(?:[\w'-]+\s+){1,5}?)in\s+mind\b", re.IGNORECASE), r" for \g<what>"),
    # "starts with 4 mg and goes on with 2 mg" → "starts with 4 mg, then 2 mg"
    (
        re.compile(
            r",?\s+(?:and|then|and\s+then)\s+(?:goes\s+on|go\s+on|continues?|carries\s+on|carry\s+on)\s+(?:with|at)\s+(?=\d)",
            re.IGNORECASE,
        ),
        ", then ",
    ),
    # "how long and how well you live" → "length of life and quality of life"
    (
        re.compile(
            r"\bhow\s+long\s+(?:(?:you|people|they|he|she|patients|someone)\s+lives?\s+)?and\s+(?=how\s+well\b)", re.IGNORECASE
        ),
        "length of life and ",
    ),
    (re.compile(r"\bhow\s+well\s+(?:you|people|they|he|she|patients|someone)\s+lives?\b", re.IGNORECASE), "quality of life"),
    # "A and B are for those who have not had either class" → "… who have not had A or B"
    (
        re.compile(
            r"^(?P<one>[\w/-]+)\s+(?P<joint>and|or)\s+(?P<two>[\w/-]+)(?P<between>\s+(?:is|are|may|might|can|should|must)\b[^.;:]*?\bnot\b[^.;:]*?\s)"
            r"either\s+(?:class|drug|agent|medicine|of\s+(?:them|these|the\s+two))\b",
            re.IGNORECASE,
        ),
        r"\g<one> \g<joint> \g<two>\g<between>\g<one> or \g<two>",
    ),
    # "the disease grows so fast that X is needed" → "rapidly progressive disease requires X"
    (
        re.compile(
            r"\b(?:the\s+|your\s+|her\s+|his\s+)?(?P<ill>disease|cancer|tumou?r|illness)\s+(?:is\s+)?(?:grow|mov|progress|spread|advanc)(?:s|es|ing)\s+so\s+"
            r"(?:fast|quickly|rapidly)\s+that\s+(?P<what>(?:[\w-]+\s+){1,5}?)(?:is|are)\s+(?:needed|required|called\s+for|necessary)\b",
            re.IGNORECASE,
        ),
        r"rapidly progressive \g<ill> requires \g<what>",
    ),
    # "lose their effect" → "stop working"
    (
        re.compile(r"\blos(e|es|ing)\s+(?:its|their)\s+(?:effect|effectiveness|efficacy|power|grip)\b", re.IGNORECASE),
        r"stop working",
    ),
    # "for as long as X is given", "while X is given" → "during X"
    (
        re.compile(
            r"\b(?:while|whilst|(?:for\s+)?as\s+long\s+as)\s+(?:it|they)\s+(?:is|are)\s+(?:being\s+)?(?:given|taken|used|administered)\b",
            re.IGNORECASE,
        ),
        "during treatment",
    ),
    (
        re.compile(
            r"\b(?:while|whilst|(?:for\s+)?as\s+long\s+as)\s+(?P<what>(?:[\w/-]+\s+){1,4}?)(?:is|are)\s+(?:being\s+)?"
            r"(?:given|taken|used|administered)\b",
            re.IGNORECASE,
        ),
        r"during \g<what>",
    ),
    # "whatever X was found" → "the X that was found"
    (re.compile(r"\bwhatever\s+(?P<what>[\w-]+)\s+(?=(?:was|were|is|are|has|had|have)\b)", re.IGNORECASE), r"the \g<what> that "),
    # "while leaving X out of account", "while ignoring X" → "without considering X"
    (
        re.compile(
            r"\b(?:(?:while|whilst|and|by)\s+)?leaving\s+(?P<what>[^.;:]{3,90}?)\s+out\s+of\s+(?:account|consideration|the\s+picture|the\s+reckoning)\b",
            re.IGNORECASE,
        ),
        r"without considering \g<what>",
    ),
    (
        re.compile(r"\b(?:while|whilst)\s+(?:ignoring|disregarding|neglecting|overlooking)\b", re.IGNORECASE),
        "without considering",
    ),
    # "should not be all that X is based on" → "should not be the only basis of X"
    (
        re.compile(
            r"\bbe\s+all\s+(?:that\s+)?(?P<what>(?:[\w-]+\s+){1,4}?)(?:is|are)\s+(?:based|founded|built)\s+(?:up)?on\b",
            re.IGNORECASE,
        ),
        r"be the only basis of \g<what>",
    ),
    # "pain in the joints and muscles" → "joint pain and muscle pain"
    (
        re.compile(
            rf"\b(?P<what>pain|stiffness|swelling|weakness)\s+in\s+(?:the\s+|your\s+|her\s+|his\s+)?(?P<one>{_BODY})s?\s+and\s+(?:the\s+)?(?P<two>{_BODY})s?\b",
            re.IGNORECASE,
        ),
        r"\g<one> \g<what> and \g<two> \g<what>",
    ),
    # "aching joints and muscles" → "aching joints and aching muscles"
    (
        re.compile(
            rf"\b(?P<what>aching|painful|sore|stiff|swollen|weak|numb)\s+(?P<one>{_BODY}s?)\s+(?:and|or)\s+(?P<two>{_BODY}s?)\b",
            re.IGNORECASE,
        ),
        r"\g<what> \g<one> and \g<what> \g<two>",
    ),
    # "A comes second to B", "A ranks below B" → "A is less preferred than B"
    (
        re.compile(
            r"\b(?:(?:comes?|is|are|ranks?|takes?|stands?)\s+(?:in\s+)?(?:second(?:\s+place)?|a\s+back\s+seat)\s+to"
            r"|(?:(?:is|are)\s+)?(?:ranks?|ranked)\s+(?:behind|below|after|lower\s+than))\s+(?!none\b)",
            re.IGNORECASE,
        ),
        "is less preferred than ",
    ),
    # "A ranks above B", "A takes precedence over B" → "A is preferred over B"
    (
        re.compile(
            r"\b(?:(?:is\s+|are\s+)?(?:ranks?|ranked)\s+(?:ahead\s+of|above|before|higher\s+than|over)|(?:takes?|has|have)\s+(?:precedence|priority)\s+over)\s+",
            re.IGNORECASE,
        ),
        "is preferred over ",
    ),
    # "only limited spread", "only about one in five" → "limited spread", "about one in five": it weighs, and leaves nobody out
    (
        re.compile(
            r"\bonly\s+(?=(?:limited|(?:a\s+)?few|mild(?:ly)?|slight(?:ly)?|minor|rarely|partly|partially|briefly)\b"
            r"|(?:(?:about|around|roughly|some|approximately)\s+)?(?:\d+(?:\.\d+)?\s?%|(?:one|\d+)\s+in\s+(?:\w+|\d+)\b))",
            re.IGNORECASE,
        ),
        "",
    ),
    # "A first and B later" → "A first, and then B"
    (
        re.compile(
            r"\bfirst,?\s+(?:and|with)\s+(?P<what>[^.;:,]{3,90}?)\s+(?:only\s+)?(?:later(?:\s+on)?|at\s+the\s+end)(?=\s*[.;]?\s*$)",
            re.IGNORECASE,
        ),
        r"first, and then \g<what>",
    ),
    # "then X takes over" → "followed by X"
    (
        re.compile(
            r",?\s+(?:and\s+)?then\s+(?P<what>(?:[\w/-]+\s+){1,5}?)(?:takes?|will\s+take)\s+(?:over|its\s+place)\b", re.IGNORECASE
        ),
        r", followed by a switch to \g<what>",
    ),
)
_turned = turning(_TURNS)
# "If there is no X", "in the absence of X" → "without X", where the cited words say so.
_WITHOUT = re.compile(r"\bwithout\b", re.IGNORECASE)
_ABSENT = re.compile(r"\babsen(?:t|ce)\b", re.IGNORECASE)
_NONE_THERE = re.compile(
    r"\b(?:in\s+the\s+absence\s+of|(?:if|when|where|as\s+long\s+as|provided(?:\s+that)?)\s+there\s+(?:is|are)\s+no)\s+(?=[a-z])",
    re.IGNORECASE,
)
# "Against this kind of illness" → "against such an illness", unless the cited words say "this kind" themselves.
_KIND = re.compile(
    r"\b(?:this|that|the\s+same)\s+(?:kind|type|sort|form)\s+of\s+(?P<what>cancer|disease|illness|tumou?r|condition|infection)\b",
    re.IGNORECASE,
)
# "Works against X" → "helps against X", where the cited words say so.
_HELPS = re.compile(r"\bhelps?\s+(?:against|with)\b", re.IGNORECASE)
_WORKS = re.compile(r"\bwork(s?)\s+(?=against\b)", re.IGNORECASE)
# "Calls for X" → "needs X", where the cited words say so.
_NEEDS = re.compile(r"\bneeds?\s+(?!to\b)", re.IGNORECASE)
_CALLS = re.compile(r"\bcall(s?)\s+for\b", re.IGNORECASE)
# "Isn't known", "no ideal X has been set" → "is unknown", where the cited words leave it open by such a word.
_OPEN = re.compile(rf"\bun(?:{_UNKNOWN})\b", re.IGNORECASE)
_NOT_KNOWN = re.compile(rf"\b(is|are)(?:n['’]t|\s+not)\s+(?:yet\s+|really\s+|exactly\s+)?(?:{_UNKNOWN})\b", re.IGNORECASE)
_NONE_SET = re.compile(
    r"\bno\s+(?P<what>(?:optimal|ideal|best|fixed|agreed)\s+[^,;:.]{3,60}?)\s+(?:is|are|has\s+been|have\s+been|can\s+be)\s+(?:yet\s+)?"
    rf"(?:set|stated|agreed|given|named|laid\s+down|{_UNKNOWN})\b",
    re.IGNORECASE,
)
# "Holds it back" → "slows it", where the cited words speak of slowing or inhibiting.
_SLOWS = re.compile(r"\b(?:slow(?:s|ed|ing)?|inhibit\w*)\b", re.IGNORECASE)
_HOLDS_BACK = re.compile(
    r"\bhold(?P<s>s?)\s+(?P<what>it|them|(?:the\s+)?(?:cancer|disease|tumou?rs?|illness|growth))\s+back\b", re.IGNORECASE
)
# "In many cases" → "often", where the cited words say that.
_OFTEN = re.compile(r"\b(?:often|commonly|frequently)\b", re.IGNORECASE)
_MANY_CASES = re.compile(r"\bin\s+many\s+(?:cases|instances)\b", re.IGNORECASE)
# "Keeps the disease from progressing for longer" → "has a longer time to progression", as the cited words name that time.
_ENDPOINT = re.compile(r"\b(?:time\s+to\s+(?:disease\s+|tumou?r\s+)?progression|progression-free\s+survival)\b", re.IGNORECASE)
_KEPT_FROM = re.compile(
    r"\b(?:keeps?|kept|holds?|held)\s+(?P<what>(?:[\w-]+\s+){0,2}?(?:disease|cancer|tumou?rs?|illness))\s+from\s+(?:progressing|growing|getting\s+worse)\s+"
    r"(?:for\s+)?(?P<much>(?:significantly\s+|much\s+)?longer)\b",
    re.IGNORECASE,
)
# "Depends on any change in A or B" → "in A and B": it depends on either.
_ANY_CHANGE = re.compile(
    r"\b(?P<any>any\s+(?:shift|change|switch|alteration)s?\s+in\s+(?:the\s+)?[\w-]+)\s+or\s+(?=[\w-]+)", re.IGNORECASE
)
_WHETHER = re.compile(r"\bdepend\w*\b[^.]*\bwhether\b", re.IGNORECASE)


def recast(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such turns in plain words."""
    text = _turned(claim)
    said = [piece.text for piece in evidence]
    if any(map(_OPEN.search, said)):
        text = _NONE_SET.sub(r"the \g<what> is unknown", _NOT_KNOWN.sub(r"\1 unknown", text))
    if any(map(_OFTEN.search, said)):
        text = _MANY_CASES.sub("often", text)
    if any(map(_WHETHER.search, said)):
        text = _ANY_CHANGE.sub(r"\g<any> and ", text)
    if endpoint := next(filter(None, map(_ENDPOINT.search, said)), None):
        text = _KEPT_FROM.sub(rf"had a \g<much> {endpoint[0]} of \g<what>", text)
    if _HOLDS_BACK.search(text) and any(map(_SLOWS.search, said)):
        text = _HOLDS_BACK.sub(r"slow\g<s> \g<what>", text)
    if _NONE_THERE.search(text) and any(map(_WITHOUT.search, said)) and not any(map(_ABSENT.search, said)):
        text = _NONE_THERE.sub("without ", text)
    if _KIND.search(text) and not any(map(_KIND.search, said)):
        text = _KIND.sub(r"such a \g<what>", text)
    if _WORKS.search(text) and any(map(_HELPS.search, said)):
        text = _WORKS.sub(r"help\1 ", text)
    if _CALLS.search(text) and any(map(_NEEDS.search, said)):
        text = _CALLS.sub(r"need\1", text)
    return text
