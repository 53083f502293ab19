"""Options that several commands share, so that they are named and explained alike everywhere."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from assistant.answers import Audience


class Language(StrEnum):
    """The language of an answer."""

    ENGLISH = "en"
    SPANISH = "es"
    AUTO = "auto"


IndexFolder = Annotated[Path | None, typer.Option("--index", metavar="DIR", help="Folder of the index (VOUCH_INDEX).")]
CorpusFolder = Annotated[Path | None, typer.Option("--corpus", metavar="DIR", help="Folder of the documents (VOUCH_CORPUS).")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON on standard output, nothing else.")]
BatchFile = Annotated[
    str | None, typer.Option("--batch", metavar="FILE.jsonl", help="One JSON line in, one out; - reads standard input.")
]
ForAudience = Annotated[Audience | None, typer.Option("--audience", help="Whom the answer is for (VOUCH_AUDIENCE).")]
InLanguage = Annotated[Language | None, typer.Option("--language", help="Language of the answer (VOUCH_LANGUAGE).")]
