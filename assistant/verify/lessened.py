"""What the cited words say outright isn't "less" so: a claim may not lessen what they neither lessen nor compare. Pure.

"Less" tells nothing by itself and needs no support, as it often only turns a comparison round. Where nothing cited compares,
lessens or denies, it turns "very helpful" into "much less helpful".
"""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

_LESS = re.compile(
    r"(?<!\bor\s)(?<!\bno\s)(?<!\bnot\s)(?<!\bany\s)(?<!\bthe\s)(?<!\bnothing\s)\bless\b(?!\s+(?:than|often|frequent\w*|regular\w*|\d+)\b)",
    re.IGNORECASE,
)
# What lessens, compares or denies: there the other checks see which of two is less.
_TELLS = re.compile(
    r"\b(?:less\w*|least|few\w*|low\w*|small\w*|short\w*|reduc\w*|decreas\w*|minim\w*|limit\w*|mild\w*|rare\w*|seldom|un\w{4,}|in(?:frequent|ferior)\w*|not|no|nor"
    r"|never|neither|cannot|only|alone|weak\w*|poor\w*|worse\w*|slow\w*|avoid\w*|prevent\w*|spar\w+|more|most|better|best|great\w*|high\w*|long\w*|superior\w*"
    r"|prefer\w*|over|than|rather|versus|vs|compar\w*|differ\w*|improv\w*|eas\w+|reliev\w*|relief|protect\w*|safe\w*|stop\w*|cut\w*|halv\w*|half|down|fall\w*|fell"
    r"|drop\w*|declin\w*|difficult\w*|hard\w*|without|lack\w*|alternat\w*|taper\w*|shrink\w*|delay\w*|favou?r\w*|loss|lose\w*|lost|fail\w*|resist\w*|non-?\w*|free"
    r"|minor|part\w*|some\w*|may|might|sufficient|enough|tolerab\w*|gentl\w*|calm\w*|soft\w*|light\w*|thin\w*|sole|exempt\w*|except\w*|unless|instead|replac\w*"
    r"|increas\w*|ris\w+|rais\w*|stronger|weight|withh\w+|interrupt\w*|second\w*|last|later|first|main\w*|primar\w*|principal\w*|chief\w*|standard)\b|n't\b|[<>≤≥]",
    re.IGNORECASE,
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "less helpful" where the cited words say "helpful" and nothing that lessens or compares."""
    del lexicon
    found = _LESS.search(fold(match.claim.text))
    if found is None:
        return ()
    ground = match.ground
    if _TELLS.search(fold(f"{ground.statement.text} {ground.context.text}")):
        return ()
    return (Reason(code=ReasonCode.DIRECTION, detail=f"the cited words lessen nothing, the claim says “{found[0]}”"),)
