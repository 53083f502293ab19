"""What a language model writes is split, checked, offered for repair once, and goes on only as claims with evidence."""

from collections.abc import Sequence
from typing import Any

import pytest
from heart_library import heart_profile, judged

from assistant.answers import (
    Audience,
    DraftClaim,
    Evidence,
    Question,
    Reason,
    ReasonCode,
    StandaloneQuestion,
    Verdict,
    WithheldClaim,
)
from assistant.errors import MalformedDraftError
from assistant.model.model_draft import ModelDraft, draft_with_model, with_own_words
from assistant.prompts import NumberedPassage

SPIRO, EPLE = heart_profile("Start spironolactone"), heart_profile("Eplerenone 25 mg")
LIST_ITEM = heart_profile("A beta-blocker.")
WRONG = "Start spironolactone at 50 mg once daily."


class ScriptedModel:
    """Writes the given texts and keeps what it was asked."""

    def __init__(self, text: str, mended: str = "") -> None:
        self._text, self._mended = text, mended
        self.passages: Sequence[NumberedPassage] = ()
        self.options: dict[str, Any] = {}
        self.repairs: list[tuple[str, tuple[WithheldClaim, ...]]] = []

    def draft(self, question: str, passages: Sequence[NumberedPassage], **options: Any) -> str:
        self.passages, self.options = passages, {"question": question} | options
        return self._text

    def repair(self, *_: object, draft: str, withheld: Sequence[WithheldClaim], **__: object) -> str:
        self.repairs.append((draft, tuple(withheld)))
        return self._mended


def said_there(claim: str, evidence: Sequence[Evidence]) -> Verdict:
    """Supported exactly if one cited text says the same words."""
    if any(claim.rstrip(".") in piece.text for piece in evidence):
        return Verdict(supported=True, score=1.0)
    return Verdict(supported=False, score=0.1, reasons=(Reason(code=ReasonCode.NUMBER, detail="other figures"),))


def run(model: Any, *, count: int = 2, audience: Audience = Audience.CLINICIAN, language: str = "en") -> ModelDraft:
    entries = [judged(of, rank=rank) for rank, of in enumerate([SPIRO, EPLE] * count, start=1)][:count]
    return draft_with_model(
        model,
        Question(text="and its dose?", audience=audience),
        StandaloneQuestion(text="dose of spironolactone?", language=language),
        entries,
        verify=said_there,
    )


def test_claims_come_back_with_the_statements_that_their_marks_mean() -> None:
    model = ScriptedModel(f"{SPIRO.statement.text} [1]\n\n{EPLE.statement.text} [2]")
    drafted = run(model)
    assert [(claim.text, claim.evidence) for claim in drafted.drafts] == [
        (SPIRO.statement.text, (SPIRO.statement.statement_id,)),
        (EPLE.statement.text, (EPLE.statement.statement_id,)),
    ]
    assert (drafted.withheld, drafted.declined, model.repairs) == ((), False, [])


def test_wrong_mark_is_moved_to_the_statement_that_says_it() -> None:
    (claim,) = run(ScriptedModel(f"{SPIRO.statement.text} [2]")).drafts
    assert claim.evidence == (SPIRO.statement.statement_id,)


def test_unsupported_claim_is_offered_for_repair_once_and_what_is_mended_is_added() -> None:
    text = f"{EPLE.statement.text} [2]\n\n{WRONG} [1]"
    model = ScriptedModel(text, mended=f"{SPIRO.statement.text} [1]")
    drafted = run(model)
    assert [claim.text for claim in drafted.drafts] == [EPLE.statement.text, SPIRO.statement.text]
    assert [(claim.text, claim.reasons[0].code) for claim in drafted.withheld] == [(WRONG, ReasonCode.NUMBER)]
    assert model.repairs == [(text, drafted.withheld)]


@pytest.mark.parametrize(
    ("text", "language"),
    [("La espironolactona se da una vez al día [1].", "en"), ("Spironolactone is given once a day [1].", "es")],
)
def test_answer_in_another_language_than_the_question_is_no_draft(text: str, language: str) -> None:
    with pytest.raises(MalformedDraftError, match="another language"):
        run(ScriptedModel(text), language=language)


def test_question_of_the_model_is_neither_shown_nor_told_to_be_withheld() -> None:
    model = ScriptedModel(f"{EPLE.statement.text} [2]\n\nShall I tell you about spironolactone as well? Is it given daily [1]?")
    drafted = run(model)
    assert [claim.text for claim in drafted.drafts] == [EPLE.statement.text]
    assert (drafted.withheld, model.repairs) == ((), [])


