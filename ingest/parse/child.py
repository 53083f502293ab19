"""The child process that parses: reads file names from standard input, answers with documents, under limits set by itself."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import warnings
from pathlib import Path

from ingest.errors import IngestError
from ingest.parse.guard import DOCUMENT
from ingest.parse.rich import parse_rich

_MOST_FILES_OPEN = 64
_FILES_PER_CHILD = 200
"""Parsers leak; after so many files a child makes room for a fresh one."""


def main(memory_limit: int) -> None:
    """Answer requests until standard input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not get between the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    warnings.simplefilter("ignore")
    _limit(memory_limit)
    for count, line in enumerate(sys.stdin.buffer, start=1):
        answer = _answer(json.loads(line), memory_limit)
        if count >= _FILES_PER_CHILD:
            answer = answer[:-1] + b',"spent":true}'
        answers.write(answer + b"\n")
        answers.flush()


def _answer(request: dict[str, object], memory_limit: int) -> bytes:
    path, shown = Path(str(request["path"])), str(request["shown"])
    max_bytes = request["max_bytes"]
    assert isinstance(max_bytes, int)  # noqa: S101 - for the type checker
    try:
        document = parse_rich(path, max_bytes=max_bytes)
        return b'{"document":' + DOCUMENT.dump_json(document) + b"}"
    except IngestError as error:
        return _refusal(str(error).replace(str(path), shown), kind=type(error).__name__)
    except MemoryError:
        return _refusal(
            f"{shown} needs more than {memory_limit / 1e9:.1f} GB of memory to be read. It may be built to do harm.", spent=True
        )
    except RecursionError:
        return _refusal(f"{shown} is nested too deeply to be read. It may be damaged or built to do harm.", spent=True)
    except Exception as error:  # noqa: BLE001 - a parser may fail in any way on a damaged file; the reason is told
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        return _refusal(f"{shown} can't be read ({type(error).__name__}: {reason}). It may be damaged; save it anew.")


def _refusal(message: str, *, kind: str = "UnreadableDocumentError", spent: bool = False) -> bytes:
    return json.dumps({"error": message, "kind": kind, **({"spent": True} if spent else {})}).encode()


def _limit(memory_limit: int) -> None:
    """Bound memory, open files and writing, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_limit, memory_limit))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (_MOST_FILES_OPEN, _MOST_FILES_OPEN))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main(int(sys.argv[1]))
