"""Words that only name a figure or a group beside them are heard; what is added takes no other's place."""

import pytest
from verifying import codes


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        (
            "Sometimes the statin is swapped for fenofibrate.",
            "Sometimes ezetimibe alone, or fenofibrate added to the statin, is an option.",
            False,
        ),
        (
            "Sometimes fenofibrate is an option in place of the statin.",
            "Sometimes ezetimibe alone, or fenofibrate added to the statin, is an option.",
            False,
        ),
        (
            "Replacement of the statin by fenofibrate is sometimes an option.",
            "Sometimes ezetimibe alone, or fenofibrate added to the statin, is an option.",
            False,
        ),
        (
            "Sometimes fenofibrate on top of the statin is an option.",
            "Sometimes ezetimibe alone, or fenofibrate added to the statin, is an option.",
            True,
        ),
        ("Amlodipine should take the place of ramipril.", "Amlodipine should be added to the ramipril.", False),
        ("Amlodipine should be given in addition to ramipril.", "Amlodipine should be added to the ramipril.", True),
        (
            "Age <55: knee surgery may be considered.",
            "Knee surgery may be considered in patients <55 years (younger than 55).",
            True,
        ),
        (
            "Age >55: knee surgery may be considered.",
            "Knee surgery may be considered in patients <55 years (younger than 55).",
            False,
        ),
        (
            "Age: under 65, then knee surgery is something to consider.",
            "Knee surgery may be considered in patients <55 years (younger than 55).",
            False,
        ),
        (
            "Whatever the age, knee surgery may be considered.",
            "Knee surgery may be considered in patients <55 years (younger than 55).",
            False,
        ),
        (
            "Age doesn't matter if knee surgery is considered.",
            "Knee surgery may be considered in patients <55 years (younger than 55).",
            False,
        ),
        (
            "Premenopausal status with cysts means treatment with corvalin.",
            "Premenopausal women with cysts are treated with corvalin.",
            True,
        ),
        (
            "Postmenopausal status with cysts means treatment with corvalin.",
            "Premenopausal women with cysts are treated with corvalin.",
            False,
        ),
        (
            "Age over 75: dialysis should be discussed with each patient.",
            "Dialysis should be discussed with each patient over 75 years.",
            True,
        ),
        (
            "Age below 75: dialysis should be discussed with each patient.",
            "Dialysis should be discussed with each patient over 75 years.",
            False,
        ),
        ("Age over 75: screening is offered to patients.", "Do not offer screening to patients over 75 years.", False),
        ("Age over 75: no screening is to be offered to patients.", "Do not offer screening to patients over 75 years.", True),
    ],
)
def test_what_names_a_figure_is_heard_and_what_is_added_replaces_nothing(claim: str, evidence: str, *, supported: bool) -> None:
    assert (not codes(claim, evidence)) is supported
