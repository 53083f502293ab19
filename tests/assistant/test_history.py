from __future__ import annotations

import asyncio
import json
import os
import re
import sqlite3
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from postgres import find_postgres, new_database
from sqlalchemy import Connection, inspect, text

from assistant.answers import Question
from assistant.display.render import answer_object
from assistant.display.screen import card
from assistant.pipeline import Assistant
from assistant.storage.accounts import Role
from assistant.storage.archive import Archive, open_archive
from assistant.storage.database import DatabaseError, migrate, open_database
from assistant.storage.feedback import trace_object
from assistant.storage.tables import answers, elements, feedback, metadata, steps, threads

DEPLOYMENT = Path(__file__).parents[2] / "docs" / "deployment.md"
sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # looks into the file


@pytest.fixture
async def archive(database_url: str) -> AsyncIterator[Archive]:
    opened = await asyncio.to_thread(open_archive, database_url)
    yield opened
    await opened.close()


def step(step_id: str, thread_id: str = "t1", **fields: Any) -> dict[str, Any]:
    return {
        "id": step_id,
        "threadId": thread_id,
        "type": "user_message",
        "createdAt": f"2026-01-01T00:00:0{len(step_id)}Z",
    } | fields


async def person(archive: Archive, name: str) -> str:
    return (await archive.accounts.sign_in(name, role=Role.READER, provider="password")).user_id


async def answered(archive: Archive, message_id: str, thread_id: str, user_id: str) -> None:
    await archive.history.keep_answer(
        message_id,
        thread_id=thread_id,
        user_id=user_id,
        answer={"text": "A [1]."},
        trace={"hits": []},
        history=(),
        audience="patient",
    )


async def columns_made(url: str) -> dict[str, dict[str, bool]]:
    """Each table's columns, and whether they may be empty."""

    def look(connection: Connection) -> dict[str, dict[str, bool]]:
        found = inspect(connection)
        return {name: {one["name"]: one["nullable"] for one in found.get_columns(name)} for name in found.get_table_names()}

    engine = open_database(url)
    async with engine.connect() as connection:
        made = await connection.run_sync(look)
    await engine.dispose()
    return made


async def execute(url: str, command: str) -> None:
    engine = open_database(url)
    async with engine.begin() as connection:
        await connection.execute(text(command))
    await engine.dispose()


def test_migrations_make_the_schema_that_the_tables_declare(database_url: str) -> None:
    migrate(database_url)
    migrate(database_url)
    made = asyncio.run(columns_made(database_url))
    declared = {table.name: {column.name: bool(column.nullable) for column in table.columns} for table in metadata.sorted_tables}
    assert {name: columns for name, columns in made.items() if name != "alembic_version"} == declared


def test_database_of_a_newer_program_is_refused(database_url: str) -> None:
    migrate(database_url)
    asyncio.run(execute(database_url, "UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseError, match="newer Vouch"):
        migrate(database_url)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        pytest.param(lambda url: url.replace("vouch:", "stranger:"), 'authentication failed for user "stranger"', id="user"),
        pytest.param(lambda url: url.rsplit("/", 1)[0] + "/nowhere", 'database "nowhere" does not exist', id="database"),
        pytest.param(lambda url: re.sub(r":\d+/", ":1/", url), "Connect call failed", id="port"),
        pytest.param(lambda url: f"{url}?sslmode=require", "rejected SSL upgrade", id="encryption-that-the-server-lacks"),
        pytest.param(lambda url: f"{url}?nonsense=1", "unexpected keyword argument 'nonsense'", id="option"),
    ],
)
def test_postgresql_that_cannot_be_used_is_told_with_the_setting(postgres: int, wrong: Callable[[str], str], said: str) -> None:
    with pytest.raises(DatabaseError, match=f"{said}.*VOUCH_DATABASE_URL"):
        migrate(wrong(new_database(postgres)))


