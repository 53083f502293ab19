"""A side of a comparison: a stored report, or the assistant that a settings file, a folder or ``NAME=value`` describes."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

from assistant.pipeline import Assistant
from assistant.settings import Settings, load_settings
from evals.errors import EvalError
from ingest.embed import load_embedder
from ingest.errors import SettingsError
from ingest.index import build_index
from ingest.settings import PREFIX

_INDEX_MARK = "lock.json"
# Other documents, another model, another way of cutting: an index of their own has to be built.
_NEEDS_INDEX = frozenset({"corpus", "embedding_model"})


def stored_report(side: str) -> Mapping[str, Any] | None:
    """The report that ``side`` names: a report.json or a folder that holds one; None if it names something else.

    Raises:
        EvalError: the file is no report of this version.

    """
    path = Path(side)
    file = path / "report.json" if (path / "report.json").is_file() else path
    if file.suffix != ".json" or not file.is_file():
        return None
    try:
        report: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        for turn in report["turns"]:
            turn["ratios"], turn["case"], turn["drafts"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{file} is no report that can be compared; make it anew with `vouch eval --report DIR`."
        raise EvalError(message) from error
    return report


@contextmanager
def opened(side: str) -> Iterator[Assistant]:
    """The assistant that ``side`` describes; an index that it needs is built in a temporary folder.

    Raises:
        EvalError: ``side`` is nothing of the kind.

    """
    given = overrides(side)
    if "index" in given or not given.keys() & _NEEDS_INDEX:
        yield Assistant.open(_settings(given, side))
        return
    with tempfile.TemporaryDirectory(prefix="vouch-compare-") as folder:
        settings = _settings({**given, "index": str(Path(folder) / "index")}, side)
        build_index(settings.corpus, settings.index, embedder=load_embedder(settings))
        yield Assistant.open(settings)


def overrides(side: str) -> dict[str, str]:
    """Field of the settings → value, as ``side`` gives them.

    Raises:
        EvalError: ``side`` is neither a file, nor a folder, nor ``NAME=value``.

    """
    path = Path(side)
    if (path / _INDEX_MARK).is_file():
        return {"index": side}
    if path.is_dir():
        return {"embedding_model": side} if (path / "modules.json").is_file() else {"corpus": side}
    if path.is_file():
        return {_field(name, side): value for name, value in dotenv_values(path).items() if value is not None}
    pairs = [pair.split("=", 1) for pair in side.split(",")]
    if all(len(pair) > 1 for pair in pairs):
        return {_field(name.strip(), side): value for name, value in pairs}
    message = (
        f"{side!r} is nothing to compare: give a report.json, a settings file, a corpus, index or model folder, "
        f"or {PREFIX}NAME=value[,…]."
    )
    raise EvalError(message)


def _field(name: str, side: str) -> str:
    field = name.upper().removeprefix(PREFIX).lower()
    if field not in Settings.model_fields:
        message = f"{side!r} names {name!r}, which is no setting; `vouch settings` lists them."
        raise EvalError(message)
    return field


def _settings(given: Mapping[str, str], side: str) -> Settings:
    try:
        return load_settings(**given)
    except SettingsError as error:
        message = f"The settings of {side!r} can't be used: {error}"
        raise EvalError(message) from error
