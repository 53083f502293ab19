"""Turns of a claim that put an order, a dose, a degree or a sufficiency into what the cited words say otherwise. Pure.

Entries of the table of ``unlike_turns``, for small letters.
"""

from __future__ import annotations

import re

from assistant.answers import ReasonCode
from assistant.verify.unlike_turns import Unlike

_DENIES = re.compile(r"\b(?:no|not|nor|never|neither|without|cannot|rather|instead|avoid\w*|except|than)\b|n't\b")
# What is given together isn't given once the other is over.
_AFTERWARDS = re.compile(
    r"\b(?:once|after|when)\s+(?:[\w/-]+\s+){1,6}?(?:(?:is|are|has|have|was|were)\s+(?:been\s+)?)?(?:over(?!\s+(?:the|an?|long\w*|time|several|many|\d\S*|\w+\s+(?:days|weeks|months|years|hours|minutes)))|done|finished|completed?|ended|failed|fails|fail)\b"
    r"|\b(?:comes?|goes|given|used|started|offered|added)\s+(?:only\s+)?after\b(?!\s+(?:discuss|consult|talk|weigh))"
    r"|\bfollow(?:s|ed)\s+(?:by\b|the\b|after\b)"
)
_JOINTLY = re.compile(
    r"\b(?:combin\w+|together|along\s+with|alongside|plus|added\s+to|paired\s+with|at\s+the\s+same\s+time|with)\b"
)
_ORDER = re.compile(
    r"\b(?:then|after\w*|before|follow\w*|once|until|subsequent\w*|sequen\w*|next|later|prior|previous\w*|earlier|second\w*|third|switch\w*|maintenance"
    r"|progress\w*|fail\w*|resist\w*|refractory|relaps\w*|recur\w*|complet\w*|pre-?treated|stopp\w+|no\s+longer)\b"
)
# A dose that is changed: words about the dose must be there.
_DOSE_CHANGED = re.compile(
    r"\b(?:higher|lower|reduced|increased|smaller|larger|double|half|full|maximum|minimum)[\s-](?:the\s+)?dos(?:e|es|ing|age)\b"
    r"|\b(?:reduc|lower|increas|rais|doubl|halv|adjust|escalat)\w*\s+(?:of\s+)?(?:the\s+|their\s+|its\s+|your\s+)?dos(?:e|es|ages?)\b"
    r"|\bdose\s+(?:reductions?|increases?|escalations?|adjustments?)\b"
)
_DOSE = re.compile(r"\b(?:dos\w*|mg|mcg|micrograms?|units?|taper\w*|titrat\w*|halv\w*|doubl\w*)\b|\d\s*(?:g|ml)\b")
# Who mustn't rely on A alone may not do so in some case either.
_ENOUGH = re.compile(
    r"\b(?:alone|by\s+(?:itself|themselves)|on\s+(?:its|their)\s+own|solely|only|suffic\w+|(?:is|are)\s+enough)\b"
)
_NOT_ALONE = re.compile(
    r"(?:\b(?:do|does|should|must|can|is|are)\s+not\b|\b(?:don't|shouldn't|never|cannot|not\s+be)\b)[^.;:]{0,60}?\b(?:alone|sole\w*|only|by\s+(?:itself|themselves))\b"
)
_ALONE = re.compile(r"\b(?:alone|sole\w*|only|single)\b")
# "Of limited value" is of some.
_NOTHING = re.compile(
    r"\b(?:no|without\s+any)\s+(?:\w+\s+)?(?:value|benefit|use|effect|help|role|point|longer\s+works?)\b|\b(?:useless|ineffective|worthless|futile)\b"
    r"|\b(?:do|does|will)(?:\s+not|n't)\s+(?:work|help|benefit)\b"
)
_LITTLE = re.compile(
    r"\b(?:limited|little|modest|small|reduced|uncertain|conflict\w*|less\s+(?:likely|effective|helpful|useful)|unlikely|lower|some|may|might|sometimes)\b"
)
_NONE = re.compile(r"\b(?:no|not|never|none|nor|without|useless|ineffective|worthless|fail\w*|cannot|stop\w*)\b|n't\b")
_POINTS = re.compile(r"\b(?:percentage|percent|%)[\s-]+points?\b|\bpoints?\s+(?:lower|higher|more|less)\b")
# With what is preferred to another it isn't given together.
_WITH_IT = re.compile(
    r"\b(?:together\s+with|combin(?:ed|ing)\s+with|in\s+combination|alongside|along\s+with|added\s+to|plus)\b|\s[=+]\s"
)
_PREFERRED = re.compile(
    r"\b(?:prefer\w*\s+(?:over|to)|rather\s+than|instead\s+of|superior\s+to|in\s+place\s+of|alternative\s+to)\b"
)
_WHETHER = re.compile(
    r"\bwith\s+or\s+without\b|\bwhether\s+or\s+not\b|\b(?:those|people|patients|women)\s+(?:with|who\s+have)\s+(?:and|or)\s+without\b"
)
_OPEN = re.compile(
    r"\b(?:with\s+or\s+without|regardless|irrespective|whether|whatever|any|all|every\w*|even|alone|and/or|may\s+be|without|no\s+matter|both|independent\w*)\b|[±]"
)
_GONE = re.compile(
    r"\b(?:gone|disappear\w*|vanish\w*|clear(?:s|ed)\b(?:\s+up)?|fade[sd]?|fading|resolv\w*|subsid\w*|healed|heals)\b"
)
_CAME = re.compile(r"\b(?:appear(?:s|ed|ance|ing)?|onset|began|begins?|started|starts|develop\w*|erupt\w*|broke\s+out)\b")
_WENT = re.compile(r"\b(?:gone|disappear\w*|vanish\w*|clear\w*|fad\w+|resolv\w*|subsid\w*|heal\w*|free|without)\b")
_IS = re.compile(
    r"\b(?:is|are)\s+(?:clearly\s+|fully\s+)?(?:justified|warranted|indicated|appropriate|beneficial|useful|helpful|effective)\b"
)
_OPENLY = re.compile(
    r"\b(?:may|might|can|could|sometimes|possibl[ey]|perhaps|only|if\s+at\s+all|whether|not|never|no|how|considered)\b|n't\b"
)
_MAY_BE = re.compile(
    r"\b(?:may|might|could|can)\s+(?:\w+ly\s+)?(?:also\s+|sometimes\s+)?be\s+(?:justified|warranted|indicated|appropriate|beneficial|useful|helpful|effective)\b"
)
_PLAINLY = re.compile(r"\b(?:is|are)\s+(?:justified|warranted|indicated|appropriate|beneficial|useful|helpful|effective)\b")
# What is unknown hasn't been defined.
_DEFINED = re.compile(
    r"(?<!not )(?<!never )\b(?:has|have)\s+(?:now\s+|well\s+|already\s+)?been\s+(?:well\s+)?"
    r"(?:defined|established|settled|determined|clarified)\b"
    r"|\b(?:is|are)\s+(?:now\s+|well\s+|already\s+)?(?:known|defined|established|settled|clear)\b"
)
_ASKED = re.compile(
    r"\b(?:no|not|nobody|none|never|neither|nor|whether|what|how|which|nothing|if|until|little|hardly|when|where|who|yet)\b|n't\b"
)
_UNKNOWN = re.compile(
    r"\b(?:unknown|undefined|unclear|uncertain|unsettled|not\s+(?:yet\s+)?(?:been\s+)?(?:known|defined|established|clear|settled|determined))\b"
)
_KNOWN = re.compile(r"\b(?:known|defined|established|settled|clear|determined|clarified)\b")

