"""Fifty documents with planted facts: how many are found as statements, where they stand, and how much else gets in."""

from pathlib import Path

import planted
import pytest

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.parse.choose import parse_file
from ingest.parse.rich import parse_rich


def _read(path: Path) -> tuple[Document, tuple[Statement, ...]]:
    document = parse_rich(path)
    statements = cut(document)[1]
    assert all(document.text[one.span.start : one.span.end] == one.text for one in statements)
    return document, statements


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("writer", planted.WRITERS)
def test_planted_facts_are_statements_under_their_headings_and_furniture_is_none(
    tmp_path: Path, writer: str, number: int
) -> None:
    guideline = planted.make_guideline(number)
    document, statements = _read(planted.WRITERS[writer](guideline, tmp_path / "guideline"))
    found = {(one.heading_path, one.text) for one in statements}
    missing = [fact for fact in guideline.facts if fact not in found]
    assert missing == []
    unbound = [
        (row, head, cell)
        for row, head, cell in guideline.cells
        if not any(
            one.text.startswith(f"{row} — ") and f"{head.lower()}: {cell}" in one.text.lower() + one.text for one in statements
        )
    ]
    assert unbound == []
    known = {text for _, text in guideline.facts}
    rows = {row[0] for section in guideline.sections for row in section.rows}
    others = {one.text for one in statements} - known
    strays = {text for text in others if text.split(" — ")[0] not in rows and not text.startswith("Doses are for adults")}
    assert strays == set()
    assert document.source.title == guideline.title
    assert document.source.publisher == guideline.publisher
    assert [reference.number for reference in document.references] == [1, 2]
    assert (document.extent.tables, document.extent.tables_lost) == (1, 0)


@pytest.mark.parametrize("style", range(4))
def test_statements_of_a_pdf_keep_their_page(tmp_path: Path, style: int) -> None:
    guideline = planted.make_guideline(style)
    path, pages = planted.write_pdf_guideline(guideline, tmp_path / "guideline.pdf", style=style)
    _, statements = _read(path)
    for one in statements:
        if one.kind.value == "bullet" or one.text in {text for _, text in guideline.facts}:
            assert one.page == pages["".join(one.heading_path)], one.text


def test_rows_stand_under_the_caption_of_their_table_and_in_one_passage(tmp_path: Path) -> None:
    guideline = planted.make_guideline(0)
    document = parse_file(planted.write_html(guideline, tmp_path / "page.html", style=0))
    rows = [one for one in cut(document)[1] if one.kind.value == "table row"]
    assert len(rows) == 4
    assert {one.lead_in for one in rows} == {"Table 1. Doses by drug"}
    assert len({one.passage_id for one in rows}) == 1
