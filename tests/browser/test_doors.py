"""Whichever door a question comes through, the answer is the chat's: over HTTP, the OpenAI protocol, LlamaIndex and MCP."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import openai
import pytest
from browser.chat import MARKS, ask, open_chat
from browser.conftest import DESKTOP
from browser.serving import ROOT
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.skipif("CHAT_ADDRESS" in os.environ, reason="needs the library of the server")]

BONES = "How often is denosumab given for bone metastases, and at what dose?"
FIVE_LINES = f"""
from vouch.llamaindex import VouchChatEngine
engine = VouchChatEngine.from_defaults()
response = engine.chat({BONES!r})
import json
print(json.dumps(response.metadata["vouch"]))
"""


@pytest.fixture(scope="module")
def in_the_chat(chromium: Browser, address: str) -> dict[str, Any]:
    """The answer that a reader got, as it was kept, and what stood on the screen."""
    page = chromium.new_context(**DESKTOP).new_page()
    open_chat(page, address)
    shown = ask(page, BONES)
    kept = page.request.get(f"{address}/conversations/export").json()["conversations"][-1]["messages"][-1]["answer"]
    assert shown.locator(MARKS).count() >= len(kept["citations"]) >= 1
    assert all(claim["text"].rstrip(".")[:60] in shown.locator(".prose").inner_text() for claim in kept["claims"])
    page.context.close()
    return dict(kept)


def settings(library: Path) -> dict[str, str]:
    """The environment of a program over the same library."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VOUCH_")}
    place = {"VOUCH_CORPUS": str(library / "corpus"), "VOUCH_INDEX": str(library / "index"), "PYTHONPATH": str(ROOT)}
    return kept | place


def by_curl(address: str, library: Path) -> Any:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("there is no curl here")
    body = json.dumps({"question": BONES})
    command = [curl, "-sf", f"{address}/api/ask", "-H", "content-type: application/json", "-d", body]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def by_openai(address: str, library: Path) -> Any:
    with openai.OpenAI(base_url=f"{address}/v1", api_key="none") as client:
        answer = client.chat.completions.create(model="vouch", messages=[{"role": "user", "content": BONES}])
    found = (answer.model_extra or {})["vouch"]
    assert answer.choices[0].message.content == found["text"]
    return found


def by_openai_stream(address: str, library: Path) -> Any:
    with openai.OpenAI(base_url=f"{address}/v1", api_key="none") as client:
        asked = client.chat.completions.create(model="vouch", messages=[{"role": "user", "content": BONES}], stream=True)
        chunks = list(asked)
    found = (chunks[-1].model_extra or {})["vouch"]
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks) == found["text"]
    return found


def by_llamaindex(address: str, library: Path) -> Any:
    command = [sys.executable, "-W", "ignore", "-c", FIVE_LINES]
    done = subprocess.run(command, env=settings(library), capture_output=True, text=True, check=True, cwd=library)
    return json.loads(done.stdout.splitlines()[-1])


def by_mcp(address: str, library: Path) -> Any:
    script = "import sys; from assistant.cli import main; sys.exit(main())"
    server = StdioServerParameters(command=sys.executable, args=["-c", script, "mcp"], env=settings(library), cwd=library)

    async def call() -> Any:
        async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
            await session.initialize()
            return (await session.call_tool("ask", {"question": BONES})).structuredContent

    # Playwright's event loop fills this thread.
    with ThreadPoolExecutor(1) as elsewhere:
        return elsewhere.submit(asyncio.run, call()).result(120)


@pytest.mark.parametrize("door", [by_curl, by_openai, by_openai_stream, by_llamaindex, by_mcp], ids=lambda door: door.__name__)
def test_every_door_gives_the_answer_of_the_chat(
    door: Callable[[str, Path], Any], in_the_chat: dict[str, Any], address: str, library: Path
) -> None:
    found = door(address, library)
    assert {**found, "milliseconds": None} == {**in_the_chat, "milliseconds": None}
    assert found["citations"][0]["quote"]
