"""Pictures of the running product for the README: ``python tests/browser/screenshots.py [ADDRESS]`` → docs/images."""

from __future__ import annotations

import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from browser.chat import MARKS, ask, choose_reader, open_chat, open_mark
from browser.serving import FLAGS, ROOT, find_chromium, running_server
from playwright.sync_api import Browser, Page, sync_playwright

IMAGES = ROOT / "docs" / "images"
QUESTION = "How often is a bisphosphonate given for bone metastases?"
DESKTOP: dict[str, Any] = {"viewport": {"width": 1360, "height": 900}, "locale": "en-US"}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "locale": "en-US", "is_mobile": True, "has_touch": True}


def _page(browser: Browser, address: str, options: dict[str, Any]) -> Page:
    page = browser.new_context(**options, device_scale_factor=1.5).new_page()
    page.add_init_script("localStorage.setItem('vite-ui-theme', 'light')")
    open_chat(page, address)
    page.locator("#starters button").first.wait_for()
    page.wait_for_timeout(800)
    return page


def _keep(page: Page, name: str) -> None:
    page.mouse.move(120, 640)  # where nothing answers to hovering, the rail at the edge included
    page.wait_for_timeout(500)
    page.screenshot(path=IMAGES / f"{name}.png")


def _take(browser: Browser, address: str) -> None:
    page = _page(browser, address, DESKTOP)
    answer = ask(page, QUESTION)
    answer.locator(MARKS).first.hover()
    page.wait_for_timeout(400)
    page.screenshot(path=IMAGES / "preview.png")
    open_mark(page, answer.locator(MARKS).first)
    _keep(page, "source")

    talk = _page(browser, address, DESKTOP)
    ask(talk, "What is first-line treatment for HER2-positive disease?")
    ask(talk, "and after progression?")
    _keep(talk, "follow-up")
    talk.goto(f"{address}/library")
    _keep(talk, "library")

    phone = _page(browser, address, PHONE)
    choose_reader(phone, "patient")
    answer = ask(phone, "Can stage 4 breast cancer be cured?")
    _keep(phone, "phone-answer")
    open_mark(phone, answer.locator(MARKS).first)
    _keep(phone, "phone-source")


def main() -> None:
    """Takes every picture."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        server = nullcontext(sys.argv[1]) if len(sys.argv) > 1 else running_server(Path(folder))
        with server as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
            _take(browser, address)
            browser.close()


if __name__ == "__main__":
    main()
