"""What holds in a narrower case only is shown behind the heading that tells so, and what holds for all before it."""

from __future__ import annotations

from functools import partial

import pytest
from heart_library import asked, judged, lexicon, source, statement

from assistant.answers import DraftClaim
from assistant.drafting.narrowed import Narrowed
from assistant.retrieval.profile import profile_statement
from assistant.verify import verify_claim
from assistant.words.cases import cases_in
from ingest.documents import Document, Statement

TITLE = "Skin infection"
DOSE = "Give cefazolin 2 g every 8 hours."


def narrowed(*statements: Statement, title: str = TITLE) -> Narrowed:
    documents = {"alpha": Document(source=source("alpha", title=title), text="")}
    words = lexicon()
    return Narrowed(
        statements=statements,
        documents=documents,
        verify=partial(verify_claim, lexicon=words),
        lexicon=words,
    )


def shown(
    question: str, *statements: Statement, texts: dict[str, str] | None = None, found: tuple[Statement, ...] = ()
) -> list[str]:
    """What is shown of the statements, in their own words or the ``texts`` for them; ``found`` are judged besides."""
    drafts = [DraftClaim(text=(texts or {}).get(one.text, one.text), evidence=(one.statement_id,)) for one in statements]
    home = source("alpha", title=TITLE)
    entries = [judged(profile_statement(one, home, lexicon=lexicon())) for one in (*statements, *found)]
    told = narrowed(*statements, *found).told(drafts, asked(question), entries)
    return [draft.text for draft in told]


@pytest.mark.parametrize(
    ("heading", "separator"),
    [
        ("Severe infection", ": "),
        ("Pregnancy", ": "),
        ("Reduced kidney function", ": "),
        ("Second-line treatment", ": "),
        ("Children", ": "),
        ("Nursing home residents", ": "),
        ("Treatment of recurrent infection", ": "),
        ("Necrotising fasciitis", ": "),
        ("eGFR below 30 mL/min", " – "),
    ],
)
def test_narrower_case_of_a_heading_is_told_in_front(heading: str, separator: str) -> None:
    one = statement(DOSE, heading_path=(heading,))
    assert shown("cefazolin dose for skin infection?", one) == [f"{heading}{separator}{DOSE}"]


@pytest.mark.parametrize(
    ("question", "heading", "text"),
    [
        ("cefazolin dose in severe infection?", "Severe infection", DOSE),
        ("cefazolin dose in pregnant women?", "Pregnancy", DOSE),
        ("cefazolin dose for a child of 4 years?", "Children under 5 years", DOSE),
        ("cefazolin dose?", "Pregnancy", "In pregnancy give cefazolin 1 g every 8 hours."),
        ("cefazolin dose?", "Treatment", DOSE),
        ("cefazolin dose?", "First-line treatment", DOSE),
        ("cefazolin dose?", "Diagnosis", DOSE),
        ("cefazolin dose?", "Treatment of skin infection", DOSE),
    ],
)
def test_statement_stays_as_it_is_where_question_or_statement_tells_the_case_or_none_is_told(
    question: str, heading: str, text: str
) -> None:
    assert shown(question, statement(text, heading_path=(heading,))) == [text]


def test_two_narrowing_headings_are_told_from_the_outer_to_the_inner_one() -> None:
    one = statement(DOSE, heading_path=("Pregnancy", "Severe infection"))
    assert shown("cefazolin dose?", one) == [f"Pregnancy, Severe infection: {DOSE}"]


def test_headings_that_tell_two_doses_of_a_medicine_apart_are_told() -> None:
    first = statement("Give amoxicillin 1 g a day.", heading_path=("The first week",))
    later = statement("Give amoxicillin 500 mg a day.", heading_path=("Thereafter",), order=1)
    assert shown("amoxicillin dose?", first, later) == [
        "The first week: Give amoxicillin 1 g a day.",
        "Thereafter: Give amoxicillin 500 mg a day.",
    ]


def test_title_of_two_conditions_does_not_tell_which_one_a_heading_is_about() -> None:
    one = statement(DOSE, heading_path=("Pyelonephritis",))
    draft = DraftClaim(text=DOSE, evidence=(one.statement_id,))
    (told,) = narrowed(one, title="Cystitis and pyelonephritis").told([draft], asked("cefazolin dose?"), ())
    assert told.text == f"Pyelonephritis: {DOSE}"
    (plain,) = narrowed(one, title="Pyelonephritis").told([draft], asked("cefazolin dose?"), ())
    assert plain.text == DOSE


def test_ordinary_dose_of_the_medicine_comes_first_and_is_taken_from_what_was_found() -> None:
    severe = statement("Give amoxicillin 2 g a day.", heading_path=("Severe infection",))
    ordinary = statement("Amoxicillin 1 g a day is given.", heading_path=("Usual treatment",), order=1)
    both = ["Amoxicillin 1 g a day is given.", "Severe infection: Give amoxicillin 2 g a day."]
    assert shown("amoxicillin dose?", severe, ordinary) == both
    assert shown("amoxicillin dose?", severe, found=(ordinary,)) == both


def test_dose_of_another_medicine_or_section_does_not_lead() -> None:
    severe = statement("Give amoxicillin 2 g a day.", heading_path=("Skin", "Severe infection"))
    other = statement("Give doxycycline 100 mg a day.", heading_path=("Skin", "Usual treatment"), order=1)
    elsewhere = statement("Give amoxicillin 1 g a day.", heading_path=("Teeth", "Usual treatment"), order=2)
    assert shown("amoxicillin dose?", severe, found=(other, elsewhere)) == ["Severe infection: Give amoxicillin 2 g a day."]


def test_no_is_not_said_of_all_where_a_heading_narrows_it() -> None:
    one = statement("Do not give naproxen.", heading_path=("Kidney disease",))
    assert shown("Can naproxen be given?", one, texts={one.text: f"No: {one.text}"}) == [f"Kidney disease: {one.text}"]
    assert shown("Can naproxen be given in kidney disease?", one, texts={one.text: f"No: {one.text}"}) == [f"No: {one.text}"]


def test_words_of_a_model_stay_as_they_are() -> None:
    one = statement(DOSE, heading_path=("Severe infection",))
    assert shown("cefazolin dose?", one, texts={DOSE: "Cefazolin is given at 2 g."}) == ["Cefazolin is given at 2 g."]


@pytest.mark.parametrize("heading", ["Dosis", "Diagnosis", "Prognosis", "Management", "Side effects", "Tratamiento"])
def test_heading_of_a_kind_of_thing_names_no_case(heading: str) -> None:
    assert not cases_in(heading)


@pytest.mark.parametrize("heading", ["Insuficiencia renal", "Embarazo", "Infección grave", "Segunda línea", "Diverticulitis"])
def test_case_is_heard_in_spanish_too(heading: str) -> None:
    assert cases_in(heading)
