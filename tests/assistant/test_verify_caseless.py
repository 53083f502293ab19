"""A pattern that regards no case finds the same in a text in small letters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.verify.caseless import for_small, small
from assistant.verify.conditional import find_conditions
from assistant.verify.plainly import _TURNS
from assistant.verify.quantities import find_quantities

_PATTERNS = [pattern for pattern, _ in _TURNS if for_small(pattern)]
_WORDS = (
    "No longer Without any DELAY unless too much to BEAR İstanbul ß once Every 4 Weeks rather than 5 M 12 mg if CANNOT".split()
)


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join) | st.text(max_size=40))
def test_small_letters_keep_every_place(text: str) -> None:
    assert len(small(text)) == len(text)


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join))
def test_a_pattern_for_small_letters_finds_what_the_caseless_one_finds(text: str) -> None:
    for pattern in _PATTERNS:
        quick = for_small(pattern)
        assert quick is not None
        assert [found.span() for found in quick.finditer(small(text))] == [found.span() for found in pattern.finditer(text)]


@pytest.mark.parametrize("pattern", [re.compile("mg"), re.compile("[A-Z]{2}", re.IGNORECASE), re.compile("HER", re.IGNORECASE)])
def test_a_pattern_that_regards_or_writes_capitals_has_no_twin(pattern: re.Pattern[str]) -> None:
    assert for_small(pattern) is None


@pytest.mark.parametrize(
    "text",
    ["corvalin 12 mg every 4 weeks unless the kidneys fail", "half of patients with pain, in women who progress, (if needed)"],
)
def test_capitals_change_neither_amounts_nor_conditions(text: str) -> None:
    upper = text.upper().replace("MG", "mg")
    assert [(one.start, one.end, one.low, one.base) for one in find_quantities(text)] == [
        (one.start, one.end, one.low, one.base) for one in find_quantities(upper)
    ]
    assert find_conditions(text) == find_conditions(upper)


def test_a_capital_after_a_number_is_no_time() -> None:
    assert find_quantities("grade 5 M")[0].base == ""
    assert find_quantities("after 5 m")[0].base == "month"
