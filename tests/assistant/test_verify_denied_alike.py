"""What is denied or excepted in another build than the cited words' is the same denial; what is turned round isn't."""

import pytest
from verifying import verdict

CASES = [
    (
        "Prophylactic heparin is given to inpatients who are not bleeding.",
        [
            "Prophylactic heparin is given to inpatients unless they are bleeding.",
            "Inpatients receive prophylactic heparin provided they are not bleeding.",
        ],
        [
            "Prophylactic heparin is given to inpatients who are bleeding.",
            "Prophylactic heparin is given to inpatients even if they are bleeding.",
            "Prophylactic heparin isn't given to inpatients unless they are bleeding.",
        ],
    ),
    (
        "Metformin is continued unless the patient is vomiting.",
        ["Metformin is continued as long as the patient is not vomiting."],
        ["Metformin is continued as long as the patient is vomiting."],
    ),
    (
        "Colchicine is recommended for all patients with pericarditis who have no contraindication.",
        [
            "All patients with pericarditis without a contraindication should receive colchicine.",
            "Colchicine is recommended for every patient with pericarditis unless there is a contraindication.",
        ],
        [
            "All patients with pericarditis who have a contraindication should receive colchicine.",
            "Colchicine is recommended for all patients with pericarditis.",
        ],
    ),
    (
        "Never give the vaccine when a pregnancy cannot be excluded.",
        ["The vaccine must never be given if a pregnancy cannot be ruled out."],
        [
            "The vaccine must never be given if a pregnancy can be ruled out.",
            "The vaccine may be given if a pregnancy cannot be ruled out.",
        ],
    ),
    (
        "We do not use 1000 mg pulses except in patients with rapidly progressive nephritis.",
        [
            "Pulses of 1000 mg are reserved for rapidly progressive nephritis.",
            "1000 mg pulses are used only in patients with rapidly progressive nephritis.",
        ],
        [
            "Pulses of 1000 mg are not used in patients with rapidly progressive nephritis.",
            "Pulses of 1000 mg are used except in rapidly progressive nephritis.",
        ],
    ),
    (
        "Sedation should not be used outside the intensive care unit.",
        ["Sedation should be used only in the intensive care unit."],
        [
            "Sedation should not be used in the intensive care unit.",
            "Sedation should be used outside the intensive care unit.",
        ],
    ),
    (
        "Antivirals are not given unless symptoms began less than 48 hours ago.",
        ["Antivirals are given only if symptoms began less than 48 hours ago."],
        [
            "Antivirals are not given if symptoms began less than 48 hours ago.",
            "Antivirals are given unless symptoms began less than 48 hours ago.",
        ],
    ),
    (
        "Frail people with a stable clearance above 30 and no proteinuria do not need referral.",
        [
            "Referral is not needed for frail people with a stable clearance above 30 and no proteinuria.",
            "No referral is needed for frail people with a stable clearance above 30 and no proteinuria.",
        ],
        [
            "Referral is needed for frail people with a stable clearance above 30 and no proteinuria.",
            "Frail people with a stable clearance above 30 and no proteinuria must not be referred.",
            "Referral is not needed for frail people with a stable clearance above 30 who have proteinuria.",
        ],
    ),
    (
        "A venous sample is not required when a capillary reading is low.",
        ["No venous sample is required when a capillary reading is low."],
        [
            "A venous sample is required when a capillary reading is low.",
            "A venous sample must not be taken when a capillary reading is low.",
        ],
    ),
    (
        "Laboratory tests: none.",
        ["No laboratory tests are needed.", "Laboratory tests are not required."],
        ["Laboratory tests are needed.", "All laboratory tests are needed."],
    ),
    (
        "Not severe: cefalexin 1 g by mouth three times daily.",
        ["Non-severe: cefalexin 1 g orally three times daily."],
        ["Severe: cefalexin 1 g orally three times daily."],
    ),
    (
        "Live vaccines are contraindicated during treatment.",
        ["Live vaccines: contraindicated during treatment."],
        ["Live vaccines: indicated during treatment.", "Live vaccines are given during treatment."],
    ),
    (
        "A rise in creatinine of up to 25% is expected and is not a reason to stop.",
        ["A rise in creatinine of up to 25% is expected and does not mean the drug must be stopped."],
        ["A rise in creatinine of up to 25% is a reason to stop."],
    ),
    (
        "Patients who receive no rehydration are weighed during the first 24 hours.",
        ["Patients not receiving rehydration are weighed for the first 24 hours."],
        ["Patients receiving rehydration are weighed for the first 24 hours."],
    ),
    (
        "Doxycycline 200 mg on day one, then 100 mg twice daily; not in pregnancy.",
        ["Doxycycline 200 mg on day 1, then 100 mg twice daily, but not in pregnancy."],
        [
            "Doxycycline 200 mg on day 2, then 100 mg twice daily, but not in pregnancy.",
            "Doxycycline 200 mg on day 1, then 100 mg twice daily, also in pregnancy.",
        ],
    ),
    (
        "In people aged 75 years and over, a target of 140/90 mmHg is reasonable.",
        ["From 75 years on, a target of 140/90 mmHg is reasonable."],
        ["From 65 years on, a target of 140/90 mmHg is reasonable.", "Up to 75 years, a target of 140/90 mmHg is reasonable."],
    ),
    (
        "Prophylaxis is warranted when the expected risk exceeds 20%.",
        ["Prophylaxis is warranted when the expected risk is above 20%."],
        ["Prophylaxis is warranted when the expected risk is below 20%."],
    ),
    (
        "Bandages are not used; apply a gel dressing within 3 days.",
        ["Bandages are not used; a gel dressing is applied within 3 days instead."],
        ["Bandages are applied within 3 days; a gel dressing is not used instead."],
    ),
    (
        "If none is free, use a single room and do not put the patient in a bay.",
        ["If none is free, a single room is used, never a bay."],
        ["If none is free, use a single room or a bay."],
    ),
    (
        "Patients with gout must not take aspirin.",
        ["Aspirin must not be given to patients with gout."],
        ["Patients with gout need not take aspirin.", "Aspirin is not necessary in patients with gout."],
    ),
    (
        "Fasting is not required before the test.",
        ["There is no need to fast before the test."],
        ["Fasting is contraindicated before the test."],
    ),
]
TOLD = [(claim, cited, True) for cited, right, _ in CASES for claim in right]
WRONG = [(claim, cited, False) for cited, _, wrong in CASES for claim in wrong]


