"""Medicines that documents name are learned without a lexicon; words that only end like them are not."""

import pytest

from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon
from assistant.words.medicines import medicines_in, with_medicines

EVERYDAY = frozenset({"except", "concept", "cholesterol", "peptide", "nostril", "penicillin", "accept", "the", "dose"})


def is_everyday(word: str) -> bool:
    return word in EVERYDAY


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Piperacillin–tazobactam 4.5 g every 6 hours", ["piperacillin", "tazobactam"]),
        ("piperacillin-tazobactam", ["piperacillin", "tazobactam"]),
        ("Co-amoxiclav 1.2 g or aspirin 300 mg", ["co-amoxiclav", "aspirin"]),
        ("Natriuretic peptide, cholesterol and the nostril are no medicines, except in concept", []),
        ("warfarin, levothyroxine and alteplase", ["warfarin", "levothyroxine", "alteplase"]),
    ],
)
def test_medicines_are_told_from_words_that_end_like_them(text: str, named: list[str]) -> None:
    assert list(medicines_in(text, is_everyday=is_everyday)) == named


def test_what_the_lexicon_holds_keeps_its_concept() -> None:
    held = Lexicon([Concept(concept_id="vanco", kind="drug", name="vancomycin", synonyms=("Vancoral",))])
    learned = with_medicines(held, ["Vancomycin 1 g; daptomycin 8 mg/kg."], is_everyday=is_everyday)
    assert learned.concepts_in("vancomycin") == {"vanco"}
    assert {learned.concepts[c].kind for c in learned.concepts_in("daptomycin")} == {"drug"}
    assert with_medicines(held, ["Vancomycin alone."], is_everyday=is_everyday) is held
