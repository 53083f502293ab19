"""Languages don't mix: each question is answered from documents in its own language, unless only the other has it."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from heart_library import HEART, lexicon
from ingest_fakes import WordEmbedder

from assistant.answers import Audience, StandaloneQuestion, Verdict
from assistant.display.phrases import phrases
from assistant.drafting.draft import ExtractiveDrafter
from assistant.drafting.suggest import Suggester
from assistant.shelf import Shelf, find_on, shelve, spoken, untranslated
from ingest.index import OpenIndex, build_index, open_index

SPANISH = """---
source_id: fennmark-guideline-es
title: Insuficiencia cardíaca crónica en adultos
publisher: Fennmark
kind: guideline
audience: clinician
language: es
---
# Insuficiencia cardíaca crónica en adultos

## Antagonistas

- Espironolactona 25 mg una vez al día, con control del potasio.
- La espironolactona no se recomienda si el potasio es mayor de 5.0.
"""
ONLY_SPANISH = """---
source_id: folleto
title: Vivir con insuficiencia cardíaca
publisher: Lakeside
kind: patient information
audience: patient
language: es-MX
---
# Vivir con insuficiencia cardíaca

## Furosemida

- Furosemide (furosemida) 80 mg por la tarde si el peso sube.
"""


class EverydayEmbedder(WordEmbedder):
    def is_everyday(self, _word: str) -> bool:
        return True


def library(folder: Path, *texts: str, english: bool = True) -> OpenIndex:
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, text in enumerate(texts):
        (corpus / f"{number}.md").write_text(text, encoding="utf-8")
    if english:
        (corpus / "fennmark-guideline.md").write_text(
            (HEART / "fennmark-guideline.md").read_text(encoding="utf-8"), encoding="utf-8"
        )
    build_index(corpus, folder / "index", embedder=EverydayEmbedder())
    return open_index(folder / "index", corpus=corpus, embedder=EverydayEmbedder())


def shelves_of(index: OpenIndex) -> Mapping[str, Shelf]:
    rows = {statement.statement_id: row for row, statement in enumerate(index.statements)}
    drafter = ExtractiveDrafter(vectors=index.statement_vectors, positions=rows, lexicon=lexicon())
    return shelve(
        index,
        lexicon=lexicon(),
        verify=lambda _claim, _evidence: Verdict(supported=True, score=1.0),
        suggest=partial(Suggester, drafter=drafter),
        citable=frozenset(index.documents),
    )


def asked(shelves: Mapping[str, Shelf], text: str, language: str) -> tuple[set[str], str]:
    """The sources searched, and the line that tells of another language."""
    allowed = frozenset(source_id for shelf in shelves.values() for source_id in shelf.citable)
    question = StandaloneQuestion(text=text, language=language)
    place = find_on(shelves, question, audience=Audience.CLINICIAN, allowed=allowed)
    return {entry.hit.source.source_id for entry in place.found.judged}, place.notice


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Shelf]:
    return shelves_of(library(tmp_path_factory.mktemp("both"), SPANISH))


def test_english_question_never_meets_a_spanish_document(both: Mapping[str, Shelf]) -> None:
    assert asked(both, "what dose of spironolactone?", "en") == ({"fennmark-guideline"}, "")


def test_spanish_question_never_meets_an_english_document_that_has_a_version(both: Mapping[str, Shelf]) -> None:
    assert asked(both, "¿qué dosis de espironolactona?", "es") == ({"fennmark-guideline-es"}, "")
    assert asked(both, "¿cuál es la capital de Noruega?", "es") == ({"fennmark-guideline-es"}, "")


def test_english_is_read_as_if_there_were_no_spanish_documents(tmp_path: Path, both: Mapping[str, Shelf]) -> None:
    alone = shelves_of(library(tmp_path))
    assert set(alone) == {"en"}
    assert both["en"].reader.terms == alone["en"].reader.terms
    text = "spironolactone and potassium"
    hits = [shelf.index.search_lexical(text, 20) for shelf in (both["en"], alone["en"])]
    assert [row for row, _ in hits[0]] == [row for row, _ in hits[1]]
    np.testing.assert_allclose([score for _, score in hits[0]], [score for _, score in hits[1]])
    np.testing.assert_allclose(both["en"].index.statement_vectors, alone["en"].index.statement_vectors)


@pytest.mark.parametrize(
    ("text", "language", "source_id"),
    [("furosemide dose", "en", "folleto"), ("¿qué dosis de espironolactona?", "es", "fennmark-guideline")],
)
def test_what_only_the_other_language_says_is_shown_and_marked(tmp_path: Path, text: str, language: str, source_id: str) -> None:
    shelves = shelves_of(library(tmp_path, ONLY_SPANISH))
    assert asked(shelves, text, language) == ({source_id}, phrases(language).in_other_language)


def test_a_library_in_one_language_answers_in_it_and_says_so(tmp_path: Path) -> None:
    shelves = shelves_of(library(tmp_path, ONLY_SPANISH, english=False))
    assert set(shelves) == {"es"}
    assert asked(shelves, "furosemide dose", "en") == ({"folleto"}, phrases("en").in_other_language)
    assert asked(shelves, "how is gout treated?", "en") == ({"folleto"}, "")


def test_a_source_with_a_version_never_answers_in_its_stead(both: Mapping[str, Shelf]) -> None:
    assert untranslated(both["en"], both["es"]) == frozenset()
    assert untranslated(both["es"], both["en"]) == frozenset()


def test_source_without_a_version_may_answer_in_its_stead(tmp_path: Path) -> None:
    shelves = shelves_of(library(tmp_path, ONLY_SPANISH))
    assert untranslated(shelves["es"], shelves["en"]) == {"folleto"}
    assert untranslated(shelves["en"], shelves["es"]) == {"fennmark-guideline"}


def test_spanish_words_are_found_in_every_ending_and_without_accents(both: Mapping[str, Shelf]) -> None:
    index = both["es"].index
    assert index.search_lexical("controles potasios", 5)[0][0] == 0
    assert index.search_lexical("cardíaca", 5) == index.search_lexical("cardiaca", 5)


@pytest.mark.parametrize(("tag", "language"), [("es", "es"), ("es-MX", "es"), ("ES", "es"), ("en-GB", "en"), ("fr", "en")])
def test_every_spanish_counts_as_spanish_and_the_rest_stands_with_the_english(tag: str, language: str) -> None:
    assert spoken(tag) == language
