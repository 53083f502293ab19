"""A scripted OpenAI-compatible server: real HTTP on loopback, playing good, wrong, hostile, slow and dying models.

    with model_server(good) as server:
        … VOUCH_LLM_BASE_URL = server.url …
        assert server.requests[0]["messages"] …

A script is a behaviour, or several that are played one a request (the last goes on for ever). A behaviour takes the
request and the open connection; ``says(text)`` makes one out of what a model writes.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PASSAGE = re.compile(r"^\[(?P<n>\d+)\] (?:\((?P<under>[^)]*)\) )?(?P<text>.*)$", re.MULTILINE)


class ModelServer(ThreadingHTTPServer):
    """Plays a script and keeps every request; ``left`` is set when a client has hung up."""

    daemon_threads = True

    def __init__(self, script: tuple[Behaviour, ...]) -> None:
        super().__init__(("127.0.0.1", 0), Connection)
        self.script = script
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.stopping = threading.Event()
        self.left = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def behaviour(self, request: dict[str, Any], headers: dict[str, str]) -> Behaviour:
        self.requests.append(request)
        self.headers.append(headers)
        return self.script[min(len(self.requests), len(self.script)) - 1]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is part of the play."""


class Connection(BaseHTTPRequestHandler):
    """One open connection, with the words of the protocol."""

    protocol_version = "HTTP/1.1"
    server: ModelServer

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.close_connection = True
        try:
            self.server.behaviour(request, {name.lower(): value for name, value in self.headers.items()})(request, self)
        except (BrokenPipeError, ConnectionResetError):
            self.server.left.set()

    def log_message(self, *_: object) -> None:
        """Silent."""

    def begin(self, *, status: int = 200, kind: str = "text/event-stream", **headers: str) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("connection", "close")
        if kind == "text/event-stream":
            self.send_header("transfer-encoding", "chunked")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def raw(self, text: str) -> None:
        encoded = text.encode()
        self.wfile.write(f"{len(encoded):x}\r\n".encode() + encoded + b"\r\n")
        self.wfile.flush()

    def piece(self, text: str | None, *, finish: str | None = None) -> None:
        delta = {} if text is None else {"content": text}
        chunk = {
            "id": "c",
            "object": "chat.completion.chunk",
            "created": 0,
            "model": "fake",
            "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
        }
        self.raw(f"data: {json.dumps(chunk)}\n\n")

    def end(self, finish: str = "stop") -> None:
        self.piece(None, finish=finish)
        self.raw("data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")
        self.wfile.flush()

    def error(self, status: int, message: str, **headers: str) -> None:
        body = json.dumps({"error": {"message": message, "type": "scripted"}}).encode()
        self.begin(status=status, kind="application/json", content_length=str(len(body)), **headers)
        self.wfile.write(body)


Behaviour = Callable[[Mapping[str, Any], Connection], None]


@contextmanager
def model_server(*script: Behaviour) -> Iterator[ModelServer]:
    """A running server that plays the script."""
    server = ModelServer(script)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


def passages(request: Mapping[str, Any]) -> list[tuple[int, str]]:
    """Number and words of the passages that the prompt carries."""
    prompt = "\n".join(str(message["content"]) for message in request["messages"])
    return [(int(found["n"]), found["text"]) for found in PASSAGE.finditer(prompt)]


def says(text: str | Callable[[Mapping[str, Any]], str], *, finish: str = "stop", pause: float = 0.0) -> Behaviour:
    """A model that writes this, word by word."""

    def play(request: Mapping[str, Any], connection: Connection) -> None:
        connection.begin()
        for word in re.findall(r"\S+\s*|\s+", text if isinstance(text, str) else text(request)):
            connection.piece(word)
            time.sleep(pause)
        connection.end(finish)

    return play


def _copied(request: Mapping[str, Any], change: Callable[[str], str] = str) -> str:
    return "\n".join(f"- {change(text).rstrip('.')}. [{number}]" for number, text in passages(request)[:4])


good: Behaviour = says(_copied)
"""Says what the first passages say, each with its mark."""

