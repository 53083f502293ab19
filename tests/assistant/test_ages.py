"""What is said of one stage of life is not told of another, and the row for an age or a drug is told from those beside it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from heart_library import judged, profile

from assistant.answers import Abstention, CitedAnswer, Question, Response
from assistant.pipeline import Assistant
from assistant.retrieval.ages import ages_asked, of_such_age, scopes_of, stages_in
from assistant.settings import Settings
from ingest.embed import load_embedder
from ingest.index import build_index

PAGES = {
    "Sepsis of newborns": """## Doses

| Drug | Postmenstrual age (weeks) | Dose |
| --- | --- | --- |
| Gentamicin | <30 | 5 mg/kg every 48 hours |
| Gentamicin | 30 to 34 | 4.5 mg/kg every 36 hours |
| Gentamicin | >=35 | 4 mg/kg every 24 hours |
| Vancomycin | 29 to 35 | 10 mg/kg every 12 hours |
| Vancomycin | >=36 | 15 mg/kg every 8 hours |

## When to stop

- Antibiotics are stopped after 36 hours if blood cultures are negative and the baby is well.
""",
    "Pneumonia in adults": """## Treatment

- Adults with pneumonia are given amoxicillin 1 g three times daily.
- Treatment of pneumonia is stopped after 5 days if the patient has no fever.
""",
    "Heart failure discharge": """## Before discharge

The following are started or have a documented reason why not:

- a beta-blocker
- an SGLT2 inhibitor, unless:
    - the patient has type 1 diabetes

## Doses

| Class | Drug | Target |
| --- | --- | --- |
| Beta-blocker | Bisoprolol | 10 mg daily |
| Beta-blocker | Carvedilol | 25 mg twice daily |
| MRA | Spironolactone | 50 mg daily |
""",
    "Having a colonoscopy": """## Preparing

- The bowel is emptied with a laxative before a colonoscopy.
- A low-fibre diet prepares the bowel for 3 days before the test.
""",
    "Hyponatraemia": """## Treatment

- Severe hyponatraemia is treated with 150 mL of 3% saline over 10 minutes.
""",
    "Pain after an operation": """## Doses

| Age or condition | Oxynal drops | Interval |
| --- | --- | --- |
| Under 60 years | 8 mg as needed | every 2 hours |
| 60 years and over | 3 mg as needed | every 4 hours |
| Kidney failure | 1 mg as needed | every 8 hours |

| Weight | Febrisol syrup |
| --- | --- |
| 10 to 15 kg | 120 mg |
| 16 to 25 kg | 200 mg |
| Vomiting | 150 mg as a suppository |

| Creatinine clearance | Trombaban |
| --- | --- |
| 50 mL/min or more | 150 mg twice daily |
| 30 to 49 mL/min | 110 mg twice daily |
""",
    "Stopping a fit at home": """## How much

| Age | One dose of Calmazepam |
| --- | --- |
| 3 to 11 months | 2.5 mg |
| 1 to 4 years | 5 mg |
| 5 to 9 years | 7.5 mg |
| 10 years and over | 10 mg |
""",
    "Infección urinaria del niño": """## Tratamiento

| Edad | Fármaco |
| --- | --- |
| Menos de 1 mes | Ampicilina 100 mg/kg/día |
| De 1 a 3 meses | Cefotaxima 150 mg/kg/día |
| Más de 3 meses | Cefixima 8 mg/kg/día |

