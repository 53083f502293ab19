"""Times, cycles and doses are read off a text as people write them: in digits and words, before and behind the unit."""

import pytest
from heart_library import lexicon

from assistant.retrieval.quantified import figures


@pytest.mark.parametrize(
    ("text", "kind", "unit", "low", "high"),
    [
        pytest.param("Check every 4 weeks.", "rate", "time", 28, 28, id="digits"),
        pytest.param("Check every four weeks.", "rate", "time", 28, 28, id="words"),
        pytest.param("Check after two to four cycles.", "after", "cycle", 2, 4, id="range-in-words"),
        pytest.param("Can it wait until cycle four?", "after", "cycle", 4, 4, id="number-behind-the-unit"),
        pytest.param("She had 2 rounds.", "span", "cycle", 2, 2, id="rounds-are-cycles"),
        pytest.param("Revise cada tres meses.", "rate", "time", 90, 90, id="spanish-words"),
        pytest.param("Tras dos rondas.", "after", "cycle", 2, 2, id="spanish-rounds"),
        pytest.param("Carvedilol 3.125 mg.", "dose", "mg", 3.125, 3.125, id="dose"),
    ],
)
def test_figure_is_read_as_people_write_it(text: str, kind: str, unit: str, low: float, high: float) -> None:
    (figure,) = figures(text, lexicon=lexicon())
    assert (figure.kind, figure.unit, figure.low, figure.high) == (kind, unit, low, high)


@pytest.mark.parametrize("text", ["Two patients.", "Around the clock.", "Ten of them.", "A second opinion."])
def test_number_without_a_unit_is_no_figure(text: str) -> None:
    assert figures(text, lexicon=lexicon()) == ()
