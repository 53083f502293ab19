"""Markdown as programs make it from pages: strokes before stops, places of links, names of classes."""

from __future__ import annotations

from pathlib import Path

from cut_files import text_file

from ingest.documents import Statement

PAGE = """\
# Sprained ankle {#ankle .entry-title}

## []{#rest}Resting

Rest the ankle for 2 days\\. Give ibuprofen 0\\.4 g \\(with food\\) three times a day\\.

-   Use an air\\-filled splint\\.

## Walking [¶](#walking "Permalink")

1\\. The first steps are taken with crutches\\.

### [Stairs](#stairs)

The sound [foot]{.hl} goes up first\\.
"""


def _markdown(folder: Path, text: str) -> dict[str, Statement]:
    return text_file(folder, "ankle.md", text)[1]


def test_what_a_converter_leaves_is_no_part_of_words_or_headings(tmp_path: Path) -> None:
    found = _markdown(tmp_path, PAGE)
    assert found["Give ibuprofen 0.4 g (with food) three times a day."].heading_path == ("Resting",)
    assert found["Use an air-filled splint."].heading_path == ("Resting",)
    assert found["The sound foot goes up first."].heading_path == ("Walking", "Stairs")


def test_a_stroke_or_two_in_a_text_is_its_own(tmp_path: Path) -> None:
    found = _markdown(tmp_path, "# Ankle\n\n## Files\n\nThe plan is kept on the drive under N:\\(ward\\) for all staff.\n")
    assert "The plan is kept on the drive under N:\\(ward\\) for all staff." in found


def test_braces_in_a_sentence_stay(tmp_path: Path) -> None:
    found = _markdown(tmp_path, "# Ankle\n\n## Scores\n\nThe set {1, 2} of grades is treated at home.\n")
    assert found["The set {1, 2} of grades is treated at home."].heading_path == ("Scores",)