@pytest.mark.parametrize(("claim", "cited", "said"), [*TOLD, *WRONG])
def test_a_denial_is_the_same_in_another_build(claim: str, cited: str, said: bool) -> None:
    assert verdict(claim, cited).supported is said


GAINS = [
    (
        "In stable disease, prolonged infusion may relieve pain, with no advantage in survival demonstrated.",
        ["In stable disease, prolonged infusion may relieve pain, but it has not been shown to prolong survival."],
        [
            "In stable disease, prolonged infusion prolongs survival.",
            "In stable disease, prolonged infusion may prolong survival, but it has not been shown to relieve pain.",
        ],
    ),
    (
        "In obese adults, diuretics may be of limited value because of sodium intake.",
        ["In obese adults, diuretics may not achieve much because of sodium intake."],
        ["In obese adults, diuretics are of no value because of sodium intake."],
    ),
    (
        "Surgery in this phase is only palliative, and it should not delay antibiotics.",
        [
            "Surgery in this phase is only palliative, and antibiotics should not be held up by it.",
            "Antibiotics should not be delayed by surgery in this phase.",
        ],
        [
            "Surgery in this phase is only palliative, and it should not be delayed by antibiotics.",
            "Surgery in this phase should not be held up by antibiotics.",
            "Antibiotics should be delayed by surgery in this phase.",
        ],
    ),
    (
        "Treatment can often slow an advanced tumour, sometimes for years.",
        ["Treatment can often hold an advanced tumour back, sometimes for years."],
        ["Treatment cannot hold an advanced tumour back.", "Treatment always holds an advanced tumour back, for years."],
    ),
    (
        "The drug may shrink the tumour or slow its growth.",
        ["The drug may make the tumour smaller or slow its growth."],
        ["The drug may not make the tumour smaller."],
    ),
    ("Allergies: none known.", [], ["Allergies are known."]),
]


@pytest.mark.parametrize(("claim", "cited", "said"), [(one, cited, True) for cited, right, _ in GAINS for one in right])
def test_what_brings_little_or_comes_late_is_the_same_in_another_build(claim: str, cited: str, said: bool) -> None:
    assert verdict(claim, cited).supported is said


@pytest.mark.parametrize(("claim", "cited"), [(one, cited) for cited, _, wrong in GAINS for one in wrong])
def test_what_brings_little_or_comes_late_is_not_turned_round(claim: str, cited: str) -> None:
    assert not verdict(claim, cited).supported


@pytest.mark.parametrize(
    ("claim", "cited", "said"),
    [
        ("The syrup can be given from the age of 12 months.", "The syrup can be given at 12 years or over.", False),
        ("The syrup can be given from the age of 12.", "The syrup can be given at 12 years or over.", True),
        ("The syrup can be given from the age of 12 to 18.", "The syrup can be given at 12 years or over.", False),
    ],
)
def test_an_age_from_which_on_is_one_in_years(claim: str, cited: str, said: bool) -> None:
    assert verdict(claim, cited).supported is said
