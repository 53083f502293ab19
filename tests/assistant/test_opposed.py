"""Where nothing answers a question, a statement against what it states outright is shown in place of a refusal."""

import pytest
from heart_library import judged, lexicon, profile

from assistant.premises.opposed import find_lifted, find_opposed, find_ruled_out
from assistant.question.asked import read_question
from assistant.retrieval.signals import Judged

AGAINST = profile("Avoid NSAIDs during carvedilol.")
FOR = profile("NSAIDs are given during carvedilol.")
QUESTION = "We always start carvedilol and give NSAIDs some months later. How many months is best?"


def nothing(_: str) -> list[Judged]:
    return []


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(QUESTION, id="stated"),
        pytest.param("How many months after the start of carvedilol are NSAIDs given?", id="built-on"),
    ],
)
def test_statement_that_denies_what_is_said_of_the_same_things_is_found(question: str) -> None:
    found = find_opposed(question, [judged(AGAINST)], find=nothing, lexicon=lexicon())
    assert found is not None
    assert (found.statement_id, found.sure) == (AGAINST.statement.statement_id, False)


@pytest.mark.parametrize(
    ("question", "near"),
    [
        pytest.param(QUESTION, judged(FOR), id="denied-by-nothing"),
        pytest.param(QUESTION, judged(AGAINST, relevance=0.2), id="too-far"),
        pytest.param(QUESTION, judged(profile("Avoid NSAIDs.")), id="one-thing-of-two"),
        pytest.param("We always start carvedilol. How many months is best?", judged(AGAINST), id="one-thing-stated"),
        pytest.param("How long is treatment?", judged(AGAINST), id="nothing-stated"),
        pytest.param("We avoid NSAIDs during carvedilol. How long?", judged(AGAINST), id="said-so-too"),
    ],
)
def test_nothing_else_is(question: str, near: Judged) -> None:
    assert find_opposed(question, [near], find=lambda _: [near], lexicon=lexicon()) is None


def test_statement_near_to_what_is_stated_first_is_found_though_it_is_far_from_the_question() -> None:
    far = judged(AGAINST, relevance=0.2)
    found = find_opposed(QUESTION, [far], find=lambda text: [judged(AGAINST)] if "NSAIDs" in text else [far], lexicon=lexicon())
    assert found is not None
    assert found.statement_id == AGAINST.statement.statement_id


def test_denial_that_another_clause_of_the_statement_shares_is_not_spoken_against() -> None:
    near = judged(profile("Carvedilol is given with NSAIDs for the heart, not with diuretics."))
    question = "We were told that carvedilol with NSAIDs is for the heart, not for diuretics. How long?"
    assert find_opposed(question, [near], find=nothing, lexicon=lexicon()) is None


LIFTED = profile("Carvedilol should be offered to every patient, regardless of age.")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("age cutoff for carvedilol?", id="limit-by-what-is-lifted"),
        pytest.param("Up to which age is carvedilol given?", id="up-to"),
    ],
)
def test_statement_that_lifts_the_measure_of_a_limit_is_shown(question: str) -> None:
    found = find_lifted(read_question(question, lexicon=lexicon()), [judged(LIFTED)], lexicon=lexicon())
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize(
    ("question", "near"),
    [
        pytest.param("weight cutoff for carvedilol?", judged(LIFTED), id="another-measure"),
        pytest.param("age cutoff for furosemide?", judged(LIFTED), id="another-drug"),
        pytest.param("age cutoff for carvedilol?", judged(LIFTED, relevance=0.3), id="too-far"),
        pytest.param("age cutoff for carvedilol?", judged(profile("Carvedilol is given at any hour.")), id="nothing-lifted"),
    ],
)
def test_statement_that_lifts_nothing_of_what_is_asked_is_not(question: str, near: Judged) -> None:
    assert find_lifted(read_question(question, lexicon=lexicon()), [near], lexicon=lexicon()) is None


NO_CHECKS = profile("Routine checks of potassium are not recommended with dapagliflozin.")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How often is the routine potassium check on dapagliflozin?", id="interval"),
        pytest.param("Which potassium cut-off goes for dapagliflozin?", id="cut-off"),
    ],
)
def test_what_is_advised_against_is_shown_where_a_detail_of_it_is_asked(question: str) -> None:
    found = find_ruled_out(read_question(question, lexicon=lexicon()), [judged(NO_CHECKS)], lexicon=lexicon())
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize(
    ("question", "near"),
    [
        pytest.param("How often is potassium checked on dapagliflozin?", judged(NO_CHECKS, relevance=0.5), id="too-far"),
        pytest.param("How often is potassium checked on furosemide?", judged(NO_CHECKS), id="another-drug"),
        pytest.param("Which potassium cut-off?", judged(NO_CHECKS), id="one-thing"),
        pytest.param(
            "How often is potassium checked on dapagliflozin?",
            judged(profile("Potassium is checked with dapagliflozin.")),
            id="affirmed",
        ),
        pytest.param(
            "How often does angioedema come with enalapril?",
            judged(profile("Avoid enalapril after angioedema.")),
            id="told-to-avoid",
        ),
    ],
)
def test_nothing_else_is_ruled_out(question: str, near: Judged) -> None:
    assert find_ruled_out(read_question(question, lexicon=lexicon()), [near], lexicon=lexicon()) is None
