"""Turns of a claim with a word that says more than the cited words' own: "stop" for a pause, "shown" for what is suggested. Pure.

Entries of the table of ``unlike_turns``, for small letters.
"""

from __future__ import annotations

import re

from assistant.answers import ReasonCode
from assistant.verify.unlike_turns import Unlike

_NOT = re.compile(r"\b(?:not|no|never|nor|neither|nobody|without|cannot|rather|instead|avoid\w*|except|unless)\b|n't\b")
_STOPS = r"stop(?:s|ped|ping)?|discontinu\w+|withdr[ae]w\w*|ceas\w+|terminat\w+"
_FOR_A_WHILE = (
    r"until|till|temporar\w*|while|whilst|paus\w+|restart\w*|resum\w*|again|hold|held|interrupt\w*|suspend\w*|brief\w*|short"
)
_SO_LONG = (
    r"\bfor\s+(?:(?:an?|the|some|\d+|one|two|three|several|few|short)\s+){1,3}"
    r"(?:while|time|days?|weeks?|months?|hours?|bit|break)\b"
)
_SURE = r"show(?:s|n|ed|ing)?|prov(?:e|es|ed|en|ing)|demonstrat\w+|establish\w+|confirm\w*"
_STUDIES = (
    r"(?:stud(?:y|ies)|trials?|data|evidence|results?|research|analys[ei]s|observations?|findings|reports?|experience"
    r"|models?|surveys?|cohorts?|registr\w+)"
)
_SAID_BY = r"(?:we|guidelines?|guidance|panel|group|authors?|experts?|committee|society|college)"
_DOSE = r"\bdos(?:e|es|age|ing)\b"
_TESTED = r"(?:tests?|results?|cultures?|smears?|swabs?|biops(?:y|ies)|screens?|screening)"
_ITS_WORTH = r"(?:good|fine|favou?rable|bad|poor)"
# What goes the other way is so once the limit is there: "give until X" is "stop when X".
_TURNED = (
    r"until|till|up\s+to|as\s+long\s+as|stop\w*|end|ends|ended|restart\w*|resum\w*|again|can|may|only|before|wait\w*|finish\w*|chang\w*|switch\w*"
    r"|move\w*|next|new|other|another|then|complet\w*|withdr[ae]w\w*|discontinu\w*|enough|even"
)

# What grows isn't better for it, unless it is good to have.
_GOOD_TO_HAVE = (
    r"improv\w*|better\w*|benefi\w*|surviv\w*|li[fv]\w+|respon\w*|function\w*|control\w*|quality|chances?|likel\w*|odds|effective\w*|efficacy"
    r"|pfs|os|remission|cure\w*|fitness|uptake|adherence|strength|density|sleep|mobility|capacity|accuracy|safety|success\w*"
)

WORDS = (
    Unlike(
        code=ReasonCode.DIRECTION,
        claim=re.compile(r"\bimprov\w*\b"),
        but=_NOT,
        cited=re.compile(r"\b(?:increas\w*|rais(?:e|es|ed|ing)|rise|rises|rose)\b"),
        unless=re.compile(rf"\b(?:{_GOOD_TO_HAVE})\b"),
        above=True,
    ),
    Unlike(
        code=ReasonCode.DIRECTION,
        claim=re.compile(rf"\b(?:{_STOPS})\b"),
        but=re.compile(rf"\b(?:{_FOR_A_WHILE})\b|{_NOT.pattern}|{_SO_LONG}"),
        cited=re.compile(
            r"\b(?:interrupt(?:s|ed|ing)?|paus(?:e|es|ed|ing)|suspend(?:s|ed|ing)?|(?:put|place|placed|kept|keep)\s+on\s+hold)\b"
        ),
        unless=re.compile(rf"\b(?:{_STOPS}|end(?:s|ed|ing)?|permanent\w*)\b"),
    ),
    Unlike(
        code=ReasonCode.STRENGTH,
        claim=re.compile(rf"\b(?:{_SURE}|found\s+(?:that|to))\b"),
        but=re.compile(
            rf"{_NOT.pattern}|\b(?:may|might|whether|suggest\w*|hint\w*|signals?|appear\w*|seem\w*|possib\w+|likely|perhaps|if|until)\b"
        ),
        cited=re.compile(
            rf"\b{_STUDIES}\b[^.;:]{{0,60}}\b(?:suggest|hint)(?:s|ed|ing)?\b|\bsuggest(?:s|ed|ing)?\s+that\b|\b(?:appears?|seems?)\s+to\b"
            r"|\b(?:thought|believed|assumed|presumed)\s+to\b"
        ),
        unless=re.compile(rf"\b(?:{_SURE}|found|find)\b"),
    ),
    Unlike(
        code=ReasonCode.STRENGTH,
        claim=re.compile(r"\b(?:recommend\w*|strongly)\b"),
        but=_NOT,
        cited=re.compile(
            rf"\b{_SAID_BY}\s+(?:[\w-]+\s+)?suggest(?:s|ed)?\b|\b(?:is|are|was|were)\s+suggested\b|^suggest\b"
            rf"|\b{_STUDIES}\s+(?:[\w-]+\s+){{0,2}}supports?\b"
        ),
        unless=re.compile(
            r"\b(?:recommend\w*|must|should|mandatory|requir\w+|essential|obligatory|standard|advis\w+|indicated|need\w*|ought|prefer\w*)\b"
        ),
        above=True,
    ),
    Unlike(
        code=ReasonCode.DIRECTION,
        claim=re.compile(r"\b(?:if|when|whenever|where)\b"),
        but=re.compile(rf"{_NOT.pattern}|\b(?:{_TURNED})\b"),
        cited=re.compile(r"\b(?:until|till)\b"),
        unless=re.compile(r"\b(?:if|when|whenever|where|once|in\s+case|after|provided|while|whose|who|with)\b"),
        above=True,
    ),
    Unlike(
        code=ReasonCode.DIRECTION,
        claim=re.compile(
            rf"\b(?:reduc|lower|decreas|halv|increas|rais|doubl)\w*\s+(?:[\w'-]+\s+){{0,3}}?{_DOSE}|\bdose\s+(?:reduction|increase)s?\b"
            r"|\bdos(?:e|es|age)\s+(?:\w+\s+){0,2}?(?:reduced|lowered|decreased|halved|increased|raised|doubled)\b"
        ),
        but=_NOT,
        cited=re.compile(
            rf"\b(?:adjust|modif|chang|adapt|alter)\w*\s+(?:[\w'-]+\s+){{0,3}}?{_DOSE}|\bdose\s+(?:adjust|modif|chang|alter|adapt)\w*"
            r"|\bdos(?:e|es|age)\s+(?:\w+\s+){0,2}?(?:adjusted|modified|changed|adapted|altered)\b"
        ),
        unless=re.compile(r"\b(?:reduc|lower|decreas|halv|less|smaller|increas|rais|doubl|higher|titrat|down|\d)\w*"),
        above=True,
    ),
    Unlike(
        code=ReasonCode.DIRECTION,
        claim=re.compile(
            rf"\b{_ITS_WORTH}\s+(?:[\w-]+\s+){{0,2}}?{_TESTED}\b|\b{_TESTED}\s+(?:(?:is|was|are|were|be|may|comes?|came|back)\s+)+{_ITS_WORTH}\b"
        ),
        but=_NOT,
        cited=re.compile(r"\b(?:positive|negative)\b"),
        unless=re.compile(rf"\b{_ITS_WORTH}\b"),
    ),
)
"""What says more than the cited words, with the words of each."""
