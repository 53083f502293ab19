"""Faithful claims in other words, each beside the wrong claim that is nearest to it."""

import pytest
from verifying import codes, verdict

from assistant.answers import Evidence
from assistant.verify import verify_claim
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon


@pytest.mark.parametrize(
    ("faithful", "wrong", "evidence"),
    [
        (
            "Progression is no reason to withdraw corvalin.",
            "Progression is a reason to withdraw corvalin.",
            "Do not withdraw corvalin at progression",
        ),
        (
            "When zorubicin hasn't worked, corvalin is given.",
            "When zorubicin has worked, corvalin is given.",
            "After failure of zorubicin, corvalin is given",
        ),
        (
            "A scan isn't recommended, even in ABC-positive disease.",
            "A scan isn't recommended, unless the disease is ABC-positive.",
            "Scans are not recommended, even in ABC-positive disease",
        ),
        (
            "Corvalin sometimes helps.",
            "Corvalin sometimes helps, provided mestor is added.",
            "Corvalin and/or mestor sometimes helps",
        ),
        (
            "Corvalin limits nausea while maintaining appetite.",
            "Corvalin limits nausea while improving appetite.",
            "Corvalin limits nausea while maintaining appetite, it says",
        ),
        (
            "Premenopausal women are treated much like postmenopausal women.",
            "Postmenopausal women are treated much like premenopausal women.",
            "Premenopausal women are then treated similarly to postmenopausal women",
        ),
        (
            "Corvalin is an essential part of care.",
            "Corvalin is essential.",
            "Corvalin is an integral part of care",
        ),
        (
            "Mestor is favoured over routine corvalin.",
            "Corvalin is favoured routinely.",
            "Do NOT use corvalin routinely; mestor is preferred",
        ),
        (
            "The order should be scans first, then corvalin.",
            "The order should be corvalin first, then scans.",
            "Scans should be done before corvalin",
        ),
        (
            "With each relapse, the chance that more treatment will help gets smaller.",
            "With each relapse, the chance that more treatment will help rises.",
            "With each relapse, the chance that further treatment will help gets smaller",
        ),
    ],
)
def test_faithful_claim_passes_and_its_nearest_wrong_one_does_not(faithful: str, wrong: str, evidence: str) -> None:
    assert verdict(faithful, evidence).supported, verdict(faithful, evidence).reasons
    assert codes(wrong, evidence)


def test_despite_what_the_headings_say_of_everyone_adds_nothing() -> None:
    section = ("Operations in ABC-positive disease",)
    evidence = "An operation may be considered"
    assert verdict("An operation may be considered despite ABC-positive disease.", evidence, section=section).supported
    assert codes("An operation may be considered despite ABC-negative disease.", evidence, section=section)


def test_share_in_a_heading_belongs_to_the_group_and_to_no_other_number() -> None:
    section = ("ABC-positive disease (70% of patients)",)
    claim = "Corvalin is given in ABC-positive disease, a group that makes up {} of patients."
    assert verdict(claim.format("70%"), "Corvalin is given", section=section).supported
    assert codes(claim.format("30%"), "Corvalin is given", section=section)
    assert codes("Corvalin is given, with a response of 70%.", "Corvalin is given", section=section)


def test_superlative_stays_with_its_sentence() -> None:
    evidence = "Corvalin is used most commonly. It may also be joined by zorubicin."
    assert codes("Zorubicin is among the commonest drugs used.", evidence)


def test_member_of_a_list_keeps_its_class() -> None:
    classes = [Concept(concept_id=name, kind="drug class", name=f"{name} inhibitor") for name in ("abx", "cdx")]
    drugs = [Concept(concept_id=name, kind="drug", name=name) for name in ("corvalin", "tilamine")]
    evidence = (Evidence(text="Give an abx inhibitor such as corvalin, or a cdx inhibitor such as tilamine"),)
    lexicon = Lexicon([*classes, *drugs])
    assert verify_claim("Corvalin, an abx inhibitor, is given.", evidence, lexicon=lexicon).supported
    assert not verify_claim("Corvalin, a cdx inhibitor, is given.", evidence, lexicon=lexicon).supported


def test_drug_named_by_its_class_is_an_alternative_too() -> None:
    assert codes("Corvalin together with tilamine is given.", "Give tilamine alone or the bone-modifying agent corvalin")


def test_age_inside_a_band_is_told_by_the_word_age() -> None:
    evidence = "Patients younger than 55 years may have an operation"
    assert verdict("At age 48, patients may have an operation.", evidence).supported
    assert codes("At age 58, patients may have an operation.", evidence)
