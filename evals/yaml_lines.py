"""YAML text in, its content and the line of every part out, so that an error can point at it."""

from __future__ import annotations

from typing import Any

import yaml

Place = tuple[str | int, ...]


class _Loader(yaml.SafeLoader):
    """As SafeLoader, but yes, no, on and off stay words: people write them as answers."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load_with_lines(text: str) -> tuple[Any, dict[Place, int]]:
    """The content, and path → line (from 1). A key that is written twice in one mapping is an error, as YAML has it.

    Raises:
        yaml.MarkedYAMLError: for text that is not YAML.

    """
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    lines: dict[Place, int] = {}
    if node is None:
        return None, lines
    _walk(node, (), lines)
    return yaml.load(text, Loader=_Loader), lines  # noqa: S506 - a SafeLoader with fewer resolvers


def _walk(node: yaml.Node, path: Place, lines: dict[Place, int]) -> None:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"the key {key.value!r} is written twice", key.start_mark)
            seen.add(key.value)
            _walk(value, (*path, key.value), lines)
            lines[*path, key.value] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            _walk(item, (*path, position), lines)
