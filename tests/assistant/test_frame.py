"""What stands around the draft: a direct word if the gate lets it stand, every side of a difference, the premise put right."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from heart_library import asked, heart_index, heart_profile, heart_reader, judged

from assistant.abstention.answerable import Answerability
from assistant.answers import AbstentionReason, Citation, DraftClaim, Evidence, Reason, ReasonCode, Verdict, VerifiedClaim
from assistant.drafting.frame import Framer
from assistant.reader import Found
from assistant.retrieval.profile import Profile
from assistant.verify import verify_claim

YES = Verdict(supported=True, score=0.9)
NO = Verdict(supported=False, score=0.1, reasons=(Reason(code=ReasonCode.NOT_STATED, detail="it isn't said"),))
# Every statement is as near as can be to every other: whether sources differ is left to what they say.
INDEX: Any = SimpleNamespace(
    statements=heart_index().statements,
    documents=heart_index().documents,
    statement_vectors=np.ones((len(heart_index().statements), 1), dtype=np.float32),
)
DAPA = heart_profile("Dapagliflozin 10 mg")
NSAID = heart_profile("Do not give NSAIDs")
ONE_WEEK, FOUR_WEEKS = heart_profile("Check potassium"), heart_profile("Potassium is checked")


def framer(verdict: Verdict = YES, heard: list[tuple[str, tuple[str, ...]]] | None = None) -> Framer:
    def verify(claim: str, evidence: Sequence[Evidence]) -> Verdict:
        if heard is not None:
            heard.append((claim, tuple(piece.text for piece in evidence)))
        return verdict

    return Framer(index=INDEX, reader=heart_reader(), verify=verify)


def found(question: str, *profiles: Profile) -> Found:
    entries = tuple(judged(of, rank=rank) for rank, of in enumerate(profiles, start=1))
    return Found(asked=asked(question), judged=entries, answerability=Answerability(answerable=True, probability=0.9))


REAL = Framer(index=INDEX, reader=heart_reader(), verify=partial(verify_claim, lexicon=heart_reader().lexicon))


def draft(of: Profile) -> DraftClaim:
    return DraftClaim(text=of.statement.text, evidence=(of.statement.statement_id,))


def claim(of: Profile) -> VerifiedClaim:
    citation = Citation(number=1, document=INDEX.documents[of.source.source_id], statement=of.statement)
    return VerifiedClaim(text=of.statement.text, citations=(citation,), verdict=YES)


@pytest.mark.parametrize(
    ("question", "of", "word"),
    [
        pytest.param("Is dapagliflozin recommended in HFrEF?", DAPA, "Yes", id="yes"),
        pytest.param("Can ibuprofen be given in heart failure?", NSAID, "No", id="no"),
    ],
)
def test_yes_no_question_is_answered_with_the_word_first(question: str, of: Profile, word: str) -> None:
    _, (first, second) = REAL.frame(found(question, of), [draft(of), draft(ONE_WEEK)])
    assert first.text == f"{word}: {of.statement.text}"
    assert second == draft(ONE_WEEK)


def test_word_that_the_gate_refuses_is_left_out() -> None:
    def verify(claim: str, evidence: Sequence[Evidence]) -> Verdict:
        return NO if claim.startswith("Yes") else verify_claim(claim, evidence, lexicon=heart_reader().lexicon)

    own = Framer(index=INDEX, reader=heart_reader(), verify=verify)
    _, drafts = own.frame(found("Is dapagliflozin recommended in HFrEF?", DAPA), [draft(DAPA)])
    assert drafts == (draft(DAPA),)


def test_statement_that_settles_the_question_leads_wherever_it_was_drafted() -> None:
    question = found("Is dapagliflozin recommended in HFrEF?", NSAID, DAPA)
    _, drafts = REAL.frame(question, [draft(NSAID)])
    assert [one.evidence for one in drafts] == [(DAPA.statement.statement_id,), (NSAID.statement.statement_id,)]


def test_other_question_gets_no_word_and_is_not_verified_twice() -> None:
    heard: list[tuple[str, tuple[str, ...]]] = []
    _, drafts = framer(YES, heard).frame(found("Which SGLT2 inhibitor in HFrEF?", DAPA), [draft(DAPA)])
    assert drafts == (draft(DAPA),)
    assert heard == []


def test_side_of_a_difference_that_was_not_drafted_is_added_behind() -> None:
    question = found("When is potassium checked on spironolactone?", ONE_WEEK, FOUR_WEEKS)
    differences, drafts = framer().frame(question, [draft(ONE_WEEK)])
    assert [difference.statement_ids for difference in differences] == [
        (ONE_WEEK.statement.statement_id, FOUR_WEEKS.statement.statement_id)
    ]
    assert drafts == (draft(ONE_WEEK), draft(FOUR_WEEKS))


def test_side_that_was_drafted_is_not_added_again() -> None:
    question = found("When is potassium checked on spironolactone?", ONE_WEEK, FOUR_WEEKS)
    _, drafts = framer().frame(question, [draft(FOUR_WEEKS), draft(ONE_WEEK)])
    assert drafts == (draft(FOUR_WEEKS), draft(ONE_WEEK))


def test_no_draft_stays_no_draft() -> None:
    assert framer().frame(found("Is dapagliflozin recommended?", DAPA), []) == ((), ())


def test_false_premise_is_corrected_first_with_the_claims_own_citations() -> None:
    question = found("Why are NSAIDs given in heart failure?", DAPA, NSAID)
    denial = REAL.denial(question)
    differences, drafts = REAL.frame(question, [draft(DAPA), draft(ONE_WEEK)], denial)
    assert (differences, drafts[0]) == ((), draft(NSAID))
    premise = REAL.premise(denial, [claim(NSAID), claim(DAPA)])
    assert premise is not None
    assert (premise.claimed, premise.correction) == ("NSAIDs are given in heart failure", NSAID.statement.text)
    assert premise.citations == claim(NSAID).citations


def test_premise_whose_correction_did_not_come_through_the_gate_is_not_named() -> None:
    denial = REAL.denial(found("Why are NSAIDs given in heart failure?", NSAID))
    assert denial is not None
    assert REAL.premise(denial, [claim(DAPA)]) is None


def test_what_only_the_reading_of_a_follow_up_says_was_taken_for_granted_by_nobody() -> None:
    question = found("Why are NSAIDs given in heart failure?", NSAID)
    assert REAL.denial(question, "why are they given? Which NSAIDs are there for heart failure?") is not None
    assert REAL.denial(question, "and those? Which NSAIDs are there?") is None


def test_question_that_knows_better_is_not_corrected() -> None:
    assert REAL.denial(found("Why are NSAIDs not given in heart failure?", NSAID)) is None


def test_question_out_of_scope_is_not_answered_with_a_correction() -> None:
    question = found("Why are NSAIDs given in heart failure?", NSAID)
    unknown = Answerability(answerable=False, probability=0.0, reason=AbstentionReason.OUT_OF_SCOPE, missing=("another disease",))
    assert REAL.denial(replace(question, answerability=unknown)) is None


def test_claims_that_do_not_fit_on_a_screen_go_from_the_end_and_no_side_of_a_difference_does() -> None:
    question = found("When is potassium checked on spironolactone?", ONE_WEEK, FOUR_WEEKS)
    long = [DraftClaim(text="word " * 65, evidence=(f"long-{place}",)) for place in range(4)]
    _, drafts = framer().frame(question, [draft(ONE_WEEK), *long])
    assert drafts == (draft(ONE_WEEK), *long[:2], draft(FOUR_WEEKS))


def test_statement_that_weighs_what_is_compared_leads() -> None:
    eplerenone, start = heart_profile("Eplerenone 25 mg"), heart_profile("Start spironolactone")
    question = found("Eplerenone or spironolactone in men?", start, eplerenone)
    _, drafts = framer().frame(question, [draft(start), draft(eplerenone)])
    assert drafts == (draft(eplerenone), draft(start))


@pytest.mark.parametrize(
    ("verdict", "lead", "drafted", "shown"),
    [
        pytest.param(YES, "Later checks (for stable patients)", 0, "Later checks (for stable patients): ", id="added"),
        pytest.param(YES, "Later checks (for stable patients)", 1, "Later checks (for stable patients): ", id="drafted"),
        pytest.param(NO, "Later checks (for stable patients)", 0, "", id="refused-by-the-gate"),
        pytest.param(YES, "Later checks", 0, "", id="nobody-is-named-in-brackets"),
    ],
)
def test_side_says_for_whom_its_lead_in_means_it(verdict: Verdict, lead: str, drafted: int, shown: str) -> None:
    under = replace(FOUR_WEEKS.statement, lead_in=lead)
    statements = tuple(under if one.statement_id == under.statement_id else one for one in INDEX.statements)
    index: Any = SimpleNamespace(statements=statements, documents=INDEX.documents, statement_vectors=INDEX.statement_vectors)
    framing = Framer(index=index, reader=heart_reader(), verify=lambda _claim, _evidence: verdict)
    side = replace(FOUR_WEEKS, statement=under)
    drafts = [draft(ONE_WEEK), *[draft(side)] * drafted]
    differences, framed = framing.frame(found("When is potassium checked on spironolactone?", ONE_WEEK, side), drafts)
    assert len(differences) == 1
    assert framed[-1].text == shown + FOUR_WEEKS.statement.text


FURTHER = "Dose of dapagliflozin? And may NSAIDs be given?"


def test_what_is_asked_further_stands_behind_the_first_line() -> None:
    whole = replace(found(FURTHER, DAPA), further=(found("may NSAIDs be given?", NSAID),))
    _, drafts = REAL.frame(whole, [draft(DAPA), draft(ONE_WEEK)])
    assert [one.evidence[0] for one in drafts][:2] == [DAPA.statement.statement_id, NSAID.statement.statement_id]
    _, again = REAL.frame(whole, [draft(NSAID), draft(DAPA)])
    assert len(again) == 2


@pytest.mark.parametrize(
    "further",
    [
        pytest.param(replace(found("may NSAIDs be given?", NSAID), judged=(judged(NSAID, relevance=0.3),)), id="too-far"),
        pytest.param(
            replace(found("may NSAIDs be given?", NSAID), answerability=Answerability(answerable=False, probability=0.1)),
            id="unanswered",
        ),
        pytest.param(replace(found("may NSAIDs be given?", NSAID), judged=()), id="nothing-found"),
    ],
)
def test_what_does_not_answer_the_further_thing_is_left_out(further: Found) -> None:
    _, drafts = REAL.frame(replace(found(FURTHER, DAPA), further=(further,)), [draft(DAPA)])
    assert [one.evidence[0] for one in drafts] == [DAPA.statement.statement_id]
