"""One turn and what was answered in, scores with an explanation out. Pure; no judge model, nothing drawn by lot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from assistant.answers import Audience
from evals.case_files import Case, Expect, Fact, Turn
from evals.matching import normalise, says
from evals.records import Found, Record, Shown, shown_states, states

STAGES = ("dense", "lexical", "fused", "relevance")
_STATUS = {
    Expect.ABSTAIN: "abstained",
    Expect.EMERGENCY: "emergency",
    Expect.SMALLTALK: "smalltalk",
}
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w])")
_MARKER = re.compile(r"\[\d+\]")
_WORD = re.compile(r"\w")
_WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"\n+|(?<=[.!?:;])\s+")
_LONG = 6
_TENTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class FactScore:
    """Whether one expected fact stands in the answer; if not, the step that lost it."""

    say: str
    weight: float
    stated: bool
    lost_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageScore:
    """How well one stage ranks the statements that state expected facts."""

    recall_5: float
    recall_10: float
    ndcg_10: float
    reciprocal_rank: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnScore:
    """Everything measured of one turn. ``passed`` is the gate's word, ``why`` the reason in one line."""

    case_id: str
    position: int
    expect: Expect
    status: str
    passed: bool
    why: str
    wants_facts: bool
    facts: tuple[FactScore, ...]
    wrong: tuple[str, ...]
    claims: int
    cited: int
    unsupported: int
    citations: int
    precise: int
    withheld: int
    sources_right: bool | None
    stages: dict[str, StageScore]
    words: int
    disagreements: int
    must_disagree: bool
    must_abstain: bool
    premise: bool
    readability: float | None

    @property
    def recall(self) -> float:
        """Weighted share of the expected facts that the answer states; 1 if none is expected."""
        total = sum(fact.weight for fact in self.facts)
        return sum(fact.weight for fact in self.facts if fact.stated) / total if total else 1.0

    @property
    def complete(self) -> bool:
        """True if every fact of full weight is stated."""
        return all(fact.stated for fact in self.facts if fact.weight == 1)


def score_turn(case: Case, position: int, turn: Turn, record: Record) -> TurnScore:
    """The scores of one turn of a case."""
    facts = tuple(_score_fact(fact, record) for fact in turn.facts)
    wrong = wrong_facts(turn, record.shown)
    unsupported = sum(not claim.supported for claim in record.shown)
    cited_sources = {cited.source_id for claim in record.shown for cited in claim.cited}
    sources_right = bool(cited_sources & set(turn.sources)) if turn.sources and record.shown else None
    passed, why = _judge(turn, record, facts=facts, wrong=wrong, unsupported=unsupported, sources_right=sources_right)
    return TurnScore(
        case_id=case.id,
        position=position,
        expect=turn.expect[0],
        status=record.status,
        passed=passed,
        why=why,
        wants_facts=turn.wants_facts,
        facts=facts,
        wrong=wrong,
        claims=len(record.shown),
        cited=sum(bool(claim.cited) for claim in record.shown),
        unsupported=unsupported,
        citations=sum(len(claim.cited) for claim in record.shown),
        precise=sum(sum(claim.precise) for claim in record.shown),
        withheld=len(record.withheld),
        sources_right=sources_right,
        stages=score_stages(turn.facts, record.hits),
        words=count_words(record.text) if record.shown else 0,
        disagreements=record.disagreements,
        must_disagree=turn.expect == (Expect.DISAGREEMENT,),
        must_abstain=turn.expect == (Expect.ABSTAIN,),
        premise=record.premise,
        readability=lix(record.text) if case.audience is Audience.PATIENT and record.shown else None,
    )


def count_words(markdown: str) -> int:
    """Words on screen: whatever is parted by spaces and holds a letter or digit; citation markers don't count."""
    return sum(bool(_WORD.search(word)) for word in _MARKER.sub(" ", markdown).split())


def lix(markdown: str) -> float:
    """Björnsson's readability index: words a line or sentence, plus the percentage of words of more than six letters.

    It counts no syllables, so it is the same for English and Spanish. A bullet counts as a sentence.
    """
    lines = [_WORDS.findall(line) for line in _SENTENCE_END.split(_MARKER.sub(" ", markdown))]
    sentences = [words for words in lines if words]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    return len(words) / len(sentences) + 100 * sum(len(word) > _LONG for word in words) / len(words)


