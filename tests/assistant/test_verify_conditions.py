"""A condition of the cited words may be said in other words, never dropped, widened, turned into an exception or invented."""

from __future__ import annotations

import pytest
from verifying import LEXICON, verdict

from assistant.answers import Evidence, ReasonCode
from assistant.verify import verify_claim
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

WIDER = Lexicon(
    [
        Concept(concept_id="class", kind="drug class", name="statin"),
        Concept(concept_id="fast", kind="drug class", name="fast statin", parents=("class",)),
        Concept(concept_id="alfa", kind="drug", name="alfastatin", parents=("fast", "class")),
    ]
)


def population(claim: str, words: str, lexicon: Lexicon = LEXICON) -> bool:
    """True if the claim is refused for whom or when it says it of."""
    said = verify_claim(claim, (Evidence(text=words),), lexicon=lexicon)
    assert said.supported or said.reasons
    return ReasonCode.POPULATION in {reason.code for reason in said.reasons}


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("Corvalin is preferred.", "Corvalin is preferred unless the kidneys fail."),
        (
            "Corvalin is preferred for kidney disease.",
            "Corvalin is preferred for kidney disease, since it is cheap, unless the kidneys fail quickly.",
        ),
        ("Corvalin may be an option for gout.", "Corvalin may be an option for gout without any crystal deposits."),
        ("Enzyme testing should be offered.", "All patients who are considered for corvalin should be offered enzyme testing."),
        ("Corvalin should be added.", "Corvalin should be added to the diet of patients with gout."),
        ("An operation may be considered.", "An operation may be considered for ABC-positive, XYZ-negative tumors."),
        ("Corvalin can be good.", "Corvalin can be good for women whose disease is ABC-positive."),
    ],
)
def test_a_condition_may_not_be_dropped(claim: str, words: str) -> None:
    assert population(claim, words)
    assert verdict(words, words).supported


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("Unless the kidneys fail, corvalin is preferred.", "Corvalin is preferred unless the kidneys fail."),
        ("Corvalin is preferred, except when the kidneys fail.", "Corvalin is preferred unless the kidneys fail."),
        (
            "Anyone considered for corvalin should be offered enzyme testing.",
            "All patients who are considered for corvalin should be offered enzyme testing, whatever their age.",
        ),
        ("In 20% of women with gout corvalin works.", "Corvalin works in 20% of women with gout."),
    ],
)
def test_a_condition_may_stand_elsewhere_in_the_sentence(claim: str, words: str) -> None:
    assert verdict(claim, words).supported


def test_a_drug_named_after_a_group_does_not_say_the_group() -> None:
    words = "Treatment against ABC can be beneficial for women whose disease is ABC-positive."
    assert population("Corvalin can be beneficial.", words.replace("Treatment against ABC", "Corvalin"))


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (
            "Imaging is not recommended unless the disease is ABC-positive.",
            "Imaging is not recommended, even in ABC-positive disease.",
        ),
        ("Imaging is not recommended, except in ABC-positive disease.", "Imaging is not recommended even if ABC-positive."),
        ("Unless it is ABC-positive, give corvalin.", "Give corvalin regardless of whether it is ABC-positive."),
    ],
)
def test_what_holds_even_so_has_no_exception(claim: str, words: str) -> None:
    assert population(claim, words)


@pytest.mark.parametrize("asked", ["provided mestor is added", "as long as mestor is added", "only if mestor is given with it"])
@pytest.mark.parametrize("words", ["Corvalin, alone or with mestor, helps.", "Corvalin and/or mestor helps."])
def test_what_may_be_left_away_is_no_condition(asked: str, words: str) -> None:
    assert population(f"Corvalin helps, {asked}.", words)


def test_the_choice_itself_may_be_said() -> None:
    assert verdict("Corvalin helps, alone or with mestor.", "Corvalin, alone or with mestor, helps.").supported


@pytest.mark.parametrize(
    "claim",
    [
        "Anyone considered for a statin should have a blood test.",
        "Patients receiving a statin should have a blood test.",
        "Before starting a statin, patients should have a blood test.",
    ],
)
def test_a_condition_may_not_name_the_class_for_its_kind(claim: str) -> None:
    words = claim.replace("a statin", "alfastatin")
    assert population(claim, words, WIDER)
    assert verify_claim(words, (Evidence(text=words),), lexicon=WIDER).supported


def test_what_is_given_may_be_called_by_its_class() -> None:
    words = "Patients who have pain should take alfastatin."
    assert verify_claim("Patients who have pain should take a statin.", (Evidence(text=words),), lexicon=WIDER).supported


def test_keeping_from_is_preventing() -> None:
    assert not verdict("Corvalin keeps crystals from developing.", "Corvalin promotes the development of crystals.").supported
