"""What opens an answer with Yes or No: the forest, the signals it reads, and when neither is said."""

from __future__ import annotations

import numpy as np
import pytest
from heart_library import asked, judged, lexicon, profile

from assistant.answers import Evidence
from assistant.premises.settled import NO, WEIGHTS, YES, asks_whether, settled_word
from assistant.premises.settled_signals import Weighed, read_settled
from assistant.premises.stance import stance
from assistant.retrieval.forest import Forest, read_forest
from assistant.verify import verify_claim

DAPA = profile("Dapagliflozin is recommended in reduced ejection fraction.")
IF_WELL = profile("Dapagliflozin is recommended in reduced ejection fraction, if blood pressure allows.")


def forest(*, yes: float, no: float) -> Forest:
    """One tree: a leaf with these shares, reached whatever the signals are."""
    one = np.ones(1, dtype=np.float32)
    shares = np.array([[yes, no]], dtype=np.float32)
    return Forest(names=(), signal=0 * one, bound=0 * one, below=-one, above=-one, shares=shares, roots=one)


def word(question: str, of: object = DAPA, *, ruled: str = "", yes: float = 0.0, no: float = 0.0) -> str:
    return settled_word(
        asked(question),
        judged(of),  # type: ignore[arg-type]
        Weighed(),
        ruled=ruled,
        lexicon=lexicon(),
        forest=forest(yes=yes, no=no),
    )


def test_shipped_forest_reads_signals_that_are_there() -> None:
    there = read_settled(asked("Is dapagliflozin recommended?"), judged(DAPA), Weighed(), lexicon=lexicon())
    assert set(read_forest(WEIGHTS).names) <= set(there)


@pytest.mark.parametrize(
    ("ruled", "yes", "no", "said"),
    [
        pytest.param("", 0.8, 0.1, YES, id="sure"),
        pytest.param("", 0.1, 0.8, NO, id="sure-of-no"),
        pytest.param("", 0.6, 0.2, "", id="not-sure"),
        pytest.param(YES, 0.6, 0.2, YES, id="the-rules-say-so-too"),
        pytest.param(NO, 0.6, 0.2, "", id="the-rules-say-the-reverse"),
        pytest.param(YES, 0.4, 0.2, "", id="the-rules-alone"),
        pytest.param(YES, 0.1, 0.8, NO, id="surely-against-the-rules"),
    ],
)
def test_word_is_said_where_most_trees_agree(ruled: str, yes: float, no: float, said: str) -> None:
    assert word("Is dapagliflozin recommended in HFrEF?", ruled=ruled, yes=yes, no=no) == said


def test_neither_yes_nor_no_stands_before_what_another_treatment_is_told() -> None:
    question = "My aunt takes dapagliflozin, could I?"
    other = profile("Women may wish for a defibrillator.")
    assert word(question, other, yes=0.9) == word(question, other, no=0.9) == ""
    assert word(question, profile("SGLT2 inhibitors are recommended."), yes=0.9) == YES


def test_no_yes_stands_before_a_condition() -> None:
    assert word("Is dapagliflozin recommended in HFrEF?", IF_WELL, yes=0.9) == ""
    assert word("Is dapagliflozin to be left out in HFrEF?", IF_WELL, no=0.9) == NO


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("Can dapagliflozin be restarted after fasting?", "", id="says-nothing-of-it"),
        pytest.param("Can dapagliflozin be restarted with ketones?", "", id="grants-the-reverse"),
        pytest.param("Can dapagliflozin be restarted when there are no ketones?", YES, id="grants-it"),
        pytest.param("Can dapagliflozin be restarted when there are ketones?", "", id="denies-it"),
    ],
)
@pytest.mark.parametrize("when", ["when", "once", "as long as"])
def test_no_yes_stands_before_what_holds_in_a_case_that_the_question_does_not_grant(question: str, said: str, when: str) -> None:
    assert word(question, profile(f"Dapagliflozin may be restarted {when} there are no ketones."), yes=0.9) == said


def test_yes_stands_before_what_is_said_of_the_very_case() -> None:
    text = "Dapagliflozin is stopped when an operation is planned."
    assert word("Is dapagliflozin stopped when an operation is planned?", profile(text), yes=0.9) == YES
    assert word("Is dapagliflozin stopped?", profile(text), yes=0.9) == ""
    assert word("Is dapagliflozin stopped?", profile(text), no=0.9) == NO


@pytest.mark.parametrize("rhythm", ["once daily", "at once", "once a day when compared with placebo"])
def test_rhythm_is_no_case(rhythm: str) -> None:
    assert word("Is dapagliflozin given?", profile(f"Dapagliflozin is given {rhythm}."), yes=0.9) == YES


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        pytest.param("Does dapagliflozin mean dialysis?", "Dapagliflozin is recommended.", "", id="only-speaks-of-it"),
        pytest.param("Is dapagliflozin a kind of insulin?", "Dapagliflozin is recommended.", "", id="kind"),
        pytest.param("Is dapagliflozin the same as insulin?", "Dapagliflozin is recommended.", "", id="same"),
        pytest.param(
            "Does dapagliflozin mean fewer ankles swell?", "On dapagliflozin fewer ankles swell.", YES, id="says-it-all"
        ),
        pytest.param(
            "Is dapagliflozin a kind of gliflozin?", "Dapagliflozin is considered a gliflozin.", YES, id="says-what-it-is"
        ),
        pytest.param("Is dapagliflozin recommended?", "Dapagliflozin is recommended.", YES, id="equates-nothing"),
    ],
)
def test_no_yes_stands_before_what_only_speaks_of_a_thing_that_is_equated_with_another(
    question: str, text: str, said: str
) -> None:
    assert word(question, profile(text), yes=0.9) == said


