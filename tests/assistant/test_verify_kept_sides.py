"""In the place of a thing, the better of two, both of two conditions, one of two steps."""

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim

CASES = [
    (
        "Metformin should be added to the insulin of patients with type 2 diabetes.",
        [
            "Patients with type 2 diabetes on insulin should get metformin as well.",
            "Metformin should be given on top of insulin in type 2 diabetes.",
        ],
        [
            "Patients with type 2 diabetes should be moved from their insulin to metformin.",
            "Patients with type 2 diabetes should be switched from insulin to metformin.",
        ],
    ),
    (
        "Inhaled steroids should be added to the reliever of children with asthma.",
        ["Children with asthma should have inhaled steroids added to their reliever."],
        [
            "Children with asthma should be put on inhaled steroids in place of their reliever.",
            "Children with asthma should be transferred from their reliever to inhaled steroids.",
        ],
    ),
    (
        "Switch from warfarin to apixaban when the INR is unstable.",
        [
            "Patients with an unstable INR should be moved from warfarin to apixaban.",
            "When the INR is unstable, change warfarin to apixaban.",
        ],
        [],
    ),
    (
        "Sequential monotherapy is preferred over combination therapy in chronic pain.",
        [
            "In chronic pain one drug after another is preferred to several at once.",
            "In chronic pain several drugs at once are favoured less than one after another.",
        ],
        [
            "In chronic pain one drug after another is favoured less than several at once.",
            "In chronic pain several drugs at once are preferred to one after another.",
            "A combination is generally preferred to one drug after another in chronic pain.",
        ],
    ),
    (
        (
            "Single-agent therapy, given in sequence, is generally preferred over combination therapy, "
            "unless severe pain needs rapid control."
        ),
        [("One drug after another is generally preferred to a combination, unless severe pain needs rapid control.")],
        [
            ("A combination is generally preferred to one drug after another, unless severe pain needs rapid control."),
            ("Combination therapy is generally preferred to single agents in sequence, unless severe pain needs rapid control."),
        ],
    ),
    (
        (
            "Watchful waiting is an option for patients who refuse surgery and whose hernia is small; the "
            "complication rate was 14% in older patients."
        ),
        [
            (
                "Watchful waiting is one choice for people with a small hernia who refuse surgery; among older "
                "patients 14% had complications."
            )
        ],
        [
            ("Watchful waiting is one choice for people with a small hernia; among older patients 14% had complications."),
            ("Watchful waiting is an option for patients who refuse surgery; the complication rate was 14% in older patients."),
            "Watchful waiting is one choice for people with a small hernia.",
        ],
    ),
    (
        "Start with tablets as the first line in mild, uncomplicated malaria, unless vomiting requires an infusion.",
        ["Mild, uncomplicated malaria: start with tablets unless vomiting calls for an infusion."],
        [
            "Mild, uncomplicated malaria: open with tablets.",
            "Mild, uncomplicated malaria: start with tablets.",
            "In mild, uncomplicated malaria open with tablets.",
        ],
    ),
    (
        "Begin with a diuretic in essential hypertension, unless gout rules it out.",
        ["Essential hypertension: begin with a diuretic, unless gout rules it out."],
        ["Essential hypertension: begin with a diuretic."],
    ),
    (
        "It sometimes helps to change to a different inhaler, to add a tablet, or both.",
        [
            "It sometimes helps to change to a different inhaler, add a tablet or do both.",
            "It sometimes helps to change to a different inhaler.",
        ],
        [
            "It sometimes helps to move to a different inhaler, as long as a tablet is brought in with it.",
            "It sometimes helps to change to a different inhaler, provided a tablet is added.",
            "It sometimes helps to change to a different inhaler, but only together with a tablet.",
        ],
    ),
    (
        "Consider reducing the dose, stopping the drug, or both.",
        ["Consider reducing the dose or stopping the drug."],
        ["Consider reducing the dose, as long as the drug is stopped too."],
    ),
]
TOLD = [(claim, cited, True) for cited, right, _ in CASES for claim in right]
WRONG = [(claim, cited, False) for cited, _, wrong in CASES for claim in wrong]


@pytest.mark.parametrize(("claim", "cited", "said"), [*TOLD, *WRONG])
def test_neither_side_takes_the_other_ones_place(claim: str, cited: str, said: bool) -> None:
    assert verify_claim(claim, tuple(Evidence(text=one) for one in cited.split(" || ")), lexicon=LEXICON).supported is said
