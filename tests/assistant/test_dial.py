"""Every number of urgent advice can be called, in every country's and language's words, and nothing else turns into a link."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.display.dial import dialled, undialled
from assistant.urgency.triage import countries, doubtful_advice, emergency_advice

NUMBERS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "assistant" / "urgency" / "emergency_numbers.yaml").read_text(encoding="utf-8")
)
KINDS = ("suicide", *NUMBERS["advice"]["en"]["more"])
DUE = {"AR": {"107", "08003451435", "135"}, "CL": {"131", "*4141"}, "PT": {"112", "808242424"}, "JP": {"119", "0120279338"}}


def called(text: str) -> set[str]:
    return set(re.findall(r"\(#call-([*\d]+)\)", text))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("country", ["", *countries()])
def test_numbers_of_every_country_can_be_called_and_undone(country: str, language: str) -> None:
    entry = NUMBERS["countries"].get(country) or {name: words[language] for name, words in NUMBERS["other"].items()}
    for kind in KINDS:
        advice = emergency_advice(kind, language=language, country=country)
        shown = dialled(advice)
        assert undialled(shown) == advice
        lines = entry["emergency"] + (entry["crisis"] if kind == "suicide" else "")
        assert called(shown), advice
        assert all(digits in re.sub(r"\D", "", lines) for number in called(shown) if (digits := number.strip("*")))


@pytest.mark.parametrize("country", DUE)
def test_numbers_are_called_whole_whatever_stands_between_their_digits(country: str) -> None:
    assert called(dialled(emergency_advice("suicide", language="en", country=country))) == DUE[country]


@pytest.mark.parametrize(
    "words",
    [
        "your treatment team's 24-hour line",
        "la línea de 24 horas de su equipo",
        "SNS 24",
        "a 4 mg dose",
        "T4N1",
        "in 2 of 3 cases",
    ],
)
def test_other_figures_are_left_alone(words: str) -> None:
    assert dialled(words) == words


def test_advice_before_an_answer_and_a_crisis_line_on_the_web_can_be_used_too() -> None:
    assert called(dialled(doubtful_advice(language="en"))) == {"112", "911"}
    crisis = dialled(emergency_advice("suicide", language="es"))
    assert "[findahelpline.com](https://findahelpline.com)" in crisis
