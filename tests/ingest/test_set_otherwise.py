"""What further fresh documents lost or bound wrong: bands as heads, mails, a line a cell, folds, proofs, slides, exports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from cut_files import statements_of, text_file
from docx.shared import Pt
from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.errors import MetadataError
from ingest.parse.choose import parse_file
from ingest.parse.dates import find_dates, first_lone_day
from ingest.parse.furniture import is_furniture
from ingest.parse.grid import table_pieces
from ingest.parse.pieces import Role
from ingest.parse.standing import spelled_out
from ingest.sentences import split_sentences

BOLD = "Helvetica-Bold"
DOSE = "Give colchicine 0.5 mg twice daily."
FILLER = "Staff record the decision in the notes and tell the patient about the plan before the shift ends. "


def _html(folder: Path, body: str) -> tuple[Document, dict[str, Statement]]:
    return text_file(folder, "page.html", f"<html><body>{body}</body></html>")


def _rows(grid: list[list[str]]) -> list[str]:
    return [piece.text for piece in table_pieces(grid) if piece.role is Role.ROW]


# Tables: what the first row is


def test_bands_of_a_quantity_are_the_heads_of_their_columns() -> None:
    grid = [
        ["Body weight", "under 50 kg", "50–69 kg", "70 kg and over"],
        ["Dose", "1 g", "1.5 g", "2 g"],
        ["Over", "1 h", "2 h", "3 h"],
    ]
    assert _rows(grid)[0] == "Dose — under 50 kg: 1 g; 50–69 kg: 1.5 g; 70 kg and over: 2 g"


def test_doses_that_only_look_like_bands_are_no_heads() -> None:
    grid = [["Alvorin", "5–10 mg", "10–20 mg"], ["Bextamol", "1–2 mg", "2–4 mg"]]
    assert _rows(grid) == ["Alvorin — 5–10 mg; 10–20 mg", "Bextamol — 1–2 mg; 2–4 mg"]


def test_cell_over_all_columns_names_the_table_and_heads_stand_below_it() -> None:
    name = "Doses by kidney function"
    pieces = table_pieces([[name] * 3, ["Drug", "Usual", "Reduced"], ["Alvorin", "5 mg", "2 mg"]])
    assert [(piece.role, piece.text) for piece in pieces] == [
        (Role.GROUP, name),
        (Role.ROW, "Alvorin — usual: 5 mg; reduced: 2 mg"),
    ]


def test_head_row_with_gaps_is_filled_by_the_row_below_it() -> None:
    grid = [
        ["", "Dose", "Dose", ""],
        ["Day", "Morning", "Night", "Checks"],
        ["1", "—", "12 mg", "Hourly"],
        ["2", "5 mg", "10 mg", "Daily"],
    ]
    assert _rows(grid)[1] == "Day: 2 — dose, morning: 5 mg; dose, night: 10 mg; checks: Daily"


def test_bold_cells_are_heads_where_the_other_rows_are_plain(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td><b>{name}</b></td><td>{one}</td><td>{two}</td></tr>" for name, one, two in (("Dose", "5 mg", "4 mg"),)
    )
    head = "<tr><td><b>Clearance</b></td><td><b>60 or more</b></td><td><b>30–59</b></td></tr>"
    _, statements = _html(tmp_path, f"<h1>Alvorin</h1><h2>First dose</h2><p>{DOSE}</p><table>{head}{rows}</table>")
    assert "Dose — 60 or more: 5 mg; 30–59: 4 mg" in statements


def test_heads_without_a_row_below_them_are_not_lost() -> None:
    assert [piece.text for piece in table_pieces([["Ward news", "Issue 4"]], heads=1)] == ["Ward news", "Issue 4"]


# Mails: tables that only place, sizes in one declaration, names in bold

MAIL = """
<table width=600><tr><td style="padding:4px"><table><tr><td style="font:bold 26px Georgia">Drug News</td>
<td align=right>Issue 7 | 5 July 2024</td></tr></table></td></tr>
<tr><td>Having trouble reading this? <a href="https://mail.example/v">View in your browser</a></td></tr>
<tr><td style="font:bold 19px Georgia">New medicines</td></tr>
<tr><td><table><tr><td width=150><img src=a.jpg alt="Pen"></td><td><b style="font-size:16px">Alvorin</b><br><br>
Start at 5 mg once a day for four weeks. Stop it when the rash comes back or the liver tests rise.</td></tr></table></td></tr>
<tr><td style="font:bold 19px Georgia">Changes</td></tr>
<tr><td><p><b>Bextamol.</b> Women: 400 mg. Men: 200 mg.</p><p><b>Corvalin.</b> Adults may have 10 mg at night.</p></td></tr>
<tr><td style="font:bold 19px Georgia">Turned down</td></tr>
<tr><td><table><tr><td>&bull;</td><td>Dorvane for tiredness: evidence is weak.</td></tr>
<tr><td>&bull;</td><td>Evarol plasters for back pain.</td></tr></table></td></tr>
<tr><td>With best wishes,<br>The drug news team</td></tr></table>
"""


def test_mail_that_is_set_in_tables_is_read_under_its_headings(tmp_path: Path) -> None:
    document, statements = _html(tmp_path, MAIL)
    assert (document.source.title, document.source.published) == ("Drug News", date(2024, 7, 5))
    assert {text: (one.heading_path, one.lead_in) for text, one in statements.items()} == {
        "Start at 5 mg once a day for four weeks.": (("New medicines", "Alvorin"), ""),
        "Stop it when the rash comes back or the liver tests rise.": (("New medicines", "Alvorin"), ""),
        "Women: 400 mg.": (("Changes",), "Bextamol"),
        "Men: 200 mg.": (("Changes",), "Bextamol"),
        "Adults may have 10 mg at night.": (("Changes",), "Corvalin"),
        "Dorvane for tiredness: evidence is weak.": (("Turned down",), ""),
        "Evarol plasters for back pain.": (("Turned down",), ""),
    }


def test_box_head_by_name_and_words_that_only_open_a_fold(tmp_path: Path) -> None:
    box = f"<div class=recbox><div class=rechead>Advice on flares</div><div><p>{DOSE}</p></div></div>"
    fold = "<details><summary>Show working (click to open)</summary><p>The dose for 60 kg is 30 mg.</p></details>"
    _, statements = _html(tmp_path, f"<h1>Gout</h1><h2>Flares</h2>{box}<h2>Doses</h2><p>Doses go by weight.</p>{fold}")
    assert statements[DOSE].heading_path == ("Flares", "Advice on flares")
    assert statements["The dose for 60 kg is 30 mg."].heading_path == ("Doses",)


# Captures: a line for every cell, and the page's own list of its contents


def _capture(*, contents: bool, caption: bool) -> str:
    cells = ["Grade", "Potassium", "First step", "Mild", "6.0–6.4", "Dialysis today", "Moderate", "6.5–6.9", "Call the registrar"]
    cells += ["Severe", "7.0 or above", "Calcium first"]
    listed = ["On this page", "Who is at risk", "Severity", "Treatment"] if contents else []
    parts = ["Salt and heart", *listed, "Who is at risk", "", f"{FILLER}{FILLER}", "Severity", ""]
    parts += ["Table 1. Severity and first step"] if caption else []
    parts += [*cells, "Treatment", "", "Step 1 Protect the heart", f"{DOSE} {FILLER}", "Step 2 Remove it", f"{FILLER}{FILLER}"]
    return "\n".join(parts)


@pytest.mark.parametrize(("contents", "caption"), [(True, True), (True, False), (False, True)])
def test_cells_on_lines_of_their_own_are_bound_to_their_heads(tmp_path: Path, *, contents: bool, caption: bool) -> None:
    _, statements = text_file(tmp_path, "page.txt", _capture(contents=contents, caption=caption))
    row = statements["Moderate 6.5–6.9 Call the registrar"]
    assert row.kind.value == "table row"
    assert row.lead_in.endswith("Grade | Potassium | First step")
    assert row.heading_path[0] == "Severity"


def test_cells_are_left_alone_where_nothing_tells_where_they_begin(tmp_path: Path) -> None:
    _, statements = text_file(tmp_path, "page.txt", _capture(contents=False, caption=False))
    assert not any(one.kind.value == "table row" for one in statements.values())


def test_headings_that_the_page_lists_stand_over_those_that_it_does_not(tmp_path: Path) -> None:
    _, statements = text_file(tmp_path, "page.txt", _capture(contents=True, caption=True))
    assert statements[DOSE].heading_path == ("Treatment", "Step 1 Protect the heart")


# PDF


def test_numbers_of_lines_in_the_margin_never_enter_a_sentence(tmp_path: Path) -> None:
    page = Page()
    page.text(60, 40, "Gout in adults", size=20, font=BOLD)
    top = page.paragraph(
        60, 90, "The risk is raised by one step when the kidneys fail, and the dose is halved then. " * 40, width=460
    )
    for number in range(int((top - 90) / 12.5)):
        if number % 5 == 4:
            page.text(36, 91 + 12.5 * number, str(number + 1), size=7)
    document = parse_file(write_pdf(tmp_path / "gout.pdf", [page]))
    assert set(statements_of(document)) == {"The risk is raised by one step when the kidneys fail, and the dose is halved then."}


def test_column_of_figures_in_a_table_is_no_numbering_of_lines(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Gout in adults", size=20, font=BOLD)
    page.grid(40, 90, [["Week", "Dose"], *([str(number), f"{number} mg"] for number in (5, 10, 15, 20))], [80, 120])
    page.paragraph(40, 220, FILLER * 3, width=480)
    document = parse_file(write_pdf(tmp_path / "gout.pdf", [page]))
    assert "Week: 15 — dose: 15 mg" in statements_of(document)


def test_notes_below_a_table_end_it_before_the_rules_of_a_box(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Gout in adults", size=20, font=BOLD)
    page.text(40, 76, "Table 1. Doses by risk", size=9)
    rows = [["Risk", "Drug", "Dose"], ["Low", "Alvorin", "5 mg"], ["High", "Bextamol", "10 mg"]]
    end = page.open_table(40, 90, rows, [160] * 3)
    page.text(
        40,
        end + 3,
        "Low, no kidney stones; high, two stones or more in a year, or one stone and a single kidney in anyone at all.",
        size=8,
    )
    for place in (end + 16, end + 32, end + 50):
        page.rule(40, place, 520, place)
    page.text(40, end + 18, "Box 2. When to call the kidney team", size=9, font=BOLD)
    page.text(40, end + 34, "Call early: a move by boat takes five hours at least.", size=9)
    page.paragraph(40, end + 80, f"{DOSE} {FILLER * 6}", width=480)
    document = parse_file(write_pdf(tmp_path / "gout.pdf", [page]))
    rows_read = [one.text for one in cut(document)[1] if one.kind.value == "table row"]
    assert rows_read == ["Risk: Low — drug: Alvorin; dose: 5 mg", "High — drug: Bextamol; dose: 10 mg"]


def test_panels_beside_the_cover_of_a_folded_leaflet_are_text(tmp_path: Path) -> None:
    page = Page()
    for left, head in ((20, "When you go home"), (215, "Who to ring")):
        page.text(left, 30, head, size=14, font=BOLD)
        page.paragraph(left, 60, f"Rest at home under {head.split()[0].lower()} for six weeks. {FILLER * 5}", width=150)
    page.text(420, 30, "Patient information", size=8)
    page.text(420, 80, "Your gout", size=26, font=BOLD)
    page.paragraph(420, 300, "Bring this leaflet with you to every visit.", width=150)
    document = parse_file(write_pdf(tmp_path / "leaflet.pdf", [page]))
    statements = statements_of(document)
    assert document.source.title == "Your gout"
    assert statements["Rest at home under when for six weeks."].heading_path == ("When you go home",)
    assert "Patient information" not in statements


def test_slides_with_a_name_in_the_corner_keep_their_headings(tmp_path: Path) -> None:
    pages = []
    for head, said in (
        ("Why talk of it?", "Two events in a year"),
        ("First minutes", "Stop the drip"),
        ("Afterwards", "Stay six hours"),
    ):
        page = Page()
        page.text(40, 20, head, size=30, font=BOLD)
        page.text(430, 24, "Stowe General Hospital", size=9)
        page.box(50, 150, 57, 157, "0 g")
        page.text(72, 144, said, size=20)
        pages.append(page)
    document = parse_file(write_pdf(tmp_path / "slides.pdf", pages))
    found = {text: one.heading_path for text, one in statements_of(document).items()}
    assert found["Stop the drip"] == ("First minutes",)
    assert found["Stay six hours"] == ("Afterwards",)
    assert not any("Stowe" in text for text in found)


# Word


def test_rows_that_tabs_divide_are_a_table_and_a_wards_name_is_no_title(tmp_path: Path) -> None:
    word = docx.Document()
    for text, size in (("ROWAN CHILDREN’S WARD", 18), ("PAIN AFTER SURGERY", 14)):
        run = word.add_paragraph().add_run(text)
        run.bold, run.font.size = True, Pt(size)
    word.add_paragraph("Written by Sr. M. Fall\t\tupdated 3/3/23")
    word.add_paragraph().add_run("1.\tDOSES").bold = True
    word.add_paragraph().add_run("Weight\tDose\tHow often").bold = True
    for row in ("8–10 kg\t120 mg\t6 hourly", "11–15 kg\t180 mg\t6 hourly"):
        word.add_paragraph(row)
    word.add_paragraph("Ask the doctor after 48 hours of this dose.")
    word.save(str(tmp_path / "pain.docx"))
    document = parse_file(tmp_path / "pain.docx")
    assert (document.source.title, document.source.updated) == ("PAIN AFTER SURGERY", date(2023, 3, 3))
    assert statements_of(document)["Weight: 11–15 kg — dose: 180 mg; how often: 6 hourly"].heading_path == ("DOSES",)


# Markdown as wikis export it

WIKI = """---
title: Low sugar
space: NICU
updated: 2024-11-28T16:40:03Z
organisation: Marlow Hospital
---
[Home](/h) / [NICU](/n) / **Low sugar**

