"""The language of guidelines of any field: what is done, how it goes, when and how surely, in words other than the page's."""

import pytest
from verifying import verdict

KEPT = {
    "Start corvalin at diagnosis.": ["Instigate corvalin at diagnosis.", "Patients get started on corvalin at diagnosis."],
    "Corvalin is restarted after the scan.": [
        "Corvalin is resumed after the scan.",
        "Go back on corvalin after the scan.",
        "Corvalin is re-introduced after the scan.",
        "Recommence corvalin after the scan.",
    ],
    "Stop corvalin before the operation.": [
        "Come off corvalin before the operation.",
        "Do away with corvalin before the operation.",
    ],
    "Avoid corvalin in old age.": [
        "Stay off corvalin in old age.",
        "Keep clear of corvalin in old age.",
        "Abstain from corvalin in old age.",
    ],
    "Explain the risks to the patient.": [
        "Tell the patient about the risks.",
        "Inform the patient of the risks.",
        "Spell out the risks to the patient.",
        "Make clear to the patient the risks.",
    ],
    "Refer patients with chest pain to a surgeon.": ["Send patients with chest pain to a surgeon."],
    "Reduce the dose if the pressure rises.": [
        "Lower the dose if the pressure goes up.",
        "Cut the dose if the pressure creeps up.",
        "Decrease the dose if the pressure rises.",
    ],
    "Increase the dose every two weeks.": ["Build up the dose every two weeks.", "Uptitrate the dose every two weeks."],
    "Symptoms improve within a week.": ["Symptoms subside within a week.", "Symptoms die down within a week."],
    "Symptoms resolve within a week.": ["Symptoms vanish within a week.", "Symptoms wear off within a week."],
    "Symptoms persist after the course.": ["Symptoms linger after the course.", "Symptoms are still there after the course."],
    "Patients recover within a month.": ["Patients get well within a month.", "Patients are back to normal within a month."],
    "Kidney function declines with age.": ["Kidney function gets worse with age.", "Kidney function wanes with age."],
    "Resistance develops in some patients.": ["Resistance emerges in some patients.", "Resistance is acquired in some patients."],
    "Patients who decline surgery are offered corvalin.": [
        "Patients who say no to surgery are offered corvalin.",
        "Patients who turn down surgery are offered corvalin.",
    ],
    "Give the first dose immediately.": ["Give the first dose forthwith."],
    "Check the weight at each visit.": ["Check the weight at every consultation.", "Check the weight on each visit."],
    "The best dose is unknown.": ["The best dose remains to be established.", "The best dose has not yet been found."],
    "Diarrhoea is rare.": ["Diarrhoea is uncommon.", "Diarrhoea is unusual."],
    "Once the rash settles, switch to tablets.": ["As soon as the rash settles, switch to tablets."],
    "Headaches usually go within a week.": ["On the whole headaches go within a week."],
    "Start the infusion before surgery.": ["Start the infusion preoperatively."],
    "Statins prevent heart attacks.": ["Statins ward off heart attacks.", "Statins guard against heart attacks."],
    "Corvalin blocks the receptor.": ["Corvalin acts against the receptor.", "Corvalin antagonises the receptor."],
    "Exercise improves sleep.": ["Exercise has a positive effect on sleep.", "Exercise does good to sleep."],
    "Insulin is the mainstay of care.": ["Care is built around insulin.", "Care centres on insulin."],
    "Obesity is associated with asthma.": ["Obesity goes hand in hand with asthma.", "Obesity is bound up with asthma."],
    "Markers may aid the evaluation.": ["Markers may be a useful adjunct to the evaluation."],
    "Seek medical help if the pain gets worse.": ["Contact a doctor if the pain gets worse."],
    "Repeat the test after the course.": [
        "Repeat the test after the course is complete.",
        "Repeat the test after completing the course.",
    ],
    "Treat for at least two weeks.": ["Treat for two weeks at a minimum.", "Treat for at the very least two weeks."],
    "Treat for no more than two weeks.": ["Treat for no longer than two weeks.", "Treat for two weeks at most."],
    "Refer if there is no improvement.": ["Refer when no improvement is seen.", "Refer in the absence of improvement."],
    "If there is no response to corvalin, refer.": ["Refer if corvalin does not work."],
    "Single agents are preferred unless a crisis is present.": ["If there is no crisis, single agents are preferred."],
    "Surgery is not usual in the absence of symptomatic local disease.": [
        "Surgery is not usual unless there is symptomatic local disease.",
    ],
    "Corvalin was withdrawn because of a rash.": ["A rash was the reason for the withdrawal of corvalin."],
}

