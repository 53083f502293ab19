"""A question, what was found and whether that answers it in, what it takes for granted and the statement against that out.

Each way to hear a false premise stands in a module of its own; here is their order, the surest first. Of a question that nothing
answers, what speaks against it is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.abstention.answerable import Answerability
from assistant.answers import AbstentionReason, Evidence
from assistant.citation.gate import Verify
from assistant.premises.in_passing import find_gain, find_in_passing, find_withheld
from assistant.premises.likely import find_likely
from assistant.premises.mistaken import find_mistaken
from assistant.premises.of_no_use import find_of_no_use
from assistant.premises.of_others import find_of_others
from assistant.premises.opposed import find_lifted, find_opposed, find_ruled_out
from assistant.premises.premise import Denial, find_denial
from assistant.premises.settled_signals import Weighed
from assistant.premises.stance import MayOppose
from assistant.premises.used_up import find_used_up
from assistant.question.asked import Asked
from assistant.retrieval.signals import Judged
from assistant.words.lexicon import Lexicon
from ingest.documents import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """How a question is looked into: ``find`` gives the statements nearest to a text, ``read`` what a text asks.

    ``weigh`` tells what the verifier finds of a clause in a statement, ``opposed`` spares ``verify`` what surely denies nothing.
    """

    find: Callable[[str], Sequence[Judged]]
    read: Callable[[str], Asked]
    weigh: Callable[[str, Judged], Weighed]
    evidence: Callable[[Statement], Evidence]
    verify: Verify
    lexicon: Lexicon
    opposed: MayOppose | None = None

    def mistaken(self, asked: Asked, *, answered: bool = True) -> Denial | None:
        """What the forest is sure of."""
        return find_mistaken(asked, find=self.find, read=self.read, weigh=self.weigh, lexicon=self.lexicon, answered=answered)


def find_against(asked: Asked, judged: Sequence[Judged], answerability: Answerability, *, looking: Looking) -> Denial | None:
    """What the question takes for granted and a statement denies; None for any other question, and for one about elsewhere."""
    if answerability.elsewhere:
        return None
    denial = _surely(asked, judged, answerability, looking)
    lexicon, reason = looking.lexicon, answerability.reason
    if answerability.answerable:
        in_passing = denial or find_in_passing(asked, judged, lexicon=lexicon, find=looking.find)
        return in_passing or looking.mistaken(asked)
    if denial is None and reason is AbstentionReason.NO_EVIDENCE:
        denial = _unanswered(asked, judged, looking)
    elif denial is not None and not denial.by_figure and reason is AbstentionReason.OUT_OF_SCOPE:
        return None
    return denial or find_likely(asked, find=looking.find, read=looking.read, weigh=looking.weigh, lexicon=lexicon)


def _surely(asked: Asked, judged: Sequence[Judged], answerability: Answerability, looking: Looking) -> Denial | None:
    """What a rule is sure of, whatever of the question is answered."""
    ways = (find_used_up, find_of_no_use, find_of_others, *([find_withheld] if answerability.answerable else []))
    for way in ways:
        if (denial := way(asked, looking.find, lexicon=looking.lexicon)) is not None:
            return denial
    return find_denial(
        asked.text,
        judged,
        evidence=looking.evidence,
        verify=looking.verify,
        lexicon=looking.lexicon,
        opposed=looking.opposed,
        find=looking.find,
    )


def _unanswered(asked: Asked, judged: Sequence[Judged], looking: Looking) -> Denial | None:
    """What speaks against a question that nothing answers; named only if a second way finds the same."""
    lexicon = looking.lexicon
    against = find_opposed(asked.text, judged, find=looking.find, lexicon=lexicon)
    against = against or find_lifted(asked, judged, lexicon=lexicon) or find_ruled_out(asked, judged, lexicon=lexicon)
    if against is None:
        return find_gain(asked, judged, lexicon=lexicon) or looking.mistaken(asked, answered=False)
    named = find_in_passing(asked, judged, lexicon=lexicon)
    same = named is not None and named.statement_id == against.statement_id
    return named if same else looking.mistaken(asked, answered=False) or against
