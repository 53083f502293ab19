"""The MCP door: the tools ask, sources and quote, for programs that let a language model call tools.

The same gate and the same answer object as everywhere. What a tool returns is for people and models to read (text) and for
programs (structured content). Standard output belongs to the protocol; everything else goes to standard error.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Annotated, Any, Literal

from mcp.server.fastmcp import FastMCP
from mcp.server.fastmcp.exceptions import ToolError
from mcp.types import CallToolResult, TextContent, ToolAnnotations
from pydantic import Field, ValidationError

from assistant.answers import Audience, Citation
from assistant.display.panel import panel
from assistant.display.render import answer_object
from assistant.display.standing import standing
from assistant.serving.lines import MAX_QUESTION, AskLine, TurnLine, explain
from assistant.serving.live import loaded
from assistant.serving.renewal import following
from assistant.serving.workers import Workers, shared_workers
from assistant.settings import Settings
from ingest.documents import Source
from ingest.errors import SourceNotFoundError, VouchError
from ingest.index import OpenIndex

INSTRUCTIONS = (
    "Answers questions over a folder of guideline documents. Every claim of an answer carries a mark like [1] and was verified "
    "against the cited words. Pass claims on with their marks and as strong as they are; don't add claims of your own. "
    "If there is no answer, say so. General information, not advice for one person."
)
_MOST_QUOTED = 20
_READS_ONLY = ToolAnnotations(readOnlyHint=True, destructiveHint=False, idempotentHint=True, openWorldHint=False)

AskedQuestion = Annotated[
    str, Field(min_length=1, max_length=MAX_QUESTION, description="The question as a person would type it.")
]
SourceId = Annotated[str, Field(max_length=500, description="As the tool sources lists it, or as a citation names it.")]
Start = Annotated[int, Field(ge=0, description="`start` of a citation.")]
End = Annotated[int, Field(ge=1, description="`end` of a citation.")]
Conversation = Annotated[
    tuple[TurnLine, ...], Field(description="What was said before, oldest first; a follow-up is read in its light.")
]


class _PlainSpoken(FastMCP[None]):
    """Tells what is wrong as every other door does, without the validator's own words and addresses."""

    async def call_tool(self, name: str, arguments: dict[str, Any]) -> Any:
        """What the tool returns."""
        try:
            return await super().call_tool(name, arguments)
        except ToolError as error:
            cause = error.__cause__
            if isinstance(cause, ValidationError | VouchError):
                message = f"{name}: {explain(cause) if isinstance(cause, ValidationError) else cause}"
                raise ToolError(message) from error
            raise


def create_mcp(settings: Settings, workers: Workers) -> FastMCP[None]:
    """The MCP server; it tells at once what tools there are, and loads the assistant in the background."""

    @asynccontextmanager
    async def lifespan(_: FastMCP[None]) -> AsyncIterator[None]:
        workers.start()
        with following(workers, settings.index):
            yield None
        workers.close()

    server = _PlainSpoken("vouch", instructions=INSTRUCTIONS, lifespan=lifespan, log_level="WARNING")
    # Else clients are told the version of the protocol's library.
    server._mcp_server.version = version("vouch")  # noqa: SLF001  there is no other way to name it

    @server.tool(title="Ask the documents", annotations=_READS_ONLY)
    async def ask(
        question: AskedQuestion,
        audience: Audience | None = None,
        language: Literal["auto", "en", "es"] | None = None,
        history: Conversation = (),
    ) -> CallToolResult:
        """Answers a question from the documents, every claim cited and verified, or says that they don't answer it."""
        line = AskLine(question=question, audience=audience, language=language, history=history)
        await loaded(workers)
        answer = answer_object(*await workers.answer(line.question_for(settings)))
        return _returned(_readable(answer), answer)

    @server.tool(title="List the sources", annotations=_READS_ONLY)
    async def sources() -> CallToolResult:
        """Lists the documents: id, title, publisher, kind, date and review status."""
        documents = (await _index(workers)).documents.values()
        listed = [_listed(document.source) for document in documents]
        text = "\n".join(f"- {entry['source_id']}: {entry['title']} ({entry['standing']})" for entry in listed)
        return _returned(text or "There are no documents.", {"sources": listed})

    @server.tool(title="Show the exact words", annotations=_READS_ONLY)
    async def quote(source_id: SourceId, start: Start, end: End) -> CallToolResult:
        """Shows the exact words of a source at a citation's offsets, under their headings, with the lines around them."""
        cited = _cited(await _index(workers), source_id, start, end)
        quotes = [
            {"quote": citation.quote, "start": citation.span.start, "end": citation.span.end, "panel": panel(citation)}
            for citation in cited
        ]
        text = "\n\n".join(f"{' › '.join(c.statement.shown_path)}\n“{c.quote}”" for c in cited)
        return _returned(text, {"quotes": quotes})

    return server


def run_mcp(settings: Settings) -> None:
    """Serves one client on standard input and output until it hangs up."""
    create_mcp(settings, shared_workers(settings)).run("stdio")


async def _index(workers: Workers) -> OpenIndex:
    """The index that the loaded assistant answers from.

    Raises:
        NotReadyError: if it can't be loaded; the message names the mend.

    """
    await loaded(workers)
    index = getattr(workers.require_ready(), "index", None)
    if not isinstance(index, OpenIndex):
        message = "this assistant answers without documents of its own, so it can't list or quote them"
        raise SourceNotFoundError(message)
    return index


def _cited(index: OpenIndex, source_id: str, start: int, end: int) -> tuple[Citation, ...]:
    """Citations of the statements at those offsets: never of text that is no statement, such as what is held back.

    Raises:
        SourceNotFoundError: no such source, or no statement of it there.

    """
    document = index.documents.get(source_id)
    if document is None:
        message = f"there is no source {source_id!r}; the tool sources lists those there are"
        raise SourceNotFoundError(message)
    found = [s for s in index.statements if s.source_id == source_id and s.span.start < end and start < s.span.end]
    if not found:
        message = f"{source_id} states nothing at {start} to {end}; take start and end from a citation"
        raise SourceNotFoundError(message)
    return tuple(Citation(number=number, document=document, statement=s) for number, s in enumerate(found[:_MOST_QUOTED], 1))


def _listed(source: Source) -> dict[str, Any]:
    return {
        "source_id": source.source_id,
        "title": source.title,
        "publisher": source.publisher,
        "kind": source.kind.value,
        "audience": source.audience.value,
        "language": source.language,
        "updated": source.dated.isoformat() if source.dated else None,
        "review_status": source.review_status.value,
        "url": source.url,
        "standing": standing(source),
    }


def _readable(answer: Mapping[str, Any]) -> str:
    """The answer's text, and under it what each mark cites: a model that sees only text can still quote."""
    cited = [
        f"[{c['n']}] {c['source_id']} {c['start']}-{c['end']} ({c['updated'] or 'undated'}, {c['review_status']}): “{c['quote']}”"
        for c in answer["citations"]
    ]
    return "\n".join([answer["text"], *(["", "Cited words:", *cited] if cited else [])])


def _returned(text: str, content: Mapping[str, Any]) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=text)], structuredContent=dict(content))
