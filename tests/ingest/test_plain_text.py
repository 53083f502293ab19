"""Plain-text files that are no copied web pages: Markdown without the name, prints, questions with answers, tables of pipes."""

from pathlib import Path

import pytest

from ingest.chunk import cut
from ingest.documents import Document, Statement
from ingest.parse.choose import parse_file
from ingest.sentences import split_sentences

UNDERLINED = """Gout on the ward
================

Flares
------

Give colchicine 0.5 mg twice daily.

* Rest the joint for two days.

Diet
----

Beer is avoided.
"""
PRINTED = """GOUT IN ADULTS                                                   1

Flares

Colchicine 0.5 mg twice daily is given to adults with a flare of gout
for up to three days. It is not given to patients on dialysis.

a) Naproxen 500 mg twice daily
b) Prednisone 30 mg daily for 5 days

GOUT IN ADULTS                                                   2

Diet

Beer is avoided for life by patients who have had two flares or more.
"""
PIPED = """Gout on the ward

Doses

Colchicine is used in flares by most clinics in this region.

| Drug | Dose | Note |
|------|------|------|
| Colchicine | 0.5 mg | Not in dialysis |
| Naproxen | 500 mg | With food |
"""
ASKED = """Gout: questions and answers

Q: What is gout?
A: Gout is a disease of the joints that comes in flares.

Q: How is a flare treated?
A: Colchicine 0.5 mg twice daily is given for three days. It is stopped when diarrhoea begins.
"""
GRADED = """Gout guideline 2023
Joint Society

Recommendations

Recommendation 1. In adults with a flare, colchicine 0.5 mg twice daily is recommended. (Strong advice, moderate certainty)

Recommendation 2. In adults on dialysis, colchicine should not be used. (Conditional, low)
"""


def _read(path: Path, text: str) -> tuple[Document, dict[str, Statement]]:
    file = path / "notes.txt"
    file.write_text(text, encoding="utf-8")
    document = parse_file(file)
    return document, {" ".join(one.text.split()): one for one in cut(document)[1]}


def test_underlined_headings_of_a_text_file_are_headings(tmp_path: Path) -> None:
    document, statements = _read(tmp_path, UNDERLINED)
    assert document.source.title == "Gout on the ward"
    assert [(one.heading_path, text) for text, one in statements.items()] == [
        (("Flares",), "Give colchicine 0.5 mg twice daily."),
        (("Flares",), "Rest the joint for two days."),
        (("Diet",), "Beer is avoided."),
    ]


def test_heads_of_printed_pages_are_set_aside_and_lettered_items_stand_side_by_side(tmp_path: Path) -> None:
    document, statements = _read(tmp_path, PRINTED)
    assert document.source.title == "GOUT IN ADULTS"
    assert statements["Prednisone 30 mg daily for 5 days"].lead_in == ""
    last = statements["Beer is avoided for life by patients who have had two flares or more."]
    assert last.heading_path == ("Diet",)
    assert not [text for text in statements if "GOUT" in text]


def test_table_of_pipes_is_a_table(tmp_path: Path) -> None:
    rows = [one for one in _read(tmp_path, PIPED)[1].values() if one.kind.value == "table row"]
    assert [one.text for one in rows] == ["| Colchicine | 0.5 mg | Not in dialysis |", "| Naproxen | 500 mg | With food |"]
    assert {one.lead_in for one in rows} == {"Drug | Dose | Note"}
    assert {one.heading_path for one in rows} == {("Doses",)}


def test_questions_are_headings_of_their_answers(tmp_path: Path) -> None:
    _, statements = _read(tmp_path, ASKED)
    assert statements["Gout is a disease of the joints that comes in flares."].heading_path == ("What is gout?",)
    assert statements["It is stopped when diarrhoea begins."].heading_path == ("How is a flare treated?",)


def test_grade_behind_the_stop_stays_with_its_recommendation(tmp_path: Path) -> None:
    document, statements = _read(tmp_path, GRADED)
    assert (document.source.title, document.source.publisher) == ("Gout guideline 2023", "Joint Society")
    assert list(statements) == [
        "In adults with a flare, colchicine 0.5 mg twice daily is recommended. (Strong advice, moderate certainty)",
        "In adults on dialysis, colchicine should not be used. (Conditional, low)",
    ]


@pytest.mark.parametrize("text", ["It helps. (Some patients vomit.)", "It helps. (See the table.)"])
def test_other_words_in_brackets_are_a_sentence_of_their_own(text: str) -> None:
    assert len(split_sentences(text)) == 2
