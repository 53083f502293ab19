from datetime import date
from pathlib import Path

import pytest
from ingest_fakes import FEVER

from ingest.chunk import cut
from ingest.documents import ReviewStatus, SourceAudience, SourceKind
from ingest.errors import MetadataError
from ingest.parse.markdown import parse_markdown

PATH = Path("fever.md")
_GUESSED = {"source_id", "title", "kind", "audience", "language"}


def test_front_matter_becomes_the_source() -> None:
    source = parse_markdown(FEVER, path=PATH).source
    assert (source.source_id, source.title, source.publisher) == ("fever", "Fever in Children", "Imaginary Board of Health")
    assert (source.kind, source.audience, source.updated) == (SourceKind.GUIDELINE, SourceAudience.CLINICIAN, date(2024, 2, 1))
    assert (source.review_status, source.inferred) == (ReviewStatus.REVIEWED, ())


def test_reference_list_of_the_front_matter_is_kept() -> None:
    document = parse_markdown(FEVER, path=PATH)
    reference = document.reference(1)
    assert reference is not None
    assert reference.label == "Fever Notes, Board, 2023"
    assert document.reference(9) is None


def test_text_is_the_whole_file() -> None:
    assert parse_markdown(FEVER, path=PATH).text == FEVER


def test_without_front_matter_title_and_id_are_inferred_and_marked() -> None:
    source = parse_markdown("# Gout in Adults\n\nRest.\n", path=Path("My Gout Notes.md")).source
    assert (source.source_id, source.title, set(source.inferred)) == ("my-gout-notes", "Gout in Adults", _GUESSED)


def test_title_is_no_part_of_the_heading_path() -> None:
    document = parse_markdown("# T\n\nA.\n\n## B\n\n### C\n\nD.\n\n## E\n\nF.\n", path=PATH)
    assert [section.heading_path for section in document.sections] == [(), ("B",), ("B", "C"), ("E",)]


def test_underlined_and_bold_headings_are_headings() -> None:
    document = parse_markdown("Title\n=====\n\nPart\n----\n\nA.\n\n**Doses**\n\nB.\n", path=PATH)
    assert document.source.title == "Title"
    assert [section.heading_path for section in document.sections] == [("Part",), ("Part", "Doses")]


def test_code_comments_and_images_are_furniture() -> None:
    code = "```python\ncode is no evidence.\n```\n\n```\nfor (x of y) {\n```\n"
    document = parse_markdown(f"A.\n\n{code}\n<!-- hidden. -->\n\n![a picture](x.png)\n\nB.\n", path=PATH)
    blocks = [document.text[block.span.start : block.span.end] for section in document.sections for block in section.blocks]
    assert blocks == ["A.", "B."]
    assert len(document.furniture) == 4


@pytest.mark.parametrize(
    ("field", "mend"),
    [
        ("updated: soon", "`updated` is wrong ('soon'). It must be a date such as 2025-10-30"),
        ("review_status: perfect", "one of: draft, submitted, under review, not stated, reviewed, approved"),
        ("kind: leaflet", "one of: guideline"),
        ("publsher: X", "unknown field `publsher`"),
        ("source_id: Not Good", "small letters, digits and hyphens"),
        ("references: [{number: 0, title: x}]", "`references.0.number` is wrong"),
        ("title: [1", "not valid YAML"),
        ("title: a: b", "not valid YAML"),
        ("title: &a x\nurl: *a", "aliases (*name) are not allowed"),
    ],
)
def test_broken_field_is_an_error_with_file_field_and_mend(field: str, mend: str) -> None:
    with pytest.raises(MetadataError) as caught:
        parse_markdown(f"---\n{field}\n---\nA.\n", path=PATH)
    message = str(caught.value)
    assert message.startswith("fever.md")
    assert mend in message
    assert "\n" not in message


def test_front_matter_that_is_not_closed_says_so() -> None:
    with pytest.raises(MetadataError, match="not closed"):
        parse_markdown("---\ntitle: X\n\nA.\n", path=PATH)


def test_rule_at_the_top_is_no_front_matter() -> None:
    assert parse_markdown("---\n\nA.\n", path=PATH).source.title == "fever"


@pytest.mark.parametrize(
    "name", ["### Table 2: Doses by weight", "**Table 2: Doses by weight**", "Table 2: Doses by weight\n---"]
)
def test_title_of_a_table_is_no_heading_of_what_follows(name: str) -> None:
    text = (
        f"# Worms\n\n## Doses\n\nGive the tablets with food.\n\n{name}\n\n"
        "| Weight | Dose |\n| --- | --- |\n| Under 20 kg | 4 mL |\n\n"
        "Wait for a week.\n\n### Table manners\n\nSit upright.\n"
    )
    document = parse_markdown(text, path=Path("worms.md"))
    found = {" ".join(one.text.split()): one for one in cut(document)[1]}
    assert found["Under 20 kg | 4 mL"].heading_path == found["Wait for a week."].heading_path == ("Doses",)
    assert found["Under 20 kg | 4 mL"].lead_in.startswith("Table 2: Doses by weight")
    assert found["Sit upright."].heading_path == ("Doses", "Table manners")
