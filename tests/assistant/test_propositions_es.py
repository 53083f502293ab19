"""What a Spanish question takes for granted is the clause behind its question word, or what it gives as its grounds."""

import pytest

from assistant.question.propositions_es import presupposed_in_spanish


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        pytest.param("¿Por qué se da furosemida de noche?", [("se da furosemida de noche", False, "")], id="why"),
        pytest.param("por que se da furosemida", [("se da furosemida", False, "")], id="without-marks"),
        pytest.param("¿Cada cuánto se repite el ecocardiograma?", [("se hace el ecocardiograma", False, "")], id="done-again"),
        pytest.param(
            "¿Qué dosis de verapamilo se da con carvedilol?", [("verapamilo se da con carvedilol", False, "")], id="dose-of"
        ),
        pytest.param(
            "¿Desde qué edad se suspende el carvedilol?",
            [("se suspende el carvedilol", False, "edad")],
            id="left-off-by-a-measure",
        ),
        pytest.param("Como los AINE son seguros, ¿cuál elijo?", [("los AINE son seguros", True, "")], id="grounds"),
        pytest.param("Los AINE son seguros. ¿Cuál elijo?", [("Los AINE son seguros", True, "")], id="stated-first"),
        pytest.param("¿Hasta cuándo se suspende el carvedilol?", [], id="ends-at-some-time"),
        pytest.param("Tengo asma. ¿Qué tomo?", [], id="of-oneself"),
        pytest.param("¿Se da furosemida de noche?", [], id="asks-whether"),
        pytest.param("¿Esto se cura del todo? Nadie lo dice.", [], id="asked-first"),
        pytest.param("Esto se cura del todo, ¿verdad? Nadie lo dice.", [("Esto se cura del todo", True, "")], id="tagged-first"),
        pytest.param("como primera medida, ¿qué se da?", [], id="no-clause"),
        pytest.param("Why is furosemide given at night?", [], id="another-language"),
    ],
)
def test_what_is_taken_for_granted_is_told(question: str, taken: list[tuple[str, bool, str]]) -> None:
    assert list(presupposed_in_spanish(question)) == taken
