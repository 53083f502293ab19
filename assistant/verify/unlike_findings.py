"""Turns of a claim on findings and evidence beside which the cited words have their opposites: "clear" for "abnormal". Pure.

Entries of the table of ``unlike_turns``, for small letters.
"""

from __future__ import annotations

import re

from assistant.answers import ReasonCode
from assistant.verify.unlike_turns import Unlike

_SOUND = r"(?:clear|fine|normal|innocent|harmless|unremarkable|benign|unaffected|healthy|all\s+right|okay)\b"
_UNSOUND = re.compile(r"\b(?:abnormal\w*|suspicious|pathological|worrying|malignant|diseased|alarming)\b")
_IS_SOUND = re.compile(
    r"\b(?:was|were|is|are|look\w*|seem\w*|appear\w*|came\s+back|turned\s+out)\s+(?:(?:\w+ly|first|quite)\s+)?" + _SOUND
)
_WEAKLY = re.compile(
    r"\b(?:tentativ\w*|cautious\w*|weak(?:ly)?|faint\w*|lukewarm|half-?hearted\w*|modest(?:ly)?|mild(?:ly)?|slight(?:ly)?|slender|slim"
    r"|thin|guarded(?:ly)?|qualified|loose(?:ly)?)\s+(?:[\w-]+\s+)?"
    r"(?:indicat\w+|recommend\w+|advi[sc]\w+|support\w*|favou?r\w*|suggest\w*|endors\w+|preferen\w+|cases?\s+for|arguments?\s+(?:for|to)"
    r"|grounds\s+(?:for|to)|reasons?\s+(?:for|to))"
)
_STRONGLY = re.compile(r"\b(?:strong(?:ly)?|firm(?:ly)?|clear(?:ly)?|emphatic\w*)\b")
# What is good to do needn't be done, what is mandatory must.
_MERELY_GOOD = re.compile(
    r"\b(?:good\s+practice|(?:a\s+)?good\s+idea|sensible|wise|prudent|worthwhile|worth\s+\w+ing|reasonable|advisable|optional|nice\s+to)\b"
)
_BINDING = re.compile(
    r"\b(?:mandatory|obligatory|compulsory|imperative|must|(?:is|are)\s+(?:always\s+)?(?:required|essential))\b"
)
# Of which there is too little, and of which too much.
_TOO_LITTLE = (
    r"\b(?:shortages?|scarcity|dearth|paucity|defici(?:t|ts|ency|encies)"
    r"|underproduc\w*|under-?express\w*|undersuppl\w*|too\s+(?:little|few)|not\s+enough)\b"
)
_TOO_MUCH = (
    r"\b(?:excess(?:es|ive(?:ly)?)?|surplus\w*|surfeit|glut|overproduc\w*"
    r"|over-?express\w*|oversuppl\w*|overabundan\w*|too\s+(?:much|many))\b"
)
_LACKING = re.compile(
    rf"{_TOO_LITTLE}|\b(?:deficient|lack\w*|absen\w+|without|missing|low\w*|reduced|insufficien\w+|inadequa\w+|less|few\w*|scarce|depleted|loss|lost|no|not"
    r"|short)\b|n't\b"
)
_ABOUNDING = re.compile(
    rf"{_TOO_MUCH}|\b(?:high\w*|raised|elevated|increased?|over\w*|more|exceed\w*|above|abundan\w+|amplif\w+|extra|plent\w+|large|great\w*)\b"
)
_SURE = r"(?:shown|proven|proved|established|demonstrated|confirmed)"
_SETTLED = re.compile(
    rf"\b(?:(?:clearly|firmly|well|been|is|are|was|were)\s+)+{_SURE}\b|\b(?:data|evidence|trials?|stud(?:y|ies))\s+(?:show|shows|prove|proves|showed|proved)\b"
    r"|\b(?:is|are)\s+(?:certain|undisputed|beyond\s+(?:any\s+)?doubt|not\s+in\s+doubt)\b"
    r"|\b(?:evidence|data)\s+(?:\w+\s+){0,3}(?:is|are)\s+(?:solid|strong|clear|firm|good|convincing)\b"
)
_UNSETTLED = re.compile(
    r"\b(?:conflict(?:s|ing|ed)?|mixed|inconsistent|contradict\w*|contradictory|inconclusive|equivocal|disputed|controversial)\b"
)
_OPEN = re.compile(rf"{_UNSETTLED.pattern}|\b(?:not|never|no|unclear|unknown|uncertain|whether|disagree\w*|doubt\w*)\b|n't\b")
_SOMETHING_SURE = re.compile(rf"\b{_SURE}\b")
_OTHERS = r"(?:lines?|options?|treatments?|therap(?:y|ies)|drugs?|medicines?|choices?|measures?)"
_BEFORE_OTHERS = re.compile(
    rf"\bbefore\s+(?:(?:all|any|the|other|every|earlier)\s+){{0,3}}{_OTHERS}\s+(?:of\s+\w+\s+)?(?:has|have|are|is|were|had)\s+"
    r"(?:been\s+)?(?:\w+ly\s+)?(?:used\s+up|exhausted|tried|spent|given)\b"
    rf"|\bahead\s+of\s+(?:all\s+|any\s+|the\s+){{0,2}}other\s+(?:remaining\s+|possible\s+|available\s+)?{_OTHERS}\b"
)
_LATE = re.compile(r"\b(?:later|last|further)[\s-]+lines?\b|\bpre-?treated\b|\blast\s+resort\b|\breserv(?:e|ed)\b")
# "Once a first-line drug has been used", of what is given as first line.
_AFTER_FIRST = re.compile(
    r"\b(?:once|when|after)\s+(?:[\w-]+\s+){0,3}?(?:first|front)[\s-]*line\s+(?:[\w-]+\s+){0,4}?"
    r"(?:has|have|had|is|are|was|were)\s+(?:been\s+)?(?:used|tried|given|finished|completed|over|failed|exhausted|stopped)\b"
)
_FIRST = re.compile(r"\b(?:first|front)[\s-]*line\b")
_LATER = re.compile(
    r"\b(?:second|third|later|subsequent\w*|further|next|after|following|once|when|then|progress\w*|relaps\w*|recur\w*|fail\w*|resist\w*"
    r"|refractory|beyond|pre-?treated|previous\w*|prior)\b"
)
# "In general", of what is so of some.
_IN_GENERAL = re.compile(
    r"\b(?:in\s+general(?!\s+(?:practi|an[ae]|surg|ward|hospital|medic))|as\s+a\s+whole|across\s+the\s+board)\b"
)
_SOME = re.compile(r"\b(?:some|certain|selected)\b")
_GENERAL = re.compile(r"\b(?:general\w*|whole|all|every|usual\w*|most\w*|any|overall)\b")
_NOT = re.compile(r"\b(?:not|never|no|rather\s+than|instead\s+of)\b|n't\b")

