import os
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.answers import Audience
from assistant.settings import Settings, in_force, load_settings, variable
from ingest.errors import SettingsError


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Sets the VOUCH_ variables of one test in a folder without .env."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("VOUCH_")]:
        monkeypatch.delenv(name)

    def set_all(**variables: str) -> None:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    return set_all


def test_defaults_need_no_environment(environment: Callable[..., None]) -> None:
    environment()
    settings = load_settings()
    assert settings.llm_base_url is None
    assert settings.audience is Audience.CLINICIAN
    assert settings.host == "127.0.0.1"


def test_misspelt_name_stops_and_names_the_nearest(environment: Callable[..., None]) -> None:
    environment(VOUCH_LLM_BASE_ULR="http://127.0.0.1:1/v1")
    with pytest.raises(SettingsError, match=r"VOUCH_LLM_BASE_ULR.*VOUCH_LLM_BASE_URL"):
        load_settings()


def test_misspelt_name_in_the_env_file_stops_too(environment: Callable[..., None]) -> None:
    environment()
    Path(".env").write_text("VOUCH_PROT=9000\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"VOUCH_PROT.*VOUCH_PORT"):
        load_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("VOUCH_PORT", "70000", id="port-out-of-range"),
        pytest.param("VOUCH_PORT", "http", id="port-no-number"),
        pytest.param("VOUCH_AUDIENCE", "nurse", id="unknown-audience"),
        pytest.param("VOUCH_COUNTRY", "Atlantis", id="country-no-code"),
        pytest.param("VOUCH_LLM_TIMEOUT", "0", id="no-time"),
        pytest.param("VOUCH_LLM_BASE_URL", "localhost:11434", id="url-without-scheme"),
    ],
)
def test_bad_value_is_one_line_naming_the_setting(environment: Callable[..., None], name: str, value: str) -> None:
    environment(**{name: value, "VOUCH_LLM_MODEL": "m"})
    with pytest.raises(SettingsError, match=name) as caught:
        load_settings()
    assert "\n" not in str(caught.value)


def test_endpoint_without_model_is_refused(environment: Callable[..., None]) -> None:
    environment(VOUCH_LLM_BASE_URL="http://127.0.0.1:1/v1")
    with pytest.raises(SettingsError, match="VOUCH_LLM_MODEL"):
        load_settings()


def test_empty_variable_counts_as_unset(environment: Callable[..., None]) -> None:
    environment(VOUCH_LLM_BASE_URL="", VOUCH_LLM_API_KEY="")
    settings = load_settings()
    assert settings.llm_base_url is None
    assert settings.llm_api_key is None


def test_an_option_goes_before_the_environment(environment: Callable[..., None]) -> None:
    environment(VOUCH_PORT="9001")
    assert load_settings(port=9002).port == 9002
    assert load_settings(port=None).port == 9001


def test_settings_cannot_be_changed_afterwards(environment: Callable[..., None]) -> None:
    environment()
    with pytest.raises(ValueError, match="frozen"):
        load_settings().port = 1


def test_secrets_are_never_printed(environment: Callable[..., None]) -> None:
    environment(
        VOUCH_LLM_BASE_URL="https://me:hunter2@llm.example/v1",
        VOUCH_LLM_MODEL="m",
        VOUCH_LLM_API_KEY="sk-hunter2",
        VOUCH_DATABASE_URL="postgresql+asyncpg://vouch:hunter2@db/vouch",
        VOUCH_VECTOR_STORE="http://vouch:hunter2@db:19530",
    )
    shown = in_force(load_settings())
    assert "hunter2" not in " ".join(shown.values())
    assert shown["VOUCH_LLM_API_KEY"] == "********"
    assert "postgresql+asyncpg://vouch:" in shown["VOUCH_DATABASE_URL"]
    assert shown["VOUCH_VECTOR_STORE"] == "http://vouch:********@db:19530"


def test_token_of_a_vector_store_is_never_printed(environment: Callable[..., None]) -> None:
    environment(VOUCH_VECTOR_STORE="https://hunter2@db.example")
    assert in_force(load_settings())["VOUCH_VECTOR_STORE"] == "https://********@db.example"


@pytest.mark.parametrize(
    "name",
    [
        "CORPUS",
        "INDEX",
        "EMBEDDING_MODEL",
        "LLM_BASE_URL",
        "LLM_MODEL",
        "LLM_API_KEY",
        "AUDIENCE",
        "MIN_REVIEW_STATUS",
        "DATABASE_URL",
        "VECTOR_STORE",
    ],
)
def test_every_promised_setting_exists(name: str) -> None:
    assert f"VOUCH_{name}" in {variable(field) for field in Settings.model_fields}


def test_every_setting_is_described() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