REFUSED = {
    "Start corvalin at diagnosis.": ["Patients come off corvalin at diagnosis.", "Patients are taken off corvalin at diagnosis."],
    "Corvalin should be given to patients with sepsis.": [
        "Patients with sepsis should be kept off corvalin.",
        "Patients with sepsis should come off corvalin.",
    ],
    "Stop corvalin before the operation.": [
        "Keep taking corvalin before the operation.",
        "Resume corvalin before the operation.",
    ],
    "Corvalin is restarted after the scan.": ["Corvalin is withheld after the scan."],
    "Avoid corvalin in old age.": ["Use corvalin in old age."],
    "Reduce the dose if the pressure rises.": [
        "Double the dose if the pressure rises.",
        "Keep the dose if the pressure rises.",
        "Reduce the dose if the pressure comes down.",
    ],
    "Increase the dose every two weeks.": ["Titrate down the dose every two weeks.", "Keep the dose every two weeks."],
    "Symptoms may recur after the course.": ["Symptoms may resolve after the course."],
    "Symptoms persist after the course.": ["Symptoms resolve after the course.", "Symptoms wear off after the course."],
    "The tablets are well tolerated.": ["The tablets are poorly tolerated."],
    "Test for anaemia every month.": ["Treat for anaemia every month."],
    "A small trial suggested a benefit.": ["A small trial proved a benefit.", "A small trial confirmed a benefit."],
    "Imaging confirmed the diagnosis.": ["Imaging suggested the diagnosis.", "Imaging excluded the diagnosis."],
    "The best dose is unknown.": ["The best dose is established.", "The best dose is known."],
    "Diarrhoea is rare.": ["Diarrhoea is common.", "Diarrhoea never occurs."],
    "Evidence is limited.": ["Evidence is clear."],
    "Continue until the rash clears.": ["Continue unless the rash clears."],
    "Statins prevent heart attacks.": ["Statins cause heart attacks.", "Statins follow heart attacks."],
    "Exercise improves sleep.": ["Exercise has a negative effect on sleep.", "Exercise adversely affects sleep."],
    "The wound should be kept dry.": ["The wound should be kept moist."],
    "The device must be replaced every five years.": ["The device must be cleaned every five years."],
    "Treat for at least two weeks.": ["Treat for two weeks at most.", "Treat for two weeks at the latest."],
    "Treat for no more than two weeks.": ["Treat for two weeks at least.", "Treat for longer than two weeks."],
    "Give corvalin 5 mg at least once a day.": ["Corvalin is given at a dose of at least 5 mg."],
    "Refer if there is no improvement.": ["Refer if there is an improvement.", "Refer in the presence of improvement."],
    "Refer if there is an improvement.": ["Refer if there is no improvement.", "Refer in the absence of improvement."],
    "If there is no response to corvalin, refer.": ["If there is a response to corvalin, refer.", "Refer if corvalin works."],
    "Stop corvalin if there is a fever.": ["Stop corvalin if there is no fever.", "Stop corvalin in the absence of fever."],
    "Patients who decline surgery are offered corvalin.": ["Patients who choose surgery are offered corvalin."],
}


@pytest.mark.parametrize(("said", "claim"), [(said, claim) for said, claims in KEPT.items() for claim in claims])
def test_other_words_for_the_same_are_kept(said: str, claim: str) -> None:
    assert verdict(claim, said).reasons == ()


@pytest.mark.parametrize(("said", "claim"), [(said, claim) for said, claims in REFUSED.items() for claim in claims])
def test_near_words_for_something_else_are_refused(said: str, claim: str) -> None:
    assert not verdict(claim, said).supported
