"""The runs that a report folder has seen: a line each, for the trend in the report."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evals.errors import EvalError

FILE = "history.jsonl"
_SHOWN = 40
_FIGURES = ("passed", "fact_recall", "abstention_precision", "abstention_recall", "follow_up_recall")


def add_run(folder: Path, data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Notes the run in ``folder``; the last runs over as many turns or more, oldest first.

    Raises:
        EvalError: the file holds something else.

    """
    file = folder / FILE
    now = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "ok": data["ok"],
        "turns": data["counts"]["turns"],
        "figures": {
            split: {name: round(totals[name]["value"], 4) for name in _FIGURES if name in totals}
            for split, totals in data["totals"].items()
        },
    }
    runs = [*read_runs(file), now]
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(run) + "\n" for run in runs), encoding="utf-8")
    # A run over a few cases says nothing about the trend of all.
    return [run for run in runs if 2 * run["turns"] >= now["turns"]][-_SHOWN:]


def read_runs(file: Path) -> list[dict[str, Any]]:
    """The runs noted before; none without the file.

    Raises:
        EvalError: the file holds something else.

    """
    if not file.exists():
        return []
    try:
        runs = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        for run in runs:
            run["turns"], run["figures"], run["at"]
    except (OSError, ValueError, TypeError, KeyError) as error:
        message = f"{file} does not hold the runs of earlier evals; remove it."
        raise EvalError(message) from error
    return runs