# "Whether or not" isn't "when".
_EITHER_WAY = re.compile(r"\bwhether\s+or\s+not\b|\bno\s+matter\s+(?:whether|if|what)\b|\bregardless\s+of\s+whether\b")
_ONLY_WHEN = re.compile(r"\b(?:when|if|only|whose|provided|once)\b")
_INDIFFERENT = re.compile(
    r"\b(?:whether|regardless|irrespective|independent\w*|even|whatever|whichever|no\s+matter|with\s+or\s+without|all|every\w*)\b"
)
_AS_FIRST = re.compile(r"\b(?:as\s+(?:an?\s+|the\s+)?|in\s+)(?:initial|first|first-line)\b")
_AFTER_FIRST = re.compile(
    r"\b(?:after|following|once)\s+(?:the\s+|an?\s+)?(?:initial|first|first-line)\s+(?:treatment|therapy|chemo\w*|regimen|line)\b"
)
# "Blocks the receptors of X" isn't "blocks X" itself.
_BLOCKS = r"\b(?:block\w*|inhibit\w*|target\w*|suppress\w*|activat\w*|stimulat\w*)\s+(?:the\s+)?(?:[\w-]+\s+){0,1}?"
_PARTS = r"(?:receptors?|enzymes?|pathways?|channels?|synthesis|production|release)"
_BLOCKS_PART = re.compile(rf"{_BLOCKS}{_PARTS}\b")
_MADE = re.compile(
    r"\b(?:(?:stop|block|prevent|halt|suppress|inhibit)\w*|keep\w*)\s+(?:the\s+|your\s+)?(?:[\w-]+\s+){0,3}?(?:production|being\s+made|from\s+making|making|synthesis)\b"
    r"|\blower\w*\s+(?:the\s+|your\s+)?(?:[\w-]+\s+){0,2}?levels?\b"
)
_MAKES = re.compile(r"\b(?:produc\w+|mak(?:e|es|ing)|made|synthes\w+|levels?|release\w*)\b")

