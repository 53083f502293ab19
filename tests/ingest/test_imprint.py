"""Lines that say whose a document is, its number and its dates; the table of a document's fields; what kind it is."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from pdf_maker import Page, write_pdf

from ingest.chunk import cut
from ingest.documents import SourceAudience, SourceKind
from ingest.parse.choose import parse_file
from ingest.parse.control import lines_about
from ingest.parse.dates import find_dates
from ingest.parse.imprint import imprint_parts
from ingest.parse.standing import find_publisher, is_protocol, names_whose


@pytest.mark.parametrize(
    "line",
    [
        "Harlow Bay Hospital, 12 March 2025.",
        "Ref: HBH-DER-07 v4 | Written May 2023 | Review May 2026",
        "PIS-SKIN-114 | Issue 2 | June 2023 | 1",
        "Society for Skin and Nail Medicine, October 2023",
        "Wound competency v3 – April 2024 – review April 2027",
        "Skin Unit, Harlow Bay Hospital, June 2024",
        "Hospital Comarcal del Valle, 3 de mayo de 2024",
    ],
)
def test_line_of_owner_number_and_dates_is_an_imprint(line: str) -> None:
    assert imprint_parts(line)


@pytest.mark.parametrize(
    "line",
    [
        "12 March 2025",
        "COVID-19, March 2020",
        "Give 5 mg, 12 March 2025",
        "She was seen in Harlow Bay Hospital, 12 March 2025",
        "Aspirin 75 mg – March 2024",
        "Eczema, May 2023",
        "Stop on 3 May 2024, restart on 9 May 2024",
        "Review after 3 months, 12 March 2025",
        "Write to skin@harlow.example, 12 March 2025",
    ],
)
def test_line_that_says_more_is_no_imprint(line: str) -> None:
    assert imprint_parts(line) == ()


@pytest.mark.parametrize(
    ("text", "published", "updated"),
    [
        ("Produced: August 2023 Review: August 2025", date(2023, 8, 1), None),
        ("Approved by: Clinical Group, 12 September 2023", date(2023, 9, 12), None),
        ("Ratified: Urgent Care Group 11/02/2025. Review: 02/2028", date(2025, 2, 11), None),
        ("Approved: Medicines Group. Review June 2026", None, None),
        ("Approved by the board: valid until June 2026", None, None),
        ("Accepted 19 May 2023", date(2023, 5, 19), None),
        ("Version and date: 5.0, 3 April 2024", None, date(2024, 4, 3)),
        ("CH-SKIN-22 v5 June 2024", None, date(2024, 6, 1)),
        ("This statement replaces the version of April 2018.", None, None),
        ("Version: 3 (replaces version 2 of July 2020)", None, None),
        ("To be reviewed: February 2026", None, None),
    ],
)
def test_date_counts_for_what_its_words_say_of_it(text: str, published: date | None, updated: date | None) -> None:
    found = find_dates(text, day_first=True)
    assert (found.published, found.updated) == (published, updated)


def test_imprint_at_the_end_of_a_pdf_gives_publisher_and_date(tmp_path: Path) -> None:
    page = Page()
    page.text(50, 40, "Care of an infected wound", size=18, font="Helvetica-Bold")
    page.text(50, 90, "Cleaning", size=13, font="Helvetica-Bold")
    page.text(50, 115, "The wound is rinsed with warm water twice a day until it is dry.")
    page.text(50, 130, "Give flucloxacillin 500 mg four times a day where the skin around it is red.")
    page.text(50, 180, "Harlow Bay Hospital, 12 March 2025.")
    document = parse_file(write_pdf(tmp_path / "wound.pdf", [page]))
    assert (document.source.publisher, document.source.published) == ("Harlow Bay Hospital", date(2025, 3, 12))
    assert {"publisher", "published"} <= set(document.source.inferred)
    assert not any("Harlow" in statement.text for statement in cut(document)[1])


def test_authors_publish_nothing() -> None:
    assert find_publisher(["© 2023 The Authors. Published under a CC BY licence."]) is None


FIELDS = [["Reference", "HB-G07"], ["Version", "2.1"], ["Valid until", "October 2027"]]
TURNED = [
    ["Version", "Author", "Ratified by", "Review date"],
    ["2.0", "Dr N. Farouk", "Medical Division, 11 Jan 2024", "Jan 2027"],
]


@pytest.mark.parametrize("grid", [FIELDS, TURNED], ids=["rows", "columns"])
def test_table_of_a_document_s_fields_alone_is_about_it_anywhere(grid: list[list[str]]) -> None:
    assert lines_about(grid, opens=False) is not None


@pytest.mark.parametrize(
    "grid",
    [
        [["Category", "2"], ["Status", "stable"], ["Site", "knee"]],
        [["Version", "rapid"], ["Dose", "5 mg"], ["Review date", "day 3"]],
        [["Drug", "Dose", "Interval", "Review"], ["Colchicine", "0.5 mg", "twice daily", "day 3"]],
        [["Grade", "1"], ["Stage", "2"], ["Review", "every 3 months"]],
    ],
)
def test_table_with_other_fields_is_evidence(grid: list[list[str]]) -> None:
    assert lines_about(grid, opens=False) is None


@pytest.mark.parametrize(
    "name",
    [
        "Intravenous vancomycin in adults: dosing and monitoring protocol",
        "alcohol-ward-protocol_v2.3",
        "Prevention of Pressure Ulcers Policy",
        "Acute asthma in children: emergency pathway",
        "Standard operating procedure: taking blood",
        "Protocolo de sedación",
    ],
)
def test_instructions_of_a_place_of_work_are_a_protocol(name: str) -> None:
    assert is_protocol((name,), "")


@pytest.mark.parametrize(
    "name",
    [
        "Study protocol: aspirin after stroke",
        "A protocol for a randomised trial of aspirin",
        "Systematic review protocol",
        "The RAS pathway in the colon",
        "The Whipple procedure",
        "Treatment of gout",
    ],
)
def test_plan_of_a_study_and_other_uses_of_the_words_are_none(name: str) -> None:
    assert not is_protocol((name,), "Privacy policy\nRelated: Sepsis protocol")


def test_type_that_a_document_states_counts() -> None:
    assert is_protocol(("Care of wounds",), "Document type: Clinical policy")


def test_word_file_below_its_ward_s_name_has_its_title_and_kind(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Skin, Hair and Nail Department")
    run = document.add_paragraph().add_run("Treating scabies")
    run.bold, run.font.size = True, 304800
    document.add_paragraph("The cream is put on from the neck down and washed off after 12 hours.")
    head = document.add_paragraph().add_run("Second treatment")
    head.bold, head.font.size = True, 177800
    document.add_paragraph("Repeat the treatment after 7 days in every person of the household.")
    path = tmp_path / "scabies-ward-protocol.docx"
    document.save(str(path))
    source = parse_file(path).source
    assert (source.title, source.kind, source.audience) == ("Treating scabies", SourceKind.PROTOCOL, SourceAudience.CLINICIAN)


def test_ward_and_hospital_are_whose_it_is_and_a_heading_is_not() -> None:
    assert names_whose("Eye Unit, Harlow Bay Hospital")
    assert not names_whose("Eye drops, Harlow Bay Hospital")


def test_dump_of_a_page_takes_the_title_that_its_way_through_the_site_ends_with(tmp_path: Path) -> None:
    dump = """   [1]Skip to main content

   [2]SkinWell Trust home

     * [3]Conditions
     * [4]Donate

   [8]Home > [9]Conditions > [10]Hair > Alopecia areata

                   Alopecia areata and its treatment

   [11]Listen to this page  [12]Print

   Alopecia areata makes hair fall out in round patches, mostly before the
   age of 30. This page tells you how it is found and treated in adults.

How is it found?

   A doctor looks at the skin of the head with a lens. Blood is taken only
   where the thyroid may be ill as well, which is so in some people.

How is it treated?

   Steroid creams are rubbed in once a day for three months. Injections are
   given every six weeks where the patches are few and the person wants it.
"""
    path = tmp_path / "hair.txt"
    path.write_text(dump, encoding="utf-8")
    assert parse_file(path).source.title == "Alopecia areata and its treatment"
