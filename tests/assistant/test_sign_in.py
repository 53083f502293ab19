from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import jwt
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant.serving.doors import KeyForPrograms, OnlyFromProxy
from assistant.serving.passwords import Doorkeeper, PasswordFileError, read_entries, remove_entry, set_entry
from assistant.serving.sign_in import (
    SignInError,
    check_sign_in,
    local_visitor,
    oauth_visitor,
    proxied_visitor,
    role_now,
    session_secret,
    visitor_of_token,
)
from assistant.settings import Settings
from assistant.storage.accounts import Role

PASSWORD = "a long password"  # noqa: S105  nobody's
SECRET = "s" * 40


def settings(**fields: Any) -> Settings:
    return Settings(_env_file=None, **({"session_secret": SECRET} | fields))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "deep" / "passwords"
    set_entry(path, "anna", role=Role.REVIEWER, password=PASSWORD)
    return path


def token(identifier: str, provider: str, *, secret: str = SECRET, lasts: int = 60) -> str:
    told = {"identifier": identifier, "metadata": {"provider": provider, "role": "admin"}, "exp": int(time.time()) + lasts}
    return jwt.encode(told, secret, algorithm="HS256")


class TestAddress:
    @pytest.mark.parametrize("host", ["10.0.0.7", "192.168.1.5", "::", "vouch.hospital.example"])
    def test_open_address_without_sign_in_is_refused_with_the_way_out(self, host: str) -> None:
        with pytest.raises(SignInError, match=r"VOUCH_PASSWORD_FILE.*VOUCH_ALLOW_OPEN"):
            check_sign_in(settings(host=host))

    @pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.3.2.1"])
    def test_own_machine_needs_no_sign_in(self, host: str) -> None:
        check_sign_in(settings(host=host))

    def test_open_address_is_served_when_that_is_wanted_or_people_sign_in(self, file: Path) -> None:
        check_sign_in(settings(host="192.168.1.5", allow_open=True))
        check_sign_in(settings(host="192.168.1.5", password_file=file))
        check_sign_in(settings(host="192.168.1.5", sign_in_header="X-Forwarded-User"))

    def test_sign_in_that_nobody_could_pass_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(SignInError, match="vouch user set"):
            check_sign_in(settings(password_file=tmp_path / "none"))

    def test_oauth_for_the_whole_world_is_refused(self) -> None:
        with pytest.raises(SignInError, match="VOUCH_MEMBERS"):
            check_sign_in(settings(oauth=True))
        with pytest.raises(SignInError, match="no provider"):
            check_sign_in(settings(oauth=True, members="@hospital.example"), oauth_providers=[])


class TestPasswords:
    def test_right_password_gives_the_role_and_no_other_does(self, file: Path) -> None:
        keeper = Doorkeeper(file)
        assert keeper.check("anna", PASSWORD) is Role.REVIEWER
        assert keeper.check("anna", PASSWORD.upper()) is None
        assert keeper.check("ben", PASSWORD) is None
        assert keeper.check("ben", "nobody's") is None

    def test_file_holds_no_password_and_is_nobody_elses(self, file: Path) -> None:
        assert PASSWORD not in file.read_text()
        assert "$argon2id$" in file.read_text()
        assert file.stat().st_mode & 0o077 == 0

    def test_guessing_gets_slower_and_even_the_right_password_waits(self, file: Path) -> None:
        now = [0.0]
        keeper = Doorkeeper(file, clock=lambda: now[0])
        for _ in range(5):
            keeper.check("anna", "wrong")
            now[0] += 0.001
        assert keeper.check("anna", PASSWORD) is None
        now[0] += 61
        assert keeper.check("anna", PASSWORD) is Role.REVIEWER

    def test_removed_person_is_out_at_once(self, file: Path) -> None:
        set_entry(file, "ben", role=Role.READER, password=PASSWORD)
        remove_entry(file, "anna")
        assert Doorkeeper(file).check("anna", PASSWORD) is None
        assert set(read_entries(file)) == {"ben"}

    def test_role_changes_without_the_password(self, file: Path) -> None:
        set_entry(file, "anna", role=Role.ADMIN, password=None)
        assert Doorkeeper(file).check("anna", PASSWORD) is Role.ADMIN

    @pytest.mark.parametrize(("name", "password"), [("a:b", PASSWORD), ("", PASSWORD), ("carl", "short"), ("new", None)])
    def test_entry_that_cannot_be_is_refused(self, file: Path, name: str, password: str | None) -> None:
        before = file.read_text()
        with pytest.raises(PasswordFileError):
            set_entry(file, name, role=Role.READER, password=password)
        assert file.read_text() == before

    def test_broken_line_is_named(self, file: Path) -> None:
        file.write_text(file.read_text() + "carl:king:$argon2id$x\n")
        with pytest.raises(PasswordFileError, match="line 2"):
            read_entries(file)


