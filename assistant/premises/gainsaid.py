"""What a question takes for granted and the statements nearest to it in, how likely each gainsays it out.

Rules, verifier and forest each tell a false premise where it is put in words that they know, and each calls some true ones false.
A line over what all of them find (``gainsaid_signals.py``), learned from clauses that people wrote for statements of many fields,
false ones and true ones alike (``evals/train_gainsaid.py``), says how likely it is: enough to be shown in place of a refusal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from assistant.premises.at_odds import states
from assistant.premises.at_odds_said import DONE
from assistant.premises.at_odds_words import HEDGED, OF_ONE, WISHED
from assistant.premises.gainsaid_signals import read_gainsaid
from assistant.premises.mistaken import WEIGHTS as FOREST
from assistant.premises.mistaken import as_question
from assistant.premises.mistaken_signals import read_mistaken
from assistant.premises.premise import Denial
from assistant.premises.settled_signals import Weighed
from assistant.question.asked import Asked
from assistant.question.assertions import assertions
from assistant.question.kin import kin
from assistant.reread.answer_reader import open_answer_reader, statement_as_read
from assistant.retrieval.forest import read_forest
from assistant.retrieval.signals import Judged, logistic
from assistant.words.lexicon import Lexicon

WEIGHTS = Path(__file__).with_name("gainsaid_weights.json")
LOOKED_AT = 3
# Of written clauses that are false, this share tells four in five; of true ones one in four.
_SHOWN = 0.35
# Beside what answers a question less is gained; and to call false what is so harms more than to say nothing.
_BESIDE, _LIKELY, _NAMED = 0.42, 0.6, 0.75
_INSTEAD = 0.5
_STANDS_OUT, _AS_NEAR, _HALF_AS_NEAR = 0.8, 0.9, 0.5
_MOST, _OF_QUESTION, _OTHERS = 4, 2, 1
_READ = "en"
_EITHER = re.compile(r"\b(?:or|whether|o|u)\b", re.IGNORECASE)
# What has been found or done is told of a case.
_OVER = re.compile(r"\b(?:was|were|did|found|told|took|got|went|started|came|fue|dijeron|encontraron|hicieron)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:it(?=['’]s|\s)|(?:this|that)(?:\s+(?:one|drug|treatment|medicine|pill|stuff))?(?=['’]s|\s+(?:is|was|goes|does|can|has|works?|gets|comes|should|must|\w+s)\b)|"
    r"they(?=['’]re|\s))",
    re.IGNORECASE,
)


def _answers(question: str, statements: Sequence[str]) -> Sequence[float | None]:
    return open_answer_reader().odds(question, statements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """How pairs of clause and statement are looked into: ``find`` gives the statements nearest to a text, ``read`` what it asks.

    ``weigh`` tells what the verifier finds of a clause in a statement, ``odds`` how surely statements answer, by the reader.
    """

    find: Callable[[str], Sequence[Judged]]
    read: Callable[[str], Asked]
    weigh: Callable[[str, Judged], Weighed]
    lexicon: Lexicon
    odds: Callable[[str, Sequence[str]], Sequence[float | None]] = _answers

    def signals(self, clause: str, language: str, also: Sequence[Judged] = ()) -> Iterator[tuple[Judged, dict[str, float]]]:
        """The statements nearest to a clause and those given ``also``, each with its signals."""
        text = as_question(clause, language)
        near = list(self.find(text)[:LOOKED_AT])
        seen = {entry.profile.statement.statement_id for entry in near}
        near += [entry for entry in also if entry.profile.statement.statement_id not in seen]
        if not near:
            return
        asked, forest = self.read(text), read_forest(FOREST)
        top = max(entry.hit.relevance for entry in near)
        statements = [statement_as_read(entry.profile.statement) for entry in near]
        # The reader knows English alone.
        odds = self.odds(text, statements) if language == _READ else [None] * len(near)
        for entry, answers in zip(near, odds, strict=True):
            weighed = self.weigh(clause, entry)
            denied = float(forest.weigh(read_mistaken(clause, asked, entry, weighed, lexicon=self.lexicon))[0])
            yield entry, read_gainsaid(clause, entry, weighed, denied=denied, answers=answers, top=top, lexicon=self.lexicon)


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, float]:
    """The weight of each signal, and the ``offset``."""
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights


def how_likely(signals: Mapping[str, float]) -> float:
    """The share, 0 to 1, that statements with such signals have of gainsaying a clause."""
    weights = load_weights()
    return logistic(weights["offset"] + sum(weights[name] * value for name, value in signals.items()))


def find_gainsaid(asked: Asked, judged: Sequence[Judged], *, weighing: Weighing, afar: bool = False) -> Denial | None:
    """The statement that most likely gainsays a clause of a question that nothing answers; None if none is likely to.

    Of a question ``afar`` from the documents it must be likelier.
    """
    least = _LIKELY if afar else _SHOWN
    likely = sorted((one for one in _told(asked, judged, weighing) if one.share >= least), reverse=True)
    if not likely:
        return None
    others = dict.fromkeys(one.statement_id for one in likely if one.statement_id != likely[0].statement_id)
    return Denial(claimed=likely[0].clause, statement_id=likely[0].statement_id, sure=False, beside=tuple(others)[:_OTHERS])


def find_gainsaid_beside(asked: Asked, judged: Sequence[Judged], *, weighing: Weighing) -> Denial | None:
    """What most likely gainsays a clause of an answered question, if that says of more than one person; ``sure`` if most likely.

    What stands at the top of the answer in any case is left there, unless it is so.
    """
    best = max(_told(asked, judged, weighing), default=None)
    if best is None or best.share < _BESIDE:
        return None
    sure = best.share >= _NAMED and _is_near(best.statement_id, judged)
    shown = best.statement_id in {entry.profile.statement.statement_id for entry in judged[:_OF_QUESTION]}
    return Denial(claimed=best.clause, statement_id=best.statement_id, sure=sure) if sure or not shown else None


def looked_at_again(denial: Denial, asked: Asked, judged: Sequence[Judged], *, weighing: Weighing) -> Denial:
    """What is sure to be denied, unsure if another statement answers and this one is far, unless the line finds it likely.

    The one that answers takes its place if it is likely to gainsay the clause as well.
    """
    if not denial.sure or not judged or _is_near(denial.statement_id, judged):
        return denial
    told = list(_told(asked, judged, weighing, first=denial.claimed))
    share = max((one.share for one in told if one.statement_id == denial.statement_id), default=0.0)
    if share >= _LIKELY and _is_near(denial.statement_id, judged, least=_HALF_AS_NEAR):
        return denial
    best = max((one for one in told if one.statement_id == judged[0].profile.statement.statement_id), default=None)
    if best is not None and best.share >= _INSTEAD:
        return replace(denial, claimed=best.clause, statement_id=best.statement_id)
    return replace(denial, sure=False)


def _is_near(statement_id: str, judged: Sequence[Judged], *, least: float = _AS_NEAR) -> bool:
    """Whether a statement is as near to the question as the foremost, or that one doesn't stand out either."""
    own = next((entry.hit.relevance for entry in judged if entry.profile.statement.statement_id == statement_id), 0.0)
    return judged[0].hit.relevance < _STANDS_OUT or own >= least * judged[0].hit.relevance


