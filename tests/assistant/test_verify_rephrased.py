"""Turns of phrase that the cited words have in another build, and who does it to whom; beside each its harmful relatives."""

import pytest
from verifying import LEXICON, codes

from assistant.answers import Evidence
from assistant.verify import verify_claim
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

CLASSES = Lexicon(
    [
        *LEXICON.concepts.values(),
        Concept(concept_id="betablocker", kind="drug class", name="betablocker"),
        Concept(concept_id="gammablocker", kind="drug class", name="gammablocker"),
        Concept(concept_id="alphadrug", kind="drug", name="alphadrug", parents=("gammablocker",)),
    ]
)


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        (
            "If earlier treatment hasn't held the disease, give corvalin.",
            "Give corvalin once earlier treatment has failed.",
            True,
        ),
        ("If earlier treatment has held the disease, give corvalin.", "Give corvalin once earlier treatment has failed.", False),
        (
            "With corvalin, the median time without progression was 9 months.",
            "Corvalin: median progression-free survival of 9 months.",
            True,
        ),
        (
            "With corvalin, the median time without relapse was 9 months.",
            "Corvalin: median progression-free survival of 9 months.",
            False,
        ),
        (
            "On corvalin, half the patients went 9 months or more without progression.",
            "Corvalin: median progression-free survival of 9 months.",
            True,
        ),
        (
            "On corvalin, a third of the patients went 9 months or more without progression.",
            "Corvalin: median progression-free survival of 9 months.",
            False,
        ),
        (
            "On corvalin, half the patients lived 9 months or more.",
            "Corvalin: median progression-free survival of 9 months.",
            False,
        ),
        (
            "Corvalin did better than mestor, with a longer wait before the disease moved on.",
            "Corvalin was superior to mestor: time to disease progression was longer.",
            True,
        ),
        (
            "Mestor did better than corvalin, with a longer wait before the disease moved on.",
            "Corvalin was superior to mestor: time to disease progression was longer.",
            False,
        ),
        ("Nobody gets corvalin without a blood test first.", "Before corvalin, a blood test is required.", True),
        ("Nobody gets a blood test without corvalin first.", "Before corvalin, a blood test is required.", False),
        ("Corvalin is approved as a substitute for surgery.", "Corvalin is approved as an alternative to surgery.", True),
        ("Surgery is approved as a substitute for corvalin.", "Corvalin is approved as an alternative to surgery.", False),
        ("Corvalin is approved as a substitute for surgery.", "Corvalin is approved for use after surgery.", False),
        ("Corvalin does as good a job as mestor.", "Corvalin is as effective as mestor.", True),
        ("Corvalin doesn't do as good a job as mestor.", "Corvalin is as effective as mestor.", False),
        ("Corvalin switches the gland on.", "Corvalin activates the gland.", True),
        ("Corvalin switches the gland off.", "Corvalin activates the gland.", False),
        ("Corvalin can hold the tumour back.", "Corvalin can slow the growth of the tumour.", True),
        ("Corvalin can be held back.", "Corvalin can slow the growth of the tumour.", False),
        ("If there is a fault in ABC1, give corvalin.", "If there is an ABC1 mutation, give corvalin.", True),
        ("If there is a fault in XYZ2, give corvalin.", "If there is an ABC1 mutation, give corvalin.", False),
        ("Corvalin 4 mg at twelve-week gaps.", "Corvalin 4 mg every 12 weeks.", True),
        ("Corvalin 4 mg at two-week gaps.", "Corvalin 4 mg every 12 weeks.", False),
        (
            "Give corvalin only where the unit is ready for shock.",
            "Corvalin should be given in a unit that is ready for shock.",
            True,
        ),
        ("Give corvalin only where there is shock.", "Corvalin should be given in a unit that is ready for shock.", False),
        ("Begin with a larger first dose of 4 mg of corvalin.", "Corvalin: loading dose 4 mg.", True),
        ("Begin with a smaller first dose of 4 mg of corvalin.", "Corvalin: loading dose 4 mg.", False),
        ("A single infected joint with nothing swollen.", "A single infected joint and no swollen skin.", True),
        ("A single infected joint with something swollen.", "A single infected joint and no swollen skin.", False),
    ],
)
def test_a_turn_of_phrase_is_read_as_the_cited_words_put_it(claim: str, evidence: str, supported: bool) -> None:
    assert (not codes(claim, evidence)) is supported


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        ("The gland activates corvalin.", "Corvalin activates the gland.", False),
        ("Corvalin is activated by the gland.", "Corvalin activates the gland.", False),
        ("The gland is activated by corvalin.", "Corvalin activates the gland.", True),
        ("Mestor lowers corvalin.", "Corvalin lowers mestor.", False),
        ("Mestor is lowered by corvalin.", "Corvalin lowers mestor.", True),
        ("The nerve may block corvalin.", "Corvalin may block the nerve.", False),
        ("Corvalin equals mestor.", "Mestor equals corvalin.", True),
        ("Mestor follows corvalin.", "Corvalin followed by mestor.", True),
        ("Liver damage results from corvalin.", "Corvalin causes liver damage.", True),
    ],
)
def test_who_does_it_to_whom_is_kept(claim: str, evidence: str, supported: bool) -> None:
    assert (not codes(claim, evidence)) is supported


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Corvalin is a bone-modifying agent.", True),
        ("Alphadrug is a gammablocker.", True),
        ("Alphadrug is a betablocker.", False),
    ],
)
def test_a_drug_is_called_one_of_its_own_class(claim: str, supported: bool) -> None:
    words = "Give a bone-modifying agent such as corvalin, a betablocker, tilamine or a gammablocker such as alphadrug."
    assert verify_claim(claim, (Evidence(text=words),), lexicon=CLASSES).supported is supported
