"""An OpenID Connect provider on this machine, as far as a sign-in goes: authorise, hand out a token, say who it is for."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

import uvicorn
from browser.serving import free_port
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "vouch", secrets.token_hex(8)


class Provider:
    """Signs in whoever ``person`` names, without asking."""

    def __init__(self) -> None:
        self.person = ""
        self.port = free_port()
        self._codes: dict[str, tuple[str, str]] = {}
        self._tokens: dict[str, str] = {}
        routes = [
            Route("/authorize", self.authorize),
            Route("/token", self.token, methods=["POST"]),
            Route("/userinfo", self.userinfo),
        ]
        self.app = Starlette(routes=routes)

    async def authorize(self, request: Request) -> Response:
        """Sends the browser back with a code that is good once."""
        asked = request.query_params
        if asked.get("client_id") != CLIENT or asked.get("response_type") != "code" or "openid" not in asked.get("scope", ""):
            return JSONResponse({"error": "invalid_request"}, 400)
        code = secrets.token_hex(8)
        self._codes[code] = (self.person, asked["redirect_uri"])
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked.get('state', '')})}")

    async def token(self, request: Request) -> Response:
        """A token for a code, to the client that the code was for."""
        form = await request.form()
        person, address = self._codes.pop(str(form.get("code")), ("", ""))
        if not person or form.get("client_secret") != SECRET or form.get("redirect_uri") != address:
            return JSONResponse({"error": "invalid_grant"}, 400)
        token = secrets.token_hex(8)
        self._tokens[token] = person
        return JSONResponse({"access_token": token, "token_type": "Bearer"})

    async def userinfo(self, request: Request) -> Response:
        """Whose token it is."""
        person = self._tokens.get(request.headers.get("authorization", "").removeprefix("Bearer "))
        return JSONResponse({"email": person}) if person else JSONResponse({"error": "invalid_token"}, 401)

    @property
    def variables(self) -> dict[str, str]:
        """What a deployment sets to sign people in here."""
        address = f"http://127.0.0.1:{self.port}"
        return {
            "OAUTH_GENERIC_NAME": "hospital",
            "OAUTH_GENERIC_CLIENT_ID": CLIENT,
            "OAUTH_GENERIC_CLIENT_SECRET": SECRET,
            "OAUTH_GENERIC_AUTH_URL": f"{address}/authorize",
            "OAUTH_GENERIC_TOKEN_URL": f"{address}/token",
            "OAUTH_GENERIC_USER_INFO_URL": f"{address}/userinfo",
            "OAUTH_GENERIC_SCOPES": "openid email",
        }


@contextmanager
def running_provider() -> Iterator[Provider]:
    """A provider that answers until the block ends."""
    provider = Provider()
    server = uvicorn.Server(uvicorn.Config(provider.app, port=provider.port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield provider
    server.should_exit = True
    thread.join(10)
