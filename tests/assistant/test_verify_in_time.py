"""What is put off, done beforehand or kept for who had it before is told so, and told so only then."""

import pytest
from verifying import codes


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        (
            "Premedication is needed in patients who have reacted before.",
            "Before colvamab, premedication is required to prevent reactions.",
            False,
        ),
        ("Give the vitamin to babies who have bled before.", "Give vitamin K at birth to prevent bleeding.", False),
        ("Offer a helmet to children with a history of falls.", "Offer a helmet to children to prevent falls.", False),
        (
            "Prescribe a stool softener if the patient has had constipation in the past.",
            "Prescribe a stool softener with opioids to prevent constipation.",
            False,
        ),
        (
            "Antibiotics are given before the procedure, with vancomycin kept for patients who have had an infection previously.",
            "Antibiotics, either cefazolin or vancomycin, are given before the procedure to prevent infection.",
            False,
        ),
        ("Anyone who has already had a stroke needs aspirin.", "Adults need aspirin to prevent a stroke.", False),
        ("Adults who have previously had a stroke need aspirin.", "Aspirin is needed after a stroke in adults.", True),
        ("Adults with a history of stroke need aspirin.", "Adults with a previous stroke need aspirin.", True),
        (
            "Before colvamab, premedication is needed to prevent reactions.",
            "Before colvamab, premedication is required to prevent reactions.",
            True,
        ),
        ("Statins prevent gallstone attacks.", "Statins delay the time to a first gallstone attack.", False),
        ("Braces prevent fractures in these children.", "Braces delay the first fracture in these children.", False),
        (
            "Corvalin prevents more relapses than mestor.",
            "Corvalin significantly delays the first relapse compared with mestor.",
            False,
        ),
        ("Exercise wards off dementia.", "Exercise delays the onset of dementia.", False),
        ("With the implant there are fewer attacks.", "The implant delays attacks.", False),
        ("Early treatment stops progression of the disease.", "Early treatment delays progression of the disease.", False),
        ("Statins put off the first gallstone attack.", "Statins delay the time to a first gallstone attack.", True),
        ("Exercise postpones the onset of dementia.", "Exercise delays the onset of dementia.", True),
        ("Early treatment slows progression of the disease.", "Early treatment delays progression of the disease.", True),
        ("Exercise prevents or delays dementia.", "Exercise prevents or delays dementia.", True),
        ("Wash the eye before the laser session.", "Wash the eye during the laser session.", False),
        ("Avoid alcohol in the run-up to treatment with corvalin.", "Avoid alcohol during treatment with corvalin.", False),
        ("Drink water ahead of the infusion.", "Drink water during the infusion.", False),
        ("Measure the blood pressure during the infusion.", "Measure the blood pressure before the infusion.", False),
        (
            "Hearing tests can be done once the antibiotic has been started.",
            "Hearing tests should be done before starting the antibiotic.",
            False,
        ),
        (
            "Teeth are examined before the drug, and treated while taking the drug.",
            "Examine and treat the teeth before the drug.",
            False,
        ),
        ("Avoid alcohol while taking corvalin.", "Avoid alcohol during treatment with corvalin.", True),
        ("Measure the blood pressure ahead of the infusion.", "Measure the blood pressure before the infusion.", True),
        (
            "Hearing should be tested before the antibiotic is started.",
            "Hearing tests should be done before starting the antibiotic.",
            True,
        ),
        ("Wash the eye during the laser session.", "Wash the eye during the laser session.", True),
        ("Throughout the infusion, drink water.", "Drink water during the infusion.", True),
    ],
)
def test_who_and_when_stay_as_the_cited_words_tell_them(claim: str, evidence: str, *, supported: bool) -> None:
    assert (codes(claim, evidence) == set()) is supported
