"""Pages of before style sheets and what word processors save: headings by letters, sections set as tables, ways to the top."""

from __future__ import annotations

from pathlib import Path

import pytest
from cut_files import text_file
from pdf_maker import Page, write_pdf

from ingest.documents import Statement
from ingest.parse.choose import parse_file
from ingest.parse.furniture import is_furniture
from ingest.parse.grid import table_pieces
from ingest.parse.pdf.cells import cell_text
from ingest.parse.pdf.words import Word
from ingest.parse.pieces import Role
from ingest.parse.references import is_run_in_list
from ingest.sentences import split_sentences

from cut_files import statements_of  # isort: skip

FIRST = "Screen all adults within 4 hours. Ask about the last fall and about earlier fractures in the same bone."
LAST = "See the nurse within 7 days. The practice is told by letter on the day the person goes home."


def _html(folder: Path, body: str) -> dict[str, Statement]:
    return text_file(folder, "page.htm", f"<html><body><h1>Wrist fractures</h1>{body}</body></html>")[1]


@pytest.mark.parametrize(
    "head",
    [
        '<a name="s1"></a><b>{}</b>',
        '<p><a name="s1"><b>{}</b></a></p>',
        '<font size="5">{}</font><br>',
        '<p><a name="s1"></a><font size="4"><b>{}</b></font></p>',
        '<div><button aria-expanded="true"><h2>{}</h2></button></div>',
        '<h3><button>{} <span class="visually-hidden">Show this part</span></button></h3>',
        "<b>{}</b><br>",
        '<p class="MsoHeading7">{}</p>',
        '<p class="hdr">{}</p>',
        "<p><b>{}</b>:</p>",
        '<h2>{} <a href="#top">Top</a></h2>',
        '<h2>{} <small><a href="#contents">[back to top]</a></small></h2>',
    ],
)
def test_line_set_apart_as_old_pages_do_is_a_heading(tmp_path: Path, head: str) -> None:
    body = f"{head.format('On arrival')}<p>{FIRST}</p>{head.format('After discharge')}<p>{LAST}</p>"
    found = _html(tmp_path, body)
    assert found["Screen all adults within 4 hours."].heading_path == ("On arrival",)
    assert found["See the nurse within 7 days."].heading_path == ("After discharge",)


def test_larger_letters_of_a_font_stand_further_out_and_numbers_are_no_hindrance(tmp_path: Path) -> None:
    outer, inner = '<p><font size="4"><b>{}</b></font></p>', '<p><b><font size="3">{}</font></b></p>'
    body = f"{outer.format('1. Arrival')}{inner.format('1.1 Look')}<p>{FIRST}</p>{outer.format('2. Going home')}<p>{LAST}</p>"
    found = _html(tmp_path, body)
    assert found["Screen all adults within 4 hours."].heading_path == ("Arrival", "Look")
    assert found["See the nurse within 7 days."].heading_path == ("Going home",)


@pytest.mark.parametrize("words", ["Give 5 mg to all adults", "Stop when the results are known", "Adults are kept fasted"])
def test_bold_numbered_statement_stays_a_statement(tmp_path: Path, words: str) -> None:
    found = _html(tmp_path, f'<p><font size="4"><b>1. {words}</b></font></p><p>{FIRST}</p>')
    assert any(words in text for text in found)


@pytest.mark.parametrize("words", ["Changing the cast when the films are known", "Patients who are seen again"])
def test_verb_in_a_clause_of_a_large_numbered_name_states_nothing(tmp_path: Path, words: str) -> None:
    found = _html(tmp_path, f'<p><font size="4"><b>1. {words}</b></font></p><p>{FIRST}</p>')
    assert found["Screen all adults within 4 hours."].heading_path == (words,)


def test_bold_line_in_coloured_letters_above_a_break_heads_the_lines_below_it(tmp_path: Path) -> None:
    part = '<p><font size="2" color="#336699"><b>1.{} {}</b></font><br>\n<font size="2">{}</font></p>'
    found = _html(tmp_path, part.format(1, "On arrival", FIRST) + part.format(2, "After discharge", LAST))
    assert found["Screen all adults within 4 hours."].heading_path == ("On arrival",)
    assert found["See the nurse within 7 days."].heading_path == ("After discharge",)


