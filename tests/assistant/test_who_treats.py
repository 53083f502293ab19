"""Who treats is a person that a question may name although no document does; a thing that none knows is still unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.abstention.unknown import unknown_concepts
from assistant.question.asked import read_question
from assistant.retrieval.profile import weigh_terms
from assistant.words.lexicon_files import load_lexicon

LEXICON = load_lexicon(Path(__file__).parents[2] / "corpus" / "lexicon")


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        pytest.param("The doctor said a splint, how is it worn?", set(), id="who-said-it"),
        pytest.param("Which physician do we refer to?", set(), id="to-whom"),
        pytest.param("The doctor said morphine, how is it taken?", {"morphine"}, id="a-drug"),
    ],
)
def test_only_what_is_not_a_person_must_be_known(text: str, unknown: set[str]) -> None:
    terms = weigh_terms((), lexicon=LEXICON)
    assert unknown_concepts(read_question(text, lexicon=LEXICON), terms=terms, lexicon=LEXICON) == unknown
