"""A statement affirms, denies or leaves open what somebody holds to be so; only what it plainly turns round is denied."""

from functools import partial

import pytest
from heart_library import lexicon, profile
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import Evidence, Reason, ReasonCode, Verdict
from assistant.premises.readings import Stance
from assistant.premises.stance import stance
from assistant.verify import verify_claim
from assistant.words.clauses import clauses_of, denials, main_clause


def told(proposition: str, text: str, *, lenient: bool = False) -> Stance:
    verify = partial(verify_claim, lexicon=lexicon())
    return stance(proposition, profile(text), Evidence(text=text), verify=verify, lexicon=lexicon(), lenient=lenient)


@pytest.mark.parametrize(
    ("proposition", "text", "expected"),
    [
        pytest.param("NSAIDs should be given", "NSAIDs should not be given.", Stance.DENIES, id="not"),
        pytest.param("NSAIDs should be avoided", "Avoid NSAIDs.", Stance.AFFIRMS, id="avoid"),
        pytest.param("carvedilol should be stopped suddenly", "Never stop carvedilol suddenly.", Stance.DENIES, id="never-stop"),
        pytest.param("carvedilol should be withheld", "Do not withhold carvedilol.", Stance.DENIES, id="denied-twice"),
        pytest.param("ibuprofen should be given", "NSAIDs should not be given.", Stance.DENIES, id="class-denied"),
        pytest.param("ibuprofen should be given", "NSAIDs should be given.", Stance.SILENT, id="class-recommended"),
        pytest.param("NSAIDs should be given", "Ibuprofen should not be given.", Stance.SILENT, id="one-of-the-class-denied"),
        pytest.param(
            "potassium must be checked before carvedilol",
            "Potassium must be checked before a beta-blocker.",
            Stance.AFFIRMS,
            id="required-before-any-of-the-class",
        ),
        pytest.param(
            "carvedilol is better than bisoprolol",
            "Bisoprolol is better than carvedilol.",
            Stance.DENIES,
            id="comparison-swapped",
        ),
        pytest.param("carvedilol raises potassium", "Carvedilol reduces potassium.", Stance.DENIES, id="effect-turned-round"),
        pytest.param(
            "potassium makes the outlook favorable", "Unfavorable outlook: high potassium.", Stance.SILENT, id="name-of-a-list"
        ),
        pytest.param(
            "check potassium before carvedilol",
            "Check potassium after carvedilol.",
            Stance.SILENT,
            id="another-time-is-no-denial",
        ),
        pytest.param(
            "carvedilol should be withheld",
            "Checks of potassium are mandatory before carvedilol.",
            Stance.SILENT,
            id="occasion-of-something-else",
        ),
        pytest.param("carvedilol should be given", "Carvedilol may not be given.", Stance.SILENT, id="hedged"),
        pytest.param("carvedilol is given", "Carvedilol is not routinely given.", Stance.SILENT, id="not-as-a-routine"),
        pytest.param("carvedilol is routinely given", "Carvedilol is not routinely given.", Stance.DENIES, id="as-a-routine"),
        pytest.param(
            "carvedilol should be given",
            "Carvedilol should not be given unless the pulse is fast.",
            Stance.SILENT,
            id="with-exceptions",
        ),
        pytest.param(
            "carvedilol is mandatory in shock",
            "Carvedilol is not routinely given in shock.",
            Stance.DENIES,
            id="must-but-no-routine",
        ),
        pytest.param(
            "potassium is given in shock",
            "When there is shock, potassium is not given.",
            Stance.DENIES,
            id="on-a-condition-that-is-met",
        ),
        pytest.param(
            "potassium is given", "When there is shock, potassium is not given.", Stance.SILENT, id="on-a-condition-of-its-own"
        ),
        pytest.param(
            "carvedilol 25 mg needs no check of potassium",
            "Carvedilol requires a check of potassium.",
            Stance.DENIES,
            id="required-at-any-dose",
        ),
        pytest.param(
            "carvedilol 25 mg needs no check of potassium",
            "Carvedilol 50 mg requires a check of potassium.",
            Stance.SILENT,
            id="required-at-another-dose",
        ),
        pytest.param("we can stop", "Never stop carvedilol.", Stance.SILENT, id="no-thing-named"),
        pytest.param("carvedilol", "Do not give carvedilol.", Stance.SILENT, id="nothing-said-of-it"),
    ],
)
def test_statement_takes_the_stance_that_its_words_give(proposition: str, text: str, expected: Stance) -> None:
    assert told(proposition, text) is expected


def test_one_word_may_go_unsaid_only_where_the_question_states_it_outright() -> None:
    proposition, text = "potassium and salt are enough to check furosemide", "Potassium and salt are not to check furosemide."
    assert told(proposition, text) is not Stance.AFFIRMS
    assert told("carvedilol is plainly marvellous", "Carvedilol is not plainly given.") is Stance.SILENT


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Give it.", 0, id="none"),
        pytest.param("Do not give it.", 1, id="not"),
        pytest.param("Don't give it", 1, id="contraction"),
        pytest.param("Don’t give it", 1, id="contraction-with-curly-apostrophe"),
        pytest.param("Do not withhold it.", 2, id="denied-twice"),
        pytest.param("It does not help against it.", 1, id="against-is-no-denial"),
        pytest.param("Nothing notable in the knot.", 0, id="inside-words"),
    ],
)
def test_denials_are_counted_as_words(text: str, count: int) -> None:
    assert denials(text) == count


def test_clause_that_speaks_of_the_same_things_is_the_main_one() -> None:
    text = "Salt is limited, and furosemide is taken in the morning; weigh yourself."
    clause = main_clause("furosemide is taken in the morning", text, lexicon=lexicon())
    assert clause == "and furosemide is taken in the morning"


@given(st.text(max_size=80))
def test_clauses_are_always_parts_of_the_statement(text: str) -> None:
    assert all(clause in text for clause in clauses_of(text))


def test_occasion_that_the_verifier_read_in_another_word_reverses_nothing() -> None:
    def read_otherwise(_claim: str, _evidence: tuple[Evidence, ...]) -> Verdict:
        detail = "the claim says “stopped”, the cited words “initiated”"
        return Verdict(supported=False, score=0.0, reasons=(Reason(code=ReasonCode.DIRECTION, detail=detail),))

    def heard(text: str) -> Stance:
        return stance(
            "beta-blockers can be stopped", profile(text), Evidence(text=text), verify=read_otherwise, lexicon=lexicon()
        )

    assert heard("Check potassium before starting a beta-blocker.") is Stance.SILENT
    assert heard("A beta-blocker is initiated in hospital.") is Stance.DENIES


def test_what_is_stated_outright_is_denied_by_the_list_of_the_opposite_name() -> None:
    claim, listed = "potassium makes the outlook favorable", "Unfavorable outlook: high potassium."
    assert told(claim, listed, lenient=True) is Stance.DENIES
