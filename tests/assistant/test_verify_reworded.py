"""Turns of phrase in plain words, and opposite states: each beside the wrong claim nearest to it."""

import pytest
from verifying import LEXICON, codes

from assistant.answers import Evidence, ReasonCode
from assistant.verify import verify_claim


def holds(claim: str, cited: str) -> bool:
    return verify_claim(claim, (Evidence(text=cited),), lexicon=LEXICON).supported


@pytest.mark.parametrize(
    ("faithful", "wrong", "evidence"),
    [
        pytest.param(
            "With every relapse the odds that corvalin helps get smaller.",
            "With every relapse the odds that corvalin helps get bigger.",
            "With every relapse corvalin becomes less likely to help",
            id="odds",
        ),
        pytest.param(
            "Corvalin can be combined with mestor, with tilamine or with zorubicin.",
            "Corvalin can be combined with mestor, with tilamine or with aspirin.",
            "Corvalin can be combined with mestor, tilamine or zorubicin",
            id="each-with-its-own-preposition",
        ),
        pytest.param(
            "Corvalin is given as 4 mg for every kilo the patient weighs.",
            "Corvalin is given as 6 mg for every kilo the patient weighs.",
            "Corvalin is given as 4 mg/kg",
            id="for-every-kilo",
        ),
        pytest.param(
            "It should be stressed that liver tests are not optional before corvalin.",
            "It should be stressed that liver tests are optional before corvalin.",
            "Liver tests are mandatory before corvalin",
            id="not-optional",
        ),
        pytest.param(
            "Liver tests are mandatory, starting before corvalin and continuing during corvalin.",
            "Liver tests are mandatory, starting after corvalin.",
            "Liver tests are mandatory, both before corvalin and during corvalin",
            id="starting-before",
        ),
        pytest.param(
            "If the asthma has worsened despite mestor, it sometimes helps to add corvalin.",
            "If the asthma has improved despite mestor, it sometimes helps to add corvalin.",
            "When asthma has worsened on mestor, it sometimes helps to add corvalin",
            id="despite",
        ),
        pytest.param(
            "A break from corvalin after 2 years is sensible.",
            "A break from corvalin after 3 years is sensible.",
            "It is reasonable to interrupt corvalin after 2 years",
            id="sensible",
        ),
    ],
)
def test_a_turn_of_phrase_says_what_plain_words_say(faithful: str, wrong: str, evidence: str) -> None:
    assert holds(faithful, evidence)
    assert not holds(wrong, evidence)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        (
            "Migraine that still responds to mestor might respond to corvalin.",
            "Migraine that has stopped responding to mestor might respond to corvalin",
        ),
        ("If mestor continues to work, corvalin may be tried.", "If mestor no longer works, corvalin may be tried"),
        ("If mestor keeps on working, corvalin may be tried.", "If mestor stops working, corvalin may be tried"),
    ],
)
def test_what_has_stopped_does_not_still_go_on(claim: str, evidence: str) -> None:
    assert ReasonCode.DIRECTION in codes(claim, evidence)


def test_what_has_stopped_may_be_said_to_go_on_no_more() -> None:
    assert holds("If mestor no longer works, corvalin may be tried.", "If mestor stops working, corvalin may be tried")
    stated = "Migraine that has stopped responding to mestor might respond to corvalin"
    assert holds("Migraine that has stopped responding to mestor might still respond to corvalin.", stated)
    assert holds("Corvalin still works in children.", "Corvalin still works in children, but no longer works in adults")


@pytest.mark.parametrize("said", ["progression-free survival", "event-free survival", "relapse-free survival"])
def test_a_disease_held_for_longer_is_no_longer_life(said: str) -> None:
    assert not holds(
        "Patients on corvalin also lived longer than those on mestor.", f"Corvalin improved {said} compared with mestor"
    )
    assert holds(
        "Patients on corvalin lived longer than those on mestor.", "Corvalin improved overall survival compared with mestor"
    )


def test_what_something_depends_on_is_asked_of_each() -> None:
    stated = "The choice depends on the weight and on whether the EGFR status and KRAS status have changed"
    assert holds("The choice depends on whether the EGFR status or KRAS status has changed.", stated)
