"""The answers that a baseline was made from, kept beside it: what a worse answer is set against."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from evals.diff import Seen, keep_for_diff, key_of
from evals.errors import BaselineError

_SUFFIX = "_answers.json.gz"


def answers_path(baseline: Path) -> Path:
    """``baseline_answers.json.gz`` beside ``baseline.json``."""
    return baseline.with_name(baseline.stem + _SUFFIX)


def write_answers(path: Path, turns: Iterable[Seen]) -> None:
    """Stores the answers; the same answers give the same bytes."""
    kept = {key_of(turn): keep_for_diff(turn) for turn in turns}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0))


def read_answers(path: Path, last_report: Path | None = None) -> dict[str, Seen]:
    """The stored answers by the turn's name; without them those of the last report; without either none.

    Raises:
        BaselineError: they can't be read.

    """
    try:
        if path.exists():
            kept: Mapping[str, Seen] = json.loads(gzip.decompress(path.read_bytes()))
            return dict(kept)
        if last_report and last_report.exists():
            return turns_by_key(json.loads(last_report.read_text(encoding="utf-8")))
    except (OSError, EOFError, ValueError, KeyError) as error:
        message = f"The answers in {path if path.exists() else last_report} can't be read; remove the file."
        raise BaselineError(message) from error
    return {}


def turns_by_key(report: Mapping[str, Any]) -> dict[str, Seen]:
    """The turns of a ``report.json`` by their names."""
    return {key_of(turn): turn for turn in report["turns"]}
