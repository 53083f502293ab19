"""How often and for how long in other words: what comes so far apart, out of how many, free of what."""

import pytest
from verifying import codes


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        (
            "Ustekinumab is given as 90 mg under the skin once in twelve weeks.",
            "Ustekinumab 90 mg subcutaneously every 12 weeks.",
            True,
        ),
        (
            "Ustekinumab, 90 mg under the skin, with twelve weeks between injections.",
            "Ustekinumab 90 mg subcutaneously every 12 weeks.",
            True,
        ),
        ("Ustekinumab 90 mg subcutaneously, doses 12 weeks apart.", "Ustekinumab 90 mg subcutaneously every 12 weeks.", True),
        (
            "Ustekinumab is given at 90 mg subcutaneously at gaps of twelve weeks.",
            "Ustekinumab 90 mg subcutaneously every 12 weeks.",
            True,
        ),
        (
            "Ustekinumab: one 90 mg injection under the skin per twelve weeks.",
            "Ustekinumab 90 mg subcutaneously every 12 weeks.",
            True,
        ),
        (
            "Ustekinumab is given as 90 mg under the skin once in ten weeks.",
            "Ustekinumab 90 mg subcutaneously every 12 weeks.",
            False,
        ),
        (
            "Ustekinumab, 90 mg under the skin, with two weeks between injections.",
            "Ustekinumab 90 mg subcutaneously every 12 weeks.",
            False,
        ),
        ("Ustekinumab 90 mg subcutaneously, doses 12 days apart.", "Ustekinumab 90 mg subcutaneously every 12 weeks.", False),
        ("Ustekinumab 90 mg subcutaneously for twelve weeks.", "Ustekinumab 90 mg subcutaneously every 12 weeks.", False),
        (
            "Ustekinumab 90 mg subcutaneously at least twelve weeks apart.",
            "Ustekinumab 90 mg subcutaneously every 12 weeks.",
            False,
        ),
        (
            "Ustekinumab is given as 90 mg under the skin twice in twelve weeks.",
            "Ustekinumab 90 mg subcutaneously every 12 weeks.",
            False,
        ),
        (
            "Gentamicin 5 mg/kg runs into a vein over half an hour, with 24 hours from one dose to the next.",
            "Gentamicin 5 mg/kg intravenously over 30 minutes every 24 hours.",
            True,
        ),
        (
            "Gentamicin 5 mg/kg into a vein over 30 minutes, doses 24 hours apart.",
            "Gentamicin 5 mg/kg intravenously over 30 minutes every 24 hours.",
            True,
        ),
        (
            "Gentamicin 5 mg/kg runs into a vein over half an hour, with 36 hours from one dose to the next.",
            "Gentamicin 5 mg/kg intravenously over 30 minutes every 24 hours.",
            False,
        ),
        (
            "Gentamicin 5 mg/kg into a vein over 24 hours, doses 30 minutes apart.",
            "Gentamicin 5 mg/kg intravenously over 30 minutes every 24 hours.",
            False,
        ),
        (
            "During the first month the wound is reviewed at gaps of two to three days.",
            "Review the wound every 2-3 days during the first month.",
            True,
        ),
        (
            "During the first month the wound is reviewed at intervals of two to three days.",
            "Review the wound every 2-3 days during the first month.",
            True,
        ),
        (
            "During the first month the wound is reviewed at gaps of two to three weeks.",
            "Review the wound every 2-3 days during the first month.",
            False,
        ),
        (
            "During the first month the wound is reviewed within two to three days.",
            "Review the wound every 2-3 days during the first month.",
            False,
        ),
        (
            "Two doses of the hepatitis A vaccine should be given at least six months apart.",
            "Two doses of the hepatitis A vaccine should be given at least 6 months apart.",
            True,
        ),
        (
            "The hepatitis A vaccine should be given every 6 months.",
            "Two doses of the hepatitis A vaccine should be given at least 6 months apart.",
            False,
        ),
        (
            "The hepatitis A vaccine should be given once in six months.",
            "Two doses of the hepatitis A vaccine should be given at least 6 months apart.",
            False,
        ),
        (
            "Two doses of the hepatitis A vaccine should be given at most six months apart.",
            "Two doses of the hepatitis A vaccine should be given at least 6 months apart.",
            False,
        ),
        (
            "Two doses of the hepatitis A vaccine should be given six months apart.",
            "Two doses of the hepatitis A vaccine should be given at least 6 months apart.",
            False,
        ),
        ("Methotrexate is taken daily.", "Methotrexate is taken once in 7 days.", False),
        ("Methotrexate is taken once in 7 weeks.", "Methotrexate is taken once in 7 days.", False),
        ("Methotrexate is taken once within 7 days.", "Methotrexate is taken once in 7 days.", False),
        (
            "Iron sucrose 200 mg, run into a vein over one hour in three-weekly cycles, is given for iron deficiency.",
            "Iron sucrose 200 mg intravenously over 1 hour every 3 weeks is given for iron deficiency.",
            True,
        ),
        (
            "Iron sucrose 200 mg IV over an hour is given per three-week cycle for iron deficiency.",
            "Iron sucrose 200 mg intravenously over 1 hour every 3 weeks is given for iron deficiency.",
            True,
        ),
        (
            "Iron sucrose 200 mg, run into a vein over three hours in weekly cycles, is given for iron deficiency.",
            "Iron sucrose 200 mg intravenously over 1 hour every 3 weeks is given for iron deficiency.",
            False,
        ),
        (
            "Iron sucrose 200 mg, run into a vein over one hour in two-weekly cycles, is given for iron deficiency.",
            "Iron sucrose 200 mg intravenously over 1 hour every 3 weeks is given for iron deficiency.",
            False,
        ),
        (
            "If it was stable over three to six monthly reviews, asthma can go down to 100 mcg every twelve hours.",
            "Asthma can go down to 100 mcg every 12 hours in patients who are stable after 3-6 monthly reviews.",
            True,
        ),
        (
            "If it was stable over three to six reviews held monthly, asthma can go down to 100 mcg every twelve hours.",
            "Asthma can go down to 100 mcg every 12 hours in patients who are stable after 3-6 monthly reviews.",
            True,
        ),
        (
            "If it was stable over three to nine monthly reviews, asthma can go down to 100 mcg every twelve hours.",
            "Asthma can go down to 100 mcg every 12 hours in patients who are stable after 3-6 monthly reviews.",
            False,
        ),
        (
            "If it was stable over three to six weekly reviews, asthma can go down to 100 mcg every twelve hours.",
            "Asthma can go down to 100 mcg every 12 hours in patients who are stable after 3-6 monthly reviews.",
            False,
        ),
        (
            "Out of every 100 patients who take metformin, 15 to 20 have nausea.",
            "Nausea occurs in 15-20% of patients who take metformin.",
            True,
        ),
        (
            "Of every hundred patients who take metformin, 15 to 20 have nausea.",
            "Nausea occurs in 15-20% of patients who take metformin.",
            True,
        ),
        (
            "Of 20 patients who take metformin, 3 to 4 get nausea.",
            "Nausea occurs in 15-20% of patients who take metformin.",
            True,
        ),
        (
            "Out of every 100 patients who take metformin, 15 to 25 have nausea.",
            "Nausea occurs in 15-20% of patients who take metformin.",
            False,
        ),
        (
            "Out of every 10 patients who take metformin, 15 to 20 have nausea.",
            "Nausea occurs in 15-20% of patients who take metformin.",
            False,
        ),
        (
            "Out of every 100 patients who take metformin, 15 to 20 have no nausea.",
            "Nausea occurs in 15-20% of patients who take metformin.",
            False,
        ),
        (
            "In about one person with diabetes out of four there is kidney disease.",
            "About 1 in 4 people with diabetes have kidney disease.",
            True,
        ),
        (
            "Of four people with diabetes, about one has kidney disease.",
            "About 1 in 4 people with diabetes have kidney disease.",
            True,
        ),
        (
            "Of four people with diabetes, about three have kidney disease.",
            "About 1 in 4 people with diabetes have kidney disease.",
            False,
        ),
        (
            "Of five people with diabetes, about one has kidney disease.",
            "About 1 in 4 people with diabetes have kidney disease.",
            False,
        ),
        (
            "Of four people with kidney disease, about one has diabetes.",
            "About 1 in 4 people with diabetes have kidney disease.",
            False,
        ),
        (
            "Aspirin isn't given routinely to patients who are free of symptoms.",
            "Do not give aspirin to asymptomatic patients as a matter of routine.",
            True,
        ),
        (
            "Patients with symptoms should not routinely be given aspirin.",
            "Do not give aspirin to asymptomatic patients as a matter of routine.",
            False,
        ),
        (
            "Aspirin isn't given routinely to patients who are not free of symptoms.",
            "Do not give aspirin to asymptomatic patients as a matter of routine.",
            False,
        ),
        (
            "Patients free of symptoms should routinely be given aspirin.",
            "Do not give aspirin to asymptomatic patients as a matter of routine.",
            False,
        ),
        (
            "Patients free of symptoms must never be given aspirin.",
            "Do not give aspirin to asymptomatic patients as a matter of routine.",
            False,
        ),
        (
            "In carotid stenosis free of symptoms, surgery may be considered.",
            "In asymptomatic carotid stenosis, surgery may be considered.",
            True,
        ),
        (
            "In carotid stenosis with symptoms, surgery may be considered.",
            "In asymptomatic carotid stenosis, surgery may be considered.",
            False,
        ),
        (
            "In asymptomatic carotid stenosis, surgery should be done.",
            "In asymptomatic carotid stenosis, surgery may be considered.",
            False,
        ),
        (
            "Having been free of seizures for more than two years allows tapering of valproate to be considered.",
            "A seizure-free interval of more than 2 years allows tapering of valproate to be considered.",
            True,
        ),
        (
            "Having been free of seizures for less than two years allows tapering of valproate to be considered.",
            "A seizure-free interval of more than 2 years allows tapering of valproate to be considered.",
            False,
        ),
        (
            "Having had seizures for more than two years allows tapering of valproate to be considered.",
            "A seizure-free interval of more than 2 years allows tapering of valproate to be considered.",
            False,
        ),
        (
            "Having been free of headache for more than two years allows tapering of valproate to be considered.",
            "A seizure-free interval of more than 2 years allows tapering of valproate to be considered.",
            False,
        ),
        (
            "Having been free of seizures allows tapering of valproate to be considered.",
            "A seizure-free interval of more than 2 years allows tapering of valproate to be considered.",
            False,
        ),
        (
            "Being free of pain for more than six months is among the signs of a good prognosis.",
            "Good prognosis: pain-free interval of more than 6 months, no fever.",
            True,
        ),
        (
            "To have been free of pain for longer than six months counts as a sign of good prognosis.",
            "Good prognosis: pain-free interval of more than 6 months, no fever.",
            True,
        ),
        (
            "Having been in pain for longer than six months counts as a sign of good prognosis.",
            "Good prognosis: pain-free interval of more than 6 months, no fever.",
            False,
        ),
        (
            "To have been free of pain for less than six months counts as a sign of good prognosis.",
            "Good prognosis: pain-free interval of more than 6 months, no fever.",
            False,
        ),
        (
            "To have been free of fever for longer than six months counts as a sign of good prognosis.",
            "Good prognosis: pain-free interval of more than 6 months, no fever.",
            False,
        ),
        (
            "For children with asthma, homes free of smoke are recommended.",
            "Smoke-free homes are recommended for children with asthma.",
            True,
        ),
        (
            "For children with asthma, homes with smoke are recommended.",
            "Smoke-free homes are recommended for children with asthma.",
            False,
        ),
        (
            "For children free of asthma, smoke-free homes are recommended.",
            "Smoke-free homes are recommended for children with asthma.",
            False,
        ),
        ("Lesions free of symptoms are irradiated.", "Symptomatic lesions are irradiated.", False),
        ("Lesions that are free of symptoms are irradiated.", "Symptomatic lesions are irradiated.", False),
        ("Lesions that give symptoms are irradiated.", "Symptomatic lesions are irradiated.", True),
    ],
)
def test_a_time_or_a_share_in_another_build_is_kept_and_another_one_refused(
    claim: str, evidence: str, *, supported: bool
) -> None:
    assert (not codes(claim, evidence)) is supported
