"""``vouch serve``, ``vouch mcp``, ``vouch bench`` and ``vouch settings``."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.commands.batch import json_only
from assistant.commands.options import AsJson, IndexFolder


def register(app: typer.Typer) -> None:
    """Puts the commands under ``vouch``."""
    app.command()(serve)
    app.command()(mcp)
    app.command()(bench)
    app.command()(settings)


def serve(
    host: Annotated[str | None, typer.Option("--host", help="Address to listen on (VOUCH_HOST).")] = None,
    port: Annotated[int | None, typer.Option("--port", min=1, max=65535, help="Port to listen on (VOUCH_PORT).")] = None,
    index: IndexFolder = None,
    chat: Annotated[
        bool, typer.Option("--chat/--no-chat", help="With the chat in the browser, or the HTTP interface alone.")
    ] = True,
) -> None:
    """Serve the chat in the browser and the HTTP interface beside it."""
    from assistant.serving.serve import run_server
    from assistant.settings import load_settings

    run_server(load_settings(host=host, port=port, index=index), chat=chat)


def mcp(index: IndexFolder = None) -> None:
    """Serve the tools ask, sources and quote to an MCP client, on standard input and output."""
    from assistant.serving.mcp_door import run_mcp
    from assistant.settings import load_settings

    run_mcp(load_settings(index=index))


def bench(index: IndexFolder = None, as_json: AsJson = False) -> None:
    """Measure a warm answer and the building of an index on this machine."""
    from assistant.bench import measure
    from assistant.settings import load_settings

    with json_only() as write:
        figures = measure(load_settings(index=index))
        if as_json:
            write(figures)
            return
    from assistant.commands.terminal import print_figures

    print_figures(figures)


def settings(as_json: AsJson = False) -> None:
    """Print the settings in force, keys and passwords masked."""
    from assistant.settings import in_force, load_settings

    found = in_force(load_settings())
    if as_json:
        with json_only() as write:
            write(found)
        return
    for name, value in found.items():
        typer.echo(f"{name}={value}")
