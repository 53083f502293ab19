"""Conversations kept: threads, their steps and elements, and the answers in them. Knows no screen; values are JSON-ready."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from assistant.answers import Turn
from assistant.storage.database import adding, moment
from assistant.storage.tables import answers, elements, steps, threads, users

MESSAGES = frozenset({"user_message", "assistant_message"})
# A stranger must not make a conversation public, and what a browser sends is stored under the owner's name only.
_NEVER_KEPT = frozenset({"is_shared", "shared_at", "env"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some threads, newest first; ``more`` is true if others follow, ``last`` is where to go on."""

    threads: tuple[dict[str, Any], ...]
    more: bool

    @property
    def last(self) -> str | None:
        """The id of the last thread on the page."""
        return self.threads[-1]["id"] if self.threads else None


class History:
    """Holds the engine. Writes come one after the other, in the order they were asked for."""

    def __init__(self, engine: AsyncEngine) -> None:
        """``engine`` is open, its schema up to date."""
        self.engine = engine
        self._writing = asyncio.Lock()

    # -- threads -----------------------------------------------------------------------------------------------------

    async def keep_thread(
        self,
        thread_id: str,
        *,
        name: str | None = None,
        user_id: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        tags: Sequence[str] | None = None,
    ) -> None:
        """Makes a thread or changes what is given; a thread that has an owner keeps it."""
        async with self._writing, self.engine.begin() as connection:
            row = await _make_thread(connection, thread_id)
            changed: dict[str, Any] = {"updated_at": moment()}
            if name is not None:
                changed |= {"name": name, "folded": name.casefold()}
            if user_id is not None and row["user_id"] is None:
                changed["user_id"] = user_id
            if metadata is not None:
                merged = dict(row["metadata"]) | dict(metadata)
                changed["metadata"] = {
                    key: value for key, value in merged.items() if value is not None and key not in _NEVER_KEPT
                }
            if tags is not None:
                changed["tags"] = list(tags)
            await connection.execute(update(threads).where(threads.c.id == thread_id).values(changed))

    async def thread(self, thread_id: str) -> dict[str, Any] | None:
        """A thread with its owner, steps and elements in order; None if there is none."""
        async with self.engine.connect() as connection:
            found = await connection.execute(_with_owner().where(threads.c.id == thread_id))
            row = found.mappings().first()
            if row is None:
                return None
            told = await connection.execute(
                select(steps.c.content).where(steps.c.thread_id == thread_id).order_by(steps.c.created_at)
            )
            shown = await connection.execute(select(elements.c.content).where(elements.c.thread_id == thread_id))
            return {**_listed(row), "steps": list(told.scalars()), "elements": list(shown.scalars())}

    async def owner(self, thread_id: str) -> str | None:
        """The identifier of the user whose thread it is."""
        async with self.engine.connect() as connection:
            found = await connection.execute(_with_owner().where(threads.c.id == thread_id))
            row = found.mappings().first()
            return row["identifier"] if row else None

    async def list_threads(self, user_id: str, *, first: int, after: str | None = None, search: str | None = None) -> Page:
        """A user's threads that hold ``search`` in their name or messages, latest first, from ``after`` on."""
        wanted = _with_owner().where(threads.c.user_id == user_id).order_by(threads.c.updated_at.desc(), threads.c.id)
        if search and search.strip():
            needle = search.strip().casefold()
            said = select(steps.c.thread_id).where(steps.c.folded.contains(needle, autoescape=True))
            wanted = wanted.where(or_(threads.c.folded.contains(needle, autoescape=True), threads.c.id.in_(said)))
        async with self.engine.connect() as connection:
            if after is not None:
                then = await connection.execute(
                    select(threads.c.updated_at).where(threads.c.id == after, threads.c.user_id == user_id)
                )
                since = then.scalar()
                if since is not None:
                    later = (threads.c.updated_at == since) & (threads.c.id > after)
                    wanted = wanted.where(or_(threads.c.updated_at < since, later))
            found = await connection.execute(wanted.limit(first + 1))
            rows = [_listed(row) for row in found.mappings()]
        return Page(threads=tuple({**row, "steps": [], "elements": []} for row in rows[:first]), more=len(rows) > first)

    async def delete_thread(self, thread_id: str) -> None:
        """Forgets a thread with all that hangs on it."""
        async with self._writing, self.engine.begin() as connection:
            await connection.execute(delete(threads).where(threads.c.id == thread_id))

    async def delete_all(self, user_id: str) -> tuple[str, ...]:
        """Forgets every thread of a user; the ids of those that there were."""
        async with self._writing, self.engine.begin() as connection:
            found = (await connection.execute(select(threads.c.id).where(threads.c.user_id == user_id))).scalars().all()
            await connection.execute(delete(threads).where(threads.c.user_id == user_id))
            return tuple(found)

    async def export_all(self, user_id: str) -> list[dict[str, Any]]:
        """Every thread of a user, oldest first: name, times, what was said, and the answer objects."""
        async with self.engine.connect() as connection:
            found = await connection.execute(select(threads).where(threads.c.user_id == user_id).order_by(threads.c.created_at))
            listed = list(found.mappings())
            given = await connection.execute(select(answers).where(answers.c.user_id == user_id))
            objects = {row["message_id"]: row["answer"] for row in given.mappings()}
            exported = []
            for row in listed:
                told = await connection.execute(
                    select(steps.c.content).where(steps.c.thread_id == row["id"]).order_by(steps.c.created_at)
                )
                messages = [_message(step, objects) for step in told.scalars() if step.get("type") in MESSAGES]
                exported.append({"name": row["name"], "created_at": row["created_at"], "messages": messages})
            return exported

    # -- steps and elements --------------------------------------------------------------------------------------------

    async def keep_step(self, content: Mapping[str, Any], *, is_new: bool) -> None:
        """Keeps a step; one that is ``is_new`` never overwrites what a later change has already said."""
        folded = str(content.get("output") or "").casefold() if content.get("type") in MESSAGES else ""
        async with self._writing, self.engine.begin() as connection:
            thread_id = str(content["threadId"])
            await _touch_thread(connection, thread_id)
            key = {"id": content["id"], "thread_id": thread_id}
            values = {"folded": folded, "content": dict(content), "created_at": str(content.get("createdAt") or moment())}
            if is_new and await _put_new(connection, steps, {**key, **values}):
                return
            found = await connection.execute(
                select(steps.c.content).where(steps.c.id == content["id"], steps.c.thread_id == thread_id)
            )
            before = found.scalar()
            merged = {**content, **(before or {})} if is_new else {**(before or {}), **content}
            values |= {"content": merged, "created_at": str(merged.get("createdAt") or moment())}
            await _put(connection, steps, key, values, exists=before is not None)

    async def keep_element(self, content: Mapping[str, Any]) -> None:
        """Keeps what is shown with a step."""
        async with self._writing, self.engine.begin() as connection:
            thread_id = str(content["threadId"])
            await _touch_thread(connection, thread_id)
            row = {"id": content["id"], "thread_id": thread_id, "step_id": content.get("forId"), "content": dict(content)}
            if await _put_new(connection, elements, row):
                return
            found = await connection.execute(
                select(elements.c.id).where(elements.c.id == content["id"], elements.c.thread_id == thread_id)
            )
            values = {"step_id": content.get("forId"), "content": dict(content)}
            key = {"id": content["id"], "thread_id": thread_id}
            await _put(connection, elements, key, values, exists=found.scalar() is not None)

    async def delete_step(self, step_id: str) -> None:
        """Forgets a step and what was shown with it."""
        async with self._writing, self.engine.begin() as connection:
            await connection.execute(delete(elements).where(elements.c.step_id == step_id))
            await connection.execute(delete(steps).where(steps.c.id == step_id))

    async def delete_element(self, element_id: str) -> None:
        """Forgets one thing shown."""
        async with self._writing, self.engine.begin() as connection:
            await connection.execute(delete(elements).where(elements.c.id == element_id))

    async def element(self, thread_id: str, element_id: str) -> dict[str, Any] | None:
        """One thing shown, or None."""
        async with self.engine.connect() as connection:
            found = await connection.execute(
                select(elements.c.content).where(elements.c.thread_id == thread_id, elements.c.id == element_id)
            )
            content: dict[str, Any] | None = found.scalar()
            return content

    # -- answers ----------------------------------------------------------------------------------------------------------

    async def keep_answer(
        self,
        message_id: str,
        *,
        thread_id: str,
        user_id: str,
        answer: Mapping[str, Any],
        trace: Mapping[str, Any],
        history: Sequence[Turn],
        audience: str,
    ) -> None:
        """Keeps an answer whole, so that what a reader says of it later can be looked into and asked again."""
        said = [{"role": turn.role, "content": turn.content} for turn in history]
        row: dict[str, Any] = {"message_id": message_id, "user_id": user_id, "thread_id": thread_id, "created_at": moment()}
        row |= {"answer": dict(answer), "trace": dict(trace), "history": said, "audience": audience}
        async with self._writing, self.engine.begin() as connection:
            await _touch_thread(connection, thread_id)
            await connection.execute(insert(answers).values(row))

    async def count(self, table: Table) -> int:
        """How many rows a table has."""
        async with self.engine.connect() as connection:
            return int((await connection.execute(select(func.count()).select_from(table))).scalar_one())


