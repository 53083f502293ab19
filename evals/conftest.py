"""What the eval tests share: the assistant with default settings, over an index of its own."""

from pathlib import Path

import pytest

from assistant.pipeline import Assistant
from assistant.settings import Settings, load_settings
from evals.mutations import Measured, measure
from ingest.embed import load_embedder
from ingest.index import build_index

CORPUS = Path(__file__).parents[1] / "corpus"


def index_settings(corpus: Path, folder: Path) -> Settings:
    """Settings over an index of ``corpus`` that is built in ``folder``."""
    settings = load_settings(corpus=corpus, index=folder)
    build_index(corpus, folder, embedder=load_embedder(settings))
    return settings


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant as it is shipped."""
    return Assistant.open(index_settings(CORPUS, tmp_path_factory.mktemp("evals") / "index"))


@pytest.fixture(scope="session")
def measured() -> Measured:
    """The gate held against claims made wrong: once for its own tests and for the report."""
    return measure(CORPUS)
