"""The one archive of a serving process: conversations, accounts and opinions over the same database."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from assistant.settings import Settings
from assistant.storage.accounts import Accounts
from assistant.storage.database import migrate, open_database
from assistant.storage.feedback import Opinions
from assistant.storage.history import History


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What is kept of conversations and people."""

    history: History
    accounts: Accounts
    opinions: Opinions

    async def close(self) -> None:
        """Lets the database go."""
        await self.history.engine.dispose()


def open_archive(url: str) -> Archive:
    """The archive at ``url``, its schema brought up to date first. Not to be called from a running event loop.

    Raises:
        DatabaseError: if it can't be opened; names the setting.

    """
    migrate(url)
    engine = open_database(url)
    return Archive(history=History(engine), accounts=Accounts(engine), opinions=Opinions(engine))


_shared: list[Archive] = []
_sharing = Lock()


def shared_archive(settings: Settings) -> Archive:
    """The process's own archive, so that chat and HTTP interface write one after the other; settings count at the first call."""
    with _sharing:
        if not _shared:
            _shared.append(open_archive(settings.database_url))
        return _shared[0]
