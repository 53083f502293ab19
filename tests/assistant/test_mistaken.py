"""A clause is called false where the forest is sure that the statement nearest to it denies it, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest
from heart_library import asked, judged, lexicon, profile

from assistant.premises.mistaken import WEIGHTS, as_question, clauses_judged, find_mistaken
from assistant.premises.mistaken_signals import read_mistaken
from assistant.premises.settled_signals import Weighed
from assistant.retrieval.forest import Forest, read_forest

EARLY = "Spironolactone should be introduced early, and be a priority from the outset."
AVOID = "Do NOT use enalapril routinely: bisoprolol is preferred, unless blood pressure is high."
EQUAL = "Bisoprolol is as effective as carvedilol in stable heart failure."
OFFER = "Enalapril should be offered regardless of the pulse."


def forest(share: float) -> Forest:
    """One tree: a leaf with this share, reached whatever the signals are."""
    one = np.ones(1, dtype=np.float32)
    shares = np.array([[share]], dtype=np.float32)
    return Forest(names=(), signal=0 * one, bound=0 * one, below=-one, above=-one, shares=shares, roots=one)


def called_false(question: str, against: str, *, share: float = 0.9, relevance: float = 1.0) -> str:
    denial = find_mistaken(
        asked(question),
        find=lambda _: [judged(profile(against), relevance=relevance)],
        read=asked,
        weigh=lambda _clause, _entry: Weighed(),
        lexicon=lexicon(),
        forest=forest(share),
    )
    return denial.claimed if denial else ""


def test_shipped_forest_reads_signals_that_are_there() -> None:
    clause = "spironolactone only comes in at the end"
    read = asked(as_question(clause, "en"))
    there = read_mistaken(clause, read, judged(profile(EARLY)), Weighed(), lexicon=lexicon())
    assert set(read_forest(WEIGHTS).names) <= set(there)


@pytest.mark.parametrize(
    ("question", "claimed"),
    [
        pytest.param(
            "Spironolactone only comes in at the very end, so when is that for me?",
            "Spironolactone only comes in at the very end",
            id="stated-before-the-question",
        ),
        pytest.param(
            "I was told that spironolactone is kept for last, so how long do I wait?",
            "spironolactone is kept for last",
            id="told",
        ),
        pytest.param("Why is spironolactone left for the end?", "is spironolactone left for the end", id="why"),
        pytest.param(
            "My doctor says she should wait with spironolactone, right?", "she should wait with spironolactone", id="ought"
        ),
    ],
)
def test_clause_is_called_false_where_the_forest_is_sure(question: str, claimed: str) -> None:
    assert called_false(question, EARLY) == claimed
    assert called_false(question, EARLY, share=0.5) == ""
    assert called_false(question, EARLY, relevance=0.5) == ""


@pytest.mark.parametrize(
    ("question", "against"),
    [
        pytest.param("Does spironolactone only come in at the end?", EARLY, id="asked-whether"),
        pytest.param("She was put on spironolactone last year. What now?", EARLY, id="of-one-person"),
        pytest.param("We plan to add spironolactone last, so which dose?", EARLY, id="planned"),
        pytest.param("Spironolactone might come last, so when?", EARLY, id="hedged"),
        pytest.param("Stable heart failure, no oedema. When spironolactone?", EARLY, id="no-verb"),
        pytest.param("Since enalapril is not for everybody, what else is there?", AVOID, id="both-deny"),
        pytest.param("As bisoprolol is preferred, when would you switch?", AVOID, id="prefers-the-same"),
        pytest.param("Given that bisoprolol is as good, which dose?", EQUAL, id="holds-both-for-equal"),
        pytest.param("A slow pulse doesn't rule out enalapril. Which dose?", OFFER, id="nothing-bars-it"),
    ],
)
def test_what_is_not_stated_flatly_or_may_be_so_is_never_called_false(question: str, against: str) -> None:
    assert called_false(question, against) == ""


def test_no_more_than_three_clauses_are_judged() -> None:
    question = " ".join(f"Drug number {place} is given first." for place in range(6)) + " Which is the best?"
    assert len(list(clauses_judged(question, lexicon=lexicon()))) == 3


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("The tablets will cure my sister, so when may she stop them?", id="foretold"),
        pytest.param("Now that enalapril will heal my brother, how long?", id="now-that"),
    ],
)
def test_what_is_foretold_of_one_person_is_judged(question: str) -> None:
    assert list(clauses_judged(question, lexicon=lexicon()))


def test_share_is_put_right_by_a_share_alone() -> None:
    question = "Half of all patients have angioedema on spironolactone, so who stays on it?"
    assert called_false(question, EARLY) == ""
    assert (
        called_false(question, "About 1 in 5 patients have angioedema.")
        == "Half of all patients have angioedema on spironolactone"
    )


def test_what_is_concluded_without_a_verb_of_its_own_is_judged() -> None:
    question = "Worse on enalapril so leaving spironolactone out from here. Which drug next?"
    assert called_false(question, EARLY) == "Worse on enalapril so leaving spironolactone out from here"
    assert called_false("Worse on enalapril and spironolactone from here. Which drug next?", EARLY) == ""
