"""What a serving process holds of chats: enough to go on with them, and no more the longer they last."""

from __future__ import annotations

import functools
import gc
import importlib
import pkgutil
from typing import Any

import chainlit as cl
import pytest
from chainlit.chat_context import chat_contexts
from chainlit.context import init_ws_context
from chainlit.session import WebsocketSession, ws_sessions_id

import assistant
from assistant.answers import REMEMBERED_TURNS
from chat.answering import HELD_MESSAGES, let_go, said_before
from chat.cards import Card
from chat.session import forget_closed

# Entries of a cache, and of one whose entries are whole readings of a text: some kilobytes each.
_MOST, _MOST_READINGS = 65536, 4096
_READINGS = {"scope", "read", "_profile", "_orders", "comparison_of", "subjects", "_find", "squeeze", "brought_together"}


@pytest.fixture
async def session() -> Any:
    sent: list[tuple[str, Any]] = []

    async def emit(event: str, value: Any) -> None:
        sent.append((event, value))

    opened = WebsocketSession("one", "socket", emit, None, {}, "webapp", thread_id="thread")  # type: ignore[arg-type]
    opened.sent = sent
    init_ws_context(opened)
    yield opened
    ws_sessions_id.pop("one", None)
    chat_contexts.pop("one", None)


def talk(turns: int) -> list[cl.Message]:
    """Questions and answers as a chat holds them."""
    said = []
    for turn in range(turns):
        said.append(cl.chat_context.add(cl.Message(content=f"question {turn}", type="user_message")))
        said.append(cl.chat_context.add(cl.Message(content=f"answer {turn}", metadata={"vouch": "answer"})))
    return said


async def test_long_chat_holds_its_end_alone(session: WebsocketSession) -> None:
    said = talk(HELD_MESSAGES)
    let_go()
    assert cl.chat_context.get() == said[-HELD_MESSAGES:]
    assert HELD_MESSAGES > REMEMBERED_TURNS


async def test_files_that_come_without_a_word_are_no_question(session: WebsocketSession) -> None:
    cl.chat_context.add(cl.Message(content="", type="user_message"))
    talk(1)
    assert [turn.content for turn in said_before()] == ["question 0", "answer 0"]


async def test_what_follow_ups_reach_back_to_is_held_word_for_word(session: WebsocketSession) -> None:
    talk(HELD_MESSAGES)
    before = said_before()[-REMEMBERED_TURNS:]
    let_go()
    assert said_before()[-REMEMBERED_TURNS:] == before
    assert all(turn.content for turn in before)


async def test_closed_chat_is_forgotten_and_an_open_one_is_not(session: WebsocketSession) -> None:
    talk(1)
    forget_closed()
    assert len(cl.chat_context.get()) == 2
    ws_sessions_id.pop("one")
    forget_closed()
    assert "one" not in chat_contexts


async def test_card_is_sent_and_leaves_no_file(session: Any) -> None:
    await Card(name="Answer", props={"claims": 3}).send(for_id="message")
    ((event, sent),) = session.sent
    assert (event, sent["name"], sent["props"], sent["forId"]) == ("element", "Answer", {"claims": 3}, "message")
    assert session.files == {}
    assert not session.files_dir.exists()


@pytest.fixture(scope="module")
def caches() -> dict[str, int | None]:
    """The bound of every cache of the answering code, by function."""
    for module in pkgutil.walk_packages(assistant.__path__, "assistant."):
        if not module.name.startswith(("assistant.storage.migrations", "assistant.commands")):
            importlib.import_module(module.name)
    gc.unfreeze()  # what a server of another test set aside can't be seen
    wrapper = type(functools.lru_cache(print))
    found = [one for one in gc.get_objects() if type(one) is wrapper and str(one.__module__).startswith("assistant")]
    return {f"{one.__module__}.{one.__name__}": one.cache_parameters()["maxsize"] for one in found}


def test_no_cache_of_texts_grows_for_ever(caches: dict[str, int | None]) -> None:
    assert len(caches) > 50
    arguments = {
        "assistant.serving.library_page",
        "assistant.retrieval.kept",
    }  # of a language, or of nothing: their values are few
    endless = [name for name, most in caches.items() if most is None and name.rpartition(".")[0] not in arguments]
    assert endless == []
    assert [name for name, most in caches.items() if most and most > _MOST] == []


def test_caches_of_whole_readings_are_full_within_minutes_of_work(caches: dict[str, int | None]) -> None:
    readings = {name: most for name, most in caches.items() if name.rpartition(".")[2] in _READINGS}
    assert len(readings) >= len(_READINGS)
    assert [name for name, most in readings.items() if most is None or most > _MOST_READINGS] == []
