"""The questions that the documents' editors wrote down for readers to click on: ``questions.yaml`` of a corpus in, entries out.

A machine makes stiff questions of headings; a person who knows the page asks as readers do. Each entry names the statement that
answers it, so that it can be tried (``vouch doctor``), and is passed over when the document has changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, RootModel

from assistant.drafting.suggestion import Suggestion
from assistant.retrieval.profile import Profile
from ingest.yaml_file import read_yaml

QUESTIONS = "questions.yaml"
_MEND = "mend the entry, or delete the file to do without"


class Prepared(BaseModel):
    """A question, and how the statement of the document begins that answers it; ``start`` for one to begin with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ask: str = Field(min_length=1)
    told: str = Field(min_length=1)
    start: bool = False

    def is_told_by(self, text: str) -> bool:
        """True if a statement with this text is the one meant."""
        return text.startswith(self.told.removesuffix("…").rstrip())


class _File(RootModel[dict[str, list[Prepared]]]):
    model_config = ConfigDict(frozen=True)


def load_prepared(corpus: Path) -> Mapping[str, Sequence[Prepared]]:
    """The prepared questions by source id; none if the corpus has no such file.

    Raises:
        MetadataError: the file is not YAML, or an entry has a missing or unknown field; the message names the mend.
    """
    path = corpus / QUESTIONS
    if not path.is_file():
        return {}
    return read_yaml(path, _File, mend_file=_MEND, mend_entry=_MEND).root


def prepared_suggestions(prepared: Mapping[str, Sequence[Prepared]], profiles: Iterable[Profile]) -> tuple[Suggestion, ...]:
    """A suggestion of each entry whose statement is among these, in the order of the file."""
    if not prepared:
        return ()
    of_source: dict[str, list[Profile]] = {}
    for profile in profiles:
        of_source.setdefault(profile.source.source_id, []).append(profile)
    found: list[Suggestion] = []
    for source_id, entries in prepared.items():
        for entry in entries:
            about = [profile for profile in of_source.get(source_id, ()) if entry.is_told_by(profile.statement.text)]
            if about:
                found.append(Suggestion.of(entry.ask, about, is_prepared=True, is_start=entry.start))
    return tuple(found)


def untold(prepared: Mapping[str, Sequence[Prepared]], texts: Mapping[str, Collection[str]]) -> list[tuple[str, Prepared]]:
    """Source id and entry of each question whose statement none of the ``texts`` of its source begins with."""
    return [
        (source_id, entry)
        for source_id, entries in prepared.items()
        for entry in entries
        if not any(entry.is_told_by(text) for text in texts.get(source_id, ()))
    ]
