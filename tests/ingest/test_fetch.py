"""Pages by their address: size, time and place are bounded, and no redirect leads inside."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from ingest.errors import UnreadableDocumentError
from ingest.fetch import fetch

PUBLIC = "93.184.216.34"
PAGE = b"<h1>Gout</h1><p>Rest the joint for a day.</p>"
HOSTS = {
    "board.example": [PUBLIC],
    "inside.example": ["10.0.0.7"],
    "both.example": [PUBLIC, "127.0.0.1"],
    "v6.example": ["::ffff:10.0.0.7"],
}


def _resolve(host: str, _port: int) -> Sequence[str]:
    return HOSTS.get(host, [host] if host[0].isdigit() else [])


class _Endless(httpx.SyncByteStream):
    def __iter__(self) -> Iterator[bytes]:
        while True:
            yield b"x" * 65536


def _serve(request: httpx.Request) -> httpx.Response:
    assert request.url.host == PUBLIC  # the very address that was checked
    host = request.headers["host"]
    html = {"content-type": "text/html; charset=utf-8"}
    answers = {
        "/gout-guideline": httpx.Response(200, content=PAGE, headers=html),
        "/away": httpx.Response(302, headers={"location": "/gout-guideline"}),
        "/inside": httpx.Response(302, headers={"location": "http://inside.example/admin"}),
        "/metadata": httpx.Response(302, headers={"location": "http://169.254.169.254/latest/meta-data"}),
        "/file": httpx.Response(302, headers={"location": "file:///etc/passwd"}),
        "/round": httpx.Response(302, headers={"location": "/round"}),
        "/film": httpx.Response(200, content=b"x", headers={"content-type": "video/mp4"}),
        "/gone": httpx.Response(404, headers=html),
        "/endless": httpx.Response(200, stream=_Endless(), headers=html),
        "/..%2f..%2fevil.pdf": httpx.Response(200, content=b"%PDF", headers={"content-type": "application/pdf"}),
        "/bomb": httpx.Response(200, content=gzip.compress(b" " * 30_000_000), headers={**html, "content-encoding": "gzip"}),
    }
    assert host.startswith("board.example")
    return answers[request.url.raw_path.decode()]


def _fetch(url: str, folder: Path, **limits: float) -> Path:
    fetched = fetch(url, folder, resolver=_resolve, transport=httpx.MockTransport(_serve), **{"max_bytes": 1_000_000, **limits})  # type: ignore[arg-type]
    return fetched.path


def test_page_is_fetched_and_named_by_its_address_and_type(tmp_path: Path) -> None:
    for url in ("https://board.example/gout-guideline", "https://board.example/away"):
        path = _fetch(url, tmp_path)
        assert (path.name, path.read_bytes()) == ("gout-guideline.html", PAGE)


def test_name_in_an_address_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    assert _fetch("https://board.example/..%2f..%2fevil.pdf", tmp_path).resolve().parent == tmp_path.resolve()


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://inside.example/", "an address inside this machine or its network"),
        ("http://both.example/", "an address inside this machine or its network"),
        ("http://v6.example/", "an address inside this machine or its network"),
        ("http://127.0.0.1:8000/", "an address inside this machine or its network"),
        ("http://0.0.0.0/", "an address inside this machine or its network"),
        ("https://board.example/inside", "an address inside this machine or its network"),
        ("https://board.example/metadata", "an address inside this machine or its network"),
        ("https://board.example/file", "an address inside|that is not fetched"),
        ("ftp://board.example/x", "that is not fetched"),
        ("https://user:secret@board.example/x", "that is not fetched"),
        ("https://nowhere.example/x", "there is no host"),
        ("https://board.example:bad/x", "is no web address"),
        ("https://board.example/round", "redirects more than"),
        ("https://board.example/film", "which is no document that Vouch reads"),
        ("https://board.example/gone", "answers 404"),
        ("https://board.example/endless", "larger than 1 MB"),
        ("https://board.example/bomb", "larger than 1 MB"),
    ],
)
def test_address_that_should_not_be_fetched_is_refused_with_the_reason(tmp_path: Path, url: str, reason: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=reason) as caught:
        _fetch(url, tmp_path)
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.flaky(reruns=2, reruns_delay=5)  # a busy machine may be slow for once
def test_page_that_comes_letter_by_letter_is_given_up(tmp_path: Path) -> None:
    def drip(_request: httpx.Request) -> httpx.Response:
        def letters() -> Iterator[bytes]:
            for _ in range(100):
                time.sleep(0.05)
                yield b"x"

        return httpx.Response(200, headers={"content-type": "text/html"}, content=letters())

    began = time.monotonic()
    with pytest.raises(UnreadableDocumentError, match="too slow"):
        fetch("https://board.example/", tmp_path, resolver=_resolve, transport=httpx.MockTransport(drip), time_limit=0.3)
    assert time.monotonic() - began < 3
    assert list(tmp_path.iterdir()) == []


class _Redirected(httpx.HTTPTransport):
    """Takes every request to a port of this machine."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self._port = port

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self._port)
        return super().handle_request(request)


@pytest.mark.flaky(reruns=2, reruns_delay=5)  # a busy machine may be slow for once
def test_server_that_sends_its_headers_letter_by_letter_is_given_up(tmp_path: Path) -> None:
    over = threading.Event()

    def drip(server: socket.socket) -> None:
        connection, _ = server.accept()
        with connection, suppress(OSError):
            for letter in b"HTTP/1.1 200 OK\r\nX-Endless: " + b"y" * 600:
                connection.sendall(bytes([letter]))
                if over.wait(0.05):
                    break

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=drip, args=(server,), daemon=True)
        thread.start()
        began, transport = time.monotonic(), _Redirected(server.getsockname()[1])
        with pytest.raises(UnreadableDocumentError, match="too slow"):
            fetch("https://board.example/", tmp_path, resolver=_resolve, transport=transport, time_limit=0.5)
        took = time.monotonic() - began
        over.set()
        thread.join(10)
    assert took < 15
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["64:ff9b::7f00:1", "64:ff9b::a00:5"], ids=["this machine", "its network"])
def test_address_that_a_translator_takes_into_the_network_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(UnreadableDocumentError, match="inside this machine or its network"):
        fetch("https://board.example/", tmp_path, resolver=lambda _host, _port: (address,), transport=httpx.MockTransport(_serve))


@pytest.mark.flaky(reruns=2, reruns_delay=5)  # a busy machine may be slow for once
def test_slow_page_is_given_up(tmp_path: Path) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableDocumentError, match="too slow"):
        _fetch("https://board.example/endless", tmp_path, time_limit=0.2, max_bytes=10**12)
    assert time.monotonic() - began < 5
