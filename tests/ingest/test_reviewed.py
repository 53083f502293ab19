"""How far documents say that they were reviewed; and what is said of medicines and patients in like words."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_maker import Page, write_pdf

from ingest.documents import ReviewStatus
from ingest.parse.choose import parse_file
from ingest.parse.reviewed import find_review
from ingest.parse.standing import find_publisher


@pytest.mark.parametrize(
    "line",
    [
        "Approved by: Wound Care Group, 2 May 2024",
        "Ratified: Formulary Committee, 5 March 2024",
        "Leg ulcer pathway v3 – approved by Nursing Board 9 October 2023",
        "Guideline LEG-014, version 2.3, approved March 2024",
        "Version 4.2. Approved: Formulary Committee, June 2023. Review: June 2026",
        "Author: Dr N. Oak; ratified by: Medical Division, 11 Jan 2024; review date: Jan 2027",
        "Date ratified: 14 June 2022",
        "Status: Approved",
        "Document status – Ratified",
        "This guideline was approved by the Formulary Board in 2024.",
        "Leaflet reference: L/1 | Approved by: Readers Panel | Review date: May 2026",
    ],
)
def test_body_or_day_of_approval_tells_that_a_document_is_approved(line: str) -> None:
    found = find_review([line])
    assert found.status is ReviewStatus.APPROVED
    assert line in (found.note or "")


@pytest.mark.parametrize(
    "line",
    [
        "Paxolin was approved by the FDA in 2019.",
        "Approved by the European Medicines Agency for adults.",
        "Paxolin, approved March 2021, is given daily.",
        "Approved for use in pregnancy: labetalol.",
        "The drug was approved by the committee for human use in 2019 for adults",
        "Approved by: ______",
        "Not approved by the Formulary Committee",
        "Only use pumps approved by the Devices Group.",
        "A second dose must be approved by the Lead Pharmacist before it is given.",
        "Approved indications: asthma, COPD",
        "Every patient on lithium is under regular review.",
        "She is currently under review in clinic",
        "Results pending: treat as infection",
        "Next review date: June 2026",
        "Draft a plan with the family and the GP.",
        "Two patients read the draft of this leaflet.",
    ],
)
def test_what_is_said_of_medicines_and_patients_is_no_status(line: str) -> None:
    assert find_review([line]).status is ReviewStatus.NOT_STATED


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (["Policy LEG-9 – DRAFT v6.1 for consultation", "Approved by: Policies Committee"], ReviewStatus.DRAFT),
        (["Status: Draft"], ReviewStatus.DRAFT),
        (["Leg ulcer bundle (draft)"], ReviewStatus.DRAFT),
        (["Not for clinical use"], ReviewStatus.DRAFT),
        (["Approved by: Policies Committee (pending)"], ReviewStatus.UNDER_REVIEW),
        (["Ratified by: awaiting Formulary Board"], ReviewStatus.UNDER_REVIEW),
        (["This policy is being revised."], ReviewStatus.UNDER_REVIEW),
        (["Status: Under review"], ReviewStatus.UNDER_REVIEW),
    ],
)
def test_draft_or_pending_approval_goes_before_approval(lines: list[str], status: ReviewStatus) -> None:
    assert find_review(lines).status is status


@pytest.mark.parametrize(
    "line",
    ["Consulted: Wound Network, Vascular Surgery", "Approved: Nursing Board, 3 April 2024", "For clinical staff only"],
)
def test_who_was_asked_or_approved_is_no_publisher(line: str) -> None:
    assert find_publisher([line, "Eastmoor Community Services", "Eastmoor Community Trust"]) == "Eastmoor Community Trust"


def test_status_and_days_that_a_pdf_tells_are_marked_as_inferred(tmp_path: Path) -> None:
    page = Page()
    page.text(40, 60, "Leg ulcers on the ward", size=20, font="Helvetica-Bold")
    page.text(40, 120, "Dressings", size=14, font="Helvetica-Bold")
    page.paragraph(40, 144, "Change the dressing every 3 days and measure the wound each week. " * 4, width=500)
    page.text(40, 800, "Last updated: 4 May 2024. Approved by: Nursing Board", size=7)
    source = parse_file(write_pdf(tmp_path / "a.pdf", [page])).source
    assert (source.review_status, str(source.updated)) == (ReviewStatus.APPROVED, "2024-05-04")
    assert {"review_status", "updated"} <= set(source.inferred)
    assert "published" not in source.inferred