FINDINGS = (
    Unlike(
        code=ReasonCode.DIRECTION,
        claim=_IS_SOUND,
        before=_NOT,
        cited=_UNSOUND,
        unless=re.compile(rf"\b{_SOUND}"),
    ),
    Unlike(
        code=ReasonCode.STRENGTH,
        claim=_WEAKLY,
        before=_NOT,
        cited=_STRONGLY,
        unless=_WEAKLY,
    ),
    Unlike(
        code=ReasonCode.STRENGTH,
        claim=_MERELY_GOOD,
        but=_BINDING,
        before=_NOT,
        cited=_BINDING,
        unless=_MERELY_GOOD,
    ),
    Unlike(
        code=ReasonCode.DIRECTION,
        claim=re.compile(_TOO_LITTLE),
        before=_NOT,
        cited=re.compile(_TOO_MUCH),
        unless=_LACKING,
    ),
    Unlike(
        code=ReasonCode.DIRECTION,
        claim=re.compile(_TOO_MUCH),
        before=_NOT,
        cited=re.compile(_TOO_LITTLE),
        unless=_ABOUNDING,
    ),
    Unlike(
        code=ReasonCode.STRENGTH,
        claim=_SETTLED,
        but=_OPEN,
        cited=_UNSETTLED,
        unless=_SOMETHING_SURE,
    ),
    Unlike(
        code=ReasonCode.DIRECTION,
        detail="the cited words put this late, the claim says “{claim}”",
        claim=_BEFORE_OTHERS,
        before=_NOT,
        cited=_LATE,
    ),
    Unlike(
        code=ReasonCode.DIRECTION,
        claim=_AFTER_FIRST,
        before=_NOT,
        cited=_FIRST,
        unless=_LATER,
    ),
    Unlike(
        code=ReasonCode.POPULATION,
        claim=_IN_GENERAL,
        but=_SOME,
        before=_NOT,
        cited=_SOME,
        unless=_GENERAL,
    ),
)
