"""The rules' verdict on a claim in, the verdict of rules and second reader out: the gate as all ways to a claim ask it.

The second reader lets pass where it is sure that what the rules miss is said in other words. Figures, units, things of the field
and directions are the rules' alone, and so is advice turned into its opposite, and whatever is nearly a copy of the cited words:
there a condition dropped or a hedge hardened is an edit, which a reader of people's own words doesn't see. Of what the rules let
pass it is asked only where they pass over words that the cited ones don't say: "rid" tells little by the look of it, and much in
"treatment will rid you of it".
"""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from itertools import chain, product
from typing import NamedTuple

from assistant.answers import Evidence, Reason, ReasonCode, Verdict
from assistant.citation.gate import Verify
from assistant.reread.open_reasons import CODES, MOST, as_read, open_reasons, quoted, said_elsewhere, tells_much
from assistant.reread.second_reader import Asked, SecondReader, open_second_reader
from assistant.verify import verify_claim
from assistant.verify.numerals import value_of
from assistant.verify.rungs import NAMES
from assistant.verify.scopes import scope
from assistant.verify.spanish import is_spanish
from assistant.verify.units import TIME_BASES, unit_of
from assistant.words.lexicon import Lexicon
from assistant.words.stems import is_technical, names_medicine
from ingest.errors import ModelNotFoundError

_log = logging.getLogger(__name__)
BOUND = -1.5
"""The log odds below which a reason doesn't stand, if all that is amiss is words that go unsaid."""
STERN = -2.5
"""The same, if a condition, a hedge or a denial is amiss: a wrong one shown does more harm."""
DOUBT = 2.5
"""The log odds above which words that the rules pass over, as telling little, are held to tell something."""
_OPEN = frozenset({ReasonCode.NOT_STATED, ReasonCode.POPULATION, ReasonCode.STRENGTH, ReasonCode.NEGATION})
_RUNGS = {name: rung for rung, name in NAMES.items()}
_STEPS = 2.0
_NEAREST = 2
_COPIED = 0.8
_WITHOUT = re.compile(r"(?:in\s+the\s+absence|without|whether\s+or\s+not|regardless|irrespective|no\s+matter)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:[-./']\w+)*")


def open_gate(lexicon: Lexicon) -> RereadGate:
    """The gate for a lexicon, with the second reader that this process shares; that one's model loads when it is first asked."""
    return RereadGate(partial(verify_claim, lexicon=lexicon), open_second_reader(), lexicon)


def rules_of(verify: Verify) -> Verify:
    """The rules alone, for questions that are no matter of what is shown."""
    return verify.rules if isinstance(verify, RereadGate) else verify


class _Try(NamedTuple):
    """Cited pieces, their words as the reader reads them, and the rules' reasons, all of which may be wording."""

    pieces: Sequence[Evidence]
    cited: str
    reasons: Sequence[Reason]


