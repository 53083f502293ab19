from pathlib import Path

import pytest
from ingest_fakes import COUGH, make_corpus

from ingest.errors import UnreadableDocumentError
from ingest.scan import scan


def names(corpus: Path) -> list[str]:
    return [file.name for file in scan(corpus)]


def test_only_documents_are_seen(tmp_path: Path) -> None:
    corpus = make_corpus(tmp_path / "c", README_md="# About\n", notes_md="# Notes\n\nText.\n", table_csv="a,b\n")
    for folder in ("lexicon", ".hidden", "deep/er"):
        (corpus / folder).mkdir(parents=True)
        (corpus / folder / "x.md").write_text("# X\n\nX.\n", encoding="utf-8")
    (corpus / "notes.md.meta.yaml").write_text("publisher: X\n", encoding="utf-8")
    assert names(corpus) == ["cough.md", "deep/er/x.md", "fever.md", "notes.md"]


def test_readme_with_front_matter_is_a_document(tmp_path: Path) -> None:
    corpus = make_corpus(tmp_path / "c", README_md=COUGH.replace("source_id: cough", "source_id: about"))
    assert "README.md" in names(corpus)


def test_link_out_of_the_corpus_is_not_followed(tmp_path: Path) -> None:
    corpus = make_corpus(tmp_path / "c")
    (tmp_path / "secret.md").write_text("# S\n\nSecret.\n", encoding="utf-8")
    (corpus / "link.md").symlink_to(tmp_path / "secret.md")
    (corpus / "same.md").symlink_to(corpus / "cough.md")
    assert names(corpus) == ["cough.md", "fever.md", "same.md"]


def test_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocumentError, match=r"does not exist\. Create it"):
        scan(tmp_path / "none")


def test_sidecar_is_part_of_the_checksum(tmp_path: Path) -> None:
    corpus = make_corpus(tmp_path / "c")
    before = scan(corpus)[0].sha256()
    (corpus / "cough.md.meta.yaml").write_text("publisher: X\n", encoding="utf-8")
    assert scan(corpus)[0].sha256() != before
