"""What the tests of the assistant share: the whole product over a library of another field, with the real model."""

import pytest
from heart_library import HEART

from assistant.pipeline import Assistant
from assistant.settings import Settings
from ingest.documents import ReviewStatus
from ingest.embed import load_embedder
from ingest.index import build_index


@pytest.fixture(scope="session")
def heart_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings over an index of the heart failure library, whatever the environment says."""
    settings = Settings(
        _env_file=None,
        corpus=HEART,
        index=tmp_path_factory.mktemp("heart") / "index",
        embedding_model="bundled",
        min_review_status=ReviewStatus.DRAFT,
        llm_base_url=None,
        llm_model=None,
        country="US",
    )
    report = build_index(settings.corpus, settings.index, embedder=load_embedder(settings))
    assert report.failures == ()
    return settings


@pytest.fixture(scope="session")
def heart(heart_settings: Settings) -> Assistant:
    """The assistant over the heart failure library: extractive, no language model."""
    return Assistant.open(heart_settings)
