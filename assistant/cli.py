"""The ``vouch`` command: exit 0 done, 1 a one-line error on standard error, 2 wrong usage."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from assistant.commands import answering, evaluating, gate, library, people, serving
from ingest.errors import VouchError

app = typer.Typer(
    name="vouch",
    help="Cited answers over clinical guidelines: every claim shown is verified against the cited words first.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for room in (library, answering, gate, evaluating, serving, people):
    room.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"vouch {version('vouch')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Cited answers over clinical guidelines: every claim shown is verified against the cited words first."""
    del version  # its callback has done the work


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and returns its exit status; this is where every error becomes one line."""
    try:
        app(args=None if arguments is None else list(arguments))
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except BrokenPipeError:
        # The reader (`| head`) has gone; Python would complain again when it flushes standard output at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except VouchError as error:
        return _fail(_one_line(str(error)))
    except Exception as error:  # noqa: BLE001  nobody but a developer wants a traceback
        return _fail(f"unexpected {_one_line(f'{type(error).__name__}: {error}')} (VOUCH_DEBUG=1 shows where)")
    return 0


def _fail(message: str) -> int:
    if _debugs():
        traceback.print_exc()
    sys.stderr.write(f"vouch: {message}\n")
    return 1


def _debugs() -> bool:
    """Whether VOUCH_DEBUG is set, in the environment or in ``.env``; the settings themselves may be what is wrong."""
    from assistant.settings import load_settings

    try:
        return load_settings().debug
    except VouchError:
        return os.environ.get("VOUCH_DEBUG", "").lower() in {"1", "true", "yes", "on"}


def _one_line(text: str) -> str:
    return " ".join(text.split())
