"""Saved pages in the shapes that publishers give them: what is the article, and what the page says of itself."""

from datetime import date
from pathlib import Path

import pytest

from ingest.chunk import cut
from ingest.documents import Document, SourceAudience, SourceKind
from ingest.parse.rich import parse_rich

RUNNING = (
    "<p>Staff record the decision in the notes and tell the patient about the plan, because most errors of this kind happen"
    " when wards hand over to each other.</p>"
)


def _read(path: Path, body: str, head: str = "") -> tuple[Document, list[str]]:
    page = path / "page.html"
    page.write_text(f"<html lang=en><head><title>Gout</title>{head}</head><body>{body}</body></html>", encoding="utf-8")
    document = parse_rich(page)
    return document, [one.text for one in cut(document)[1]]


def test_recommendation_is_said_without_its_number_and_a_dose_keeps_its_own(tmp_path: Path) -> None:
    body = "<h1>Gout</h1><h2>1.2 Flares</h2><p><span>1.2.1 </span>Offer an NSAID.</p><p>1.5 mL is the dose.</p>"
    _, texts = _read(tmp_path, body)
    assert texts == ["Offer an NSAID.", "1.5 mL is the dose."]


def test_page_that_calls_itself_a_guideline_is_one_for_clinicians_though_it_says_your(tmp_path: Path) -> None:
    body = f"<div><span>NICE guideline</span></div><main><h1>Gout</h1><p>Decide on your care together.</p>{RUNNING}</main>"
    document, _ = _read(tmp_path, body)
    assert (document.source.kind, document.source.audience) == (SourceKind.GUIDELINE, SourceAudience.CLINICIAN)


def test_article_of_a_journal_is_research(tmp_path: Path) -> None:
    head = '<meta name="citation_journal_title" content="A Journal"><meta name="citation_publication_date" content="2021 Mar 5">'
    document, _ = _read(tmp_path, f"<h1>Gout</h1>{RUNNING}", head)
    assert (document.source.kind, document.source.published) == (SourceKind.RESEARCH, date(2021, 3, 5))


@pytest.mark.parametrize(
    "line",
    [
        "<p><a href='/book'>Request an appointment</a></p>",
        "<div><a href='/a'>Previous</a><a href='/b'>Next: Diet</a></div>",
        "<p>There is a problem with information submitted for this request.</p>",
        "<p>Author: A Person, MD; Chief Editor: B Other, MD</p>",
        "<p>Page last reviewed: 8 February 2022 Next review due: 8 February 2025</p>",
        "<p>Keywords: urate, crystals</p>",
        "<div class='sections-nav'><p>Overview</p></div>",
        "<div id='rightcol'><p>Fast quiz about joints</p></div>",
    ],
)
def test_way_through_the_page_is_no_statement(tmp_path: Path, line: str) -> None:
    _, texts = _read(tmp_path, f"<h1>Gout</h1><h2>Flares</h2>{RUNNING}{line}{RUNNING}")
    assert len(texts) == 2


def test_link_that_is_an_item_of_a_list_stays_a_statement(tmp_path: Path) -> None:
    body = f"<h1>Gout</h1>{RUNNING}<p>First choices are:</p><ul><li><a href='/n'>Naproxen</a></li><li>Colchicine</li></ul>"
    _, texts = _read(tmp_path, body)
    assert texts[1:] == ["Naproxen", "Colchicine"]


def test_byline_and_journal_between_title_and_text_are_set_aside_and_the_first_sentence_is_not(tmp_path: Path) -> None:
    above = "<p>J Joints. 2021 Mar 5;12(3):45–56. doi: 10.1/x</p>"
    body = f"{above}<h1>Gout</h1><p>A Person, B Other</p><p>Gout is common.</p><h2>Flares</h2>{RUNNING}"
    _, texts = _read(tmp_path, body)
    assert texts[0] == "Gout is common."


def test_reference_list_is_known_by_its_name_where_no_heading_tells(tmp_path: Path) -> None:
    body = (
        f"<h1>Gout</h1>{RUNNING}<div class='references'><ol><li>Roe A. Urate. J Joints. 2017;60:1566.</li>"
        f"<li>Doe B. Crystals. Joints Today. 2018;17:90.</li></ol></div>{RUNNING}"
    )
    document, texts = _read(tmp_path, body)
    assert [entry.year for entry in document.references] == [2017, 2018]
    assert len(texts) == 2


def test_day_that_stands_alone_dates_the_page_where_nothing_else_does(tmp_path: Path) -> None:
    body = f"<h1>Gout</h1><p class=stamp>4 December 2023</p>{RUNNING}"
    document, texts = _read(tmp_path, body)
    assert document.source.published == date(2023, 12, 4)
    assert len(texts) == 1


def test_list_that_a_word_processor_saved_as_paragraphs_is_a_list(tmp_path: Path) -> None:
    body = f"<h1>Gout</h1>{RUNNING}<p><span>·<span>&nbsp;&nbsp; </span></span>Give 15 g of glucose.</p>"
    document, texts = _read(tmp_path, body)
    assert texts[1] == "Give 15 g of glucose."
    assert cut(document)[1][1].kind.value == "bullet"


def test_head_of_a_column_on_two_lines_is_one_head(tmp_path: Path) -> None:
    table = "<table><tr><th>Drug</th><th>Dose<br>(n = 12)</th></tr><tr><td>Naproxen</td><td>500 mg</td></tr></table>"
    _, texts = _read(tmp_path, f"<h1>Gout</h1>{RUNNING}{table}")
    assert texts[1] == "Naproxen — dose (n = 12): 500 mg"


def test_first_line_without_a_stop_that_gives_a_dose_is_kept(tmp_path: Path) -> None:
    _, texts = _read(tmp_path, f"<h1>Gout</h1><p>Naproxen 500 mg twice daily</p><h2>Flares</h2>{RUNNING}")
    assert texts[0] == "Naproxen 500 mg twice daily"
