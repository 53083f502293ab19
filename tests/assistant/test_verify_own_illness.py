"""The library's own illness beside a group of it, and a condition's state said within a name: what is said, and what is not."""

import pytest

from assistant.answers import Evidence
from assistant.verify import verify_claim
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

LEXICON = Lexicon(
    [
        Concept(concept_id="tilamine", kind="drug", name="tilamine"),
        Concept(concept_id="krs", kind="gene", name="KRS"),
        Concept(concept_id="joint-gout", kind="condition", name="joint gout"),
        Concept(concept_id="kidney-gout", kind="condition", name="kidney gout"),
        Concept(concept_id="early", kind="population", name="early", axis="stage", synonyms=("early joint gout",)),
        Concept(concept_id="urate-high", kind="population", name="urate-high", axis="urate"),
        Concept(concept_id="urate-low", kind="population", name="urate-low", axis="urate"),
        Concept(concept_id="flare", kind="population", name="lone flare", synonyms=("flare",)),
    ]
)


def supported(claim: str, text: str, *headings: str) -> bool:
    return verify_claim(claim, (Evidence(text=text, heading_path=headings),), lexicon=LEXICON).supported


HIGH = "Tilamine is the preferred drug in urate-high disease."


@pytest.mark.parametrize(
    ("claim", "headings", "holds"),
    [
        pytest.param("In urate-high joint gout, tilamine is the preferred drug.", (), True, id="own-illness"),
        pytest.param("In joint gout that is urate-high, tilamine is the preferred drug.", (), True, id="behind-it"),
        pytest.param("In urate-high kidney gout, tilamine is the preferred drug.", (), False, id="another-illness"),
        pytest.param("In urate-low joint gout, tilamine is the preferred drug.", (), False, id="another-group"),
        pytest.param("In joint gout, tilamine is the preferred drug.", (), False, id="no-group"),
        pytest.param("In urate-high joint gout, tilamine is the preferred drug.", ("Kidney gout",), False, id="another-page"),
    ],
)
def test_the_illness_of_the_groups_needs_no_word_of_its_own(claim: str, headings: tuple[str, ...], holds: bool) -> None:
    assert supported(claim, HIGH, *headings) is holds


@pytest.mark.parametrize(
    ("claim", "text", "holds"),
    [
        pytest.param(
            "In a lone flare, tilamine is the drug to use.",
            "When a flare is lone, tilamine is the drug to use.",
            True,
            id="in-name",
        ),
        pytest.param(
            "In a flare, tilamine is the drug to use.", "When a flare is lone, tilamine is the drug to use.", False, id="dropped"
        ),
        pytest.param("In severe pain, tilamine is given.", "When pain is severe, tilamine is given.", True, id="severe"),
        pytest.param("If the pain gets bad, tilamine is given.", "When pain is severe, tilamine is given.", True, id="bad"),
        pytest.param("In pain, tilamine is given.", "When pain is severe, tilamine is given.", False, id="not-severe"),
    ],
)
def test_the_state_that_a_condition_names_is_said_or_missed(claim: str, text: str, holds: bool) -> None:
    assert supported(claim, text) is holds


def test_treatment_against_what_is_no_treatment_compares_nothing() -> None:
    text = "Continue KRS-targeted treatment after an attack, because such treatments in sequence remain useful."
    claim = "Treatment against KRS should go on after an attack, because such treatments, one after the other, remain useful."
    assert supported(claim, text)
    assert not supported(claim.replace("should go on", "should stop"), text)
