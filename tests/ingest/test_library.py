from pathlib import Path

import captures
import pytest
from ingest_fakes import COUGH, FEVER, WordEmbedder

from ingest.errors import MetadataError, SourceNotFoundError, UnreadableDocumentError
from ingest.fetch import Fetched
from ingest.index import open_index
from ingest.library import add_documents, list_sources, remove_source, set_review_status
from ingest.report import Failure
from ingest.settings import IngestSettings


@pytest.fixture
def settings(tmp_path: Path) -> IngestSettings:
    return IngestSettings(corpus=tmp_path / "corpus", index=tmp_path / "index")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "001_f00.txt").write_text(captures.CLINICIAN_PAGE, encoding="utf-8")
    (folder / "002_ba2.txt").write_text(captures.SOCIETY_PAGE, encoding="utf-8")
    (folder / "fever-notes.md").write_text(FEVER, encoding="utf-8")
    return folder


def test_folder_is_taken_in_with_readable_ids_and_reports(settings: IngestSettings, inbox: Path) -> None:
    report = add_documents([inbox], settings, embedder=WordEmbedder())
    assert report.failures == ()
    assert [one.source_id for one in report.added] == [
        "cardiapress-management-chronic-heart-failure-adults",
        "imaginary-stone-society-treatment-kidney-stones",
        "fever",
    ]
    assert [one.original for one in report.added] == [
        str(inbox / name) for name in ("001_f00.txt", "002_ba2.txt", "fever-notes.md")
    ]
    assert (report.added[0].statements, report.added[0].references_linked, report.added[0].furniture_removed) == (17, 4, 18)
    assert report.ingest is not None
    assert report.ingest.sources == 3
    assert set(open_index(settings.index, corpus=settings.corpus, embedder=WordEmbedder()).documents) == {
        one.source_id for one in report.added
    }


def test_original_is_kept_byte_for_byte_with_its_name(settings: IngestSettings, inbox: Path) -> None:
    add_documents([inbox / "001_f00.txt"], settings, embedder=WordEmbedder())
    kept = settings.corpus / "cardiapress-management-chronic-heart-failure-adults.txt"
    assert kept.read_bytes() == (inbox / "001_f00.txt").read_bytes()
    assert "original: 001_f00.txt" in kept.with_name(kept.name + ".meta.yaml").read_text(encoding="utf-8")


def test_same_content_twice_changes_nothing(settings: IngestSettings, inbox: Path) -> None:
    add_documents([inbox], settings, embedder=WordEmbedder())
    embedder = WordEmbedder()
    report = add_documents([inbox, inbox / "001_f00.txt"], settings, embedder=embedder)
    assert report.added == ()
    assert len(report.already_there) == 4
    assert report.ingest is not None
    assert not report.ingest.written
    assert embedder.embedded == []


def test_other_content_under_a_known_id_is_refused_unless_told(settings: IngestSettings, inbox: Path) -> None:
    add_documents([inbox], settings, embedder=WordEmbedder())
    (inbox / "fever-notes.md").write_text(FEVER.replace("15 mg/kg", "99 mg/kg"), encoding="utf-8")
    refused = add_documents([inbox / "fever-notes.md"], settings, embedder=WordEmbedder())
    assert "already has another document fever" in refused.failures[0].error
    assert "`vouch add --overwrite`" in refused.failures[0].error
    assert "15 mg/kg" in (settings.corpus / "fever.md").read_text(encoding="utf-8")
    taken = add_documents([inbox / "fever-notes.md"], settings, embedder=WordEmbedder(), overwrite=True)
    assert taken.replaced == ("fever",)
    assert "99 mg/kg" in (settings.corpus / "fever.md").read_text(encoding="utf-8")


