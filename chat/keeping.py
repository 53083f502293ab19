"""Chainlit's persistence, spoken to ``assistant.storage.history`` and ``assistant.storage.accounts``."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from chainlit.data.base import BaseDataLayer
from chainlit.data.utils import queue_until_user_message
from chainlit.element import Element, ElementDict
from chainlit.step import StepDict
from chainlit.types import Feedback, PageInfo, PaginatedResponse, Pagination, ThreadDict, ThreadFilter
from chainlit.user import PersistedUser, User

from assistant.storage.accounts import Account, Accounts, Role
from assistant.storage.history import History


def persisted(account: Account) -> PersistedUser:
    """The account as Chainlit knows users."""
    return PersistedUser(
        id=account.user_id,
        identifier=account.identifier,
        createdAt=account.created_at,
        metadata={"role": account.role.value, "provider": account.provider},
    )


class Keeping(BaseDataLayer):
    """Keeps conversations. Nothing is shared between users; Chainlit's own feedback is refused, the card has a better one."""

    def __init__(self, history: History, accounts: Accounts, *, forget: Callable[[str], None]) -> None:
        """Both over the same database; ``forget`` deletes what else is kept of a conversation."""
        self._forget = forget
        self._history = history
        self._accounts = accounts

    async def get_user(self, identifier: str) -> PersistedUser | None:
        """The user, or None before the first sign-in."""
        account = await self._accounts.find(identifier)
        return persisted(account) if account else None

    async def create_user(self, user: User) -> PersistedUser:
        """The user, who has just signed in."""
        role, provider = Role(user.metadata.get("role", Role.READER)), str(user.metadata.get("provider", ""))
        return persisted(await self._accounts.sign_in(user.identifier, role=role, provider=provider))

    async def get_thread_author(self, thread_id: str) -> str:
        """The identifier of the thread's owner; empty for a thread that is nobody's."""
        return await self._history.owner(thread_id) or ""

    async def get_thread(self, thread_id: str) -> ThreadDict | None:
        """The thread with its steps and elements."""
        thread: ThreadDict | None = await self._history.thread(thread_id)
        return thread

    async def update_thread(
        self,
        thread_id: str,
        name: str | None = None,
        user_id: str | None = None,
        metadata: dict[str, Any] | None = None,
        tags: list[str] | None = None,
    ) -> None:
        """Keeps what is given."""
        if name is not None or user_id is not None or metadata is not None or tags is not None:
            await self._history.keep_thread(thread_id, name=name, user_id=user_id, metadata=metadata, tags=tags)

    async def delete_thread(self, thread_id: str) -> None:
        """Forgets a thread and its documents."""
        await self._history.delete_thread(thread_id)
        await asyncio.to_thread(self._forget, thread_id)

    async def list_threads(self, pagination: Pagination, filters: ThreadFilter) -> PaginatedResponse[ThreadDict]:
        """A page of a user's threads."""
        page = await self._history.list_threads(
            str(filters.userId), first=pagination.first, after=pagination.cursor, search=filters.search
        )
        first = page.threads[0]["id"] if page.threads else None
        return PaginatedResponse(
            data=list(page.threads), pageInfo=PageInfo(hasNextPage=page.more, startCursor=first, endCursor=page.last)
        )

    @queue_until_user_message()
    async def create_step(self, step_dict: StepDict) -> None:
        """Keeps a new step."""
        await self._history.keep_step(step_dict, is_new=True)

    @queue_until_user_message()
    async def update_step(self, step_dict: StepDict) -> None:
        """Keeps what has changed of a step."""
        await self._history.keep_step(step_dict, is_new=False)

    @queue_until_user_message()
    async def delete_step(self, step_id: str) -> None:
        """Forgets a step."""
        await self._history.delete_step(step_id)

    @queue_until_user_message()
    async def create_element(self, element: Element) -> None:
        """Keeps a card; uploaded files themselves are not kept, only the report on them."""
        if element.type == "custom":
            await self._history.keep_element(element.to_dict())

    async def get_element(self, thread_id: str, element_id: str) -> ElementDict | None:
        """A card that was kept."""
        content: ElementDict | None = await self._history.element(thread_id, element_id)
        return content

    @queue_until_user_message()
    async def delete_element(self, element_id: str, thread_id: str | None = None) -> None:  # noqa: ARG002  Chainlit's signature, as below
        """Forgets a card."""
        await self._history.delete_element(element_id)

    async def upsert_feedback(self, feedback: Feedback) -> str:
        """Refuses: this door doesn't tell whose feedback it is.

        Raises:
            NotImplementedError: always.

        """
        raise NotImplementedError

    async def delete_feedback(self, feedback_id: str) -> bool:  # noqa: ARG002
        """Refuses, as above."""
        return False

    async def get_favorite_steps(self, user_id: str) -> list[StepDict]:  # noqa: ARG002
        """None: favourites are switched off."""
        return []

    async def build_debug_url(self) -> str:
        """None: there is no outside service to look into."""
        return ""

    async def close(self) -> None:
        """Lets the database go."""
        await self._history.engine.dispose()
