"""A library of several fields: what is said of one disease, patient or row of a table is not told of another."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from assistant.answers import Abstention, CitedAnswer, Question, Response
from assistant.pipeline import Assistant
from assistant.settings import Settings
from ingest.embed import load_embedder
from ingest.index import build_index

PAGES = {
    "Croup in children": """## Treatment

- Give dexamethasone 0.15 mg/kg by mouth once to every child with croup.
- Croup settles within 3 days in most children.
- There is no vaccine against the viruses that cause croup.
""",
    "Measles exposure on the ward": """## Isolation

- Staff who were exposed to measles wear a respirator; a surgical mask is not enough.
- Measles spreads through the air.

## Protection

| Contact | Offer |
| --- | --- |
| Pregnant woman | Immunoglobulin 2,250 mg within 6 days |
| Infant below 6 months | Immunoglobulin 0.6 mL/kg within 6 days |
| Healthy adult | Vaccine within 72 hours |
""",
    "Stroke pathway": """## Dose

- Stroke is treated with alteplase within 4.5 hours.

| Weight | Alteplase bolus | Alteplase infusion |
| --- | --- | --- |
| 50 to 59 kg | 5 mg | 45 mg |
| 80 to 89 kg | 8 mg | 72 mg |
| 100 kg and over | 9 mg | 81 mg |
""",
    "Capecitabine": """## Your kidneys

- The dose is lowered to three quarters if the creatinine clearance is between 30 and 50 mL/min.

## Vaccines

- Live vaccines are not given during treatment and for 12 months afterwards.
""",
    "Scabies: creams and long-term care": """## Creams

- Permethrin cream is left on for 12 hours and put on again after 7 days.
- The itch of scabies may last for 4 weeks after treatment.

## Long-term care

- In crusted scabies long-term care is shared with the skin clinic for as long as crusts come back.
""",
    "Febrile neutropenia": """## Vaccines

- Live vaccines are not given to patients with febrile neutropenia until 6 months after treatment.

## Drugs

- Vancomycin 15 mg/kg every 12 hours is added if a catheter infection is suspected in febrile neutropenia.
- Gentamicin 5 mg/kg once daily is added in shock.
""",
    "Antibiotics in the operating theatre": """## Gentamicin

- Loading dose: 3 mg/kg over 20 minutes, at most 400 mg.
- On dialysis: 2 mg/kg after the session.
""",
}


@cache
def _assistant() -> Assistant:
    folder = Path(mkdtemp(prefix="vouch-test-"))
    (folder / "corpus").mkdir()
    for title, body in PAGES.items():
        name = title.split()[0].lower()
        (folder / "corpus" / f"{name}.md").write_text(f"---\ntitle: {title}\n---\n# {title}\n\n{body}", encoding="utf-8")
    settings = Settings(corpus=folder / "corpus", index=folder / "index")
    build_index(settings.corpus, settings.index, embedder=load_embedder(settings))
    return Assistant.open(settings)


def _ask(question: str) -> Response:
    return _assistant().answer(Question(text=question))[0]


def _said(question: str) -> str:
    answer = _ask(question)
    assert isinstance(answer, CitedAnswer), answer
    return " ".join(claim.text for claim in answer.claims)


@pytest.mark.parametrize(
    ("question", "foreign"),
    [
        ("Is there a vaccine against croup?", ("Live vaccines", "72 hours")),
        ("Should staff wear a mask for croup?", ("respirator",)),
        ("What is the dose of vancomycin for C. difficile?", ("15 mg/kg",)),
        ("dexamethasone dose in meningitis", ("0.15 mg/kg",)),
    ],
)
def test_what_is_said_of_one_disease_is_not_told_of_another(question: str, foreign: tuple[str, ...]) -> None:
    answer = _ask(question)
    said = " ".join(claim.text for claim in answer.claims) if isinstance(answer, CitedAnswer) else ""
    assert not [words for words in foreign if words in said]


def test_medicine_that_only_a_heading_names_is_spoken_of_there() -> None:
    assert _said("gentamicin loading dose").startswith("Gentamicin: Loading dose: 3 mg/kg")


def test_disease_that_no_document_names_is_said_to_be_missing() -> None:
    answer = _ask("dexamethasone dose in meningitis")
    assert isinstance(answer, Abstention)
    assert answer.missing == ("meningitis",)


@pytest.mark.parametrize(
    ("question", "said", "others"),
    [
        ("alteplase dose for a 55 kg patient", "45 mg", ("72 mg", "81 mg")),
        ("alteplase dose for a 104 kg patient", "81 mg", ("45 mg", "72 mg")),
        ("What is given to a pregnant woman exposed to measles?", "2,250 mg", ("0.6 mL/kg",)),
    ],
)
def test_only_the_row_asked_for_is_told(question: str, said: str, others: tuple[str, ...]) -> None:
    told = _said(question)
    assert said in told
    assert not [words for words in others if words in told]


def test_weight_that_no_row_is_for_leaves_the_rows_as_they_are() -> None:
    told = _said("alteplase dose for a 70 kg patient")
    assert "45 mg" in told
    assert "72 mg" in told


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("capecitabine dose in kidney impairment", "three quarters"),
        ("Can patients on capecitabine have live vaccines?", "12 months"),
    ],
)
def test_what_a_page_named_after_a_medicine_says_is_found_by_its_title(question: str, said: str) -> None:
    assert said in _said(question)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How long does croup take to settle?", "within 3 days"),
        ("For how long after capecitabine may no live vaccine be given?", "12 months"),
    ],
)
def test_word_of_a_title_that_says_another_thing_in_a_question_leaves_no_page_out(question: str, said: str) -> None:
    assert said in _said(question)


def test_disease_that_somebody_had_once_leaves_no_page_out() -> None:
    assert "respirator" in _said("He had a stroke in May. Is a surgical mask enough for the staff, or do they need a respirator?")