def test_words_before_a_bold_word_or_behind_it_in_its_letters_are_of_its_sentence(tmp_path: Path) -> None:
    found = _html(tmp_path, f'<h2>Arrival</h2><p><font size="2"><b>Adults</b> need one look</font><br>{FIRST}</p>')
    assert found["Ask about the last fall and about earlier fractures in the same bone."].heading_path == ("Arrival",)


def test_title_in_the_largest_letters_stands_below_the_name_of_the_site(tmp_path: Path) -> None:
    name = '<tr><td bgcolor="#003366"><font size="5" color="#ffffff"><b>Hand Unit</b></font></td></tr>'
    head = '<font size="5"><b>Wrist fractures in the old</b></font><br>'
    head += '<font size="1"><a href="p.htm">Printer-friendly version</a></font>'
    places = " | ".join(
        f'<a href="#{place}">{words}</a>' for place, words in (("a", "On arrival"), ("b", "Pain relief"), ("c", "Later"))
    )
    body = "".join(
        f'<p><a name="{place}"></a><b>Part {place.upper()}</b></p><p>{words}</p>'
        for place, words in (("a", FIRST), ("b", LAST), ("c", FIRST))
    )
    page = f"<table>{name}<tr><td>{head}<table><tr><td><b>On this page:</b><br>{places}</td></tr></table>{body}</td></tr></table>"
    document, found = text_file(tmp_path, "page.htm", f"<html><title>Handbook of the Hand Unit</title><body>{page}</body></html>")
    assert document.source.title == "Wrist fractures in the old"
    assert not any("On this page" in text or "Printer" in text or "Hand Unit" in text for text in found)
    assert found["See the nurse within 7 days."].heading_path == ("Part B",)


def test_cry_in_capitals_at_the_top_of_a_frame_names_it_and_no_more(tmp_path: Path) -> None:
    cry = '<p align="center"><font size="3"><b>A COLD HAND IS AN EMERGENCY</b></font></p>'
    frame = f'<table border="3"><tr><td>{cry}<font size="2">{FIRST}</font></td></tr></table>'
    found = _html(tmp_path, f"<h2>On arrival</h2>{frame}<p>{LAST}</p>")
    assert found["Screen all adults within 4 hours."].heading_path == ("On arrival", "A COLD HAND IS AN EMERGENCY")
    assert found["See the nurse within 7 days."].heading_path == ("On arrival",)
    alone = _html(tmp_path, f"<h2>On arrival</h2>{cry}<p>{LAST}</p>")
    assert alone["See the nurse within 7 days."].heading_path == ("On arrival",)


def test_heading_that_folds_out_a_panel_is_said_once(tmp_path: Path) -> None:
    link = '<h3><a role="button" data-toggle="collapse" href="#p1">Signs</a></h3>'
    panel = f'<div id="p1" class="collapse" role="tabpanel"><p>{FIRST}</p></div>'
    found = _html(tmp_path, f"<h2>On arrival</h2><div>{link}{panel}</div><h2>After discharge</h2><p>{LAST}</p>")
    assert found["Screen all adults within 4 hours."].heading_path == ("On arrival", "Signs")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Best viewed with Netscape 4 at 1024 x 768", True),
        ("[ Home ] [ Up ] [ Fractures ] [ Plasters ]", True),
        ("You are viewing a print version of this page.", True),
        ("Was this useful?", True),
        ("Scaphoid fractures are best seen on a lateral view.", False),
        ("[Grade A] [Level 2] Apply the cast within 24 hours.", False),
    ],
)
def test_lines_of_old_sites(line: str, expected: bool) -> None:
    assert is_furniture(line) is expected


def test_bold_words_divided_by_the_word_processor_are_one_heading(tmp_path: Path) -> None:
    found = _html(tmp_path, f"<p><b><span>On </span></b><b><span>arrival</span></b></p><p>{FIRST}</p>")
    assert found["Screen all adults within 4 hours."].heading_path == ("On arrival",)


