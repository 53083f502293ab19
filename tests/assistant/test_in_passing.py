"""What a question takes for granted by a noun or as a ground is named where a statement denies it, and only there."""

import pytest
from heart_library import asked, judged, lexicon, profile

from assistant.premises.in_passing import find_gain, find_in_passing

NO_GAIN = "Do not use verapamil: verapamil has no evidence of an advantage in survival."
NO_AGE = "Do NOT withhold effective treatment solely because of a patient's age."
NO_ROUTINE = "A heart transplant is NOT routinely recommended in patients without symptoms."
WHATEVER = "Enalapril should be offered regardless of earlier use of a beta-blocker."


@pytest.mark.parametrize(
    ("question", "against", "claimed"),
    [
        pytest.param(
            "Given the survival gain with verapamil, who should be referred for it?",
            NO_GAIN,
            "the survival gain with verapamil",
            id="gain-as-grounds",
        ),
        pytest.param(
            "How much longer do people live thanks to verapamil?",
            NO_GAIN,
            "How much longer do people live thanks to verapamil",
            id="gain-asked-for",
        ),
        pytest.param(
            "How many months of survival does routine verapamil add?",
            NO_GAIN,
            "How many months of survival does routine verapamil add",
            id="gain-that-is-added",
        ),
        pytest.param(
            "size of the survival gain from verapamil?",
            NO_GAIN,
            "size of the survival gain from verapamil",
            id="size-of-the-gain",
        ),
        pytest.param(
            "Dad is 88, so he is too old for the real drugs, right?",
            NO_AGE,
            "he is too old for the real drugs",
            id="withheld-for-age",
        ),
        pytest.param(
            "She took bisoprolol, so enalapril is off the table. What is left?",
            WHATEVER,
            "enalapril is off the table",
            id="withheld-for-what-is-lifted",
        ),
        pytest.param(
            "What interval for the routine heart transplant check?",
            NO_ROUTINE,
            "What interval for the routine heart transplant check",
            id="routine",
        ),
        pytest.param(
            "Since every patient gets a heart transplant check, how often should I book it?",
            NO_ROUTINE,
            "every patient gets a heart transplant check",
            id="what-everyone-gets",
        ),
        pytest.param(
            "He had bisoprolol years ago, so he has lost his chance of enalapril. What instead?",
            WHATEVER,
            "he has lost his chance of enalapril",
            id="a-lost-chance",
        ),
    ],
)
def test_what_is_taken_for_granted_in_passing_is_named(question: str, against: str, claimed: str) -> None:
    found = find_in_passing(asked(question), [judged(profile(against))], lexicon=lexicon())
    assert found is not None
    assert (found.claimed, found.sure) == (claimed, True)


@pytest.mark.parametrize(
    ("question", "against"),
    [
        pytest.param("Does verapamil add a survival gain?", NO_GAIN, id="asks-whether"),
        pytest.param("Why does verapamil not add a survival gain?", NO_GAIN, id="denies-it-too"),
        pytest.param("Given the survival gain with digoxin, who gets it?", NO_GAIN, id="gain-of-another"),
        pytest.param("How many months of survival does digoxin add?", NO_GAIN, id="months-added-by-another"),
        pytest.param("Given the survival gain with verapamil, who gets it?", "Verapamil improves survival.", id="gain-told"),
        pytest.param("Dad is 88. Which drugs can he have?", NO_AGE, id="age-told-nothing-withheld"),
        pytest.param("Her kidneys fail, so she can't have the real drugs, right?", NO_AGE, id="another-ground"),
        pytest.param("Enalapril is out in tablets as well, which strength?", WHATEVER, id="out-on-the-market"),
        pytest.param("She took digoxin, so enalapril is off the table. What is left?", WHATEVER, id="ground-not-lifted"),
        pytest.param("She took bisoprolol, so digoxin is off the table. What is left?", WHATEVER, id="another-is-withheld"),
        pytest.param("Is a routine heart transplant advised?", NO_ROUTINE, id="asks-whether-routine"),
        pytest.param("What interval for the heart transplant check?", NO_ROUTINE, id="no-routine-said"),
    ],
)
def test_nothing_else_is_named(question: str, against: str) -> None:
    assert find_in_passing(asked(question), [judged(profile(against))], lexicon=lexicon()) is None


def test_statement_far_behind_the_first_denies_nothing() -> None:
    entries = [judged(profile("Enalapril 5 mg daily.")), judged(profile(NO_GAIN), rank=2, relevance=0.3)]
    assert find_in_passing(asked("Given the survival gain with verapamil, who gets it?"), entries, lexicon=lexicon()) is None


