"""Titles of panels that a page folds: above the headings in their panel, whatever stands in the panel before."""

from pathlib import Path

from ingest.chunk import cut
from ingest.documents import Statement
from ingest.parse.choose import parse_file

WORDS = (
    "Staff record the decision in the notes and tell the patient about the plan, because most errors of this kind happen when"
    " wards hand over to each other at the change of shifts."
)
NAMED = ("Finding", "Treating", "Checking")
LAST = (
    "<p>Urate is measured each month.</p><div class=acc><div class=tab-title role=button>What if it rises?</div>"
    "<div class=tab-content><p>Ask about the tablets and about beer.</p></div></div>"
    "<h3>Later</h3><p>Urate is measured twice a year.</p>"
)
INSIDE = (
    "<p>Aspirate every hot joint before the first dose.</p><h3>Crystals</h3><p>Crystals are looked for on the same day.</p>",
    "<h3>Colchicine</h3><p>Adults take 0.5 mg twice daily.</p><h4>Kidneys</h4><p>Nobody on dialysis takes it.</p>",
    LAST,
)
TOLD = {
    "Crystals are looked for on the same day.": ("Finding", "Crystals"),
    "Adults take 0.5 mg twice daily.": ("Treating", "Colchicine"),
    "Nobody on dialysis takes it.": ("Treating", "Colchicine", "Kidneys"),
    "Urate is measured each month.": ("Checking",),
    "Ask about the tablets and about beer.": ("Checking", "What if it rises?"),
    "Urate is measured twice a year.": ("Checking", "Later"),
    "Nobody is sent home alone.": ("Going home",),
}


def _page(path: Path, body: str) -> dict[str, Statement]:
    file = path / "page.html"
    end = "<h2>Going home</h2><p>Nobody is sent home alone.</p>"
    file.write_text(f"<html lang=en><body><h1>Gout</h1><p>{WORDS}</p>{body}{end}</body></html>", encoding="utf-8")
    return {" ".join(one.text.split()): one for one in cut(parse_file(file))[1]}


def test_titles_above_their_panels_hold_what_the_panels_hold(tmp_path: Path) -> None:
    panels = "".join(
        f"<div class=tab-title>{name}</div><div class=tab-content>{inside}</div>"
        for name, inside in zip(NAMED, INSIDE, strict=True)
    )
    found = _page(tmp_path, f"<div class=tabs>{panels}</div>")
    assert {text: found[text].heading_path for text in TOLD} == TOLD


def test_panel_stands_under_the_heading_above_and_may_repeat_its_title(tmp_path: Path) -> None:
    panels = (
        "<div class=tab-title>Adults</div><div class=tab-content><h3>Adults</h3><p>Adults take 0.5 mg twice daily.</p></div>"
        "<div class=tab-title>Others</div><div class=tab-content><h2>Kidneys</h2><p>Nobody on dialysis takes it.</p></div>"
    )
    found = _page(tmp_path, f"<h2>Treating</h2><p>Ask for the age.</p><div class=tabs>{panels}</div>")
    assert found["Adults take 0.5 mg twice daily."].heading_path == ("Treating", "Adults")
    assert found["Nobody on dialysis takes it."].heading_path == ("Treating", "Others", "Kidneys")
    assert found["Nobody is sent home alone."].heading_path == ("Going home",)


def test_panels_that_name_their_tab_stand_under_it(tmp_path: Path) -> None:
    tabs = "".join(f"<div role=tab id=n{at}>{name}</div>" for at, name in enumerate(NAMED))
    panels = "".join(
        f"<div role=tabpanel aria-labelledby=n{at}{' hidden' if at else ''}>{inside}</div>" for at, inside in enumerate(INSIDE)
    )
    found = _page(tmp_path, f"<div><div role=tablist>{tabs}</div><div>{panels}</div></div>")
    told = {text: path for text, path in TOLD.items() if "beer" not in text}
    assert {text: found[text].heading_path for text in told} == told


def test_panel_that_names_nothing_stays_under_the_heading_above(tmp_path: Path) -> None:
    found = _page(tmp_path, f"<h2>Finding</h2><div role=tabpanel aria-labelledby=none>{INSIDE[0]}</div>")
    assert found["Crystals are looked for on the same day."].heading_path == ("Finding", "Crystals")
