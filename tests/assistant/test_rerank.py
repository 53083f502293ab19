"""Relevance is a weighted sum of the signals between 0 and 1; order, ties and depth hold whatever the weights."""

from collections.abc import Mapping

import pytest
from heart_library import asked, heart_reader, lexicon

from assistant.answers import Audience
from assistant.retrieval.rerank import DEPTH, judge, load_weights, rerank
from assistant.retrieval.retrieve import retrieve
from assistant.retrieval.signals import Judged

READER = heart_reader()


def ranked(
    question: str, weights: Mapping[str, float] | None = None, *, audience: Audience = Audience.CLINICIAN
) -> tuple[Judged, ...]:
    hits = retrieve(asked(question), index=READER.index, lexicon=lexicon())
    return rerank(
        asked(question),
        hits,
        profiles=READER.profiles,
        terms=READER.terms,
        lexicon=lexicon(),
        audience=audience,
        weights=weights,
    )


def test_weighed_signals_put_the_statements_that_have_them_first() -> None:
    found = ranked("dose of spironolactone", {"bias": -1.0, "shape": 2.0, "concepts": 2.0, "other_drugs": -1.0})
    assert found[0].profile.statement.text == "Start spironolactone at 25 mg once daily."
    assert found[0].hit.relevance > found[-1].hit.relevance


def test_equal_relevance_keeps_the_fused_order() -> None:
    hits = retrieve(asked("salt"), index=READER.index, lexicon=lexicon())
    found = ranked("salt", {"bias": 0.0})
    assert [entry.hit.statement for entry in found] == [hit.statement for hit in hits[:DEPTH]]
    assert {entry.hit.relevance for entry in found} == {0.5}


@pytest.mark.parametrize("bias", [-1e9, 1e9], ids=["hopeless", "certain"])
def test_relevance_stays_between_0_and_1_whatever_the_weights(bias: float) -> None:
    assert all(0 <= entry.hit.relevance <= 1 for entry in ranked("salt", {"bias": bias}))


def test_ranks_count_from_1_and_the_rest_of_a_hit_stays() -> None:
    hits = {hit.statement.statement_id: hit for hit in retrieve(asked("carvedilol"), index=READER.index, lexicon=lexicon())}
    found = ranked("carvedilol")
    assert [entry.hit.rank for entry in found] == list(range(1, len(found) + 1))
    assert [entry.hit.relevance for entry in found] == sorted((entry.hit.relevance for entry in found), reverse=True)
    for entry in found:
        before = hits[entry.hit.statement.statement_id]
        assert (entry.hit.dense, entry.hit.lexical, entry.hit.fused) == (before.dense, before.lexical, before.fused)
        assert entry.profile.statement == entry.hit.statement


def test_only_the_best_hits_are_judged() -> None:
    hit = retrieve(asked("salt"), index=READER.index, lexicon=lexicon())[0]
    found = judge(
        asked("salt"),
        [hit] * (DEPTH + 1),
        profiles=READER.profiles,
        terms=READER.terms,
        lexicon=lexicon(),
        audience=Audience.CLINICIAN,
    )
    assert len(found) == DEPTH


def test_no_hit_gives_nothing() -> None:
    assert rerank(asked("salt"), [], profiles={}, terms=READER.terms, lexicon=lexicon(), audience=Audience.CLINICIAN) == ()


def test_shipped_weights_name_only_signals_that_exist() -> None:
    signals = ranked("salt")[0].signals
    assert set(load_weights()) - {"bias"} == set(signals)


@pytest.mark.parametrize("signal", ["clash", "clash_above", "concept_gap", "shape_gap", "word_gap", "population_gap"])
def test_shipped_weights_never_reward_a_gap_or_a_clash(signal: str) -> None:
    assert load_weights()[signal] <= 0


def test_shipped_weights_move_the_sources_written_for_the_reader_up_and_never_down() -> None:
    question = "Why should a beta-blocker not be stopped suddenly?"
    ranks = {
        audience: {entry.hit.statement.statement_id: entry.hit.rank for entry in ranked(question, audience=audience)}
        for audience in Audience
    }
    for_patients = {entry.hit.statement.statement_id for entry in ranked(question) if entry.profile.source.audience == "patient"}
    moved = [ranks[Audience.CLINICIAN][i] - ranks[Audience.PATIENT][i] for i in for_patients]
    assert min(moved) >= 0
    assert max(moved) > 0