def test_claim_that_the_repair_writes_wrong_again_stays_out() -> None:
    drafted = run(ScriptedModel(f"{WRONG} [1]", mended=f"{WRONG} [1]"))
    assert drafted.drafts == ()
    assert [claim.text for claim in drafted.withheld] == [WRONG]


def test_repair_that_repeats_a_good_claim_does_not_show_it_twice() -> None:
    text = f"{EPLE.statement.text} [2]\n\n{WRONG} [1]"
    drafted = run(ScriptedModel(text, mended=f"{EPLE.statement.text} [2]"))
    assert [claim.text for claim in drafted.drafts] == [EPLE.statement.text]


@pytest.mark.parametrize("mark", ["", " [7]"], ids=["no-mark", "unknown-number"])
def test_claim_without_a_passage_is_withheld(mark: str) -> None:
    drafted = run(ScriptedModel(f"{EPLE.statement.text} [2]\n\nDigoxin is given at night{mark}."))
    assert len(drafted.drafts) == 1
    assert {claim.reasons[0].code for claim in drafted.withheld} <= {ReasonCode.NO_CITATION, ReasonCode.UNKNOWN_CITATION}
    assert len(drafted.withheld) == 1


def test_model_that_declines_drafts_nothing_and_is_not_asked_to_repair() -> None:
    model = ScriptedModel("")
    assert run(model) == ModelDraft(drafts=(), withheld=(), declined=True)
    assert model.repairs == []


def test_passages_carry_heading_lead_in_and_title_and_are_no_more_than_twelve() -> None:
    model = ScriptedModel("")
    draft_with_model(
        model,  # type: ignore[arg-type]
        Question(text="x"),
        StandaloneQuestion(text="x"),
        [judged(LIST_ITEM, rank=rank) for rank in range(1, 20)],
        verify=said_there,
    )
    assert [passage.number for passage in model.passages] == list(range(1, 13))
    first = model.passages[0]
    assert (first.text, first.heading_path) == ("A beta-blocker.", ("Reduced ejection fraction", "Foundation therapy"))
    assert (first.title, first.lead_in) == ("Chronic Heart Failure in Adults", LIST_ITEM.statement.lead_in)


def test_model_gets_the_standalone_question_with_reader_and_language() -> None:
    model = ScriptedModel("")
    run(model, audience=Audience.PATIENT, language="es")
    assert model.options == {"question": "dose of spironolactone?", "audience": Audience.PATIENT, "language": "es"}


def test_failure_of_the_model_is_not_swallowed() -> None:
    class Broken(ScriptedModel):
        def draft(self, *_: object, **__: object) -> str:
            message = "the language model cites no passage"
            raise MalformedDraftError(message)

    with pytest.raises(MalformedDraftError, match="cites no passage"):
        run(Broken(""))


def test_statement_that_only_a_withheld_sentence_cites_is_named_as_unsaid() -> None:
    drafted = run(ScriptedModel(f"{EPLE.statement.text} [2]\n\n{WRONG} [1]"))
    assert drafted.unsaid == {SPIRO.statement.statement_id}


def test_nothing_is_unsaid_once_the_repair_says_it_or_another_claim_did() -> None:
    mended = run(ScriptedModel(f"{EPLE.statement.text} [2]\n\n{WRONG} [1]", mended=f"{SPIRO.statement.text} [1]"))
    beside = run(ScriptedModel(f"{SPIRO.statement.text} [1]\n\n{WRONG} [1]"))
    uncited = run(ScriptedModel(f"{EPLE.statement.text} [2]\n\n{WRONG}"))
    assert (mended.unsaid, beside.unsaid, uncited.unsaid) == (frozenset(), frozenset(), frozenset())


def claim_from(of: Any, text: str = "") -> DraftClaim:
    return DraftClaim(text=text or of.statement.text, evidence=(of.statement.statement_id,))


def test_own_words_of_an_unsaid_statement_open_the_answer_where_they_would_open_the_extractive_one() -> None:
    written = ModelDraft(
        drafts=(claim_from(EPLE, "Eplerenone, as the model says."),),
        withheld=(),
        unsaid=frozenset({SPIRO.statement.statement_id, LIST_ITEM.statement.statement_id}),
    )
    extractive = (claim_from(SPIRO), claim_from(EPLE), claim_from(LIST_ITEM))
    assert with_own_words(written, extractive) == (claim_from(SPIRO), *written.drafts, claim_from(LIST_ITEM))
    assert with_own_words(written, extractive[1:]) == (*written.drafts, claim_from(LIST_ITEM))


def test_nothing_is_added_where_the_model_said_it_all() -> None:
    written = ModelDraft(drafts=(claim_from(EPLE),), withheld=())
    assert with_own_words(written, (claim_from(SPIRO), claim_from(EPLE))) == written.drafts