- La infección urinaria febril se trata durante 10 días.
- Los niños con una infección urinaria y aspecto séptico ingresan en el hospital.
""",
}


@cache
def _assistant() -> Assistant:
    folder = Path(mkdtemp(prefix="vouch-test-"))
    (folder / "corpus").mkdir()
    for title, body in PAGES.items():
        language = "es" if "urinaria" in title else "en"
        fields = f"---\ntitle: {title}\nkind: guideline\naudience: clinician\nlanguage: {language}\n---\n"
        (folder / "corpus" / f"{title.split()[0].lower()}.md").write_text(f"{fields}# {title}\n\n{body}", encoding="utf-8")
    settings = Settings(corpus=folder / "corpus", index=folder / "index")
    build_index(settings.corpus, settings.index, embedder=load_embedder(settings))
    return Assistant.open(settings)


def _ask(question: str) -> Response:
    return _assistant().answer(Question(text=question))[0]


def _shown(response: Response) -> str:
    return " ".join(claim.text for claim in response.claims) if isinstance(response, CitedAnswer) else ""


@pytest.mark.parametrize(
    ("question", "said", "foreign"),
    [
        ("gentamicin dose for a neonate of 32 weeks", "4.5 mg/kg", ("5 mg/kg every 48", "4 mg/kg every 24")),
        ("When are antibiotics stopped in a well newborn?", "36 hours", ("5 days",)),
        ("When can antibiotics be stopped in adults with pneumonia?", "5 days", ("36 hours",)),
        ("bisoprolol target dose in heart failure", "10 mg daily", ("Carvedilol", "Spironolactone")),
        ("When should an SGLT2 inhibitor not be started in heart failure?", "type 1 diabetes", ()),
        ("¿Qué fármaco se da a un lactante de 2 meses con infección urinaria?", "Cefotaxima", ("Cefixima", "Ampicilina")),
        ("¿Qué niños con infección urinaria deben ingresar?", "aspecto séptico", ()),
        ("How much Oxynal for an 82-year-old after an operation?", "3 mg", ("8 mg",)),
        ("dose of Oxynal drops for a man aged 45", "8 mg", ("3 mg as",)),
        ("How much Febrisol for 20 kg?", "200 mg", ("120 mg",)),
        ("dose of Trombaban with a creatinine clearance of 40 mL/min", "110 mg", ("150 mg",)),
        ("How much Calmazepam for my 6 year old?", "7.5 mg", ("2.5 mg", "10 mg")),
        ("How much Calmazepam for a 4 month old baby?", "2.5 mg", ("10 mg", "7.5 mg")),
    ],
)
def test_answer_keeps_to_the_age_and_the_row_that_is_asked_for(question: str, said: str, foreign: tuple[str, ...]) -> None:
    shown = _shown(_ask(question))
    assert said in shown
    assert [words for words in foreign if words in shown] == []


@pytest.mark.parametrize(
    ("question", "foreign"),
    [
        ("vancomycin dose in adults with pneumonia", "mg/kg"),
        ("What is the dose of oseltamivir in influenza?", "mg"),
        ("colistin dose for neonatal sepsis", "mg/kg"),
        ("How is a gastroscopy prepared for?", "fibre"),
        ("How is hypernatremia treated?", "saline"),
    ],
)
def test_what_no_document_names_is_not_answered_from_another_age_drug_or_disease(question: str, foreign: str) -> None:
    assert foreign not in _shown(_ask(question))


@pytest.mark.parametrize(
    "question", ["oseltamivir dose in influenza", "How is a gastroscopy prepared for?", "How is hypernatremia treated?"]
)
def test_name_that_no_document_knows_is_declined_in_whatever_language_they_are(question: str) -> None:
    assert isinstance(_ask(question), Abstention)


def test_other_spelling_of_a_disease_is_no_unknown_name() -> None:
    assert "3% saline" in _shown(_ask("How is severe hyponatremia treated?"))


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("neonates on the ward", 1),
        ("adults and children over 1 month", 2),
        ("el lactante y el recién nacido", 2),
        ("Child-Pugh class B", 0),
        ("she wants to have children", 0),
        ("Women’s and Children’s Hospital", 0),
        ("childcare room", 0),
    ],
)
def test_stages_of_life_are_told_by_words_for_people(text: str, stages: int) -> None:
    assert len(stages_in(text)) == stages


def test_band_of_adults_is_not_told_of_a_child() -> None:
    assert "8 mg" not in _shown(_ask("How much Oxynal for a 7-year-old after an operation?"))


@pytest.mark.parametrize("row", ["8 mg as needed", "3 mg as needed"])
def test_all_rows_stand_where_no_age_is_asked(row: str) -> None:
    assert row in _shown(_ask("What is the dose of Oxynal drops after an operation?"))


PURPOSE = "This guideline is for adults aged 18 years and over with heart failure."
DOSED = "Start spironolactone at 25 mg once daily."


@pytest.mark.parametrize(
    ("purpose", "asked", "is_kept"),
    [
        (PURPOSE, "dose of spironolactone in a child?", False),
        (PURPOSE, "dose of spironolactone for my 7-year-old", False),
        (PURPOSE, "spironolactone dose in paediatrics", False),
        (PURPOSE, "dose of spironolactone in an adult?", True),
        (PURPOSE, "spironolactone for a man aged 70?", True),
        (PURPOSE, "dose of spironolactone?", True),
        (PURPOSE, "I have two small children, can I drive on spironolactone?", True),
        (PURPOSE, "I'm 14 weeks pregnant, what dose of spironolactone?", True),
        (PURPOSE, "does spironolactone harm my baby?", True),
        ("This leaflet covers people aged 12 and over.", "dose for a 14-year-old?", True),
        ("This leaflet covers people aged 12 and over.", "dose for a 9-year-old?", False),
        ("This page is about children with heart failure.", "dose for a child?", True),
        ("This page is about children with heart failure.", "dose for a woman aged 60?", False),
        ("Adults are seen within two weeks.", "dose of spironolactone in a child?", True),
    ],
)
def test_document_that_says_for_whom_it_is_tells_nothing_of_others(purpose: str, asked: str, is_kept: bool) -> None:
    told = judged(profile(DOSED))
    assert (of_such_age(asked, [told], scopes=scopes_of([profile(purpose).statement])) == (told,)) is is_kept


def test_what_such_a_document_says_of_children_is_told_of_them() -> None:
    told = judged(profile("Children are looked after by the heart clinic."))
    assert of_such_age("dose in a child?", [told], scopes=scopes_of([profile(PURPOSE).statement])) == (told,)


@pytest.mark.parametrize(
    ("text", "spans"), [("I'm 37 weeks", 0), ("she's 12 weeks now", 0), ("my baby is 6 weeks", 1), ("he is 40", 1)]
)
def test_weeks_told_of_a_woman_are_no_age(text: str, spans: int) -> None:
    assert sum(high > low for low, high in ages_asked(text)) >= spans
    assert spans or not ages_asked(text)
