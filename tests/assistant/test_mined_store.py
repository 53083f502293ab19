import json
from hashlib import sha256
from pathlib import Path

from ingest_fakes import WordEmbedder

from assistant.retrieval.mined_store import lexicon_of
from assistant.words.lexicon import Lexicon
from ingest.index import OpenIndex, build_index, open_index

PAGE = "# Words of the clinic\n\n- A mineralocorticoid receptor antagonist (MRA) lowers the risk.\n- Give dapagliflozin daily.\n"


def _open(folder: Path) -> OpenIndex:
    (folder / "corpus").mkdir(exist_ok=True)
    (folder / "corpus" / "words.md").write_text(PAGE, encoding="utf-8")
    embedder = WordEmbedder()
    build_index(folder / "corpus", folder / "index", embedder=embedder)
    return open_index(folder / "index", corpus=folder / "corpus", embedder=embedder)


def _lexicon(index: OpenIndex, folder: Path) -> Lexicon:
    return lexicon_of(index, folder / "index", words=folder / "words", is_everyday=lambda _: False)


def test_kept_names_are_those_mined_anew(tmp_path: Path) -> None:
    index = _open(tmp_path)
    (tmp_path / "words").mkdir()
    mined = _lexicon(index, tmp_path)
    assert {concept.name for concept in mined.concepts.values()} >= {"mineralocorticoid receptor antagonist", "dapagliflozin"}
    (file,) = (tmp_path / "index").rglob("mined.json")
    written = file.read_bytes()
    again = _lexicon(index, tmp_path)
    assert again.concepts == mined.concepts
    assert file.read_bytes() == written


def test_file_that_is_there_is_read_and_not_mined_again(tmp_path: Path) -> None:
    index = _open(tmp_path)
    (tmp_path / "words").mkdir()
    _lexicon(index, tmp_path)
    (file,) = (tmp_path / "index").rglob("mined.json")
    head, _, body = file.read_bytes().partition(b"\n")
    concepts = json.loads(body)["concepts"]
    assert len(concepts) > 1
    one = json.dumps({"concepts": concepts[:1]}).encode()
    file.write_bytes(json.dumps({**json.loads(head), "sha256": sha256(one).hexdigest()}).encode() + b"\n" + one)
    assert len(_lexicon(index, tmp_path).concepts) == 1


def test_changed_lexicon_mines_them_anew(tmp_path: Path) -> None:
    index = _open(tmp_path)
    (tmp_path / "words").mkdir()
    _lexicon(index, tmp_path)
    (tmp_path / "words" / "names.yaml").write_text(
        "concepts:\n  - {id: mra, kind: drug class, name: mineralocorticoid receptor antagonist, abbreviations: [MRA]}\n",
        encoding="utf-8",
    )
    found = _lexicon(index, tmp_path).concepts
    assert "mra" in found
    assert not [one for one in found.values() if one.concept_id != "mra" and "mineralocorticoid" in one.name]
