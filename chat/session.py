"""What a chat's session knows: who is asking, in which language, for whom, and with which settings."""

from __future__ import annotations

from collections.abc import Sequence

import chainlit as cl
from chainlit.chat_context import chat_contexts
from chainlit.input_widget import MultiSelect, Select
from chainlit.session import ws_sessions_id

from assistant.answers import Audience
from assistant.display.labels import labels
from assistant.display.phrases import phrases
from assistant.settings import Settings
from assistant.storage.archive import shared_archive
from assistant.storage.preferences import ANYWHERE, LANGUAGES, Preferences, named_countries, read_preferences
from ingest.documents import ReviewStatus, Source


def language() -> str:
    """The browser's language, for words that belong to no answer."""
    return str(getattr(cl.context.session, "language", "en"))


def forget_closed() -> None:
    """Lets go of the messages of chats that are closed: the framework forgets the session, but holds its messages for ever."""
    for session_id in chat_contexts.keys() - ws_sessions_id.keys():
        del chat_contexts[session_id]


def audience(settings: Settings) -> Audience:
    """Whom this chat is for."""
    chosen = cl.user_session.get("chat_profile")
    return next((reader for reader in Audience if reader == chosen), settings.audience)


async def preferences(settings: Settings) -> Preferences:
    """What this user has chosen, in this chat or any before it."""
    user = cl.user_session.get("user")
    account = await shared_archive(settings).accounts.find(user.identifier) if user else None
    return read_preferences(account.preferences if account else {}, settings)


async def remember(settings: Settings, chosen: Preferences) -> None:
    """Keeps what this user has chosen."""
    user = cl.user_session.get("user")
    if user:
        await shared_archive(settings).accounts.remember(user.identifier, chosen.to_dict())


async def offer_settings(settings: Settings, sources: Sequence[Source]) -> None:
    """Puts the settings panel into the composer, filled in as this user left it."""
    words, chosen = labels(language()), await preferences(settings)
    statuses = phrases("es" if language().startswith("es") else "en").review
    if not sources:
        return  # the assistant is still loading: there would be nothing to choose from
    await cl.ChatSettings(
        [
            Select(
                id="country",
                label=words["country"],
                items={words["country_any"]: ANYWHERE} | named_countries(language()),
                initial_value={"UK": "GB"}.get(chosen.country, chosen.country) or ANYWHERE,
            ),
            Select(
                id="language",
                label=words["answer_language"],
                items={words[f"language_{tongue}"]: tongue for tongue in LANGUAGES},
                initial_value=chosen.language,
            ),
            Select(
                id="least_status",
                label=words["least_status"],
                items={
                    statuses[status]: status.value for status in ReviewStatus if status.rank >= settings.min_review_status.rank
                },
                initial_value=chosen.least_status.value,
            ),
            MultiSelect(
                id="sources",
                label=words["sources_used"],
                description=words["sources_used_hint"],
                items={_named(source): source.source_id for source in sources},
                initial=sorted(chosen.sources) if chosen.sources is not None else [],
            ),
        ]
    ).send()


def _named(source: Source) -> str:
    return f"{source.publisher or source.source_id}: {source.title} ({source.language})"
