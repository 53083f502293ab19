"""Scores of made-up answers: each test is named after the rule that would be broken."""

from dataclasses import replace
from typing import Any

import pytest

from assistant.answers import Audience
from evals.about_sources import is_true_of_sources
from evals.case_files import Case
from evals.errors import NoCasesError
from evals.metrics import TurnScore, count_words, foreign_figures, lix, score_turn
from evals.records import Cited, Drafted, Found, Record, Shown
from evals.totals import medians, total_up

DOSE = {
    "facts": [
        {"say": "120 mg", "any": ["120 mg"], "subject": ["denosumab"]},
        {"say": "every 4 weeks", "any": ["every 4 weeks"], "subject": ["denosumab"]},
    ],
    "not_facts": ["60 mg"],
    "sources": ["page"],
}


def make_case(case_id: str = "made-up", **turn: Any) -> Case:
    expectations = {"question": "denosumab dose?", **turn}
    return Case.model_validate({"id": case_id, "turns": [expectations], "topic": "bone", "split": "dev", "provenance": "made up"})


def claim(text: str, *, quote: str = "", source: str = "page", supported: bool = True) -> Shown:
    cited = Cited(number=1, source_id=source, under="Bone", quote=quote or text)
    return Shown(text=text, cited=(cited,), supported=supported, precise=(supported,))


def answer(*claims: Shown, status: str = "answered", **fields: Any) -> Record:
    return Record(status=status, text=" ".join(f"{shown.text} [1]" for shown in claims), shown=claims, **fields)


def score(record: Record, **turn: Any) -> TurnScore:
    case = make_case(**turn)
    return score_turn(case, 0, case.turns[0], record)


GOOD = answer(claim("Denosumab 120 mg every 4 weeks."))


def test_answer_with_every_fact_passes() -> None:
    scored = score(GOOD, **DOSE)
    assert scored.passed
    assert scored.recall == 1
    assert scored.sources_right


def test_wrong_number_is_a_wrong_fact() -> None:
    scored = score(answer(claim("Denosumab 60 mg every 4 weeks.")), **DOSE)
    assert not scored.passed
    assert "60 mg" in scored.why


def test_number_that_cited_words_do_not_hold_is_a_wrong_fact() -> None:
    scored = score(answer(claim("Denosumab 120 mg every 4 weeks.", quote="Denosumab 12 mg every 4 weeks.")), **DOSE)
    assert not scored.passed
    assert scored.wrong == ("120 is in no cited words: 'Denosumab 120 mg every 4 weeks.'",)


def test_25_is_not_5() -> None:
    assert foreign_figures(claim("25 mg", quote="5 mg or 2.5 mg")) == ("25",)
    assert foreign_figures(claim("5 mg", quote="18.5 months")) == ("5",)


SOURCE = Cited(
    number=1, source_id="page", under="Bone", quote="It helps.", names=("Page", "House"), itself="Page ; updated 29 May 2026"
)


@pytest.mark.parametrize(
    ("text", "true"),
    [
        pytest.param("“Page” (House): “It helps.”", True, id="word for word"),
        pytest.param("“Page” was updated on 29 May 2026.", True, id="its own date"),
        pytest.param("“Page” (House): “It doesn't help.”", False, id="other words in quotation marks"),
        pytest.param("“Page” was updated on 28 May 2026.", False, id="another date"),
        pytest.param("“Other” was updated on 29 May 2026.", False, id="another source"),
        pytest.param("Page says that it cures.", False, id="nothing quoted"),
        pytest.param("“Page” was updated on 29 May 2026 and it cures.", False, id="a word of nobody's"),
    ],
)
def test_claim_about_a_source_holds_only_if_it_is_the_sources_own(text: str, true: bool) -> None:
    assert is_true_of_sources(text, (SOURCE,), set_phrases=("{title} was updated on {day}",)) is true


def test_fact_about_another_drug_is_not_stated() -> None:
    scored = score(answer(claim("Zoledronate 120 mg every 4 weeks.")), **DOSE)
    assert scored.recall == 0


def test_subject_may_stand_in_the_heading_of_the_cited_words_but_not_the_fact() -> None:
    under = Cited(number=1, source_id="page", under="Denosumab 120 mg", quote="Given every 4 weeks.")
    scored = score(answer(Shown(text="Given every 4 weeks.", cited=(under,), precise=(True,))), **DOSE)
    assert [fact.stated for fact in scored.facts] == [False, True]


def test_abstaining_on_an_answerable_question_is_an_outcome_of_its_own() -> None:
    scored = score(Record(status="abstained", text="The documents don't say."), **DOSE)
    assert not scored.passed
    assert scored.status == "abstained"
    assert scored.wrong == ()
    assert scored.why == "abstained where answered was called for"


