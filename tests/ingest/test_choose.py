from pathlib import Path

import pytest
from ingest_fakes import COUGH

from ingest.documents import ReviewStatus
from ingest.errors import MetadataError, UnreadableDocumentError
from ingest.parse import parse_file


def test_suffix_picks_the_parser(tmp_path: Path) -> None:
    for name in ("a.md", "b.TXT"):
        (tmp_path / name).write_text("# Rest\n\nRest helps.\n", encoding="utf-8")
    assert parse_file(tmp_path / "a.md").source.title == "Rest"
    assert parse_file(tmp_path / "b.TXT").source.inferred


@pytest.mark.parametrize("name", ["x.xlsx", "x.epub", "x.png", "x"])
def test_other_files_are_refused_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("text", encoding="utf-8")
    with pytest.raises(UnreadableDocumentError, match="are not supported"):
        parse_file(tmp_path / name)


def test_sidecar_overrides_what_was_inferred(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Rest helps all patients with fever a lot.\n", encoding="utf-8")
    (tmp_path / "page.txt.meta.yaml").write_text("source_id: rest\npublisher: Oak\nreview_status: approved\n", encoding="utf-8")
    source = parse_file(tmp_path / "page.txt").source
    assert (source.source_id, source.publisher, source.review_status) == ("rest", "Oak", ReviewStatus.APPROVED)
    assert "publisher" not in source.inferred
    assert "title" in source.inferred


def test_broken_sidecar_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Rest helps.\n", encoding="utf-8")
    (tmp_path / "page.txt.meta.yaml").write_text("review_status: great\n", encoding="utf-8")
    with pytest.raises(MetadataError, match=r"page\.txt\.meta\.yaml: `review_status` is wrong"):
        parse_file(tmp_path / "page.txt")


def test_source_id_can_be_given(tmp_path: Path) -> None:
    (tmp_path / "cough.md").write_text(COUGH, encoding="utf-8")
    assert parse_file(tmp_path / "cough.md", source_id="other").source.source_id == "other"
