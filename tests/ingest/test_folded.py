# ruff: noqa: E501 - markup reads better on one line
"""Saved pages that fold text away, set boxes into it or were written in a word processor: what is read, and where it stands."""

from datetime import date
from pathlib import Path

import pytest

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.parse.choose import parse_file
from ingest.parse.dates import find_dates
from ingest.parse.furniture import is_furniture, split_furniture
from ingest.parse.zones import zone_of

RUNNING = (
    "<p>Staff record the decision in the notes and tell the patient about the plan, because most errors of this kind happen"
    " when wards hand over to each other.</p>"
)
DOSE = "Give colchicine 0.5 mg twice daily."


def _read(path: Path, body: str) -> tuple[Document, dict[str, Statement]]:
    page = path / "page.html"
    page.write_text(
        f"<html lang=en><head><style>.shut{{display:none}}</style></head><body>{body}</body></html>", encoding="utf-8"
    )
    document = parse_file(page)
    return document, {one.text: one for one in cut(document)[1]}


FOLDS = {
    "button in a heading": f"<h3><button aria-expanded=false>Flares</button></h3><div hidden><p>{DOSE}</p></div>",
    "role of a heading": f"<div role=heading aria-level=3><button>Flares</button></div><div class=shut><p>{DOSE}</p></div>",
    "panel named by a link": f"<h3>Flares</h3><a data-toggle=collapse href='#f'>Show</a><br><div id=f class=shut><p>{DOSE}</p></div>",
    "panel named as one": f"<h3 class=ui-accordion-header>Flares</h3><div class=ui-accordion-content style='display:none'>{DOSE}</div>",
    "tab": f"<ul role=tablist><li><a role=tab href='#t'>Flares</a></li></ul><div id=t role=tabpanel hidden><h3>Flares</h3>{DOSE}</div>",
    "details": f"<details><summary>Flares</summary><p>{DOSE}</p></details>",
}


@pytest.mark.parametrize("fold", FOLDS.values(), ids=FOLDS.keys())
def test_what_a_control_folds_out_is_read_under_its_heading(tmp_path: Path, fold: str) -> None:
    document, statements = _read(tmp_path, f"<h1>Gout</h1>{RUNNING}<h2>Treatment</h2>{fold}")
    assert statements[DOSE].heading_path == ("Treatment", "Flares")
    assert not document.quarantine


def test_what_no_control_folds_out_stays_hidden(tmp_path: Path) -> None:
    document, statements = _read(tmp_path, f"<h1>Gout</h1>{RUNNING}<h2>Flares</h2><div class=shut><p>{DOSE}</p></div>")
    assert DOSE not in statements
    assert len(document.quarantine) == 1


def test_pale_letters_below_a_button_stay_hidden(tmp_path: Path) -> None:
    pale = f"<h3><button>Flares</button></h3><div style='color:#fff'><p>{DOSE}</p></div>"
    assert DOSE not in _read(tmp_path, f"<h1>Gout</h1>{RUNNING}{pale}")[1]


def test_text_in_the_shadow_of_an_element_is_read(tmp_path: Path) -> None:
    shadow = f"<dose-box><template shadowrootmode=open><p>{DOSE}</p></template></dose-box>"
    assert DOSE in _read(tmp_path, f"<h1>Gout</h1>{RUNNING}{shadow}")[1]


def test_bold_line_in_a_list_item_leads_the_item_and_ends_with_it(tmp_path: Path) -> None:
    items = f"<ul><li><p><b>Days 1 to 3</b></p><p>{DOSE}</p></li><li><p><b>Day 4</b></p><ul><li>Stop it.</li></ul></li></ul>"
    _, statements = _read(tmp_path, f"<h1>Gout</h1><h2>Flares</h2>{RUNNING}{items}<p>Drink water.</p>")
    assert (statements[DOSE].lead_in, statements[DOSE].heading_path) == ("Days 1 to 3", ("Flares",))
    assert statements["Stop it."].lead_in == "Day 4"
    assert (statements["Drink water."].lead_in, statements["Drink water."].heading_path) == ("", ("Flares",))


BOXES = {
    "section": f"<section><h3>Key point</h3><p>{DOSE}</p></section>",
    "box by its class": f"<div class='callout'><h3>Key point</h3><p>{DOSE}</p></div>",
    "details": f"<details><summary>Key point</summary><p>{DOSE}</p></details>",
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES.keys())
def test_heading_in_a_box_does_not_reach_below_the_box(tmp_path: Path, box: str) -> None:
    _, statements = _read(tmp_path, f"<h1>Gout</h1><h2>Flares</h2>{RUNNING}{box}<p>Drink water.</p>")
    assert statements[DOSE].heading_path == ("Flares", "Key point")
    assert statements["Drink water."].heading_path == ("Flares",)


