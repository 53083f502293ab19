"""What narrows a denial or a condition may not be dropped; a condition is read with its own verb, its bracket and its "or"."""

from __future__ import annotations

import pytest
from verifying import LEXICON, codes, verdict

from assistant.answers import Evidence, ReasonCode
from assistant.verify import verify_claim


@pytest.mark.parametrize(
    ("claim", "words", "code"),
    [
        ("Avoid corvalin.", "Avoid injected corvalin during pregnancy.", ReasonCode.STRENGTH),
        ("Mestor is an option after corvalin.", "Mestor is an option after oral corvalin.", ReasonCode.POPULATION),
        (
            "Mestor is as effective as corvalin in symptomatic disease.",
            "Mestor is as effective as corvalin in uncomplicated symptomatic disease.",
            ReasonCode.POPULATION,
        ),
    ],
)
def test_a_word_that_narrows_a_denial_or_a_case_may_not_be_dropped(claim: str, words: str, code: ReasonCode) -> None:
    assert code in codes(claim, words)
    assert verdict(words, words).supported


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("Corvalin improves survival.", "Injected corvalin improves survival."),
        ("Avoid injected corvalin when pregnant.", "Avoid injected corvalin during pregnancy."),
    ],
)
def test_where_nothing_is_denied_less_may_be_said(claim: str, words: str) -> None:
    assert not {ReasonCode.STRENGTH} & codes(claim, words)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("Give corvalin.", "If a lesion can easily be reached, give corvalin."),
        ("Corvalin should be given.", "Corvalin should be given to patients with gout who were never treated with mestor."),
        ("Corvalin is given in two steps.", "Depending on the method, corvalin is given in two steps."),
        (
            "Corvalin can help women whose disease is ABC-positive.",
            "Corvalin can help women whose disease is ABC-positive and symptomatic.",
        ),
        (
            "The dose of corvalin recommended is 120 mg.",
            "Corvalin 120 mg: the dose recommended once mestor has failed, or when gout comes back.",
        ),
        ("Corvalin did not improve survival.", "Corvalin did not improve survival in patients with more than three lesions."),
        (
            "Corvalin is not routinely recommended in gout.",
            "Corvalin does not improve survival in gout, and it is not routinely recommended when stones are absent.",
        ),
    ],
)
def test_a_condition_with_a_verb_of_its_own_may_not_be_dropped(claim: str, words: str) -> None:
    assert ReasonCode.POPULATION in codes(claim, words)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("Corvalin may be used when gout comes back.", "Corvalin may be used once mestor has failed, or when gout comes back."),
        (
            "Corvalin may be used when tests find stones.",
            "Corvalin may be used when tests find lumps (hard or soft ones), or stones.",
        ),
        ("Corvalin is not advised when there are no stones.", "Corvalin is not advised when stones are absent."),
        ("Corvalin is not advised in the absence of stones.", "Corvalin is not advised when stones are absent."),
        (
            "Women who have never received mestor may get corvalin.",
            "Women who have not previously received mestor may get corvalin.",
        ),
        ("Survival with mestor was only 6 months.", "Survival was 9 months with corvalin and 6 months with mestor."),
    ],
)
def test_one_of_two_cases_and_other_words_for_a_case_are_enough(claim: str, words: str) -> None:
    assert verdict(claim, words).supported


def test_a_denied_verb_is_not_excused_by_its_noun_elsewhere() -> None:
    words = (
        "In ABC-positive disease, do not delay corvalin: trials saw the gain when it came first, and a delay may cost this gain."
    )
    assert ReasonCode.NEGATION in codes("Corvalin may be delayed in ABC-positive disease.", words)
    assert not codes("Corvalin should not be delayed in ABC-positive disease.", words)


def test_quantifiers_stay_in_their_clauses() -> None:
    words = "Most patients with gout receive corvalin; some also gain from mestor."
    assert verdict("Most patients with gout receive corvalin, and some also gain from mestor.", words).supported
    assert ReasonCode.STRENGTH in codes("Some patients with gout receive corvalin, and most also gain from mestor.", words)


def test_what_is_said_last_of_how_often_may_come_from_another_passage() -> None:
    cited = (
        Evidence(text="Corvalin disease spreads from the joint to other organs."),
        Evidence(text="Corvalin often reaches the liver and the lungs."),
    )
    claim = "Corvalin disease spreads from the joint to other organs, often the liver and the lungs."
    assert verify_claim(claim, cited, lexicon=LEXICON).supported
    assert not verify_claim(claim.replace("often", "usually"), cited[:1], lexicon=LEXICON).supported


def test_words_that_only_link_two_statements_need_no_support() -> None:
    words = "Do not use mestor routinely: corvalin is preferred."
    assert verdict("Mestor should not be used routinely; instead, corvalin is preferred.", words).supported


def test_besides_is_said_by_other() -> None:
    assert verdict("Besides mestor, drugs for gout include corvalin.", "Other drugs for gout include corvalin.").supported
    assert not verdict("Besides mestor, drugs for gout include corvalin.", "Drugs for gout include corvalin.").supported


ALTERNATIVES = "Corvalin is the dose to use once oral mestor has failed, or when gout returns within a year of topical mestor."


@pytest.mark.parametrize(
    ("claim", "holds"),
    [
        ("When gout returns within a year of topical mestor, corvalin is the dose to use.", True),
        ("When gout returns within a year of mestor, corvalin is the dose to use.", False),
        ("Once topical mestor has failed, corvalin is the dose to use.", False),
        ("Once mestor has failed, corvalin is the dose to use.", False),
    ],
)
def test_who_speaks_of_one_alternative_need_not_narrow_the_other(claim: str, holds: bool) -> None:
    assert (not codes(claim, ALTERNATIVES)) is holds
