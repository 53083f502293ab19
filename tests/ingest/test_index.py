import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from ingest_fakes import DIMENSION, WordEmbedder, make_corpus

from ingest import store
from ingest.documents import Statement
from ingest.errors import IndexDamagedError, IndexNotFoundError, IndexStaleError, SourceNotFoundError
from ingest.index import OpenIndex, build_index, open_index
from ingest.store import read_lock


@pytest.fixture
def embedder() -> WordEmbedder:
    return WordEmbedder()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return make_corpus(tmp_path / "corpus")


@pytest.fixture
def opened(tmp_path: Path, corpus: Path, embedder: WordEmbedder) -> OpenIndex:
    build_index(corpus, tmp_path / "index", embedder=embedder)
    return open_index(tmp_path / "index", corpus=corpus, embedder=embedder)


def texts(index: OpenIndex, hits: list[tuple[int, float]]) -> list[str]:
    return [index.statements[position].text for position, _ in hits]


def test_index_holds_every_document_passage_and_statement(opened: OpenIndex) -> None:
    assert set(opened.documents) == {"fever", "cough"}
    assert len(opened.statements) == 5
    for statement in opened.statements:
        document = opened.documents[statement.source_id]
        assert document.text[statement.span.start : statement.span.end] == statement.text
        assert statement.statement_id in opened.passages[statement.passage_id].statement_ids


def test_folder_copied_with_its_index_is_its_own_after_the_next_ingest(
    tmp_path: Path, corpus: Path, embedder: WordEmbedder
) -> None:
    build_index(corpus, tmp_path / "index", embedder=embedder)
    there = tmp_path / "moved"
    shutil.copytree(corpus, there / "corpus")
    shutil.copytree(tmp_path / "index", there / "index")
    generation = read_lock(there / "index").generation
    assert not build_index(there / "corpus", there / "index", embedder=embedder).written
    lock = read_lock(there / "index")
    assert (lock.corpus, lock.generation) == (str(there / "corpus"), generation)


def test_documents_come_back_as_they_were_parsed(opened: OpenIndex, corpus: Path) -> None:
    from ingest.parse import parse_file

    assert opened.documents["fever"] == parse_file(corpus / "fever.md")


def test_vectors_are_unit_rows_in_the_order_of_the_statements(opened: OpenIndex, embedder: WordEmbedder) -> None:
    vectors = opened.statement_vectors
    assert vectors.shape == (5, DIMENSION)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, rtol=1e-5)
    np.testing.assert_allclose(vectors[3], embedder.embed([opened.statements[3].embed_text])[0], rtol=1e-5)


def test_nearest_statement_comes_first_and_similarity_is_the_cosine(opened: OpenIndex) -> None:
    hits = opened.search_dense(opened.statement_vectors[2], 5)
    assert hits[0][0] == 2
    assert hits[0][1] == pytest.approx(1, abs=1e-5)
    assert [cosine for _, cosine in hits] == sorted((cosine for _, cosine in hits), reverse=True)


def test_lexical_search_counts_one_character_words(tmp_path: Path, embedder: WordEmbedder) -> None:
    folder = tmp_path / "c"
    folder.mkdir()
    (folder / "a.md").write_text(
        "- Give 5 mg at night\n- Give 7 mg at night\n- Give 9 mg at night\n- Rest\n- Sleep\n", encoding="utf-8"
    )
    build_index(folder, tmp_path / "i", embedder=embedder)
    index = open_index(tmp_path / "i", corpus=folder, embedder=embedder)
    assert texts(index, index.search_lexical("7", 5)) == ["Give 7 mg at night"]


def test_lexical_search_gives_no_hit_without_a_word_in_common(opened: OpenIndex) -> None:
    assert opened.search_lexical("zebra", 5) == []
    assert all(weight > 0 for _, weight in opened.search_lexical("aspirin zebra", 5))
    assert texts(opened, opened.search_lexical("aspirin", 5)) == ["Do NOT give aspirin to children under 16 years."]


def test_lexical_search_knows_headings_and_lead_ins(opened: OpenIndex) -> None:
    assert len(opened.search_lexical("options", 5)) == 2


def test_asking_for_more_than_there_is_gives_what_there_is(opened: OpenIndex) -> None:
    assert len(opened.search_dense(opened.statement_vectors[0], 100)) == 5
    assert opened.search_dense(opened.statement_vectors[0], 0) == []
    assert opened.search_lexical("aspirin", 0) == []


