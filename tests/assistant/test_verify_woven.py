"""A sentence over several cited statements is taken apart; each part must hold of what it is said of."""

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim
from assistant.verify.beside_words import beside_words

CITED = (
    "Give tilamine 20 mg once daily for sciatica.",
    "Reduce tilamine by 5 mg every week.",
    "Mestor must not be used in glaucoma.",
    "Zorubicin must not be used if the platelets are low.",
    "Check the eyes every 6 months during mestor.",
)
CASES = [
    ("Sciatica is treated with tilamine 20 mg once daily, which is reduced by 5 mg every week.", True),
    ("Sciatica is treated with tilamine 20 mg once daily, which is reduced by 10 mg every week.", False),
    ("Sciatica is treated with mestor, which is reduced by 5 mg every week.", False),
    ("Mestor must not be used in glaucoma, nor zorubicin if the platelets are low.", True),
    ("Mestor must not be used in glaucoma, nor tilamine if the platelets are low.", False),
    ("Zorubicin must not be used in glaucoma, nor mestor if the platelets are low.", False),
    ("Mestor, which must not be used in glaucoma, calls for a check of the eyes every 6 months.", True),
    ("Tilamine, which must not be used in glaucoma, calls for a check of the eyes every 6 months.", False),
    ("Mestor, which must not be used in glaucoma, calls for a check of the eyes every 3 months.", False),
]


@pytest.mark.parametrize(("claim", "expected"), CASES)
def test_each_part_of_a_woven_sentence_must_hold_of_its_own_thing(claim: str, *, expected: bool) -> None:
    assert verify_claim(claim, tuple(Evidence(text=one) for one in CITED), lexicon=LEXICON).supported is expected


TURNS = [
    # a range of time
    ("The rash fades in one to two years.", "The rash fades within 12 to 24 months.", True),
    ("The rash fades in one to three years.", "The rash fades within 12 to 24 months.", False),
    ("In nine out of ten children the rash fades within 3 weeks.", "The rash fades within 3 weeks in 90% of children.", True),
    ("In six out of ten children the rash fades within 3 weeks.", "The rash fades within 3 weeks in 90% of children.", False),
    ("Mestor 5 mg nightly helps.", "Mestor 5 mg at night helps.", True),
    ("Mestor 5 mg in the morning helps.", "Mestor 5 mg at night helps.", False),
    # the one for the other
    ("Mestor can be taken instead of daily tilamine.", "Mestor is an alternative to daily tilamine.", True),
    ("Daily tilamine must be taken instead of mestor.", "Mestor is an alternative to daily tilamine.", False),
    # no need
    ("Treatment does not have to wait for the result.", "Treatment need not wait for the result.", True),
    ("Treatment must not wait for the result.", "Treatment need not wait for the result.", False),
    ("Stop mestor if a patient cannot eat.", "Stop mestor when patients are unable to eat.", True),
    ("Stop mestor if a patient can eat.", "Stop mestor when patients are unable to eat.", False),
    ("Gout calls for mestor where 2 days pass with no improvement.", "Give mestor in gout if it is no better in 2 days.", True),
    # a question taken up
    ("Does mestor cross the placenta? Yes, it does.", "Mestor crosses the placenta.", True),
    ("Does mestor cross the placenta? Yes, it does.", "Mestor does not cross the placenta.", False),
    ("Can mestor be stopped? Yes, after 2 weeks.", "Mestor can be stopped after 2 weeks.", True),
    ("Can mestor be stopped? Yes, after 2 weeks.", "Mestor must not be stopped after 2 weeks.", False),
]


@pytest.mark.parametrize(("claim", "words", "expected"), TURNS)
def test_turns_are_read_beside_the_cited_words_only(claim: str, words: str, *, expected: bool) -> None:
    assert verify_claim(claim, (Evidence(text=words),), lexicon=LEXICON).supported is expected


def test_denial_of_a_need_goes_where_the_rest_says_it_again() -> None:
    cited = (Evidence(text="The scan may be omitted."),)
    assert beside_words("A scan? Not necessarily: it can be skipped.", cited) == "A scan? it can be skipped."
    assert beside_words("A scan? Not necessarily: it is made later.", cited) == "A scan? Not necessarily: it is made later."


BESIDE = (
    "Tilamine is monitored by the blood count every 4 weeks.",
    "Tilamine is avoided in pregnancy.",
    "Corvalin is preferred in pregnancy.",
    "Mestor is stopped before surgery.",
    "Mestor is continued in mild renal failure.",
)
TOLD_BESIDE = [
    ("Although tilamine is avoided in pregnancy, corvalin is preferred.", True),
    ("Even though mestor is stopped before surgery, it is continued in mild renal failure.", True),
    ("Tilamine, monitored by the blood count every 4 weeks, is avoided in pregnancy.", True),
    ("Tilamine is avoided in pregnancy, corvalin being preferred.", True),
    ("Corvalin being preferred in pregnancy, tilamine is avoided.", True),
    ("Although corvalin is avoided in pregnancy, tilamine is preferred.", False),
    ("Even though mestor is continued before surgery, it is stopped in mild renal failure.", False),
    ("Tilamine, monitored by the blood count every 2 weeks, is avoided in pregnancy.", False),
    ("Corvalin, monitored by the blood count every 4 weeks, is preferred in pregnancy.", False),
    ("Corvalin is avoided in pregnancy, tilamine being preferred.", False),
    ("Tilamine being preferred in pregnancy, corvalin is avoided.", False),
    ("Mestor is stopped before surgery, tilamine being continued in mild renal failure.", False),
]


@pytest.mark.parametrize(("claim", "expected"), TOLD_BESIDE)
def test_what_is_granted_or_told_beside_must_hold_by_itself(claim: str, *, expected: bool) -> None:
    assert verify_claim(claim, tuple(Evidence(text=one) for one in BESIDE), lexicon=LEXICON).supported is expected
