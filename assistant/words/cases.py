"""A heading in, what of it narrows the patients or the case out, in any field: how severe, which line, whose kidneys. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

_WORD_LIST = "cases.yaml"
# "Pyelonephritis", "diverticulosis": how the names of diseases end.
_DISEASE = re.compile(
    r"(?<!\w)(?!(?:diagnosis|prognosis|dosis|diálisis|dialysis)(?!\w))"
    r"\w{3,}(?:itis|osis|a?emia|penia|opath(?:y|ies)|opatía|algia|rrh(?:o?ea|agia|age)|plegia|[^\Wc]oma|estasis|astasis)(?!\w)",
    re.IGNORECASE,
)
_NO_DISEASE = re.compile(r"\b(?:diagn[oó]sis|progn[oó]sis|dosis|metastasis|symptoma|idioma|diploma)\b", re.IGNORECASE)


@lru_cache(maxsize=16384)
def cases_in(text: str) -> frozenset[str]:
    """The cases that a text names: the list's, and diseases by the way their names end, each in small letters."""
    listed = {name for name, wordings in _wordings() if wordings.search(text)}
    return frozenset(listed | diseases_in(text))


def diseases_in(text: str) -> frozenset[str]:
    """The words of a text that are built as the names of diseases are, in small letters."""
    return frozenset(match.group().lower() for match in _DISEASE.finditer(_NO_DISEASE.sub(" ", text)))


@lru_cache(maxsize=1)
def _wordings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = yaml.safe_load((Path(__file__).parent / _WORD_LIST).read_text(encoding="utf-8"))
    return tuple((name, re.compile(rf"(?<![\w-])(?:{wordings})(?!\w)", re.IGNORECASE)) for name, wordings in listed.items())
