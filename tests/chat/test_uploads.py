"""Files that are dropped into a chat wait where everything else of the conversations is, and not longer than the server runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from chainlit import config as framework
from chainlit.session import BaseSession, WebsocketSession, ws_sessions_id

from chat.uploads import wait_in


@pytest.fixture(autouse=True)
def put_back() -> Iterator[None]:
    before, keep = framework.FILES_DIRECTORY, BaseSession.persist_file
    yield
    framework.FILES_DIRECTORY, BaseSession.persist_file = before, keep
    ws_sessions_id.pop("one", None)


def chatting() -> WebsocketSession:
    async def emit(_event: str, _value: object) -> None:
        """Nobody listens."""

    return WebsocketSession("one", "socket", emit, None, {}, "webapp", thread_id="thread")  # type: ignore[arg-type]


async def test_file_waits_in_the_folder_of_the_conversations_and_is_gone_after_a_restart(tmp_path: Path) -> None:
    folder = tmp_path / ".vouch" / "uploads"
    wait_in(folder)
    session = chatting()
    await session.persist_file("letter.md", "text/markdown", content="a patient's letter")
    (kept,) = folder.rglob("*.md")
    assert kept.read_text(encoding="utf-8") == "a patient's letter"
    assert {path.stat().st_mode & 0o077 for path in (folder.parent, folder)} == {0}
    wait_in(folder)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("content", [b"", ""])
async def test_empty_file_is_taken_so_that_its_owner_can_be_told(tmp_path: Path, content: bytes | str) -> None:
    folder = tmp_path / "uploads"
    wait_in(folder)
    await chatting().persist_file("leaflet.pdf", "application/pdf", content=content)
    (kept,) = folder.rglob("*.pdf")
    assert kept.read_bytes() == b""
