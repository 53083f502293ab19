"""Markup of web pages inside Markdown is read as Markdown would have it."""

from pathlib import Path

from cut_files import text_file

from ingest.parse.markdown_markup import without_markup

NOTE = """# Gout on the ward

## First dose

Ask for the weight before the first dose is given.

<div class="panel panel-warning">
<p><strong>On dialysis</strong></p>
<p>Colchicine is not given. <br/>Prednisone is given if the PO<sub>4</sub> is below 2 mmol/L.</p>
</div>

The dose is written down in the notes.

## Later

Urate is measured each month.
"""


def test_panel_with_a_name_is_a_box(tmp_path: Path) -> None:
    found = text_file(tmp_path, "gout.md", NOTE)[1]
    told = {
        "Colchicine is not given.": ("First dose", "On dialysis"),
        "Prednisone is given if the PO4 is below 2 mmol/L.": ("First dose", "On dialysis"),
        "The dose is written down in the notes.": ("First dose",),
        "Urate is measured each month.": ("Later",),
    }
    assert {text: found[text].heading_path for text in told} == told


def test_figures_beside_signs_and_unnamed_panels_stay() -> None:
    text = 'Give it if x <p 0.05 and y > 3.\n\n<div class="grid">\n\nText.\n\n</div>\n'
    assert without_markup(text) == text
