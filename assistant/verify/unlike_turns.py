"""The turns of a claim that other turns of the cited words gainsay, or that need words of their kind in these. Pure.

A table, so that a new turn is a new entry; its patterns are for small letters. A mere list of words belongs in
``backing.yaml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answers import ReasonCode


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Unlike:
    """A turn of the claim and what speaks against it.

    A reason is given where the claim has ``claim``, and nowhere ``but``, nor before it ``before``, nor from the comma before it
    on ``beside``, and the statement has ``cited``, if that is set, but nothing of ``rest`` besides, and nowhere ``unless``, in
    its headings neither if ``above``.
    """

    code: ReasonCode
    claim: re.Pattern[str]
    detail: str = "the cited words say “{cited}”, the claim “{claim}”"
    but: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    beside: re.Pattern[str] | None = None
    cited: re.Pattern[str] | None = None
    rest: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    above: bool = False


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns))


# What need not be done, and what is forbidden.
_NEEDLESS = re.compile(
    r"\b(?:need\s+not|needn't|(?:do|does)\s*(?:not|n't)\s+(?:have|need)\s+to|no\s+need|not\s+(?:\w+\s+)?(?:needed|necessary|required))\b"
)
_FORBIDDEN = re.compile(
    r"\b(?:(?:must|should|may)\s+(?:not|never)|mustn't|shouldn't|(?:do\s+not|don't|never)(?!\s+(?:have|need)\s+to\b)|avoid\w*|forbid\w*|forbidden"
    r"|contraindicated|prohibited|cannot|can't|not\s+be)\b"
)
# "Less" turns a comparison round, or "very helpful" into "much less helpful".
_LESS = re.compile(
    r"(?<!\bor\s)(?<!\bno\s)(?<!\bnot\s)(?<!\bany\s)(?<!\bthe\s)(?<!\bnothing\s)\bless\b(?!\s+(?:than|often|frequent\w*|regular\w*|\d+)\b)"
)
# What lessens, compares or denies: there other checks see which of two is less.
_LESSENS = re.compile(
    r"\b(?:less\w*|least|few\w*|low\w*|small\w*|short\w*|reduc\w*|decreas\w*|minim\w*|limit\w*|mild\w*|rare\w*|seldom|un\w{4,}|in(?:frequent|ferior)\w*|not|no|nor"
    r"|never|neither|cannot|only|alone|weak\w*|poor\w*|worse\w*|slow\w*|avoid\w*|prevent\w*|spar\w+|more|most|better|best|great\w*|high\w*|long\w*|superior\w*"
    r"|prefer\w*|over|than|rather|versus|vs|compar\w*|differ\w*|improv\w*|eas\w+|reliev\w*|relief|protect\w*|safe\w*|stop\w*|cut\w*|halv\w*|half|down|fall\w*|fell"
    r"|drop\w*|declin\w*|difficult\w*|hard\w*|without|lack\w*|alternat\w*|taper\w*|shrink\w*|delay\w*|favou?r\w*|loss|lose\w*|lost|fail\w*|resist\w*|non-?\w*|free"
    r"|minor|part\w*|some\w*|may|might|sufficient|enough|tolerab\w*|gentl\w*|calm\w*|soft\w*|light\w*|thin\w*|sole|exempt\w*|except\w*|unless|instead|replac\w*"
    r"|increas\w*|ris\w+|rais\w*|stronger|weight|withh\w+|interrupt\w*|second\w*|last|later|first|main\w*|primar\w*|principal\w*|chief\w*|standard)\b|n't\b|[<>≤≥]"
)
# What a thing comes to isn't what it gains: "a median of 6 months" isn't "adds 6 months".
_NUMBER, _UNIT = r"\d+(?:\.\d+)?", r"(?:days?|weeks?|months?|years?|points?|mg|kg|%|per\s*cent)"
_GAINS = re.compile(
    rf"\b(?:adds?|added|adding|gains?|gained|gaining|wins?|won)\s+(?:about\s+|around\s+|some\s+"
    rf"|a\s+median\s+(?:of\s+)?|another\s+)?{_NUMBER}\s*{_UNIT}"
    rf"|\b{_NUMBER}\s*{_UNIT}\s+(?:more|longer|extra|further|additional|later)\b"
    rf"|\b(?:an?\s+)?(?:extra|additional|further|gain\s+of|rise\s+of|increase\s+of|improvement\s+of)\s+{_NUMBER}\s*{_UNIT}"
)
_GAINING = re.compile(
    r"\b(?:add\w*|gain\w*|more|longer|extra|further|additional|later|increas\w*|improv\w*|extend\w*|prolong\w*|lengthen\w*|by|differen\w*|delay\w*|rise|rose|versus|vs"
    r"|than|compared|or\s+more)\b"
)
# Who has had a thing in the past: "premedicate, to prevent reactions" is not "premedicate who has reacted before".
_WHO = (
    r"(?:patients?|people|persons?|those|women|men|adults|children|anyone|anybody|someone|everyone|babies|infants"
    r"|they|you|she|he)"
)
_PAST = r"(?:before|previously|in\s+the\s+past|earlier|already|once\s+before)"
_HAD_BEFORE = re.compile(
    rf"\b{_WHO}\s+(?:(?:who|that)\s+)?(?:(?:have|has|had)\s+)?(?:{_PAST}\s+)?\w+(?:\s+[\w/-]+){{0,8}}?\s+{_PAST}(?=\s*(?:[.,;:]|$))"
    rf"|\b{_WHO}\s+(?:who|that)\s+(?:(?:have|has|had)\s+)?(?:\w+\s+){{1,6}}?(?:previously|in\s+the\s+past|before(?=\s+(?:needs?|should|must)\b))"
    rf"|\b{_WHO}\s+(?:(?:who|that)\s+)?(?:have|has|had)\s+(?:previously|already|once)\s+\w+"
    rf"|\b(?:if|when|where)\s+[^,.;:]{{0,30}}\b(?:has|have|had)\s+(?:\w+\s+){{0,8}}?{_PAST}\b"
    rf"|\b(?:if|when|where)\s+[^,.;:]{{0,30}}\b(?:has|have|had)\s+{_PAST}\b"
    r"|\b(?:(?:with|has|have|had|for)\s+)?(?:a\s+)?(?:past\s+|previous\s+|known\s+|prior\s+|personal\s+)?history\s+of\b"
)
# Whatever tells of a past, of an order or of what came about lets the claim speak of it.
_OF_A_PAST = re.compile(
    r"\b(?:histor\w+|previous\w*|prior|already|earlier|past|once|after\w*|following|refractory|resist\w+|recur\w*|relaps\w*"
    r"|progress\w*|fail\w*|pre-?treated|treated|exposed|exposure|received|receiv\w+|had|has|have|been|again|still|return\w*|came|come"
    r"|comes|known|experienced|suffered|underg\w+|survivors?|repeat\w*|ever|former\w*|second|third|later|subsequent\w*|naive|naïve"
    r"|new|another|different|stopp\w+|complet\w+|if|who|whose)\b"
    r"|\bbefore(?=\s*(?:[.,;:]|$))"
)
_WHETHER_OR_NOT = re.compile(
    r"\b(?:not|never|no|none|whether\s+or\s+not|without|regardless|irrespective|even|neither|nor|whatever|including)\b|n't\b"
)
# What comes early in the course isn't put late, nor what comes late put at its beginning.
_EARLY = (
    r"\b(?:earl(?:y|ier|iest)|outset|beginning|(?:at|from)\s+the\s+(?:very\s+)?(?:start|first)|day\s+one"
    r"|up\s*-?front|promptly|without\s+delay"
    r"|immediate(?:ly)?|straight\s*away|right\s+away|at\s+once|as\s+soon\s+as|not\s+be\s+delayed|soon)\b"
)
_LATE = re.compile(
    r"\b(?:late(?:r(?:\s+on)?)?|last\s+(?:resort|of\s+all|thing)|in\s+the\s+end|at\s+the\s+(?:very\s+)?end"
    r"|end\s+stage|eventually|in\s+due\s+course|held\s+back|put\s+off"
    r"|postponed?|deferred?|(?:only\s+)?(?:once|after|when)\s+[^,.;:]{0,60}\b(?:fail\w*|exhausted|used\s+up"
    r"|run\s+(?:its|their)\s+course|run\s+out|nothing\s+(?:else|more)"
    r"|been\s+tried|(?:fair\s+)?chance|stopp?\w*\s+working|no\s+longer|finished|completed|over|ended"
    r"|had\s+(?:its|their)|done)"
    r"|wait(?:s|ed|ing)?\b|until\s+[^,.;:]{0,60}\b(?:fail\w*|exhausted|tried|results?|known|finished|over|run)"
    r"|final\s+(?:phase|stage|weeks|months|days))"
)
_LATER = re.compile(
    r"\b(?:once|after|when|until|later|late|fail\w*|progress\w*|follow\w*|then|second|third|last|resist\w*"
    r"|relaps\w*|recurr\w*|end)\b"
)
_ANY_TIME = re.compile(r"\b(?:once|after|until|later|late|last|end|wait\w*|delay\w*|when|then)\b")
_AT_THE_START = re.compile(
    r"\b(?:(?:from|at)\s+the\s+(?:very\s+)?(?:outset|beginning|start)|right\s+at\s+the\s+start|from\s+day\s+one"
    r"|up\s*-?front|early\s+(?:on|in)\b)"
)
_OPENS = re.compile(
    r"\b(?:opens?|opening|begins?|starts?)\s+(?:the\s+)?(?:\w+\s+)?(?:treatment|therapy)\b|\b(?:treatment|therapy)\s+(?:opens|begins|starts)\s+with\b"
    r"|\b(?:opening|initial|starting)\s+(?:treatment|therapy|move|choice|regimen|drug)\b"
)
_LATER_LINE = re.compile(
    r"\b(?:second|third|fourth|later|subsequent)[\s-]+lines?\b|\b(?:after|on|upon|following)\s+(?:disease\s+)?(?:progression|relapse|failure)\b"
)
_AGAIN = re.compile(
    r"\b(?:second|third|later|subsequent|next|after|following|progress\w*|relaps\w*|fail\w*|recur\w*|once|again|new|not|never)\b|n't\b"
)
# What a treatment that comes first is called, and "when treatment begins", which is its beginning.
_FIRST_LINE = r"\b(?:first|front)[\s-]*line\b|\b(?:initial|first)\s+(?:treatment|therapy|approach)\b"
_BEGINS = (
    r"\b(?:when|once|as|at)\s+(?:(?!\b(?:has|have|after|fail\w*)\b)[\w/-]+\s+){0,4}?"
    r"(?:starts?|begins?|initiation|starting|outset)\b"
)
_NOT_SO = re.compile(r"\b(?:not|never|rather\s+than|instead\s+of|no|without)\b|n't\b")
# That nothing has been shown isn't shown not to be, nor does what was studied work.
_SHOWN = r"(?:shown|demonstrated|proven|proved|established|found|seen|documented|observed|reported|known|confirmed)"
_NOT_SHOWN = re.compile(
    rf"\bno\s+(?:[\w-]+\s+){{1,6}}?(?:has|have)\s+(?:yet\s+|ever\s+)?been\s+{_SHOWN}\b"
    rf"|\bno\s+(?:\w+\s+)?evidence\b|\b(?:has|have)\s+not\s+(?:yet\s+)?been\s+{_SHOWN}\b"
    rf"|\b(?:is|are|remains?)\s+(?:unknown|unclear|unproven|uncertain|undefined)\b|\black\s+of\s+evidence\b"
    rf"|\bnot\s+(?:yet\s+)?{_SHOWN}\b"
)
_PLAINLY_NOT = re.compile(
    r"\b(?:does|do|did|will|would|can)(?:\s+not|n't)\s+(?:\w+ly\s+)?(?:improve|lengthen|prolong|extend|reduce"
    r"|lower|increase|help|work|add|change|affect|prevent|delay"
    r"|bring|give|offer|provide|slow|benefit|raise|make)\b|\b(?:has|have|brings?|gives?|offers?|provides?"
    r"|with)\s+no\s+(?:[\w-]+\s+)?(?:effect|benefit|advantage|impact|influence|value)\b"
)
# "It has been demonstrated that X brings no gain", "a gain has been ruled out": shown not to be.
_SHOWN_NOT = re.compile(
    r"\b(?:ruled\s+out|disprove[dn]|refuted|been\s+excluded)\b"
    r"|(?<!\bnot )(?<!\bnever )(?<!\bnot yet )\b(?:been|is|was|are|were|has|have|stud(?:y|ies)|trials?|data)"
    rf"\s+(?:(?:now|clearly|well|have|has)\s+)?{_SHOWN}\s+"
    r"(?:(?:not\s+)?to\s+\w+\s+no\b|not\s+to\b|that\s+[^.;:]{3,80}?\b(?:no|not|never|doesn't|don't)\b)"
)
_AWAITED = re.compile(
    r"\b(?:still\s+)?(?:awaited|pending|outstanding|yet\s+to\s+(?:be|come|show)|remains?\s+to\s+be\s+\w+|still\s+(?:unproven|unclear|an\s+open\s+question))\b"
)
_UNTOLD = re.compile(
    r"\b(?:not|no|never|unknown|un\w+ed|unclear|un\w+n|await\w*|pending|yet|remain\w*|ongoing|lack\w*|open|conflict\w*)\b|n't\b"
)
_OF_EVIDENCE = re.compile(
    r"\b(?:show\w*|demonstrat\w*|prov\w+|evidence|data|stud(?:y|ies)|trials?|establish\w*|found|seen"
    r"|document\w*|known|unknown|unclear|uncertain|clear|report\w*|confirm\w*|appear\w*|seem\w*)\b"
)
_FLAT_NO = re.compile(r"\b(?:does|do|did|is|are|was|were|will)\s+not\b")
_STUDIED = re.compile(
    r"\b(?:studied|investigated|tested|examined|evaluated|explored|under\s+investigation|being\s+(?:studied|tested))\b"
)
_WORKING = re.compile(
    r"\b(?:works?|is\s+(?:\w+ly\s+)?effective|helps?|is\s+approved|is\s+licensed|is\s+recommended|is\s+beneficial)\b"
)
_SAID_TO_WORK = re.compile(
    r"\b(?:work\w*|effective\w*|efficac\w*|help\w*|benefi\w*|approved?|licen[sc]ed|recommend\w*|improv\w*"
    r"|prolong\w*|reduc\w*|superior|better)\b"
)
# What the cited words call an option isn't the best one.
_BEST = re.compile(
    r"\b(?:best|ideal|optimal|finest|top)\s+(?:\w+\s+)?(?:options?|choices?|treatments?|therap(?:y|ies)|drugs?|medicines?|approach(?:es)?|ways?"
    r"|methods?|tests?|operations?|remed(?:y|ies))\b"
)
_SET_ABOVE = re.compile(
    r"\b(?:best|ideal\w*|optimal\w*|superior|better|most|prefer\w*|first|gold|top|outperform\w*|favou?r\w*|chosen|greatest|highest)\b"
)
_OPEN_WHICH = re.compile(
    r"\b(?:not|never|no|none|nobody|unclear|unknown|whether|which|who|how|decide|discuss|among|one\s+of"
    r"|depend\w*)\b|n't\b"
)
_LEFT_OPEN = re.compile(r"\b(?:not|unclear|unknown|depend\w*)\b|n't\b")
# What they call another one isn't the same again.
_SAME_AGAIN = re.compile(
    r"\bthe\s+(?:very\s+)?same\s+(?!time\b|day\b|way\b|as\b|side\b)[^.;:,]{1,40}?\b(?:again|once\s+more|a\s+second\s+time|repeated)\b"
    r"|\b(?:again|repeat\w*|retry\w*|try|trying|tried|use|using|given?|giving|resum\w*|stay\w*\s+(?:on|with)|keep\w*\s+to)\s+"
    r"(?:with\s+)?the\s+(?:very\s+)?same\s+(?!time\b|day\b|way\b|as\b|side\b)\w+"
)
_ANOTHER = re.compile(r"\b(?:another|(?:a|any)\s+(?:different|new|second|further))\b")
_AGAIN_TOO = re.compile(r"\b(?:same|again|re-?treat\w*|rechalleng\w*|repeat\w*|re-?us\w*|resum\w*)\b")
_NOT_THE_SAME = re.compile(r"\b(?:not|never|no|rather|instead|than|avoid\w*|without|other|another|different)\b|n't\b")
# What may change doesn't stay the same.
_STAYS = re.compile(
    r"\b(?:stay(?:s|ed)?|remain(?:s|ed)?|is|are|keep(?:s)?)\s+(?:always\s+|usually\s+)?(?:the\s+same|unchanged|unaltered|constant)\b"
    r"|\b(?:does|do)(?:\s+not|n't)\s+(?:ever\s+)?(?:change|differ|vary)\b|\bnever\s+(?:changes?|differs?|var(?:y|ies))\b"
)
_CHANGES = re.compile(r"\b(?:chang(?:e|es|ed|ing)|differ(?:s|ent|ence|ences)?|var(?:y|ies|ied))\b")
_STILL = re.compile(r"\b(?:same|unchanged|unaltered|constant|not|no|never|stable|whether)\b|n't\b")

_NONE_SHOWN = "the cited words say that it hasn't been shown, the claim “{claim}”"
_PUT_LATER = "the cited words put this later, the claim says “{claim}”"
_BEGINNING = (_EARLY, "first|initial")

UNLIKE = (
    Unlike(
        code=ReasonCode.STRENGTH,
        claim=_FORBIDDEN,
        but=_NEEDLESS,
        cited=_NEEDLESS,
        unless=_FORBIDDEN,
    ),
    Unlike(
        code=ReasonCode.DIRECTION,
        detail="the cited words lessen nothing, the claim says “{claim}”",
        claim=_LESS,
        unless=_LESSENS,
        above=True,
    ),
    Unlike(code=ReasonCode.NUMBER, detail="the cited words don't tell “{claim}” as a gain", claim=_GAINS, unless=_GAINING),
    Unlike(
        code=ReasonCode.POPULATION,
        detail="the cited words don't limit this to “{claim}”",
        claim=_HAD_BEFORE,
        but=_WHETHER_OR_NOT,
        unless=_OF_A_PAST,
        above=True,
    ),
    Unlike(
        code=ReasonCode.DIRECTION,
        detail="the cited words put this early, the claim says “{claim}”",
        claim=_LATE,
        but=_any_of(_EARLY),
        before=_NOT_SO,
        cited=_any_of(_EARLY, _FIRST_LINE),
        unless=_ANY_TIME,
    ),
    Unlike(
        code=ReasonCode.DIRECTION, detail=_PUT_LATER, claim=_OPENS, but=_AGAIN, cited=_LATER_LINE, unless=_any_of(*_BEGINNING)
    ),
    Unlike(
        code=ReasonCode.DIRECTION,
        detail=_PUT_LATER,
        claim=_AT_THE_START,
        before=_NOT_SO,
        cited=_LATER,
        unless=_any_of(*_BEGINNING, _BEGINS),
    ),
    Unlike(code=ReasonCode.STRENGTH, detail=_NONE_SHOWN, claim=_PLAINLY_NOT, but=_OF_EVIDENCE, cited=_NOT_SHOWN, rest=_FLAT_NO),
    Unlike(code=ReasonCode.STRENGTH, detail=_NONE_SHOWN, claim=_SHOWN_NOT, cited=_NOT_SHOWN, unless=_SHOWN_NOT),
    Unlike(
        code=ReasonCode.STRENGTH,
        detail="the cited words leave nothing open, the claim says “{claim}”",
        claim=_AWAITED,
        unless=_UNTOLD,
    ),
    Unlike(
        code=ReasonCode.STRENGTH,
        detail="the cited words say that it was studied, the claim “{claim}”",
        claim=_WORKING,
        cited=_STUDIED,
        unless=_SAID_TO_WORK,
    ),
    Unlike(
        code=ReasonCode.STRENGTH,
        detail="the cited words don't say “{claim}”",
        claim=_BEST,
        but=_LEFT_OPEN,
        before=_OPEN_WHICH,
        unless=_SET_ABOVE,
        above=True,
    ),
    Unlike(
        code=ReasonCode.NAME,
        claim=_SAME_AGAIN,
        beside=_NOT_THE_SAME,
        cited=_ANOTHER,
        unless=_AGAIN_TOO,
    ),
    Unlike(
        code=ReasonCode.DIRECTION,
        detail="the cited words speak of change, the claim says “{claim}”",
        claim=_STAYS,
        cited=_CHANGES,
        unless=_STILL,
    ),
)