def test_encryption_is_asked_for_in_postgresqls_own_words(postgres: int) -> None:
    migrate(f"{new_database(postgres)}?sslmode=prefer")


@pytest.mark.parametrize("url", ["nonsense", "mysql+nothing://h/x", "sqlite+aiosqlite:////proc/nowhere/x.db"])
def test_database_that_cannot_be_opened_names_the_setting(url: str) -> None:
    with pytest.raises(DatabaseError, match="VOUCH_DATABASE_URL"):
        migrate(url)


@sqlite_only
def test_conversations_are_readable_by_their_owner_alone(database_url: str, tmp_path: Path) -> None:
    migrate(database_url)
    assert (tmp_path / "deep" / "history.db").stat().st_mode & 0o077 == 0


async def test_thread_comes_back_with_steps_and_elements_in_order(archive: Archive) -> None:
    history, anna = archive.history, await person(archive, "anna")
    await history.keep_step(step("bb", output="second"), is_new=True)
    await history.keep_step(step("a", output="first"), is_new=True)
    await history.keep_element(
        {"id": "e", "threadId": "t1", "forId": "bb", "type": "custom", "props": {"panels": {"1": {"n": 1}}}}
    )
    await history.keep_thread("t1", name="First", user_id=anna)
    thread = await history.thread("t1")
    assert thread is not None
    assert thread["userIdentifier"] == "anna"
    assert [one["output"] for one in thread["steps"]] == ["first", "second"]
    assert thread["elements"][0]["props"] == {"panels": {"1": {"n": 1}}}


@sqlite_only
async def test_long_cards_and_traces_are_packed_and_those_written_as_text_before_stay_readable(
    archive: Archive, tmp_path: Path
) -> None:
    history, anna = archive.history, await person(archive, "anna")
    words = "The same words of the same statement, in the card and in the trace. " * 50
    await history.keep_step(step("a", output="asked"), is_new=True)
    await history.keep_thread("t1", user_id=anna)
    await history.keep_element({"id": "new", "threadId": "t1", "type": "custom", "props": {"text": words}})
    with sqlite3.connect(tmp_path / "deep" / "history.db") as connection:
        (size,) = connection.execute("SELECT length(content) FROM elements WHERE id = 'new'").fetchone()
        old = json.dumps({"id": "old", "threadId": "t1", "type": "custom", "props": {"text": "years ago"}})
        connection.execute("INSERT INTO elements VALUES ('old', 't1', NULL, ?)", (old,))
    assert size < len(words) / 10
    thread = await history.thread("t1")
    assert thread is not None
    assert {one["id"]: one["props"]["text"] for one in thread["elements"]} == {"new": words, "old": "years ago"}


async def test_late_creation_never_overwrites_a_change(archive: Archive) -> None:
    await archive.history.keep_step(step("a", output="final"), is_new=False)
    await archive.history.keep_step(step("a", output="", name="Vouch"), is_new=True)
    thread = await archive.history.thread("t1")
    assert thread is not None
    assert thread["steps"] == [step("a", output="final", name="Vouch")]


async def test_nobody_finds_or_takes_over_anothers_thread(archive: Archive) -> None:
    history, anna, ben = archive.history, await person(archive, "anna"), await person(archive, "ben")
    await history.keep_step(step("a", output="about my illness"), is_new=True)
    await history.keep_thread("t1", user_id=anna)
    await history.keep_thread("t1", user_id=ben)
    assert await history.owner("t1") == "anna"
    assert (await history.list_threads(ben, first=20)).threads == ()
    assert (await history.list_threads(ben, first=20, search="illness")).threads == ()
    assert await history.export_all(ben) == []
    assert await history.delete_all(ben) == ()
    assert await history.owner("t1") == "anna"


