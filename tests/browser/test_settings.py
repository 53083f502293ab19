"""What a person chooses stays chosen; what a person says of an answer is kept; what is dropped into a chat is asked at once."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from browser.chat import MARKS, answers, ask, open_chat, open_mark, send
from browser.serving import ROOT, running_server
from pdf_maker import Page as Sheet
from pdf_maker import write_pdf
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

pytestmark = [pytest.mark.browser, pytest.mark.skipif("CHAT_ADDRESS" in os.environ, reason="needs a server of its own")]

BONES = "How often is denosumab given for bone metastases, and at what dose?"
_CLICKS, _LIST_CLOSES_MS = 3, 3_000
LEAFLET = """# Leaflet on Corvalin

## Doses

- Corvalin is given at 120 mg by mouth every 4 weeks.
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("settings")


@pytest.fixture(scope="module")
def server(library: Path, home: Path):  # type: ignore[no-untyped-def]  # noqa: ANN201  a generator fixture
    with running_server(home, library) as address:
        yield address


@pytest.fixture
def desk(chromium: Browser) -> Page:  # type: ignore[misc]
    context = chromium.new_context(locale="en-US", viewport={"width": 1280, "height": 860})
    yield context.new_page()
    context.close()


def choose(page: Page, setting: str, value: str) -> None:
    """Open a list and take a value. The list doesn't hear a click while it unfolds, so it is asked again if it stays open."""
    opened, option = page.locator(f"[role=dialog] #{setting}"), page.get_by_role("option", name=value, exact=True)
    opened.click()
    for _ in range(_CLICKS):
        option.click()
        with suppress(PlaywrightTimeoutError):
            option.wait_for(state="detached", timeout=_LIST_CLOSES_MS)
            break
    expect(opened).to_have_attribute("aria-expanded", "false")


def open_settings(page: Page) -> None:
    page.locator("#chat-settings-open-modal").click()
    page.get_by_role("dialog").wait_for()


def test_choices_hold_in_this_chat_the_next_and_another_browser(desk: Page, server: str, chromium: Browser) -> None:
    open_chat(desk, server)
    assert "911" in ask_emergency(desk)
    open_settings(desk)
    choose(desk, "country", "United Kingdom")
    choose(desk, "least_status", "approved")
    desk.locator("#confirm").click()
    desk.get_by_role("dialog").wait_for(state="detached")
    assert "999" in ask_emergency(desk)
    assert ask(desk, BONES).locator(MARKS).count() == 0
    other = chromium.new_context(locale="en-US").new_page()
    open_chat(other, server)
    assert ask(other, BONES).locator(MARKS).count() == 0
    open_settings(other)
    expect(other.locator("[role=dialog] #country")).to_contain_text("United Kingdom")
    choose(other, "least_status", "draft")
    choose(other, "language", "Spanish")
    other.locator("#confirm").click()
    other.get_by_role("dialog").wait_for(state="detached")
    expect(ask(other, BONES)).to_contain_text("cada 4 semanas")
    open_settings(other)
    choose(other, "language", "as I ask")
    other.locator("#confirm").click()
    other.context.close()


def ask_emergency(page: Page) -> str:
    return ask(page, "I have crushing chest pain and I can't breathe").inner_text()


def test_only_the_ticked_sources_answer(desk: Page, server: str) -> None:
    open_chat(desk, server)
    open_settings(desk)
    desk.locator("[role=dialog] input[cmdk-input]").click()
    desk.get_by_role("option", name="American Cancer Society").first.click()
    desk.get_by_role("dialog").get_by_role("heading").first.click()
    desk.locator("#confirm").click()
    desk.get_by_role("dialog").wait_for(state="detached")
    shown = ask(desk, "Is treatment given for bone metastases?").inner_text()
    assert "Dr.Oracle" not in shown


def test_complaint_is_kept_with_its_trace_and_becomes_a_case(desk: Page, server: str, home: Path) -> None:
    open_chat(desk, server)
    answer = ask(desk, "Is brain imaging routinely recommended in asymptomatic patients?")
    answer.get_by_role("button", name="Not helpful").click()
    answer.get_by_role("button", name="Something is missing").click()
    expect(answer.locator(".vouch-said")).to_contain_text("Noted")
    with sqlite3.connect(home / ".vouch" / "history.db") as database:
        row = database.execute("SELECT reason, trace FROM feedback JOIN answers USING (message_id)").fetchone()
    assert row[0] == "missing"
    assert '"hits"' in zlib.decompress(row[1]).decode()
    script = "import sys; from assistant.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", script, "eval", "from-feedback"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    written = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=True).stdout
    assert 'question: "Is brain imaging routinely recommended in asymptomatic patients?"' in written


def drop(desk: Page, file: Path) -> None:
    """Drops a file into the chat, once the page is connected: the server takes files from no other page."""
    desk.locator("#starters button").first.wait_for()
    # The page shows that it is connected by letting a question be sent.
    desk.locator("#chat-input").fill("?")
    desk.locator("#chat-submit:not([disabled])").wait_for()
    desk.locator("#chat-input").fill("")
    with desk.expect_response("**/project/file**") as sent:
        desk.set_input_files("input[type=file]", file)
    assert sent.value.ok, f"{sent.value.status}: {sent.value.text()}"


