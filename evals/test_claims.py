"""The gate on claims that people wrote as far from the statements as they could: a sample, with room for chance."""

import pytest

from assistant.reread.reread import open_gate
from assistant.words.lexicon_files import lexicon_folder, load_lexicon
from evals.claims import CORPUS, ELSEWHERE, SHIPPED, Count, count, written_claims

_EVERY = 16


@pytest.fixture(scope="module")
def counts() -> dict[str, Count]:
    return count(written_claims(every=_EVERY), open_gate(load_lexicon(lexicon_folder(CORPUS))))[0]


@pytest.mark.parametrize(("field", "least", "most"), [(SHIPPED, 0.58, 0.06), (ELSEWHERE, 0.28, 0.04)])
def test_that_right_ones_are_kept_and_wrong_ones_withheld(
    counts: dict[str, Count], field: str, least: float, most: float
) -> None:
    found = counts[field]
    assert min(found.right, found.wrong) > 150
    assert found.kept_share >= least, found
    assert found.shown_share <= most, found
