from pathlib import Path

import pytest

from assistant.commands.understood import refuse_losses
from ingest.chunk import cut
from ingest.errors import UnreadableDocumentError
from ingest.parse.choose import parse_file
from ingest.report import DocumentReport, report_document


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
        ("<figure><img src='a.png'></figure>", "1 figures were skipped"),
        ("<p hidden>Some words that nobody can see.</p>", "1 texts are held back"),
    ],
)
def test_strict_names_what_was_lost(tmp_path: Path, body: str, reason: str) -> None:
    lossy, whole = _report(tmp_path / "a.html", body), _report(tmp_path / "b.html", "")
    with pytest.raises(UnreadableDocumentError, match=reason) as caught:
        refuse_losses([whole, lossy])
    assert lossy.source_id in str(caught.value)