ACTS = (
    Unlike(
        code=ReasonCode.DIRECTION,
        detail="the cited words give these together, the claim says “{claim}”",
        claim=_AFTERWARDS,
        but=_DENIES,
        cited=_JOINTLY,
        unless=_ORDER,
        above=True,
    ),
    Unlike(
        code=ReasonCode.NUMBER, detail="the cited words say nothing of “{claim}”", claim=_DOSE_CHANGED, unless=_DOSE, above=True
    ),
    Unlike(
        code=ReasonCode.DIRECTION,
        claim=_ENOUGH,
        but=_DENIES,
        cited=_NOT_ALONE,
        rest=_ALONE,
    ),
    Unlike(code=ReasonCode.STRENGTH, claim=_NOTHING, cited=_LITTLE, unless=_NONE, above=True),
    Unlike(
        code=ReasonCode.NUMBER,
        detail="the cited words tell no “{claim}”",
        claim=_POINTS,
        unless=re.compile(r"\bpoints?\b|absolute"),
    ),
    Unlike(
        code=ReasonCode.NAME,
        detail="the cited words set one against the other, the claim says “{claim}”",
        claim=_WITH_IT,
        but=_DENIES,
        cited=_PREFERRED,
        unless=re.compile(r"\b(?:combin\w+|together|along\w*|plus|added|adding|with\s+or)\b|[+=]"),
        above=True,
    ),
    Unlike(
        code=ReasonCode.POPULATION,
        detail="the cited words don't say “{claim}”",
        claim=_WHETHER,
        unless=_OPEN,
        above=True,
    ),
    Unlike(
        code=ReasonCode.NAME,
        detail="the cited words set a condition, the claim says “{claim}”",
        claim=_EITHER_WAY,
        cited=_ONLY_WHEN,
        unless=_INDIFFERENT,
        above=True,
    ),
    Unlike(
        code=ReasonCode.DIRECTION,
        claim=_AFTER_FIRST,
        cited=_AS_FIRST,
        unless=re.compile(r"\b(?:after\w*|follow\w*|once|fail\w*|later|then|second\w*|progress\w*)\b"),
    ),
    Unlike(code=ReasonCode.NAME, claim=_MADE, cited=_BLOCKS_PART, unless=_MAKES),
    Unlike(
        code=ReasonCode.POPULATION,
        detail="the cited words make an exception, the claim says “{claim}”",
        claim=re.compile(
            r"\b(?:no\s+one|nobody|no\s+patients?|never|always|everyone|everybody|in\s+(?:all|every|any)\s+cases?)\b"
        ),
        but=re.compile(r"\b(?:unless|except\w*|only|if|save|apart|other|but|exception\w*|without)\b"),
        cited=re.compile(r"\b(?:unless|except(?:ing)?)\b"),
        unless=re.compile(r"\b(?:always|never|every\w*|nobody|no\s+one)\b"),
    ),
    Unlike(code=ReasonCode.STRENGTH, claim=_DEFINED, beside=_ASKED, cited=_UNKNOWN, rest=_KNOWN),
    Unlike(code=ReasonCode.DIRECTION, claim=_GONE, but=_DENIES, cited=_CAME, unless=_WENT),
    Unlike(code=ReasonCode.STRENGTH, claim=_IS, but=_OPENLY, cited=_MAY_BE, rest=_PLAINLY),
)
"""What isn't so when the cited words say this, with the words of each."""
