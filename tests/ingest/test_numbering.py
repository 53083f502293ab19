"""Section numbers: shown to the reader wherever a heading is, and never part of what is searched or judged."""

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.chunk import cut
from ingest.documents import Statement
from ingest.parse.capture import parse_capture
from ingest.parse.html.page import parse_html
from ingest.parse.markdown import parse_markdown
from ingest.parse.numbering import counted, split_number, without_numbers
from ingest.parse.rich import parse_rich

_HTML = """<html><head><title>Heparin on the ward</title></head><body><main><h1>Heparin on the ward</h1>
<h2>1 Scope</h2><p>This protocol covers adults who are given heparin by infusion.</p>
<h2>2 Doses</h2><h3>2.1 Loading</h3><p>Give 75 units/kg over 10 minutes.</p>
<h3>2.2. Upkeep</h3><p>Run 18 units/kg per hour from then on.</p></main></body></html>"""
_LEVELS = """
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{first}"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/><w:lvlText w:val="%1.%2"/></w:lvl>
"""


def _of(statements: tuple[Statement, ...], words: str) -> Statement:
    return next(one for one in statements if words in one.text)


def test_number_of_a_page_is_shown_and_neither_embedded_nor_judged() -> None:
    document = parse_html(_HTML.encode(), path=Path("heparin.html"))
    loading = _of(cut(document)[1], "75 units/kg")
    assert loading.heading_path == ("Doses", "Loading")
    assert loading.shown_path == ("2 Doses", "2.1 Loading")
    assert loading.embed_text.endswith("Doses › Loading - Give 75 units/kg over 10 minutes.")
    assert "### 2.2. Upkeep" in document.text


def test_statement_keeps_its_id_when_sections_are_numbered_anew() -> None:
    numbered, plain = (_HTML, _HTML.replace("2.1 ", "").replace("2.2. ", "").replace("2 Doses", "Doses"))
    one, other = (_of(cut(parse_html(raw.encode(), path=Path("a.html")))[1], "75 units/kg") for raw in (numbered, plain))
    assert one.statement_id == other.statement_id


@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_typed_numbers_are_told_apart_in_plain_text(suffix: str) -> None:
    marks = ("# ", "## ", "### ") if suffix == "md" else ("", "", "")
    text = (
        f"{marks[0]}Lithium in the clinic\n\n{marks[1]}1. Before starting\n\n"
        f"Measure kidney and thyroid function before the first dose.\n\n{marks[2]}1.1 Older people\n\n"
        "Begin with 200 mg at night in people over 65 years of age.\n\n"
        f"{marks[1]}2. Monitoring\n\nMeasure the level 12 hours after a dose, each week at first.\n"
    )
    parse = parse_markdown if suffix == "md" else parse_capture
    found = cut(parse(text, path=Path(f"lithium.{suffix}")))[1]
    assert _of(found, "200 mg").heading_path == ("Before starting", "Older people")
    assert _of(found, "200 mg").shown_path == ("1. Before starting", "1.1 Older people")
    assert _of(found, "12 hours").shown_path == ("2. Monitoring",)


def _numbered(path: Path, *, first: str = "decimal") -> Any:
    word = docx.Document()
    lists = word.part.numbering_part.element
    lists.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{_LEVELS.format(first=first)}</w:abstractNum>')
    )
    lists.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for style in ("Heading 1", "Heading 2"):
        properties = word.styles[style].element.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="77"/></w:numPr>'))
    word.add_paragraph("Iron infusions", style="Title")
    for heading, level, words in [
        ("Scope", 1, "This is for adults with iron deficiency."),
        ("Doses", 1, ""),
        ("First", 2, "Give 500 mg over 30 minutes."),
        ("Second", 2, "Give the rest after a week."),
        ("Care", 1, ""),
        ("Watching", 2, "Watch for 45 minutes after the end."),
    ]:
        word.add_heading(heading, level)
        if words:
            word.add_paragraph(words)
    word.save(str(path))
    return cut(parse_rich(path))[1]


def test_numbers_that_word_counts_are_shown(tmp_path: Path) -> None:
    found = _numbered(tmp_path / "iron.docx")
    assert _of(found, "the rest").heading_path == ("Doses", "Second")
    assert _of(found, "the rest").shown_path == ("2. Doses", "2.2 Second")
    assert _of(found, "45 minutes").shown_path == ("3. Care", "3.1 Watching")


def test_letters_that_word_counts_are_shown(tmp_path: Path) -> None:
    found = _numbered(tmp_path / "iron.docx", first="upperLetter")
    assert _of(found, "500 mg").shown_path == ("B. Doses", "B.1 First")


@pytest.mark.parametrize(
    "title",
    [
        "2 Months",
        "12 Years and older",
        "4 key messages",
        "2.5 mg tablets",
        "0.9 Saline",
        "B12 deficiency",
        "5 to 10 kg",
        "A plan",
    ],
)
def test_age_or_amount_is_no_number_of_a_section(title: str) -> None:
    assert split_number(title) == ("", title)


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("4.2 Apixaban", "4.2"),
        ("4.2. Apixaban", "4.2."),
        ("4.2.1\u2003Who should not have it", "4.2.1"),
        ("Section 4: Apixaban", "Section 4:"),
        ("A.2 Apixaban", "A.2"),
        ("4.2Apixaban", "4.2"),
        ("3) Apixaban", "3)"),
    ],
)
def test_number_of_a_section_is_told_apart(title: str, number: str) -> None:
    assert split_number(title)[0] == number


def test_figure_alone_counts_only_where_headings_count_on() -> None:
    assert counted(["1", "2", "50"]) == {"1", "2"}
    assert counted(["7"]) == frozenset()
    assert counted(["6", "6.1"]) == {"6", "6.1"}
    assert without_numbers(("4 Drugs", "4.2 Apixaban")) == ("Drugs", "Apixaban")
    assert without_numbers(("50 Things to know",)) == ("50 Things to know",)
