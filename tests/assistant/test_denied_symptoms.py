"""Sentences that only deny symptoms are not listened to; whatever says more is."""

from __future__ import annotations

import pytest

from assistant.urgency.alarm import listened, parts
from assistant.urgency.denied_symptoms import is_only_denied, without_denied

DENIED = [
    "No fever, no pain.",
    "Denies chest pain or breathlessness.",
    "I have no headaches and no numbness.",
    "He has no cough.",
    "We don't have any bleeding.",
    "Sin fiebre ni vómitos.",
    "No me duele nada ni tengo mareos.",
    "No tengo diarrea, ni fiebre.",
    "Ya no sangra.",
    "Ya no me duele la espalda.",
]
SAYS_MORE = [
    "No fever, headache.",
    "No pain and vomiting.",
    "No pain, no feeling below the waist.",
    "I can't breathe.",
    "No siento los pies.",
    "Ya no respira.",
    "Ya no orina.",
    "No tengo fiebre pero me ahogo.",
    "I have pain and no fever.",
    "She has no pulse.",
    "No fever on paracetamol, shaking.",
    "Fever, no cough.",
    "Hay dolor y fiebre.",
]


@pytest.mark.parametrize("sentence", DENIED)
def test_a_list_of_denied_symptoms_is_known(sentence: str) -> None:
    assert is_only_denied(sentence)


@pytest.mark.parametrize("sentence", SAYS_MORE)
def test_what_says_more_than_a_denial_stays(sentence: str) -> None:
    assert not is_only_denied(sentence)


def test_the_rest_of_the_message_is_heard() -> None:
    message = "No fever, no pain. My left arm has gone limp."
    assert without_denied(message) == "My left arm has gone limp."
    assert listened(message) == "My left arm has gone limp."
    assert parts(f"{message} What do I do?") == ["My left arm has gone limp.", "What do I do?"]


def test_a_message_that_only_denies_stays_whole() -> None:
    assert without_denied("No fever, no pain.") == "No fever, no pain."


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("No cough or chills, just wondering how long the drip takes", "just wondering how long the drip takes"),
        ("No tengo tos ni mareos, quería saber cuándo es la revisión", "quería saber cuándo es la revisión"),
        ("No fever, just shaking and freezing since the infusion", "just shaking and freezing since the infusion"),
    ],
)
def test_what_is_asked_behind_a_denial_is_listened_to(message: str, rest: str) -> None:
    assert without_denied(message) == rest
