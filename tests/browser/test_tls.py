"""A team behind the documented proxy: everything over TLS, streamed, with cookies that no plain connection carries."""

from __future__ import annotations

import os
import ssl
from collections.abc import Callable, Iterator
from http.client import HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZIP_STORED, ZipFile

import docx
import httpx
import pytest
from browser.chat import MARKS, RECORD, answers, ask, open_mark
from browser.nginx import behind_nginx, find_nginx
from playwright.sync_api import Page, expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif("CHAT_ADDRESS" in os.environ, reason="needs a server of its own"),
    pytest.mark.skipif(find_nginx() is None, reason="no nginx on this machine (Debian, Ubuntu: apt-get install nginx)"),
]

BONES = "Which bone-modifying agents are recommended for bone metastases, and how often are they given?"
MEBIBYTE = 1024 * 1024


@pytest.fixture(scope="module")
def proxied(team: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with behind_nginx(tmp_path_factory.mktemp("nginx"), team) as address:
        yield address


@pytest.fixture
def tess(sign_in: Callable[..., Page], proxied: str) -> Page:
    page = sign_in("tess", address=proxied, ignore_https_errors=True)
    page.locator("#chat-input").wait_for()
    return page


def guideline(path: Path, megabytes: int) -> Path:
    """A Word file of that size, as pictures make them."""
    word = docx.Document()
    word.add_heading("Leaflet on Corvalin", 1)
    word.add_paragraph("Corvalin is given at 120 mg by mouth every 4 weeks.")
    word.save(str(path))
    with ZipFile(path, "a", compression=ZIP_STORED) as packed:
        packed.writestr("word/media/image1.bin", os.urandom(megabytes * MEBIBYTE))
    return path


def test_answer_is_streamed_over_tls_and_kept(tess: Page, proxied: str) -> None:
    sockets: list[str] = []
    tess.on("websocket", lambda socket: sockets.append(socket.url))
    tess.add_init_script(RECORD)
    tess.reload()
    shown = ask(tess, BONES).locator(".prose").inner_text()
    assert [address.split("/chat/")[0] for address in sockets[:1]] == [proxied.replace("https", "wss")]
    assert len(tess.evaluate("window.frames_seen")) > 1, "the claims came all at once: is something holding them back?"
    tess.wait_for_url("**/thread/*")
    tess.reload()
    answers(tess).first.wait_for()
    assert answers(tess).first.locator(".prose").inner_text() == shown
    assert open_mark(tess, answers(tess).first.locator(MARKS).first).is_visible()


def test_session_is_sent_over_tls_alone_and_to_nobody_elses_page(tess: Page) -> None:
    found = {cookie["name"]: (cookie["secure"], cookie["sameSite"], cookie["httpOnly"]) for cookie in tess.context.cookies()}
    assert found["access_token"] == (True, "Lax", True)
    assert all(secure for secure, _, _ in found.values())


def test_document_of_twenty_megabytes_is_taken_and_one_that_is_too_large_is_named(
    tess: Page, sign_in: Callable[..., Page], proxied: str, tmp_path: Path
) -> None:
    tess.locator("#chat-input").fill("?")
    tess.locator("#chat-submit:not([disabled])").wait_for()
    tess.locator("#chat-input").fill("")
    with tess.expect_response("**/project/file**") as sent:
        tess.set_input_files("input[type=file]", guideline(tmp_path / "corvalin.docx", 20))
    assert sent.value.ok
    expect(ask(tess, "What is the dose of Corvalin?")).to_contain_text("120 mg by mouth")
    ada = sign_in("ada", address=proxied, ignore_https_errors=True)
    ada.locator("#chat-input").wait_for()
    ada.goto(f"{proxied}/library")
    large = tmp_path / "large.pdf"
    with large.open("wb") as hole:
        hole.truncate(51 * MEBIBYTE)
    ada.set_input_files("#file", large)
    ada.get_by_role("button", name="Add the files").click()
    expect(ada.locator("#report")).to_contain_text("large.pdf: larger than 50 MB")
    assert ada.locator("#large").count() == 0


def test_proxy_stops_what_is_larger_than_any_document(proxied: str) -> None:
    connection = HTTPSConnection(urlsplit(proxied).netloc, context=ssl._create_unverified_context())  # noqa: S323  its own certificate
    connection.putrequest("PUT", "/library/documents/large.pdf")
    connection.putheader("Content-Length", str(61 * MEBIBYTE))
    connection.endheaders()
    assert connection.getresponse().status == httpx.codes.REQUEST_ENTITY_TOO_LARGE
    connection.close()


def test_nobody_names_himself_through_the_proxy(proxied: str) -> None:
    named = {"X-Forwarded-User": "ada", "Accept": "text/html"}
    asked = httpx.get(f"{proxied}/library", headers=named, verify=False)  # noqa: S501  its own certificate
    assert asked.status_code == httpx.codes.TEMPORARY_REDIRECT