# Low sugar

## Who

Test small babies (by the chart[^1]).

- [x] feeding well for a day
- [ ] ~~three normal results~~ (old rule)

> [!TIP] Alvorin
> Start at 5 mg/kg a day.

[^1]: Boys below 2.6 kg.
[^2]: Nobody calls this note.

*Page last edited by t.o · 12 likes · [View history](/x) · [Watch page](#)*

**Comments**

The fridge has moved to bay B.
"""


def test_export_of_a_wiki_is_read_without_what_the_wiki_says_of_itself(tmp_path: Path) -> None:
    document, statements = text_file(tmp_path, "low-sugar.md", WIKI)
    assert (document.source.publisher, document.source.updated) == ("Marlow Hospital", date(2024, 11, 28))
    assert {text: one.heading_path for text, one in statements.items()} == {
        "Test small babies (by the chart[^1]).": ("Who",),
        "feeding well for a day": ("Who",),
        "Alvorin Start at 5 mg/kg a day.": ("Who",),
        "Boys below 2.6 kg.": ("Who",),
        "Nobody calls this note.": (),
    }
    assert not any("three normal" in text or "fridge" in text or "likes" in text for text in statements)
    assert "words that are struck out were set aside with their sentence" in document.warnings


def test_misspelled_field_is_told_in_front_matter_of_any_program(tmp_path: Path) -> None:
    with pytest.raises(MetadataError, match="unknown field `publsher`"):
        text_file(tmp_path, "gout.md", f"---\ntitle: Gout\npublsher: Stowe\n---\n# Gout\n\n{DOSE}\n")


# Days, names, furniture


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Submitted by k.dunn on Tue, 11/06/2024 - 15:42", date(2024, 6, 11)),
        ("Approved: 17 January 2023. Issued: 2 February 2023", date(2023, 2, 2)),
        ("Ratified by the board on 17 January 2023", date(2023, 1, 17)),
        ("Próxima revisión: abril de 2027", None),
    ],
    ids=["weekday tells the month", "issue before approval", "approval alone", "still to come"],
)
def test_day_of_a_document_by_its_own_words(line: str, day: date | None) -> None:
    dates = find_dates(line)
    assert (dates.published or dates.updated) == day


def test_day_below_words_of_a_review_to_come_dates_nothing() -> None:
    assert first_lone_day(["Review date", "30 June 2026"]) is None
    assert first_lone_day(["Review date", "30 June 2026", "Issue 7 | 5 July 2024"]) == date(2024, 7, 5)


def test_abbreviated_publisher_is_spelled_out_by_the_text_alone() -> None:
    assert (
        spelled_out("Tarn APC", "Decisions of the Tarn Area Prescribing Committee of June") == "Tarn Area Prescribing Committee"
    )
    assert spelled_out("Tarn APC", "The committee of Tarn met") == "Tarn APC"


def test_bar_of_buttons_is_furniture_and_a_bar_of_doses_is_none() -> None:
    assert is_furniture("Published online: 6 September 2023 • Download PDF • Cite this guideline • Views 48,211")
    assert not is_furniture("Alvorin 5 mg • Bextamol 10 mg • Corvalin 20 mg once a day")


def test_initial_behind_a_title_ends_no_sentence() -> None:
    text = "Ask Dr L. Abara, who leads the unit. Call her first."
    assert [text[start:end] for start, end in split_sentences(text)] == [
        "Ask Dr L. Abara, who leads the unit.",
        "Call her first.",
    ]
