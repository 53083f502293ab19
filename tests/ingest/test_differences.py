"""The register of differences: what is wrong in it is told with its place, and an entry without its statements is off."""

from pathlib import Path

import pytest
from ingest_fakes import FEVER, WordEmbedder

from ingest.bring import build_index
from ingest.chunk import cut
from ingest.differences import read_register
from ingest.documents import Statement
from ingest.errors import MetadataError
from ingest.parse import parse_file

TRUST = """---
source_id: trust
title: Fever
publisher: Hill Trust
---
# Fever

- Paracetamol 15 mg/kg every 4 hours
- Ibuprofen is given from 6 months
"""
ENTRY = """
differences:
  - id: paracetamol-interval
    kind: interval
    about: {en: how often paracetamol is given, es: cada cuánto se da paracetamol}
    asked: ["How often is paracetamol given?"]
    sides:
      - fever: "Paracetamol 15 mg/kg every 6"
      - trust: "Paracetamol 15 mg/kg every 4"
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "fever.md").write_text(FEVER, encoding="utf-8")
    (folder / "trust.md").write_text(TRUST, encoding="utf-8")
    return folder


def statements(corpus: Path) -> list[Statement]:
    return [one for file in sorted(corpus.glob("*.md")) for one in cut(parse_file(file))[1]]


def note(corpus: Path, text: str = ENTRY) -> None:
    (corpus / "differences.yaml").write_text(text, encoding="utf-8")


def test_folder_without_a_register_has_no_noted_differences(corpus: Path) -> None:
    register = read_register(corpus, statements(corpus))
    assert (register.differences, register.warnings) == ((), ())


def test_sides_are_the_statements_that_begin_so(corpus: Path) -> None:
    note(corpus)
    (noted,) = read_register(corpus, statements(corpus)).differences
    texts = {one.statement_id: one.text for one in statements(corpus)}
    assert [[texts[i].split(" every ")[1][:7] for i in side] for side in noted.sides] == [["6 hours"], ["4 hours"]]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("every 4", "every 3", "of trust no statement begins with 'Paracetamol 15 mg/kg every 3'", id="changed"),
        pytest.param("trust:", "gone:", "there is no document gone", id="no document"),
    ],
)
def test_entry_without_its_statement_is_off_and_told(corpus: Path, old: str, new: str, told: str) -> None:
    note(corpus, ENTRY.replace(old, new))
    register = read_register(corpus, statements(corpus))
    assert register.differences == ()
    (warning,) = register.warnings
    assert "paracetamol-interval is off" in warning
    assert told in warning


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("kind: interval", "kind: colour", "differences.paracetamol-interval.kind", id="unknown kind"),
        pytest.param("    asked:", "    questions:", "differences.paracetamol-interval", id="unknown field"),
        pytest.param(
            '      - fever: "Paracetamol 15 mg/kg every 6"\n', "", "differences.paracetamol-interval.sides", id="one side"
        ),
        pytest.param("id: paracetamol-interval", "name: x", "differences.entry 1.id", id="no id"),
        pytest.param("differences:", "differences: [", "not readable as YAML", id="no YAML"),
        pytest.param(ENTRY, ENTRY + ENTRY.split("differences:\n")[1], "is given 2 times", id="an id twice"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(corpus: Path, old: str, new: str, told: str) -> None:
    note(corpus, ENTRY.replace(old, new))
    with pytest.raises(MetadataError, match=r"differences\.yaml") as error:
        read_register(corpus, statements(corpus))
    assert told in str(error.value)


def test_versions_take_part_by_the_order_of_their_statements(corpus: Path) -> None:
    note(corpus)
    for name, text in (("fever", FEVER), ("trust", TRUST)):
        spanish = text.replace(f"source_id: {name}", f"source_id: {name}-es\nlanguage: es").replace("every", "cada")
        (corpus / f"{name}-es.md").write_text(spanish, encoding="utf-8")
    (noted,) = read_register(corpus, statements(corpus), language="es").differences
    texts = {one.statement_id: one.text for one in statements(corpus)}
    assert [texts[i] for side in noted.sides for i in side] == [
        "Paracetamol 15 mg/kg cada 6 hours",
        "Paracetamol 15 mg/kg cada 4 hours",
    ]


def test_version_that_lost_a_statement_is_left_out(corpus: Path) -> None:
    note(corpus)
    short = TRUST.replace("source_id: trust", "source_id: trust-es\nlanguage: es").replace(
        "- Ibuprofen is given from 6 months\n", ""
    )
    (corpus / "trust-es.md").write_text(short, encoding="utf-8")
    assert read_register(corpus, statements(corpus), language="es").differences == ()


def test_ingest_warns_of_an_entry_that_is_off_whether_documents_changed_or_not(corpus: Path, tmp_path: Path) -> None:
    note(corpus, ENTRY.replace("every 4", "every 3"))
    for _ in range(2):
        report = build_index(corpus, tmp_path / "index", embedder=WordEmbedder())
        assert "paracetamol-interval is off" in report.warnings[0]


def test_ingest_with_a_broken_register_leaves_the_index_as_it_is(corpus: Path, tmp_path: Path) -> None:
    note(corpus, ENTRY.replace("kind: interval", "kind: colour"))
    with pytest.raises(MetadataError):
        build_index(corpus, tmp_path / "index", embedder=WordEmbedder())
    assert not list((tmp_path / "index").glob("*/lock.json"))
