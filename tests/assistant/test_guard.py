"""What every answer of the server carries, whatever made it."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from assistant.serving.guard import Guard

ROUTES = [
    Mount("/chat", routes=[Route("/", lambda _: Response("chat"))]),
    Route("/provider", lambda _: RedirectResponse("https://id.hospital.example/authorize?x=1")),
]


@pytest.mark.parametrize(
    ("path", "next_page"),
    [
        pytest.param("/chat", "/chat/", id="own-page-without-the-servers-name"),
        pytest.param("/chat?question=a", "/chat/?question=a", id="own-page-with-its-question"),
        pytest.param("/provider", "https://id.hospital.example/authorize?x=1", id="another-host-as-it-is"),
    ],
)
def test_way_to_the_next_page_stays_on_the_address_that_the_browser_knows(path: str, next_page: str) -> None:
    app = Guard(Starlette(routes=ROUTES), max_bytes=10, bounded=(), watch=lambda _route, _status, _seconds: None)
    # As a proxy that adds TLS passes it on: the scheme and the port are not those of the browser.
    with TestClient(app, base_url="http://vouch.hospital.example", follow_redirects=False) as client:
        answer = client.get(path)
    assert (answer.status_code, answer.headers["location"]) == (307, next_page)
    assert answer.headers["x-content-type-options"] == "nosniff"
