import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.shared.memory import create_connected_server_and_client_session
from served import ScriptedAssistant, workers_over

from assistant.answers import Question
from assistant.display.render import answer_object
from assistant.pipeline import Assistant
from assistant.serving.mcp_door import create_mcp
from assistant.settings import Settings
from ingest.errors import IndexNotFoundError

ASKED = "How much furosemide to start with?"


@asynccontextmanager
async def client(answerer: object, settings: Settings | None = None) -> AsyncIterator[ClientSession]:
    server = create_mcp(settings or Settings(_env_file=None), workers_over(lambda: answerer))
    async with create_connected_server_and_client_session(server) as session:
        yield session


def without_times(answer: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in answer.items() if name != "milliseconds"}


async def test_the_tools_are_ask_sources_and_quote_and_only_read() -> None:
    async with client(ScriptedAssistant()) as session:
        tools = {tool.name: tool for tool in (await session.list_tools()).tools}
    assert set(tools) == {"ask", "sources", "quote"}
    for tool in tools.values():
        assert tool.annotations is not None
        assert tool.annotations.readOnlyHint is True
        assert tool.description
    assert tools["ask"].inputSchema["required"] == ["question"]


async def test_ask_gives_the_answer_that_every_other_door_gives(heart: Assistant) -> None:
    direct = json.loads(json.dumps(answer_object(*heart.answer(Question(text=ASKED)))))
    async with client(heart) as session:
        result = await session.call_tool("ask", {"question": ASKED})
    assert not result.isError
    assert result.structuredContent is not None
    assert without_times(result.structuredContent) == without_times(direct)
    text = result.content[0].text
    assert text.startswith(direct["text"])
    for citation in direct["citations"]:
        assert citation["quote"] in text


async def test_what_was_said_before_is_read_with_the_question(heart: Assistant) -> None:
    history = [
        {"role": "user", "content": "What are the side effects of spironolactone?"},
        {"role": "assistant", "content": "High potassium [1]."},
    ]
    async with client(heart) as session:
        result = await session.call_tool("ask", {"question": "and how much to start with?", "history": history})
    assert result.structuredContent is not None
    assert "spironolactone" in result.structuredContent["read_as"].lower()


async def test_sources_tell_their_standing(heart: Assistant) -> None:
    async with client(heart) as session:
        result = await session.call_tool("sources", {})
    assert result.structuredContent is not None
    listed = result.structuredContent["sources"]
    assert {entry["source_id"] for entry in listed} == set(heart.index.documents)
    assert all(entry["review_status"] and entry["standing"] for entry in listed)


async def test_quote_gives_the_words_that_a_citation_names(heart: Assistant) -> None:
    async with client(heart) as session:
        answer = (await session.call_tool("ask", {"question": ASKED})).structuredContent
        assert answer is not None
        cited = answer["citations"][0]
        result = await session.call_tool("quote", {name: cited[name] for name in ("source_id", "start", "end")})
    assert result.structuredContent is not None
    assert result.structuredContent["quotes"][0]["quote"] == cited["quote"]
    assert cited["quote"] in result.content[0].text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param({"source_id": "nobody", "start": 0, "end": 5}, "no source 'nobody'", id="unknown source"),
        pytest.param({"source_id": "fennmark-guideline", "start": 10**7, "end": 10**7 + 9}, "states nothing", id="beyond"),
        pytest.param({"source_id": "fennmark-guideline", "start": 0, "end": 3}, "states nothing", id="front matter"),
        pytest.param({"source_id": "fennmark-guideline", "start": -1, "end": 3}, "greater than or equal to 0", id="negative"),
    ],
)
async def test_words_that_nothing_states_are_not_quoted(heart: Assistant, arguments: dict[str, object], said: str) -> None:
    assert "fennmark-guideline" in heart.index.documents
    async with client(heart) as session:
        result = await session.call_tool("quote", arguments)
    assert result.isError
    assert said in result.content[0].text
    assert result.content[0].text.startswith("quote: ")


@pytest.mark.parametrize("question", ["", "x" * 20_001], ids=["empty", "too long"])
async def test_a_question_that_cannot_be_asked_is_an_error_of_the_tool(question: str) -> None:
    scripted = ScriptedAssistant()
    async with client(scripted) as session:
        result = await session.call_tool("ask", {"question": question})
    assert result.isError
    assert all(asked.text != question for asked in scripted.asked)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param({}, "ask: question: missing", id="nothing"),
        pytest.param({"question": 5}, "ask: question: must be text", id="no text"),
        pytest.param(
            {"question": "Salt?", "audience": "nurse"}, "ask: audience: must be 'clinician' or 'patient'", id="audience"
        ),
        pytest.param({"question": "Salt?", "history": "none"}, "ask: history: must be a list", id="history"),
    ],
)
async def test_wrong_argument_is_told_as_the_other_doors_tell_it(arguments: dict[str, object], said: str) -> None:
    async with client(ScriptedAssistant()) as session:
        result = await session.call_tool("ask", arguments)
    assert result.isError
    assert result.content[0].text.startswith(said)
    assert "pydantic" not in result.content[0].text


async def test_an_index_that_cannot_be_opened_is_told_with_its_mend() -> None:
    def missing() -> object:
        message = "there is no index; run `vouch ingest`"
        raise IndexNotFoundError(message)

    server = create_mcp(Settings(_env_file=None), workers_over(missing))
    async with create_connected_server_and_client_session(server) as session:
        result = await session.call_tool("ask", {"question": ASKED})
    assert result.isError
    assert "run `vouch ingest`" in result.content[0].text


async def test_a_client_on_standard_input_and_output_is_served(heart_settings: Settings) -> None:
    program = "import sys; from assistant.cli import main; sys.exit(main())"
    server = StdioServerParameters(
        command=sys.executable,
        args=["-c", program, "mcp", "--index", str(heart_settings.index)],
        env={**os.environ, "VOUCH_CORPUS": str(heart_settings.corpus)},
    )
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        told = await session.initialize()
        result = await session.call_tool("ask", {"question": ASKED})
    assert (told.serverInfo.name, told.serverInfo.version) == ("vouch", version("vouch"))
    assert result.structuredContent is not None
    assert result.structuredContent["status"] == "answered"
    assert result.structuredContent["claims"]