async def test_thread_cannot_be_made_public(archive: Archive) -> None:
    await archive.history.keep_thread(
        "t1", user_id=await person(archive, "anna"), metadata={"is_shared": True, "chat_profile": "patient"}
    )
    thread = await archive.history.thread("t1")
    assert thread is not None
    assert thread["metadata"] == {"chat_profile": "patient"}


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        pytest.param("ÓSEAS", ["t2"], id="other-case"),
        pytest.param("renamed", ["t1"], id="name"),
        pytest.param("100%", ["t3"], id="percent-is-no-wildcard"),
        pytest.param("secret step", [], id="only-messages"),
        pytest.param("  ", ["t3", "t2", "t1"], id="blank-finds-all"),
    ],
)
async def test_search_finds_names_and_messages(archive: Archive, sought: str, found: list[str]) -> None:
    history, anna = archive.history, await person(archive, "anna")
    for number, said in enumerate(("plain words", "metástasis óseas", "100% sure"), start=1):
        await history.keep_step(step(f"s{number}", f"t{number}", output=said), is_new=True)
        await history.keep_step(step(f"r{number}", f"t{number}", type="run", output="secret step"), is_new=True)
        await history.keep_thread(f"t{number}", user_id=anna, name="Renamed" if number == 1 else said)
    listed = await history.list_threads(anna, first=20, search=sought)
    assert [thread["id"] for thread in listed.threads] == found


async def test_pages_follow_one_another_without_gap_or_repeat(archive: Archive) -> None:
    history, anna = archive.history, await person(archive, "anna")
    for number in range(7):
        await history.keep_thread(f"t{number}", user_id=anna, name=str(number))
    seen, after = [], None
    while True:
        page = await history.list_threads(anna, first=3, after=after)
        seen += [thread["id"] for thread in page.threads]
        after = page.last
        if not page.more:
            break
    assert sorted(seen) == [f"t{number}" for number in range(7)]
    assert len(seen) == 7


async def test_deleting_a_thread_leaves_nothing_of_it(archive: Archive) -> None:
    history, anna = archive.history, await person(archive, "anna")
    await history.keep_step(step("a", output="x"), is_new=True)
    await history.keep_element({"id": "e", "threadId": "t1", "forId": "a"})
    await history.keep_thread("t1", user_id=anna)
    await answered(archive, "a", "t1", anna)
    assert await archive.opinions.note("a", user_id=anna, helpful=True, reason=None)
    await history.delete_thread("t1")
    assert [await history.count(table) for table in (threads, steps, elements, answers, feedback)] == [0] * 5


async def test_export_holds_every_message_and_the_whole_answer(archive: Archive) -> None:
    history, anna = archive.history, await person(archive, "anna")
    await history.keep_step(step("a", output="How much?"), is_new=True)
    await history.keep_step(step("bb", type="assistant_message", output="linked text"), is_new=True)
    await history.keep_step(step("ccc", type="run", output="trace"), is_new=True)
    await history.keep_thread("t1", user_id=anna, name="Doses")
    await answered(archive, "bb", "t1", anna)
    (exported,) = await history.export_all(anna)
    assert exported["name"] == "Doses"
    assert [(message["role"], message["text"]) for message in exported["messages"]] == [
        ("user", "How much?"),
        ("assistant", "A [1]."),
    ]
    assert exported["messages"][1]["answer"] == {"text": "A [1]."}


async def test_role_follows_the_latest_sign_in_and_preferences_stay(archive: Archive) -> None:
    await archive.accounts.sign_in("anna", role=Role.ADMIN, provider="password")
    await archive.accounts.remember("anna", {"country": "ES"})
    account = await archive.accounts.sign_in("anna", role=Role.READER, provider="password")
    assert account.role is Role.READER
    assert account.preferences == {"country": "ES"}


