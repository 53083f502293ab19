"""Boxes with a title of their own, folds and tabs, and numbers that only call a table: where what they say stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from cut_files import text_file

from ingest.documents import Document, Statement
from ingest.parse.furniture import is_furniture
from ingest.parse.labels import names_box_kind

Read = tuple[Document, dict[str, Statement]]
DOSE = "Give brivolam 5 mg at night."


def _html(folder: Path, body: str) -> dict[str, Statement]:
    document = f"<html><body><main><h1>Sleep in hospital</h1>{body}</main></body></html>"
    return text_file(folder, "page.html", document)[1]


def _markdown(folder: Path, body: str) -> dict[str, Statement]:
    return text_file(folder, "page.md", f"# Sleep in hospital\n\n{body}\n")[1]


# Web pages


@pytest.mark.parametrize(
    "title",
    [
        '<p class="title">When not to sedate</p>',
        '<span class="x-alert-title">When not to sedate</span>',
        '<div class="admonition-title">When not to sedate</div>',
    ],
)
def test_title_of_a_box_is_a_heading_without_its_mark(tmp_path: Path, title: str) -> None:
    said = "Give nothing if the breathing rate is under 10 a minute."
    box = f'<div class="alert warning" role="alert">{title}<div>{said}</div></div>'
    found = _html(tmp_path, f"<h2>Wards</h2><p>{DOSE}</p>{box}<h2>Home</h2><p>Stop brivolam before discharge.</p>")
    assert found[said].heading_path == ("Wards", "When not to sedate")
    assert found["Stop brivolam before discharge."].heading_path == ("Home",)


def test_line_that_is_named_a_title_outside_of_a_box_or_says_only_the_kind_is_no_heading(tmp_path: Path) -> None:
    loose = '<section><p>Rest helps most patients.</p><p class="title">When not to sedate</p></section>'
    kind = f'<div class="alert"><p class="title">Important note</p><p>{DOSE} Check the breathing rate.</p></div>'
    found = _html(tmp_path, f"<h2>Wards</h2>{loose}{kind}")
    assert found[DOSE].heading_path == ("Wards",)


@pytest.mark.parametrize(("words", "is_kind"), [("Safety alert", True), ("Bone cement alert", False)])
def test_kinds_of_boxes_are_told_from_names_of_what_they_warn_of(words: str, is_kind: bool) -> None:
    assert names_box_kind(words) is is_kind


def test_what_a_click_does_is_no_word_of_the_heading_that_is_clicked(tmp_path: Path) -> None:
    fold = (
        '<div class="accordion__section"><h3><button class="accordion__button" aria-expanded="false"><span>Older patients</span>'
        '<span class="accordion__toggle"><span>Show</span></span></button></h3>'
        f'<div class="accordion__content" hidden><p>{DOSE}</p></div></div>'
    )
    assert _html(tmp_path, f"<h2>Drugs</h2>{fold}")[DOSE].heading_path == ("Drugs", "Older patients")


def test_tabs_without_addresses_are_headings_of_the_panels_below_them(tmp_path: Path) -> None:
    tabs = "".join(
        f'<div class="x-tab-title x-tab-mobile-title">{name}</div><div class="x-tab-content"><p>{words}</p></div>'
        for name, words in (("Noise", "Ear plugs are offered to everyone."), ("Light", "Lamps are dimmed from ten at night."))
    )
    menu = '<div role="tablist"><div class="x-tab-title">Noise</div><div class="x-tab-title">Light</div></div>'
    found = _html(tmp_path, f"<h2>The ward at night</h2><div>{menu}<div>{tabs}</div></div>")
    assert found["Lamps are dimmed from ten at night."].heading_path == ("The ward at night", "Light")
    assert found["Ear plugs are offered to everyone."].heading_path == ("The ward at night", "Noise")


def test_bold_line_that_its_list_ends_is_no_heading_and_one_that_names_it_is(tmp_path: Path) -> None:
    after = "The night nurse rings the family in the morning."
    led = f"<p><b>Ring the ward if you have</b></p><ul><li>A fall at night</li><li>A dry mouth</li></ul><p>{after}</p>"
    found = _html(tmp_path, f"<h2>Going home</h2><p>Most people stay two days.</p>{led}")
    assert found["A fall at night"].heading_path == ("Going home",)
    assert found["A fall at night"].lead_in == "Ring the ward if you have"
    assert found[after].heading_path == ("Going home",)
    named = _html(tmp_path, "<h2>Going home</h2><p><b>Reasons to ring the ward</b></p><ul><li>A fall at night</li></ul>")
    assert named["A fall at night"].heading_path == ("Going home", "Reasons to ring the ward")


def test_number_of_a_table_is_no_part_of_the_page_and_names_it_with_the_line_below(tmp_path: Path) -> None:
    rows = "<tr><th>Drug</th><th>Dose</th></tr><tr><td>Brivolam</td><td>5 mg</td></tr><tr><td>Cendrane</td><td>2 mg</td></tr>"
    caption = '<h4 class="obj_head">Table 1.</h4><div class="caption"><p>Doses at night.</p></div>'
    table = f"<section>{caption}<table>{rows}</table></section>"
    said = "Sleep lasts 4 hours less than at home."
    figure = f'<figure><h4>Figure 2.</h4><img src="a.png"><figcaption><p>{said}</p></figcaption></figure>'
    found = _html(tmp_path, f"<h2>Drugs</h2><p>{DOSE}</p>{table}<p>Review after three nights.</p>{figure}")
    row = next(one for text, one in found.items() if text.startswith("Brivolam"))
    assert (row.heading_path, row.lead_in) == (("Drugs",), "Table 1. Doses at night")
    assert found["Review after three nights."].heading_path == ("Drugs",)
    assert found[said].heading_path == ("Drugs",)


def test_part_of_a_page_that_holds_its_tables_ends_the_part_before_it(tmp_path: Path) -> None:
    rows = "<tr><th>Drug</th><th>Dose</th></tr><tr><td>Brivolam</td><td>5 mg</td></tr><tr><td>Cendrane</td><td>2 mg</td></tr>"
    found = _html(tmp_path, f"<h2>Advice</h2><h3>Noise</h3><p>{DOSE}</p><h2>Tables</h2><table>{rows}</table>")
    assert next(one for text, one in found.items() if text.startswith("Brivolam")).heading_path == ("Tables",)


def test_notes_that_only_cite_are_references_and_notes_that_say_something_stay(tmp_path: Path) -> None:
    notes = '<div class="footnotes" role="doc-endnotes"><ol><li><p>{}</p></li></ol></div>'
    cited = _html(tmp_path, f"<h2>Noise</h2><p>{DOSE}</p>{notes.format('Memorandum on quiet wards, Estates Office, 2019.')}")
    assert list(cited) == [DOSE]
    said = "Brivolam is not licensed for children."
    assert said in _html(tmp_path, f"<h2>Noise</h2><p>{DOSE}</p>{notes.format(said)}")


def test_caption_of_a_picture_stays_without_whose_it_is(tmp_path: Path) -> None:
    said = "Melatonin rises in the evening, when the light fades."
    figure = f'<figure><img src="a.png"><figcaption>{said} <small>Image credit: Moor Studio</small></figcaption></figure>'
    found = _html(tmp_path, f"<h2>Light</h2><p>{DOSE}</p>{figure}")
    assert said in found
    assert not any("Moor Studio" in text for text in found)


def test_owner_of_a_page_in_a_box_beside_it_is_furniture(tmp_path: Path) -> None:
    box = '<div class="panel"><div class="panelHeader"><b>Page owner</b></div><div><p>Dr Ana Ruel, bleep 4471</p></div></div>'
    found = _html(tmp_path, f"<h2>Noise</h2><p>{DOSE}</p>{box}")
    assert list(found) == [DOSE]


# Markdown


@pytest.mark.parametrize(
    "box",
    [
        '!!! warning "When not to sedate"\n    Give nothing if the breathing rate is under 10 a minute.\n',
        '??? note "When not to sedate"\n    Give nothing if the breathing rate is under 10 a minute.\n',
        ":::warning When not to sedate\nGive nothing if the breathing rate is under 10 a minute.\n:::\n",
        "> **When not to sedate**\n>\n> Give nothing if the breathing rate is under 10 a minute.\n",
    ],
)
def test_name_of_a_box_reaches_as_far_as_the_box(tmp_path: Path, box: str) -> None:
    found = _markdown(tmp_path, f"## Wards\n\n{DOSE}\n\n{box}\nLamps are dimmed from ten at night.\n\n## Home\n\nStop it there.")
    inside = found["Give nothing if the breathing rate is under 10 a minute."]
    assert inside.heading_path == ("Wards", "When not to sedate")
    assert found["Lamps are dimmed from ten at night."].heading_path == ("Wards",)


def test_text_behind_a_note_stands_where_the_text_before_it_did(tmp_path: Path) -> None:
    body = (
        "## Treatment\n\n### Drugs\n\nGive brivolam 5 mg at night.[^1]\n\n[^1]: Unlicensed use in children.\n\n"
        "The dose is never doubled.\n\n### Noise\n\nEar plugs are offered.[^2]\n\n[^2]: "
        "Roe A. Quiet wards. Sleep J 2020;12(3):77-83."
    )
    found = _markdown(tmp_path, body)
    assert found["The dose is never doubled."].heading_path == ("Treatment", "Drugs")
    assert found["Unlicensed use in children."].heading_path == ("Treatment", "Drugs")
    assert found["Ear plugs are offered."].heading_path == ("Treatment", "Noise")
    assert not any("Roe" in text for text in found)


def test_buttons_counts_and_bylines_of_a_clipped_page_are_furniture(tmp_path: Path) -> None:
    head = (
        "By [Ana Ruel](/authors/ar), consultant nurse in sleep medicine, and [Dr Jo Tamm](/authors/jt)\n\n"
        "Updated 2 May 2023 · 9 min read · ![](eye.png) 14,208 views\n\n[Share](#) [Save to list](#) [Listen](#)\n\n"
    )
    found = _markdown(tmp_path, f"{head}## Drugs\n\n{DOSE} See [the table](#t) and [the chart](#c).")
    assert [one for one in found if "Ruel" in one or "views" in one or "Share" in one] == []
    assert DOSE in found


def test_adverts_and_courses_beside_a_text_are_furniture() -> None:
    assert is_furniture("ADVERTISEMENT: Try the new QuietCap, samples posted free")
    assert is_furniture("Related CPD module Sleep (45 min)")


def test_related_conditions_are_none() -> None:
    assert not is_furniture("Related conditions such as sleep apnoea need a referral.")
