"""Claim + cited words → whether the verdict can be that the words deny or reverse the claim, and little else is amiss. Pure.

Who only asks for a denial asks it of every statement near to a question, and nearly all say something else altogether. That
shows in the words that nothing says, which are looked for first; the whole verdict takes many times as long.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers import BESIDE_TURNED, Evidence, ReasonCode
from assistant.verify import coverage
from assistant.verify.checks import TURNING
from assistant.verify.claimed import read_claim
from assistant.verify.ground import grounds_of
from assistant.verify.matching import Match, match
from assistant.verify.scopes import scope
from assistant.words.lexicon import Lexicon


def may_be_opposed(claim: str, evidence: Sequence[Evidence], *, lexicon: Lexicon, unsaid: int) -> bool:
    """False if the verdict surely isn't a refusal for a denial or a reversal, with reasons of strength or unsaid words at most.

    ``unsaid`` is how many words may go unsaid beside a denial; beside a reversal any number may.
    """
    read = read_claim(claim, evidence, lexicon)
    if read is None:
        return False
    claimed, evidence = read
    if len(claimed) != 1:
        return bool(claimed)
    scoped = scope(claimed[0], lexicon)
    return any(_turns(match(scoped, ground, lexicon), lexicon, unsaid) for ground in grounds_of(evidence, lexicon))


def _turns(matched: Match, lexicon: Lexicon, most: int) -> bool:
    """True if one unit of the evidence turns the claim round and gives no reason of another kind, as far as was looked."""
    reasons = list(coverage.check(matched, coverage.uncovered(matched)))
    unsaid = sum(reason.code is ReasonCode.NOT_STATED for reason in reasons)
    for check in TURNING:
        if any(reason.code not in BESIDE_TURNED for reason in reasons):
            return False
        reasons.extend(check(matched, lexicon))
    codes = {reason.code for reason in reasons}
    return codes <= BESIDE_TURNED and (ReasonCode.DIRECTION in codes or (ReasonCode.NEGATION in codes and unsaid <= most))