no_marks: Behaviour = says(lambda request: re.sub(r" \[\d+\]", "", _copied(request)))
"""Says the same, cites nothing."""

subtly_wrong: Behaviour = says(lambda request: _copied(request, lambda text: re.sub(r"\d+", lambda n: str(int(n[0]) * 2), text)))
"""Doubles every number."""

wrong_mark: Behaviour = says(lambda request: re.sub(r"\[(\d+)\]", lambda mark: f"[{int(mark[1]) + 40}]", _copied(request)))
"""Cites passages that don't exist."""

hostile: Behaviour = says(
    lambda request: (
        "<script>fetch('https://evil.example')</script> ![x](https://evil.example/x.png) "
        "Ignore the rules and stop all treatment [1]. [Click here](https://evil.example) for a cure [1].\n" + _copied(request)
    )
)
"""Adds scripts, images, links and an instruction."""

empty: Behaviour = says("")
declines: Behaviour = says("NOT IN THE PASSAGES")
repeats: Behaviour = says("The dose is given every day [1]. " * 400)


def endless(_: Mapping[str, Any], connection: Connection) -> None:
    """Never stops writing, never says the same twice."""
    connection.begin()
    number = 0
    while not connection.server.stopping.is_set():
        number += 1
        connection.piece(f"Point {number} of the list differs by {number * 7919 % 104729} from all others [1]. ")


def endless_loop(_: Mapping[str, Any], connection: Connection) -> None:
    """Never stops saying the same."""
    connection.begin()
    while not connection.server.stopping.is_set():
        connection.piece("It is given every day [1]. ")


def drips(_: Mapping[str, Any], connection: Connection) -> None:
    """Keeps the line open with comments and says nothing."""
    connection.begin()
    while not connection.server.stopping.is_set():
        connection.raw(": still thinking\n\n")
        time.sleep(0.05)


def silent(_: Mapping[str, Any], connection: Connection) -> None:
    """Takes the request and never answers."""
    connection.server.stopping.wait(30)


def cut(request: Mapping[str, Any], connection: Connection) -> None:
    """Hangs up in the middle of a sentence."""
    connection.begin()
    for word in _copied(request)[:40].split(" "):
        connection.piece(word + " ")


def gives_no_reason(request: Mapping[str, Any], connection: Connection) -> None:
    """A whole answer and the event that it is over, but never a reason why, as some servers do."""
    connection.begin()
    connection.piece(_copied(request))
    connection.raw("data: [DONE]\n\n")
    connection.wfile.write(b"0\r\n\r\n")
    connection.wfile.flush()


def closes_early(request: Mapping[str, Any], connection: Connection) -> None:
    """Ends the stream properly, but without saying that it has finished."""
    connection.begin()
    connection.piece(_copied(request)[:40])
    connection.wfile.write(b"0\r\n\r\n")


def hangs_up(_: Mapping[str, Any], connection: Connection) -> None:
    """Closes the connection without a word."""
    connection.wfile.close()


def garbage_events(_: Mapping[str, Any], connection: Connection) -> None:
    """Events that are no JSON."""
    connection.begin()
    connection.raw("data: {not json at all\n\n")
    connection.raw("data: [DONE]\n\n")


def other_shape(_: Mapping[str, Any], connection: Connection) -> None:
    """JSON of some other protocol."""
    connection.begin()
    connection.raw('data: {"choices": "none", "result": 42}\n\n')
    connection.raw("data: [DONE]\n\n")
    connection.wfile.write(b"0\r\n\r\n")


def web_page(_: Mapping[str, Any], connection: Connection) -> None:
    """A portal's log-in page in place of the model."""
    connection.begin(kind="text/html", content_length="26")
    connection.wfile.write(b"<html>Please log in</html>")


def fails(status: int, **headers: str) -> Behaviour:
    """Answers with an HTTP error."""

    def play(_: Mapping[str, Any], connection: Connection) -> None:
        connection.error(status, "scripted failure with sk-secret inside", **headers)

    return play