def test_what_is_withheld_for_age_is_looked_for_where_the_question_asks_for_something_else() -> None:
    question = "Seeing as people past 80 aren't allowed the modern tablets, what do they get instead?"
    near = [judged(profile("Digoxin tablets are taken daily."))]
    lifting = [judged(profile(NO_AGE))]
    found = find_in_passing(asked(question), near, lexicon=lexicon(), find=lambda _: lifting)
    assert found is not None
    assert found.claimed == "people past 80 aren't allowed the modern tablets"
    assert find_in_passing(asked(question), near, lexicon=lexicon(), find=lambda _: near) is None


@pytest.mark.parametrize(
    "question",
    ["She is 82 and not allowed to drive. Which drug is first?", "He is 88 and takes the tablets well. What is the dose?"],
)
def test_no_treatment_withheld_is_looked_for_in_what_is_told_of_the_old(question: str) -> None:
    near, lifting = [judged(profile("Digoxin tablets are taken daily."))], [judged(profile(NO_AGE))]
    assert find_in_passing(asked(question), near, lexicon=lexicon(), find=lambda _: lifting) is None


@pytest.mark.parametrize(
    ("question", "lifting", "claimed"),
    [
        pytest.param(
            "The consultant won't give my gran digoxin as she is 84, what does she take instead?",
            NO_AGE,
            "The consultant won't give my gran digoxin as she is 84",
            id="one-of-all-that-is-given",
        ),
        pytest.param(
            "My doctor says she won't give me enalapril, as I've had a beta-blocker. What else is there?",
            WHATEVER,
            "she won't give me enalapril, as I've had a beta-blocker",
            id="a-ground-that-is-no-age",
        ),
        pytest.param(
            "I have no diabetes, so I am not allowed the potassium test. How else do they find out?",
            "Potassium testing should be offered to every patient, regardless of diabetes.",
            "I am not allowed the potassium test",
            id="a-test",
        ),
    ],
)
def test_what_is_withheld_is_looked_for_by_its_clause(question: str, lifting: str, claimed: str) -> None:
    near = [judged(profile("Digoxin tablets are taken daily."))]
    found = find_in_passing(asked(question), near, lexicon=lexicon(), find=lambda _: [judged(profile(lifting))])
    assert found is not None
    assert found.claimed == claimed


def test_gain_that_the_nearest_statement_denies_is_told_where_nothing_answers() -> None:
    question = "How much longer do people live thanks to verapamil?"
    found = find_gain(asked(question), [judged(profile(NO_GAIN))], lexicon=lexicon())
    assert found is not None
    assert found.claimed == "How much longer do people live thanks to verapamil"
    assert find_gain(asked(question), [judged(profile(NO_GAIN), relevance=0.5)], lexicon=lexicon()) is None
    assert find_gain(asked("How much does verapamil cost?"), [judged(profile(NO_GAIN))], lexicon=lexicon()) is None


@pytest.mark.parametrize(
    ("question", "claimed"),
    [
        pytest.param(
            "Since verapamil makes people live longer, when is the first tablet due?",
            "verapamil makes people live longer",
            id="gain",
        ),
        pytest.param("Since verapamil may make people live longer, when is the first tablet due?", "", id="hedged"),
        pytest.param("Since verapamil lowers the pulse, when is the first tablet due?", "", id="no-gain"),
        pytest.param("Since digoxin makes people live longer, when is the first tablet due?", "", id="of-another"),
    ],
)
def test_gain_is_looked_for_by_its_clause(question: str, claimed: str) -> None:
    near = [judged(profile("The first tablet is due at breakfast."))]
    found = find_in_passing(asked(question), near, lexicon=lexicon(), find=lambda _: [judged(profile(NO_GAIN))])
    assert (found.claimed if found else "") == claimed


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Since age is no reason to withhold treatment, what does an 88-year-old get?", id="no-reason"),
        pytest.param("She is 88 and not too old for the modern tablets. Which are they?", id="not-too-old"),
        pytest.param("Treatment must not be withheld from an 88-year-old, right? Which one first?", id="must-not-be"),
    ],
)
def test_who_says_himself_that_nothing_is_withheld_is_right(question: str) -> None:
    near = [judged(profile(NO_AGE), relevance=1.0)]
    assert find_in_passing(asked(question), near, lexicon=lexicon(), find=lambda _: near) is None
