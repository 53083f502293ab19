"""Words that stand in front of a text and head nothing: kinds of boxes; and lines that are said of the page or by its readers."""

from pathlib import Path

import docx
import pytest
from cut_files import text_file
from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.parse.choose import parse_file
from ingest.parse.furniture import is_furniture
from ingest.parse.opening import set_opening_aside
from ingest.parse.pieces import Piece, Role
from ingest.parse.speakers import set_speakers_aside

WORDS = (
    "Staff record the decision in the notes and tell the patient about the plan, because most errors of this kind happen when"
    " wards hand over to each other at the change of shifts."
)
SLING = "Take the sling off for a wash once a day."
AFTER = "Most people drive again after six weeks."


def _html(folder: Path, body: str) -> dict[str, Statement]:
    page = f"<html><body><main><h1>A broken collarbone</h1><p>{WORDS}</p>{body}</main></body></html>"
    return text_file(folder, "page.html", page)[1]


# Kinds of boxes


@pytest.mark.parametrize("label", ["<h4>Top tip</h4>", "<p><strong>Remember</strong></p>", "<p><b>⚠️ Warning</b></p>"])
@pytest.mark.parametrize("box", ['<div class="remember">{}</div>', "<aside class=tip>{}</aside>", "<blockquote>{}</blockquote>"])
def test_kind_of_a_box_stands_before_what_the_box_says(tmp_path: Path, label: str, box: str) -> None:
    inside = box.format(f"{label}<p>{SLING} Keep the elbow bent.</p>")
    found = _html(tmp_path, f"<h2>At home</h2><p>Ask yourself:</p><ul><li>Who helps you?</li></ul>{inside}<p>{AFTER}</p>")
    kind = found[SLING].lead_in.strip("⚠️ ")
    assert kind in {"Top tip", "Remember", "Warning"}
    assert found["Keep the elbow bent."].lead_in == found[SLING].lead_in
    assert found[SLING].heading_path == ("At home",)
    assert (found[AFTER].heading_path, found[AFTER].lead_in) == (("At home",), "")


def test_list_below_a_box_does_not_stand_behind_its_kind(tmp_path: Path) -> None:
    box = f'<div class="tip"><p><b>Top tip</b></p><p>{SLING}</p></div>'
    found = _html(tmp_path, f"<h2>At home</h2>{box}<ul><li>Sleep on your back for a week.</li></ul>")
    assert found["Sleep on your back for a week."].lead_in == ""


def test_box_with_a_heading_of_its_own_keeps_that(tmp_path: Path) -> None:
    box = f'<div class="tip"><p><b>Top tip</b></p><h4>Washing</h4><p>{SLING}</p></div>'
    found = _html(tmp_path, f"<h2>At home</h2>{box}<p>{AFTER}</p>")
    assert found[SLING].heading_path == ("At home", "Washing")
    assert found[AFTER].heading_path == ("At home",)


def test_kind_of_a_framed_box_of_a_pdf_stands_before_it_and_leaves_the_section_as_it_is(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "A broken collarbone", size=20, font="Helvetica-Bold")
    page.text(40, 76, "At home", size=12, font="Helvetica-Bold")
    page.paragraph(40, 98, f"{WORDS} " * 3, width=500)
    page.box(40, 180, 540, 230, "0.93 g")
    page.text(48, 186, "Top tip", size=12, font="Helvetica-Bold")
    page.text(48, 206, SLING, size=10)
    page.text(40, 245, AFTER, size=10)
    found = {one.text: one for one in cut(parse_file(write_pdf(tmp_path / "a.pdf", [page])))[1]}
    assert (found[SLING].heading_path, found[SLING].lead_in) == (("At home",), "Top tip")
    assert (found[AFTER].heading_path, found[AFTER].lead_in) == (("At home",), "")


# What is said of the page, and by its readers


