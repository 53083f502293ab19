"""Before and during a treatment, told by when it is begun and how long it goes on."""

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim
from assistant.verify.begun import begun

CITED = "Measure the blood pressure before and during treatment with tilamine."
TOLD = [
    "Blood pressure is measured before tilamine is started and for as long as it is given.",
    "Blood pressure is measured before tilamine is begun and again while the patient is on it.",
    "Blood pressure is measured ahead of the first dose and again while she is on tilamine.",
    "Blood pressure is measured prior to the first infusion and for as long as tilamine runs.",
    "Blood pressure is measured before the start of treatment and as long as tilamine continues.",
]
WRONG = [
    "Blood pressure is measured after the first dose and while the patient is on tilamine.",
    "Blood pressure is measured before tilamine is started and once it has been stopped.",
    "Blood pressure is measured before tilamine is started and for as long as the patient lives.",
    "Blood pressure is measured before each dose and again while the patient is on tilamine.",
    "Blood pressure is measured ahead of every infusion and during treatment with tilamine.",
    "Blood pressure is measured before mestor is started and while the patient is on tilamine.",
    "Blood pressure is measured before tilamine is started and while the patient is on mestor.",
    "Blood pressure is measured before tilamine is started and while the fever lasts.",
]


@pytest.mark.parametrize("claim", TOLD)
def test_its_start_and_its_course_say_before_and_during(claim: str) -> None:
    assert verify_claim(claim, (Evidence(text=CITED),), lexicon=LEXICON).supported


@pytest.mark.parametrize("claim", WRONG)
def test_another_time_or_another_medicine_is_not_said(claim: str) -> None:
    assert not verify_claim(claim, (Evidence(text=CITED),), lexicon=LEXICON).supported


@pytest.mark.parametrize(
    "cited", ["Measure the blood pressure before tilamine.", "Measure it before the first dose and during the first infusion."]
)
def test_the_claim_stays_where_the_cited_words_name_other_times(cited: str) -> None:
    claim = "Blood pressure is measured before the first dose and again."
    assert begun(claim, (Evidence(text=cited),)) == claim