def test_heading_in_a_wrapper_of_its_own_reaches_the_text_below(tmp_path: Path) -> None:
    _, statements = _read(tmp_path, f"<h1>Gout</h1>{RUNNING}<section><h2>Flares</h2></section><p>{DOSE}</p>")
    assert statements[DOSE].heading_path == ("Flares",)


def test_page_of_a_word_processor_has_its_title_in_a_paragraph_and_its_comments_are_no_text(tmp_path: Path) -> None:
    comment = "<div><p><a href='#cmnt_ref1' id=cmnt1>[a]</a><span>Ann: ask Bo whether 5 mg is right for the ward</span></p></div>"
    body = (
        "<p class='c0 title'><span>Gout on the ward</span></p><p class='c0 subtitle'>Riverside Community Health, version of 2023-06-21</p>"
        f"<h1>Assess</h1><p>Rest the joint.<sup><a href='#cmnt1' id=cmnt_ref1>[a]</a></sup></p>{RUNNING}<h1>Treat</h1><p>{DOSE}</p>{comment}"
    )
    document, statements = _read(tmp_path, body)
    assert (document.source.title, document.source.publisher) == ("Gout on the ward", "Riverside Community Health")
    assert document.source.updated == date(2023, 6, 21)
    assert (statements["Rest the joint."].heading_path, statements[DOSE].heading_path) == (("Assess",), ("Treat",))
    assert not any("Ann" in text for text in statements)


def test_bold_caption_above_a_table_is_no_heading(tmp_path: Path) -> None:
    table = "<table border=1><tr><td>Drug</td><td>Dose</td></tr><tr><td>Colchicine</td><td>0.5 mg</td></tr></table>"
    body = f"<h1>Gout</h1><h2>Flares</h2>{RUNNING}<p align=center><b>Table 3. Doses</b></p>{table}<p>Drink water.</p>"
    _, statements = _read(tmp_path, body)
    row = statements["Colchicine — dose: 0.5 mg"]
    assert (row.heading_path, row.lead_in) == (("Flares",), "Table 3. Doses")
    assert statements["Drink water."].heading_path == ("Flares",)


def test_menu_whose_links_only_call_a_script_is_no_table(tmp_path: Path) -> None:
    menu = "<table><tr><td><a href='#'>Start</a> | <a href='#'>Site map</a></td><td><a href='#'>Contact</a></td></tr></table>"
    _, statements = _read(tmp_path, f"{menu}<h1>Gout</h1><h2>Flares</h2>{RUNNING}<p>{DOSE}</p>")
    assert not any("Site map" in text for text in statements)


def test_foot_of_a_page_below_its_references_is_no_reference(tmp_path: Path) -> None:
    references = "<h2>References</h2><ol><li>Roe A. Urate. J Joints. 2017;60:1566.</li></ol><p>NIPO: 133-X</p><p>Up again</p>"
    document, _ = _read(tmp_path, f"<h1>Gout</h1><h2>Flares</h2>{RUNNING}{references}")
    assert [entry.year for entry in document.references] == [2017]


def test_sentence_in_passing_does_not_take_its_paragraph_along() -> None:
    advice = "The score is counted from five findings on arrival, and 3 or more points mean that the patient is kept overnight on the ward."
    aside = "Click here to load the form."
    assert not is_furniture(f"{advice} {aside} {advice}")
    assert split_furniture(f"{advice} {aside}") == ((advice, False), (aside, True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The index does not replace clinical judgement.", False),
        ("This page does not replace clinical judgement.", True),
        ("Printed copies expire after 30 days.", True),
        ("Esta guía no sustituye al juicio clínico.", True),
        ("Dr. Roe has declared no potential conflicts of interest.", True),
        ("*Correspondence to: Board of Joints, 1 Oak Street", True),
        ("14 people liked this", True),
        ("14 people died of the disease", False),
        ("The hospital has 14 printed leaflets.", False),
    ],
)
def test_wording_tells_furniture_from_advice(text: str, expected: bool) -> None:
    assert is_furniture(text) is expected


@pytest.mark.parametrize("heading", ["News", "Disclosure", "Funding and support", "Declaration of interests"])
def test_heading_of_no_evidence_opens_a_zone(heading: str) -> None:
    assert zone_of(heading) is not None


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Fecha de edición: octubre de 2023", date(2023, 10, 1), None),
        ("Approved by the Guideline Board: February 2024", date(2024, 2, 1), None),
        ("Riverside Clinic, version of 2023-06-21", None, date(2023, 6, 21)),
        ("Effective from 3 May 2022", date(2022, 5, 3), None),
    ],
)
def test_label_says_of_what_a_date_is(line: str, published: date | None, updated: date | None) -> None:
    dates = find_dates(line)
    assert (dates.published, dates.updated) == (published, updated)