def test_no_needs_nothing_that_equates() -> None:
    assert word("Is dapagliflozin a kind of insulin?", no=0.9) == NO


@pytest.mark.parametrize(
    ("question", "whether"),
    [
        pytest.param("Is dapagliflozin recommended?", True, id="verb-first"),
        pytest.param("Verapamil without an ECG possible?", True, id="verdict-last"),
        pytest.param("Dapagliflozin and sacubitril together ok?", True, id="shorthand"),
        pytest.param("HFrEF. Dapagliflozin an option?", True, id="an-option"),
        pytest.param("Is dapagliflozin better or empagliflozin?", False, id="which-of-two"),
        pytest.param("Should dapagliflozin be stopped or is it better to wait?", False, id="two-ways"),
        pytest.param("Should dapagliflozin or empagliflozin be added?", True, id="either-will-do"),
        pytest.param("Is dapagliflozin needed or not?", True, id="or-not"),
        pytest.param("Which drug should be added?", False, id="which"),
        pytest.param("Dose of dapagliflozin needed?", False, id="a-dose"),
        pytest.param("Dapagliflozin in HFrEF", False, id="a-topic"),
    ],
)
def test_what_can_be_answered_by_yes_or_no(question: str, whether: bool) -> None:
    assert asks_whether(asked(question)) is whether


def signals(question: str, text: str, *, proposition: str = "") -> dict[str, float]:
    of = profile(text)
    weighed = Weighed()
    if proposition:
        evidence = Evidence(text=text)

        def verify(claim: str, pieces: object) -> object:
            return verify_claim(claim, pieces, lexicon=lexicon())  # type: ignore[arg-type]

        weighed = Weighed(
            stance=stance(proposition, of, evidence, verify=verify, lexicon=lexicon()),  # type: ignore[arg-type]
            verdict=verify_claim(proposition, [evidence], lexicon=lexicon()),
        )
    return read_settled(asked(question), judged(of), weighed, lexicon=lexicon())


def test_negative_question_asks_for_the_thing_itself() -> None:
    text = "NSAIDs must be avoided in heart failure."
    assert signals("Can we give NSAIDs?", text)["unlike"] == 1
    assert signals("Can't we give NSAIDs?", text)["unlike"] == 1
    assert signals("Can we do without NSAIDs?", text)["unlike"] == 0


def test_order_of_two_compared_things_is_told() -> None:
    text = "Dapagliflozin is better tolerated than verapamil."
    straight = signals("Is dapagliflozin better tolerated than verapamil?", text)
    crossed = signals("Is verapamil better tolerated than dapagliflozin?", text)
    assert (straight["same_order"], straight["other_order"]) == (1, 0)
    assert (crossed["same_order"], crossed["other_order"]) == (0, 1)


def test_number_that_the_statement_lacks_is_told() -> None:
    text = "Dapagliflozin 10 mg once daily."
    assert signals("Is it 10 mg of dapagliflozin?", text)["numbers_unmet"] == 0
    assert signals("Is it 20 mg of dapagliflozin?", text)["numbers_unmet"] == 1


def test_what_the_verifier_finds_is_among_the_signals() -> None:
    text = "Dapagliflozin is recommended in heart failure."
    found = signals("Is dapagliflozin recommended in heart failure?", text, proposition=text)
    assert (found["affirmed"], found["supported"], found["proposed"]) == (1, 1, 1)
    assert signals("Is dapagliflozin recommended in heart failure?", text)["proposed"] == 0


WORKS = profile("Dapagliflozin lowers the pressure in the heart.")
ALLOWED = profile("Dapagliflozin can be taken in the evening.")


@pytest.mark.parametrize(
    ("question", "of", "said"),
    [
        pytest.param("Is dapagliflozin for me?", WORKS, "", id="what-it-does"),
        pytest.param("Do I get dapagliflozin?", WORKS, "", id="given-to-the-asker"),
        pytest.param("Will my mother have dapagliflozin?", WORKS, "", id="given-to-kin"),
        pytest.param("Is dapagliflozin for me?", ALLOWED, "", id="leave-that-nobody-asked-for"),
        pytest.param("Is dapagliflozin for me?", DAPA, YES, id="recommended"),
        pytest.param("Can I take dapagliflozin?", ALLOWED, YES, id="leave"),
        pytest.param("Is dapagliflozin given?", WORKS, YES, id="nobody-in-particular"),
        pytest.param("Do I get a lower pressure from dapagliflozin?", WORKS, YES, id="something-asked-of-it"),
    ],
)
def test_whether_somebody_is_given_a_thing_is_settled_by_a_bidding_or_by_leave(question: str, of: object, said: str) -> None:
    assert word(question, of, yes=0.9) == said
