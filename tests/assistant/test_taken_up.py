"""What a draft takes up from its page stands with it: the sentence it leans on, the medicine whose name is its heading."""

from __future__ import annotations

import pytest
from heart_library import asked, lexicon, statement

from assistant.answers import DraftClaim, Evidence, Verdict
from assistant.citation.gate import pass_gate
from assistant.drafting.taken_up import TakenUp, leant_on, takes_up
from ingest.documents import Document, Source, Statement

FIRST = "Spironolactone lowers the risk of death."
LEANING = "It can raise potassium."
OTHER = "Salt should be limited."
QUESTION = "What helps in heart failure?"


def page(*texts: str, **fields: object) -> list[Statement]:
    """Sentences of one paragraph, each with what it leans on, as they are cut."""
    made: list[Statement] = []
    for order, text in enumerate(texts):
        antecedent = made[-1].text if made and takes_up(text) else ""
        made.append(statement(text, order=order, antecedent=antecedent, **fields))
    return made


def told(statements: list[Statement], *shown: Statement, question: str = QUESTION) -> list[str]:
    drafts = [DraftClaim(text=one.text, evidence=(one.statement_id,)) for one in shown]
    return [draft.text for draft in TakenUp(statements, lexicon()).told(drafts, asked(question))]


def test_sentence_that_leans_on_another_is_shown_behind_it_and_cites_both() -> None:
    statements = page(FIRST, LEANING)
    draft = DraftClaim(text=LEANING, evidence=(statements[1].statement_id,))
    (found,) = TakenUp(statements, lexicon()).told([draft], asked(QUESTION))
    assert found.text == f"{FIRST} {LEANING}"
    assert found.evidence == (statements[1].statement_id, statements[0].statement_id)
    assert found.together


@pytest.mark.parametrize(
    "text",
    [
        "These drugs are given to women.",
        "However, it may fail.",
        "They're offered first.",
        "For example, these women may have it.",
        "Give it with food.",
    ],
)
def test_words_that_take_up_what_was_said_before(text: str) -> None:
    assert takes_up(text)


@pytest.mark.parametrize(
    "text",
    [
        "However, salt should be limited.",
        "For example, pain may be treated with heat.",
        "In addition, weigh the patient daily.",
        "Spironolactone lowers the risk, and it can raise potassium.",
        "Patients with fluid in the lungs are given oxygen.",
    ],
)
def test_words_that_stand_alone_although_something_was_said_before(text: str) -> None:
    assert not takes_up(text)


def test_what_is_leant_on_leans_in_turn() -> None:
    statements = page(FIRST, LEANING, "This drug is then stopped.")
    assert [one.text for one in leant_on(statements, 2)] == [FIRST, LEANING]


def test_what_is_leant_on_but_no_statement_is_not_made_up() -> None:
    lone = statement(LEANING, order=1, antecedent="See the figure.")
    assert leant_on([statement(FIRST), lone], 1) == ()
    assert told([statement(FIRST), lone], lone) == [LEANING]


def test_nothing_drafted_takes_nothing_up() -> None:
    assert told(page("Carvedilol slows the pulse.")) == []


def test_sentence_of_another_document_is_never_leant_on() -> None:
    lone = statement(LEANING, source_id="beta", antecedent=FIRST)
    assert leant_on([statement(FIRST), lone], 1) == ()


def test_sentence_right_behind_the_one_it_leans_on_is_shown_as_it_is() -> None:
    first, second = page(FIRST, LEANING)
    assert told([first, second], first, second) == [FIRST, LEANING]


def test_sentence_shown_before_another_that_leans_on_it_is_not_shown_twice() -> None:
    first, second = page(FIRST, LEANING)
    other = statement(OTHER, order=2)
    assert told([first, second, other], second, other, first) == [f"{FIRST} {LEANING}", OTHER]


def test_side_of_a_difference_keeps_to_the_words_of_its_one_citation() -> None:
    statements = page(FIRST, LEANING)
    draft = DraftClaim(text=LEANING, evidence=(statements[1].statement_id,))
    told_apart = TakenUp(statements, lexicon()).told([draft], asked(QUESTION), sides={statements[1].statement_id})
    assert told_apart == (draft,)


def test_side_of_a_difference_is_shown_although_another_draft_leans_on_it() -> None:
    first, second = page(FIRST, LEANING)
    drafts = [DraftClaim(text=one.text, evidence=(one.statement_id,)) for one in (second, first)]
    found = TakenUp([first, second], lexicon()).told(drafts, asked(QUESTION), sides={first.statement_id})
    assert [draft.text for draft in found] == [f"{FIRST} {LEANING}", FIRST]


def test_draft_in_other_words_than_its_statements_stays() -> None:
    statements = page(FIRST, LEANING)
    draft = DraftClaim(text="Yes: It can raise potassium.", evidence=(statements[1].statement_id,))
    assert TakenUp(statements, lexicon()).told([draft], asked(QUESTION)) == (draft,)


def test_doses_that_only_their_headings_tell_apart_are_shown_with_the_names() -> None:
    doses = [
        statement("The dose is 25 mg once a day.", order=0, heading_path=("Medicines", "Spironolactone")),
        statement("The dose is 40 mg once a day.", order=1, heading_path=("Medicines", "Furosemide (Lasix)")),
    ]
    assert told(doses, *doses, question="dose of spironolactone and furosemide?") == [
        "Spironolactone: The dose is 25 mg once a day.",
        "Furosemide: The dose is 40 mg once a day.",
    ]


@pytest.mark.parametrize(
    ("text", "heading", "question"),
    [
        pytest.param("It is stopped slowly.", "Spironolactone", "How is spironolactone stopped?", id="asked-for"),
        pytest.param("Spironolactone is given at 25 mg a day.", "Spironolactone", QUESTION, id="named-by-its-words"),
        pytest.param("The dose is 25 mg a day.", "Dosing", QUESTION, id="no-medicine"),
        pytest.param("The dose is 25 mg a day.", "Spironolactone and furosemide", QUESTION, id="two-medicines"),
        pytest.param("The dose is 25 mg a day.", "Starting spironolactone in hospital", QUESTION, id="more-than-a-name"),
    ],
)
def test_heading_that_adds_no_one_name_is_not_shown(text: str, heading: str, question: str) -> None:
    one = statement(text, heading_path=("Medicines", heading))
    assert told([one], one, question=question) == [text]


def test_dose_is_shown_with_the_name_that_its_heading_gives_even_where_the_question_names_it() -> None:
    dose = statement("The dose is 25 mg a day.", heading_path=("Spironolactone",))
    assert told([dose], dose, question="What is the dose of spironolactone?") == ["Spironolactone: The dose is 25 mg a day."]


def test_claim_that_says_what_several_say_is_verified_against_all_and_cites_all() -> None:
    first, second = page(FIRST, LEANING)
    home = Document(source=Source(source_id="alpha", title="Heart failure"), text=f"{FIRST} {LEANING}")
    seen: list[int] = []

    def verify(_claim: str, evidence: tuple[Evidence, ...]) -> Verdict:
        seen.append(len(evidence))
        return Verdict(supported=True, score=1.0, reasons=())

    draft = DraftClaim(text=home.text, evidence=(second.statement_id, first.statement_id), together=True)
    known = {one.statement_id: one for one in (first, second)}
    passed = pass_gate([draft], statements=known, documents={"alpha": home}, verify=verify)  # type: ignore[arg-type]
    assert seen == [2]
    assert [one.statement.text for one in passed.claims[0].citations] == [LEANING, FIRST]