async def test_whole_talk_comes_back_with_its_citations(archive: Archive, heart: Assistant) -> None:
    history, anna = archive.history, await person(archive, "anna")
    response, trace = heart.answer(Question(text="What dose of carvedilol?"))
    said = answer_object(response, trace)
    await history.keep_step(step("a", output="What dose of carvedilol?"), is_new=True)
    await history.keep_step(step("bb", type="assistant_message", output=said["text"]), is_new=True)
    await history.keep_element({"id": "e", "threadId": "t1", "forId": "bb", "type": "custom", "props": card(response)})
    await history.keep_thread("t1", user_id=anna, name="Doses")
    await history.keep_answer(
        "bb", thread_id="t1", user_id=anna, answer=said, trace=trace_object(trace), history=(), audience="patient"
    )
    assert await archive.opinions.note("bb", user_id=anna, helpful=False, reason="missing", comment="the maximum")
    thread, (exported,), (opinion,) = (
        await history.thread("t1"),
        await history.export_all(anna),
        await archive.opinions.all(),
    )
    assert thread is not None
    assert said["citations"]
    assert thread["elements"][0]["props"] == card(response)
    assert exported["messages"][1]["answer"] == opinion.answer == said
    assert opinion.trace == trace_object(trace)


async def test_any_character_can_be_typed_and_sought(archive: Archive) -> None:
    history, anna = archive.history, await person(archive, "anna")
    typed = "5\x00 mg \N{MICRO SIGN}g half \ud83d of a face \N{GRINNING FACE}"
    await history.keep_step(step("a", output=typed), is_new=True)
    await history.keep_element({"id": "e", "threadId": "t1", "forId": "a", "props": {"text": typed}})
    await history.keep_thread("t1", user_id=anna, name=typed)
    for sought in ("5 MG", "5\x00 mg", "\N{GRINNING FACE}"):
        assert [one["id"] for one in (await history.list_threads(anna, first=1, search=sought)).threads] == ["t1"]
    thread = await history.thread("t1")
    assert thread is not None
    assert thread["elements"][0]["props"]["text"] == typed


async def test_first_sign_in_from_two_windows_makes_one_account(archive: Archive) -> None:
    signing = (archive.accounts.sign_in("anna", role=Role.READER, provider="password") for _ in range(4))
    assert len({account.user_id for account in await asyncio.gather(*signing)}) == 1


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_conversations_go_on_once_the_database_is_back(archive: Archive, database_url: str) -> None:
    anna = await person(archive, "anna")
    await archive.history.keep_thread("t1", user_id=anna)
    others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    await execute(database_url, f"SELECT pg_terminate_backend(pid) {others}")
    await archive.history.keep_thread("t2", user_id=anna)
    assert len((await archive.history.list_threads(anna, first=5)).threads) == 2


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_dump_as_the_page_says_comes_back_whole_in_another_database(
    archive: Archive, database_url: str, postgres: int, tmp_path: Path
) -> None:
    anna = await person(archive, "anna")
    await archive.history.keep_step(step("a", output="How much?"), is_new=True)
    await archive.history.keep_element({"id": "e", "threadId": "t1", "forId": "a", "props": {"panels": {"1": {"n": 1}}}})
    await archive.history.keep_thread("t1", user_id=anna, name="Doses")
    await answered(archive, "a", "t1", anna)
    await archive.opinions.note("a", user_id=anna, helpful=True, reason=None)
    (tmp_path / "backup").mkdir()
    other = await asyncio.to_thread(new_database, postgres)
    for program, url in (("pg_dump", database_url), ("pg_restore", other), ("pg_restore", other)):  # a second time over the first
        (command,) = re.findall(rf"^{program} .*", DEPLOYMENT.read_text(encoding="utf-8"), re.MULTILINE)
        programs = f"{find_postgres()}{os.pathsep}{os.environ['PATH']}"
        environment = {"PATH": programs, "VOUCH_DATABASE_URL": url}
        done = await asyncio.create_subprocess_exec("bash", "-euc", command, cwd=tmp_path, env=environment)
        assert await done.wait() == 0
    restored = await asyncio.to_thread(open_archive, other)
    assert await restored.history.thread("t1") == await archive.history.thread("t1")
    assert await restored.opinions.all() == await archive.opinions.all() != ()
    await restored.close()
