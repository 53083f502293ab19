"""Batches: one JSON line in, one JSON line out, in order and at once; a bad line never stops the rest."""

from __future__ import annotations

import json
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, EncodedFile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, redirect_stdout
from io import BufferedReader
from math import isfinite
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, BinaryIO

from assistant.errors import BatchLineError
from ingest.errors import VouchError

if TYPE_CHECKING:
    from assistant.serving.lines import AnyLine

MAX_LINE = 8_000_000
_PIECE = 1 << 16

Answer = Mapping[str, Any]
Write = Callable[[Answer], None]


@contextmanager
def json_only() -> Iterator[Write]:
    """A writer of JSON lines to standard output; whatever else would print there goes to standard error."""
    out = sys.stdout

    def write(line: Answer) -> None:
        # A lone surrogate from an input's \\ud800 can't be written as UTF-8; "?" is better than a dead batch.
        text = json.dumps(line, ensure_ascii=False).encode("utf-8", "replace").decode()
        out.write(text + "\n")
        out.flush()

    with redirect_stdout(sys.stderr):
        yield write


@contextmanager
def open_lines(name: str) -> Iterator[Iterator[bytes]]:
    """The lines of a file, or of standard input for "-".

    Raises:
        VouchError: if the file can't be opened.

    """
    if name == "-":
        yield read_lines(_as_utf8(sys.stdin.buffer))
        return
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(Path(name).open("rb"))
        except OSError as error:
            message = f"{name} can't be read: {error.strerror or error}; give a JSONL file, or - for standard input"
            raise VouchError(message) from error
        yield read_lines(_as_utf8(stream))


def _as_utf8(stream: BinaryIO | IO[bytes]) -> BinaryIO | IO[bytes]:
    """The stream, or what it says in UTF-8 if it begins as UTF-16 does: some shells write their files so."""
    begins = stream.peek(2)[:2] if isinstance(stream, BufferedReader) else b""
    if begins not in {BOM_UTF16_LE, BOM_UTF16_BE}:
        return stream
    return EncodedFile(stream, "utf-8", "utf-16", errors="replace")


def read_lines(stream: BinaryIO | IO[bytes]) -> Iterator[bytes]:
    """Lines that aren't blank; of one longer than ``MAX_LINE`` bytes only the beginning, so that memory stays bounded."""
    while line := stream.readline(MAX_LINE + 1):
        if len(line) > MAX_LINE:
            _skip_rest(stream, line)
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield line


def _skip_rest(stream: BinaryIO | IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_PIECE)


def run_batch(lines: Iterator[bytes], *, model: type[AnyLine], work: Callable[[AnyLine], Answer], write: Write) -> int:
    """Writes ``work``'s answer to every line, or what is wrong with it; returns how many failed by a fault of ours."""
    from assistant.serving.lines import check_line

    broken = 0
    for raw in lines:
        fields: Mapping[str, Any] = {}
        try:
            fields = _fields(raw)
            found = dict(work(check_line(fields, model)))
        except VouchError as error:
            found = {"error": str(error)}
        except Exception as error:  # noqa: BLE001  a batch of thousands goes on after one bug; it is reported in place and at the end
            broken += 1
            found = {"error": f"unexpected {type(error).__name__}: {error}"}
        write({"id": _line_id(fields)} | {key: value for key, value in found.items() if key != "id"})
    return broken


def _fields(raw: bytes) -> Mapping[str, Any]:
    from assistant.serving.lines import read_object

    if len(raw) > MAX_LINE:
        message = f"longer than {MAX_LINE:,} bytes"
        raise BatchLineError(message)
    return read_object(raw)


def _line_id(fields: Mapping[str, Any]) -> str | int | float | None:
    """The id as it came, even of a bad line; one that is no text or number is left out."""
    found = fields.get("id")
    # 1e400 is read as infinity, which no JSON can hold.
    return found if isinstance(found, str | int) or (isinstance(found, float) and isfinite(found)) else None
