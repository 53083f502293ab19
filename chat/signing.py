"""Sign-in as Chainlit wants it: the settings say which of its doors are open, ``assistant.serving.sign_in`` who may come in."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping

import chainlit as cl
from chainlit.auth import create_jwt, get_token_from_cookies, set_auth_cookie
from chainlit.oauth_providers import get_configured_oauth_providers
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.serving.passwords import Doorkeeper
from assistant.serving.sign_in import (
    Visitor,
    check_sign_in,
    is_on,
    local_visitor,
    oauth_visitor,
    password_visitor,
    proxied_visitor,
    role_now,
    session_secret,
    visitor_of_token,
)
from assistant.settings import Settings


def open_doors(settings: Settings) -> None:
    """Puts the sign-in of the settings in force; on one's own machine it happens by itself.

    Raises:
        SignInError: if the settings don't fit together.

    """
    check_sign_in(settings, oauth_providers=get_configured_oauth_providers() if settings.oauth else None)
    # Chainlit reads it from there.
    os.environ["CHAINLIT_AUTH_SECRET"] = session_secret(settings)
    if settings.password_file:
        _by_password(Doorkeeper(settings.password_file))
    if settings.oauth:
        _by_oauth(settings)
    if signs_in_at_once(settings):
        _by_header(settings)


def _by_password(keeper: Doorkeeper) -> None:
    async def check(name: str, password: str) -> cl.User | None:
        # A hash takes its time on purpose: not in the event loop.
        role = await asyncio.to_thread(keeper.check, name, password)
        return _user(password_visitor(name, role)) if role else None

    cl.password_auth_callback(check)


def _by_header(settings: Settings) -> None:
    async def look(headers: Mapping[str, str]) -> cl.User | None:
        return _user(proxied_visitor(headers, settings) if settings.sign_in_header else local_visitor(headers, settings))

    cl.header_auth_callback(look)


def _by_oauth(settings: Settings) -> None:
    async def look(
        provider: str, _token: str, _told: Mapping[str, str], user: cl.User, _id_token: str | None = None
    ) -> cl.User | None:
        return _user(oauth_visitor(provider, user.identifier, settings))

    cl.oauth_callback(look)


class AtOnce:
    """ASGI middleware that signs in with the page itself where nothing is to be typed: no sign-in page flashes up."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        """Does nothing where people type a password or go to a provider."""
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on; a page for somebody without a session brings one along."""
        request = Request(scope) if scope["type"] == "http" else None
        is_page = request and request.method == "GET" and "text/html" in request.headers.get("accept", "")
        if not request or not is_page or get_token_from_cookies(request.cookies):
            await self._app(scope, receive, send)
            return
        look = proxied_visitor if self._settings.sign_in_header else local_visitor
        user = _user(look(request.headers, self._settings))

        async def send_with_session(message: Message) -> None:
            if message["type"] == "http.response.start" and user is not None:
                session = Response()
                set_auth_cookie(request, session, create_jwt(user))
                MutableHeaders(scope=message).append("set-cookie", session.headers["set-cookie"])
            await send(message)

        await self._app(scope, receive, send_with_session)


class StillWelcome:
    """ASGI middleware that takes the session off a request or connection of somebody who may no longer come in.

    Chainlit's sessions are good until they run out; who may come in, the settings and the password file say today.
    """

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        """For requests and sockets alike."""
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on, without cookies if the session's person has been removed."""
        token = get_token_from_cookies(HTTPConnection(scope).cookies) if scope["type"] in {"http", "websocket"} else None
        if token and await asyncio.to_thread(visitor_of_token, token, self._settings) is None:
            scope = {**scope, "headers": [(name, value) for name, value in scope["headers"] if name != b"cookie"]}
        await self._app(scope, receive, send)


def still_welcome(settings: Settings) -> bool:
    """Whether the person of this chat may come in today: a page that was open may not go on for somebody removed."""
    user = cl.user_session.get("user")
    return user is None or role_now(user.identifier, str(user.metadata.get("provider", "")), settings) is not None


def signs_in_at_once(settings: Settings) -> bool:
    """Whether there is nothing to type or choose: on one's own machine, or behind a proxy that says who it is."""
    return bool(settings.sign_in_header) or not is_on(settings)


def _user(visitor: Visitor | None) -> cl.User | None:
    if visitor is None:
        return None
    return cl.User(identifier=visitor.identifier, metadata={"role": visitor.role.value, "provider": visitor.provider})
