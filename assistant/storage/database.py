"""The database of the conversations: opened by URL, its schema made and brought up to date when the program starts."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from assistant.errors import AssistantError

_MIGRATIONS = Path(__file__).parent / "migrations"
_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
_BUSY_MILLISECONDS = 10_000


class DatabaseError(AssistantError):
    """The database of the conversations can't be opened, or was written by a newer Vouch."""


def open_database(url: str) -> AsyncEngine:
    """An engine for ``url``; a SQLite file's folder is made, for this user alone.

    Raises:
        DatabaseError: for a URL that can't be used; names the setting.

    """
    try:
        address = _address(url)
        is_file = address.get_backend_name() == "sqlite" and address.database not in {None, "", ":memory:"}
        if is_file:
            Path(str(address.database)).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            # Conversations are nobody else's business; SQLite would make the file by the umask.
            Path(str(address.database)).touch(mode=0o600)
        engine = create_async_engine(address, pool_pre_ping=not is_file)
    except (ArgumentError, NoSuchModuleError, ImportError, OSError) as error:
        mend = "Set VOUCH_DATABASE_URL to sqlite+aiosqlite:///FILE, or to postgresql://USER:PASSWORD@HOST/NAME"
        message = f"The database of the conversations can't be opened ({error}). {mend} (pip install 'vouch[postgres]')."
        raise DatabaseError(message) from error
    if address.get_backend_name() == "sqlite":
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    return engine


def _address(url: str) -> URL:
    """The URL with the driver that Vouch uses, and PostgreSQL's own name for encryption in that driver's words."""
    address = make_url(re.sub(r"^[a-z]+(?=://)", lambda found: _DRIVERS.get(found[0], found[0]), url))
    if address.get_backend_name() == "postgresql" and "sslmode" in address.query:
        address = address.update_query_dict({"ssl": address.query["sslmode"]}).difference_update_query(["sslmode"])
    return address


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """SQLite forgets foreign keys unless told, and readers should not wait for writers."""
    cursor = connection.cursor()
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL", f"busy_timeout={_BUSY_MILLISECONDS}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def migrate(url: str) -> None:
    """Makes the schema, or brings an older one up to date; does nothing to one that is.

    Raises:
        DatabaseError: if the database can't be reached or was written by a newer Vouch.

    """

    async def bring_up_to_date() -> None:
        engine = open_database(url)
        try:
            async with engine.begin() as connection:
                await connection.run_sync(_upgrade)
        finally:
            await engine.dispose()

    try:
        asyncio.run(bring_up_to_date())
    except CommandError as error:
        message = f"The conversations' database is of a newer Vouch ({error}): install that one, or set VOUCH_DATABASE_URL."
        raise DatabaseError(message) from error
    except (SQLAlchemyError, OSError, TypeError) as error:  # TypeError: the driver knows no such option
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        message = f"The database of the conversations can't be used ({reason}). Check VOUCH_DATABASE_URL."
        raise DatabaseError(message) from error


def _upgrade(connection: Connection) -> None:
    configuration = Config()
    configuration.set_main_option("script_location", str(_MIGRATIONS))
    configuration.attributes["connection"] = connection
    command.upgrade(configuration, "head")


def moment() -> str:
    """Now, as the tables write it."""
    return datetime.now(tz=UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def adding(connection: AsyncConnection) -> Any:
    """The database's own INSERT, which may meet a row that is there."""
    return postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
