from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from browser.serving import FLAGS, ROOT, find_chromium, prepare_library, running_server
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 860}, "locale": "en-US"}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "locale": "en-US",
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
}

# The framework names its own phone dialogue in a way that its own checker misses.
KNOWN = ("`DialogContent` requires a `DialogTitle`",)


class Witness:
    """Sees every request and every complaint of a browser context."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self._host = urlsplit(address).netloc
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        context.on("request", lambda request: self._request(request.url))
        context.on("page", self._page)

    def _request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob"} and parts.netloc != self._host:
            self.foreign.append(url)

    def _page(self, page: Page) -> None:
        page.on("websocket", lambda socket: self._request(socket.url))
        page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        page.on(
            "response", lambda answer: self.complaints.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None
        )
        page.on("console", lambda message: self._console(message.type, message.text))

    def _console(self, kind: str, text: str) -> None:
        if kind == "error" and not text.startswith(KNOWN):
            self.complaints.append(f"console: {text}")


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped corpus with its index, for as many servers as a run needs."""
    folder = tmp_path_factory.mktemp("library")
    prepare_library(folder)
    return folder


@pytest.fixture(scope="session")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server's calls to other hosts are written down."""
    file = tmp_path_factory.mktemp("calls") / "calls.txt"
    file.touch()
    return file


@pytest.fixture(scope="session")
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, calls: Path) -> Iterator[str]:
    if "CHAT_ADDRESS" in os.environ:  # a server that is running already
        yield os.environ["CHAT_ADDRESS"]
        return
    watch = {"PYTHONPATH": f"{ROOT / 'tests' / 'browser' / 'watched'}{os.pathsep}{ROOT}", "CALLS_FILE": str(calls)}
    with running_server(tmp_path_factory.mktemp("server"), request.getfixturevalue("library"), **watch) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def kept(request: pytest.FixtureRequest) -> Path:
    """Where a failed test's picture goes."""
    folder = Path(request.config.rootpath) / "test-results"
    folder.mkdir(exist_ok=True)
    return folder / f"{request.node.name}.png"


def _pages(chromium: Browser, address: str, kept: Path, options: dict[str, Any]) -> Iterator[Page]:
    context = chromium.new_context(**options)
    witness = Witness(context, address)
    page = context.new_page()
    yield page
    page.screenshot(path=kept)
    context.close()
    assert witness.foreign == [], "requests left for other hosts"
    assert witness.complaints == []


@pytest.fixture
def page(chromium: Browser, address: str, kept: Path) -> Iterator[Page]:
    yield from _pages(chromium, address, kept, DESKTOP)


@pytest.fixture
def phone(chromium: Browser, address: str, kept: Path) -> Iterator[Page]:
    yield from _pages(chromium, address, kept, PHONE)