@pytest.mark.parametrize("line", ["anna_b · 3 weeks ago", "Jo (moderator) • 2 days ago", "Posted by Lee – an hour ago"])
def test_who_posted_and_when_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["The rash began 3 weeks ago", "Surgery – within the last year, or 3 weeks ago in children.", "Long ago"]
)
def test_what_happened_some_time_ago_is_none(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize("behind", ["– Ana, Leeds, on our forum", "— Ana Ruel, 54", "- Ana from Leeds"])
def test_who_said_a_quotation_is_set_aside_with_it(behind: str) -> None:
    said = Piece(role=Role.FURNITURE, text="“I wore my sling for six weeks and slept badly in it.”")
    assert set_speakers_aside([said, Piece(role=Role.PARAGRAPH, text=behind)])[1].role is Role.FURNITURE


@pytest.mark.parametrize("above", ["Give one of:", "“Sling” means a broad arm sling."])
def test_dash_before_an_item_is_no_speaker(above: str) -> None:
    item = Piece(role=Role.PARAGRAPH, text="– Ibuprofen, with food")
    assert set_speakers_aside([Piece(role=Role.PARAGRAPH, text=above), item])[1].role is Role.PARAGRAPH


def test_way_back_is_no_word_of_the_paragraph_before_it_and_a_step_to_go_back_to_is(tmp_path: Path) -> None:
    body = (
        f"<h2>At home</h2><p>{SLING} <a href='#top'>Return to recommendations</a></p><p><a href='#top'>Back to contents</a></p>"
        "<p>If the arm is numb, <a href='#s2'>return to step 2</a>.</p><p>Numb again? <a href='#s2'>Return to step 2</a></p>"
    )
    found = _html(tmp_path, body)
    assert SLING in found
    assert not any("recommendations" in text or "contents" in text for text in found)
    assert "If the arm is numb, return to step 2." in found
    assert any("Return to step 2" in text for text in found)


def test_whom_a_guideline_covers_stays_behind_a_sentence_on_rights(tmp_path: Path) -> None:
    rights = "People have the right to be involved in discussions and make informed decisions about their care."
    covers = "This guideline covers adults with a collarbone broken in one place, but not those who broke a rib as well."
    found = _html(tmp_path, f"<h2>At home</h2><p>{rights} {covers}</p>")
    assert covers in found
    assert rights not in found


# The list of what a chapter holds, and its title


def _chapter(folder: Path, *heads: tuple[str, int], title: str = "") -> tuple[Document, dict[str, Statement]]:
    word = docx.Document()
    word.core_properties.title = title
    word.add_paragraph("CHAPTER 9")
    for number, (words, level) in enumerate(heads):
        word.add_heading(words, level)
        if number == 0:
            word.add_paragraph().add_run("In this chapter").bold = True
            for other, _ in heads[1:]:
                word.add_paragraph(other)
            word.add_paragraph("One in 20 fractures is of the collarbone.")
        else:
            word.add_paragraph(f"{SLING[:-1]} in week {number}.")
    word.save(str(folder / "Handbook_Ch9.docx"))
    document = parse_file(folder / "Handbook_Ch9.docx")
    return document, {one.text: one for one in cut(document)[1]}


HEADS = (("Collarbones", 1), ("The first day", 2), ("Slings", 2), ("Going back to sport", 2))


def test_only_heading_of_the_first_level_is_the_title_and_its_list_of_parts_heads_nothing(tmp_path: Path) -> None:
    document, found = _chapter(tmp_path, *HEADS)
    assert document.source.title == "Collarbones"
    assert found["One in 20 fractures is of the collarbone."].heading_path == ()
    assert found["Take the sling off for a wash once a day in week 2."].heading_path == ("Slings",)
    assert not any("CHAPTER" in text or text == "Slings" for text in found)


@pytest.mark.parametrize(
    ("heads", "title"),
    [
        ((("Introduction", 1), *HEADS[1:]), ""),
        (HEADS, "Handbook of trauma"),
        ((("Collarbones", 1), *HEADS[1:3], ("Ribs", 1)), ""),
    ],
    ids=["names a part", "another is stated", "one of two"],
)
def test_first_heading_that_is_no_title_stays_a_heading(tmp_path: Path, heads: tuple[tuple[str, int], ...], title: str) -> None:
    found = _chapter(tmp_path, *heads, title=title)[1]
    assert found["Take the sling off for a wash once a day in week 1."].heading_path == (heads[0][0], "The first day")


def test_sources_on_a_slide_are_none_of_it_however_small_their_head(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 40, "A broken collarbone", size=24, font="Helvetica-Bold")
    for number in range(6):
        page.text(40, 100 + 30 * number, f"• {SLING[:-1]} in week {number + 1}.", size=15)
    page.text(40, 330, "References", size=8, font="Helvetica-Bold")
    page.text(40, 342, "1. Moor ward audit of slings 2023. 2. Ruel A et al. Slings or straps. J Limb 2021.", size=8)
    found = [one.text for one in cut(parse_file(write_pdf(tmp_path / "a.pdf", [page])))[1]]
    assert len(found) == 6


# Tabs, cards and cries of a page


@pytest.mark.parametrize("toggle", ['data-bs-toggle="tab"', 'data-toggle="pill"'])
def test_tabs_of_a_design_system_head_their_panels(tmp_path: Path, toggle: str) -> None:
    bar = "".join(f'<li><a class="nav-link" {toggle} href="#{name}">{name.title()}</a></li>' for name in ("early", "late"))
    panes = (
        f'<div class="tab-pane" id="early"><p>{SLING}</p></div><div class="tab-pane" id="late"><h3>Sport</h3><p>{AFTER}</p></div>'
    )
    found = _html(tmp_path, f'<ul class="nav nav-tabs">{bar}</ul><div class="tab-content">{panes}</div>')
    assert found[SLING].heading_path == ("Early",)
    assert found[AFTER].heading_path == ("Late", "Sport")


def _cards(link: str, count: int = 3) -> str:
    said = '<h5 class="card-title">Part {0}</h5><p>What our ward number {0} is like.</p>'
    card = f'<div class="col"><div class="card">{said}{{1}}</div></div>'
    return f"<div class=row>{''.join(card.format(number, link.format(number)) for number in range(count))}</div>"


def test_cards_that_end_in_a_way_to_more_are_teasers(tmp_path: Path) -> None:
    text = "".join(f"<p>{SLING[:-1]} in week {number}.</p>" for number in range(12))
    found = _html(tmp_path, f"<h2>At home</h2>{text}{_cards('<a href=/p{0}>Learn more</a>')}")
    assert not any("our ward number" in one for one in found)


@pytest.mark.parametrize("link", ["", "<a href=#p{0}>Learn more</a>", "<a href=/p{0}>Ring the fracture clinic about it</a>"])
def test_cards_with_no_way_to_more_stay(tmp_path: Path, link: str) -> None:
    text = "".join(f"<p>{SLING[:-1]} in week {number}.</p>" for number in range(12))
    found = _html(tmp_path, f"<h2>At home</h2>{text}{_cards(link)}")
    assert any("our ward number 1" in one for one in found)


@pytest.mark.parametrize(
    "line", ["Review date", "Book your free first call today.", "Shared by the ward · last edit was 3 days ago"]
)
def test_lines_of_forms_and_sites_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["Book a repeat blood test for next week.", "Review the dose on that date.", "Book your scan within two weeks."]
)
def test_advice_to_book_or_review_is_none(line: str) -> None:
    assert not is_furniture(line)


def test_label_of_a_box_with_a_small_picture_is_no_sentence(tmp_path: Path) -> None:
    box = f"<table><tr><td><p><b>💡 Practice point</b></p><p>{SLING}</p></td></tr></table>"
    found = _html(tmp_path, f"<h2>At home</h2><p>Rest first.</p>{box}<p>{AFTER}</p>")
    assert "Practice point" in found[SLING].heading_path[-1]
    assert found[AFTER].heading_path == ("At home",)


@pytest.mark.parametrize(("cry", "is_kept"), [("Mind your shoulder!", False), ("Rest for 2 weeks, then move it by 30%!", True)])
def test_cry_below_a_title_heads_nothing(cry: str, is_kept: bool) -> None:
    pieces = [Piece(role=Role.HEADING, text=cry, level=2), Piece(role=Role.HEADING, text="At home", level=2)]
    rest = [Piece(role=Role.PARAGRAPH, text=SLING)]
    assert (set_opening_aside([*pieces, *rest])[0].role is Role.HEADING) is is_kept
    alone = set_opening_aside([pieces[0], *rest])
    assert alone[0].role is Role.HEADING
