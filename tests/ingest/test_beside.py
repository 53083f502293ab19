"""Web pages with badges in headings, boxes and columns beside the text, white heads, and titles that name the site first."""

from pathlib import Path

import pytest

from ingest.chunk import cut
from ingest.documents import Document
from ingest.parse.furniture import is_furniture
from ingest.parse.html.page import parse_html
from ingest.parse.zones import Zone, zone_of


def read(body: str, head: str = "<title>Bladder care</title>") -> Document:
    page = f"<html><head>{head}</head><body><main><h1>Bladder care</h1>{body}</main></body></html>"
    return parse_html(page.encode(), path=Path("page.html"))


def paths(body: str) -> dict[str, tuple[str, ...]]:
    return {one.text: one.heading_path for one in cut(read(body))[1]}


def test_badge_behind_a_heading_is_none_of_its_words_and_is_kept_aside() -> None:
    document = read(
        '<h2>Oxybutynin <span class="tag tag--red">Restricted</span></h2><p>Oxybutynin 5 mg is taken at night.</p>'
        '<h2><span class="label">Box 2.</span> Catheters</h2><p>A catheter is changed every 12 weeks.</p>'
    )
    assert [section.heading_path for section in document.sections] == [("Oxybutynin",), ("Box 2. Catheters",)]
    assert "Restricted" in {document.text[span.start : span.end] for span in document.furniture}


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ('<span class="number">1</span>Oxybutynin', "Oxybutynin"),
        ("<b>CD4</b>Lymphocytes", "CD4Lymphocytes"),
        ('<i class="n">3</i>rd dose', "3rd dose"),
    ],
)
def test_number_in_a_box_before_a_heading_is_apart_from_its_words(head: str, wanted: str) -> None:
    second = '<h2><span class="number">2</span>Catheters</h2><p>A catheter is changed every 12 weeks.</p>'
    found = paths(f"<h2>{head}</h2><p>Oxybutynin 5 mg is taken at night.</p>{second}")
    assert found["Oxybutynin 5 mg is taken at night."] == (wanted,)


def test_who_spoke_the_words_of_a_quotation_says_nothing() -> None:
    quoted = "<blockquote><p>“I wake up twice and go.”</p><cite>Ana, treated since 2016</cite></blockquote>"
    found = paths(f"<h2>At night</h2><p>Drink less after six.</p>{quoted}<p>Flush the tube: <cite>never</cite></p>")
    assert "Ana, treated since 2016" not in found
    assert found["Flush the tube: never"] == ("At night",)


BOX = (
    '<div class="callout"><p class="callout__title"><strong>Blocked catheter</strong></p>'
    "<p>Flush it with 50 mL of saline.</p></div>"
)


def test_box_with_its_own_name_stands_beside_the_part_above_it() -> None:
    found = paths(
        f"<h2>Catheters</h2><h3>Bag</h3><p>The bag is emptied at two thirds.</p>{BOX}<h2>Diet</h2><p>Drink 2 L a day.</p>"
    )
    assert found["Flush it with 50 mL of saline."] == ("Catheters", "Blocked catheter")
    assert found["Drink 2 L a day."] == ("Diet",)


def test_box_inside_a_part_that_is_marked_as_such_stands_within_it() -> None:
    found = paths(f"<h2>Catheters</h2><section><h3>Bag</h3><p>The bag is emptied at two thirds.</p>{BOX}</section>")
    assert found["Flush it with 50 mL of saline."] == ("Catheters", "Bag", "Blocked catheter")


def test_headings_of_columns_reach_no_further_than_their_column() -> None:
    columns = "".join(
        f'<div class="page-column"><h4>{name}</h4><ul><li>{text}</li></ul></div>'
        for name, text in (("By day", "Go every 3 hours."), ("By night", "Stop drinking at 18:00."))
    )
    found = paths(f"<h2>Training</h2><div>{columns}</div><p>Keep a diary for 3 days.</p>")
    assert found["Stop drinking at 18:00."] == ("Training", "By night")
    assert found["Keep a diary for 3 days."] == ("Training",)


def test_white_heads_on_a_dark_row_are_read_and_white_words_on_white_are_not() -> None:
    def rows(behind: str) -> list[tuple[str, ...]]:
        head = f'<tr style="{behind}color:#fff"><td><b>Drug</b></td><td><b>Dose</b></td></tr>'
        body = "<tr><td>Mirabegron</td><td>50 mg</td></tr><tr><td>Solifenacin</td><td>5 mg</td></tr>"
        document = read(f"<h2>Doses</h2><p>Doses are for adults.</p><table>{head}{body}</table>")
        return [cell for section in document.sections for block in section.blocks for cell in block.cells]

    assert ("Dose", "50 mg") in rows("background:#003366;")
    assert ("Dose", "50 mg") not in rows("")


@pytest.mark.parametrize(
    ("title", "door", "wanted"),
    [
        ("Fenwater Formulary | Chapter 7 | Mirabegron", "Fenwater Formulary", "Mirabegron"),
        ("Fenwater Formulary | Bladder drugs | Chapter 7", "Fenwater Formulary", "Bladder drugs"),
        ("Mirabegron | Chapter 7 | Fenwater Formulary", "Home", "Mirabegron | Chapter 7"),
    ],
)
def test_title_behind_the_name_of_the_site_is_found(title: str, door: str, wanted: str) -> None:
    page = (
        f'<html><head><title>{title}</title></head><body><header><a href="/">{door}</a></header><main>'
        "<h2>Bladder drugs</h2><p>Mirabegron 50 mg is taken once a day with or without food.</p></main></body></html>"
    )
    assert parse_html(page.encode(), path=Path("page.html")).source.title == wanted


@pytest.mark.parametrize(
    "line",
    [
        "This guideline was prepared with the help of the Western Continence Group",
        "Consultation closed 3 May 2022; 12 comments were received.",
        "Dr Moss received speaker fees from Urex Ltd.",
        "Photograph courtesy of the Harbour clinic",
        "“I sleep right through!” – Ruth, 77",
        "Queries about this policy: bladder.team@fenwater.example",
        "cc: Ward managers, Stores",
        "Bladder diary for patients (PDF, 120 KB)",
        "Scan the QR code for the video",
        "KEYWORDS bladder, catheters, infection",
    ],
)
def test_what_a_paper_says_of_its_making_is_set_aside(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "This information was given with the first dose by the ward nurse.",
        "Scan the bladder after voiding; above 300 mL a catheter is passed.",
        "Patients who received travel vaccines wait for 4 weeks.",
        "Key word lists test attention, memory and speech.",
        "“Sleepy” – score 1, weight 50",
        "Take the tablet with food (see the chart below)",
    ],
)
def test_words_like_them_that_treat_patients_stay(line: str) -> None:
    assert not is_furniture(line)


def test_headings_of_a_documents_making_open_no_part_of_its_text() -> None:
    assert {zone_of(words) for words in ("Document history", "Author Disclosures", "ORCID iDs", "Article history")} == {
        Zone.NOTICE
    }
    assert zone_of("References and distribution list") is Zone.REFERENCES
    assert zone_of("History") is None
    assert zone_of("Family history and control of symptoms") is None