class TestVisitors:
    @pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000"])
    def test_own_machine_is_its_own_admin(self, host: str) -> None:
        visitor = local_visitor({"host": host}, settings())
        assert visitor is not None
        assert (visitor.identifier, visitor.role) == ("local", Role.ADMIN)

    def test_foreign_name_that_points_here_is_nobody(self) -> None:
        assert local_visitor({"host": "attacker.example:8000"}, settings()) is None

    def test_visitors_of_an_open_door_are_strangers_to_each_other(self) -> None:
        come = [local_visitor({"host": "x"}, settings(host="192.168.1.5", allow_open=True)) for _ in range(2)]
        assert come[0] is not None
        assert come[1] is not None
        assert come[0].identifier != come[1].identifier
        assert come[0].role is Role.READER

    def test_proxy_names_the_person_and_settings_the_role(self) -> None:
        chosen = settings(sign_in_header="X-Forwarded-User", admins="Chief, boss@hospital.example", reviewers="anna")
        roles = {name: proxied_visitor({"x-forwarded-user": name}, chosen) for name in ("chief", "anna", "ben")}
        assert [visitor.role for visitor in roles.values() if visitor] == [Role.ADMIN, Role.REVIEWER, Role.READER]
        assert proxied_visitor({}, chosen) is None

    @pytest.mark.parametrize(
        ("address", "members", "is_let_in"),
        [
            ("ann@hospital.example", "@hospital.example", True),
            ("Ann@Hospital.example", "ann@hospital.example", True),
            ("ann@evil.example", "@hospital.example", False),
            ("ann@hospital.example.evil.example", "@hospital.example", False),
            ("", "*", False),
            ("anybody@anywhere.example", "*", True),
        ],
    )
    def test_oauth_lets_members_in(self, address: str, members: str, is_let_in: bool) -> None:
        assert (oauth_visitor("generic", address, settings(oauth=True, members=members)) is not None) is is_let_in


class TestSessions:
    def test_role_is_todays_whatever_the_session_says(self, file: Path) -> None:
        chosen = settings(password_file=file)
        visitor = visitor_of_token(token("anna", "password"), chosen)
        assert visitor is not None
        assert visitor.role is Role.REVIEWER
        remove_entry(file, "anna")
        assert visitor_of_token(token("anna", "password"), chosen) is None

    @pytest.mark.parametrize("broken", [{"secret": "x" * 40}, {"lasts": -5}], ids=["forged", "run-out"])
    def test_session_that_is_forged_or_has_run_out_is_nobody(self, broken: dict[str, Any]) -> None:
        assert visitor_of_token(token("local", "local"), settings()) is not None
        assert visitor_of_token(token("local", "local", **broken), settings()) is None

    def test_local_session_ends_when_sign_in_is_switched_on(self, file: Path) -> None:
        assert role_now("local", "local", settings()) is Role.ADMIN
        assert role_now("local", "local", settings(password_file=file)) is None
        assert role_now("local", "local", settings(host="192.168.1.5", allow_open=True)) is None

    def test_secret_is_made_once_and_kept_for_oneself(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        own = Settings(_env_file=None)
        assert session_secret(own) == session_secret(own)
        assert len(session_secret(own)) >= 40
        assert (tmp_path / ".vouch" / "session-secret").stat().st_mode & 0o077 == 0


class TestDoors:
    @staticmethod
    def client(chosen: Settings, **options: Any) -> TestClient:
        async def echo(request: Request) -> PlainTextResponse:
            return PlainTextResponse(request.headers.get("x-user", "nobody"))

        app = Starlette(routes=[Route("/v1/models", echo), Route("/healthz", echo)])
        return TestClient(OnlyFromProxy(KeyForPrograms(app, settings=chosen), header="X-User", proxies="10.0.0.1"), **options)

    def test_header_counts_from_the_proxy_only(self) -> None:
        sent = {"X-User": "chief"}
        assert self.client(settings(), client=("10.0.0.1", 1)).get("/healthz", headers=sent).text == "chief"
        assert self.client(settings(), client=("10.0.0.2", 1)).get("/healthz", headers=sent).text == "nobody"

    def test_programs_need_the_key_once_people_sign_in(self, file: Path) -> None:
        open_door = self.client(settings())
        assert open_door.get("/v1/models").status_code == 200
        closed = self.client(settings(password_file=file))
        assert closed.get("/v1/models").status_code == 401
        assert "VOUCH_API_KEY" in closed.get("/v1/models").json()["error"]["message"]
        assert closed.get("/healthz").status_code == 200
        keyed = self.client(settings(password_file=file, api_key="k" * 20))
        assert keyed.get("/v1/models", headers={"Authorization": f"Bearer {'k' * 20}"}).status_code == 200
        assert keyed.get("/v1/models", headers={"Authorization": f"Bearer {'j' * 20}"}).status_code == 401
