"""A backup made as `docs/deployment.md` says, of a server that answers meanwhile, opens elsewhere with its citations."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from browser.chat import MARKS, answers, ask, open_chat, open_mark
from browser.serving import ROOT, running_server
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.skipif("CHAT_ADDRESS" in os.environ, reason="needs a server of its own")]

BONES = "How often is denosumab given for bone metastases, and at what dose?"


def documented(words: str) -> str:
    """The commands of the page's one block that holds these words; `vouch doctor` has tests of its own, and takes its time."""
    page = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
    (block,) = [one for one in re.findall(r"^```sh\n(.*?)^```", page, re.MULTILINE | re.DOTALL) if words in one]
    return "".join(line for line in block.splitlines(keepends=True) if "vouch doctor" not in line)


def follow(commands: str, folder: Path) -> None:
    """Runs the commands in a folder that has an environment as `make setup` makes it."""
    (folder / ".venv").symlink_to(Path(sys.prefix))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("VOUCH_", "CHAINLIT_"))}
    environment = {**kept, "PYTHONPATH": str(ROOT), "VOUCH_INDEX": "index"}
    done = subprocess.run(["bash", "-euc", commands], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_backup_of_a_running_server_opens_elsewhere_with_its_citations(
    page: Page, address: str, chromium: Browser, server_folder: Path, library: Path, tmp_path: Path
) -> None:
    open_chat(page, address)
    asked = ask(page, BONES)
    shown, words = asked.locator(".prose").inner_text(), open_mark(page, asked.locator(MARKS).first).inner_text()
    page.wait_for_url("**/thread/*")
    thread = page.url.removeprefix(address)
    shutil.copytree(library / "corpus", server_folder / "corpus")
    follow(documented("tar -czf"), server_folder)
    assert (server_folder / ".vouch" / "history.db-wal").stat().st_size > 0, "something is to be pending"

    restored = tmp_path / "restored"
    restored.mkdir()
    shutil.copytree(server_folder / "backup", restored / "backup")
    assert [path.stat().st_mode & 0o077 for path in (restored / "backup").iterdir()] == [0, 0]
    follow(documented("tar -xzf"), restored)
    assert (restored / ".vouch" / "session-secret").is_file()
    with running_server(restored, restored) as elsewhere:
        context = chromium.new_context(locale="en-US")
        page = context.new_page()
        page.goto(f"{elsewhere}{thread}")
        answers(page).first.wait_for()
        assert answers(page).first.locator(".prose").inner_text() == shown
        assert open_mark(page, answers(page).first.locator(MARKS).first).inner_text() == words
        context.close()