def test_bold_words_inside_a_line_and_a_link_away_are_no_headings(tmp_path: Path) -> None:
    found = _html(
        tmp_path, f'<p><b>On arrival</b> staff wash their hands.</p><p><a href="b.htm">After discharge</a></p><p>{LAST}</p>'
    )
    assert found["See the nurse within 7 days."].heading_path == ()


def test_table_of_headings_and_texts_is_read_as_sections(tmp_path: Path) -> None:
    table = "<table><tr><th>{}</th></tr><tr><td><p>{}</p></td></tr></table>"
    found = _html(tmp_path, table.format("On arrival", FIRST) + table.format("After discharge", LAST))
    assert found["See the nurse within 7 days."].heading_path == ("After discharge",)
    rows = f"<tr><td colspan=2><b>On arrival</b></td></tr><tr><td></td><td>{FIRST}</td></tr>"
    found = _html(tmp_path, f"<table>{rows}</table>")
    assert found["Screen all adults within 4 hours."].heading_path == ("On arrival",)


def test_table_of_values_below_one_head_stays_a_table(tmp_path: Path) -> None:
    found = _html(
        tmp_path, "<table><tr><th>Cast</th></tr><tr><td>Below the elbow</td></tr><tr><td>Above the elbow</td></tr></table>"
    )
    assert not any(one.heading_path for one in found.values())


def test_outline_that_is_most_of_a_page_gives_headings_and_a_list_in_a_text_gives_none(tmp_path: Path) -> None:
    items = "".join(
        f"<li><b>{name}</b><p>{text}</p></li>" for name, text in (("On arrival", FIRST), ("Casts", LAST), ("Later", FIRST))
    )
    found = _html(tmp_path, f"<ol>{items}</ol>")
    assert found["See the nurse within 7 days."].heading_path == ("Casts",)
    long = "<p>" + "The ward keeps a list of all casts that were put on in the last month. " * 12 + "</p>"
    found = _html(tmp_path, f"{long}<ol>{items}</ol>")
    assert found["See the nurse within 7 days."].heading_path == ()


def test_table_that_places_a_menu_beside_the_text_is_no_row(tmp_path: Path) -> None:
    menu = '<td><a href="a.htm">Home</a><br><a href="b.htm">Policies</a><br><a href="c.htm">Phone list</a></td>'
    text = f"<td><p>{FIRST}</p><p>{LAST}</p><ul><li>Paracetamol 1 g is given.</li></ul></td>"
    assert "Paracetamol 1 g is given." in _html(tmp_path, f"<table><tr>{menu}{text}</tr></table>")


# Tables


@pytest.mark.parametrize("nothing", ["Nil", "–", "n/a"])
def test_nothing_as_a_value_is_what_a_row_says_and_no_name_of_the_rows_below(nothing: str) -> None:
    grid = [["Potassium (mmol/L)", "In each litre"], ["Above 5.5", nothing], ["3.5 to 5.5", "40 mmol"]]
    assert [piece.role for piece in table_pieces(grid, heads=1)] == [Role.ROW, Role.ROW]


def test_row_without_further_cells_names_the_rows_below() -> None:
    grid = [["Drug", "Dose"], ["Adults", ""], ["Alvorin", "5 mg"]]
    assert [piece.role for piece in table_pieces(grid, heads=1)] == [Role.GROUP, Role.ROW]


def _cell(*lines: str) -> str:
    words = [
        Word(text=text, x0=10 + 40 * place, x1=40 + 40 * place, top=12 * number, bottom=12 * number + 10, size=10)
        for number, line in enumerate(lines)
        for place, text in enumerate(line.split())
    ]
    return cell_text(words)


@pytest.mark.parametrize(
    ("lines", "text"), [(("Ambe", "r"), "Amber"), (("Dose", "mg"), "Dose mg"), (("Give", "to adults"), "Give to adults")]
)
def test_word_torn_by_a_narrow_column_is_put_together(lines: tuple[str, ...], text: str) -> None:
    assert _cell(*lines) == text


# PDF


