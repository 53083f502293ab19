"""What readers say about an answer, kept line by line with the answer itself."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock

REASONS = ("wrong", "missing", "unsupported", "unclear")


def note(path: Path, *, helpful: bool, reason: str | None, answer: dict[str, Any]) -> None:
    """Appends one line to a JSONL file; several processes may do so at once.

    Raises:
        ValueError: for a reason that isn't one of ``REASONS``.

    """
    if reason is not None and reason not in REASONS:
        message = f"a feedback's reason is one of {', '.join(REASONS)}, got {reason!r}"
        raise ValueError(message)
    path.parent.mkdir(parents=True, exist_ok=True)
    line = {"at": datetime.now(tz=UTC).isoformat(timespec="seconds"), "helpful": helpful, "reason": reason, "answer": answer}
    with FileLock(f"{path}.lock"), path.open("a", encoding="utf-8") as out:
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
