import threading
from pathlib import Path

import pytest
from ingest_fakes import COUGH, FEVER, WordEmbedder, make_corpus

from ingest.bring import build_index
from ingest.errors import LibraryLockedError, MetadataError, UnreadableDocumentError
from ingest.index import open_index
from ingest.lock import is_held, writing


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return make_corpus(tmp_path / "corpus")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def test_first_ingest_embeds_everything_once(corpus: Path, index: Path) -> None:
    embedder = WordEmbedder()
    report = build_index(corpus, index, embedder=embedder)
    assert (report.added, report.statements, report.embedded, report.written) == (("cough", "fever"), 5, 5, True)
    assert len(embedder.embedded) == 5
    assert {document.source_id for document in report.documents} == {"cough", "fever"}


def test_unchanged_corpus_embeds_and_writes_nothing(corpus: Path, index: Path) -> None:
    build_index(corpus, index, embedder=WordEmbedder())
    before = {path: path.stat().st_mtime_ns for path in index.rglob("*") if path.suffix in {".json", ".faiss"}}
    embedder = WordEmbedder()
    report = build_index(corpus, index, embedder=embedder)
    assert (report.unchanged, report.embedded, report.reused, report.written) == (("cough", "fever"), 0, 5, False)
    assert embedder.embedded == []
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_only_the_changed_statement_is_embedded(corpus: Path, index: Path) -> None:
    build_index(corpus, index, embedder=WordEmbedder())
    (corpus / "fever.md").write_text(FEVER.replace("15 mg/kg", "10 mg/kg"), encoding="utf-8")
    embedder = WordEmbedder()
    report = build_index(corpus, index, embedder=embedder)
    assert (report.changed, report.embedded, report.reused) == (("fever",), 1, 4)
    assert "10 mg/kg" in embedder.embedded[0]


def test_reused_vectors_are_those_of_their_statements(corpus: Path, index: Path) -> None:
    build_index(corpus, index, embedder=WordEmbedder())
    (corpus / "fever.md").write_text(FEVER.replace("## Drugs", "Rest in bed.\n\n## Drugs"), encoding="utf-8")
    embedder = WordEmbedder()
    build_index(corpus, index, embedder=embedder)
    opened = open_index(index, corpus=corpus, embedder=embedder)
    for statement, vector in zip(opened.statements, opened.statement_vectors, strict=True):
        assert vector @ embedder.embed([statement.embed_text])[0] == pytest.approx(1, abs=1e-5)


def test_changed_metadata_embeds_nothing_but_arrives(corpus: Path, index: Path) -> None:
    build_index(corpus, index, embedder=WordEmbedder())
    (corpus / "fever.md").write_text(FEVER.replace("review_status: reviewed", "review_status: approved"), encoding="utf-8")
    embedder = WordEmbedder()
    assert build_index(corpus, index, embedder=embedder).embedded == 0
    opened = open_index(index, corpus=corpus, embedder=embedder)
    assert opened.documents["fever"].source.review_status.value == "approved"


def test_removed_document_is_gone(corpus: Path, index: Path) -> None:
    build_index(corpus, index, embedder=WordEmbedder())
    (corpus / "cough.md").unlink()
    report = build_index(corpus, index, embedder=WordEmbedder())
    assert (report.removed, report.sources) == (("cough",), 1)
    assert set(open_index(index, corpus=corpus, embedder=WordEmbedder()).documents) == {"fever"}


def test_other_model_embeds_everything_anew(corpus: Path, index: Path) -> None:
    build_index(corpus, index, embedder=WordEmbedder())
    assert build_index(corpus, index, embedder=WordEmbedder(model_id="another")).embedded == 5


def test_only_one_generation_is_left(corpus: Path, index: Path) -> None:
    for text in (COUGH, COUGH + "\nMore.\n", COUGH):
        (corpus / "cough.md").write_text(text, encoding="utf-8")
        build_index(corpus, index, embedder=WordEmbedder())
    assert len(list(index.glob("generation-*"))) == 1


def test_unreadable_document_is_left_out_and_reported(corpus: Path, index: Path) -> None:
    (corpus / "empty.md").write_bytes(b"")
    report = build_index(corpus, index, embedder=WordEmbedder())
    assert [failure.path for failure in report.failures] == ["empty.md"]
    assert set(open_index(index, corpus=corpus, embedder=WordEmbedder()).documents) == {"fever", "cough"}
    assert len(build_index(corpus, index, embedder=WordEmbedder()).failures) == 1


