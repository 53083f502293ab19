"""Headings of blocks in a header of their own, and buttons that fold out a hidden part without saying so."""

from __future__ import annotations

from pathlib import Path

from cut_files import text_file

from ingest.documents import Statement


def _html(folder: Path, body: str) -> dict[str, Statement]:
    document = f"<html><body><main><h1>Nosebleeds</h1>{body}</main></body></html>"
    return text_file(folder, "page.html", document)[1]


def test_header_that_only_holds_the_heading_of_its_block_is_read(tmp_path: Path) -> None:
    def block(name: str, text: str) -> str:
        return f'<div class="part"><header><h2>{name}</h2></header><p>{text}</p></div>'

    found = _html(tmp_path, block("At home", "Lean forward for 15 minutes.") + block("Later", "Do not blow your nose."))
    assert found["Lean forward for 15 minutes."].heading_path == ("At home",)
    assert found["Do not blow your nose."].heading_path == ("Later",)


def test_header_with_more_than_a_heading_or_above_a_menu_is_of_the_page(tmp_path: Path) -> None:
    top = '<div><header><h2>North Valley Clinics</h2><span>Call 0800 123</span></header><p class="x">Open all week.</p></div>'
    menu = "<div><header><h3>All our pages</h3></header><nav><a href=/a>Wards</a></nav></div>"
    found = _html(tmp_path, f"{top}{menu}<h2>At home</h2><p>Lean forward for 15 minutes.</p>")
    assert not any({"North Valley Clinics", "All our pages"} & set(one.heading_path) for one in found.values())
    assert found["Lean forward for 15 minutes."].heading_path == ("At home",)


def _card(button: str, text: str, state: str = " hidden") -> str:
    panel = f'<div class="card__body"{state}><p>{text}</p></div>'
    return f'<div class="card"><button class="card__open">{button}</button>{panel}</div>'


PACK = "Pack the side that bleeds and admit adults older than 70 years."
SPRAY = "Spray tranexamic acid 500 mg before packing the side that bleeds."


def test_button_above_a_hidden_part_names_it(tmp_path: Path) -> None:
    found = _html(tmp_path, f"<h2>In hospital</h2>{_card('Packing', PACK)}{_card('Sprays', SPRAY)}")
    assert found[PACK].heading_path == ("In hospital", "Packing")
    assert found[SPRAY].heading_path == ("In hospital", "Sprays")


def test_button_that_says_what_a_click_does_or_hides_nothing_names_nothing(tmp_path: Path) -> None:
    found = _html(tmp_path, f"<h2>In hospital</h2>{_card('Show more', PACK)}{_card('Print', SPRAY, '')}")
    assert found[PACK].heading_path == ("In hospital",)
    assert found[SPRAY].heading_path == ("In hospital",)
