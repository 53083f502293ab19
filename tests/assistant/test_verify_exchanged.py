"""One word in the place of another that excludes it, and a condition made an exception, are never what the statement says."""

import pytest

from assistant.verify.exchanged import excluded
from tests.assistant.verifying import codes, verdict

PAIRS = [
    ("if", "unless", "Montelukast may be added if the cough lasts longer than 3 weeks."),
    ("when", "unless", "Offer blood thinners when the score is 2 or more."),
    ("before", "when", "Give thiamine before starting glucose in people with alcohol dependence."),
    ("until", "once", "Hormonal therapy is continued until resistance develops."),
    ("because", "although", "Aspirin is avoided in children because it can harm the liver."),
    ("only", "also", "Digoxin alone may be considered only in people who are mostly sedentary."),
    ("first", "last", "Measure nitric oxide first; a value of 50 ppb or more supports the diagnosis."),
    ("second", "first", "Treatment is usually started after the second seizure."),
    ("nurse", "doctor", "The liaison nurse should see the patient within one working day."),
    ("patient", "doctor", "Do not withhold anticoagulation solely because the patient is at risk of falling."),
    ("least", "most", "Review the need for medication at least once a year."),
    ("within", "after", "An irregular pulse should be confirmed with a 12-lead ECG within 2 working days."),
    ("improve", "worsen", "Treatment can shrink the tumour and improve symptoms in many people."),
    ("prevent", "cause", "Dexamethasone is given beforehand to prevent severe reactions."),
    ("dry", "wet", "Wash the spacer once a month in soapy water and leave it to air dry."),
    ("and", "or", "Suspect occupational asthma if symptoms improve on days off and refer to a chest specialist."),
    ("alone", "together", "Chemotherapy alone may be an option for tumours without any gene change."),
    ("with", "without", "Do not combine a beta-blocker with verapamil, because severe bradycardia may follow."),
    ("previously", "currently", "Capecitabine is an option for patients who were previously treated with anthracyclines."),
    ("both", "either", "Prescribe two injectors and advise the person to carry both at all times."),
]


@pytest.mark.parametrize(("said", "instead", "statement"), PAIRS, ids=[f"{one}-{other}" for one, other, _ in PAIRS])
def test_a_copy_with_one_word_exchanged_is_refused(said: str, instead: str, statement: str) -> None:
    assert verdict(statement, statement).supported
    claim = (
        statement.replace(f" {said} ", f" {instead} ").replace(f" {said}.", f" {instead}.").replace(f" {said};", f" {instead};")
    )
    assert claim != statement
    assert codes(claim, statement)


@pytest.mark.parametrize(
    ("claim", "statement"),
    [
        ("Offer blood thinners if the score is 2 or more.", "Offer blood thinners when the score is 2 or more."),
        (
            "Give corvalin prior to starting mestor in people with gout.",
            "Give corvalin before starting mestor in people with gout.",
        ),
        (
            "Corvalin is preferred, except when renal crisis calls for mestor.",
            "Corvalin is preferred, unless renal crisis calls for mestor.",
        ),
        (
            "Corvalin, tilamine and mestor are options for people with gout.",
            "Corvalin, tilamine or mestor are options for people with gout.",
        ),
        ("The doctor sees the patient and the nurse every week.", "The patient and the nurse are seen by the doctor every week."),
    ],
)
def test_a_word_of_the_same_meaning_and_one_that_has_only_moved_pass(claim: str, statement: str) -> None:
    assert verdict(claim, statement).supported, verdict(claim, statement).reasons


@pytest.mark.parametrize(
    ("claim", "statement", "supported"),
    [
        ("Unless the gout comes back, mestor might be tried.", "Mestor might be tried if the gout starts to come back.", False),
        ("Mestor can be used unless the kidneys are stable.", "Mestor can be given to people whose kidneys are stable.", False),
        ("If the gout comes back, mestor might be tried.", "Mestor might be tried if the gout starts to come back.", True),
        ("Mestor is preferred unless the kidneys fail.", "Mestor is preferred unless the kidneys are failing.", True),
    ],
)
def test_a_condition_is_no_exception(claim: str, statement: str, supported: bool) -> None:
    assert verdict(claim, statement).supported is supported, verdict(claim, statement).reasons


def test_words_of_two_rows_agree_with_either() -> None:
    assert not excluded("once", "when")
    assert not excluded("once", "after")
    assert excluded("once", "twice")
    assert excluded("before", "after")
    assert not excluded("and", "or")
    assert excluded("or", "and")


@pytest.mark.parametrize(
    ("claim", "statement"),
    [
        (
            "Offer surgery when the lump is small and nodes are involved.",
            "Offer surgery when the lump is small and no nodes are involved.",
        ),
        ("A spacer should first be used with each inhaler.", "A spacer should be used with each inhaler."),
        ("The lungs should always be checked before corvalin.", "The lungs should be checked before corvalin."),
        ("Corvalin may not be given at night to people with gout.", "Corvalin may be given at night to people with gout."),
    ],
)
def test_a_word_slipped_in_or_out_of_a_copy_is_refused(claim: str, statement: str) -> None:
    assert verdict(statement, statement).supported
    assert codes(claim, statement)


@pytest.mark.parametrize(
    ("claim", "statement"),
    [
        ("A gain in survival, however, has not been shown.", "No gain in survival has been shown."),
        (
            "What is given depends on whether pain or fever is there.",
            "What is given depends on whether pain and fever are there.",
        ),
        ("Corvalin is first tried in people with gout.", "Corvalin is the first drug tried in people with gout."),
    ],
)
def test_a_denial_that_only_stands_elsewhere_passes(claim: str, statement: str) -> None:
    assert verdict(claim, statement).supported, verdict(claim, statement).reasons
