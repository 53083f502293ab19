"""Headings of web pages that no tag marks: their level by the name of their style, slanting ones inside of bold ones."""

from __future__ import annotations

from pathlib import Path

from ingest.chunk import cut
from ingest.parse.choose import parse_file


def _paths(folder: Path, body: str) -> dict[str, tuple[str, ...]]:
    path = folder / "page.html"
    path.write_text(f"<html><body><main><h1>Gout on the ward</h1>{body}</main></body></html>", encoding="utf-8")
    return {one.text: one.heading_path for one in cut(parse_file(path))[1]}


def test_levels_in_the_names_of_styles_tell_how_deep_a_block_stands(tmp_path: Path) -> None:
    paths = _paths(
        tmp_path,
        '<div class="rte-H2B"><b>Flares</b></div><p>Give colchicine 0.5 mg twice daily.</p>'
        '<div><span class="rte-H3B"><b>Special cases</b></span></div>'
        "<div><b><i>Dialysis</i></b></div><p>Colchicine is not given on dialysis.</p>"
        "<div><b><i>Transplant</i></b></div><p>Ask the transplant team first.</p>"
        '<div class="rte-H2B"><b>Prevention</b></div><p>Start allopurinol 100 mg daily.</p>'
        "<p><b>Diet</b></p><p>Beer is avoided by everyone with gout.</p>",
    )
    assert paths["Colchicine is not given on dialysis."] == ("Flares", "Special cases", "Dialysis")
    assert paths["Ask the transplant team first."] == ("Flares", "Special cases", "Transplant")
    assert paths["Start allopurinol 100 mg daily."] == ("Prevention",)
    assert paths["Beer is avoided by everyone with gout."] == ("Prevention", "Diet")


def test_a_name_that_only_holds_such_letters_gives_no_level(tmp_path: Path) -> None:
    paths = _paths(
        tmp_path,
        '<p class="ph5 mh2x"><b>Flares</b></p><p>Give colchicine 0.5 mg twice daily.</p>'
        '<p class="ph5 mh2x"><b>Prevention</b></p><p>Start allopurinol 100 mg daily.</p>',
    )
    assert paths["Start allopurinol 100 mg daily."] == ("Prevention",)


def test_slanting_headings_alone_are_all_of_one_level(tmp_path: Path) -> None:
    paths = _paths(
        tmp_path,
        "<p><i>Flares</i></p><p>Give colchicine 0.5 mg twice daily.</p>"
        "<p><i>Prevention</i></p><p>Start allopurinol 100 mg daily.</p>",
    )
    assert paths["Start allopurinol 100 mg daily."] == ("Prevention",)


def test_what_a_reader_clicks_is_the_heading_of_the_shut_block_beside_it(tmp_path: Path) -> None:
    handle = '<div class="bar" role="button"><a>{}</a></div>'
    fold = f'<div class="row">{handle}<div class="text" style="display:none"><p>{{}}</p></div></div>'
    paths = _paths(
        tmp_path,
        "<h2>Special cases</h2>"
        + fold.format("Dialysis", "Colchicine is not given on dialysis.")
        + fold.format("Transplant", "Ask the transplant team first."),
    )
    assert paths["Colchicine is not given on dialysis."] == ("Special cases", "Dialysis")
    assert paths["Ask the transplant team first."] == ("Special cases", "Transplant")


def test_words_beside_the_heading_of_a_fold_say_what_a_click_does(tmp_path: Path) -> None:
    fold = "<details><summary><h3>Reasons</h3><span>Show / hide</span></summary><p>Trials found fewer flares.</p></details>"
    assert _paths(tmp_path, f"<h2>Prevention</h2>{fold}")["Trials found fewer flares."] == ("Prevention", "Reasons")
