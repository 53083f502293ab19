"""What is asked for in any case, how long one lives, what is absent, and what is of little value stay so."""

from __future__ import annotations

import pytest

from tests.assistant.verifying import verdict


@pytest.mark.parametrize(
    ("claim", "cited", "holds"),
    [
        ("Give mestor before corvalin, adding tilamine if needed.", "Before corvalin, give mestor and tilamine.", False),
        ("Give mestor and tilamine before corvalin.", "Before corvalin, give mestor and tilamine.", True),
        ("Give mestor before corvalin, with tilamine if needed.", "Before corvalin, give mestor, and tilamine if needed.", True),
        (
            "The scan should be offered whether or not surgery is planned.",
            "The scan should be offered to every patient who is being considered for surgery, regardless of age.",
            False,
        ),
        ("The scan should be offered whether or not there is pain.", "The scan should be offered regardless of pain.", True),
        (
            "A scan is not routine in adults, apart from those with gout.",
            "In adults, a scan is not routinely needed, even when they have gout.",
            False,
        ),
        (
            "A scan is not routine in adults, not even with gout.",
            "In adults, a scan is not routine, even when they have gout.",
            True,
        ),
        ("Corvalin often helps, usually for many years.", "Corvalin can often help, sometimes for many years.", False),
        ("Corvalin can often help, and sometimes for many years.", "Corvalin can often help, sometimes for many years.", True),
        ("Corvalin and mestor are equal.", "Corvalin is superior to mestor.", False),
        ("Corvalin and mestor are equal.", "Corvalin is as effective as mestor.", True),
        ("Corvalin may be of particular value in gout.", "Corvalin may be of limited value in gout.", False),
        ("Corvalin may be of limited use in gout.", "Corvalin may be of limited value in gout.", True),
        (
            "Go on with corvalin until side effects appear.",
            "Corvalin is continued until side effects become unacceptable.",
            False,
        ),
        (
            "Go on with corvalin until side effects become too much to bear.",
            "Corvalin is continued until side effects become unacceptable.",
            True,
        ),
        (
            "An operation brings no gain in survival, and it is not routinely advised when there are local symptoms.",
            "An operation does not improve survival, and it is not routinely advised in the absence of local symptoms.",
            False,
        ),
        (
            "An operation brings no gain in survival, and it is not routinely advised when there are no local symptoms.",
            "An operation does not improve survival, and it is not routinely advised in the absence of local symptoms.",
            True,
        ),
    ],
)
def test_what_is_asked_limited_or_absent_stays_so(claim: str, cited: str, holds: bool) -> None:
    assert verdict(claim, cited).supported is holds


@pytest.mark.parametrize(
    ("claim", "cited", "holds"),
    [
        ("Give corvalin alone so that people live longer.", "Give corvalin alone for better quality of life.", False),
        ("Give corvalin alone to improve quality of life.", "Give corvalin alone for better quality of life.", True),
        ("Going on with corvalin may improve response.", "Going on with corvalin may improve time to progression.", False),
        ("Going on with corvalin may delay progression.", "Going on with corvalin may improve time to progression.", True),
        ("Corvalin aims at a longer and better life.", "The goal of corvalin is to improve length and quality of life.", True),
    ],
)
def test_a_gain_in_one_outcome_is_none_in_another(claim: str, cited: str, holds: bool) -> None:
    assert verdict(claim, cited).supported is holds
