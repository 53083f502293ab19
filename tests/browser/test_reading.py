from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from browser.chat import MARKS, answers, ask, choose_reader, close_panel, open_chat, open_mark
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

BONES = "How often is denosumab given for bone metastases, and at what dose?"
OFF_TOPIC = "What is the best way to train a puppy?"
NEAR = "What is the dose of palbociclib?"


def through_the_api(address: str, question: str, **fields: str) -> dict[str, Any]:
    found: dict[str, Any] = httpx.post(f"{address}/api/ask", json={"question": question, **fields}, timeout=30).json()
    return found


def test_each_mark_opens_exactly_the_words_it_cites(page: Page, address: str) -> None:
    expected = through_the_api(address, BONES)
    assert expected["status"] == "answered"
    open_chat(page, address)
    answer = ask(page, BONES)
    marks = answer.locator(MARKS)
    assert [int(text.strip("[]")) for text in marks.all_inner_texts()] == [
        int(n) for n in re.findall(r"\[(\d+)\]", expected["text"])
    ]
    for citation in expected["citations"]:
        mark = answer.locator(f'a[href$="#vouch-{citation["n"]}"]').first
        words = open_mark(page, mark)
        assert words.inner_text() == citation["quote"]
        panel = page.locator(".vouch-source")
        expect(panel).to_contain_text(citation["publisher"])
        expect(panel).to_contain_text(citation["section"][-1] if citation["section"] else citation["title"])
        expect(words).to_be_in_viewport()
        close_panel(page)


def test_every_claim_on_screen_carries_a_mark(page: Page, address: str) -> None:
    open_chat(page, address)
    answer = ask(page, BONES)
    lines = answer.locator(".prose > div, .prose li").all_inner_texts()
    assert len(lines) >= 2
    assert [line for line in lines[:-1] if not re.search(r"\[\d+\]", line)] == []
    assert lines[-1].startswith("General information")


def test_open_panel_shows_standing_and_neighbours(page: Page, address: str) -> None:
    open_chat(page, address)
    open_mark(page, ask(page, BONES).locator(MARKS).first)
    panel = page.locator(".vouch-source")
    expect(panel.locator("header")).to_be_in_viewport()
    expect(panel.locator("header .vouch-badge").first).to_be_visible()
    assert re.search(r"updated \d{1,2} \w+ \d{4}|no date given", panel.locator("header").inner_text())
    assert panel.locator(".vouch-line").count() >= 3


def test_hovering_a_mark_shows_the_quoted_words(page: Page, address: str) -> None:
    quote = through_the_api(address, BONES)["citations"][0]["quote"]
    open_chat(page, address)
    answer = ask(page, BONES)
    answer.locator(MARKS).first.hover()
    preview = page.locator(".vouch-preview")
    expect(preview).to_contain_text(quote)
    expect(preview).to_contain_text("Dr.Oracle")
    expect(preview).to_contain_text(re.compile(r"updated \d{1,2} \w+ \d{4}"))
    expect(preview).to_contain_text("under review")
    for place in range(answer.locator(MARKS).count()):
        answer.locator(MARKS).nth(place).hover()
        page.wait_for_timeout(250)
        box, high = preview.bounding_box(), page.viewport_size["height"] if page.viewport_size else 0
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= high, "the preview is cut off"
    preview.hover()  # long quotes are read with the pointer on them
    page.wait_for_timeout(400)
    expect(preview).to_be_visible()
    page.mouse.move(5, 5)
    expect(preview).to_have_count(0)


def test_follow_up_is_shown_as_read_and_one_click_corrects_it(page: Page, address: str) -> None:
    open_chat(page, address)
    ask(page, "What is first-line treatment for HER2-positive disease?")
    follow_up = ask(page, "and after progression?")
    expect(follow_up.locator(".vouch-readas")).to_contain_text("HER2")
    follow_up.get_by_role("button", name="Correct").click()
    follow_up.locator(".vouch-readas textarea").fill(BONES)
    follow_up.get_by_role("button", name="Ask", exact=True).click()
    expect(answers(page)).to_have_count(3)
    expect(answers(page).last).to_contain_text("enosumab")


def test_question_that_the_documents_do_not_answer_gets_no_mark(page: Page, address: str) -> None:
    open_chat(page, address)
    answer = ask(page, OFF_TOPIC)
    expect(answer).to_contain_text("The documents do not answer this question.")
    assert answer.locator(MARKS).count() == 0
    assert answer.locator(".vouch-sources").count() == 0


def test_numbers_of_urgent_advice_call_on_a_tap_also_after_a_reload(page: Page, address: str) -> None:
    open_chat(page, address)
    answer = ask(page, "I'm having chest pain right now during my infusion")
    number = answer.get_by_role("link", name="Call 112")
    expect(number).to_have_attribute("href", "tel:112")
    expect(number).to_have_text("112")
    page.reload()
    expect(page.get_by_role("link", name="Call 112")).to_have_attribute("href", "tel:112")


