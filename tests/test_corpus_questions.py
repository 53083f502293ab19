"""Each question to click on of the shipped documents has its statement and its Spanish version, and fits a button."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.drafting.prepared import Prepared, load_prepared, untold
from ingest.chunk import cut
from ingest.parse.markdown import parse_markdown

CORPUS = Path(__file__).parents[1] / "corpus"
PREPARED = load_prepared(CORPUS)
_LONGEST = 90


def texts(source_id: str) -> list[str]:
    path = CORPUS / f"{source_id}.md"
    return [one.text for one in cut(parse_markdown(path.read_text(encoding="utf-8"), path=path))[1]]


def test_each_question_names_a_statement_of_its_source() -> None:
    assert untold(PREPARED, {source_id: texts(source_id) for source_id in PREPARED}) == []


def test_each_document_has_questions_in_both_languages_and_some_to_begin_with() -> None:
    english = {source_id for source_id in PREPARED if not source_id.endswith("-es")}
    assert english == {path.stem for path in CORPUS.glob("*.md") if path.stem != "README" and not path.stem.endswith("-es")}
    for source_id in english:
        assert len(PREPARED[source_id]) == len(PREPARED[f"{source_id}-es"])
    assert sum(entry.start for source_id in english for entry in PREPARED[source_id]) >= 8


@pytest.mark.parametrize("source_id", sorted(PREPARED))
def test_questions_are_short_and_asked_once(source_id: str) -> None:
    asked = [entry.ask for entry in PREPARED[source_id]]
    assert len(asked) == len(set(asked))
    opening = "¿" if source_id.endswith("-es") else ""
    assert [ask for ask in asked if len(ask) > _LONGEST or not ask.endswith("?") or not ask.startswith(opening)] == []


def test_a_question_without_its_statement_is_noticed() -> None:
    source_id = "acs-stage-4-treatment"
    wrong = Prepared(ask="Is it so?", told="No statement begins like this")
    assert untold({source_id: [wrong]}, {source_id: texts(source_id)}) == [(source_id, wrong)]
