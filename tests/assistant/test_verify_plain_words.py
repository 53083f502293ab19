"""Plain words that the judges of order, change, delay and denial must not read for more, or for less, than they say."""

from __future__ import annotations

import pytest
from verifying import verdict

KEPT = [
    pytest.param(
        "Corvalin and tilamine were equally effective against attacks.",
        "Corvalin works about as well as tilamine against attacks.",
        id="equal",
    ),
    pytest.param("Corvalin prolongs survival (12 vs 9 months).", "Corvalin kept people alive longer (12 vs 9 months).", id="os"),
    pytest.param("Lower to a dose of 15 mg daily.", "Lower the dose to 15 mg daily.", id="dose-to"),
    pytest.param("A stent is put in the duct and a drain is placed after surgery.", "A drain is placed after surgery.", id="put"),
    pytest.param(
        "Postpone the next dose and discontinue tilamine if the cough returns.", "Stop tilamine if the cough returns.", id="stop"
    ),
    pytest.param("Check your weight before each visit.", "You should check your weight before each visit.", id="yours to check"),
    pytest.param("Measure sodium when the drip begins.", "Measure sodium at the start of the drip.", id="when it begins"),
]
REFUSED = [
    pytest.param(
        "Corvalin was superior to tilamine: time to relapse was longer (8.2 vs 5.1 months).",
        "Corvalin kept people alive longer than tilamine did (8.2 against 5.1 months).",
        id="kept-alive",
    ),
    pytest.param(
        "Corvalin is more effective than tilamine in preventing attacks.",
        "Corvalin prevents attacks about as well as tilamine does.",
        id="about-as-well",
    ),
    pytest.param(
        "After each attack, healing becomes less likely.",
        "After each attack there is still the same chance of healing.",
        id="same-chance",
    ),
    pytest.param("No invasive imaging is needed.", "Non-invasive imaging is needed.", id="no, non"),
    pytest.param("Give no steroidal creams for eczema.", "Give non-steroidal creams for eczema.", id="give no"),
    pytest.param("Lower to a dose of 15 mg daily.", "Lower the dose by 15 mg daily.", id="a dose of: by"),
    pytest.param(
        "The dose is increased by a maximum of 10 mg a day.",
        "The dose is increased to a maximum of 10 mg a day.",
        id="a maximum of",
    ),
    pytest.param(
        "Splints may be used in people who are frail.", "Splints are the best option in people who are frail.", id="best of whom"
    ),
]


@pytest.mark.parametrize(("statement", "claim"), KEPT)
def test_plain_paraphrase_is_kept(statement: str, claim: str) -> None:
    assert verdict(claim, statement).supported, verdict(claim, statement).reasons


@pytest.mark.parametrize(("statement", "claim"), REFUSED)
def test_word_that_turns_the_meaning_is_refused(statement: str, claim: str) -> None:
    assert not verdict(claim, statement).supported