def _pdf(folder: Path, page: Page) -> dict[str, Statement]:
    return statements_of(parse_file(write_pdf(folder / "file.pdf", [page])))


def test_words_of_a_line_set_to_full_width_keep_their_order(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Home visits", size=18, font="Helvetica-Bold")
    lines = (
        ((40, "Visit"), (82, "the"), (116, "home"), (160, "within"), (206, "14"), (232, "days"), (270, "of")),
        ((40, "the"), (74, "diagnosis"), (139, "of"), (165, "the"), (199, "first"), (240, "index"), (275, "case")),
        ((40, "and"), (74, "weigh"), (120, "each"), (160, "child"), (200, "in"), (226, "the"), (258, "house.")),
    )
    for number, line in enumerate(lines):
        for x, word in line:
            page.text(x, 80 + 14 * number, word)
    assert "Visit the home within 14 days of the diagnosis of the first index case and weigh each child in the house." in _pdf(
        tmp_path, page
    )


def test_note_at_the_foot_stands_under_the_text_that_calls_it_and_a_source_under_none(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "Wrist fractures", size=20, font="Helvetica-Bold")
    page.text(40, 80, "Casts", size=14, font="Helvetica-Bold")
    page.text(40, 104, "A cast below the elbow is enough for adults.")
    page.text(249, 102, "1", size=6)
    page.text(40, 140, "Follow-up", size=14, font="Helvetica-Bold")
    page.paragraph(40, 164, "See the nurse within 7 days. " * 3, width=420)
    page.text(40, 700, "1. Four trials of 310 adults found no gain of a longer cast.", size=7)
    page.text(40, 712, "2. Roe A, Tamm J. Casts in adults. Bone J 2019;44:210-8.", size=7)
    found = _pdf(tmp_path, page)
    assert found["Four trials of 310 adults found no gain of a longer cast."].heading_path == ("Casts",)
    assert not any("Roe" in text for text in found)


def test_grade_of_an_advice_stays_with_it() -> None:
    for grade in ("(S, B)", "[1A]", "(IIa, C)"):
        text = f"Do not repeat the film. Remove the cast after 5 weeks. {grade}"
        parts = [text[start:end] for start, end in split_sentences(text)]
        assert parts == ["Do not repeat the film.", f"Remove the cast after 5 weeks. {grade}"]
    assert len(split_sentences("Remove the cast after 5 weeks. (Splints stay on.)")) == 2


# Wordings


@pytest.mark.parametrize(
    "line",
    [
        "Writing committee: Dr A. Roe (chair), Prof J. Tamm",
        "Produced by the Cast Pathway Group: A. Roe, J. Tamm",
        "Some rights reserved.",
        "The mention of specific companies does not imply that they are endorsed.",
        "Please complete the feedback form before you leave",
        "a.roe@casts.example",
    ],
)
def test_who_made_a_paper_and_its_imprint_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ["The working group: adults who lift", "Complete the course of tablets before the review."])
def test_matter_in_like_words_is_none(line: str) -> None:
    assert not is_furniture(line)


def test_source_of_a_figure_is_told_from_advice_on_sources() -> None:
    assert is_run_in_list("Source: National Fracture Audit 2022, 214 patients")
    assert not is_run_in_list("Source: look for an infected wound before giving antibiotics.")


@pytest.mark.parametrize(
    ("named", "saved"),
    [
        ("iso-8859-1", "utf-8"),
        ("windows-1252", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("shift_jis", "shift_jis"),
        ("utf-8", "utf-8"),
    ],
)
def test_letters_of_a_page_are_those_it_was_saved_in_whatever_its_head_says(tmp_path: Path, named: str, saved: str) -> None:
    said = "ヘパリンを30分で 5 mL 投与する。" if named == "shift_jis" else "Déle 5 µg al día, según la función renal."
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={named}"><title>Gota</title>'
    page = f"<html><head>{head}</head><body><h1>Gota</h1><p>{said}</p><p>{said}</p></body></html>"
    path = tmp_path / "gota.html"
    path.write_bytes(page.encode(saved))
    assert said in parse_file(path).text
