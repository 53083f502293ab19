"""Documents that can't be read: each a one-line error with its mend, the rest goes on, the old index still answers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from ingest_fakes import WordEmbedder, make_corpus

from ingest.bring import build_index
from ingest.index import open_index


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)


def _write(raw: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(raw)


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (_write(b""), "is empty (0 bytes). Put text into it or remove it."),
    "binary": (_write(bytes(range(256)) * 64), "is binary, not text. Save it as Markdown or plain text"),
    "pdf by another name": (_write(b"%PDF-1.7\n1 0 obj"), "is a PDF, not text."),
    "200 MB": (_huge, "is too large (210 MB, the limit is 52 MB). Split it, or raise VOUCH_MAX_DOCUMENT_BYTES."),
    "broken UTF-16": (_write("Fever".encode("utf-16") + b"\x00"), "Save it as UTF-8."),
    "open front matter": (_write(b"---\ntitle: X\n\nText.\n"), "the front matter is not closed. End it with a line `---`."),
    "bad date": (
        _write(b"---\nupdated: soon\n---\nText.\n"),
        "`updated` is wrong ('soon'). It must be a date such as 2025-10-30",
    ),
    "no YAML": (_write(b"---\ntitle: [x\n---\nText.\n"), "the front matter is not valid YAML"),
    "unknown field": (_write(b"---\npublsher: x\n---\nText.\n"), "unknown field `publsher`. Known fields: source_id, title"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_unreadable_document_is_reported_in_one_line_and_the_old_index_answers(tmp_path: Path, fault: str) -> None:
    corpus, index = make_corpus(tmp_path / "corpus"), tmp_path / "index"
    build_index(corpus, index, embedder=WordEmbedder())
    spoil, mend = FAULTS[fault]
    spoil(corpus / "bad.md")
    report = build_index(corpus, index, embedder=WordEmbedder())
    (failure,) = report.failures
    assert failure.path == "bad.md"
    assert mend in failure.error
    assert "\n" not in failure.error
    opened = open_index(index, corpus=corpus, embedder=WordEmbedder())
    assert opened.search_lexical("aspirin", 3)


def test_document_in_another_encoding_is_read_with_a_warning(tmp_path: Path) -> None:
    corpus, index = make_corpus(tmp_path / "corpus"), tmp_path / "index"
    (corpus / "old.md").write_bytes("# Fièvre – “repos”\n\nGive 5 µg daily at ≤ 37 degrees.\n".encode("cp1252", "replace"))
    report = build_index(corpus, index, embedder=WordEmbedder())
    old = next(document for document in report.documents if document.source_id == "old")
    assert report.failures == ()
    assert any("cp1252" in warning for warning in old.warnings)
    assert old.title == "Fièvre – “repos”"
