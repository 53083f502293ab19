"""Many chats at once against a running server, over the sockets that browsers use: ``python tests/load.py ADDRESS``.

Each chat asks every ten seconds; told are errors, the times from asking to the whole answer, and the server's memory.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import httpx
import psutil
import socketio
import yaml

CASES = Path(__file__).parents[1] / "evals" / "cases" / "dev"
WAIT = 30


def questions() -> list[str]:
    """The single questions of the dev cases."""
    loaded = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*.yaml"))]
    return [case["question"] for file in loaded for case in file["cases"] if "question" in case]


class Chat:
    """One open chat."""

    def __init__(self) -> None:
        self.socket = socketio.AsyncClient()
        self.answered = asyncio.Event()
        self.seconds: list[float] = []
        self.errors: list[str] = []
        self.socket.on("element", self._element)

    def _element(self, element: dict[str, object]) -> None:
        if element.get("name") == "Answer":
            self.answered.set()

    async def open(self, address: str) -> None:
        async with httpx.AsyncClient() as client:
            page = await client.get(f"{address}/chat/", headers={"accept": "text/html"}, timeout=WAIT)
        cookie = "; ".join(f"{name}={value}" for name, value in page.cookies.items())
        auth = {"sessionId": str(uuid4()), "clientType": "webapp", "userEnv": "{}", "chatProfile": "clinician", "threadId": ""}
        await self.socket.connect(
            address, headers={"cookie": cookie}, auth=auth, socketio_path="/chat/ws/socket.io", transports=["websocket"]
        )
        await self.socket.emit("connection_successful")

    async def ask(self, text: str) -> None:
        self.answered.clear()
        now = datetime.now(tz=UTC).isoformat()
        message = {"id": str(uuid4()), "threadId": "", "name": "user", "type": "user_message", "output": text, "createdAt": now}
        begin = time.perf_counter()
        await self.socket.emit("client_message", {"message": message, "fileReferences": []})
        try:
            await asyncio.wait_for(self.answered.wait(), WAIT)
        except TimeoutError:
            self.errors.append(text)
        else:
            self.seconds.append(time.perf_counter() - begin)

    async def talk(self, asked: list[str], *, every: float, until: float) -> None:
        await asyncio.sleep(random.uniform(0, every))  # noqa: S311  spreads the chats, guards nothing
        while time.monotonic() < until:
            begin = time.monotonic()
            await self.ask(random.choice(asked))  # noqa: S311
            await asyncio.sleep(max(0, every - (time.monotonic() - begin)))
        await self.socket.disconnect()


def server_of(address: str) -> psutil.Process:
    """The process that listens there."""
    port = int(address.rsplit(":", 1)[1])
    pid = next(one.pid for one in psutil.net_connections("tcp") if one.status == "LISTEN" and one.laddr.port == port)
    return psutil.Process(pid)


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("--chats", type=int, default=50)
    parser.add_argument("--every", type=float, default=10)
    parser.add_argument("--minutes", type=float, default=30)
    chosen = parser.parse_args()
    server, asked = server_of(chosen.address), questions()
    chats = [Chat() for _ in range(chosen.chats)]
    for chat in chats:
        await chat.open(chosen.address)
    until = time.monotonic() + chosen.minutes * 60
    talking = [asyncio.create_task(chat.talk(asked, every=chosen.every, until=until)) for chat in chats]
    memory, before = [], server.cpu_times()
    while not all(task.done() for task in talking):
        memory.append(round(server.memory_info().rss / 2**20))
        await asyncio.sleep(15)
    await asyncio.gather(*talking)
    after = server.cpu_times()
    worked = after.user + after.system - before.user - before.system
    seconds = sorted(second for chat in chats for second in chat.seconds)
    told = {
        "chats": chosen.chats,
        "answers": len(seconds),
        "errors": sum(len(chat.errors) for chat in chats),
        "p50": round(statistics.median(seconds), 3),
        "p95": round(seconds[int(len(seconds) * 0.95)], 3),
        "slowest": round(seconds[-1], 3),
        # Unlike the times above, this says the same on a busy machine.
        "processor_seconds_per_answer": round(worked / len(seconds), 3),
        "megabytes": memory,
    }
    print(json.dumps(told))  # noqa: T201


if __name__ == "__main__":
    asyncio.run(main())
