from pathlib import Path

import pytest
from ingest_fakes import WordEmbedder

from assistant.commands.understood import refuse_losses
from ingest.adding import add_documents
from ingest.chunk import cut
from ingest.errors import UnreadableDocumentError
from ingest.parse.choose import parse_file
from ingest.report import DocumentReport, report_document
from ingest.settings import IngestSettings


def _report(path: Path, body: str) -> DocumentReport:
    path.write_text(f"<h1>Care of gout in adults</h1><p>Rest the joint for a day.</p>{body}", encoding="utf-8")
    document = parse_file(path)
    return report_document(document, cut(document)[1])


def test_strict_passes_where_nothing_was_lost(tmp_path: Path) -> None:
    table = "<table><tr><th>Drug</th><th>Dose</th></tr><tr><td>Xan</td><td>5 mg</td></tr></table>"
    report = _report(tmp_path / "a.html", table)
    assert (report.tables, report.table_rows, report.has_losses) == (1, 1, False)
    refuse_losses([report])


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<figure><img src='a.png'></figure>", "1 figure was skipped"),
        ("<p hidden>Some words that nobody can see.</p>", "1 text is held back"),
    ],
)
def test_strict_names_what_was_lost(tmp_path: Path, body: str, reason: str) -> None:
    lossy, whole = _report(tmp_path / "a.html", body), _report(tmp_path / "b.html", "")
    with pytest.raises(UnreadableDocumentError, match=reason) as caught:
        refuse_losses([whole, lossy])
    assert lossy.source_id in str(caught.value)


def test_strict_names_what_was_lost_of_a_document_that_was_there_already(tmp_path: Path) -> None:
    settings = IngestSettings(corpus=tmp_path / "corpus", index=tmp_path / "index")
    lossy = tmp_path / "lossy.html"
    _report(lossy, "<figure><img src='a.png'></figure>")
    whole = tmp_path / "whole.txt"
    whole.write_text("# Fever\n\nDrink enough water.\n", encoding="utf-8")
    first, again = (add_documents([lossy, whole], settings, embedder=WordEmbedder()) for _ in range(2))
    (report,) = again.lossy_there
    assert (again.added, report.has_losses, first.lossy_there) == ((), True, ())
    assert report.source_id in again.already_there
