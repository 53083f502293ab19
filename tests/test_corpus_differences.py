"""The shipped register of differences: every side stands in the documents, and no point is noted twice."""

from itertools import combinations
from pathlib import Path

import pytest
import yaml

from assistant.differences.taught import read_taught
from ingest.chunk import cut
from ingest.differences import NAME, Register, read_register
from ingest.documents import Statement
from ingest.parse import parse_file
from ingest.scan import scan

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.fixture(scope="module")
def statements() -> list[Statement]:
    return [one for file in scan(CORPUS) for one in cut(parse_file(file.path))[1]]


@pytest.fixture(scope="module", params=["en", "es"])
def register(request: pytest.FixtureRequest, statements: list[Statement]) -> Register:
    return read_register(CORPUS, statements, language=request.param)


def test_every_side_stands_in_the_documents_and_in_their_versions(register: Register) -> None:
    entries = yaml.safe_load((CORPUS / NAME).read_text(encoding="utf-8"))["differences"]
    assert register.warnings == ()
    assert [one.difference_id for one in register.differences] == [entry["id"] for entry in entries]


def test_sides_are_of_different_sources(register: Register, statements: list[Statement]) -> None:
    source_of = {one.statement_id: one.source_id for one in statements}
    for one in register.differences:
        apart = [{source_of[i] for i in side} for side in one.sides]
        assert any(left != right for left, right in combinations(apart, 2)), one.difference_id


def test_no_point_is_noted_twice(register: Register) -> None:
    points = [(one.kind, one.sides) for one in register.differences]
    assert len(points) == len(set(points))
    assert len({one.about["en"] for one in register.differences}) == len(points)


def test_questions_that_people_wrote_ask_for_entries_that_there_are(register: Register) -> None:
    assert {one.difference_id for one in register.differences}.issuperset(read_taught().ids)
