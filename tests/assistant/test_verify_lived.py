"""How long a disease is held is told of nobody's life, and "if any" speaks of some."""

from __future__ import annotations

import pytest
from verifying import codes

from assistant.answers import ReasonCode

HELD = "Corvalin plus tilamine: median progression-free survival of 18.5 months and a 34% lower risk of death."
BOTH = "Corvalin as a single agent: median overall survival 22.3 months, median progression-free survival 6 months."
TIME = "With corvalin the time to progression was 9.4 months."
SOME = "Sometimes tilamine added to corvalin is another option, depending on gene changes, if any, that are present."


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        pytest.param("Patients lived for a median of 18.5 months with corvalin plus tilamine.", HELD, id="lived"),
        pytest.param("On corvalin plus tilamine patients survived 18.5 months in the median.", HELD, id="survived"),
        pytest.param("With corvalin plus tilamine half were still alive at 18.5 months.", HELD, id="alive"),
        pytest.param("With corvalin patients lived for 9.4 months.", TIME, id="time-to-progression"),
        pytest.param("Patients on corvalin alone lived a median of 6 months.", BOTH, id="beside-the-time-of-life"),
    ],
)
def test_time_for_which_a_disease_is_held_is_no_time_of_life(claim: str, evidence: str) -> None:
    assert ReasonCode.NUMBER in codes(claim, evidence)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        pytest.param("Patients on corvalin alone lived a median of 22.3 months.", BOTH, id="overall-survival"),
        pytest.param("Corvalin plus tilamine: median progression-free survival 18.5 months.", HELD, id="as-it-stands"),
        pytest.param(
            "Patients on corvalin lived for 12 years.", "With corvalin, patients lived for 12 years.", id="lived-there-too"
        ),
    ],
)
def test_time_of_life_may_be_told(claim: str, evidence: str) -> None:
    assert not codes(claim, evidence)


@pytest.mark.parametrize(
    ("claim", "refused"),
    [
        pytest.param("Everyone can have tilamine added to corvalin.", True, id="everyone"),
        pytest.param("Tilamine added to corvalin is always an option.", True, id="always"),
        pytest.param("Sometimes tilamine added to corvalin is another option.", False, id="sometimes"),
    ],
)
def test_if_any_is_not_everybody(claim: str, refused: bool) -> None:
    assert bool(codes(claim, SOME)) is refused
