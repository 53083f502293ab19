"""A lexicon's YAML is loaded whole or refused with the file, the entry and the mend."""

from pathlib import Path

import pytest
from heart_library import HEART

from assistant.words.lexicon_files import is_shipped, lexicon_folder, load_lexicon
from ingest.errors import MetadataError

DRUG = "concepts: [{id: ramipril, kind: drug, name: ramipril}]\n"


def folder_of(tmp_path: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = tmp_path / f"{name}.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tmp_path


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param("concepts: [", "not readable as YAML", id="broken-yaml"),
        pytest.param(b"concepts: [{id: \xff}]", "not readable as YAML", id="not-utf8"),
        pytest.param("concept: []", "concept: there is no such field", id="unknown-top-level"),
        pytest.param(
            "concepts: [{id: a, kind: drug, name: a, brand: [B]}]",
            "0.brand: there is no such field",
            id="misspelt-field",
        ),
        pytest.param("concepts: [{id: a, kind: drug}]", "concepts.0.name: missing", id="missing-name"),
        pytest.param("concepts: [{id: '', kind: drug, name: a}]", "concepts.0.id: must have at least 1", id="empty-id"),
        pytest.param("concepts: [{id: a, kind: drug, name: a, synonyms: b}]", "0.synonyms: must be a list", id="no-list"),
        pytest.param(
            "concepts: [{id: a, kind: drug, name: a, synonyms: [no]}]", "concepts.0.synonyms.0", id="yaml-no-is-no-word"
        ),
        pytest.param("glossary: [{term: a}]", "glossary.0.plain: missing", id="glossary-without-plain-words"),
        pytest.param("- a\n- b\n", "words.yaml", id="a-list"),
        pytest.param(DRUG[:-2] + ", {id: ramipril, kind: drug, name: other}]", "'ramipril' is defined twice", id="id-twice"),
        pytest.param(
            "concepts: [{id: a, kind: drug, name: a, parents: [b]}]", "'a' names 'b', which no file", id="unknown-parent"
        ),
        pytest.param("concepts: [{id: a, kind: population, name: a, implies: [b]}]", "'a' names 'b'", id="unknown-implied"),
    ],
)
def test_bad_lexicon_is_refused_with_place_and_mend(tmp_path: Path, content: str | bytes, says: str) -> None:
    with pytest.raises(MetadataError) as caught:
        load_lexicon(folder_of(tmp_path, words=content))
    message = str(caught.value)
    assert says in message
    assert str(tmp_path) in message
    assert "\n" not in message
    assert message.rsplit("; ", 1)[-1].split(maxsplit=1)[0] in {"mend", "rename", "add"}


def test_files_are_read_together_so_that_one_may_name_what_another_defines(tmp_path: Path) -> None:
    child = "concepts: [{id: child, kind: drug, name: child, parents: [ramipril]}]"
    found = load_lexicon(folder_of(tmp_path, a=child, b=DRUG))
    assert list(found.concepts) == ["child", "ramipril"]
    assert found.ancestors("child") == {"ramipril"}


def test_id_defined_in_two_files_is_refused_and_the_second_file_named(tmp_path: Path) -> None:
    with pytest.raises(MetadataError, match=r"b\.yaml: concept id 'ramipril' is defined twice"):
        load_lexicon(folder_of(tmp_path, a=DRUG, b=DRUG))


@pytest.mark.parametrize("content", ["", "concepts: []\n", "# nothing yet\n"], ids=["no-byte", "no-concept", "comment"])
def test_empty_file_adds_nothing(tmp_path: Path, content: str) -> None:
    assert list(load_lexicon(folder_of(tmp_path, a=content, b=DRUG)).concepts) == ["ramipril"]


def test_missing_folder_gives_an_empty_lexicon(tmp_path: Path) -> None:
    assert load_lexicon(tmp_path / "nowhere").concepts == {}


def test_every_field_of_an_entry_arrives(tmp_path: Path) -> None:
    content = """
concepts:
  - {id: elder, kind: population, name: elder}
  - id: old
    kind: population
    name: old
    brands: [B]
    abbreviations: [OL]
    synonyms: [aged]
    parents: [elder]
    spanish: [mayor]
    axis: age
    implies: [elder]
glossary:
  - {term: aged, plain: not young, wordings: [ageing], spanish: {term: mayor, plain: no joven}}
"""
    found = load_lexicon(folder_of(tmp_path, words=content))
    old = found.concepts["old"]
    assert old.wordings == ("old", "B", "OL", "aged", "mayor")
    assert (old.kind, old.axis, old.parents, old.implies) == ("population", "age", ("elder",), ("elder",))
    (entry,) = found.glossary
    assert (entry.term, entry.plain, entry.wordings) == ("aged", "not young", ("ageing",))
    assert (entry.spanish_term, entry.spanish_plain) == ("mayor", "no joven")


def test_lexicon_of_the_corpus_goes_before_the_shipped_one(tmp_path: Path) -> None:
    assert lexicon_folder(HEART) == HEART / "lexicon"
    shipped = lexicon_folder(tmp_path)
    assert shipped != tmp_path / "lexicon"
    assert load_lexicon(shipped).concepts


def test_shipped_lexicon_is_told_from_a_folders_own(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    assert is_shipped(lexicon_folder(tmp_path / "elsewhere"))
    assert not is_shipped(lexicon_folder(tmp_path))
