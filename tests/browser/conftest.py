from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from browser.serving import FLAGS, ROOT, find_chromium, prepare_library, running_server
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from assistant.serving.passwords import set_entry
from assistant.storage.accounts import Role

DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 860}, "locale": "en-US"}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "locale": "en-US",
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
}

PASSWORD = "a long password"  # noqa: S105  nobody's

# The framework names its own phone dialogue in a way that its own checker misses.
KNOWN = ("`DialogContent` requires a `DialogTitle`",)
# A poll of a connection that the web socket has taken over or that was made anew: on a busy machine the framework's client asks
# once more with the old number. That the page is connected, each test sees by the answer it gets.
SUPERSEDED = re.compile(r"/socket\.io/\?.*transport=polling.*&sid=")

# A file whose tests share a server of their own goes to one worker as a whole, and two that share one go to the same; the other
# files' tests are dealt out one by one, last, so that both workers end together.
TOGETHER = {"test_people": "team", "test_tls": "team"} | {
    name: name
    for name in (
        "test_settings",
        "test_doors",
        "test_live",
        "test_oauth",
        "test_proxy",
        "test_shown",
        "test_backup",
        "test_loading",
    )
}

# Two workers and their servers share the cores: what takes a second alone may take a few.
expect.set_options(timeout=15_000)


class ByServer(LoadScopeScheduling):
    """Deals tests out to workers: a file's together where ``TOGETHER`` says so, the others one by one, those last."""

    def _split_scope(self, nodeid: str) -> str:
        return TOGETHER.get(Path(nodeid.split("::", maxsplit=1)[0]).stem, nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByServer:
    return ByServer(config, log)


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
        page.on("response", lambda answer: self._answer(answer.status, answer.url))
        page.on("console", lambda message: self._console(message.type, message.text, message.location["url"]))

    def _answer(self, status: int, url: str) -> None:
        if status >= 400 and not (status == 400 and SUPERSEDED.search(url)):
            self.complaints.append(f"{status} {url}")

    def _console(self, kind: str, text: str, url: str) -> None:
        if kind == "error" and not text.startswith(KNOWN) and not (" 400 " in text and SUPERSEDED.search(url)):
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
def server_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server of most tests keeps what it keeps."""
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="session")
def address(request: pytest.FixtureRequest, server_folder: Path, calls: Path) -> Iterator[str]:
    if "CHAT_ADDRESS" in os.environ:  # a server that is running already
        yield os.environ["CHAT_ADDRESS"]
        return
    watch = {"PYTHONPATH": f"{ROOT / 'tests' / 'browser' / 'watched'}{os.pathsep}{ROOT}", "CALLS_FILE": str(calls)}
    with running_server(server_folder, request.getfixturevalue("library"), **watch) as found:
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


@pytest.fixture(scope="session")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The password file."""
    return tmp_path_factory.mktemp("team") / "people"


@pytest.fixture(scope="session")
def team(library: Path, people: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that people sign in to, over a library of its own."""
    folder, own = people.parent, tmp_path_factory.mktemp("own")
    shutil.copytree(library / "corpus", own / "corpus")
    shutil.copytree(library / "index", own / "index")
    for name, role in (("rita", Role.READER), ("tess", Role.READER), ("rob", Role.REVIEWER)):
        set_entry(people, name, role=role, password=PASSWORD)
    script = "import sys; from assistant.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", script, "user", "set", "ada", "--role", "admin", "--file", str(people)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, input=f"{PASSWORD}\n", text=True, check=True, cwd=folder, env=environment)
    with running_server(folder, own, VOUCH_PASSWORD_FILE=str(people)) as address:
        yield address


@pytest.fixture
def sign_in(chromium: Browser, team: str) -> Iterator[Callable[..., Page]]:
    opened = []

    def enter(name: str, password: str = PASSWORD, *, address: str = team, **options: object) -> Page:
        context = chromium.new_context(**(DESKTOP | options))
        witness = Witness(context, address)
        opened.append((context, witness))
        page = context.new_page()
        page.goto(f"{address}/chat/login")
        page.locator("input[name=email], #email").fill(name)
        page.locator("input[type=password]").fill(password)
        page.locator("button[type=submit]").click()
        return page

    yield enter
    for context, witness in opened:
        context.close()
        assert witness.foreign == [], "requests left for other hosts"
