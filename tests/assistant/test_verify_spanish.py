"""Spanish claims are held against English words, and Spanish words against each other."""

from __future__ import annotations

import pytest
from verifying import LEXICON, codes, verdict

from assistant.verify.spanish import in_english, is_spanish

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


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("después de 3 a 6 semanas", "after 3-6 weeks"),
        ("entre 3 y 6 semanas", "3-6 weeks"),
        ("El reposo sigue siendo útil", "remains"),
        ("Ningún plan ha demostrado ser superior", "is superior"),
        ("con reposo y después con calor", "and then with"),
        ("salvo que haya fiebre", "unless there is"),
        ("de forma similar a los adultos", "similarly to adults"),
    ],
)
def test_words_that_mean_something_else_together(spanish: str, english: str) -> None:
    assert english in in_english(spanish, LEXICON)


@pytest.mark.parametrize(("weeks", "passes"), [("3 a 6", True), ("3 a 8", False), ("2 a 6", False)])
def test_a_range_in_spanish_words_is_a_range(weeks: str, *, passes: bool) -> None:
    said = verdict(f"Después de {weeks} semanas se puede administrar el corvalin.", "After 3-6 weeks, corvalin may be given.")
    assert said.supported is passes


@pytest.mark.parametrize(
    ("faithful", "wrong", "evidence"),
    [
        (
            "Corvalin debe administrarse en un centro preparado para complicaciones graves.",
            "Corvalin puede administrarse en un centro sin preparar para complicaciones graves.",
            "Corvalin should be given in a facility that is equipped for severe complications",
        ),
        (
            "Del 15 al 20 % de las pacientes tienen fiebre.",
            "Del 15 al 30 % de las pacientes tienen fiebre.",
            "15-20% of patients have fever",
        ),
        (
            "En la recaída hay que pasar a la siguiente línea de tratamiento.",
            "En la recaída no hay que pasar a la siguiente línea de tratamiento.",
            "At relapse, patients should be switched to next-line treatment",
        ),
        (
            "Un agente alternativo con efectos a largo plazo ha demostrado superioridad.",
            "Un agente alternativo con efectos a corto plazo ha demostrado superioridad.",
            "An alternative agent with long-term effects has proven superiority",
        ),
    ],
)
def test_words_of_fluent_spanish(faithful: str, wrong: str, evidence: str) -> None:
    """General Spanish, each beside the wrong claim nearest to it."""
    assert codes(faithful, evidence) == set()
    assert codes(wrong, evidence)