def wrong_facts(turn: Turn, shown: Sequence[Shown]) -> tuple[str, ...]:
    """What the answer states but must not: the case's ``not_facts``, and figures that the cited words don't hold."""
    found = [f"states {wording!r}" for wording in turn.not_facts if any(says(wording, claim.text) for claim in shown)]
    found += [f"{figure} is in no cited words: {claim.text[:80]!r}" for claim in shown for figure in foreign_figures(claim)]
    return tuple(found)


def foreign_figures(claim: Shown) -> tuple[str, ...]:
    """Figures of a claim that stand neither in its cited words, nor in what those stand under or their source says of itself.

    It repeats a part of verification by other means, so that a hole in the verifier does not hide itself here.
    """
    held = set(_NUMBER.findall(normalise(" ".join(f"{cited.under} {cited.quote} {cited.itself}" for cited in claim.cited))))
    return tuple(sorted(set(_NUMBER.findall(normalise(claim.text))) - held))


def score_stages(facts: Sequence[Fact], hits: Sequence[Found]) -> dict[str, StageScore]:
    """Per stage, how the hits rank if ordered by that stage's figure; empty without facts or hits.

    A statement is relevant if it states an expected fact. nDCG's ideal is the best order of these same hits.
    """
    if not facts or not hits:
        return {}
    stated = [[states(fact, hit.text, heading=hit.under) for fact in facts] for hit in hits]
    scores = {}
    for stage in STAGES:
        figures = [float(getattr(hit, stage)) for hit in hits]
        if not any(figures):
            continue
        order = sorted(range(len(hits)), key=lambda place: (-figures[place], place))
        ranked = [stated[place] for place in order if figures[place] > 0]
        gains = [any(row) for row in ranked]
        ideal = sum(1 / log2(rank + 2) for rank in range(min(_TENTH, sum(map(any, stated)))))
        first = next((rank for rank, gain in enumerate(gains, start=1) if gain), 0)
        scores[stage] = StageScore(
            recall_5=_covered(ranked[:5], len(facts)),
            recall_10=_covered(ranked[:_TENTH], len(facts)),
            ndcg_10=sum(gain / log2(rank + 2) for rank, gain in enumerate(gains[:_TENTH])) / ideal if ideal else 0.0,
            reciprocal_rank=1 / first if first else 0.0,
        )
    return scores


def _covered(rows: Sequence[Sequence[bool]], facts: int) -> float:
    return sum(any(row[place] for row in rows) for place in range(facts)) / facts


def _score_fact(fact: Fact, record: Record) -> FactScore:
    if shown_states(fact, record.shown):
        return FactScore(say=fact.say, weight=fact.weight, stated=True)
    return FactScore(say=fact.say, weight=fact.weight, stated=False, lost_at=_lost_at(fact, record))


def _lost_at(fact: Fact, record: Record) -> str:
    """The first step after which an expected fact is gone."""
    if not any(states(fact, hit.text, heading=hit.under) for hit in record.hits):
        return "not retrieved"
    if any(states(fact, text) for text, _ in record.withheld):
        return "withheld"
    if any(states(fact, draft.text, heading=draft.heading) for draft in record.drafts):
        return "not shown"
    return "abstained" if record.status == "abstained" else "not drafted"


def _judge(
    turn: Turn,
    record: Record,
    *,
    facts: Sequence[FactScore],
    wrong: Sequence[str],
    unsupported: int,
    sources_right: bool | None,
) -> tuple[bool, str]:
    """Whether the turn passes, and the first reason why (not)."""
    accepted = {_STATUS.get(expect, "answered") for expect in turn.expect}
    stated = turn.wants_facts and record.status == "answered"
    missing = [f"{fact.say} ({fact.lost_at})" for fact in facts if not fact.stated and fact.weight == 1]
    shortfalls = (
        (unsupported > 0, f"{unsupported} claims shown that their citations don't support"),
        (any(not claim.cited for claim in record.shown), "a claim is shown without a citation"),
        (bool(wrong), "; ".join(wrong)),
        (record.status not in accepted, f"{record.status} where {' or '.join(sorted(accepted))} was called for"),
        (stated and bool(missing), f"{len(missing)} of {len(facts)} facts missing: {'; '.join(missing)}"),
        (stated and sources_right is False, f"cites none of {', '.join(turn.sources)}"),
        (
            stated and turn.expect == (Expect.DISAGREEMENT,) and not record.disagreements,
            "both sides are stated, but not shown as a disagreement",
        ),
    )
    for fails, why in shortfalls:
        if fails:
            return False, why
    return True, f"all {len(facts)} facts stated" if stated else f"{record.status}, as called for"
