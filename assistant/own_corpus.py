"""Settings in, settings out that name the documents an index was built from where they name none."""

from __future__ import annotations

from pathlib import Path

from assistant.settings import Settings
from ingest.store import read_lock


def with_own_corpus(settings: Settings) -> Settings:
    """The settings, with the documents that the index was built from where no corpus is named.

    ``--index DIR`` alone is then enough to ask an index of another folder.
    """
    if "corpus" in settings.model_fields_set or not settings.index.is_dir():
        return settings
    corpus = read_lock(settings.index).corpus
    return settings.model_copy(update={"corpus": Path(corpus)}) if corpus and Path(corpus).is_dir() else settings
