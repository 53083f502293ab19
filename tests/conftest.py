"""What all tests share: the order in which they run, how long the browser's took, and the whole product over another library."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from assistant.pipeline import Assistant
    from assistant.settings import Settings


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser's tests last: Playwright's event loop runs on in the thread until the end, and no other can run beside it."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


BROWSER_LIMIT = 360  # seconds on two idle cores
_browser_times: list[float] = []


def pytest_runtest_logstart(nodeid: str) -> None:
    """Notes when the first of the browser's tests began, its servers included."""
    if nodeid.startswith("tests/browser/") and not _browser_times:
        _browser_times.append(time.monotonic())


def pytest_runtest_logfinish(nodeid: str) -> None:
    """Notes when the last of them ended."""
    if nodeid.startswith("tests/browser/"):
        _browser_times[1:] = [time.monotonic()]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says how long the browser's tests took; it only says it, since how busy the machine was can't be known here."""
    if len(_browser_times) == 2:
        took = round(_browser_times[1] - _browser_times[0])
        over = took > BROWSER_LIMIT
        told = f"browser tests: {took // 60} min {took % 60:02} s (at most {BROWSER_LIMIT // 60} min on two idle cores)"
        terminalreporter.write_line(f"{told}: TOO LONG" if over else told, yellow=over)


@pytest.fixture(scope="session")
def heart_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings over an index of the heart failure library, made with the real model, whatever the environment says."""
    # Tests of single steps don't pay for the product's imports.
    from heart_library import HEART

    from assistant.settings import Settings
    from ingest.documents import ReviewStatus
    from ingest.embed import load_embedder
    from ingest.index import build_index

    settings = Settings(
        _env_file=None,
        corpus=HEART,
        index=tmp_path_factory.mktemp("heart") / "index",
        embedding_model="bundled",
        min_review_status=ReviewStatus.DRAFT,
        llm_base_url=None,
        llm_model=None,
        country="US",
    )
    report = build_index(settings.corpus, settings.index, embedder=load_embedder(settings))
    assert report.failures == ()
    return settings


@pytest.fixture(scope="session")
def heart(heart_settings: Settings) -> Assistant:
    """The assistant over the heart failure library: extractive, no language model."""
    from assistant.pipeline import Assistant

    return Assistant.open(heart_settings)


@pytest.fixture(scope="session")
def postgres() -> Iterator[int]:
    """The port of a running PostgreSQL, for as many databases as the tests need."""
    from postgres import find_postgres, running_postgres

    programs = find_postgres()
    if programs is None:
        pytest.skip("no PostgreSQL on this machine (Debian, Ubuntu: apt-get install postgresql)")
    with running_postgres(programs) as port:
        yield port


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind that conversations can be kept in."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/deep/history.db"
    from postgres import new_database

    return new_database(request.getfixturevalue("postgres"))
