"""Headings at the head of page after page that differ by a number alone: what they count is what is to be done, not the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.parse.choose import parse_file

BOLD = "Helvetica-Bold"


def _paths(folder: Path, heads: list[str], *, size: float, font: str = BOLD) -> dict[int | None, set[tuple[str, ...]]]:
    """The heading paths of each page of a file whose pages begin with some heads."""
    pages = []
    for number, head in enumerate(heads):
        page = Page()
        if not number:
            page.text(40, 20, "Desensitising to penicillin", size=22, font=BOLD)
        page.text(40, 58, head, size=size, font=font)
        page.paragraph(
            40, 110, f"Give {number + 3} mg in water and wait for {number + 20} minutes. Watch the skin. " * 3, width=480
        )
        page.paragraph(40, 300, f"Stop at {number + 4} if the lips swell. Tell the registrar about it. " * 3, width=480)
        pages.append(page)
    found: dict[int | None, set[tuple[str, ...]]] = {}
    for one in cut(parse_file(write_pdf(folder / "a.pdf", pages)))[1]:
        found.setdefault(one.page, set()).add(one.heading_path)
    return found


@pytest.mark.parametrize(
    ("heads", "size"),
    [
        (["Day 1", "Day 2", "Day 3"], 14),
        (["Step 1: skin test", "Step 2: skin test", "Step 3: skin test"], 10),
        (["Doses below 10 kg of weight", "Doses below 20 kg of weight", "Doses below 30 kg of weight"], 14),
        (["Part 1 of 3", "Part 2 of 3", "Part 3 of 3"], 14),
    ],
    ids=["days", "bold steps", "weights", "parts"],
)
def test_heads_that_count_what_is_done_are_headings_of_their_pages(tmp_path: Path, heads: list[str], size: float) -> None:
    assert _paths(tmp_path, heads, size=size) == {number: {(head,)} for number, head in enumerate(heads, start=1)}


@pytest.mark.parametrize(
    ("heads", "size", "font"),
    [
        (["Ward handbook 4", "Ward handbook 5", "Ward handbook 6"], 14, BOLD),
        (["Section 4", "Section 5", "Section 6"], 8, "Helvetica"),
        (["Chapter 4 Allergy", "Chapter 4 Allergy", "Chapter 4 Allergy"], 12, BOLD),
    ],
    ids=["pages", "small", "same"],
)
def test_heads_that_count_pages_or_come_again_are_running_heads(tmp_path: Path, heads: list[str], size: float, font: str) -> None:
    found = _paths(tmp_path, heads, size=size, font=font)
    assert not {path for page in (2, 3) for path in found[page]} & {(head,) for head in heads[1:]} - {(heads[0],)}
