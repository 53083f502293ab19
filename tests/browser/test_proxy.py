"""Behind a proxy that signs people in: each is who the proxy says, and sees no conversation but one's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.chat import ask, open_list, threads
from browser.conftest import Witness
from browser.serving import running_server
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.skipif("CHAT_ADDRESS" in os.environ, reason="needs a server of its own")]

HEADER = "X-Forwarded-User"
QUESTION = "Is brain imaging routinely recommended in asymptomatic patients?"


@pytest.fixture(scope="module")
def behind(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("proxied")
    with running_server(folder, library, VOUCH_SIGN_IN_HEADER=HEADER, VOUCH_ADMINS="ada") as address:
        yield address


def visit(chromium: Browser, address: str, name: str) -> Page:
    """The chat as the proxy brings it to somebody."""
    context = chromium.new_context(locale="en-US", extra_http_headers={HEADER: name} if name else {})
    Witness(context, address)
    page = context.new_page()
    page.goto(f"{address}/chat/")
    return page


def test_person_named_by_the_proxy_is_in_and_sees_only_own_conversations(chromium: Browser, behind: str) -> None:
    ada = visit(chromium, behind, "ada")
    ada.locator("#chat-input").wait_for()
    expect(ask(ada, QUESTION)).to_contain_text("NOT routinely recommended")
    open_list(ada)
    expect(threads(ada)).to_have_count(1)
    rita = visit(chromium, behind, "rita")
    rita.locator("#chat-input").wait_for()
    open_list(rita)
    expect(threads(rita)).to_have_count(0)
    ada.goto(f"{behind}/library")
    expect(ada.get_by_text("Add documents")).to_be_visible()
    rita.goto(f"{behind}/library")
    expect(rita.get_by_text("Add documents")).to_have_count(0)
    for page in (ada, rita):
        page.context.close()


def test_visitor_whom_the_proxy_did_not_name_is_not_let_in(chromium: Browser, behind: str) -> None:
    nobody = visit(chromium, behind, "")
    nobody.wait_for_timeout(1500)
    assert nobody.locator("#chat-input").count() == 0
    nobody.context.close()
