"""Times that share a unit each get it; what is a range, a choice, an age or an amount stays."""

import pytest
from heart_library import lexicon
from test_regimens import both

from assistant.differences.listed_times import times_told
from assistant.differences.regimens import differing


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Infuse at 0, 2 and 6 weeks.", "Infuse at 0 weeks, at 2 weeks, at 6 weeks.", id="unit-behind"),
        pytest.param("Infuse at weeks 0, 2, and 6.", "Infuse at 0 weeks, at 2 weeks, at 6 weeks.", id="unit-ahead"),
        pytest.param("Test after 3 and 12 months.", "Test after 3 months, after 12 months.", id="two"),
        pytest.param("Se pone a los 0, 1 y 6 meses.", "Se pone a los 0 meses, a los 1 meses, a los 6 meses.", id="spanish"),
    ],
)
def test_each_time_gets_its_unit(text: str, told: str) -> None:
    assert times_told(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Heals in 2 to 6 weeks.",
        "Repeat at 2 or 3 months.",
        "Vaccinate at 8, 12 and 16 weeks of age.",
        "Take 2 and later 3 tablets for 6 weeks.",
        "Give on days 1 and 10 mg on day 2.",
        "Between 2 and 6 weeks.",
    ],
)
def test_other_figures_stay(text: str) -> None:
    assert times_told(text) == text


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        pytest.param(
            "Give cefuroxime at 0, 2 and 6 weeks.", "Cefuroxime is given at weeks 0, 4 and 8.", {"interval"}, id="other-times"
        ),
        pytest.param("Give cefuroxime at 0, 2 and 6 weeks.", "Cefuroxime is given at weeks 0, 2 and 6.", set(), id="the-same"),
    ],
)
def test_listed_times_differ_as_intervals(left: str, right: str, kinds: set[str]) -> None:
    one, other = both(left, right)
    assert differing(one, other, (), lexicon=lexicon()) == kinds
    assert differing(other, one, (), lexicon=lexicon()) == kinds
