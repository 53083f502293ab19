"""The settings in force: the ingest side's and those of answering and serving. Environment or ``.env``, prefix ``VOUCH_``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import SettingsConfigDict

from assistant.answers import Audience
from ingest.settings import PREFIX, IngestSettings
from ingest.vector_address import without_secret

_PASSWORD = re.compile(r"(?<=://)(?P<user>[^/@:]*):[^/@]*(?=@)")


class Settings(IngestSettings):
    """Every setting, frozen and checked; build it with ``load_settings``, which reports mistakes in one line."""

    # `VOUCH_LLM_API_KEY=` in a .env copied from an example means "none", not an empty key.
    model_config = SettingsConfigDict(env_ignore_empty=True)

    audience: Audience = Field(
        default=Audience.CLINICIAN, description="whom answers are written for unless a question says otherwise"
    )
    language: Literal["auto", "en", "es"] = Field(default="auto", description="language of the answers; auto: the question's own")
    country: str = Field(
        default="",
        pattern=r"^(?:[A-Z]{2})?$",
        description="ISO 3166 code of the country whose emergency numbers are shown (EU for 112); none: numbers for anywhere",
    )

    llm_base_url: str | None = Field(
        default=None, description="OpenAI-compatible endpoint, ending in /v1; none: extractive answers"
    )
    llm_model: str | None = Field(default=None, validate_default=True, description="the model's name at that endpoint")
    llm_api_key: SecretStr | None = Field(default=None, description="the endpoint's key, if it wants one")
    llm_timeout: float = Field(default=30.0, ge=0.1, le=600, description="seconds that one request to the model may take")
    llm_deadline: float = Field(default=60.0, ge=0.1, le=1800, description="seconds for a whole draft, retries included")
    llm_retries: int = Field(default=2, ge=0, le=5, description="further attempts after a failure that may pass")
    llm_rest: float = Field(default=20.0, ge=0, le=3600, description="seconds that a model out of reach is left alone")
    llm_max_tokens: int = Field(default=700, ge=64, le=8192, description="tokens that a draft may have")
    llm_context_window: int = Field(
        default=8192, ge=1024, le=2_000_000, description="tokens that the model reads and writes in one go"
    )
    llm_temperature: float = Field(default=0.0, ge=0.0, le=2.0, description="0 for the likeliest words, more for more variety")

    host: str = Field(default="127.0.0.1", min_length=1, description="address that `vouch serve` listens on")
    port: int = Field(default=8000, ge=1, le=65535, description="port that `vouch serve` listens on")
    request_timeout: float = Field(default=200.0, ge=1, le=3600, description="seconds after which an HTTP request is given up")
    request_bytes: int = Field(
        default=1_000_000, ge=1_000, le=100_000_000, description="bytes that an HTTP request's body may have"
    )
    parallel_answers: int = Field(default=2, ge=1, le=64, description="answers worked on at the same time; others wait")
    database_url: str = Field(
        default="sqlite+aiosqlite:///.vouch/history.db",
        min_length=1,
        description="where conversations are kept: SQLite file or PostgreSQL URL",
    )
    password_file: Path | None = Field(
        default=None, description="people who may sign in by password, as `vouch user` writes them"
    )
    sign_in_header: str | None = Field(
        default=None, pattern=r"^[A-Za-z0-9-]+$", description="header in which a trusted proxy names who is signed in"
    )
    trusted_proxies: str = Field(
        default="127.0.0.1,::1", description="addresses that may send the sign-in header, with commas between"
    )
    oauth: bool = Field(default=False, description="sign in through the OAuth provider whose OAUTH_… variables are set")
    members: str = Field(default="", description="who may come in by OAuth: e-mail addresses, @domains, or *; commas between")
    reviewers: str = Field(default="", description="names or addresses that review documents (header and OAuth)")
    admins: str = Field(default="", description="names or addresses that add and remove documents (header and OAuth)")
    session_secret: SecretStr | None = Field(
        default=None, min_length=32, description="what sign-ins are signed with; made at the first start if not set"
    )
    api_key: SecretStr | None = Field(
        default=None, min_length=16, description="key that programs send as `Authorization: Bearer`; needed once people sign in"
    )
    allow_open: bool = Field(default=False, description="let everybody who reaches the address in, without sign-in")

    debug: bool = Field(default=False, description="show the whole traceback of an unexpected error")

    @field_validator("llm_base_url")
    @classmethod
    def _check_base_url(cls, value: str | None) -> str | None:
        if value is not None and not re.match(r"https?://[^\s/]+", value):
            message = "must be a URL that starts with http:// or https://"
            raise ValueError(message)
        return value.rstrip("/") if value else None

    @field_validator("country", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("llm_model")
    @classmethod
    def _check_model_named(cls, value: str | None, info: ValidationInfo) -> str | None:
        if info.data.get("llm_base_url") and not value:
            message = "name the model that VOUCH_LLM_BASE_URL shall run"
            raise ValueError(message)
        return value


def load_settings(**overrides: Any) -> Settings:
    """The settings in force; ``overrides`` (those that aren't None) go before environment and ``.env``.

    Raises:
        SettingsError: for an unknown ``VOUCH_`` name or a bad value, in one line.

    """
    return Settings(**{name: value for name, value in overrides.items() if value is not None})


def variable(field: str) -> str:
    """The environment variable of a field."""
    return PREFIX + field.upper()


def in_force(settings: Settings) -> Mapping[str, str]:
    """Environment variable → value as text, in the order of definition; keys and passwords masked."""
    return {variable(field): _shown(getattr(settings, field)) for field in Settings.model_fields} | {
        # a token stands there without a user's name
        variable("vector_store"): without_secret(settings.vector_store)
    }


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, SecretStr):
        return "********"
    return _PASSWORD.sub(r"\g<user>:********", str(value))
