"""Spanish claims are held against English words, and Spanish words against each other."""

from __future__ import annotations

import pytest
from verifying import verdict

from assistant.verify.spanish import is_spanish

ENGLISH = "The recommended dose is 120 mg, given subcutaneously every 4 weeks. Brain imaging is not routinely recommended."


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("La dosis recomendada es de 120 mg por vía subcutánea cada 4 semanas.", True),
        ("La dosis recomendada es de 120 mg por vía intravenosa cada 4 semanas.", False),
        ("La dosis recomendada es de 120 mg por vía subcutánea cada 6 semanas.", False),
    ],
)
def test_a_spanish_claim_is_held_against_english_words(claim: str, supported: bool) -> None:
    assert verdict(claim, ENGLISH).supported is supported


def test_a_denial_lost_in_spanish_is_found() -> None:
    evidence = "No se recomienda el tratamiento de rutina en pacientes sin síntomas."
    assert verdict("El tratamiento de rutina no se recomienda en pacientes sin síntomas.", evidence).supported
    assert not verdict("El tratamiento de rutina se recomienda en pacientes sin síntomas.", evidence).supported


def test_english_is_not_taken_for_spanish() -> None:
    assert not is_spanish("No benefit was seen with the drug.")
    assert is_spanish("No se observó beneficio con el fármaco.")
