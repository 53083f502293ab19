"""What people name behind their question stands where it belongs; what only follows a comma stays there."""

import pytest

from assistant.question.dislocated import in_place


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("does it hurt a lot, the injection?", "does the injection hurt a lot?"),
        ("would it slow things down though, a second operation", "would a second operation slow things down"),
        ("can they be crushed, the tablets", "can the tablets be crushed"),
        ("is it ok for her, the doctor thinks", "is it ok for her, the doctor thinks"),
        ("does it work in the liver, the bones", "does it work in the liver, the bones"),
        ("she takes it weekly, the tablet", "she takes it weekly, the tablet"),
        ("is it given first, the drip or the tablet?", "is it given first, the drip or the tablet?"),
        ("how long does it take?", "how long does it take?"),
        ("what kind of drug is it, a water tablet?", "what kind of drug is it, a water tablet?"),
    ],
)
def test_subject_said_last_stands_in_its_place(said: str, read: str) -> None:
    assert in_place(said) == read
