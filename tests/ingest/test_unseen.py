"""What documents not met before lost or misplaced: blocks side by side, floats, numbered headings, headings told by size."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.parse.choose import parse_file
from ingest.parse.dates import spells_british
from ingest.parse.own_standing import is_standing_line

BOLD = "Helvetica-Bold"
DOSE = "Give colchicine 0.5 mg twice daily."
FILLER = "Staff record the decision in the notes and tell the patient about the plan before the shift ends. "


def _statements(document: Document) -> dict[str, Statement]:
    return {one.text: one for one in cut(document)[1]}


def _pdf(folder: Path, *pages: Page) -> tuple[Document, dict[str, Statement]]:
    document = parse_file(write_pdf(folder / "gout.pdf", list(pages)))
    return document, _statements(document)


def _text(folder: Path, name: str, text: str) -> tuple[Document, dict[str, Statement]]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    document = parse_file(path)
    return document, _statements(document)


def _html(folder: Path, body: str) -> tuple[Document, dict[str, Statement]]:
    return _text(folder, "page.html", f"<html><body><main>{body}</main></body></html>")


# PDF: blocks side by side


def test_doses_of_two_drugs_side_by_side_on_a_slide_never_make_one_line(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Alvorin or bextamol?", size=26, font=BOLD)
    for left, name, lines in (
        (40, "Alvorin", ("• 0.5 to 4 mg/kg per hour", "• Check the liver every", "48 hours")),
        (300, "Bextamol", ("• 0.2 to 1.4 micrograms/kg", "per hour", "• No loading dose")),
    ):
        page.text(left, 100, name, size=18, font=BOLD)
        for number, line in enumerate(lines):
            page.text(left if "•" in line else left + 14, 140 + 24 * number, line, size=16)
    _, statements = _pdf(tmp_path, page)
    assert {text: one.heading_path[-1] for text, one in statements.items()} == {
        "0.5 to 4 mg/kg per hour": "Alvorin",
        "Check the liver every 48 hours": "Alvorin",
        "0.2 to 1.4 micrograms/kg per hour": "Bextamol",
        "No loading dose": "Bextamol",
    }


def test_cells_without_rules_are_no_blocks_side_by_side(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Doses in gout", size=20, font=BOLD)
    page.paragraph(40, 90, FILLER * 2, width=500)
    for number, (drug, dose) in enumerate((("Drug", "Dose"), ("Alvorin", "5 mg once daily"), ("Bextamol", "10 mg twice daily"))):
        page.text(40, 150 + 16 * number, drug, font=BOLD if number == 0 else "Helvetica")
        page.text(200, 150 + 16 * number, dose, font=BOLD if number == 0 else "Helvetica")
    _, statements = _pdf(tmp_path, page)
    assert any("Bextamol" in text and "10 mg twice daily" in text for text in statements)
    assert not any("Alvorin" in text and "10 mg" in text for text in statements)


def _with_float(*, mention: str) -> list[Page]:
    first, second = Page(), Page()
    first.text(40, 40, "Gout on the ward", size=20, font=BOLD)
    first.text(40, 90, "Diet", size=14, font=BOLD)
    first.paragraph(40, 112, FILLER * 10 + "Beer is avoided and so are", width=500)
    second.text(40, 60, "Table 1. Doses by drug", size=8)
    top = second.open_table(
        40, 76, [["Drug", "Dose", "Interval"], ["Alvorin", "5 mg", "8 hours"], ["Bextamol", "10 mg", "6 hours"]], [120] * 3
    )
    second.text(40, top + 6, "Doses are for normal kidneys.", size=7)
    top = second.paragraph(40, top + 30, "spirits, while coffee may be drunk. " + FILLER * 3, width=500) + 10
    second.text(40, top, "Drugs", size=14, font=BOLD)
    second.paragraph(40, top + 22, f"{mention} {FILLER * 3}", width=500)
    return [first, second]


@pytest.mark.parametrize(
    ("mention", "section"),
    [("The dose depends on the drug (table 1).", "Drugs"), ("Doses are usual.", "Diet")],
    ids=["named", "not"],
)
def test_table_that_floated_to_the_top_of_a_page_stands_in_the_section_that_names_it(
    tmp_path: Path, mention: str, section: str
) -> None:
    document, statements = _pdf(tmp_path, *_with_float(mention=mention))
    rows = [one for one in statements.values() if one.kind.value == "table row"]
    assert [one.heading_path for one in rows] == [(section,)] * 2
    assert [one.page for one in rows] == [2, 2]
    assert statements["Doses are for normal kidneys."].heading_path == (section,)
    assert document.extent.tables == 1


def test_footnote_on_the_page_where_references_begin_is_no_reference(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Gout on the ward", size=20, font=BOLD)
    page.text(40, 90, "Drugs", size=14, font=BOLD)
    top = page.paragraph(40, 112, f"{DOSE} {FILLER * 6}", width=500) + 10
    page.text(40, top, "References", size=14, font=BOLD)
    for number in (1, 2, 3):
        page.text(
            40,
            top + 10 + 12 * number,
            f"{number}. Reed A, Moss B. Trial {number} of gout. Joint Notes. 201{number};4:1-9.",
            size=8,
        )
    page.text(40, 760, "a Count from the first effective dose.", size=8)
    document, statements = _pdf(tmp_path, page)
    assert "Count from the first effective dose." in statements
    assert len(document.references) == 3


# What a document says of itself


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("HOSPITAL DE SANTA LUCÍA", "Hospital de Santa Lucía"),
        ("Elmbridge Integrated Care | Cardiology", "Elmbridge Integrated Care"),
        ("Gout Guideline | S. Marchetti et al.", None),
        ("Clinical Guideline CG-12", None),
    ],
    ids=["in capitals", "no word of an organisation", "title and author", "kind of document"],
)
def test_publisher_that_only_a_running_head_names_is_told(tmp_path: Path, head: str, publisher: str | None) -> None:
    pages = [Page(), Page(), Page()]
    for number, page in enumerate(pages, start=1):
        page.text(40, 20, head, size=8)
        page.text(500, 815, f"Page {number}", size=8)
        page.text(40, 70, "Gout in adults" if number == 1 else f"Part {number}", size=20 if number == 1 else 14, font=BOLD)
        page.paragraph(40, 110, f"{DOSE} {FILLER * 12}", width=500)
    assert _pdf(tmp_path, *pages)[0].source.publisher == publisher


def test_hospital_where_an_author_works_publishes_nothing(tmp_path: Path) -> None:
    body = f"<h1>Gout in adults</h1><p><sup>1</sup>Rheumatology, Bellavista Hospital, Torre.</p><h2>Drugs</h2><p>{DOSE}</p>"
    assert _html(tmp_path, body)[0].source.publisher is None


@pytest.mark.parametrize(
    ("spelling", "day"),
    [("haemoglobin and oedema", date(2024, 7, 1)), ("hemoglobin and edema", date(2024, 1, 7))],
    ids=["en-GB", "en-US"],
)
def test_spelling_tells_which_figure_of_a_date_is_the_day(tmp_path: Path, spelling: str, day: date) -> None:
    body = f"<h1>Gout</h1><p>Last updated: 01/07/2024</p><h2>Tests</h2><p>Check {spelling} before each dose of colchicine.</p>"
    assert _html(tmp_path, body)[0].source.updated == day
    assert spells_british(spelling) == (day.day == 1)


def test_table_of_who_signed_and_when_is_no_evidence_but_dates_the_document(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Gota en adultos", size=20, font=BOLD)
    signed = [["Elaborado por: Dra. Robles", "Revisado por: Comisión", "Aprobado por: Dirección"]]
    signed += [["Fecha: 15/01/2023", "Fecha: 02/03/2023", "Fecha: 20/03/2023"]]
    page.grid(40, 90, signed, [160] * 3)
    page.text(40, 150, "Tratamiento", size=14, font=BOLD)
    page.paragraph(40, 172, "La colchicina se da en dosis de 0,5 mg cada 12 horas. " * 3, width=500)
    document, statements = _pdf(tmp_path, page)
    assert not any("por:" in text or "Fecha" in text for text in statements)
    assert document.source.published == date(2023, 3, 20)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("*Renal Group, Ashgrove Hospitals* | Version 2.4 | November 2023", True),
        ("Printed from WardNotes on 2024-03-02. Last edited by r.cole", True),
        ("Colchicine 0.5 mg | twice daily | November 2023", False),
        ("Ashgrove Hospitals give colchicine.", False),
    ],
)
def test_line_that_only_tells_whose_a_text_is_and_of_when(line: str, is_one: bool) -> None:
    assert is_standing_line(line) is is_one


# Word: headings that a list numbers


def _numbered(word: docx.document.Document, text: str, depth: int, *, size: int = 0) -> Paragraph:
    paragraph = word.add_paragraph()
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>')
    )
    run = paragraph.add_run(text)
    run.bold = size > 0
    run.font.size = Pt(size) if size else None
    return paragraph


def _with_list() -> docx.document.Document:
    word = docx.Document()
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="{kind}"/></w:lvl>' for n, kind in enumerate(("decimal", "lowerLetter"))
    )
    numbering = word.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    title = word.add_paragraph().add_run("Gout on the ward")
    title.bold, title.font.size = True, Pt(20)
    word.add_paragraph("Elmbridge Care Group. Issued 14 November 2024. For adults who are in hospital for another reason.")
    return word


def test_bold_items_that_count_on_and_have_items_below_are_headings(tmp_path: Path) -> None:
    word = _with_list()
    for head, items in (("Flares", (DOSE, "Rest the joint.")), ("Diet", ("Beer is avoided.",))):
        _numbered(word, head, 0, size=14)
        for item in items:
            _numbered(word, item, 1)
    word.save(str(tmp_path / "gout.docx"))
    document = parse_file(tmp_path / "gout.docx")
    found = {text: one.heading_path for text, one in _statements(document).items()}
    about = "For adults who are in hospital for another reason."
    assert found == {about: (), DOSE: ("Flares",), "Rest the joint.": ("Flares",), "Beer is avoided.": ("Diet",)}
    assert document.source.published == date(2024, 11, 14)


def test_bold_items_one_below_the_other_are_steps_and_no_headings(tmp_path: Path) -> None:
    word = _with_list()
    for step in ("Stop the infusion", "Call the doctor", "Keep the line open"):
        _numbered(word, step, 0, size=11)
    word.add_paragraph("The reaction is written in the notes.")
    word.save(str(tmp_path / "reaction.docx"))
    statements = _statements(parse_file(tmp_path / "reaction.docx"))
    assert {"Stop the infusion", "Call the doctor", "Keep the line open"} <= set(statements)
    assert all(one.heading_path == () for one in statements.values())


# Web pages: sizes, siblings, captions


def test_headings_without_marks_nest_by_their_size_and_the_largest_line_is_the_title(tmp_path: Path) -> None:
    head = "<p><span style='font-size:14pt'><strong>{}</strong></span></p>"
    body = (
        "<div style='font-size:22pt'>Foot infection in adults</div>"
        + head.format("Antibiotics")
        + f"<p><strong>Mild</strong></p><p>{DOSE}</p><p><strong>Severe</strong></p><p>Give it at once.</p>"
        + head.format("Who to call")
        + "<p>The surgeon is called the same day.</p>"
    )
    document, statements = _html(tmp_path, body)
    assert document.source.title == "Foot infection in adults"
    assert {text: one.heading_path for text, one in statements.items()} == {
        DOSE: ("Antibiotics", "Mild"),
        "Give it at once.": ("Antibiotics", "Severe"),
        "The surgeon is called the same day.": ("Who to call",),
    }


def test_tab_stands_over_the_headings_of_what_it_shows_and_over_nothing_else(tmp_path: Path) -> None:
    tabs = "".join(
        f"<li><a role=tab aria-controls={name[:2]} href=#{name[:2]}>{name}</a></li>" for name in ("Flares", "Prevention")
    )
    panels = "".join(
        f"<div role=tabpanel id={name[:2]}><h2>First weeks</h2><p>{said}</p></div>"
        for name, said in (("Flares", DOSE), ("Prevention", "Start allopurinol after two weeks."))
    )
    after = "<h2>Diet</h2><p>Beer is avoided by everyone with gout.</p>"
    _, statements = _html(tmp_path, f"<h1>Gout in adults</h1><ul role=tablist>{tabs}</ul><div>{panels}</div>{after}")
    assert statements[DOSE].heading_path == ("Flares", "First weeks")
    assert statements["Start allopurinol after two weeks."].heading_path == ("Prevention", "First weeks")
    assert statements["Beer is avoided by everyone with gout."].heading_path == ("Diet",)


def test_table_whose_rows_name_its_heading_and_the_one_beside_stands_above_both(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{who}</td><td>{days} days</td></tr>" for who, days in (("Mild", 7), ("Severe", 14)))
    table = f"<table><tr><th>Severity</th><th>Duration</th></tr>{rows}</table>"
    body = f"<h1>Foot infection</h1><h2>Antibiotics</h2><h3>Mild</h3><p>{DOSE}</p><h3>Severe</h3><p>Give it at once.</p>{table}"
    _, statements = _html(tmp_path, body)
    assert statements["Mild — duration: 7 days"].heading_path == ("Antibiotics",)
    assert statements["Give it at once."].heading_path == ("Antibiotics", "Severe")


def test_captions_of_named_boxes_caption_their_table_and_name_their_figure(tmp_path: Path) -> None:
    table = "<table><tr><th>Drug</th><th>Dose</th></tr><tr><td>Alvorin</td><td>5 mg</td></tr></table>"
    caption = "<div class='caption'><span>Table 1</span><p>Doses by drug</p></div><div><a>Open in new tab</a></div>"
    figure = (
        "<div class='fig fig-section'><img src=f.jpg><div class=label>Figure 1</div><p>Pathway from pain to relief.</p></div>"
    )
    topic = "<div>Topic: <a>gout</a> <a>pain</a></div>"
    body = f"<h1>Gout</h1><h2>Drugs</h2><p>{DOSE}</p>{topic}<div class='table-wrap'>{caption}{table}</div>{figure}"
    document, statements = _html(tmp_path, body)
    assert set(statements) == {DOSE, "Alvorin — dose: 5 mg"}
    assert statements["Alvorin — dose: 5 mg"].lead_in == "Table 1. Doses by drug"
    assert document.extent.figures_skipped == 1


# Copied pages


def test_section_that_the_contents_list_ends_with_keeps_its_heading(tmp_path: Path) -> None:
    heads = [
        "What are kidney stones?",
        "How are they found?",
        "Treatment by size",
        "Prevention",
        "When to call",
        "Stones in children",
    ]
    said = [f"Sentence {number} says what patients with kidney stones should know about them." for number in range(6)]
    menu = [
        "Conditions",
        "Treatments",
        "Our Providers",
        "Locations",
        "Patient Portal",
        "Pay My Bill",
        "Careers",
        "News",
        "Blog",
        "Shop",
    ]
    lines = [
        "Lakeview Urology",
        *menu,
        "Kidney Stones: Diagnosis and Treatment",
        "Home / Conditions / Kidney Stones: Diagnosis and Treatment",
    ]
    lines += ["Table of Contents", *heads, *(line for pair in zip(heads, said, strict=True) for line in pair)]
    document, statements = _text(tmp_path, "page.txt", "\n".join(lines))
    assert document.source.title == "Kidney Stones: Diagnosis and Treatment"
    assert {text: one.heading_path for text, one in statements.items()} == {
        sentence: (head,) for head, sentence in zip(heads, said, strict=True)
    }


def test_names_and_sentences_by_turns_below_a_colon_are_sections_and_not_items(tmp_path: Path) -> None:
    lines = ["Kidney stones", "", "Large stones", "Stones of more than 10 mm usually need a procedure:", "Shock waves"]
    lines += ["They are used for stones up to 20 mm.", "Scope", "A laser breaks the stone and a stent stays in."]
    lines += ["Prevention", "Drink enough to pass 2.5 liters a day.", "Eat less salt than before.", ""]
    text = "\n".join(lines)
    _, statements = _text(tmp_path, "page.txt", text)
    assert statements["They are used for stones up to 20 mm."].heading_path[-1] == "Shock waves"
    assert statements["A laser breaks the stone and a stent stays in."].heading_path[-1] == "Scope"
