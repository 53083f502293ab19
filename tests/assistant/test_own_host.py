from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant.serving.own_host import OwnHostOnly, own_host_only


@pytest.mark.parametrize(
    "tag",
    [
        b'<link rel="preconnect" href="https://fonts.example.com" />',
        b'<link\n  rel="stylesheet"\n  href="https://cdn.example.net/a.css"\n/>',
        b"<link rel=stylesheet href=//cdn.example.net/a.css>",
        b'<script src="http://cdn.example.net/a.js"></script>',
    ],
)
def test_links_to_other_hosts_are_dropped(tag: bytes) -> None:
    assert own_host_only(b"<head>" + tag + b"</head>") == b"<head></head>"


@pytest.mark.parametrize(
    "tag", [b'<link href="/a.css">', b'<script src="/a.js"></script>', b'<a href="https://example.org">x</a>']
)
def test_own_files_and_links_for_readers_stay(tag: bytes) -> None:
    assert own_host_only(tag) == tag


def test_page_keeps_a_true_length_and_other_answers_pass_untouched() -> None:
    page = '<link href="https://fonts.example.com"><p>é</p>'
    routes = [Route("/", lambda _: HTMLResponse(page)), Route("/x.js", lambda _: Response(page, media_type="text/javascript"))]
    with TestClient(OwnHostOnly(Starlette(routes=routes))) as client:
        assert client.get("/").text == "<p>é</p>"
        assert client.get("/").headers["content-length"] == str(len("<p>é</p>".encode()))
        assert client.get("/x.js").text == page
