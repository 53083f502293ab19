"""Profiles kept beside an index: the same as those read anew, made again when what they rest on has changed, never half read."""

import json
from pathlib import Path

import pytest
from heart_library import heart_index, lexicon

from assistant.retrieval.profile import Profile, profile_statement
from assistant.retrieval.profile_store import profiles_of
from ingest.errors import IndexDamagedError
from ingest.store import IndexLock

NAME = "profiles.json"


def _anew() -> dict[str, Profile]:
    index = heart_index()
    return {
        one.statement_id: profile_statement(one, index.documents[one.source_id].source, lexicon=lexicon())
        for one in index.statements
    }


def _kept(folder: Path, words: Path) -> dict[str, Profile]:
    lock = IndexLock(model_id="words", model_checksum="0", dimension=1, generation=".", sources=(), files={})
    (folder / "lock.json").write_text(lock.model_dump_json(), encoding="utf-8")
    return profiles_of(heart_index(), folder, lexicon=lexicon(), words=words)


def test_kept_profiles_are_those_read_anew(tmp_path: Path) -> None:
    assert _kept(tmp_path, tmp_path / "lexicon") == _anew()
    written = (tmp_path / NAME).read_bytes()
    assert _kept(tmp_path, tmp_path / "lexicon") == _anew()
    assert (tmp_path / NAME).read_bytes() == written


def test_file_made_by_other_code_is_made_anew(tmp_path: Path) -> None:
    _kept(tmp_path, tmp_path / "lexicon")
    head, _, body = (tmp_path / NAME).read_bytes().partition(b"\n")
    older = json.dumps({**json.loads(head), "key": "of an older version"}).encode()
    (tmp_path / NAME).write_bytes(older + b"\n" + body[:20])
    assert _kept(tmp_path, tmp_path / "lexicon") == _anew()
    assert (tmp_path / NAME).read_bytes() == head + b"\n" + body


def test_changed_lexicon_makes_them_anew(tmp_path: Path) -> None:
    words = tmp_path / "lexicon"
    words.mkdir()
    _kept(tmp_path, words)
    first = json.loads((tmp_path / NAME).read_bytes().partition(b"\n")[0])["key"]
    (words / "names.yaml").write_text("concepts: []\n", encoding="utf-8")
    _kept(tmp_path, words)
    assert json.loads((tmp_path / NAME).read_bytes().partition(b"\n")[0])["key"] != first


@pytest.mark.parametrize("damage", [lambda raw: raw[:-40], lambda raw: raw.replace(b'"rows"', b'"rowz"'), lambda _: b"\x00"])
def test_damaged_file_is_refused_with_its_mend(tmp_path: Path, damage: object) -> None:
    assert callable(damage)
    _kept(tmp_path, tmp_path / "lexicon")
    (tmp_path / NAME).write_bytes(damage((tmp_path / NAME).read_bytes()))
    with pytest.raises(IndexDamagedError, match=r"profiles\.json is damaged\. Remove it \(`rm "):
        _kept(tmp_path, tmp_path / "lexicon")


def test_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    assert _kept(tmp_path, tmp_path / "lexicon") == _anew()
