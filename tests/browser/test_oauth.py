"""A team that signs in through its OpenID Connect provider: members come in, with their roles; nobody else does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.chat import ask
from browser.conftest import DESKTOP
from browser.provider import Provider, running_provider
from browser.serving import running_server
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.skipif("CHAT_ADDRESS" in os.environ, reason="needs a server of its own")]


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with running_provider() as running:
        yield running


@pytest.fixture(scope="module")
def team(provider: Provider, library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("oauth")
    members = {"VOUCH_OAUTH": "true", "VOUCH_MEMBERS": "@hospital.example", "VOUCH_ADMINS": "ada@hospital.example"}
    with running_server(folder, library, **members, **provider.variables) as address:
        yield address


def sign_in(chromium: Browser, address: str, provider: Provider, person: str) -> Page:
    provider.person = person
    page = chromium.new_context(**DESKTOP).new_page()
    page.goto(address)
    page.get_by_role("button", name="hospital").click()
    return page


def test_member_signs_in_and_asks(chromium: Browser, team: str, provider: Provider) -> None:
    page = sign_in(chromium, team, provider, "grace@hospital.example")
    page.locator("#chat-input").wait_for()
    assert "[1]" in ask(page, "How often is denosumab given?").inner_text()
    page.goto(f"{team}/library")
    expect(page.get_by_role("heading", name="Library")).to_be_visible()
    expect(page.locator("input[type=file]")).to_have_count(0)
    page.context.close()


def test_admin_may_change_the_library(chromium: Browser, team: str, provider: Provider) -> None:
    page = sign_in(chromium, team, provider, "ada@hospital.example")
    page.locator("#chat-input").wait_for()
    page.goto(f"{team}/library")
    expect(page.locator("input[type=file]")).to_have_count(1)
    page.context.close()


def test_stranger_whom_the_provider_knows_stays_outside(chromium: Browser, team: str, provider: Provider) -> None:
    page = sign_in(chromium, team, provider, "mallory@elsewhere.example")
    page.wait_for_url("**/login?error=*")
    expect(page.get_by_text("Sign in failed")).to_be_visible()
    expect(page.locator("#chat-input")).to_have_count(0)
    page.goto(f"{team}/library")
    # Back at the sign-in before it is closed: this Chromium hangs if that comes while the page goes from one address to the next.
    page.wait_for_url("**/login")
    page.get_by_role("button", name="hospital").wait_for()
    expect(page.locator("input[type=file]")).to_have_count(0)
    page.context.close()
