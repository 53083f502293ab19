from datetime import date
from pathlib import Path

import pytest
from ingest_fakes import WordEmbedder

from ingest.adding import add_documents
from ingest.bring import build_index
from ingest.documents import Source
from ingest.editions import namesakes, superseded
from ingest.index import open_index
from ingest.library import list_sources
from ingest.parse.identity import find_edition
from ingest.settings import IngestSettings


def _source(source_id: str, title: str, *, year: int = 2020, edition: str | None = None, **more: object) -> Source:
    return Source(
        source_id=source_id,
        title=title,
        publisher="Gout Board",
        published=date(year, 1, 1),
        edition=edition,
        **more,  # type: ignore[arg-type]
    )


def test_newer_edition_of_the_same_title_supersedes_the_older() -> None:
    old = _source("old", "Gout guideline 2018", year=2018)
    middle = _source("middle", "Gout guideline, 2nd edition", year=2021)
    new = _source("new", "Gout guideline 2024 update", year=2024)
    assert superseded([new, old, middle]) == {"old": "new", "middle": "new"}


@pytest.mark.parametrize(
    "other",
    [
        _source("b", "Gout in children 2024", year=2024),
        _source("b", "Gout guideline 2018", year=2018),
        Source(source_id="b", title="Gout guideline 2024", publisher="Another Board", published=date(2024, 1, 1)),
        Source(source_id="b", title="Gout guideline 2024", published=date(2024, 1, 1)),
    ],
    ids=["other title", "same day", "other publisher", "no publisher"],
)
def test_other_documents_are_no_editions(other: Source) -> None:
    assert superseded([_source("a", "Gout guideline 2018", year=2018), other]) == {}


def test_older_namesake_that_no_edition_tells_apart_is_known() -> None:
    older, newer = _source("older", "Gout", year=2020), _source("newer", "Gout", year=2025)
    assert superseded([older, newer]) == {}
    assert namesakes([newer, older]) == {"newer": "older"}


@pytest.mark.parametrize(
    ("days", "told"),
    [
        pytest.param((None, None), {"b": "a"}, id="neither-has-a-day"),
        pytest.param((None, date(2024, 1, 1)), {"b": "a"}, id="one-has-a-day"),
        pytest.param((date(2024, 1, 1), None), {"a": "b"}, id="the-other-has"),
    ],
)
def test_namesakes_without_a_day_are_asked_about(days: tuple[date | None, date | None], told: dict[str, str]) -> None:
    pair = [
        Source(source_id=name, title="Gout", publisher="Gout Board", published=day) for name, day in zip("ab", days, strict=True)
    ]
    assert superseded(pair) == {}
    assert namesakes(pair) == told


@pytest.mark.parametrize(
    "other",
    [
        _source("b", "Gout in children", year=2025),
        _source("b", "Gout", year=2020),
        _source("b", "Gout", year=2025, supersedes=("a",)),
        _source("b", "Gout", year=2025, edition="2nd edition"),
        _source("b", "Gout", year=2025, language="es"),
        Source(source_id="b", title="Gout", publisher="Another Board", published=date(2025, 1, 1)),
        Source(source_id="b", title="Gout", published=date(2025, 1, 1)),
    ],
    ids=["other title", "same day", "stated", "told by its edition", "a translation", "other publisher", "no publisher"],
)
def test_what_is_no_namesake_or_settled_is_not_asked_about(other: Source) -> None:
    assert namesakes([_source("a", "Gout", year=2020), other]) == {}


def test_whoever_adds_a_newer_namesake_is_told_that_both_are_cited_and_what_settles_it(tmp_path: Path) -> None:
    settings = IngestSettings(corpus=tmp_path / "corpus", index=tmp_path / "index")
    for name, day, dose in (("plan-a", "2025-01-01", "5 mg"), ("plan-b", "2026-01-01", "9 mg")):
        head = f"title: Plan for gout\npublisher: Gout Board\nupdated: {day}"
        (tmp_path / f"{name}.md").write_text(f"---\n{head}\n---\n# Gout\n\nGive {dose} of it daily.\n", encoding="utf-8")
    (first,) = add_documents([tmp_path / "plan-a.md"], settings, embedder=WordEmbedder()).added
    (second,) = add_documents([tmp_path / "plan-b.md"], settings, embedder=WordEmbedder()).added
    assert not any("same title" in warning for warning in first.warnings)
    (told,) = [warning for warning in second.warnings if "same title" in warning]
    assert f"`supersedes: [{first.source_id}]`" in told
    assert f"`vouch remove {first.source_id}`" in told
    listed = {report.source_id: report.warnings for report in list_sources(settings).sources}
    assert told in listed[second.source_id]
    assert told not in listed[first.source_id]


def test_stated_chain_ends_at_the_newest_and_a_circle_does_not_hang() -> None:
    a = _source("a", "One")
    b = _source("b", "Two", supersedes=("a",))
    c = _source("c", "Three", supersedes=("b", "nobody"))
    assert superseded([a, b, c]) == {"a": "c", "b": "c"}
    assert set(superseded([_source("a", "One", supersedes=("b",)), _source("b", "Two", supersedes=("a",))])) == {"a", "b"}


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("Gout, 3rd edition", "3rd edition"),
        ("Version 4.2024", "Version 4.2024"),
        ("Gout 2023 update", "2023 update"),
        ("Gout", None),
    ],
)
def test_edition_is_read_as_written(text: str, edition: str | None) -> None:
    assert find_edition(text) == edition


def test_older_edition_is_kept_but_found_only_when_asked_for(tmp_path: Path) -> None:
    settings = IngestSettings(corpus=tmp_path / "corpus", index=tmp_path / "index")
    settings.corpus.mkdir()
    for year, dose in ((2018, "5 mg"), (2024, "9 mg")):
        head = f"title: Gout guideline {year}\npublisher: Gout Board\nupdated: {year}-01-01"
        text = f"---\n{head}\n---\n# Gout\n\nGive {dose} of it daily.\n"
        (settings.corpus / f"gout-{year}.md").write_text(text, encoding="utf-8")
    build_index(settings.corpus, settings.index, embedder=WordEmbedder())
    index = open_index(settings.index, corpus=settings.corpus, embedder=WordEmbedder())
    assert index.superseded == {"gout-2018": "gout-2024"}

    def sources(*, asked: bool) -> tuple[list[str], list[str]]:
        vector = WordEmbedder().embed(["Give 5 mg of it daily."])[0]
        dense = [index.statements[position].source_id for position, _ in index.search_dense(vector, 5, with_superseded=asked)]
        lexical = [
            index.statements[position].source_id for position, _ in index.search_lexical("5 mg daily", 5, with_superseded=asked)
        ]
        return dense, lexical

    assert sources(asked=False)[0] == ["gout-2024"]
    assert set(sources(asked=False)[1]) <= {"gout-2024"}
    assert set(sources(asked=True)[0]) == {"gout-2018", "gout-2024"}
    reports = {report.source_id: report for report in list_sources(settings).sources}
    assert reports["gout-2018"].superseded_by == "gout-2024"
    assert any("kept but not cited" in warning for warning in reports["gout-2018"].warnings)
