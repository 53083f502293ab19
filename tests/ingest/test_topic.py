from pathlib import Path

import pytest

from ingest.chunk import cut
from ingest.documents import Statement
from ingest.parse.markdown import parse_markdown
from ingest.topic import phrases_told


def _statements(title: str, body: str) -> tuple[Statement, ...]:
    return cut(parse_markdown(f"---\ntitle: '{title}'\n---\n# {title}\n\n{body}\n", path=Path("page.md")))[1]


def test_title_is_the_topic_where_nothing_else_names_the_thing() -> None:
    (one,) = _statements("Gout flares in adults", "## Treatment of a flare\n\n- Naproxen 500 mg twice daily.")
    assert one.topic == "Gout flares in adults"
    assert one.heading_path == ("Treatment of a flare",)
    assert one.embed_text == "Gout flares in adults › Treatment of a flare - Naproxen 500 mg twice daily."


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Gout flares in adults", "## Treatment of a flare\n\n- Gout is treated with naproxen 500 mg."),
        ("Gout", "## Drugs for gout\n\n- Naproxen 500 mg twice daily."),
        ("Clinical practice guideline: recommended management of children", "## Fever\n\n- Paracetamol 15 mg/kg."),
        ("Living with fever", "## Fever\n\n- Paracetamol 15 mg/kg."),
    ],
)
def test_title_that_adds_no_thing_is_no_topic(title: str, body: str) -> None:
    assert {one.topic for one in _statements(title, body)} == {""}


def test_shipped_documents_name_their_subject_in_their_text() -> None:
    corpus = Path(__file__).parents[2] / "corpus"
    documents = [parse_markdown(path.read_text(encoding="utf-8"), path=path) for path in sorted(corpus.glob("*-*.md"))]
    assert len(documents) > 1
    assert {one.topic for document in documents for one in cut(document)[1]} == {""}


def test_title_of_one_thing_is_the_topic_of_what_does_not_name_it() -> None:
    body = "## How capecitabine works\n\n- It stops cells.\n\n## Your kidneys\n\n- The dose is lowered by a quarter."
    assert [one.topic for one in _statements("Capecitabine", body)] == ["", "Capecitabine"]


@pytest.mark.parametrize(
    ("title", "phrases"),
    [
        ("Scabies in adults: creams and long-term care", [("scabies",), ("creams",)]),
        ("Low blood sugar and pre-diabetes", [("blood", "sugar"), ("diabetes",)]),
        ("Abscess of the lung", [("abscess", "lung")]),
        ("Type 2 diabetes", [("type", "diabetes")]),
        ("Guideline for adults", []),
    ],
)
def test_words_of_a_title_are_told_phrase_by_phrase(title: str, phrases: list[tuple[str, ...]]) -> None:
    assert phrases_told(title) == phrases
