"""A statement that is likely against a clause is read in place of a refusal; one that bears it out isn't."""

from __future__ import annotations

import numpy as np
import pytest
from heart_library import asked, judged, lexicon, profile

from assistant.answers import Evidence
from assistant.premises.likely import find_likely
from assistant.premises.settled_signals import Weighed
from assistant.retrieval.forest import Forest
from assistant.retrieval.signals import Judged
from assistant.verify import verify_claim

WEEKLY = "Bisoprolol 5 mg every 2 weeks in stable heart failure."
BETTER = "Carvedilol is preferred over bisoprolol in stable heart failure."
ALL = "Spironolactone should be given to all patients, regardless of potassium."
INCURABLE = "Heart failure can be treated but is incurable."
NOT_DELAYED = "A heart transplant should not delay bisoprolol."


def forest(share: float) -> Forest:
    """One tree: a leaf with this share, reached whatever the signals are."""
    one = np.ones(1, dtype=np.float32)
    shares = np.array([[share]], dtype=np.float32)
    return Forest(names=(), signal=0 * one, bound=0 * one, below=-one, above=-one, shares=shares, roots=one)


def weigh(clause: str, entry: Judged) -> Weighed:
    return Weighed(verdict=verify_claim(clause, (Evidence(text=entry.profile.statement.text),), lexicon=lexicon()))


def likely(question: str, *told: str, share: float = 0.0, relevance: float = 0.9) -> str:
    denial = find_likely(
        asked(question),
        find=lambda _: [judged(profile(one), relevance=relevance) for one in told],
        read=asked,
        weigh=weigh,
        lexicon=lexicon(),
        forest=forest(share),
    )
    assert denial is None or not denial.sure
    return denial.claimed if denial else ""


@pytest.mark.parametrize(
    ("question", "told", "claimed"),
    [
        pytest.param("Bisoprolol 5 mg weekly - at what hour?", WEEKLY, "Bisoprolol 5 mg weekly", id="another-interval"),
        pytest.param("Bisoprolol 8 mg every 2 weeks, so who pays?", WEEKLY, "Bisoprolol 8 mg every 2 weeks", id="another-dose"),
        pytest.param(
            "Bisoprolol preferred over carvedilol, so who pays?", BETTER, "Bisoprolol preferred over carvedilol", id="sides"
        ),
        pytest.param(
            "Carvedilol inferior to bisoprolol, so who pays?", BETTER, "Carvedilol is inferior to bisoprolol", id="without-a-verb"
        ),
        pytest.param("Carvedilol and bisoprolol equal, so who pays?", BETTER, "Carvedilol and bisoprolol is equal", id="equal"),
        pytest.param(
            "Spironolactone withheld until fainting. Which grade?", ALL, "Spironolactone withheld until fainting", id="denied"
        ),
        pytest.param(
            "How many tablets does it take till heart failure is gone for good?",
            INCURABLE,
            "heart failure is gone for good",
            id="cure-built-on",
        ),
        pytest.param(
            "Once they operate my heart failure will be cured, so when can I run?",
            INCURABLE,
            "Once they operate my heart failure will be cured",
            id="cure-stated",
        ),
        pytest.param(
            "Heart transplant first, then bisoprolol. How long between?",
            NOT_DELAYED,
            "Heart transplant first, then bisoprolol",
            id="order",
        ),
    ],
)
def test_statement_that_is_likely_against_a_clause_is_told(question: str, told: str, claimed: str) -> None:
    assert likely(question, told) == claimed
    assert likely(question, told, relevance=0.5) == ""


def test_clause_that_the_forest_takes_for_likely_false_is_told() -> None:
    question = "Keeping carvedilol back hurts nobody, so which diuretic?"
    assert likely(question, BETTER, share=0.7) == "Keeping carvedilol back hurts nobody"
    assert likely(question, BETTER, share=0.3) == ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("Bisoprolol 5 mg every 2 weeks - at what hour?", [WEEKLY], id="same-figure"),
        pytest.param("Bisoprolol 5 mg weekly - at what hour?", [WEEKLY, "Bisoprolol 5 mg weekly."], id="another-page-gives-it"),
        pytest.param("Verapamil 5 mg weekly - at what hour?", [WEEKLY], id="another-drug"),
        pytest.param("Carvedilol preferred over bisoprolol, so who pays?", [BETTER], id="same-sides"),
        pytest.param("Is bisoprolol 5 mg given weekly?", [WEEKLY], id="asked-whether"),
        pytest.param("We want to give bisoprolol 5 mg weekly. At what hour?", [WEEKLY], id="wished"),
        pytest.param("She had bisoprolol 5 mg weekly. What does it cost?", [WEEKLY], id="of-one-person"),
        pytest.param("How much more does bisoprolol cost than carvedilol?", [BETTER], id="only-built-on"),
        pytest.param("Heart failure is never gone for good, so which scan?", [INCURABLE], id="knows-it"),
    ],
)
def test_what_is_borne_out_or_not_stated_flatly_stays_refused(question: str, told: list[str]) -> None:
    assert likely(question, *told) == ""
