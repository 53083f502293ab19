"""A YAML file that people write in, what it holds out, validated; errors name the file, the place and the mend."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from ingest.errors import MetadataError
from ingest.mistakes import told

Model = TypeVar("Model", bound=BaseModel)
Place = tuple[int | str, ...]


def dotted(location: Place, _content: Any) -> str:
    """The place of an error as the validator counts it: "concepts.0.name"."""
    return ".".join(str(part) for part in location)


def read_yaml(
    path: Path,
    model: type[Model],
    *,
    mend_file: str = "mend the file",
    mend_entry: str = "mend the entry",
    place: Callable[[Place, Any], str] = dotted,
) -> Model:
    """What the file holds; ``model`` without fields if it is empty. ``place`` names where in its content an error stands.

    Raises:
        MetadataError: the file is no YAML in UTF-8, or an entry has an unknown, missing or wrong field.
    """
    try:
        content: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        message = f"{path}: not readable as YAML ({' '.join(str(error).split())[:160]}); {mend_file}"
        raise MetadataError(message) from error
    try:
        return model.model_validate(content or {})
    except ValidationError as error:
        first = error.errors()[0]
        message = f"{path}: {place(first['loc'], content)}: {told(first)}; {mend_entry}"
        raise MetadataError(message) from error
