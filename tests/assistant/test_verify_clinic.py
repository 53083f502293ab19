"""General medical English of the clinic, and turns that are plain beside the cited words; the near ones are refused."""

import pytest
from verifying import codes

from assistant.answers import Evidence
from assistant.verify import verify_claim
from assistant.verify.beside_words import beside_words
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

WORDS = [
    ("Gastrointestinal bleeding is common.", "Bleeding from the gut is common.", "Bleeding from the nose is common."),
    ("Pulmonary embolism needs heparin.", "A clot in the lung needs heparin.", "A clot in the arm needs heparin."),
    ("Bacterial growth is slow.", "Germs grow slowly.", "Viruses grow slowly."),
    ("Take patients to the emergency department.", "Take patients to A&E.", "Take patients to intensive care."),
    ("Train every caregiver.", "Train every carer.", "Train every nurse."),
    (
        "Mestor is an antibody-drug conjugate.",
        "Mestor is an antibody joined to a drug.",
        "Mestor is an antibody mixed with dye.",
    ),
    (
        "Offer a scan to every patient who is being considered for mestor.",
        "Offer a scan to every candidate for mestor.",
        "Offer a scan to every candidate for tilamine.",
    ),
    ("The rash is transient.", "The rash is short-lived.", "The rash is permanent."),
    ("A mass may be hidden by the effusion.", "The effusion may mask a mass.", "The effusion may shrink a mass."),
    ("The heart tracing is repeated.", "The ECG is repeated.", "The X-ray is repeated."),
]


@pytest.mark.parametrize(("words", "same", "other"), WORDS)
def test_lay_and_clinical_words_of_the_clinic_say_the_same(words: str, same: str, other: str) -> None:
    assert not codes(same, words)
    assert codes(other, words)


TURNS = [
    ("Current drugs almost certainly won't cure gout.", "It is very unlikely that current drugs cure gout.", True),
    ("Current drugs will most likely not cure gout.", "It is very unlikely that current drugs cure gout.", True),
    ("Current drugs will most likely cure gout.", "It is very unlikely that current drugs cure gout.", False),
    ("Current drugs cure gout.", "It is very unlikely that current drugs cure gout.", False),
    ("An operation at this stage only eases symptoms.", "An operation in stage III disease only eases symptoms.", True),
    ("An operation at this stage cures the disease.", "An operation in stage III disease only eases symptoms.", False),
    ("An operation at any stage only eases symptoms.", "An operation in stage III disease only eases symptoms.", False),
    ("Take tilamine or else mestor.", "Take tilamine or mestor.", True),
    ("The scan can be left out.", "The scan may be omitted.", True),
    ("The scan cannot be left out.", "The scan may be omitted.", False),
    ("Tilamine first, mestor after that.", "Give mestor after tilamine.", True),
    ("Mestor first, tilamine after that.", "Give mestor after tilamine.", False),
    ("Mestor comes first and tilamine afterwards.", "Give mestor after tilamine.", False),
    ("Mestor first, tilamine after that.", "Give mestor when tilamine has already been given.", False),
    ("Mestor first, tilamine after that, is the order.", "Give mestor when tilamine has already been given.", False),
    ("Tilamine first, mestor after that.", "Give mestor when tilamine has already been given.", True),
    ("Tablets must never be crushed.", "Tablets must not be crushed.", True),
    ("Tablets must never be crushed.", "Tablets should not be crushed.", False),
    (
        "For those already treated with both drug classes, mestor is an option.",
        "Mestor is an option for patients who were previously treated with statins and steroids.",
        True,
    ),
    (
        "For those not treated with both drug classes, mestor is an option.",
        "Mestor is an option for patients who were previously treated with statins and steroids.",
        False,
    ),
]


@pytest.mark.parametrize(("claim", "words", "expected"), TURNS)
def test_turns_say_what_the_cited_words_say(claim: str, words: str, *, expected: bool) -> None:
    assert (not codes(claim, words)) is expected


def test_both_stand_for_the_only_pair_that_the_cited_words_name() -> None:
    claim = "After both classes, mestor is an option."
    one, two = "Mestor after treatment with statins and steroids.", "Some react to creams and lotions."
    assert beside_words(claim, (Evidence(text=one),)) == "After statins and steroids, mestor is an option."
    assert beside_words(claim, (Evidence(text=f"{one} {two}"),)) == claim
    assert beside_words(f"Statins or not: {claim}", (Evidence(text=one),)) == f"Statins or not: {claim}"


LEXICON = Lexicon(
    [
        Concept(concept_id="doctor", kind="person", name="doctor"),
        Concept(concept_id="tablet", kind="route", name="tablet", synonyms=("tablets",)),
        Concept(concept_id="hormones", kind="other", name="hormones"),
        Concept(concept_id="hormone-therapy", kind="drug class", name="hormonal treatment"),
        Concept(concept_id="zorubicin", kind="drug", name="zorubicin"),
    ]
)
NAMES = [
    ("Ask the GP.", "Ask the family doctor.", True),
    ("Ask the nurse.", "Ask the family doctor.", False),
    ("Stop the diuretic.", "Stop the water tablets.", True),
    ("Stop the antibiotic.", "Stop the water tablets.", False),
    ("Hormonal treatment does not help.", "Hormones do not help.", True),
    ("Zorubicin does not help.", "Hormones do not help.", False),
]


@pytest.mark.parametrize(("words", "claim", "expected"), NAMES)
def test_lexicon_of_another_field_does_not_part_two_names_of_one_thing(words: str, claim: str, *, expected: bool) -> None:
    assert verify_claim(claim, (Evidence(text=words),), lexicon=LEXICON).supported is expected
