"""A statement of the corpus copied but for one everyday word is refused."""

from collections import Counter

import pytest

from assistant.reread.reread import open_gate
from assistant.words.lexicon_files import lexicon_folder, load_lexicon
from evals.copies import copies
from evals.mutations import corpus_claims
from evals.test_mutations import CORPUS


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_copies_with_one_word_exchanged_are_refused() -> None:
    verify = open_gate(load_lexicon(lexicon_folder(CORPUS)))
    cited = {text: evidence for _, text, evidence in corpus_claims(CORPUS)}
    made: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for copy in copies(cited):
        made[f"{copy.said} → {copy.instead}"] += 1
        passed[f"{copy.said} → {copy.instead}"] += verify(copy.text, cited[copy.statement]).supported
    assert made.total() > 200
    assert passed.total() <= 0.05 * made.total(), [f"{pair}: {n} of {made[pair]}" for pair, n in passed.most_common() if n]
