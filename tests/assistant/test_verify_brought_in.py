"""An exception, a cause, a difference or an addition that the claim brings in is one of the cited words."""

import pytest
from verifying import codes


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        (
            "Progression was delayed by 9.4 months more with letrozole than with tamoxifen.",
            "Letrozole was superior to tamoxifen: time to progression was significantly longer (9.4 vs 6.0 months).",
            False,
        ),
        (
            "With letrozole, time to progression was 9.4 months longer.",
            "Letrozole was superior to tamoxifen: time to progression was significantly longer (9.4 vs 6.0 months).",
            False,
        ),
        ("Hypercalcemia can be caused by bisphosphonates.", "Bisphosphonates are effective for hypercalcemia.", False),
        ("Bisphosphonates work for hypercalcemia.", "Bisphosphonates are effective for hypercalcemia.", True),
        ("Ondansetron causes vomiting.", "Ondansetron relieves vomiting.", False),
        ("Constipation is caused by opioids.", "Opioids cause constipation, which senna treats.", True),
        ("Atezolizumab blocks the enzyme PD-L1.", "Atezolizumab inhibits the enzyme PD-L1.", True),
        ("The proton pump blocks omeprazole.", "Omeprazole blocks the proton pump.", False),
        ("Omeprazole inhibits the proton pump.", "Omeprazole blocks the proton pump.", True),
        (
            "Patients whose disease progresses should be given the next-line therapy in addition to the current one.",
            "When the disease progresses, patients should be switched to next-line therapy.",
            False,
        ),
        (
            "On progression, next-line therapy is added to the current therapy.",
            "When the disease progresses, patients should be switched to next-line therapy.",
            False,
        ),
        (
            "Patients whose disease progresses should move on to next-line therapy.",
            "When the disease progresses, patients should be switched to next-line therapy.",
            True,
        ),
        (
            "People may get new drugs unless they take part in a trial.",
            "Taking part in a trial may give access to new drugs.",
            False,
        ),
        ("People may get new drugs if they take part in a trial.", "Taking part in a trial may give access to new drugs.", True),
        (
            "Vaccination with influenza vaccine is recommended each year, unless the patient is pregnant.",
            "Vaccination with influenza vaccine is recommended each year.",
            False,
        ),
        (
            "Each year influenza vaccine is recommended, except for children.",
            "Vaccination with influenza vaccine is recommended each year.",
            False,
        ),
        ("Each year influenza vaccine is recommended.", "Vaccination with influenza vaccine is recommended each year.", True),
        (
            "No routine brain imaging (ABC-positive and severe disease excepted).",
            "Brain imaging is NOT routinely recommended, even when the disease is ABC-positive or severe.",
            False,
        ),
        (
            "Brain imaging is not routinely recommended, whether or not the disease is ABC-positive or severe.",
            "Brain imaging is NOT routinely recommended, even when the disease is ABC-positive or severe.",
            True,
        ),
        (
            "X-ray contrast must not be used in children with kidney failure.",
            "Do not use X-ray contrast in children with kidney failure.",
            True,
        ),
        ("Warfarin may be used unless the kidneys work poorly.", "Warfarin may be used if the kidneys work poorly.", False),
        (
            "Unless surgery is urgent, patients should stop smoking before it.",
            "Patients should stop smoking before surgery unless surgery is urgent.",
            True,
        ),
    ],
)
def test_what_the_cited_words_do_not_set_apart_add_or_cause_is_refused(claim: str, evidence: str, *, supported: bool) -> None:
    assert (not codes(claim, evidence)) is supported
