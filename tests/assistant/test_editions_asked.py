from datetime import date
from pathlib import Path

import pytest

from assistant.answers import CitedAnswer, Question
from assistant.pipeline import Assistant
from assistant.question.editions_asked import older_editions_asked, without_editions
from assistant.settings import Settings
from ingest.documents import Document, Source
from ingest.embed import load_embedder
from ingest.index import build_index

OLD = Document(source=Source(source_id="old", title="Sepsis guideline 2019 update", published=date(2019, 3, 1)), text="x")
FIRST = Document(source=Source(source_id="first", title="Gout", edition="1st edition"), text="x")
DOCUMENTS = {"old": OLD, "first": FIRST}
NEWER = {"old": "new", "first": "second"}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("what did the 2019 edition say on ceftriaxone?", {"old"}),
        ("ceftriaxone dose in the guideline of 2019", {"old"}),
        ("what does the older sepsis guidance say?", set()),
        ("what does the older edition say on sepsis?", {"old"}),
        ("dose in the 1st edition", {"first"}),
        ("what does the previous version say?", {"old", "first"}),
        ("ceftriaxone dose in sepsis", set()),
        ("deaths from sepsis in 2019", set()),
        ("what does the 2024 edition say on sepsis?", set()),
    ],
)
def test_only_an_edition_that_is_asked_for_is_read(question: str, found: set[str]) -> None:
    assert older_editions_asked(question, DOCUMENTS, NEWER) == found


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("what did the 2019 edition say on ceftriaxone dose in sepsis?", "ceftriaxone dose in sepsis?"),
        ("ceftriaxone dose in the 2019 guideline", "ceftriaxone dose"),
        ("according to the previous version, what is the ceftriaxone dose?", "what is the ceftriaxone dose?"),
        ("ceftriaxone dose", "ceftriaxone dose"),
    ],
)
def test_words_that_name_an_edition_are_not_looked_for_in_it(question: str, plain: str) -> None:
    assert without_editions(question).lstrip(", ") == plain


def test_older_edition_is_cited_when_its_year_is_asked_for_and_never_else(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for year, dose in ((2019, 1), (2024, 2)):
        (corpus / f"{year}.md").write_text(
            f"---\nsource_id: sepsis-{year}\ntitle: Sepsis guideline {year} update\npublisher: North Trust\n"
            f"published: {year}-03-01\n---\n"
            f"# Sepsis guideline {year} update\n\n## Antibiotics\n\n- Give ceftriaxone {dose} g within one hour in sepsis.\n",
            encoding="utf-8",
        )
    settings = Settings(corpus=corpus, index=tmp_path / "index")
    build_index(settings.corpus, settings.index, embedder=load_embedder(settings))
    library = Assistant.open(settings)

    def cited(question: str) -> set[str]:
        answer, _ = library.answer(Question(text=question))
        assert isinstance(answer, CitedAnswer)
        return {one.source.source_id for claim in answer.claims for one in claim.citations}

    assert cited("ceftriaxone dose in sepsis") == {"sepsis-2024"}
    assert cited("what did the 2019 edition say on the ceftriaxone dose in sepsis?") == {"sepsis-2019"}
    assert cited("ceftriaxone dose in the previous version") == {"sepsis-2019"}