def test_document_that_breaks_keeps_its_last_readable_version(corpus: Path, index: Path) -> None:
    build_index(corpus, index, embedder=WordEmbedder())
    (corpus / "fever.md").write_text(FEVER.replace("updated: 2024-02-01", "updated: soon"), encoding="utf-8")
    report = build_index(corpus, index, embedder=WordEmbedder())
    assert "Its last readable version stays in the index" in report.failures[0].error
    opened = open_index(index, corpus=corpus, embedder=WordEmbedder())
    assert opened.documents["fever"].source.updated is not None
    (corpus / "fever.md").write_text(FEVER, encoding="utf-8")
    assert build_index(corpus, index, embedder=WordEmbedder()).failures == ()


def test_two_documents_with_one_id_are_refused(corpus: Path, index: Path) -> None:
    (corpus / "again.md").write_text(f"{COUGH}\nIt is harmless.\n", encoding="utf-8")
    with pytest.raises(MetadataError, match=r"cough\.md and again\.md have the same source_id cough"):
        build_index(corpus, index, embedder=WordEmbedder())


def test_missing_corpus_is_an_error(tmp_path: Path, index: Path) -> None:
    with pytest.raises(UnreadableDocumentError, match="does not exist"):
        build_index(tmp_path / "none", index, embedder=WordEmbedder())


def test_progress_goes_from_reading_over_embedding_to_writing(corpus: Path, index: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build_index(corpus, index, embedder=WordEmbedder(), progress=lambda *step: told.append(step))
    assert [what for what, _, _ in told] == sorted((what for what, _, _ in told), key=["read", "embed", "write"].index)
    assert told[-1] == ("write", 1, 1)
    assert ("embed", 5, 5) in told


def test_second_writer_is_refused_and_the_reader_is_not(corpus: Path, index: Path) -> None:
    build_index(corpus, index, embedder=WordEmbedder())
    refused: list[str] = []

    def write_too() -> None:
        try:
            build_index(corpus, index, embedder=WordEmbedder(), lock_timeout=0.1)
        except LibraryLockedError as error:
            refused.append(str(error))

    with writing(index, timeout=1):
        thread = threading.Thread(target=write_too)
        thread.start()
        thread.join()
        assert open_index(index, corpus=corpus, embedder=WordEmbedder()).statements
    assert "Another process is changing the index" in refused[0]
    assert not is_held(index)


def test_index_is_opened_while_another_generation_is_put_in_force(corpus: Path, index: Path) -> None:
    build_index(corpus, index, embedder=WordEmbedder())
    failed: list[Exception] = []
    ended = threading.Event()

    def read_on() -> None:
        while not ended.is_set():
            try:
                open_index(index, corpus=None, embedder=WordEmbedder())
            except Exception as error:  # noqa: BLE001
                failed.append(error)

    reader = threading.Thread(target=read_on)
    reader.start()
    for number in range(8):
        (corpus / "cough.md").write_text(f"{COUGH}\nNumber {number}.\n", encoding="utf-8")
        build_index(corpus, index, embedder=WordEmbedder())
    ended.set()
    reader.join()
    assert failed == []


def test_same_bytes_under_another_name_are_left_out_and_the_rest_goes_on(corpus: Path, index: Path) -> None:
    (corpus / "again.md").write_text(COUGH, encoding="utf-8")
    report = build_index(corpus, index, embedder=WordEmbedder())
    assert [failure.path for failure in report.failures] == ["cough.md"]
    assert "is the same as again.md to the byte" in report.failures[0].error
    assert report.sources == 2


def test_inferred_id_that_is_taken_gets_a_number(corpus: Path, index: Path) -> None:
    (corpus / "part").mkdir()
    (corpus / "notes.md").write_text("# One\n\nRest for a day.\n", encoding="utf-8")
    (corpus / "part" / "notes.md").write_text("# Two\n\nRest for two days.\n", encoding="utf-8")
    report = build_index(corpus, index, embedder=WordEmbedder())
    assert {"notes", "notes-2"} <= set(report.added)
    again = build_index(corpus, index, embedder=WordEmbedder())
    assert not again.written
    assert {"notes", "notes-2"} <= set(again.unchanged)
