"""Two editions of a page, and files of a folder that aren't read: nothing is lost without a word, nothing old is cited as new."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from ingest_fakes import WordEmbedder

from ingest.adding import AddReport, add_documents
from ingest.bring import build_index
from ingest.index import open_index
from ingest.left_out import is_part_of_page, left_out
from ingest.library import list_sources
from ingest.settings import IngestSettings


def _page(dose: int, *, year: int | None = 2024, title: str = "Fever after travel", body: str = "") -> str:
    day = f"<p>Last updated: 3 May {year}</p>" if year else ""
    text = body or f"<p>Give artesunate {dose} mg/kg at once.</p><p>Repeat it after 12 hours and after 24 hours.</p>"
    return f"<html lang='en'><head><title>{title}</title></head><body><h1>{title}</h1>{day}<h2>Treatment</h2>{text}</body></html>"


@pytest.fixture
def settings(tmp_path: Path) -> IngestSettings:
    return IngestSettings(corpus=tmp_path / "corpus", index=tmp_path / "index")


def _added(settings: IngestSettings, folder: Path, **pages: str) -> AddReport:
    folder.mkdir(exist_ok=True)
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return add_documents([folder / f"{name}.html" for name in pages], settings, embedder=WordEmbedder())


@pytest.mark.parametrize("order", [("old", "new"), ("new", "old")], ids=["older first", "newer first"])
def test_both_editions_of_a_page_are_kept_and_the_newer_one_is_in_force(
    settings: IngestSettings, tmp_path: Path, order: tuple[str, str]
) -> None:
    pages = {"old": _page(1, year=2019), "new": _page(2, year=2025)}
    report = _added(settings, tmp_path / "in", **{name: pages[name] for name in order})
    assert (report.failures, len(report.added)) == ((), 2)
    sources = {one.updated: one for one in list_sources(settings).sources}
    assert sources["2019-05-03"].superseded_by == sources["2025-05-03"].source_id
    assert sources["2025-05-03"].superseded_by is None
    opened = open_index(settings.index, corpus=settings.corpus, embedder=WordEmbedder())
    assert opened.superseded == {sources["2019-05-03"].source_id: sources["2025-05-03"].source_id}


@pytest.mark.parametrize("years", [(2019, 2022, 2025), (2019, 2025, 2022), (2025, 2019, 2022)], ids=str)
def test_newest_of_three_editions_takes_the_place_of_both(
    settings: IngestSettings, tmp_path: Path, years: tuple[int, ...]
) -> None:
    _added(settings, tmp_path / "in", **{name: _page(year, year=year) for name, year in zip("abc", years, strict=True)})
    newest = {one.superseded_by for one in list_sources(settings).sources if one.updated != "2025-05-03"}
    assert newest == {one.source_id for one in list_sources(settings).sources if one.updated == "2025-05-03"}


@pytest.mark.parametrize(
    "other",
    [
        _page(2, year=2019),
        _page(2, year=None),
        _page(
            2, year=2025, body="<p>Wear a coat in winter when walking home.</p><p>Bring slippers, books and glasses along.</p>"
        ),
    ],
    ids=["same day", "no day", "other text"],
)
def test_other_documents_under_one_id_are_refused_as_before(settings: IngestSettings, tmp_path: Path, other: str) -> None:
    report = _added(settings, tmp_path / "in", a=_page(1, year=2019), b=other)
    assert "already has another document" in report.failures[0].error


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")], ids=["older first", "newer first"])
def test_editions_that_lie_in_the_folder_are_told_apart_by_their_days(settings: IngestSettings, names: tuple[str, str]) -> None:
    settings.corpus.mkdir()
    for name, year in zip(names, (2019, 2025), strict=True):
        (settings.corpus / f"{name}.html").write_text(_page(year - 2010, year=year), encoding="utf-8")
    for _ in range(2):
        build_index(settings.corpus, settings.index, embedder=WordEmbedder())
        opened = open_index(settings.index, corpus=settings.corpus, embedder=WordEmbedder())
        days = {source.source_id: source.updated for source in (document.source for document in opened.documents.values())}
        assert [(days[old].year, days[new].year) for old, new in opened.superseded.items()] == [(2019, 2025)]  # type: ignore[union-attr]


def test_three_editions_in_the_folder_leave_the_newest(settings: IngestSettings) -> None:
    settings.corpus.mkdir()
    for name, year in (("a", 2022), ("b", 2025), ("c", 2019)):
        (settings.corpus / f"{name}.html").write_text(_page(year - 2010, year=year), encoding="utf-8")
    build_index(settings.corpus, settings.index, embedder=WordEmbedder())
    opened = open_index(settings.index, corpus=settings.corpus, embedder=WordEmbedder())
    in_force = [one.source.updated for one in opened.documents.values() if one.source.source_id not in opened.superseded]
    assert [day.year for day in in_force if day] == [2025]


def test_files_of_other_types_are_named_and_pictures_are_not(settings: IngestSettings, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.doc", "b.xlsx", "c.png", "d.css", ".e.doc", "notes.rtf"):
        (folder / name).write_bytes(b"x")
    (folder / "page.html").write_text(_page(1), encoding="utf-8")
    report = add_documents([folder], settings, embedder=WordEmbedder())
    assert [Path(one.path).name for one in report.left_out] == ["a.doc", "b.xlsx", "notes.rtf"]
    assert report.failures == ()
    assert "Save it as .docx" in report.left_out[0].error
    (settings.corpus / "old.ppt").write_bytes(b"x")
    built = build_index(settings.corpus, settings.index, embedder=WordEmbedder())
    assert any("old.ppt" in warning for warning in built.warnings)


def test_links_and_devices_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (tmp_path / "elsewhere").mkdir()
    folder.mkdir()
    (folder / "nowhere.html").symlink_to(tmp_path / "none.html")
    (folder / "wards").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(folder / "pipe.html")
    told = {Path(one.path).name: one.error for one in left_out(folder)}
    assert set(told) == {"nowhere.html", "wards", "pipe.html"}
    assert "link to a folder" in told["wards"]


def test_parts_of_a_saved_page_are_no_documents(settings: IngestSettings, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "Fever_files").mkdir(parents=True)
    (folder / "lone_files").mkdir()
    (folder / "Fever.html").write_text(_page(1), encoding="utf-8")
    for name in ("Fever_files/frame.html", "lone_files/frame.html"):
        (folder / name).write_text(_page(5, title="Frame of another page"), encoding="utf-8")
    assert is_part_of_page(folder / "Fever_files" / "frame.html", folder)
    report = add_documents([folder], settings, embedder=WordEmbedder())
    assert sorted(one.title for one in report.added) == ["Fever after travel", "Frame of another page"]
    assert "lone_files" in next(one.original or "" for one in report.added if one.title.startswith("Frame"))
