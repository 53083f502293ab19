"""Turns of phrase, denials without a "not", words in the place of others: each with the wrong claim beside it."""

import pytest
from verifying import LEXICON, codes, verdict

from assistant.answers import ReasonCode
from assistant.verify.reordered import brought_together

CHOSEN = "Corvalin is preferred over mestor, to minimize nausea"
KEPT = "Do not deny corvalin to older patients despite mixed results"
TWO = "Growths most commonly reach the hip and the spine. They may also reach the skull."
AWAITED = "Do not start corvalin until the scan is complete"


@pytest.mark.parametrize(
    ("faithful", "wrong", "evidence", "code"),
    [
        ("Corvalin instead of mestor is preferred.", "Mestor instead of corvalin is preferred.", CHOSEN, None),
        (
            "Corvalin is preferred over mestor to keep nausea to a minimum.",
            "Corvalin is preferred to keep nausea up.",
            CHOSEN,
            None,
        ),
        (
            "Mixed results are no reason to refuse corvalin to older patients.",
            "Mixed results are a reason to refuse corvalin to older patients.",
            KEPT,
            ReasonCode.NEGATION,
        ),
        (
            "Some women live longer.",
            "In most women, life is longer.",
            "The drug can often shrink lumps and help some women live longer",
            None,
        ),
        (
            "Corvalin should not be started until the scan is complete.",
            "The scan should not be started until corvalin is complete.",
            AWAITED,
            None,
        ),
        (
            "Before corvalin is started, the scan should be complete.",
            "Before the scan is complete, corvalin should be started.",
            AWAITED,
            ReasonCode.DIRECTION,
        ),
        (
            "Corvalin doesn't come in just one form.",
            "Corvalin doesn't come in just one form.",
            "",
            None,
        ),
        (
            "Corvalin with or without tilamine is given.",
            "Corvalin with or without mestor is given.",
            "Corvalin alone or in combination with tilamine is given",
            None,
        ),
        (
            "Corvalin, mestor and zorubicin are all given by vein.",
            "All patients are given corvalin, mestor and zorubicin by vein.",
            "Corvalin, mestor and zorubicin are given intravenously",
            ReasonCode.STRENGTH,
        ),
        (
            "Assess the response after two to three corvalin cycles.",
            "Assess the response after four to five corvalin cycles.",
            "Assess the response after 2-3 cycles of corvalin",
            ReasonCode.NUMBER,
        ),
        (
            "Out of every 100 patients, 15 have the slow form.",
            "Out of every 100 patients, 51 have the slow form.",
            "15% of patients have the slow form",
            ReasonCode.NUMBER,
        ),
        (
            "Corvalin switches on the immune system.",
            "Corvalin damps down the immune system.",
            "Corvalin activates the immune system",
            None,
        ),
        (
            "Broken bones call for an orthopedic evaluation.",
            "Broken bones call for a nuclear medicine evaluation.",
            "For broken bones: orthopedic evaluation",
            None,
        ),
        (
            "You take corvalin until the rash clears; after that you're switched to mestor.",
            "You take mestor until the rash clears; after that you're switched to corvalin.",
            "Continue corvalin until the rash clears, then switch to mestor",
            None,
        ),
        (
            "Corvalin can be given in stages, depending on the method, to let the body recover.",
            "Corvalin lets the method depend on the stages.",
            "Depending on the method, corvalin can be given in stages to enable the body to recover",
            None,
        ),
        (
            "Steroid hormones make some cells divide.",
            "Steroid hormones keep cells from dividing.",
            "Some steroid hormones promote dividing of cells",
            None,
        ),
    ],
)
def test_turned_phrase_passes_and_its_wrong_twin_does_not(
    faithful: str, wrong: str, evidence: str, code: ReasonCode | None
) -> None:
    if evidence:
        assert verdict(faithful, evidence).supported, verdict(faithful, evidence).reasons
        found = codes(wrong, evidence)
        assert found
        assert code is None or code in found


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("They most often reach the hip and the spine.", True),
        ("Corvalin doesn't come in just one form; it may be given in several.", True),
    ],
)
def test_several_forms_are_more_than_one(claim: str, supported: bool) -> None:
    evidence = TWO if "reach" in claim else "Corvalin may be given in a variety of forms"
    assert verdict(claim, evidence).supported is supported


def test_not_just_one_form_needs_more_than_one() -> None:
    assert ReasonCode.NEGATION in codes("Corvalin doesn't come in just one form.", "Corvalin comes in one form")


def test_words_that_stand_apart_are_brought_together() -> None:
    assert brought_together("to head them off", LEXICON) == "to head off them"
    assert brought_together("2-3 corvalin cycles", LEXICON).startswith("2-3 cycles of corvalin")
    assert brought_together("give it up to 3 weeks", LEXICON) == "give it up to 3 weeks"
    assert brought_together("after 3 months", LEXICON) == "after 3 months"


def test_bracketed_receptors_name_each_kind_of_patients() -> None:
    assert "XYZ" in brought_together("hormone (ABC or XYZ) positive", LEXICON)
    assert brought_together("drugs (ABC or corvalin) given", LEXICON) == "drugs (ABC or corvalin) given"