def test_bad_file_does_not_keep_the_others_out(settings: IngestSettings, inbox: Path) -> None:
    (inbox / "000.md").write_bytes(b"")

    def offline(url: str, *_: object, **__: object) -> Fetched:
        message = f"{url} can't be fetched"
        raise UnreadableDocumentError(message)

    pages = [inbox, inbox / "none.md", "https://example.org/page"]
    report = add_documents(pages, settings, embedder=WordEmbedder(), fetcher=offline)
    assert len(report.added) == 3
    assert {Path(failure.path).name for failure in report.failures} == {"page", "000.md", "none.md"}
    assert any(failure.path == "https://example.org/page" for failure in report.failures)


def test_file_name_cannot_lead_out_of_the_corpus(settings: IngestSettings, inbox: Path) -> None:
    (inbox / "x.md").write_text("---\nsource_id: ../../evil\n---\n# X\n\nX.\n", encoding="utf-8")
    report = add_documents([inbox / "x.md"], settings, embedder=WordEmbedder())
    assert "source_id" in report.failures[0].error
    assert report.added == ()


def test_sources_are_listed_with_and_without_an_index(settings: IngestSettings, inbox: Path) -> None:
    add_documents([inbox], settings, embedder=WordEmbedder())
    (settings.corpus / "bad.md").write_text("---\nupdated: soon\n---\nX.\n", encoding="utf-8")
    listed = list_sources(settings)
    assert [one.source_id for one in listed.sources] == sorted(one.source_id for one in listed.sources)
    assert [failure.path for failure in listed.failures] == ["bad.md"]
    for path in settings.index.iterdir():
        if path.name == "lock.json":
            path.unlink()
    assert list_sources(settings) == listed


def test_removed_source_is_kept_aside(settings: IngestSettings, inbox: Path) -> None:
    add_documents([inbox], settings, embedder=WordEmbedder())
    change = remove_source("fever", settings, embedder=WordEmbedder())
    assert change.ingest.removed == ("fever",)
    assert Path(change.path).read_text(encoding="utf-8") == FEVER
    assert "fever" not in {one.source_id for one in list_sources(settings).sources}


def test_unknown_source_names_the_nearest(settings: IngestSettings, inbox: Path) -> None:
    add_documents([inbox], settings, embedder=WordEmbedder())
    with pytest.raises(SourceNotFoundError, match=r"no source fevr .*did you mean fever\?"):
        remove_source("fevr", settings, embedder=WordEmbedder())


@pytest.mark.parametrize("source_id", ["fever", "imaginary-stone-society-treatment-kidney-stones", "cough"])
def test_review_status_is_set_and_indexed_without_embedding(settings: IngestSettings, inbox: Path, source_id: str) -> None:
    (inbox / "cough.md").write_text(COUGH, encoding="utf-8")
    add_documents([inbox], settings, embedder=WordEmbedder())
    embedder = WordEmbedder()
    change = set_review_status(source_id, "approved", settings, embedder=embedder)
    assert (change.after, change.ingest.changed, embedder.embedded) == ("approved", (source_id,), [])
    opened = open_index(settings.index, corpus=settings.corpus, embedder=embedder)
    assert opened.documents[source_id].source.review_status.value == "approved"
    assert opened.documents[source_id].source.title


def test_unknown_status_names_those_that_are(settings: IngestSettings) -> None:
    with pytest.raises(MetadataError, match="Use one of: draft, submitted, under review"):
        set_review_status("fever", "perfect", settings, embedder=WordEmbedder())


def test_reports_turn_into_json(settings: IngestSettings, inbox: Path) -> None:
    import json

    report = add_documents([inbox], settings, embedder=WordEmbedder())
    change = set_review_status("fever", "draft", settings, embedder=WordEmbedder())
    for value in (report, change, list_sources(settings)):
        assert json.loads(json.dumps(value.to_dict()))


@pytest.mark.parametrize(
    ("error", "told"),
    [
        pytest.param("/srv/leaflets/leaflet.pdf holds no text.", "leaflet.pdf holds no text.", id="path-goes"),
        pytest.param("It holds no text.", "leaflet.pdf: It holds no text.", id="name-comes"),
    ],
)
def test_failure_is_told_by_the_name_of_its_file(error: str, told: str) -> None:
    assert Failure(path="/srv/leaflets/leaflet.pdf", error=error).told == told
