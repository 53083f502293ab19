"""Libraries of other fields: what their documents define is understood in questions, and the gate accepts it."""

from functools import cache
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import mkdtemp

import pytest

from assistant.answers import Abstention, CitedAnswer, Question
from assistant.pipeline import Assistant
from assistant.settings import Settings
from ingest.embed import load_embedder
from ingest.index import build_index

CORPORA = Path(__file__).parents[1] / "corpora"
DEFINING = """# Words of the heart clinic

## Drugs

- Sacubitril/valsartan (Entrostal) is the first step for a low ejection fraction.
- A mineralocorticoid receptor antagonist (MRA) lowers the risk of death.
- Give dapagliflozin (Dapaxia) in the morning.
"""


TITLED = """# Gout flares in adults

## Treatment of a flare

- Naproxen 500 mg by mouth twice daily for 5 days.
"""


@cache
def _library(name: str) -> Assistant:
    """A library without a lexicon of its own; that of the heart has pages with names of their own, in text and in a title."""
    folder = Path(mkdtemp(prefix="vouch-test-"))
    copytree(CORPORA / name, folder / "corpus", ignore=ignore_patterns("lexicon"))
    if name == "heart_failure":
        (folder / "corpus" / "words.md").write_text(DEFINING, encoding="utf-8")
        (folder / "corpus" / "gout.md").write_text(TITLED, encoding="utf-8")
    settings = Settings(corpus=folder / "corpus", index=folder / "index")
    build_index(settings.corpus, settings.index, embedder=load_embedder(settings))
    return Assistant.open(settings)


@pytest.mark.parametrize(
    ("library", "question", "said"),
    [
        ("antibiotics", "dose of Doxaver", "200 mg on day 1"),
        ("antibiotics", "with what do I take Doxaver?", "glass of water"),
        ("antibiotics", "Fidaxor for CDI?", "twice daily for 10 days"),
        ("antibiotics", "should ASB be treated in pregnancy?", "Treat ASB in pregnancy"),
        ("antibiotics", "candidiasis treatment", "cream for 7 days"),
        ("antibiotics", "what about PPIs in CDI?", "Stop proton pump inhibitors"),
        ("heart_failure", "dose for gout", "Naproxen 500 mg by mouth twice daily"),
        ("heart_failure", "what is given for a gout flare?", "Naproxen 500 mg by mouth twice daily"),
        ("heart_failure", "starting dose of Entrostal", "49/51 mg twice daily"),
        ("heart_failure", "which MRA is preferred in men with gynaecomastia?", "Eplerenone"),
        ("heart_failure", "how much Dapaxia for reduced ejection fraction?", "Dapagliflozin 10 mg once daily"),
    ],
)
def test_name_that_only_the_documents_define_is_understood_and_accepted(library: str, question: str, said: str) -> None:
    answer, _ = _library(library).answer(Question(text=question))
    assert isinstance(answer, CitedAnswer)
    assert any(said in claim.text for claim in answer.claims), [claim.text for claim in answer.claims]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("dose of flucloxacillin", "Flucloxacillin"),
        ("What is the dose of pivmecillinam?", "Pivmecillinam"),
        ("how often is co-amoxiclav given?", "co-amoxiclav"),
        ("nitrofurantoin and renal impairment", "Nitrofurantoin"),
    ],
)
def test_medicine_without_a_lexicon_is_not_answered_by_another(question: str, asked: str) -> None:
    answer, _ = _library("antibiotics").answer(Question(text=question))
    assert isinstance(answer, CitedAnswer)
    assert asked in answer.claims[0].text
    names = _library("antibiotics").lexicon.concepts_in(asked)
    assert all(names & _library("antibiotics").lexicon.concepts_in(claim.text) for claim in answer.claims), answer.claims


@pytest.mark.parametrize(
    "question", ["dose of gentamicin in cellulitis?", "dose of meropenem", "dose of Zoxaver", "how much Zoxaver is given?"]
)
def test_name_that_no_document_knows_is_still_declined(question: str) -> None:
    answer, _ = _library("antibiotics").answer(Question(text=question))
    assert isinstance(answer, Abstention)


def test_gate_takes_a_brand_for_its_drug_and_not_for_another() -> None:
    library = _library("antibiotics")
    row = next(one for one in library.index.statements if one.text.startswith("Fidaxomicin"))
    mined = library.lexicon.concepts_in("Fidaxor")
    assert mined == library.lexicon.concepts_in("fidaxomicin") <= library.lexicon.concepts_in(row.text)
    assert mined.isdisjoint(library.lexicon.concepts_in("Doxaver"))