def test_answering_an_unanswerable_question_fails_although_every_claim_is_supported() -> None:
    assert not score(GOOD, expect="abstain").passed
    assert score(Record(status="abstained", text=""), expect="abstain").passed


def test_unsupported_claim_fails_although_every_fact_is_stated() -> None:
    record = answer(claim("Denosumab 120 mg every 4 weeks."), claim("It cures.", supported=False))
    scored = score(record, **DOSE)
    assert not scored.passed
    assert scored.unsupported == 1


def test_claim_without_citation_fails() -> None:
    record = answer(claim("Denosumab 120 mg every 4 weeks."), Shown(text="It works."))
    assert "without a citation" in score(record, **DOSE).why


def test_citing_only_other_sources_fails() -> None:
    assert "cites none of page" in score(answer(claim("Denosumab 120 mg every 4 weeks.", source="other")), **DOSE).why


def test_both_sides_of_a_disagreement_must_be_shown_as_one() -> None:
    called_for = {**DOSE, "expect": "disagreement"}
    assert not score(GOOD, **called_for).passed
    assert score(replace(GOOD, disagreements=1), **called_for).passed


@pytest.mark.parametrize(
    ("fields", "step"),
    [
        pytest.param({}, "not retrieved", id="no hit states it"),
        pytest.param({"hits": 1}, "not drafted", id="a hit states it"),
        pytest.param({"hits": 1, "withheld": 1}, "withheld", id="it was withheld"),
        pytest.param({"hits": 1, "drafts": 1}, "not shown", id="drafted, then gone"),
    ],
)
def test_lost_fact_names_the_step_that_lost_it(fields: dict[str, int], step: str) -> None:
    text = "Denosumab 120 mg every 4 weeks."
    record = replace(
        answer(claim("Denosumab is an option.")),
        hits=(Found(source_id="page", under="Bone", text=text, fused=1.0),) * fields.get("hits", 0),
        drafts=(Drafted(text=text),) * fields.get("drafts", 0),
        withheld=((text, "NUMBER"),) * fields.get("withheld", 0),
    )
    scored = score(record, **DOSE)
    assert {fact.lost_at for fact in scored.facts} == {step}


def test_stage_that_ranks_the_fact_first_scores_higher_than_one_that_ranks_it_last() -> None:
    hits = tuple(
        Found(source_id="page", under="", text=text, dense=dense, lexical=lexical)
        for text, dense, lexical in (
            ("Denosumab 120 mg every 4 weeks.", 0.9, 0.1),
            *((f"Other {n}.", 0.5, 1.0) for n in range(6)),
        )
    )
    stages = score(answer(claim("x"), hits=hits), **DOSE).stages
    assert stages["dense"].recall_5 == 1
    assert stages["dense"].ndcg_10 == 1
    assert stages["lexical"].recall_5 == 0
    assert stages["lexical"].reciprocal_rank == pytest.approx(1 / 7)


def test_no_scores_is_a_failure_not_zero() -> None:
    with pytest.raises(NoCasesError, match="no cases is a failure"):
        total_up([])


def test_totals_are_ratios_of_sums_and_the_same_every_time() -> None:
    missed = score_turn(make_case("b", **DOSE), 0, make_case("b", **DOSE).turns[0], answer(claim("Denosumab 120 mg.")))
    right = score_turn(
        make_case("c", expect="abstain"), 0, make_case(expect="abstain").turns[0], Record(status="abstained", text="")
    )
    scores = [score(GOOD, **DOSE), missed, right]
    totals = total_up(scores)
    assert totals == total_up(scores)
    assert totals["fact_recall"].value == pytest.approx(0.75)
    assert totals["passed"].value == pytest.approx(2 / 3)
    assert totals["abstention_precision"].value == 1
    assert totals["passed"].low <= totals["passed"].value <= totals["passed"].high
    assert "emergency_recall" not in totals


def test_words_are_counted_as_read_without_markers() -> None:
    assert count_words("Denosumab **120 mg** [1] [12], every 4 weeks.\n\n- *Not advice.*") == 8
    assert medians([score(GOOD, **DOSE)]) == {"words_median": 6, "words_most": 6}


def test_readability_counts_long_words_and_words_a_sentence() -> None:
    easy, hard = (
        lix("It is a shot. You get it once a month."),
        lix("Administration of denosumab necessitates evaluation of dentition."),
    )
    assert easy == pytest.approx(10 / 2)
    assert hard == pytest.approx(7 + 100 * 5 / 7)
    assert lix("- Una inyección [1]\n- Cada mes [2]") == pytest.approx(4 / 2 + 100 * 1 / 4)


def test_readability_is_told_of_answers_for_patients_only() -> None:
    assert score(GOOD, **DOSE).readability is None
    case = make_case("made-up", **DOSE).model_copy(update={"audience": Audience.PATIENT})
    assert score_turn(case, 0, case.turns[0], GOOD).readability == pytest.approx(lix(GOOD.text))
