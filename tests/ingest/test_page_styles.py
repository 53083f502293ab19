"""What a page's own style sheets hide: by any selector, in blocks of rules for a screen, through variables, and what wins."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.chunk import cut
from ingest.parse.choose import parse_file

SEEN = "Give alvorin 5 mg once a day for a week."
ASIDE = "Give alvorin 900 mg every hour for a week."


def _read(folder: Path, css: str, part: str) -> tuple[set[str], str]:
    """The statements of a page with that style sheet and that part, and what of it was held back."""
    path = folder / "page.html"
    path.write_text(
        f"<html class='wide'><head><title>Gout</title><style>{css}</style></head><body><main id='main'><h1>Gout</h1>"
        f"<p>{SEEN}</p>{part}<p>Rest the joint for a day.</p></main></body></html>",
        encoding="utf-8",
    )
    document = parse_file(path)
    held = " ".join(document.text[one.span.start : one.span.end] for one in document.quarantine)
    return {one.text for one in cut(document)[1]}, held


BOX = f"<div class='box'><div><p class='Note' data-kind='n'>{ASIDE}</p></div></div>"


@pytest.mark.parametrize(
    "css",
    [
        pytest.param(".box p { display: none }", id="descendant"),
        pytest.param(".box > div > .Note { visibility: hidden }", id="child"),
        pytest.param("h1 ~ .box .Note { opacity: 0 }", id="sibling"),
        pytest.param("p[data-kind=n] { font-size: 0 }", id="attribute"),
        pytest.param("main p:not(.other):last-child { display: none }", id="pseudo-class"),
        pytest.param(":unknown-thing, .box .Note { display: none }", id="beside-one-that-is-not-known"),
        pytest.param(":root { --gone: none } .Note { display: var(--gone) }", id="variable"),
        pytest.param(".box { --ink: #FFF } .Note { color: var(--ink) }", id="variable-of-what-it-stands-in"),
        pytest.param(".Note { color: var(--nowhere, #fff) }", id="variable-that-stands-nowhere"),
        pytest.param("@media screen { .Note { display: none } }", id="screens"),
        pytest.param("@media only screen and (min-width: 600px) { .box .Note { display: none } }", id="wide-screens"),
        pytest.param("@media print, (width >= 40em) { .Note { display: none } }", id="one-of-two-media"),
        pytest.param("@supports (display: grid) { @media all { .Note { display: none } } }", id="blocks-in-blocks"),
        pytest.param("@layer base { .Note { display: none } }", id="layer"),
        pytest.param(".Note { display: none !important } #main .Note { display: block }", id="important"),
        pytest.param("#main .Note { display: none } .Note { display: block }", id="nearer-selector"),
    ],
)
def test_what_a_style_sheet_hides_is_no_statement(tmp_path: Path, css: str) -> None:
    statements, held = _read(tmp_path, css, BOX)
    assert ASIDE not in statements
    assert SEEN in statements
    assert ASIDE in held


@pytest.mark.parametrize(
    "css",
    [
        pytest.param(".other p { display: none }", id="of-another-box"),
        pytest.param(".box + .Note { display: none }", id="no-sibling"),
        pytest.param(".note { display: none }", id="another-class"),
        pytest.param(".Note:hover { opacity: 0 } .Note::before { display: none }", id="only-when-pointed-at"),
        pytest.param("@media print { .Note { display: none } }", id="printers"),
        pytest.param("@media (max-width: 600px) { .Note { display: none } }", id="telephones"),
        pytest.param("@media not screen { .Note { display: none } }", id="not-screens"),
        pytest.param("@media (prefers-color-scheme: dark) { .Note { color: #fff } }", id="dark-screens"),
        pytest.param("@supports not (display: grid) { .Note { display: none } }", id="old-programs"),
        pytest.param(".Note { display: none } .box .Note { display: block }", id="shown-again-by-the-nearer-selector"),
        pytest.param(".Note { display: none } .Note { display: block }", id="shown-again-later"),
        pytest.param(":root { --ink: #fff } .box { --ink: #111 } .Note { color: var(--ink) }", id="variable-nearer"),
    ],
)
def test_what_a_reader_of_the_page_sees_stays(tmp_path: Path, css: str) -> None:
    statements, held = _read(tmp_path, css, BOX)
    assert {ASIDE, SEEN} <= statements
    assert held == ""


def test_style_attribute_wins_over_sheets_unless_they_are_important(tmp_path: Path) -> None:
    shown = f"<p class='a' style='display:block'>{ASIDE}</p>"
    assert ASIDE in _read(tmp_path, "#main .a { display: none }", shown)[0]
    assert ASIDE not in _read(tmp_path, ".a { display: none !important }", shown)[0]


def test_panel_that_a_control_folds_out_is_read_however_its_sheet_hides_it(tmp_path: Path) -> None:
    part = (
        "<div class='fold'><button aria-controls='p1' aria-expanded='false'>Dosing</button>"
        f"<div id='p1' class='inner'><p>{ASIDE}</p></div></div>"
    )
    assert ASIDE in _read(tmp_path, ".fold > .inner { display: none }", part)[0]


def test_too_many_rules_for_one_name_never_make_hidden_text_seen(tmp_path: Path) -> None:
    css = "".join(f".c{number} p {{ margin-left: {number % 9}px }}\n" for number in range(2000)) + ".box p { display: none }"
    statements, held = _read(tmp_path, css, BOX)
    assert SEEN in statements
    assert ASIDE not in statements
    assert ASIDE in held
