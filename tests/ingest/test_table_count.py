"""Tables of text files are counted: the report of a document says how many were read."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.parse.choose import parse_file

_TABLE = "| Medicine | Dose |\n|---|---|\n| Zolmitriptan | 2.5 mg |\n| Naratriptan | 2.5 mg |\n"
_OTHER = "| Test | When |\n|:---|---:|\n| Sodium | each week |\n"


@pytest.mark.parametrize(
    ("body", "tables"),
    [
        pytest.param("Take it at the onset.\n", 0, id="none"),
        pytest.param(_TABLE, 1, id="one"),
        pytest.param(f"{_TABLE}\n{_OTHER}", 2, id="one-below-the-other"),
        pytest.param(f"{_TABLE}\nRepeat after two hours.\n\n{_TABLE}", 2, id="words-between"),
        pytest.param(f"{_TABLE}\n## Blood\n\n{_OTHER}", 2, id="heading-between"),
        pytest.param(
            "| Medicine | Dose | Note |\n|---|---|---|\n| Zolmitriptan | 2.5 mg | |\n| Eletriptan | | tablet |\n",
            1,
            id="empty-cells",
        ),
    ],
)
@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_tables_of_a_text_file_are_counted(tmp_path: Path, body: str, tables: int, suffix: str) -> None:
    path = tmp_path / f"migraine.{suffix}"
    path.write_text(f"# Migraine\n\n## Attacks\n\n{body}", encoding="utf-8")
    assert parse_file(path).extent.tables == tables
