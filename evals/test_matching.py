"""Wordings against texts: what must match, and what must never."""

import pytest

from evals.matching import normalise, says


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        pytest.param("60-100 mg/m2", "a dose of 60 to 100 mg/m²", id="range in words, superscript"),
        pytest.param("120 mg", "120mg SC", id="unit without a space"),
        pytest.param("every 4 weeks", "q4w", id="interval as abbreviation"),
        pytest.param("every 3 weeks", "three-weekly", id="number word, weekly"),
        pytest.param("weekly", "once a week", id="weekly in words"),
        pytest.param("premenopausal", "pre-menopausal women", id="hyphen in prefix"),
        pytest.param("bone modifying agent", "bone-modifying agents", id="hyphen, plural"),
        pytest.param("her2 positive", "HER2+ disease", id="plus sign"),
        pytest.param("her2 negative", "HER2-, ER+", id="minus sign"),
        pytest.param("not & routin*", "isn't routinely done", id="contraction, open end"),
        pytest.param("1 in 5", "about one in five", id="number words"),
        pytest.param("34%", "34 percent", id="percent in words"),
        pytest.param("iv", "given intravenously", id="route"),
        pytest.param("tumor", "tumours [2]", id="British spelling, marker"),
        pytest.param("denosumab|xgeva & 120 mg", "Xgeva 120 mg", id="alternative"),
    ],
)
def test_same_fact_in_other_words_matches(wording: str, text: str) -> None:
    assert says(wording, text)


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        pytest.param("5 mg", "25 mg", id="5 is not 25"),
        pytest.param("5 months", "18.5 months", id="5 is not 18.5"),
        pytest.param("18 months", "18.5 months", id="18 is not 18.5"),
        pytest.param("4 months", "every 2-4 months", id="4 is not 2-4"),
        pytest.param("2 months", "every 2-4 months", id="2 is not 2-4"),
        pytest.param("4 mg", "4 mg/kg", id="mg is not mg/kg"),
        pytest.param("60 mg", "60-100 mg", id="one end is not the range"),
        pytest.param("4%", "34%", id="4 is not 34 percent"),
        pytest.param("menopausal", "postmenopausal", id="prefix changes the population"),
        pytest.param("denosumab & 120 mg", "denosumab is an option", id="one part missing"),
    ],
)
def test_other_fact_does_not_match(wording: str, text: str) -> None:
    assert not says(wording, text)


def test_normalising_twice_changes_nothing() -> None:
    for text in ("60–100 mg/m² q3w", "HER2−, 34 per cent", "Two to four months, isn't it?"):
        assert normalise(normalise(text)) == normalise(text)
