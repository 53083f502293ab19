"""A question is read against what the documents themselves say; sources that may not be cited are not looked at."""

from pathlib import Path

import pytest
from heart_library import ListedIndex, heart_index, heart_reader, lexicon

from assistant.answers import AbstentionReason, Audience
from assistant.reader import Reader
from ingest.parse.markdown import parse_markdown

READER = heart_reader()


def reader(*titles: str) -> Reader:
    pages = [
        parse_markdown(
            f"---\nsource_id: s{n}\ntitle: {title}\n---\n# {title}\n\n## Salt\n\n- Salt is limited.\n", path=Path(f"s{n}.md")
        )
        for n, title in enumerate(titles)
    ]
    return Reader(index=ListedIndex(pages), lexicon=lexicon())


def test_every_statement_is_profiled_once() -> None:
    assert set(READER.profiles) == {statement.statement_id for statement in READER.index.statements}


def test_word_that_the_documents_use_is_not_put_right() -> None:
    assert "abrupt" in READER.vocabulary
    assert READER.find("Stopping abruptly?", audience=Audience.CLINICIAN).asked.corrected == ()
    strict = Reader(index=heart_index(), lexicon=lexicon(), is_everyday=lambda _: False)
    assert strict.find("spironolactome?", audience=Audience.CLINICIAN).asked.concepts == {"spironolactone"}


def test_source_that_is_not_allowed_gives_no_evidence() -> None:
    only = READER.find("dose of spironolactone", audience=Audience.CLINICIAN, allowed=frozenset({"lakeside-handbook"}))
    assert {entry.profile.source.source_id for entry in only.judged} == {"lakeside-handbook"}
    none = READER.find("dose of spironolactone", audience=Audience.CLINICIAN, allowed=frozenset())
    assert none.judged == ()
    assert none.answerability.reason is AbstentionReason.NO_EVIDENCE


def test_thing_that_only_a_source_out_of_bounds_names_counts_as_unknown() -> None:
    def answerable(*allowed: str) -> bool:
        sources = frozenset(allowed) or None
        return READER.find("What is furosemide?", audience=Audience.CLINICIAN, allowed=sources).answerability.answerable

    assert answerable()
    assert answerable("lakeside-handbook")
    assert answerable("lakeside-handbook", "fennmark-guideline")
    assert not answerable("fennmark-guideline")


def test_thing_that_only_a_source_out_of_bounds_names_is_named_as_missing() -> None:
    barred = READER.find("What is furosemide?", audience=Audience.PATIENT, allowed=frozenset({"fennmark-guideline"}))
    assert barred.answerability.reason is AbstentionReason.OUT_OF_SCOPE
    assert barred.answerability.missing == ("furosemide",)


@pytest.mark.parametrize(
    ("titles", "background"),
    [
        pytest.param(["Heart failure", "Living with CHF"], {"heart-failure"}, id="every-title-by-any-wording"),
        pytest.param(["Heart failure", "Salt"], set(), id="half-of-them"),
        pytest.param(["Heart failure"] * 4 + ["Salt"], {"heart-failure"}, id="four-of-five"),
        pytest.param([], set(), id="no-document"),
    ],
)
def test_background_is_what_nearly_every_title_names(titles: list[str], background: set[str]) -> None:
    assert reader(*titles).background() == background


def test_empty_library_answers_nothing() -> None:
    found = reader().find("Is salt limited?", audience=Audience.PATIENT)
    assert found.judged == ()
    assert not found.answerability.answerable