def test_unknown_statement_id_is_an_error(opened: OpenIndex) -> None:
    first: Statement = opened.statements[0]
    assert opened.statement(first.statement_id) is first
    with pytest.raises(SourceNotFoundError, match="no statement nowhere"):
        opened.statement("nowhere")


def test_missing_index_names_the_command(tmp_path: Path, embedder: WordEmbedder) -> None:
    with pytest.raises(IndexNotFoundError, match="Run `vouch ingest`"):
        open_index(tmp_path / "none", corpus=None, embedder=embedder)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda corpus: (corpus / "cough.md").write_text("# C\n\nOther.\n", encoding="utf-8"), "cough.md changed"),
        (lambda corpus: (corpus / "cough.md").unlink(), "cough.md removed"),
        (lambda corpus: (corpus / "new.md").write_text("# N\n\nNew.\n", encoding="utf-8"), "new.md new"),
        (lambda corpus: (corpus / "cough.md.meta.yaml").write_text("publisher: X\n", encoding="utf-8"), "cough.md changed"),
    ],
    ids=["changed", "removed", "new", "sidecar"],
)
def test_any_difference_of_the_documents_is_stale(
    opened: OpenIndex, tmp_path: Path, corpus: Path, change: object, words: str
) -> None:
    assert callable(change)
    change(corpus)
    with pytest.raises(IndexStaleError, match=f"{words}.*Run `vouch ingest`"):
        open_index(tmp_path / "index", corpus=corpus, embedder=opened.embedder)


def test_touched_but_unchanged_file_is_not_stale(opened: OpenIndex, tmp_path: Path, corpus: Path) -> None:
    (corpus / "cough.md").touch()
    assert open_index(tmp_path / "index", corpus=corpus, embedder=opened.embedder).warnings == ()


@pytest.mark.parametrize("other", [WordEmbedder(model_id="another"), WordEmbedder(checksum="1" * 64)], ids=["model", "weights"])
def test_other_model_is_stale(opened: OpenIndex, tmp_path: Path, corpus: Path, other: WordEmbedder) -> None:
    assert opened.statements
    with pytest.raises(IndexStaleError, match="was built with the model fake words"):
        open_index(tmp_path / "index", corpus=corpus, embedder=other)


def test_empty_corpus_gives_an_index_that_finds_nothing(tmp_path: Path, embedder: WordEmbedder) -> None:
    (tmp_path / "c").mkdir()
    report = build_index(tmp_path / "c", tmp_path / "i", embedder=embedder)
    index = open_index(tmp_path / "i", corpus=tmp_path / "c", embedder=embedder)
    assert (report.statements, index.statements) == (0, ())
    assert index.search_lexical("rest", 5) == index.search_dense(np.ones(DIMENSION, dtype=np.float32), 5) == []


def test_opening_imports_no_model_library(opened: OpenIndex, tmp_path: Path) -> None:
    assert opened.statements
    code = (
        "import sys\nfrom pathlib import Path\nfrom ingest.index import open_index\nfrom ingest_fakes import WordEmbedder\n"
        f"open_index(Path({str(tmp_path / 'index')!r}), corpus=None, embedder=WordEmbedder())\n"
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'llama_index'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    here = Path(__file__).parent
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": f"{here}:{here.parents[1]}"})


def test_file_that_is_cleared_away_while_it_is_checked_is_damage(
    opened: OpenIndex, tmp_path: Path, embedder: WordEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer may clear an old generation away between the look for a file and its reading."""

    def gone(path: Path) -> str:
        raise FileNotFoundError(path)

    assert opened.statements
    monkeypatch.setattr(store, "file_sha256", gone)
    with pytest.raises(IndexDamagedError):
        open_index(tmp_path / "index", corpus=None, embedder=embedder)


def test_file_of_somebody_else_that_may_not_be_read_is_not_called_damaged(
    opened: OpenIndex, tmp_path: Path, embedder: WordEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(path: Path) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    assert opened.statements
    monkeypatch.setattr(store, "file_sha256", forbidden)
    with pytest.raises(IndexDamagedError, match=r"can't be read \(Permission denied\)\. Check its permissions"):
        open_index(tmp_path / "index", corpus=None, embedder=embedder)
