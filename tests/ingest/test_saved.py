"""Pages as people save or copy them, menus and bars and all: which facts are found, where they stand, and what else gets in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.parse.choose import parse_file

SAVED = Path(__file__).parent / "saved"
EXPECTED: dict[str, Any] = yaml.safe_load((SAVED / "facts.yaml").read_text(encoding="utf-8"))
_LABEL = re.compile(r"^(?:background|methods|results|conclusions): |^\* ")
_NUMBER = re.compile(r"^\d+(?:\.\d+)*\.?\s+")


def _read(name: str) -> tuple[Document, tuple[Statement, ...]]:
    document = parse_file(SAVED / name)
    statements = cut(document)[1]
    assert all(document.text[one.span.start : one.span.end] == one.text for one in statements)
    return document, statements


def _bare(text: str) -> str:
    """Words alone: no end stop, and neither the run-in label of an abstract nor the mark of a note before them."""
    return _LABEL.sub("", " ".join(text.split()).rstrip(".;:, ").lower())


def _stands_under(wanted: Sequence[str], path: Sequence[str]) -> bool:
    if not wanted:
        return not path
    if wanted[0] == "*":
        return _stands_under(wanted[1:], path) or (bool(path) and _stands_under(wanted[1:], path[1:]))
    is_same = bool(path) and _NUMBER.sub("", wanted[0]).lower() == _NUMBER.sub("", path[0]).lower()
    return is_same and _stands_under(wanted[1:], path[1:])


def _is_bound(row: str, column: str, cell: str, statement: Statement) -> bool:
    """Whether a row's statement binds a cell to its column: in its own words, or by its place under the column heads."""
    parts = re.split(r"\t| {3,}|\s+\|\s+", statement.text)
    if len(parts) > 1:
        heads = statement.lead_in.split(" › ")[-1].split(" | ")
        return parts[0] == row and column in heads and parts[heads.index(column)] == cell
    pattern = rf"{re.escape(column)}[^;]*: {re.escape(cell)}(?:;|\.|$|\s\*)"
    return row.lower() in statement.text.lower() and re.search(pattern, statement.text, re.IGNORECASE) is not None


@pytest.mark.parametrize("name", EXPECTED)
def test_every_fact_of_a_saved_page_is_a_statement_under_its_headings(name: str) -> None:
    _, statements = _read(name)
    for fact in EXPECTED[name]["facts"]:
        found = [one for one in statements if _bare(one.text) == _bare(fact["text"])]
        assert found, fact["text"]
        paths = [one.heading_path for one in found]
        assert fact["under"] == "any" or any(_stands_under(fact["under"], path) for path in paths), (fact["text"], paths)


@pytest.mark.parametrize("name", [name for name, page in EXPECTED.items() if page["cells"]])
def test_cells_of_a_saved_page_are_bound_to_row_and_column(name: str) -> None:
    rows = [one for one in _read(name)[1] if one.kind.value == "table row"]
    for row, column, cell in EXPECTED[name]["cells"]:
        assert any(_is_bound(row, column, cell, one) for one in rows), (row, column, cell)


@pytest.mark.parametrize("name", EXPECTED)
def test_nothing_around_a_saved_page_becomes_a_statement(name: str) -> None:
    _, statements = _read(name)
    known = {_bare(text) for text in [*(fact["text"] for fact in EXPECTED[name]["facts"]), *EXPECTED[name]["others"]]}
    assert [one.text for one in statements if one.kind.value != "table row" and _bare(one.text) not in known] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_title_and_publisher_of_a_saved_page_are_told(name: str) -> None:
    source = _read(name)[0].source
    publisher = EXPECTED[name]["publisher"]
    assert source.title == EXPECTED[name]["title"]
    assert source.publisher in (publisher if isinstance(publisher, list) else [publisher])
