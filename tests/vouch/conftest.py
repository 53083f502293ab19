"""The heart failure library, as the tests of the assistant have it."""

from pathlib import Path

import pytest
from heart_library import HEART

from assistant.pipeline import Assistant
from assistant.settings import Settings
from ingest.embed import load_embedder
from ingest.index import build_index


@pytest.fixture(scope="session")
def heart_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    index: Path = tmp_path_factory.mktemp("heart") / "index"
    settings = Settings(_env_file=None, corpus=HEART, index=index)
    build_index(settings.corpus, settings.index, embedder=load_embedder(settings))
    return settings


@pytest.fixture(scope="session")
def heart(heart_settings: Settings) -> Assistant:
    return Assistant.open(heart_settings)
