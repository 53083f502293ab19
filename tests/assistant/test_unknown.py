"""A thing that only stands as an example of what the documents know is no reason to refuse."""

import pytest
from heart_library import asked, profile

from assistant.concepts import Concept
from assistant.lexicon import Lexicon
from assistant.profile import weigh_terms
from assistant.unknown import unknown_concepts

WORDS = Lexicon(
    [
        Concept(concept_id="x", kind="drug", name="xanol"),
        Concept(concept_id="event", kind="endpoint", name="vascular event"),
        Concept(concept_id="stroke", kind="side effect", name="stroke"),
    ]
)


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        pytest.param("Does xanol prevent a stroke or other vascular event?", set(), id="or-other"),
        pytest.param("Does xanol prevent a vascular event such as a stroke?", set(), id="such-as"),
        pytest.param("Does xanol prevent a stroke?", {"stroke"}, id="asked-by-itself"),
        pytest.param("Does xanol prevent a stroke and a vascular event?", {"stroke"}, id="beside-it"),
    ],
)
def test_example_of_what_is_known_is_not_unknown(question: str, unknown: set[str]) -> None:
    terms = weigh_terms((profile("Xanol prevents any vascular event.", words=WORDS),), lexicon=WORDS)
    assert unknown_concepts(asked(question, words=WORDS), terms=terms, lexicon=WORDS) == unknown
