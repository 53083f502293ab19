"""Yes or No is said only where a firm statement settles the very question; a wrong one harms more than none."""

import pytest
from heart_library import asked, judged, lexicon, profile
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import Evidence, Verdict
from assistant.drafting.direct import direct_answer, yes_or_no
from assistant.retrieval.profile import Profile
from assistant.verify import verify_claim

NSAID = profile("Do not give NSAIDs to patients with heart failure.")
VERAPAMIL = profile("Verapamil is contraindicated in reduced ejection fraction.")
DAPA = profile("Dapagliflozin is recommended in reduced ejection fraction.")


def said(question: str, of: Profile) -> str:
    return yes_or_no(asked(question), of, lexicon=lexicon())


@pytest.mark.parametrize(
    ("question", "of", "word"),
    [
        pytest.param("Can I give NSAIDs in heart failure?", NSAID, "No", id="prohibited"),
        pytest.param("Should NSAIDs be avoided in heart failure?", NSAID, "Yes", id="asked-whether-to-avoid"),
        pytest.param("Can I give ibuprofen in heart failure?", NSAID, "No", id="member-of-a-prohibited-class"),
        pytest.param("Is verapamil contraindicated in HFrEF?", VERAPAMIL, "Yes", id="asked-whether-contraindicated"),
        pytest.param("Can verapamil be given in HFrEF?", VERAPAMIL, "No", id="contraindicated"),
        pytest.param("Is dapagliflozin recommended in HFrEF?", DAPA, "Yes", id="recommended"),
        pytest.param("Is Farxiga recommended in HFrEF?", DAPA, "Yes", id="by-brand"),
    ],
)
def test_firm_statement_about_all_that_is_asked_settles_it(question: str, of: Profile, word: str) -> None:
    assert said(question, of) == word


@pytest.mark.parametrize(
    ("question", "word"),
    [
        pytest.param("Do NSAIDs cause ketoacidosis?", "", id="reason-of-a-prohibition"),
        pytest.param("Can NSAIDs be given?", "No", id="the-prohibition-itself"),
        pytest.param("Can we keep NSAIDs for later?", "", id="saved-for-later"),
        pytest.param("Should NSAIDs be kept for later?", "", id="kept-for-later"),
    ],
)
def test_prohibition_does_not_deny_its_own_reason(question: str, word: str) -> None:
    assert said(question, profile("Do not give NSAIDs, because they cause ketoacidosis.")) == word


@pytest.mark.parametrize(
    ("question", "of", "stands"),
    [
        pytest.param("Can I give ibuprofen in heart failure?", NSAID, True, id="no-before-a-denial"),
        pytest.param("Can verapamil be given in HFrEF?", VERAPAMIL, True, id="no-before-contraindicated"),
        pytest.param("Is dapagliflozin recommended in HFrEF?", DAPA, True, id="yes-before-an-affirmation"),
        pytest.param("Should NSAIDs be avoided in heart failure?", NSAID, False, id="yes-before-a-denial-reads-wrong"),
    ],
)
def test_gate_lets_the_word_stand_only_before_words_that_say_so_too(question: str, of: Profile, stands: bool) -> None:
    word, text = said(question, of), of.statement.text
    evidence = (Evidence(text=text),)
    assert verify_claim(f"{word}: {text}", evidence, lexicon=lexicon()).supported is stands
    other = {"Yes": "No", "No": "Yes"}[word]
    if stands:
        assert not verify_claim(f"{other}: {text}", evidence, lexicon=lexicon()).supported


@pytest.mark.parametrize(
    ("question", "text"),
    [
        pytest.param("What about NSAIDs in heart failure?", "Do not give NSAIDs in heart failure.", id="no-yes-no-question"),
        pytest.param("Should carvedilol be given?", "Carvedilol may be given.", id="hedged"),
        pytest.param("Should carvedilol be given?", "Carvedilol must be given unless the pulse is slow.", id="exception"),
        pytest.param("Should carvedilol be given?", "Carvedilol is usually recommended.", id="usually"),
        pytest.param("Should carvedilol be given?", "Carvedilol, for example.", id="not-firm"),
        pytest.param("Should carvedilol be given in HFpEF?", "Carvedilol is recommended in HFrEF.", id="other-patients"),
        pytest.param("Should carvedilol be given in HFpEF?", "Carvedilol is recommended.", id="patients-not-named"),
        pytest.param("Is carvedilol recommended with verapamil?", "Carvedilol is recommended.", id="a-thing-not-named"),
        pytest.param("Is carvedilol recommended before surgery?", "Carvedilol is recommended.", id="a-word-not-said"),
        pytest.param("Is carvedilol recommended?", "A beta-blocker is recommended.", id="class-recommended-not-this-one"),
        pytest.param("Is carvedilol or bisoprolol recommended?", "Carvedilol and bisoprolol are recommended.", id="either-or"),
        pytest.param("Is carvedilol always recommended?", "Carvedilol is recommended.", id="always"),
        pytest.param("Is carvedilol needed forever?", "Carvedilol is needed.", id="forever"),
        pytest.param("Is carvedilol given?", "Carvedilol is not stopped solely because of age.", id="solely"),
    ],
)
def test_nothing_is_said_where_it_is_not_sure(question: str, text: str) -> None:
    assert said(question, profile(text)) == ""


AIM = "Some treatments may have a goal such as lower mortality or relief of symptoms."
DENIAL = "Relief of symptoms is the goal, not lower mortality."


@pytest.mark.parametrize(
    ("question", "texts", "leads"),
    [
        pytest.param("Is mortality lower?", (AIM, DENIAL), DENIAL, id="aim-before-a-denial"),
        pytest.param("Is mortality lower?", (DENIAL, AIM), DENIAL, id="denial-in-front-already"),
        pytest.param(
            "Is mortality lower?",
            (AIM, "Symptoms may not go by what is told of mortality."),
            AIM,
            id="denies-another",
        ),
        pytest.param(
            "Is mortality lower?", (AIM, "Digoxin may, not always, lower mortality."), AIM, id="denied-of-one-treatment"
        ),
        pytest.param("Does digoxin lower mortality?", (AIM, DENIAL), AIM, id="treatment-asked"),
        pytest.param("What is the mortality?", (AIM, DENIAL), AIM, id="no-yes-or-no"),
    ],
)
def test_denied_outcome_is_not_led_by_a_hope(question: str, texts: tuple[str, ...], leads: str) -> None:
    profiles = [profile(text) for text in texts]
    near = [judged(one, rank=rank) for rank, one in enumerate(profiles, start=1)]
    found = direct_answer(
        asked(question),
        near,
        evidence=lambda statement: Evidence(text=statement.text),
        verify=lambda _claim, _evidence: Verdict(supported=False, score=0.0),
        lexicon=lexicon(),
    )
    by_id = {one.statement.statement_id: one.statement.text for one in profiles}
    assert (by_id[found.statement_id] if found else texts[0]) == leads


def test_denial_outside_the_clause_that_answers_does_not_turn_it() -> None:
    assert said("Is carvedilol recommended?", profile("Carvedilol is recommended, and verapamil is not.")) == "Yes"


@given(st.sampled_from(["Can I give NSAIDs in heart failure?", "Should NSAIDs be avoided in heart failure?"]), st.booleans())
def test_statement_and_its_reverse_are_never_answered_alike(question: str, denied: bool) -> None:
    one = said(question, profile(f"NSAIDs should {'not ' if denied else ''}be given in heart failure."))
    other = said(question, profile(f"NSAIDs should {'' if denied else 'not '}be given in heart failure."))
    assert not one or one != other
