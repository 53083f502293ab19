from pathlib import Path

import pytest

from ingest.vector_address import milvus_address, without_secret


def test_faiss_is_no_address() -> None:
    assert milvus_address("faiss") is None


@pytest.mark.parametrize(
    ("value", "uri", "token", "shown"),
    [
        ("http://db:19530", "http://db:19530", "", "http://db:19530"),
        ("http://db:19530/", "http://db:19530", "", "http://db:19530/"),
        ("https://db.example/guides", "https://db.example/guides", "", "https://db.example/guides"),
        ("http://[::1]:19530", "http://[::1]:19530", "", "http://[::1]:19530"),
        ("http://me:hunter2@db:19530", "http://db:19530", "me:hunter2", "http://me:********@db:19530"),
        ("http://me:a%2Fb%40c@db:19530", "http://db:19530", "me:a/b@c", "http://me:********@db:19530"),
        ("http://me:a@b@db:19530", "http://db:19530", "me:a@b", "http://me:********@db:19530"),
        ("https://apikey@db.example", "https://db.example", "apikey", "https://********@db.example"),
    ],
)
def test_server_is_taken_apart_and_shown_without_its_secret(value: str, uri: str, token: str, shown: str) -> None:
    found = milvus_address(value)
    assert found is not None
    assert (found.uri, found.token, found.shown, found.is_file) == (uri, token, shown, False)
    assert not token or token not in repr(found)


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ("/srv/vouch/vectors.db", "/srv/vouch/vectors.db"),
        ("file:///srv/vouch/vectors.db", "/srv/vouch/vectors.db"),
        ("file:///srv/my%20vectors.db", "/srv/my vectors.db"),
    ],
)
def test_file_is_taken_by_path_and_by_url(value: str, path: str) -> None:
    found = milvus_address(value)
    assert found is not None
    assert (found.uri, found.is_file, found.token) == (path, True, "")


def test_file_beside_the_working_folder_is_found_from_everywhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    found = milvus_address("vectors.db")
    assert found is not None
    assert (found.uri, found.shown) == (str(tmp_path / "vectors.db"), "vectors.db")


@pytest.mark.parametrize(
    "value",
    [
        *("", "FAISS", "milvus", "db:19530", "vectors.sqlite", "vectors.db.old", ".db"),
        *(
            "http://",
            "http://:19530",
            "http://db:port",
            "http://db:99999",
            "http://db:19530?x=1",
            "http://d b:19530",
            "http://[::1",
        ),
        *("ftp://db:19530", "postgresql://db/vectors.db", "file://elsewhere/vectors.db", "file:///srv/vectors"),
    ],
)
def test_anything_else_names_both_choices(value: str) -> None:
    with pytest.raises(ValueError, match=r"`faiss`, or Milvus: http://milvus\.example:19530 .* FILE\.db"):
        milvus_address(value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("http://db:19530", "http://db:19530"),
        ("see me@db.example", "see me@db.example"),
        ("http://me:a/b#c@db", "http://me:********@db"),
        ("'ftp://me:hunter2@db', or http://other", "'ftp://me:********@db', or http://other"),
    ],
)
def test_secrets_are_masked_in_any_text(text: str, shown: str) -> None:
    assert without_secret(text) == shown