def _with_owner() -> Any:
    return select(threads, users.c.identifier).select_from(threads.outerjoin(users, threads.c.user_id == users.c.id))


def _listed(row: Any) -> dict[str, Any]:
    return {
        "id": row["id"],
        "createdAt": row["created_at"],
        "name": row["name"],
        "userId": row["user_id"],
        "userIdentifier": row["identifier"],
        "tags": row["tags"],
        "metadata": row["metadata"],
    }


def _message(step: Mapping[str, Any], objects: Mapping[str, Any]) -> dict[str, Any]:
    role = "user" if step["type"] == "user_message" else "assistant"
    answer = objects.get(step["id"])
    return {
        "role": role,
        "at": step.get("createdAt"),
        "text": answer["text"] if answer else step.get("output") or "",
        **({"answer": answer} if answer else {}),
    }


async def _make_thread(connection: AsyncConnection, thread_id: str) -> Mapping[str, Any]:
    """The thread's row, made if need be: what is shown may be told before whose it is."""
    found = (await connection.execute(select(threads).where(threads.c.id == thread_id))).mappings().first()
    if found is not None:
        return dict(found)
    row = _new_thread(thread_id)
    await connection.execute(insert(threads).values(row))
    return row


def _new_thread(thread_id: str) -> dict[str, Any]:
    now = moment()
    row: dict[str, Any] = {"id": thread_id, "user_id": None, "name": None, "folded": "", "created_at": now, "updated_at": now}
    return {**row, "tags": [], "metadata": {}}


async def _touch_thread(connection: AsyncConnection, thread_id: str) -> None:
    """The thread changed now, made if need be, in one statement: a turn writes half a dozen times."""
    added = adding(connection)(threads).values(_new_thread(thread_id))
    changed = {"updated_at": added.excluded.updated_at}
    await connection.execute(added.on_conflict_do_update(index_elements=[threads.c.id], set_=changed))


async def _put_new(connection: AsyncConnection, table: Table, row: Mapping[str, Any]) -> bool:
    """Whether the row was new; one that is there stays as it is."""
    added = adding(connection)(table).values(dict(row)).on_conflict_do_nothing(index_elements=[table.c.id])
    return bool((await connection.execute(added)).rowcount)


async def _put(
    connection: AsyncConnection, table: Table, key: Mapping[str, Any], values: Mapping[str, Any], *, exists: bool
) -> None:
    if exists:
        await connection.execute(update(table).where(table.c.id == key["id"]).values(dict(values)))
    else:
        await connection.execute(insert(table).values({**key, **values}))
