"""Where nothing answers a question, a statement against what it states outright is shown in place of a refusal."""

import pytest
from heart_library import judged, lexicon, profile

from assistant.opposed import find_opposed

AGAINST = profile("Avoid NSAIDs during carvedilol.")
FOR = profile("NSAIDs are given during carvedilol.")
QUESTION = "We always start carvedilol and give NSAIDs some months later. How many months is best?"


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(QUESTION, id="stated"),
        pytest.param("How many months after the start of carvedilol are NSAIDs given?", id="built-on"),
    ],
)
def test_statement_that_denies_what_is_said_of_the_same_things_is_found(question: str) -> None:
    found = find_opposed(question, [judged(AGAINST)], lexicon=lexicon())
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
def test_nothing_else_is(question: str, near: object) -> None:
    assert find_opposed(question, [near], lexicon=lexicon()) is None  # type: ignore[list-item]
