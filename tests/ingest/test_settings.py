from pathlib import Path
from typing import ClassVar

import pytest
from pydantic import Field

from ingest.documents import ReviewStatus
from ingest.errors import SettingsError
from ingest.settings import IngestSettings, known_names


class WiderSettings(IngestSettings):
    extra_names: ClassVar[frozenset[str]] = frozenset({"VOUCH_BESIDE"})
    answer_words: int = Field(default=120, ge=1)


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in known_names(IngestSettings):
        monkeypatch.delenv(name, raising=False)


def test_defaults_name_the_shipped_corpus_and_the_bundled_model() -> None:
    settings = IngestSettings()
    assert (settings.corpus, settings.index, settings.embedding_model) == (Path("corpus"), Path(".index"), "bundled")


def test_environment_and_env_file_are_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("VOUCH_INDEX=elsewhere\nOTHER_TOOL=1\n", encoding="utf-8")
    monkeypatch.setenv("VOUCH_MIN_REVIEW_STATUS", "reviewed")
    settings = IngestSettings()
    assert (settings.index, settings.min_review_status) == (Path("elsewhere"), ReviewStatus.REVIEWED)


def test_misspelt_name_in_the_environment_names_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOUCH_CORPSU", "x")
    with pytest.raises(SettingsError, match=r"Unknown setting VOUCH_CORPSU in the environment: did you mean VOUCH_CORPUS\?"):
        IngestSettings()


def test_misspelt_name_in_the_env_file_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("VOUCH_EMBEDDING_MODLE=bundled\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"\.env: did you mean VOUCH_EMBEDDING_MODEL\?"):
        IngestSettings()


def test_env_file_that_is_no_utf_8_is_one_line_with_its_mend(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("VOUCH_CORPUS=here\n".encode("utf-16"))
    with pytest.raises(SettingsError, match=r"\.env can't be read .* Save it as UTF-8"):
        IngestSettings()


def test_a_subclass_knows_its_own_fields_and_its_parent_accepts_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOUCH_ANSWER_WORDS", "80")
    monkeypatch.setenv("VOUCH_BESIDE", "anything")
    assert WiderSettings().answer_words == 80
    IngestSettings()


@pytest.mark.parametrize(
    ("name", "value"),
    [("VOUCH_EMBEDDING_BATCH", "0"), ("VOUCH_MIN_REVIEW_STATUS", "perfect"), ("VOUCH_VECTOR_STORE", "nowhere")],
)
def test_value_out_of_bounds_names_setting_and_value(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        IngestSettings()
    assert name in str(caught.value)
    assert value in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "value",
    ["faiss", "http://db:19530", "https://me:hunter2@db.example", "https://token@db.example", "here.db", "file:///a/b.db"],
)
def test_vector_store_may_be_faiss_or_milvus(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("VOUCH_VECTOR_STORE", value)
    assert IngestSettings().vector_store == value


def test_other_vector_store_names_both_choices_and_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOUCH_VECTOR_STORE", "milvus://me:hunter2@db:19530")
    with pytest.raises(
        SettingsError, match=r"milvus://me:\*{8}@db:19530.*`faiss`, or Milvus: http://milvus\.example:19530.*FILE\.db"
    ) as caught:
        IngestSettings()
    assert "hunter2" not in str(caught.value)


def test_every_setting_has_a_description() -> None:
    assert all(field.description for field in IngestSettings.model_fields.values())
