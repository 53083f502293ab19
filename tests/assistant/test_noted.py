"""A noted difference is shown when the question asks for its point, and not when it asks for something else."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
import pytest
from heart_library import asked, judged, lexicon, profile, source

from assistant.differences.noted import Asking, Entry, Noted, Weights, load_weights
from assistant.differences.taught import ASKS, ASKS_NOT, Taught
from assistant.retrieval.profile import Profile
from ingest.differences import NotedDifference

BOARD, TRUST, CLINIC = (source(name, publisher=f"{name.title()} Society") for name in ("board", "trust", "clinic"))
ONE_WEEK = profile("Check potassium 1 week after starting spironolactone.", of=BOARD)
FOUR_WEEKS = profile("Potassium is checked 4 weeks after starting spironolactone.", of=TRUST)
MONTHLY = profile("Potassium is checked monthly on spironolactone.", of=CLINIC)
DOSE = profile("Spironolactone 25 mg once daily.", of=BOARD)
ON_POINT, OFF_POINT = np.array([1.0, 0.0], dtype=np.float32), np.array([0.0, 1.0], dtype=np.float32)
QUESTION = "When is potassium checked on spironolactone?"


def entry(*sides: Sequence[Profile], kind: str = "interval", people: Collection[str] = (), things: Collection[str] = ()) -> Entry:
    noted = NotedDifference(
        difference_id="potassium",
        kind=kind,
        about={"en": "when potassium is checked"},
        asked=("When is potassium checked?",),
        sides=tuple(tuple(of.statement.statement_id for of in side) for side in sides),
    )
    named = frozenset(things) or lexicon().concepts_in("potassium on spironolactone")
    return Entry(noted=noted, vectors=np.stack([ON_POINT]), things=named, patients=frozenset(people), stems=frozenset({"check"}))


POTASSIUM = entry([ONE_WEEK], [FOUR_WEEKS])


def shown(
    question: str,
    *profiles: Profile,
    like: np.ndarray = ON_POINT,
    entries: Sequence[Entry] = (POTASSIUM,),
    drafts: Sequence[Profile] = (),
) -> list[tuple[str, ...]]:
    noted = Noted(entries, lexicon=lexicon(), vector=lambda _: like)
    asking = Asking(
        asked=asked(question),
        judged=[judged(of, rank=rank) for rank, of in enumerate(profiles, start=1)],
        shown=[of.statement.statement_id for of in (drafts or profiles[:1])],
    )
    by_id = {of.statement.statement_id: of.source.source_id for of in profiles}
    return [tuple(by_id[i] for i in sides) for _, sides in noted.asked_for(asking)]


def test_point_that_is_asked_for_is_shown_with_both_sides() -> None:
    assert shown(QUESTION, ONE_WEEK, FOUR_WEEKS) == [("board", "trust")]


def test_point_is_shown_that_only_a_part_of_the_question_asks_for() -> None:
    def asking(question: str, *near: Profile) -> Asking:
        found = [judged(of, rank=rank) for rank, of in enumerate(near, start=1)]
        return Asking(asked=asked(question), judged=found, shown=[near[0].statement.statement_id])

    whole = asking("What is the dose of spironolactone, and when is potassium checked?", DOSE, ONE_WEEK, FOUR_WEEKS)
    part = asking(QUESTION, ONE_WEEK, FOUR_WEEKS)
    noted = Noted([POTASSIUM], lexicon=lexicon(), vector=lambda one: ON_POINT if one.text == QUESTION else OFF_POINT)
    assert noted.asked_for(whole) == []
    assert [one.noted.difference_id for one, _ in noted.asked_for(whole, part)] == ["potassium"]
    assert len(noted.asked_for(part, part)) == 1


def test_question_for_a_dose_is_shown_no_difference_on_an_interval() -> None:
    assert shown("What is the dose of spironolactone?", DOSE, ONE_WEEK, FOUR_WEEKS, like=OFF_POINT) == []


def test_question_like_no_point_is_shown_none_though_a_side_is_near() -> None:
    assert shown("Why does spironolactone raise potassium?", DOSE, FOUR_WEEKS, ONE_WEEK, like=OFF_POINT) == []


def test_question_about_one_source_alone_is_shown_none() -> None:
    assert shown("According to the Board Society, when is potassium checked on spironolactone?", ONE_WEEK, FOUR_WEEKS) == []


def test_question_whether_others_agree_with_a_source_is_shown_all() -> None:
    question = "The Board Society checks potassium when spironolactone is started: do others agree?"
    assert shown(question, ONE_WEEK, FOUR_WEEKS) == [("board", "trust")]


def test_side_of_a_document_that_may_not_be_used_leaves_no_difference() -> None:
    assert shown(QUESTION, ONE_WEEK, DOSE) == []


def test_entry_about_other_patients_than_those_asked_about_is_not_shown() -> None:
    reduced, preserved = (lexicon().population(text) for text in ("HFrEF", "HFpEF"))
    assert lexicon().excludes(reduced, preserved)
    question = f"{QUESTION.removesuffix('?')} in HFpEF?"
    assert shown(question, ONE_WEEK, FOUR_WEEKS, entries=[entry([ONE_WEEK], [FOUR_WEEKS], people=reduced)]) == []
    for_whom = entry([ONE_WEEK], [FOUR_WEEKS], people=reduced, kind="patients")
    assert shown(question, ONE_WEEK, FOUR_WEEKS, entries=[for_whom]) == [("board", "trust")]


def test_of_a_position_the_statement_that_is_shown_stands() -> None:
    shared = entry([ONE_WEEK], [FOUR_WEEKS, MONTHLY])
    assert shown(QUESTION, ONE_WEEK, FOUR_WEEKS, MONTHLY, entries=[shared], drafts=[ONE_WEEK, MONTHLY]) == [("board", "clinic")]


def test_a_statement_stands_on_a_side_of_one_difference_only() -> None:
    twice = replace(POTASSIUM, noted=replace(POTASSIUM.noted, difference_id="again"))
    assert shown(QUESTION, ONE_WEEK, FOUR_WEEKS, entries=[POTASSIUM, twice]) == [("board", "trust")]


def test_register_holds_two_statements_of_one_entry_only() -> None:
    noted = Noted([POTASSIUM], lexicon=lexicon(), vector=lambda _: ON_POINT)
    assert noted.holds([of.statement.statement_id for of in (ONE_WEEK, FOUR_WEEKS)])
    assert not noted.holds([of.statement.statement_id for of in (ONE_WEEK, MONTHLY)])


@pytest.mark.parametrize("signal", ["lead", "over", "near", "second", "shown", "things", "words", "ruled"])
def test_what_speaks_for_a_difference_weighs_for_it(signal: str) -> None:
    assert load_weights().weights[signal] > 0
    assert load_weights().taught[signal] > 0


@pytest.mark.parametrize(
    ("like", "expected"),
    [
        pytest.param(ON_POINT, [("board", "trust")], id="like-one-that-asks-for-it"),
        pytest.param(OFF_POINT, [], id="like-one-that-asks-for-something-else"),
    ],
)
def test_question_is_held_against_those_that_people_wrote(like: np.ndarray, expected: list[tuple[str, ...]]) -> None:
    written = Taught(
        model="mine",
        ids=("potassium",),
        vectors=np.stack([ON_POINT, OFF_POINT]),
        asks=np.array([[ASKS], [ASKS_NOT]], dtype=np.float32),
    )
    only_taught = Weights(weights={"bias": 0.0}, taught={"taught_lead": 9.0, "bias": 0.0}, first=0.5, second=0.7)
    noted = Noted([POTASSIUM], lexicon=lexicon(), vector=lambda _: like, weights=only_taught, taught=written)
    asking = Asking(asked=asked(QUESTION), judged=[judged(ONE_WEEK), judged(FOUR_WEEKS, rank=2)], shown=[])
    sources = {of.statement.statement_id: of.source.source_id for of in (ONE_WEEK, FOUR_WEEKS)}
    assert [tuple(sources[i] for i in sides) for _, sides in noted.asked_for(asking)] == expected


def test_no_difference_is_shown_of_which_the_model_is_not_sure() -> None:
    doubting = Weights(weights={"bias": -9.0}, taught={"bias": 9.0}, first=0.3, second=0.7)
    noted = Noted([POTASSIUM], lexicon=lexicon(), vector=lambda _: ON_POINT, weights=doubting)
    asking = Asking(asked=asked(QUESTION), judged=[judged(ONE_WEEK), judged(FOUR_WEEKS, rank=2)], shown=[])
    assert noted.asked_for(asking) == []


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("One nurse says potassium after a week, the other says after four. Which is it?", True),
        ("My cardiologist told me one week, a second one told me four weeks.", True),
        ("I read contradictory things about when potassium is checked.", True),
        ("Una doctora dice una semana y la otra dice cuatro. ¿Quién tiene razón?", True),
        ("The nurse says potassium is checked. When is that?", False),
        ("When is potassium checked, and what else?", False),
    ],
    ids=["one and the other", "a second", "contradictory", "Spanish", "one view", "no view"],
)
def test_who_tells_of_two_views_is_shown_a_difference_that_is_half_as_sure(question: str, told: bool) -> None:
    weights = Weights(weights={"bias": -1.2}, taught={}, first=0.3, second=0.7)
    noted = Noted([POTASSIUM], lexicon=lexicon(), vector=lambda _: ON_POINT, weights=weights)
    near = [judged(of, rank=rank) for rank, of in enumerate((ONE_WEEK, FOUR_WEEKS), start=1)]
    found = noted.asked_for(Asking(asked=asked(question), judged=near, shown=[ONE_WEEK.statement.statement_id]))
    assert bool(found) is told
