"""Neither all for some, nor the effect for the cause, nor a gain where none is, nor either status for one."""

import pytest
from verifying import codes


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        (
            "Teeth are examined before the drug, and any work can be done once it is under way.",
            "Before the drug: complete dental checks and any dental work before starting the drug.",
            False,
        ),
        ("Scan again every organ.", "Scan again the organs that were abnormal at first.", False),
        ("Repeat the whole set of blood tests.", "Repeat the blood tests that were abnormal.", False),
        ("Remove all of the polyps.", "Remove the polyps that are larger than 1 cm.", False),
        ("Every one of the wounds needs a dressing.", "The wounds that are infected need a dressing.", False),
        (
            "Genetic tests should be offered to everyone.",
            "Genetic tests should be offered to every patient who is being considered for corvalin.",
            False,
        ),
        (
            "Genetic tests should be offered to all patients, whatever their age.",
            "Genetic tests should be offered to every patient who is being considered for corvalin, regardless of age.",
            False,
        ),
        ("Vaccinate all children.", "Vaccinate all children who live with a smoker.", False),
        (
            "Genetic tests should be offered to everyone considered for corvalin.",
            "Genetic tests should be offered to every patient who is being considered for corvalin.",
            True,
        ),
        ("Vaccinate every child who lives with a smoker.", "Vaccinate all children who live with a smoker.", True),
        ("Swelling of the gut is caused by the worm's death.", "Swelling of the gut makes the worm die.", False),
        ("Excess iron is a result of liver damage.", "Excess iron causes liver damage.", False),
        ("The protein comes from growth: growth drives up the protein.", "The protein promotes growth.", False),
        ("Fast growth of the gland drives up the hormone.", "The hormone promotes growth of the gland.", False),
        (
            "High pressure, a consequence of kidney damage, is common.",
            "High pressure, which leads to kidney damage, is common.",
            False,
        ),
        ("Poor sleep is due to pain.", "Poor sleep brings about pain.", False),
        ("Weight gain fuels the hunger.", "Hunger fuels the weight gain.", False),
        ("Liver damage is a result of excess iron.", "Excess iron causes liver damage.", True),
        ("Growth of the gland is driven by the hormone.", "The hormone promotes growth of the gland.", True),
        ("Kidney damage is a consequence of high pressure.", "High pressure, which leads to kidney damage, is common.", True),
        ("Pain is caused by poor sleep.", "Poor sleep brings about pain.", True),
        ("The hormone drives the growth of the gland.", "The hormone promotes growth of the gland.", True),
        ("Excess iron leads to liver damage.", "Excess iron causes liver damage.", True),
        (
            "Corvalin is offered in gout of either ABC status.",
            "Corvalin is offered to people with gout that is XYZ-negative and ABC-negative.",
            False,
        ),
        ("Corvalin is for people of any rhesus status.", "Corvalin is for people who are rhesus negative.", False),
        ("Corvalin helps whatever the ABC status.", "Corvalin helps in ABC-positive gout.", False),
        ("Regardless of HIV status, corvalin is given.", "Corvalin is given to HIV-positive adults.", False),
        ("Corvalin is offered no matter what the antibody status.", "Corvalin is offered to antibody-positive adults.", False),
        (
            "Irrespective of their ABC status, people with gout may take corvalin.",
            "People with ABC-negative gout may take corvalin.",
            False,
        ),
        ("Corvalin is given to adults with HIV.", "Corvalin is given to HIV-positive adults.", True),
        ("Corvalin helps in gout that is ABC-positive.", "Corvalin helps in ABC-positive gout.", True),
        ("Corvalin helps whatever the ABC status.", "Corvalin helps regardless of ABC status.", True),
        ("Whatever the ABC status, corvalin helps.", "Corvalin helps in any ABC status.", True),
        ("Corvalin is given to people who are rhesus negative.", "Corvalin is given to rhesus-negative people.", True),
        ("Corvalin helps in ABC-positive and ABC-negative gout.", "Corvalin helps in ABC-positive and ABC-negative gout.", True),
        (
            "Corvalin should be avoided, for although pain is less, function is not better.",
            "Corvalin has no evidence of a benefit in pain or function.",
            False,
        ),
        ("Pain is better, function is not.", "There is no improvement in pain or function.", False),
        ("Though hospital stay is shorter, survival does not improve.", "The drug does not improve survival.", False),
        (
            "While remission lasts longer, survival is not improved.",
            "There is no evidence of an advantage in survival or remission.",
            False,
        ),
        ("Survival is longer, but quality of life is not.", "Neither survival nor quality of life is longer or better.", False),
        (
            "Despite a higher response rate, survival is not better.",
            "No benefit in response rate or survival has been found.",
            False,
        ),
        (
            "There is no evidence of an advantage in survival or remission.",
            "There is no evidence of an advantage in survival or remission.",
            True,
        ),
        ("Although remission is longer, survival is not.", "Although remission is longer, survival is not longer.", True),
        (
            "Corvalin does not improve survival, but it reduces pain.",
            "Corvalin does not improve survival but reduces pain.",
            True,
        ),
        (
            "Corvalin has no evidence of a benefit in function.",
            "Corvalin has no evidence of a benefit in pain or function.",
            True,
        ),
        ("No benefit in survival has been found.", "No benefit in response rate or survival has been found.", True),
    ],
)
def test_what_is_narrowed_caused_or_denied_stays_so(claim: str, evidence: str, *, supported: bool) -> None:
    assert (codes(claim, evidence) == set()) is supported