def test_nearest_section_of_a_refusal_opens_where_it_comes_near(page: Page, address: str) -> None:
    open_chat(page, address)
    answer = ask(page, NEAR)
    expect(answer).to_contain_text("The documents do not answer this question.")
    links = answer.locator('a[href*="#near-"]')
    places = links.count()
    assert places == len(through_the_api(address, NEAR)["nearest"])
    for place in range(places):
        words = open_mark(page, links.nth(place))
        expect(page.locator("#side-view-title")).to_contain_text("Nearest section")
        expect(page.locator(".vouch-not-cited")).to_contain_text("does not answer it")
        section = page.locator(".vouch-path").inner_text()
        assert section.split(" › ")[-1] in links.nth(place).inner_text()
        assert words.get_attribute("class") == "vouch-nearby", "what is not cited must not look as if it were"
        close_panel(page)
    assert answer.locator(MARKS).count() == 0


def test_patient_reads_what_the_patient_answer_says(page: Page, address: str) -> None:
    question = "Can stage 4 breast cancer be cured?"
    open_chat(page, address)
    clinician = page.locator("#starters button").all_inner_texts()
    choose_reader(page, "patient")
    assert page.locator("#starters button").all_inner_texts() != clinician
    shown = ask(page, question).locator(".prose").inner_text()
    expected = through_the_api(address, question, audience="patient")
    for claim in expected["claims"]:
        assert claim["text"].rstrip(".")[:60] in shown


def test_starters_and_follow_ups_are_answered(page: Page, address: str) -> None:
    open_chat(page, address)
    page.locator("#starters button").first.click()
    answers(page).first.wait_for()
    assert answers(page).first.locator(MARKS).count() >= 1
    answers(page).first.locator(".vouch-next button").first.click()
    expect(answers(page)).to_have_count(2)
    assert answers(page).last.locator(MARKS).count() >= 1


def test_way_to_the_answer_can_be_read(page: Page, address: str) -> None:
    open_chat(page, address)
    ask(page, BONES)
    page.get_by_text("How this was found").click()
    expect(page.get_by_text("Statements found, best first")).to_be_visible()
    expect(page.get_by_text(re.compile(r"BM25 \d")).first).to_be_visible()


def test_source_strip_names_standing_and_opens_the_source(page: Page, address: str) -> None:
    open_chat(page, address)
    answer = ask(page, BONES)
    strip = answer.locator(".vouch-sources li").first
    expect(strip.locator(".vouch-badge").first).to_be_visible()
    strip.locator(".vouch-open").click()
    expect(page.locator(".vouch-source mark").first).to_be_in_viewport()


def test_copied_markdown_lists_each_reference(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_chat(page, address)
    answer = ask(page, BONES)
    answer.locator(".vouch-menu summary").click()
    answer.get_by_role("button", name="Markdown with references").click()
    expect(answer.locator(".vouch-said")).to_contain_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    expected = through_the_api(address, BONES)
    assert expected["text"] in copied
    assert all(f"- [{citation['n']}] {citation['publisher']}" in copied for citation in expected["citations"])


def test_text_and_references_can_be_taken_away_and_the_menu_shuts(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_chat(page, address)
    answer = ask(page, BONES)
    expected = through_the_api(address, BONES)
    menu = answer.locator(".vouch-menu")
    menu.locator("summary").click()
    answer.get_by_role("button", name="Text with references").click()
    expect(answer.locator(".vouch-said")).to_contain_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "**" not in copied
    assert all(citation["quote"] in copied for citation in expected["citations"])
    taken = {}
    for name in ("References as CSL-JSON", "References as BibTeX"):
        menu.locator("summary").click()
        with page.expect_download() as download:
            answer.get_by_role("button", name=name).click()
        taken[name] = Path(download.value.path()).read_text(encoding="utf-8")
        expect(answer.locator(".vouch-said")).to_contain_text("Saved as a file")
    cited = {citation["source_id"] for citation in expected["citations"]}
    assert {item["id"] for item in json.loads(taken["References as CSL-JSON"])} == cited
    assert set(re.findall(r"@misc\{([^,]+),", taken["References as BibTeX"])) == cited
    for shut in (lambda: page.keyboard.press("Escape"), lambda: page.mouse.click(5, 400)):
        menu.locator("summary").click()
        expect(menu.locator("div")).to_be_visible()
        shut()
        expect(menu.locator("div")).to_be_hidden()


def test_what_a_reader_opened_stays_open_when_the_chat_goes_on(page: Page, address: str) -> None:
    open_chat(page, address)
    ask(page, BONES)
    first = answers(page).first
    first.get_by_role("button", name="Helpful", exact=True).click()
    pressed = first.locator("[aria-pressed=true]")
    expect(pressed).to_have_count(1)
    ask(page, "And how is it given?")
    expect(answers(page)).to_have_count(2)
    expect(pressed).to_have_count(1)
