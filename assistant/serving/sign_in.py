"""Who is asking: nobody needs to say on one's own machine; a team signs in by password, by its proxy or by OAuth."""

from __future__ import annotations

import ipaddress
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jwt

from assistant.errors import AssistantError
from assistant.serving.passwords import read_entries
from assistant.settings import Settings
from assistant.storage.accounts import Role

LOCAL = "local"
COOKIE = "access_token"
_SECRET = Path(".vouch/session-secret")
_PASSWORD, _PROXY, _OPEN = "password", "proxy", "open"


class SignInError(AssistantError):
    """Vouch would be open to others without sign-in, or the sign-in's settings don't fit together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Somebody who is signed in. ``provider`` says how."""

    identifier: str
    role: Role
    provider: str


def is_on(settings: Settings) -> bool:
    """Whether people have to sign in."""
    return bool(settings.password_file or settings.sign_in_header or settings.oauth)


def check_sign_in(settings: Settings, *, oauth_providers: Sequence[str] | None = None) -> None:
    """Does nothing if the settings are safe to serve with.

    Raises:
        SignInError: for an address that others reach without sign-in, no people in the password file, or OAuth for everybody.

    """
    if not is_on(settings) and not is_loopback(settings.host) and not settings.allow_open:
        message = (
            f"{settings.host} can be reached from other machines, and there is no sign-in. Set VOUCH_PASSWORD_FILE, "
            "VOUCH_SIGN_IN_HEADER or VOUCH_OAUTH (docs/deployment.md), or VOUCH_ALLOW_OPEN=true if everybody may come in."
        )
        raise SignInError(message)
    if settings.password_file and not read_entries(settings.password_file):
        message = (
            f"{settings.password_file} holds nobody who could sign in. Add somebody with `vouch user set NAME --role admin`."
        )
        raise SignInError(message)
    if settings.oauth and not settings.members:
        message = "VOUCH_OAUTH needs VOUCH_MEMBERS: e-mail addresses, @domains, or * for all whom the provider lets in."
        raise SignInError(message)
    if settings.oauth and oauth_providers is not None and not oauth_providers:
        message = "VOUCH_OAUTH is on, but no provider is configured: set its OAUTH_… variables (docs/deployment.md)."
        raise SignInError(message)


def local_visitor(headers: Mapping[str, str], settings: Settings) -> Visitor | None:
    """Who comes where nobody signs in: this machine's own user, or one of many if the door is open to all."""
    if settings.allow_open and not is_loopback(settings.host):
        return Visitor(identifier=f"visitor-{secrets.token_hex(8)}", role=Role.READER, provider=_OPEN)
    # A page of another site that has its name point here must not read along.
    return Visitor(identifier=LOCAL, role=Role.ADMIN, provider=LOCAL) if is_local_host(headers.get("host", "")) else None


def proxied_visitor(headers: Mapping[str, str], settings: Settings) -> Visitor | None:
    """Whom the trusted proxy names; ``OnlyFromProxy`` has taken the header away if anybody else sent it."""
    name = headers.get((settings.sign_in_header or "").lower(), "").strip()
    return Visitor(identifier=name, role=role_by_name(name, settings), provider=_PROXY) if name else None


def password_visitor(name: str, role: Role) -> Visitor:
    """Somebody whose password was right."""
    return Visitor(identifier=name, role=role, provider=_PASSWORD)


def oauth_visitor(provider: str, address: str, settings: Settings) -> Visitor | None:
    """Somebody whom a provider vouches for, if the settings name that person a member."""
    known = address.casefold()
    is_member = any(one in {"*", known} or (one.startswith("@") and known.endswith(one)) for one in named(settings.members))
    if not address or not is_member:
        return None
    return Visitor(identifier=f"{provider}:{address}", role=role_by_name(address, settings), provider=provider)


def role_by_name(name: str, settings: Settings) -> Role:
    """The role that VOUCH_ADMINS and VOUCH_REVIEWERS give to a name."""
    if name.casefold() in named(settings.admins):
        return Role.ADMIN
    return Role.REVIEWER if name.casefold() in named(settings.reviewers) else Role.READER


def named(listed: str) -> tuple[str, ...]:
    """The names of a list with commas, case folded."""
    return tuple(name.casefold() for name in re.split(r"[,\s]+", listed) if name)


def visitor_of_token(token: str, settings: Settings) -> Visitor | None:
    """Who holds a session's token; None for one that is forged, has run out, or whose person may no longer come in."""
    try:
        claims: dict[str, Any] = jwt.decode(token, session_secret(settings), algorithms=["HS256"])
    except jwt.InvalidTokenError:
        return None
    told = claims.get("metadata") or {}
    identifier, provider = str(claims.get("identifier", "")), str(told.get("provider", ""))
    role = role_now(identifier, provider, settings)
    return Visitor(identifier=identifier, role=role, provider=provider) if role else None


def role_now(identifier: str, provider: str, settings: Settings) -> Role | None:
    """The role by today's settings and password file, whatever it was at sign-in; None for who may no longer come in."""
    if provider == _PASSWORD:
        entry = read_entries(settings.password_file).get(identifier) if settings.password_file else None
        return entry.role if entry else None
    if provider == LOCAL:
        return Role.ADMIN if not is_on(settings) and is_loopback(settings.host) else None
    if provider == _OPEN:
        return Role.READER if settings.allow_open and not is_on(settings) else None
    if provider == _PROXY:
        return role_by_name(identifier, settings) if settings.sign_in_header else None
    visitor = oauth_visitor(provider, identifier.removeprefix(f"{provider}:"), settings) if settings.oauth else None
    return visitor.role if visitor else None


def session_secret(settings: Settings) -> str:
    """What sessions are signed with: VOUCH_SESSION_SECRET, or one made at the first start and kept for this user alone."""
    if settings.session_secret is not None:
        return settings.session_secret.get_secret_value()
    if not _SECRET.is_file():
        _SECRET.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _SECRET.touch(mode=0o600)
        _SECRET.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return _SECRET.read_text(encoding="ascii")


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def is_local_host(header: str) -> bool:
    """Whether a request's Host header names this machine."""
    return is_loopback(re.sub(r":\d+$", "", header))
