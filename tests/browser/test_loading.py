"""The first seconds of a chat: nothing that was typed or offered while the page was still connecting is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser.chat import ask, open_chat
from browser.serving import READY_WITHIN, running_server
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

pytestmark = pytest.mark.browser

TYPED = "How often is denosumab given?"


def test_words_typed_while_the_documents_are_being_read_stay_in_the_box(chromium: Browser, library: Path, tmp_path: Path) -> None:
    page = chromium.new_page(locale="en-US")
    with running_server(tmp_path, library, until="healthz") as starting:
        open_chat(page, starting)
        page.locator("#chat-input").fill(TYPED)
        # The framework has put another box in the place of the first by then.
        page.locator(".step .message-content", has_text="ready").or_(page.locator("#starters button")).first.wait_for(
            timeout=READY_WITHIN * 1000
        )
        page.wait_for_timeout(300)
        assert page.locator("#chat-input").input_value() == TYPED
        answer = ask(page, "")
        expect(answer).to_contain_text("every 4 weeks")
        page.wait_for_timeout(300)
        assert page.locator("#chat-input").input_value() == "", "what was asked must not come back"
        page.close()


def test_settings_that_never_reached_the_page_are_there_after_the_first_answer(page: Page, address: str) -> None:
    lost: list[str] = []

    def drop_first_offer(route: WebSocketRoute) -> None:
        server = route.connect_to_server()

        def pass_on(message: str | bytes) -> None:
            if not lost and "chat_settings" in str(message):
                lost.append(str(message))
            else:
                route.send(message)

        server.on_message(pass_on)
        route.on_message(server.send)

    page.route_web_socket("**/socket.io/**", drop_first_offer)
    open_chat(page, address)
    ask(page, TYPED)
    assert lost, "nothing was offered, so nothing was lost"
    expect(page.locator("#chat-settings-open-modal")).to_be_visible()
