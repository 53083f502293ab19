"""What a validator found wrong with something from outside, in the words of the people who wrote it. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_KINDS = {
    "missing": "missing",
    "extra_forbidden": "there is no such field",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "string_type": "must be text",
    "string_unicode": "must be text without half a character (a lone surrogate)",
    "dict_type": "must be a set of named fields",
    "model_type": "must be a set of named fields",
    "model_attributes_type": "must be a set of named fields",
    "json_invalid": "not JSON",
}
_SHOULD = re.compile(r"^(?:Input|String|Value|List|Tuple) should (?=be|have|match)")
_VALID = re.compile(r"\ba valid (?=\w)")
_PARSER = re.compile(r", unable to .*$| after validation(?=,)")


def told(mistake: Mapping[str, Any]) -> str:
    """One entry of a ``ValidationError``: "missing", "must be a list", "must be 'en' or 'es'"; never the value itself."""
    if known := _KINDS.get(str(mistake["type"])):
        return known
    message = _PARSER.sub("", str(mistake["msg"]).removeprefix("Value error, "))
    return _VALID.sub("a ", _SHOULD.sub("must ", message)).replace("a integer", "a whole number")
