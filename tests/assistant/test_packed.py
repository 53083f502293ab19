from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant.serving.packed import PackedOnce

SCRIPT = b"let a = 1; // one of many lines\n" * 20_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    kept = tmp_path / "script.js"
    kept.write_bytes(SCRIPT)
    return kept


@pytest.fixture
def client(file: Path) -> TestClient:
    """The files as the chat's framework sends them, behind what compresses the rest."""
    routes = [Route("/chat/assets/{name}", lambda _: FileResponse(file)), Route("/public/{name}", lambda _: FileResponse(file))]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(GZipMiddleware), Middleware(PackedOnce)]))


def test_file_is_compressed_once_and_arrives_whole(client: TestClient, file: Path) -> None:
    first = client.get("/chat/assets/index-B2u6IBgX.js")
    assert (first.headers["content-encoding"], first.content) == ("gzip", SCRIPT)
    assert int(first.headers["content-length"]) < len(SCRIPT) / 10
    assert "Accept-Encoding" in first.headers["vary"]
    file.write_bytes(SCRIPT.replace(b"1", b"2"))  # a file of that name never changes: what is kept is sent
    assert client.get("/chat/assets/index-B2u6IBgX.js").content == SCRIPT
    assert client.get("/chat/assets/other-B2u6IBgX.js").content != SCRIPT


def test_browsers_keep_what_is_named_by_its_content_and_ask_again_for_the_rest(client: TestClient) -> None:
    assert "immutable" in client.get("/chat/assets/index-B2u6IBgX.js").headers["cache-control"]
    for elsewhere in ("/public/index-B2u6IBgX.js", "/chat/assets/index.js"):
        answer = client.get(elsewhere)
        assert "cache-control" not in answer.headers
        assert answer.content == SCRIPT


def test_who_takes_nothing_compressed_or_only_a_part_gets_it_plain(client: TestClient) -> None:
    plain = client.get("/chat/assets/index-B2u6IBgX.js", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == SCRIPT
    part = client.get("/chat/assets/index-B2u6IBgX.js", headers={"range": "bytes=0-9", "accept-encoding": "identity"})
    assert (part.status_code, part.content) == (206, SCRIPT[:10])
    asked = client.head("/chat/assets/index-B2u6IBgX.js")
    assert (asked.status_code, asked.content) == (200, b"")


def test_missing_file_is_not_kept(client: TestClient, file: Path) -> None:
    file.unlink()
    with pytest.raises(RuntimeError, match="does not exist"):
        client.get("/chat/assets/index-B2u6IBgX.js")
    file.write_bytes(SCRIPT)
    assert client.get("/chat/assets/index-B2u6IBgX.js").content == SCRIPT
