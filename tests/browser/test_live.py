"""While an answer is worked on: the steps are told, claims come as they pass, and stop means stop."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from browser.chat import MARKS, answers, ask, open_chat, send
from browser.serving import running_server
from fake_model_server import PASSAGE, Connection, model_server
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

BONES = "How often is denosumab given for bone metastases, and at what dose?"
BRAIN = "Is brain imaging routinely recommended in asymptomatic patients?"
STEPS = """
window.steps_seen = [];
new MutationObserver(() => {
  for (const step of document.querySelectorAll('.step[data-step-type="run"]')) {
    const name = step.innerText.trim();
    if (name && window.steps_seen.at(-1) !== name) window.steps_seen.push(name);
  }
}).observe(document, { childList: true, subtree: true, characterData: true });
"""


class Thinking:
    """A model that thinks until it is let go, and then says what the first passage says."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.let_go = threading.Event()
        self.let_go.set()  # the server asks it something when it starts
        self.said = threading.Event()

    def __call__(self, request: Any, connection: Connection) -> None:
        passage = PASSAGE.search("\n".join(str(message["content"]) for message in request["messages"]))
        assert passage is not None
        self.asked.set()
        self.let_go.wait(60)
        try:
            connection.begin()
            connection.piece(f"{passage['text'].rstrip('.')} [{passage['n']}].")
            connection.end()
        finally:  # also to one who has hung up
            self.said.set()


@pytest.fixture(scope="module")
def thinking() -> Thinking:
    return Thinking()


@pytest.fixture(scope="module")
def patient_server(tmp_path_factory: pytest.TempPathFactory, library: Any, thinking: Thinking) -> Iterator[str]:
    """A server whose model takes as long as the test wants."""
    with model_server(thinking) as model:
        settings = {"VOUCH_LLM_BASE_URL": model.url, "VOUCH_LLM_API_KEY": "none", "VOUCH_LLM_MODEL": "scripted"}
        with running_server(tmp_path_factory.mktemp("slow"), library, **settings) as found:
            yield found


@pytest.fixture(params=["en-US", "es-ES"])
def waiting(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale=request.param, viewport={"width": 1280, "height": 860})
    context.add_init_script(STEPS)
    yield context.new_page()
    context.close()


def test_steps_are_told_and_stop_leaves_no_half_answer(waiting: Page, patient_server: str, thinking: Thinking) -> None:
    for one in (thinking.asked, thinking.let_go, thinking.said):
        one.clear()
    open_chat(waiting, patient_server)
    waiting.locator("#chat-input").click()
    waiting.keyboard.insert_text(BONES)
    waiting.locator("#chat-submit:not([disabled])").wait_for()
    send(waiting)
    waiting.locator("#stop-button").wait_for()
    telling = re.compile(r"Choosing the statements|Eligiendo las afirmaciones")
    expect(waiting.get_by_text(telling)).to_be_visible()
    assert thinking.asked.wait(20), "the model was not asked"
    waiting.locator("#stop-button").click()
    expect(waiting.get_by_text(re.compile(r"^(Stopped\. Nothing|Detenido\. De esta)"))).to_be_visible()
    expect(waiting.get_by_text("Task manually stopped")).to_have_count(0)
    expect(waiting.locator('.step[data-step-type="run"]')).to_have_count(0)
    assert len(waiting.evaluate("window.steps_seen")) >= 2
    thinking.let_go.set()
    assert thinking.said.wait(20)
    waiting.wait_for_timeout(1_000)
    assert answers(waiting).count() == 0, "an answer came after it was stopped"
    assert ask(waiting, BRAIN).locator(MARKS).count() >= 1
