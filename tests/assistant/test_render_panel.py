from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from answers_for_tests import TODAY, citation, document

from assistant.display.panel import LONGEST, panel
from ingest.chunk import cut
from ingest.documents import Block, BlockKind, Document, ReviewStatus, Section, Source, Span
from ingest.parse.choose import parse_file


def test_highlighted_words_are_the_quote() -> None:
    cited = citation(2)
    shown = panel(cited, today=TODAY)
    assert "".join(line["quote"] for line in shown["lines"]) == cited.quote == shown["quote"]


def test_statements_before_and_after_stay_readable() -> None:
    texts = [line["before"] + line["quote"] + line["after"] for line in panel(citation(2), today=TODAY)["lines"]]
    assert texts == [
        "Options",
        "Choose one of:",
        "Corvalin 120 mg by mouth every 4 weeks for people <55 years",
        "Do NOT give Mestor with Corvalin",
        "Mestor 4 mg every 12 weeks",
    ]


def test_sentence_inside_a_paragraph_is_highlighted_alone() -> None:
    home = document()
    text = home.text + "One. Two is 5 mg. Three.\n"
    start = len(home.text)
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(start=start, end=len(text) - 1))
    section = Section(heading_path=("More",), span=Span(start=start, end=len(text)), blocks=(block,))
    longer = Document(source=home.source, text=text, sections=(*home.sections, section))
    cited = citation(1, of=home)
    quote = Span(start=text.index("Two"), end=text.index(" Three"))
    statement = replace(cited.statement, span=quote, text=text[quote.start : quote.end], heading_path=("More",))
    moved = replace(cited, document=longer, statement=statement)
    (line,) = [line for line in panel(moved, today=TODAY)["lines"] if line["quote"]]
    assert (line["before"], line["quote"], line["after"]) == ("One. ", "Two is 5 mg.", " Three.")


def test_second_hand_words_name_the_reference_that_vouch_has_not_read() -> None:
    assert panel(citation(1), today=TODAY)["via"] == [
        "Alpha House, crediting its reference 1 (The bone guideline, Bone Society, 2024), which Vouch has not read"
    ]


@pytest.mark.parametrize(
    ("status", "labels"),
    [
        (ReviewStatus.DRAFT, ["draft", "not human-reviewed"]),
        (ReviewStatus.SUBMITTED, ["submitted for review", "not human-reviewed"]),
        (ReviewStatus.UNDER_REVIEW, ["under review", "not human-reviewed"]),
        (ReviewStatus.NOT_STATED, ["review not stated"]),
        (ReviewStatus.REVIEWED, ["reviewed"]),
        (ReviewStatus.APPROVED, ["approved"]),
    ],
)
def test_badges_say_how_far_a_source_was_reviewed(status: ReviewStatus, labels: list[str]) -> None:
    shown = panel(citation(1, of=document(review_status=status)), today=TODAY)
    assert [badge["label"] for badge in shown["badges"]] == labels


@pytest.mark.parametrize(
    ("updated", "today", "old"),
    [
        (date(2023, 3, 1), date(2026, 3, 1), False),
        (date(2023, 2, 28), date(2026, 3, 1), True),
        (date(2021, 2, 27), date(2024, 2, 29), True),
        (None, date(2026, 3, 1), False),
    ],
)
def test_source_is_old_after_three_years(updated: date | None, today: date, old: bool) -> None:
    shown = panel(citation(1, of=document(updated=updated)), today=today)
    assert ("older than 3 years" in [badge["label"] for badge in shown["badges"]]) is old
    assert shown["dated"] == ("no date given" if updated is None else shown["dated"])


def test_long_section_is_cut_around_the_words_and_keeps_them() -> None:
    text = "\n".join(f"Line {n} of the list." for n in range(500))
    starts = [text.index(f"Line {n} ") for n in range(500)]
    blocks = tuple(Block(kind=BlockKind.BULLET, span=Span(start=s, end=text.index(".", s) + 1)) for s in starts)
    section = Section(heading_path=("Long",), span=Span(start=0, end=len(text)), blocks=blocks)
    home = Document(source=Source(source_id="long", title="Long"), text=text, sections=(section,))
    shown = panel(citation(300, of=home), today=TODAY)
    assert len(shown["lines"]) == 2 * LONGEST + 1
    assert [line["quote"] for line in shown["lines"] if line["quote"]] == ["Line 300 of the list."]


def test_words_outside_every_section_are_shown_in_the_text_around_them() -> None:
    home = document()
    bare = Document(source=home.source, text=home.text)
    cited = replace(citation(1), document=bare)
    (line,) = panel(cited, today=TODAY)["lines"]
    assert line["quote"] == cited.quote
    assert line["before"].endswith("- ")


def test_panel_survives_json() -> None:
    shown = panel(citation(1), language="es", today=TODAY)
    assert json.loads(json.dumps(shown)) == shown
    assert shown["dated"] == "actualizado el 29 de enero de 2026"


ROWS = "<tr><td>Corvalin</td><td>120 mg</td></tr><tr><th colspan=2>Children</th></tr><tr><td>Mestor</td><td>4 mg</td></tr>"
TABLE = (
    f"<h1>Doses</h1><h2>First</h2><table><caption>Table 1</caption><tr><th>Drug</th><th>Dose</th></tr>{ROWS}</table><p>End.</p>"
)


def test_cited_row_brings_its_whole_table_and_a_sentence_none(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"<html><body>{TABLE}</body></html>", encoding="utf-8")
    page = parse_file(tmp_path / "page.html")
    by_text = {one.text: one for one in cut(page)[1]}
    shown = panel(replace(citation(1), document=page, statement=by_text["Mestor — dose: 4 mg"]), today=TODAY)["table"]
    assert (shown["caption"], shown["heads"]) == ("Table 1", ["Drug", "Dose"])
    assert [(row["cells"], row["group"], row["cited"]) for row in shown["rows"]] == [
        (["Corvalin", "120 mg"], False, False),
        (["Children"], True, False),
        (["Mestor", "4 mg"], False, True),
    ]
    json.dumps(shown)
    assert panel(replace(citation(1), document=page, statement=by_text["End."]), today=TODAY)["table"] is None


def _lines(page: Document, words: str) -> list[tuple[str, str]]:
    cited = next(one for one in cut(page)[1] if one.text.startswith(words))
    lines = panel(replace(citation(1), document=page, statement=cited), today=TODAY)["lines"]
    return [(line["kind"], line["before"] + line["quote"] + line["after"]) for line in lines]


def test_rows_that_do_not_repeat_their_heads_are_shown_below_them_and_others_by_themselves(tmp_path: Path) -> None:
    table = "| Drug | Day | Night |\n|---|---|---|\n| Mestor | | 9 mg |\n| Corvalin | 4 mg | 5 mg |\n"
    (tmp_path / "page.md").write_text(f"# Doses\n\n## First\n\n- Start low.\n\n{table}", encoding="utf-8")
    assert _lines(parse_file(tmp_path / "page.md"), "Corvalin") == [
        ("heading", "First"),
        ("bullet", "Start low."),
        ("lead-in", "Drug | Day | Night"),
        ("table row", "Mestor | | 9 mg"),
        ("table row", "Corvalin | 4 mg | 5 mg"),
    ]
    (tmp_path / "page.html").write_text(f"<html><body>{TABLE}</body></html>", encoding="utf-8")
    assert ("lead-in", "Drug | Dose") not in _lines(parse_file(tmp_path / "page.html"), "Mestor")
