from pathlib import Path

import pytest
from ingest_fakes import make_corpus

from ingest.bring import build_index
from ingest.doctor import Severity, look_over
from ingest.embed import load_embedder
from ingest.lock import writing
from ingest.settings import IngestSettings


@pytest.fixture
def settings(tmp_path: Path) -> IngestSettings:
    make_corpus(tmp_path / "corpus")
    return IngestSettings(corpus=tmp_path / "corpus", index=tmp_path / "index")


def found(settings: IngestSettings, subject: str) -> list[tuple[Severity, str]]:
    return [(finding.severity, finding.message) for finding in look_over(settings)[0] if finding.subject == subject]


def test_missing_index_is_found_with_its_mend(settings: IngestSettings) -> None:
    severity, message = found(settings, "index")[0]
    assert severity is Severity.ERROR
    assert "Run `vouch ingest`" in message


def test_broken_document_is_found(settings: IngestSettings) -> None:
    (settings.corpus / "bad.md").write_text("---\nupdated: soon\n---\nX.\n", encoding="utf-8")
    assert found(settings, "bad.md")[0][0] is Severity.ERROR


def test_missing_publisher_is_a_warning(settings: IngestSettings) -> None:
    (settings.corpus / "loose.md").write_text("# Loose\n\nText.\n", encoding="utf-8")
    severity, message = found(settings, "loose")[0]
    assert severity is Severity.WARNING
    assert "no publisher" in message


def test_missing_corpus_is_an_error_and_an_empty_one_a_warning(tmp_path: Path) -> None:
    settings = IngestSettings(corpus=tmp_path / "none", index=tmp_path / "index")
    assert found(settings, "corpus")[0][0] is Severity.ERROR
    (tmp_path / "none").mkdir()
    assert found(settings, "corpus")[0][0] is Severity.WARNING


def test_missing_model_is_an_error_that_says_what_to_set(settings: IngestSettings) -> None:
    other = IngestSettings(corpus=settings.corpus, index=settings.index, embedding_model="/no/such/folder")
    severity, message = found(other, "model")[0]
    assert severity is Severity.ERROR
    assert "VOUCH_EMBEDDING_MODEL=bundled" in message


def test_bundled_model_is_sound(settings: IngestSettings) -> None:
    assert found(settings, "model")[0][0] is Severity.OK
    assert len(load_embedder(settings).checksum) == 64


def test_writer_at_work_is_seen(settings: IngestSettings) -> None:
    with writing(settings.index, timeout=1):
        assert found(settings, "lock")[0][0] is Severity.WARNING
    assert found(settings, "lock") == []


def test_noted_difference_without_its_statement_is_a_warning(settings: IngestSettings) -> None:
    build_index(settings.corpus, settings.index, embedder=load_embedder(settings))
    sides = "sides: [{fever: Gone}, {fever: Lost}]"
    entry = f"differences:\n  - {{id: one, kind: dose, about: {{en: the dose}}, asked: ['What dose?'], {sides}}}\n"
    (settings.corpus / "differences.yaml").write_text(entry, encoding="utf-8")
    ((severity, message),) = found(settings, "differences")
    assert severity is Severity.WARNING
    assert "one is off" in message
