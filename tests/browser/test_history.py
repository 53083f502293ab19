from __future__ import annotations

import os
import re
from pathlib import Path

import httpx
import pytest
from browser.chat import MARKS, answers, ask, close_panel, open_chat, open_list, open_mark, threads
from browser.serving import free_port, running_server
from playwright.sync_api import Browser, Page, expect
from postgres import find_postgres, new_database

pytestmark = pytest.mark.browser

BONES = "How often is denosumab given for bone metastases, and at what dose?"
BRAIN = "Is brain imaging routinely recommended in asymptomatic patients?"


def test_reload_keeps_answer_marks_panels_and_the_thread_of_the_talk(page: Page, address: str) -> None:
    open_chat(page, address)
    before = ask(page, BONES)
    shown, strip = before.locator(".prose").inner_text(), before.locator(".vouch-sources").inner_text()
    words = [open_mark(page, before.locator(MARKS).nth(place)).inner_text() for place in (0, 1)]
    page.wait_for_url(re.compile("/thread/"))
    page.reload()
    answers(page).first.wait_for()
    after = answers(page).first
    assert after.locator(".prose").inner_text() == shown
    assert after.locator(".vouch-sources").inner_text() == strip
    assert [open_mark(page, after.locator(MARKS).nth(place)).inner_text() for place in (0, 1)] == words
    close_panel(page)
    page.get_by_text("How this was found").first.click()
    expect(page.get_by_text("Statements found, best first")).to_be_visible()
    expect(ask(page, "and zoledronic acid?").locator(".vouch-readas")).to_contain_text("bone metastases")


def test_list_searches_renames_and_deletes(page: Page, address: str) -> None:
    open_chat(page, address)
    ask(page, BRAIN)
    open_list(page)
    expect(threads(page).first).to_contain_text("brain imaging")
    threads(page).first.hover()
    threads(page).first.locator("#thread-options").click()
    page.get_by_role("menuitem", name="Rename").click()
    page.get_by_role("dialog").locator("input").fill("Scans of the head")
    page.get_by_role("dialog").get_by_role("button", name="Confirm").click()
    expect(threads(page).first).to_contain_text("Scans of the head")
    page.locator("#search-chats-button, button:has(.lucide-search)").first.click()
    page.get_by_role("dialog").locator("input").fill("ASYMPTOMATIC patients")
    expect(page.get_by_role("dialog").get_by_text("Scans of the head")).to_be_visible()
    page.keyboard.press("Escape")
    threads(page).first.hover()
    threads(page).first.locator("#thread-options").click()
    page.get_by_role("menuitem", name="Delete").click()
    page.get_by_role("alertdialog").get_by_role("button").last.click()
    expect(page.get_by_text("Scans of the head")).to_have_count(0)


@pytest.fixture
def database(request: pytest.FixtureRequest) -> dict[str, str]:
    """PostgreSQL where it can be had; the other tests' conversations are in SQLite."""
    return {"VOUCH_DATABASE_URL": new_database(request.getfixturevalue("postgres"))} if find_postgres() else {}


@pytest.mark.skipif("CHAT_ADDRESS" in os.environ, reason="needs a server of its own")
def test_restart_and_second_browser_find_the_conversation(
    chromium: Browser, library: Path, tmp_path: Path, database: dict[str, str]
) -> None:
    port = free_port()
    with running_server(tmp_path, library, port=port, **database) as address:
        page = chromium.new_context(locale="en-US").new_page()
        open_chat(page, address)
        shown = ask(page, BONES).locator(".prose").inner_text()
        page.wait_for_url(re.compile("/thread/"))
        thread = page.url
        page.context.close()
    with running_server(tmp_path, library, port=port, **database):
        page = chromium.new_context(locale="en-US").new_page()
        page.goto(thread)
        answers(page).first.wait_for()
        assert answers(page).first.locator(".prose").inner_text() == shown
        words = shown.replace("\xa0", " ").replace(" [1]", "") + "."
        assert open_mark(page, answers(page).first.locator(MARKS).first).inner_text() in words
        page.context.close()
    assert (tmp_path / ".vouch" / "history.db").exists() is not bool(database)


def test_stranger_to_this_machine_gets_no_session_and_no_conversation(page: Page, address: str) -> None:
    open_chat(page, address)
    ask(page, BONES)
    page.wait_for_url(re.compile("/thread/"))
    thread = page.url.rsplit("/", 1)[-1]
    foreign = {"Host": "attacker.example", "Accept": "text/html"}
    assert "set-cookie" not in httpx.get(f"{address}/chat/", headers=foreign).headers
    assert httpx.post(f"{address}/chat/auth/header", headers=foreign).status_code == 401
    assert httpx.get(f"{address}/chat/project/thread/{thread}").status_code == 401
    cookies = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    share = {"threadId": thread, "isShared": True}
    assert httpx.put(f"{address}/chat/project/thread/share", json=share, cookies=cookies).status_code == 200
    assert httpx.get(f"{address}/chat/project/share/{thread}", cookies=cookies).status_code == 404


def test_edited_question_is_answered_anew_in_its_place(page: Page, address: str) -> None:
    open_chat(page, address)
    ask(page, BONES)
    ask(page, "and zoledronic acid?")
    first = page.locator('.step[data-step-type="user_message"]').first
    first.hover()
    first.get_by_role("button", name="Edit the question").click()
    page.locator("#edit-chat-input").fill(BRAIN)
    page.locator(".confirm-edit").click()
    expect(answers(page)).to_have_count(1)
    expect(answers(page).first).to_contain_text("brain imaging")
    page.wait_for_url(re.compile("/thread/"))
    page.reload()
    answers(page).first.wait_for()
    expect(answers(page)).to_have_count(1)
    expect(answers(page).first).to_contain_text("brain imaging")
