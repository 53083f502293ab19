from pathlib import Path

import pytest

from ingest.documents import Reference, ReviewStatus, SourceAudience, SourceKind
from ingest.parse.reviewed import find_review
from ingest.parse.slug import slug
from ingest.parse.standing import find_audience, find_kind, find_language, find_publisher
from ingest.parse.title import infer_title


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("© 2024 Imaginary Press. All rights reserved.", "Imaginary Press"),
        ("Copyright 2019-2024 by the College of Rest", "College of Rest"),
        ("Care is yours. Oak.Health assumes no liability for it.", "Oak.Health"),
        ("The Society of Sleep medical and editorial content team", "Society of Sleep"),
        ("Published by the Ministry of Sleep", "Ministry of Sleep"),
        ("Medically reviewed by Dr. K on 3 May 2020", "Dr. K"),
        ("Written by Jo Miller", "Jo Miller"),
        ("Read more", None),
    ],
)
def test_publisher_is_told_by_what_pages_say_of_themselves(line: str, publisher: str | None) -> None:
    assert find_publisher([line]) == publisher


def test_rights_line_outweighs_a_byline() -> None:
    assert find_publisher(["Written by Jo Miller", "© 2024 Imaginary Press"]) == "Imaginary Press"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Take care, the content is pending human review", ReviewStatus.UNDER_REVIEW),
        ("This article is not yet peer reviewed", ReviewStatus.UNDER_REVIEW),
        ("This is a draft for consultation", ReviewStatus.DRAFT),
        ("Review status: approved", ReviewStatus.APPROVED),
        ("Medically reviewed by Dr. K on 3 May 2020", ReviewStatus.REVIEWED),
        ("Fact checked by Jo Miller", ReviewStatus.REVIEWED),
        ("Under Review", ReviewStatus.NOT_STATED),
        ("Approved", ReviewStatus.NOT_STATED),
    ],
)
def test_review_status_is_what_the_page_states(line: str, status: ReviewStatus) -> None:
    assert find_review([line]).status is status


def test_pending_review_outweighs_a_general_promise() -> None:
    lines = ["All texts are reviewed by Dr. Oak", "The content is pending review"]
    assert find_review(lines).status is ReviewStatus.UNDER_REVIEW


def test_audience_is_what_the_page_says_then_how_it_speaks() -> None:
    assert find_audience("You can take it.", "This is intended for healthcare professionals.") is SourceAudience.CLINICIAN
    assert find_audience("Talk with your doctor.", "") is SourceAudience.PATIENT
    assert find_audience("Patients should receive 5 mg.", "") is SourceAudience.CLINICIAN
    assert find_audience("Stones are hard.", "") is None


def test_kind_follows_title_audience_and_references() -> None:
    guideline = (Reference(number=1, title="x", kind="guideline"),)
    assert find_kind("Rest", "", "", SourceAudience.PATIENT, guideline) is SourceKind.PATIENT_INFORMATION
    assert find_kind("Guideline on Rest", "", "", SourceAudience.CLINICIAN, ()) is SourceKind.GUIDELINE
    assert find_kind("Rest", "", "", SourceAudience.CLINICIAN, guideline) is SourceKind.GUIDELINE_SUMMARY
    assert find_kind("Rest", "Methods\nWe did.", "", None, ()) is SourceKind.RESEARCH
    assert find_kind("Rest", "", "", None, ()) is SourceKind.OTHER


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The rest of the patients was in bed", "en"),
        ("El resto de los pacientes está en la cama", "es"),
        ("Der Rest ist nicht im Bett", "de"),
        ("???", "en"),
    ],
)
def test_language_is_told_by_its_small_words(text: str, language: str) -> None:
    assert find_language(text) == language


def test_title_is_the_longest_phrase_that_is_met_often() -> None:
    body = "Heart failure is common. Chronic heart failure needs care. Chronic heart failure treatment lasts. Treatment helps."
    body += " The treatment of chronic heart failure goes on."
    assert infer_title(body, Path("x.txt")) == "Treatment of chronic heart failure"


def test_title_of_a_text_without_repetition_is_the_file_name() -> None:
    assert infer_title("Rest helps.", Path("care_of-feet.txt")) == "care of feet"


@pytest.mark.parametrize(
    ("text", "name"),
    [("Dr.Oak: What is the Best Care?", "droak-best-care"), ("Ácido úrico", "acido-urico"), ("???", ""), ("x" * 90, "x" * 60)],
)
def test_slug_is_readable_ascii(text: str, name: str) -> None:
    assert slug(text, drop_small_words=True) == name


def test_slug_is_cut_between_words() -> None:
    assert slug("word " * 20) == "-".join(["word"] * 12)