@dataclass(frozen=True, slots=True)
class RereadGate:
    """The ``rules``, and the ``reader``'s word on what they say is not stated."""

    rules: Verify
    reader: SecondReader
    lexicon: Lexicon

    def __call__(self, claim: str, evidence: Sequence[Evidence]) -> Verdict:
        """The verdict on ``claim`` against the cited words."""
        verdict = self.rules(claim, evidence)
        if verdict.supported:
            return self._doubted(claim, evidence, verdict) or verdict
        cited = as_read(evidence)
        if not self._is_open(verdict.reasons, cited) or _is_foreign(claim, evidence):
            return verdict
        tries = [_Try(evidence, cited, verdict.reasons), *self._by_themselves(claim, evidence)]
        asked = [one for tried in tries if (one := _asked(claim, tried))]
        above = min((max(odds) - _bound(one) for one, odds in zip(asked, self._odds(asked), strict=True) if odds), default=0.0)
        if above >= 0.0:
            return verdict
        return Verdict(supported=True, score=round(0.5 + 0.5 / (1.0 + math.exp(above)), 3))

    def _doubted(self, claim: str, evidence: Sequence[Evidence], verdict: Verdict) -> Verdict | None:
        """A verdict against words that the rules passed over, if they tell something after all; None for any other claim."""
        if not verdict.passed_over or any(_is_copy(claim, piece.text) for piece in evidence) or _is_foreign(claim, evidence):
            return None
        reasons = [Reason(code=ReasonCode.NOT_STATED, detail=f"the cited words don't say “{one}”") for one in verdict.passed_over]
        cited = as_read(evidence)
        odds = self._odds([Asked(cited, claim, open_reasons(reasons[:MOST], claim, cited))])[0]
        against = tuple(reason for reason, one in zip(reasons, odds or (), strict=False) if one > DOUBT)
        return Verdict(supported=False, score=round(1.0 / (1.0 + math.exp(DOUBT)), 3), reasons=against) if against else None

    def _odds(self, asked: Sequence[Asked]) -> Sequence[tuple[float, ...] | None]:
        """The reader's; none where it has lost its model: then the rules decide alone, which withholds more."""
        if not asked:
            return ()
        try:
            return self.reader.odds(asked)
        except ModelNotFoundError as error:
            _log.warning("Claims are judged by rules alone: %s", error)
            return [None] * len(asked)

    def _is_open(self, reasons: Sequence[Reason], cited: str) -> bool:
        """Whether little is amiss: no thing of the field goes unsaid, no advice is turned round, all else may be wording."""
        if len(reasons) > MOST or any(reason.code not in _OPEN or _is_firm(reason) for reason in reasons):
            return False
        if any(_has_figure(quote) for reason in reasons for quote in quoted(reason.detail)):
            return False
        quotes = (quoted(reason.detail) for reason in reasons if reason.code is ReasonCode.NOT_STATED)
        unsaid = tuple(chain.from_iterable(quotes))
        if any(said_elsewhere(phrase, cited) for phrase in unsaid):
            return False
        return not any(_counts(phrase) or tells_much(phrase) or _names_something(phrase, self.lexicon) for phrase in unsaid)

    def _by_themselves(self, claim: str, evidence: Sequence[Evidence]) -> Iterator[_Try]:
        """Those of several cited pieces that say most of the claim, each alone, where what it lacks may be wording."""
        if len(evidence) < 2:  # noqa: PLR2004
            return
        alone = [((piece,), self.rules(claim, (piece,)).reasons) for piece in evidence]
        for pieces, reasons in sorted(alone, key=lambda one: len(one[1]))[:_NEAREST]:
            cited = as_read(pieces)
            if self._is_open(reasons, cited):
                yield _Try(pieces, cited, reasons)


def _asked(claim: str, tried: _Try) -> Asked | None:
    """What the reader is asked of a claim; None where nothing of it is left to ask, or the claim is a near copy."""
    if any(_is_copy(claim, piece.text) for piece in tried.pieces):
        return None
    opened = open_reasons(tried.reasons, claim, tried.cited)
    return Asked(tried.cited, claim, opened) if opened else None


def _is_firm(reason: Reason) -> bool:
    """Whether a reason turns on a word or two that own words repeat as well when they say the reverse.

    One side recommends what the other denies, or stands steps away on the ladder ("may" is no "must"); or one is of those without
    something, or of all "whether or not".
    """
    quotes = quoted(reason.detail)
    if reason.code is ReasonCode.POPULATION:
        return any(_WITHOUT.match(quote) for quote in quotes)
    if reason.code is not ReasonCode.STRENGTH:
        return False
    rungs = [[_RUNGS[name] for name in quote.split(", ") if name in _RUNGS] for quote in quotes]
    apart = max((abs(ours - theirs) for ours, theirs in product(rungs[0], rungs[-1])), default=0.0) if rungs else 0.0
    return apart > _STEPS or any(quote.startswith("not ") for quote in quotes)


def _names_something(phrase: str, lexicon: Lexicon) -> bool:
    """Whether a thing of the field stands in a phrase: one that the lexicon knows, or a medicine or a disease by its form."""
    named = (names_medicine(word) or is_technical(word) for word in _WORD.findall(phrase.lower()))
    return any(named) or any(term.concept for term in scope(phrase, lexicon).terms)


def _has_figure(words: str) -> bool:
    """Whether a figure stands in these words, whatever kind of words the rules took them for ("3+")."""
    return any(sign.isdigit() for sign in words)


def _counts(phrase: str) -> bool:
    """Whether a number or a length of time stands in a phrase: "a full year", "twice"."""
    units = (unit_of(word) for word in phrase.split())
    return any(value_of(word) is not None for word in phrase.split()) or any(unit and unit.base in TIME_BASES for unit in units)


def _bound(asked: Asked) -> float:
    plain = all(CODES[reason.kind] is ReasonCode.NOT_STATED for reason in asked.reasons)
    return BOUND if plain else STERN


def _is_copy(claim: str, cited: str) -> bool:
    """Whether nearly all of the claim's words are the cited ones in their order.

    Then an unsaid word is one exchanged, "currently" for "previously", and a condition or a hedge that is missing was taken out.
    """
    ours, theirs = (_WORD.findall(text.lower()) for text in (claim, cited))
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= _COPIED * len(ours)


def _is_foreign(claim: str, evidence: Sequence[Evidence]) -> bool:
    """The bundled model reads English."""
    return is_spanish(claim) or any(is_spanish(piece.text) for piece in evidence)
