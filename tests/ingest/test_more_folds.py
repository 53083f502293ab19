"""Tabs without names, folds whose button holds the heading, boxes named in other languages, and lines that fold any part."""

from __future__ import annotations

from pathlib import Path

from cut_files import text_file

from ingest.documents import Statement


def _html(folder: Path, body: str) -> dict[str, Statement]:
    document = f"<html><body><main><h1>Nosebleeds</h1>{body}</main></body></html>"
    return text_file(folder, "page.html", document)[1]


def _tabs(panels: str) -> str:
    bar = '<ul role="tablist"><li role="tab">At home</li><li role="tab">In hospital</li></ul>'
    return (
        f"<h2>Stopping it</h2><p>Lean forward.</p><div>{bar}<div>{panels}</div></div><h2>Later</h2><p>Do not blow your nose.</p>"
    )


def test_tabs_that_name_no_panel_stand_for_theirs_in_order(tmp_path: Path) -> None:
    home = '<div role="tabpanel"><p>Pinch the soft part for 15 minutes.</p></div>'
    ward = '<div role="tabpanel" hidden=""><p>Spray the side with tranexamic acid 500 mg.</p></div>'
    found = _html(tmp_path, _tabs(home + ward))
    assert found["Pinch the soft part for 15 minutes."].heading_path == ("Stopping it", "At home")
    assert found["Spray the side with tranexamic acid 500 mg."].heading_path == ("Stopping it", "In hospital")
    assert found["Do not blow your nose."].heading_path == ("Later",)


def test_tabs_and_panels_that_differ_in_number_are_not_paired(tmp_path: Path) -> None:
    found = _html(tmp_path, _tabs('<div role="tabpanel"><p>Pinch the soft part for 15 minutes.</p></div>'))
    assert found["Pinch the soft part for 15 minutes."].heading_path == ("Stopping it",)


def test_heading_by_role_inside_a_button_folds_out_its_part(tmp_path: Path) -> None:
    fold = '<div class="x"><button><span role="heading" aria-level="3">{}</span></button><div><p>{}</p></div></div>'
    body = fold.format("Rule one", "Sit up and lean forward.") + fold.format("Rule two", "Spit the blood out.")
    found = _html(tmp_path, f"<h2>At home</h2>{body}")
    assert found["Spit the blood out."].heading_path == ("At home", "Rule two")


def test_title_of_a_box_is_known_in_other_languages(tmp_path: Path) -> None:
    box = (
        '<div class="infokasten"><p class="infokasten__titel">Wann zum Arzt</p><p>Wenn es länger als 20 Minuten blutet.</p></div>'
    )
    found = _html(tmp_path, f"<h2>Zu Hause</h2><p>Beugen Sie sich nach vorn.</p>{box}")
    assert found["Wenn es länger als 20 Minuten blutet."].heading_path == ("Zu Hause", "Wann zum Arzt")


def test_box_right_below_a_heading_is_inside_of_it_and_ends(tmp_path: Path) -> None:
    title = '<div class="box-title"><strong>Box 2. Before packing</strong></div>'
    box = f'<div class="boxed-text">{title}<ul><li>Ask about warfarin.</li></ul></div>'
    found = _html(tmp_path, f"<h2>3 Hospital</h2><h3>3.1 Packing</h3>{box}<p>A pack is left for a day.</p>")
    assert found["Ask about warfarin."].heading_path == ("Hospital", "Packing", "Box 2. Before packing")
    assert found["A pack is left for a day."].heading_path == ("Hospital", "Packing")


def test_number_and_name_of_a_box_that_are_marked_apart_are_one_heading(tmp_path: Path) -> None:
    box = "<section><h4>Box 3.</h4><div><p><strong>Going home</strong></p></div><ul><li>Take the cream along.</li></ul></section>"
    found = _html(tmp_path, f"<h2>Hospital</h2><p>A pack is left for a day.</p>{box}<h2>Later</h2><p>Do not blow your nose.</p>")
    assert found["Take the cream along."].heading_path == ("Hospital", "Box 3. Going home")
    assert found["Do not blow your nose."].heading_path == ("Later",)


def test_heading_in_an_editable_block_is_no_title_of_a_table_in_it(tmp_path: Path) -> None:
    table = "<table><tr><th>Age</th><th>Dose</th></tr><tr><td>Adult</td><td>1 g</td></tr></table>"
    part = f'<div class="cke_editable"><h3>Step 1 Spray</h3><p>Use one of these:</p>{table}</div>'
    found = _html(tmp_path, f"<h2>First hour</h2>{part}<h3>Step 2 Pack</h3><p>Pack the side that bleeds.</p>")
    assert found["Adult — dose: 1 g"].heading_path == ("First hour", "Step 1 Spray")


COPIED = """\
Nosebleeds

Most nosebleeds stop at home, and few of the people who have one ever need a doctor for it.

Who may wait

Ring their family. Children under two are always seen, because they hardly ever bleed without a cause.

Show details
Warfarin
Check the INR before the pack comes out, and give vitamin K 1 mg if it is above 8.

Show details
Aspirin
Stop aspirin for 3 days unless a stent was put in during the last year.

Show details
Children
Look for a bead or a battery in the nose before anything else is done.

Going home

People go home after four hours without blood, with a leaflet and a cream for the nose.
"""


def test_line_that_folds_any_part_and_comes_again_is_no_heading(tmp_path: Path) -> None:
    found = text_file(tmp_path, "page.txt", COPIED)[1]
    assert found["Stop aspirin for 3 days unless a stent was put in during the last year."].heading_path[-1] == "Aspirin"
    assert not any("Show details" in one.heading_path for one in found.values())
