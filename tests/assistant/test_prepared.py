"""The editors' questions are loaded whole or refused with place and mend, and offered only while their statement stands."""

from pathlib import Path

import pytest
from heart_library import heart_index, heart_reader, profile, source
from ingest_fakes import make_corpus
from test_suggest import EVERY_SOURCE, CitesFirst

from assistant.answers import Audience
from assistant.check_prepared import check_prepared
from assistant.drafting.prepared import Prepared, load_prepared, prepared_suggestions, untold
from assistant.drafting.suggest import Suggester
from assistant.settings import Settings
from ingest.bring import build_index
from ingest.doctor import Severity
from ingest.embed import load_embedder
from ingest.errors import MetadataError
from ingest.index import OpenIndex, open_index


def corpus_with(tmp_path: Path, content: str | bytes) -> Path:
    (tmp_path / "questions.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    return tmp_path


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param("alpha: [", "not readable as YAML", id="broken-yaml"),
        pytest.param(b"alpha: [{ask: \xff}]", "not readable as YAML", id="not-utf8"),
        pytest.param("alpha: [{ask: How much}]", "alpha.0.told: missing", id="no-statement"),
        pytest.param("alpha: [{ask: '', told: Keep}]", "alpha.0.ask: must have at least 1", id="empty-question"),
        pytest.param("alpha: [{ask: A, told: B, begin: true}]", "alpha.0.begin: there is no such field", id="misspelt-field"),
        pytest.param("- ask: A?\n  told: B\n", "must be a set of named fields", id="no-source"),
    ],
)
def test_bad_list_of_questions_is_refused_with_place_and_mend(tmp_path: Path, content: str | bytes, says: str) -> None:
    with pytest.raises(MetadataError) as caught:
        load_prepared(corpus_with(tmp_path, content))
    assert says in str(caught.value)
    assert str(tmp_path / "questions.yaml") in str(caught.value)
    assert "delete the file to do without" in str(caught.value)


def test_corpus_without_the_file_or_with_an_empty_one_has_no_prepared_questions(tmp_path: Path) -> None:
    assert load_prepared(tmp_path) == {}
    assert load_prepared(corpus_with(tmp_path, "")) == {}


@pytest.mark.parametrize(("told", "found"), [("Keep salt …", 1), ("Keep salt low.", 1), ("Keep sugar …", 0)])
def test_question_is_offered_only_while_its_statement_stands(told: str, found: int) -> None:
    prepared = {"alpha": [Prepared(ask="How much salt?", told=told)]}
    low = profile("Keep salt low.")
    suggested = prepared_suggestions(prepared, [low, profile("Keep salt low.", of=source("beta"))])
    assert [one.statement_ids for one in suggested] == [frozenset({low.statement.statement_id})] * found
    assert len(untold(prepared, {"alpha": ["Keep salt low."]})) == 1 - found


def test_prepared_question_to_begin_with_comes_first() -> None:
    told = next(one for one in heart_index().statements if one.text.startswith("Keep salt"))
    prepared = {told.source_id: [Prepared(ask="Keep salt below what?", told=told.text, start=True)]}
    suggester = Suggester(reader=heart_reader(), drafter=CitesFirst(), allowed=EVERY_SOURCE, prepared=prepared)
    audience = Audience(heart_index().documents[told.source_id].source.audience.value)
    assert suggester.starters(audience)[0] == "Keep salt below what?"
    without = Suggester(reader=heart_reader(), drafter=CitesFirst(), allowed=EVERY_SOURCE)
    assert "Keep salt below what?" not in without.starters(audience)


def test_offered_question_is_known_again_as_it_was_offered() -> None:
    told = next(one for one in heart_index().statements if one.text.startswith("Keep salt"))
    prepared = {told.source_id: [Prepared(ask="Keep salt below what?", told=told.text)]}
    suggester = Suggester(reader=heart_reader(), drafter=CitesFirst(), allowed=EVERY_SOURCE, prepared=prepared)
    assert suggester.offers(" Keep salt below what? ")
    assert not suggester.offers("Below what?")


@pytest.fixture
def library(tmp_path: Path) -> tuple[Settings, OpenIndex]:
    make_corpus(tmp_path / "corpus")
    settings = Settings(_env_file=None, corpus=tmp_path / "corpus", index=tmp_path / "index")
    embedder = load_embedder(settings)
    build_index(settings.corpus, settings.index, embedder=embedder)
    return settings, open_index(settings.index, corpus=settings.corpus, embedder=embedder)


def test_doctor_names_questions_whose_statement_is_gone(library: tuple[Settings, OpenIndex]) -> None:
    settings, index = library
    assert list(check_prepared(settings, index)) == []
    corpus_with(settings.corpus, "nobody: [{ask: What now, told: Nothing says this}]")
    assert list(check_prepared(settings, None)) == [], "an index that isn't there is told by the check of the index"
    (finding,) = check_prepared(settings, index)
    assert finding.severity is Severity.WARNING
    assert "no statement of nobody begins “Nothing says this”" in finding.message
    corpus_with(settings.corpus, "nobody: {}")
    (finding,) = check_prepared(settings, index)
    assert finding.severity is Severity.ERROR


def test_doctor_names_a_lexicon_that_cannot_be_read(library: tuple[Settings, OpenIndex]) -> None:
    settings, index = library
    broken = settings.corpus / "lexicon" / "broken.yaml"
    broken.parent.mkdir()
    broken.write_text("concepts: [", encoding="utf-8")
    (finding,) = check_prepared(settings, index)
    assert finding.severity is Severity.ERROR
    assert str(broken) in finding.message
