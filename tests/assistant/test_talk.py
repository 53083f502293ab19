"""A follow-up's statements are ordered by what conversations taught, where they taught it, and else as before."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from heart_library import heart_reader, judged, profile, source

from assistant.answers import Audience, StandaloneQuestion
from assistant.followups.blend import AFIELD, blend
from assistant.followups.talk import (
    NAMES,
    SIGNALS,
    WEIGHTS,
    Talk,
    TalkWeights,
    in_order,
    knows,
    read_talk,
    shown_in,
    talk_signals,
)
from assistant.retrieval.signals import Judged
from ingest.embed import BUNDLED_SHA256

BOARD = source("board")
SALT, WATER, TEA = (
    profile(text, of=BOARD, order=order) for order, text in enumerate(("Salt is limited.", "Water is free.", "Tea is allowed."))
)
ALL = (SALT, WATER, TEA)
MOST_BYTES = 1_500_000


def weights(**signals: float) -> TalkWeights:
    """Weights of some signals, and one layer that begins at the question before and moves nothing."""
    return TalkWeights(
        model="mine",
        statements=frozenset(one.statement.statement_id for one in ALL),
        into=np.zeros((1, 6, 1), dtype=np.float32),
        bias=np.zeros((1, 1), dtype=np.float32),
        back=np.zeros((1, 1, 2), dtype=np.float32),
        bases=np.array([[0.0, 0.0, 1.0]], dtype=np.float32),
        reach=np.array([signals.pop("reach", 0.0)], dtype=np.float32),
        signals=np.array([signals.get(name, 0.0) for name in SIGNALS], dtype=np.float32),
        offset=np.zeros(1, dtype=np.float32),
    )


def talk(whole: Sequence[Judged], alone: Sequence[Judged] = (), **fields: object) -> Talk:
    held = {
        "vectors": np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]], dtype=np.float32),
        "nearby": np.array([[1.0, 0.0], [0.0, 1.0], [0.6, 0.8]], dtype=np.float32),
        "rows": {one.statement.statement_id: row for row, one in enumerate(ALL)},
        "shown": (),
        "words": 3,
        "rewritten": True,
    }
    return Talk(whole=whole, alone=alone or whole, of_patients=alone or whole, **held | fields)  # type: ignore[arg-type]


def order(entries: Sequence[Judged]) -> list[str]:
    return [entry.profile.statement.text for entry in entries]


def found(salt: float, water: float, *, clash: float = 0.0) -> list[Judged]:
    entries = [judged(SALT, relevance=salt, clash=0.0), judged(WATER, relevance=water, clash=clash)]
    return sorted(entries, key=lambda entry: -entry.hit.relevance)


def test_what_the_weights_count_decides_the_order() -> None:
    turn = talk(found(0.9, 0.2), found(0.1, 0.8))
    assert order(in_order(turn, weights(whole=1.0))) == ["Salt is limited.", "Water is free."]
    assert order(in_order(turn, weights(alone=1.0))) == ["Water is free.", "Salt is limited."]


def test_relevance_falls_with_the_rank_and_stays_a_share() -> None:
    entries = in_order(talk(found(0.9, 0.2)), weights(whole=1.0))
    assert [entry.hit.rank for entry in entries] == [1, 2]
    assert [entry.hit.relevance for entry in entries] == pytest.approx([0.9, 0.2])


def test_statement_that_only_a_lighter_reading_finds_can_come_first() -> None:
    entries = in_order(talk([judged(SALT, relevance=0.5)], [judged(TEA, relevance=0.9)]), weights(alone=1.0))
    assert order(entries) == ["Tea is allowed.", "Salt is limited."]


def test_nearness_to_the_question_before_counts_by_the_layer() -> None:
    assert order(in_order(talk(found(0.6, 0.5)), weights(whole=1.0)))[0] == "Salt is limited."
    assert order(in_order(talk(found(0.6, 0.5)), weights(whole=1.0, reach=2.0)))[0] == "Water is free."


def test_statement_about_other_patients_is_not_raised() -> None:
    turn = talk(found(0.5, 0.4, clash=1.0), found(0.1, 0.9))
    entries = {entry.profile.statement.text: entry.hit.relevance for entry in in_order(turn, weights(alone=1.0))}
    assert entries["Water is free."] == pytest.approx(0.4)


def test_what_the_last_answer_showed_is_told_by_its_words() -> None:
    said = "**water is free** [1].\n\n- Salt is limited [2]."
    statements = [one.statement for one in ALL]
    assert [one.text for one in shown_in(said, statements)] == ["Water is free.", "Salt is limited."]
    assert shown_in("I don't know.", statements) == ()


def test_signals_tell_what_stands_by_the_last_answer_and_not_what_it_showed() -> None:
    turn = talk(found(0.9, 0.8), shown=(WATER.statement,))
    table = dict(zip(SIGNALS, talk_signals(turn, turn.found).T, strict=True))
    assert table["section"].tolist() == table["first_section"].tolist() == table["source"].tolist() == [1.0, 1.0]
    quiet = dict(zip(SIGNALS, talk_signals(talk(found(0.9, 0.8)), turn.found).T, strict=True))
    assert quiet["section"].tolist() == quiet["source"].tolist() == [0.0, 0.0]
    assert set(table) == set(SIGNALS)


@pytest.mark.parametrize("asked", ["besides", "reason"])
def test_what_opened_the_answer_yields_only_where_something_else_or_a_reason_is_asked(asked: str) -> None:
    against = {f"first_{asked}": -3.0}
    shown = {"shown": (SALT.statement, WATER.statement)}
    assert order(in_order(talk(found(0.9, 0.5), **shown), weights(whole=1.0, **against)))[0] == "Salt is limited."
    entries = in_order(talk(found(0.9, 0.5), **shown, **{asked: True}), weights(whole=1.0, **against))
    assert order(entries) == ["Water is free.", "Salt is limited."]


@pytest.mark.parametrize(
    ("typed", "besides", "reason"),
    [
        ("anything else?", True, False),
        ("who else could have it", True, False),
        ("¿y qué más?", True, False),
        ("how come", False, True),
        ("¿por qué?", False, True),
        ("how often?", False, False),
    ],
)
def test_turn_tells_whether_it_asks_for_something_else_or_a_reason(typed: str, besides: bool, reason: bool) -> None:
    turn = heart_reader().talk(StandaloneQuestion(text=typed, before="Salt?"), ())
    assert (turn.besides, turn.reason) == (besides, reason)


def test_weights_are_silent_for_another_model_and_for_statements_they_never_met() -> None:
    assert knows(weights(), "mine", found(0.9, 0.8))
    assert not knows(weights(), "theirs", found(0.9, 0.8))
    assert not knows(weights(), "mine", [judged(profile("Bread is new.", of=BOARD), relevance=0.9)])
    assert not knows(weights(), "mine", [])


def test_other_library_is_ordered_by_the_mean_of_the_readings() -> None:
    reader = heart_reader()
    asked = {"audience": Audience.CLINICIAN, "allowed": frozenset(reader.index.documents)}
    read = StandaloneQuestion(text="dose of spironolactone", rewritten=True, alone="dose", before="spironolactone", words=1)
    whole, alone = (reader.find(text, **asked) for text in (read.text, read.alone))  # type: ignore[arg-type]
    follow_up = reader.find_follow_up(read, **asked)  # type: ignore[arg-type]
    assert follow_up.judged == blend(whole.judged, [(alone.judged, AFIELD[0])])
    assert reader.find_follow_up(replace(read, alone="", before=""), **asked) == whole  # type: ignore[arg-type]


def test_shipped_weights_belong_to_the_bundled_model_and_are_small() -> None:
    assert read_talk().model == BUNDLED_SHA256
    assert read_talk().signals.shape == (len(SIGNALS),)
    assert WEIGHTS.stat().st_size < MOST_BYTES


def test_names_of_the_parts_are_those_of_the_weights() -> None:
    assert set(NAMES) <= set(TalkWeights.__dataclass_fields__)
