"""What a reader does in the chat, for tests and screenshots."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

MARKS = 'a[href*="#vouch-"]'
WAIT = 30_000
STILL = """
(node) => new Promise((done, fail) => {
  const begin = performance.now();
  let before = '', since = begin;
  const look = () => {
    const { x, y, width, height } = node.getBoundingClientRect(), now = performance.now(), place = [x, y, width, height].join();
    if (place !== before) { before = place; since = now; }
    if (now - since > 330) done();
    else if (now - begin > 10000) fail(new Error('it moves on and on'));
    else setTimeout(look, 30);
  };
  look();
})
"""
# Keeps the text of every frame of the answers, from the first letter on.
RECORD = """
window.frames_seen = [];
new MutationObserver(() => {
  for (const prose of document.querySelectorAll('.step[data-step-type="assistant_message"] .prose')) {
    const text = prose.innerText.replace(/\\u200b/g, '').trim();
    if (text && window.frames_seen.at(-1) !== text) window.frames_seen.push(text);
  }
}).observe(document, { childList: true, subtree: true, characterData: true });
"""


def open_chat(page: Page, address: str) -> None:
    """Opens the chat and waits until a question can be typed."""
    page.goto(address)
    page.locator("#chat-input").wait_for(timeout=WAIT)


def ask(page: Page, question: str) -> Locator:
    """Asks, waits for the whole answer and returns its message."""
    before = page.locator(".vouch-tools").count()
    page.locator("#chat-input").click()
    page.keyboard.insert_text(question)
    # A question can be sent only once the page is connected.
    page.locator("#chat-submit:not([disabled])").wait_for(timeout=WAIT)
    send(page)
    page.locator(".vouch-tools").nth(before).wait_for(timeout=WAIT)
    return answers(page).last


def send(page: Page) -> None:
    """Presses Enter until the question is taken: in the moment of connecting the page lets one fall."""
    empty = "document.querySelector('#chat-input').value.trim() === ''"
    for _ in range(20):
        page.keyboard.press("Enter")
        page.wait_for_timeout(100)
        if page.evaluate(empty):
            return


def answers(page: Page) -> Locator:
    """The messages that hold an answer."""
    return page.locator(".message-content:has(.vouch-tools)")


def choose_reader(page: Page, reader: str) -> None:
    """Switches between clinician and patient."""
    page.locator("#chat-profiles").click()
    page.locator(f'[data-test="select-item:{reader}"]').click()
    page.locator(f'#chat-profiles:has-text("{reader.capitalize()}")').wait_for(timeout=WAIT)
    page.locator("#starters button").first.wait_for(timeout=WAIT)


def open_mark(page: Page, mark: Locator) -> Locator:
    """Opens a mark's source and returns the highlighted words, once the panel has stopped moving."""
    mark.click()
    words = page.locator(".vouch-source mark").first
    words.wait_for(timeout=WAIT)
    settle(words)
    return words


def settle(shown: Locator) -> None:
    """Waits until something on the page has neither moved nor changed its size for a third of a second."""
    shown.evaluate(STILL)


def close_panel(page: Page) -> None:
    """Closes the source panel."""
    page.locator("#side-view-title button, [role=dialog] button:has(.lucide-x)").first.click()
    page.locator(".vouch-source").wait_for(state="detached", timeout=WAIT)


def open_list(page: Page) -> None:
    """Shows the list of conversations beside the chat."""
    page.locator("#sidebar-trigger-button:visible").last.click()
    page.locator("[data-sidebar=sidebar]:visible").first.wait_for(timeout=WAIT)
    page.wait_for_timeout(400)


def threads(page: Page) -> Locator:
    """The conversations in the list, latest first."""
    return page.locator("li[id^=thread-]").filter(has=page.locator("a"))