def test_file_that_cannot_be_read_is_told_by_its_name_with_the_reason(desk: Page, server: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "letter.pdf").write_bytes(b"no PDF at all")
    open_chat(desk, server)
    for name, why in (("empty.txt", "is empty"), ("letter.pdf", "is no readable PDF")):
        drop(desk, tmp_path / name)
        desk.locator("#chat-submit:not([disabled])").click()
        report = desk.locator(".vouch-report", has_text=name)
        expect(report).to_contain_text(f"Not read{name} {why}")
        assert "/" not in report.inner_text()
        if name == "empty.txt":
            open_chat(desk, server)


def test_file_of_a_kind_that_is_not_read_is_refused_in_plain_words(desk: Page, server: str, tmp_path: Path) -> None:
    picture = tmp_path / "scan.jpg"
    picture.write_bytes(b"a picture")
    open_chat(desk, server)
    desk.locator("#starters button").first.wait_for()
    desk.set_input_files("input[type=file]", picture)
    expect(desk.locator("[data-sonner-toast]")).to_have_text("Vouch reads PDF, Word (.docx), web pages, Markdown and plain text.")


def test_file_that_comes_before_the_page_is_connected_is_told_to_be_added_again(desk: Page, server: str, tmp_path: Path) -> None:
    leaflet = tmp_path / "corvalin.md"
    leaflet.write_text(LEAFLET, encoding="utf-8")
    desk.route("**/project/file*", lambda route: route.fulfill(status=404, json={"detail": "Session not found"}))
    open_chat(desk, server)
    desk.locator("#starters button").first.wait_for()
    desk.set_input_files("input[type=file]", leaflet)
    expect(desk.locator("[data-sonner-toast]")).to_contain_text("still connecting. Add the file again in a moment.")


def test_dropped_document_is_reported_asked_kept_and_forgotten(desk: Page, server: str, home: Path, tmp_path: Path) -> None:
    leaflet = tmp_path / "corvalin.md"
    leaflet.write_text(LEAFLET, encoding="utf-8")
    open_chat(desk, server)
    drop(desk, leaflet)
    expect(desk.get_by_text("corvalin.md")).to_be_visible()
    answer = ask(desk, "What is the dose of Corvalin?")
    expect(desk.locator(".vouch-report")).to_contain_text("Leaflet on Corvalin")
    expect(desk.locator(".vouch-report")).to_contain_text("Only in this chat")
    expect(desk.locator(".vouch-report")).to_contain_text("1 section · 1 statement")
    expect(answer).to_contain_text("120 mg by mouth every 4 weeks")
    assert open_mark(desk, answer.locator(MARKS).first).inner_text() == "Corvalin is given at 120 mg by mouth every 4 weeks."
    assert "corvalin" not in httpx.get(f"{server}/library").text.lower()
    desk.wait_for_url("**/thread/*")
    desk.reload()
    answers(desk).first.wait_for()
    expect(desk.locator(".vouch-report")).to_contain_text("Leaflet on Corvalin")
    expect(ask(desk, "How is Corvalin given?")).to_contain_text("by mouth")
    kept = home / ".vouch" / "chats"
    assert len(list(kept.iterdir())) == 1
    cookies = {cookie["name"]: cookie["value"] for cookie in desk.context.cookies()}
    gone = {"threadId": desk.url.rsplit("/", 1)[-1]}
    assert httpx.request("DELETE", f"{server}/chat/project/thread", json=gone, cookies=cookies).status_code == 200
    assert list(kept.iterdir()) == []


def test_pdf_dropped_without_a_question_shows_its_page_and_its_report(desk: Page, server: str, tmp_path: Path) -> None:
    sheet, leaflet = Sheet(), tmp_path / "corvalin.pdf"
    sheet.text(60, 60, "Leaflet on Corvalin", size=20, font="Helvetica-Bold")
    sheet.text(60, 120, "Corvalin is given at 120 mg by mouth every 4 weeks.")
    write_pdf(leaflet, [sheet], title="Leaflet on Corvalin")
    open_chat(desk, server)
    drop(desk, leaflet)
    desk.locator("#chat-submit:not([disabled])").click()
    expect(desk.locator(".vouch-report")).to_contain_text("1 statement")
    expect(desk.locator(".inline-pdf canvas")).to_be_visible()
    expect(desk.locator(".react-pdf__message--error")).to_have_count(0)
    drawn = desk.locator(".inline-pdf").bounding_box()
    assert drawn is not None
    assert drawn["height"] < 220, "a whole page pushes what was asked, and its answer, out of sight"
    expect(desk.locator('.step[data-step-type="user_message"] .message-content')).to_be_hidden()


def test_long_upload_tells_how_far_it_has_come(desk: Page, server: str, tmp_path: Path) -> None:
    long = tmp_path / "long.md"
    lines = (f"- Medicine number {number} is given on day {number} of the plan for ward {number % 17}." for number in range(1500))
    long.write_text("# A long plan\n\n" + "\n".join(lines), encoding="utf-8")
    open_chat(desk, server)
    drop(desk, long)
    desk.locator("#chat-input").fill("What is given on day 7 of the plan?")
    send(desk)
    expect(desk.get_by_text(re.compile(r"Making them searchable \d+/\d+")).first).to_be_visible(timeout=30_000)
    expect(desk.locator(".vouch-report")).to_contain_text("1500 statements", timeout=60_000)
