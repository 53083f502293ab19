"""The list of its headings that a copied page has at its top, named as a list or not, tells which headings are the outer ones."""

from __future__ import annotations

from pathlib import Path

from ingest.chunk import cut
from ingest.parse.choose import parse_file

TITLE = "Gout in primary care"
FILLER = "Staff write the decision in the notes and tell the patient about the plan before the end of the visit."


def _paths(folder: Path, *blocks: str) -> dict[str, tuple[str, ...]]:
    path = folder / "page.txt"
    path.write_text("\n\n".join((TITLE, *blocks)), encoding="utf-8")
    return {one.text: one.heading_path for one in cut(parse_file(path))[1]}


def _page(listed: str) -> tuple[str, ...]:
    return (
        listed,
        "Treating a flare",
        FILLER,
        "First choice",
        "Give colchicine 0.5 mg twice daily.",
        "Second choice",
        "Give prednisone 30 mg daily.",
        "Next:\nPreventing flares",
        "Drug treatment",
        "Start allopurinol 100 mg daily.",
        "Diet and weight",
        "Beer is avoided by everyone with gout.",
        "Follow-up",
        "Urate is measured every six months.",
    )


def test_lines_that_come_again_in_order_are_the_outer_headings_without_a_name_for_their_list(tmp_path: Path) -> None:
    paths = _paths(tmp_path, *_page("Sections\n  * Treating a flare\n  * Preventing flares\n  * Follow-up\nShow All"))
    assert paths["Give prednisone 30 mg daily."] == ("Treating a flare", "Second choice")
    assert paths["Start allopurinol 100 mg daily."] == ("Preventing flares", "Drug treatment")
    assert paths["Beer is avoided by everyone with gout."] == ("Preventing flares", "Diet and weight")
    assert paths["Urate is measured every six months."] == ("Follow-up",)
    assert "Preventing flares" not in paths


def test_an_entry_may_give_only_the_words_that_its_heading_begins_with(tmp_path: Path) -> None:
    paths = _paths(tmp_path, *_page("On this page\n  Treating a flare\n  Preventing\n  Follow-up"))
    assert paths["Start allopurinol 100 mg daily."] == ("Preventing flares", "Drug treatment")


def test_a_heading_without_text_of_its_own_holds_all_that_follows_in_its_section(tmp_path: Path) -> None:
    paths = _paths(
        tmp_path,
        "Treating a flare\nPreventing flares\nFollow-up",
        "Treating a flare",
        "Everyone",
        FILLER,
        "Some people",
        "On dialysis",
        "Colchicine is not given on dialysis.",
        "After a transplant",
        "Ask the transplant team first.",
        "Preventing flares",
        "Start allopurinol 100 mg daily.",
        "Follow-up",
        "Urate is measured every six months.",
    )
    assert paths[FILLER] == ("Treating a flare", "Everyone")
    assert paths["Colchicine is not given on dialysis."] == ("Treating a flare", "Some people", "On dialysis")
    assert paths["Ask the transplant team first."] == ("Treating a flare", "Some people", "After a transplant")
    assert paths["Start allopurinol 100 mg daily."] == ("Preventing flares",)


def test_a_menu_that_comes_again_at_the_foot_of_a_page_lists_no_headings(tmp_path: Path) -> None:
    menu = "Home visits\nOpening times\nOur doctors"
    paths = _paths(tmp_path, menu, "Treating a flare", FILLER, "First choice", "Give colchicine 0.5 mg twice daily.", menu)
    assert paths[FILLER] == ("Treating a flare",)
    assert paths["Give colchicine 0.5 mg twice daily."] == ("First choice",)