class _Told(NamedTuple):
    """How likely a statement gainsays a clause."""

    share: float
    clause: str
    statement_id: str


def _told(asked: Asked, judged: Sequence[Judged], weighing: Weighing, *, first: str = "") -> Iterator[_Told]:
    for clause in dict.fromkeys((*([first] if first else []), *clauses_weighed(asked, lexicon=weighing.lexicon))):
        spelled = spelled_out(clause, asked.text, lexicon=weighing.lexicon)
        for entry, signals in weighing.signals(spelled, asked.language, judged[:_OF_QUESTION]):
            yield _Told(how_likely(signals), clause, entry.profile.statement.statement_id)


def clauses_weighed(asked: Asked, *, lexicon: Lexicon) -> Iterator[str]:
    """What the question states of a thing that it names; not what is wished, left open, over, or told of one person or kin."""
    return islice((one for one in assertions(asked.text) if _is_of_all(one, lexicon=lexicon)), _MOST)


def _is_of_all(clause: str, *, lexicon: Lexicon) -> bool:
    if any(pattern.search(clause) for pattern in (WISHED, HEDGED, OF_ONE, _EITHER, _OVER)) or _of_kin().match(clause):
        return False
    return states(clause, lexicon=lexicon) and bool(lexicon.concepts_in(clause, typed=True))


@lru_cache(maxsize=1)
def _of_kin() -> re.Pattern[str]:
    return re.compile(rf"(?:\w+\s+)?(?:{'|'.join(sorted(kin().every, reverse=True))})(?:['’]s)?\b", re.IGNORECASE)


def spelled_out(clause: str, question: str, *, lexicon: Lexicon) -> str:
    """A clause that names no treatment or test with the last one named before it, for its pronoun or before a colon."""
    if any(lexicon.concepts[c].kind in DONE for c in lexicon.concepts_in(clause, typed=True)):
        return clause
    before = question[: max(question.find(clause), 0)]
    named = [m.concept for m in lexicon.mentions(before, typed=True) if m.concept.kind in DONE]
    if not named:
        return clause
    told = _POINTS_BACK.sub(named[-1].name, clause, count=1)
    return told if told != clause else f"{named[-1].name}: {clause}"
