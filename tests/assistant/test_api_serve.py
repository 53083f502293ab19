"""``vouch serve`` as a process: what it says when it can't serve, and that it serves what it promises."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import chainlit
import httpx
import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = "import sys; from assistant.cli import main; sys.exit(main(sys.argv[1:]))"


def start(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("VOUCH_", "CHAINLIT_"))}
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, "serve", *arguments],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"},
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def held_port() -> Iterator[int]:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        yield int(held.getsockname()[1])


def test_a_port_that_is_taken_is_one_line(tmp_path: Path, held_port: int) -> None:
    process = start(tmp_path, "--no-chat", "--port", str(held_port))
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert said.count("\n") == 1
    assert str(held_port) in said
    assert "--port" in said


def test_a_missing_index_stops_the_server_with_its_mend(tmp_path: Path, port: int) -> None:
    (tmp_path / "corpus").mkdir()
    process = start(tmp_path, "--no-chat", "--port", str(port))
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert said.splitlines()[-1].startswith("vouch: ")
    assert "vouch ingest" in said.splitlines()[-1]
    assert "Traceback" not in said
    assert "Vouch is on" not in said, "said before it was known whether it can answer"


@pytest.mark.slow
def test_the_chat_is_served_beside_the_doors(tmp_path: Path, port: int) -> None:
    environment = {"VOUCH_INDEX": str(tmp_path / "index"), "VOUCH_CORPUS": str(ROOT / "corpus")}
    subprocess.run(
        [sys.executable, "-c", SCRIPT, "ingest"],
        check=True,
        cwd=tmp_path,
        env={**os.environ, **environment, "PYTHONPATH": str(ROOT)},
    )
    log = tmp_path / "serve.log"
    with log.open("w") as said:
        process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, "serve", "--port", str(port)],
            cwd=tmp_path,
            env={**os.environ, **environment, "PYTHONPATH": str(ROOT)},
            stderr=said,
        )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{url}/readyz")
        assert f"Vouch is on http://localhost:{port}" in log.read_text()
        front = httpx.get(url)
        assert (front.status_code, front.headers["location"]) == (307, "/chat")
        page = httpx.get(f"{url}/chat/")
        assert page.status_code == 200
        assert "content-security-policy" in page.headers
        assert httpx.get(f"{url}/nowhere").status_code == 404
        # The framework asks for the program that draws an attached PDF at the root, wherever the chat is mounted.
        drawing = next((Path(chainlit.__file__).parent / "frontend" / "dist" / "assets").glob("pdf.worker*"))
        drawn = httpx.get(f"{url}/assets/{drawing.name}", follow_redirects=True)
        assert (drawn.status_code, drawn.content) == (200, drawing.read_bytes())
        assert httpx.post(f"{url}/api/ask", json={"question": "hello"}).json()["status"] == "smalltalk"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)


def wait_for(url: str, seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if httpx.get(url, timeout=5).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    pytest.fail(f"{url} was not ready in {seconds} s")
