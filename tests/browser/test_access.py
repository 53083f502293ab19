"""For everybody: axe-core finds nothing serious, and the keyboard alone is enough."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.chat import MARKS, answers, ask, open_chat, open_list, open_mark, threads
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

FIRST = "What is first-line treatment for HER2-positive disease?"
GRAVE = {"serious", "critical"}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def grave(page: Page, looks: int = 6) -> list[str]:
    """What axe-core calls serious or critical and goes on calling so, with the first element it is about.

    What fades in must have its colours, and what the framework has just drawn its name from ``vouch.js``: on a busy machine
    either may take longer than one look.
    """
    found: list[str] = []
    for _ in range(looks):
        page.wait_for_timeout(400)
        seen = Axe().run(page, options=RULES).response
        assert seen["passes"], "axe-core has not looked at anything"
        found = [
            f"{one['impact']} {one['id']}: {one['nodes'][0]['html'][:200]}"
            for one in seen["violations"]
            if one["impact"] in GRAVE
        ]
        if not found:
            break
    return found


def test_the_check_itself_sees_a_picture_button_without_a_name(page: Page, address: str) -> None:
    open_chat(page, address)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<main><button><svg></svg></button></main>')")
    assert any("button-name" in line for line in grave(page))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_serious_is_found_on_a_desktop(page: Page, address: str, theme: str) -> None:
    page.add_init_script(f"localStorage.setItem('vite-ui-theme', '{theme}')")
    open_chat(page, address)
    page.locator("#starters button").first.wait_for()
    assert grave(page) == []
    ask(page, FIRST)
    answer = ask(page, "and after progression?")
    open_mark(page, answer.locator(MARKS).first)
    open_list(page)
    assert grave(page) == []
    page.goto(f"{address}/library")
    assert grave(page) == []


def test_nothing_serious_is_found_in_the_settings(page: Page, address: str) -> None:
    open_chat(page, address)
    page.locator("#chat-settings-open-modal").click()
    page.get_by_role("dialog").wait_for()
    assert grave(page) == []


def test_nothing_serious_is_found_on_a_phone(phone: Page, address: str) -> None:
    open_chat(phone, address)
    answer = ask(phone, FIRST)
    assert grave(phone) == []
    open_mark(phone, answer.locator(MARKS).first)
    assert grave(phone) == []
    phone.goto(f"{address}/library")
    assert grave(phone) == []


def test_keyboard_alone_asks_reads_and_goes_back_to_an_earlier_chat(page: Page, address: str) -> None:
    open_chat(page, address)
    page.locator("#chat-input").focus()
    page.keyboard.type(FIRST)
    page.locator("#chat-submit:not([disabled])").wait_for()
    page.keyboard.press("Enter")
    answers(page).first.wait_for()
    mark = answers(page).first.locator(MARKS).first
    for _ in range(60):  # whatever stands before it, Tab comes to the first mark
        if mark.evaluate("node => node === document.activeElement"):
            break
        page.keyboard.press("Tab")
    assert mark.evaluate("node => node === document.activeElement")
    expect(page.locator(".vouch-preview")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".vouch-preview")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator(".vouch-source mark").first).to_be_in_viewport()
    open_list(page)
    options = threads(page).first.locator("#thread-options")
    options.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Rename")).to_be_visible()


def test_one_escape_shuts_the_menu_of_readers_and_gives_the_keyboard_back(page: Page, address: str) -> None:
    open_chat(page, address)
    page.locator("#starters button").first.wait_for()
    readers = page.locator("#chat-profiles")
    readers.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("option")).to_have_count(2)
    # The description of the chosen one has come: it would take the Escape for itself.
    expect(page.locator("[data-radix-popper-content-wrapper]")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(readers).to_be_focused()
