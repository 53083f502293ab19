"""Who uses Vouch: a row per person with the role, and what that person has chosen in the settings panel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from assistant.storage.database import adding, moment
from assistant.storage.tables import users


class Role(StrEnum):
    """What a person may do: each may also do what those before it may."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"

    def may(self, needed: Role) -> bool:
        """Whether this role is enough for what ``needed`` may do."""
        order = tuple(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One person. ``preferences`` are those of the settings panel, as they were saved."""

    user_id: str
    identifier: str
    created_at: str
    role: Role
    provider: str
    preferences: Mapping[str, Any] = field(default_factory=dict)


class Accounts:
    """Holds the engine of the conversations' database."""

    def __init__(self, engine: AsyncEngine) -> None:
        """``engine`` is open, its schema up to date."""
        self._engine = engine

    async def find(self, identifier: str) -> Account | None:
        """The account of that identifier, or None."""
        async with self._engine.connect() as connection:
            row = (await connection.execute(select(users).where(users.c.identifier == identifier))).mappings().first()
        if row is None:
            return None
        return Account(
            user_id=row["id"],
            identifier=row["identifier"],
            created_at=row["created_at"],
            role=Role(row["role"]),
            provider=row["provider"],
            preferences=row["preferences"],
        )

    async def sign_in(self, identifier: str, *, role: Role, provider: str) -> Account:
        """The account, made at the first sign-in; the role is the one that the sign-in gives today."""
        given = {"role": role.value, "provider": provider}
        row = {"id": str(uuid4()), "identifier": identifier, "created_at": moment(), "preferences": {}, **given}
        async with self._engine.begin() as connection:
            # In one statement: a page with its socket signs in twice at the same moment.
            added = adding(connection)(users).values(row)
            await connection.execute(added.on_conflict_do_update(index_elements=[users.c.identifier], set_=given))
        account = await self.find(identifier)
        assert account is not None  # noqa: S101  written just above
        return account

    async def remember(self, identifier: str, preferences: Mapping[str, Any]) -> None:
        """Keeps what a person has chosen."""
        async with self._engine.begin() as connection:
            await connection.execute(update(users).where(users.c.identifier == identifier).values(preferences=dict(preferences)))
