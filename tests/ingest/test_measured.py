"""Over all documents that the tests write or hold: how many planted facts and cells are found, and how much else gets in."""

from __future__ import annotations

from pathlib import Path

import planted
import pytest
import test_saved as saved

from ingest.chunk import cut
from ingest.documents import Statement
from ingest.parse.choose import parse_file
from ingest.parse.rich import parse_rich

LEAST_FACTS, LEAST_CELLS, MOST_FURNITURE = 0.98, 0.95, 0.01


def _planted(folder: Path) -> list[tuple[tuple[Statement, ...], planted.Guideline]]:
    """One guideline as every writer sets it."""
    guidelines = [planted.make_guideline(number) for number in range(len(planted.WRITERS))]
    written = [
        (write(one, folder / f"guideline-{name}"), one)
        for (name, write), one in zip(planted.WRITERS.items(), guidelines, strict=True)
    ]
    return [(cut(parse_rich(path))[1], one) for path, one in written]


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[bool]]:
    """For each fact and cell whether it was found in its place, for each statement whether it is none of the known ones."""
    facts: list[bool] = []
    cells: list[bool] = []
    strays: list[bool] = []
    for statements, guideline in _planted(tmp_path_factory.mktemp("planted")):
        found = {(one.heading_path, one.text) for one in statements}
        rows = {row[0] for section in guideline.sections for row in section.rows}
        known = {text for _, text in guideline.facts}
        facts += [fact in found for fact in guideline.facts]
        cells += [
            any(one.text.startswith(f"{row} — ") and f"{head.lower()}: {cell}".lower() in one.text.lower() for one in statements)
            for row, head, cell in guideline.cells
        ]
        strays += [
            one.text not in known and one.text.split(" — ")[0] not in rows and not one.text.startswith("Doses are for adults")
            for one in statements
        ]
    for name, page in saved.EXPECTED.items():
        statements = cut(parse_file(saved.SAVED / name))[1]
        known = {saved._bare(text) for text in [*(fact["text"] for fact in page["facts"]), *page["others"]]}
        facts += [
            any(
                saved._bare(one.text) == saved._bare(fact["text"])
                and (fact["under"] == "any" or saved._stands_under(fact["under"], one.heading_path))
                for one in statements
            )
            for fact in page["facts"]
        ]
        cells += [
            any(saved._is_bound(*cell, one) for one in statements if one.kind.value == "table row") for cell in page["cells"]
        ]
        strays += [one.kind.value != "table row" and saved._bare(one.text) not in known for one in statements]
    return {"facts": facts, "cells": cells, "strays": strays}


def _share(found: list[bool]) -> float:
    return sum(found) / len(found)


def test_over_all_documents_facts_and_cells_are_found_in_their_place(counts: dict[str, list[bool]]) -> None:
    assert len(counts["facts"]) > 450
    assert len(counts["cells"]) > 150
    assert _share(counts["facts"]) >= LEAST_FACTS
    assert _share(counts["cells"]) >= LEAST_CELLS


def test_over_all_documents_hardly_a_statement_is_furniture(counts: dict[str, list[bool]]) -> None:
    assert len(counts["strays"]) > 600
    assert _share(counts["strays"]) <= MOST_FURNITURE
