"""Polarity, strength, hedges, limits, populations, conditions, names, directions, coverage: each rule and its breach."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from verifying import LEXICON, codes, verdict

from assistant.answers import Evidence, ReasonCode
from assistant.verify import verify_claim

# Words that the checks listen for, and what breaks lines and sentences.
_PIECES = (
    "most commonly most usually may should not without unless only if after before either or and both than more corvalin mestor "
    "zorubicin tilamine women people patients with who is are has been recommended preferred an option essential part of role "
    "live longer survive 120 mg 4 weeks 20 % first-line because instead , ; : . ( ) — \n – which where it they these some all no "
    "none"
).split(" ")

COMPARED = "Corvalin was superior to mestor as first-line treatment"
SCAN = "Brain scans are NOT routinely recommended in asymptomatic patients"
SURGERY = "An operation may be considered only in ABC-positive patients"
PAIRED = "Options: corvalin plus tilamine, mestor alone"
FIRST = "Corvalin is preferred unless there is a liver crisis"


@pytest.mark.parametrize(
    ("faithful", "wrong", "evidence", "code"),
    [
        (
            "Corvalin should not be combined with zorubicin.",
            "Corvalin should be combined with zorubicin.",
            "Do not combine corvalin with zorubicin",
            ReasonCode.NEGATION,
        ),
        (
            "Effective treatment should be given whatever the age.",
            "Effective treatment should be withheld whatever the age.",
            "Do not withhold effective treatment, whatever the age",
            ReasonCode.NEGATION,
        ),
        (
            "Keep on giving corvalin after progression.",
            "Stop corvalin after progression.",
            "Do not discontinue corvalin after progression",
            None,
        ),
        (
            "Corvalin brings no overall survival benefit.",
            "Corvalin brings an overall survival benefit.",
            "Corvalin does not lead to an overall survival benefit",
            ReasonCode.NEGATION,
        ),
        ("The disease cannot be cured.", "The disease can be cured.", "The disease is considered incurable", None),
        ("Corvalin is required.", "Corvalin may be considered.", "Corvalin is mandatory", ReasonCode.STRENGTH),
        ("Corvalin may be given.", "Corvalin should be given.", "Corvalin is an option", ReasonCode.STRENGTH),
        ("Corvalin often helps.", "Corvalin always helps.", "Corvalin is often helpful", ReasonCode.STRENGTH),
        (
            "Corvalin may shrink the lump.",
            "Corvalin shrinks the lump.",
            "Corvalin may shrink the lump or slow it",
            ReasonCode.STRENGTH,
        ),
        ("Some women live longer.", "Most women live longer.", "The drug helps some women live longer", ReasonCode.STRENGTH),
        ("Routine scans are not advised without symptoms.", "Scans are not advised without symptoms.", SCAN, None),
        (
            "Asymptomatic patients don't need routine brain scans.",
            "Symptomatic patients don't need routine brain scans.",
            SCAN,
            None,
        ),
        (
            "Premenopausal women need corvalin.",
            "Postmenopausal women need corvalin.",
            "Premenopausal women require corvalin",
            ReasonCode.POPULATION,
        ),
        ("First-line corvalin beat mestor.", "Second-line corvalin beat mestor.", COMPARED, ReasonCode.POPULATION),
        ("Mestor was inferior to corvalin.", "Corvalin was inferior to mestor.", COMPARED, ReasonCode.DIRECTION),
        ("Corvalin is preferred unless a liver crisis is present.", "Corvalin is preferred.", FIRST, ReasonCode.POPULATION),
        (
            "An operation may be considered for ABC+ patients.",
            "An operation is standard for ABC+ patients.",
            SURGERY,
            ReasonCode.STRENGTH,
        ),
        ("The FDA approved corvalin.", "The EMA approved corvalin.", "Corvalin is FDA-approved", ReasonCode.NAME),
        (
            "Corvalin is sold as Corva.",
            "Corvalin is sold as Mesto.",
            "Corvalin (Corva) and mestor (Mesto) are options",
            ReasonCode.NAME,
        ),
        ("Corva is given weekly.", "Tila is given weekly.", "Corvalin weekly", ReasonCode.NAME),
        (
            "Corvalin is avoided because of the risk of bleeding.",
            "Corvalin is avoided because of the risk of infection.",
            "Corvalin should be avoided due to bleeding risk",
            ReasonCode.NOT_STATED,
        ),
        (
            "Check the teeth before corvalin is started.",
            "Check the teeth after corvalin is started.",
            "Before corvalin is started the teeth should be checked",
            ReasonCode.DIRECTION,
        ),
        (
            "Corvalin plus tilamine is an option.",
            "Corvalin plus mestor is an option.",
            "Options: corvalin plus tilamine, mestor alone",
            None,
        ),
        ("Corvalin is given intravenously.", "Corvalin is given by mouth.", "Corvalin 4 mg IV", None),
    ],
)
def test_a_faithful_paraphrase_passes_and_its_minimal_edit_does_not(
    faithful: str, wrong: str, evidence: str, code: ReasonCode | None
) -> None:
    assert codes(faithful, evidence) == set()
    found = codes(wrong, evidence)
    assert found
    assert code is None or code in found


@pytest.mark.parametrize(
    "claim",
    [
        "Corvalin 120 mg subcutaneously every 4 weeks with food.",
        "Corvalin 120 mg subcutaneously every 4 weeks for six months.",
        "In the outpatient clinic corvalin 120 mg is given subcutaneously every 4 weeks.",
        "Corvalin 120 mg subcutaneously every 4 weeks relieves headaches.",
    ],
)
def test_a_detail_that_is_not_stated_is_rejected(claim: str) -> None:
    assert not verdict(claim, "Corvalin 120 mg subcutaneously every 4 weeks").supported


def test_headings_tell_the_subject_but_no_fact() -> None:
    section = ("Bone disease", "Corvalin")
    assert verdict("Corvalin is given at 120 mg.", "120 mg every 4 weeks", section=section).supported
    assert not verdict("Mestor is given at 120 mg.", "120 mg every 4 weeks", section=section).supported


def test_a_lead_in_counts_as_part_of_its_bullet() -> None:
    more = {"lead_in": "An operation may be considered only for:"}
    assert codes("An operation may be considered in ABC-positive disease.", "ABC-positive patients", **more) == set()
    assert codes("An operation should be done in ABC-positive disease.", "ABC-positive patients", **more) == {ReasonCode.STRENGTH}


def test_both_halves_of_a_combined_claim_must_hold() -> None:
    evidence = "Corvalin 120 mg subcutaneously every 4 weeks. Mestor 4 mg IV every 12 weeks."
    assert verdict("Corvalin is given at 120 mg, and mestor is given at 4 mg.", evidence).supported
    assert not verdict("Corvalin is given at 120 mg, and mestor is given at 8 mg.", evidence).supported


def test_halves_may_rest_on_different_pieces_of_evidence() -> None:
    evidence = (Evidence(text="Corvalin 120 mg every 4 weeks"), Evidence(text="Mestor 4 mg IV every 12 weeks"))
    claim = "Corvalin is given at 120 mg; mestor is given at 4 mg."
    assert verify_claim(claim, evidence, lexicon=LEXICON).supported
    assert not verify_claim(claim, evidence[:1], lexicon=LEXICON).supported


@pytest.mark.parametrize("text", ["", "   ", "?!", "…"])
def test_a_claim_without_words_is_never_supported(text: str) -> None:
    assert not verdict(text, "Corvalin 120 mg").supported


def test_nothing_is_supported_by_nothing() -> None:
    assert {reason.code for reason in verify_claim("Corvalin helps.", (), lexicon=LEXICON).reasons} == {ReasonCode.NO_CITATION}
    assert not verdict("Corvalin helps.", "  ").supported


def test_the_statement_itself_is_supported_whatever_it_says() -> None:
    text = "Favorable: long interval (>1-2 years), ABC+ but not DEF±; see Table 3 – n.s."
    assert verdict(text, text).score == 1.0


def test_a_verdict_has_reasons_exactly_if_it_is_not_supported() -> None:
    assert verdict("Corvalin 120 mg.", "Corvalin 120 mg").reasons == ()
    assert verdict("Corvalin 60 mg.", "Corvalin 120 mg").reasons


def test_reasons_are_sentences_that_name_both_sides() -> None:
    (reason,) = verdict("Corvalin 60 mg.", "Corvalin 120 mg").reasons
    assert "60 mg" in reason.detail
    assert "120 mg" in reason.detail


def test_a_strange_text_does_not_break_the_reading() -> None:
    for text in ("(((", "5", "mg", "not", "unless", "— — —", "Corvalin" * 400, "не лечить", "1/2/3/4", "a" * 5000):
        verdict(text, "Corvalin 120 mg every 4 weeks")
        verdict("Corvalin 120 mg", text)


def test_a_rank_said_of_two_sentences_is_read_over_the_break_between_them() -> None:
    evidence = "Corvalin cancers have spread: they left the mestor and its nodes. It most commonly spreads to bones and lungs."
    assert not verdict("Corvalin has left the mestor, and the skin is where it most commonly goes.", evidence).supported


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=14), st.lists(st.sampled_from(_PIECES), min_size=1, max_size=20))
@settings(max_examples=150, deadline=None)
def test_no_order_of_words_breaks_the_reading(claim: list[str], evidence: list[str]) -> None:
    found = verdict(" ".join(claim), " ".join(evidence))
    assert found.supported is not bool(found.reasons)


def test_consider_is_no_more_than_may() -> None:
    evidence = "Consider tilamine for people with symptoms."
    assert verdict("Tilamine may be considered for people with symptoms.", evidence).supported
    assert ReasonCode.STRENGTH in codes("Tilamine must be given to people with symptoms.", evidence)


def test_what_a_trial_favoured_and_the_usual_dose_recommend_nothing() -> None:
    evidence = "Remission was superior with tilamine than with the usual dose of mestor."
    assert ReasonCode.STRENGTH not in codes("Remission favoured tilamine over the usual dose of mestor.", evidence)
    assert ReasonCode.STRENGTH in codes("Tilamine is favoured for remission.", "Tilamine may bring remission.")


def test_a_condition_on_infants_is_a_condition() -> None:
    evidence = "Tilamine is recommended in infants younger than 3 months with fever."
    assert verdict("Tilamine is recommended in feverish babies younger than 3 months.", evidence).supported
    assert codes("Tilamine is recommended.", evidence)


def test_a_bracket_limits_the_name_before_it_only() -> None:
    evidence = "Offer mestor (if the kidneys work normally) or tilamine (if resistance is unlikely)."
    assert ReasonCode.POPULATION not in codes("Tilamine is offered if resistance is unlikely.", evidence)
    assert ReasonCode.POPULATION in codes("Mestor is offered.", evidence)
