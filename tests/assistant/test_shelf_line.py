"""The first screen says on what answers rest: how many documents, whose, how new, how many that nobody has reviewed."""

from __future__ import annotations

from datetime import date

import pytest
from answers_for_tests import document

from assistant.display.phrases import phrases
from assistant.display.standing import shelf_line, written_for
from ingest.documents import ReviewStatus, Source, SourceAudience, SourceKind


def line_of(*shelf: Source, language: str = "en") -> str:
    """The line with its spaces as plain ones."""
    return shelf_line(shelf, language=language).replace("\u00a0", " ")


def source(name: str, publisher: str | None, day: date | None = None, **fields: object) -> Source:
    given: dict[str, object] = {"publisher": publisher, "updated": day, "review_status": ReviewStatus.APPROVED}
    return document(name, **(given | fields)).source


def test_line_names_publishers_most_documents_first_and_the_newest_day() -> None:
    shelf = [
        source("a", "Riverside Clinic", date(2024, 5, 2)),
        source("b", "Harbour Trust", date(2026, 2, 10)),
        source("c", "Harbour Trust"),
    ]
    assert line_of(*shelf) == "3 documents · Harbour Trust, Riverside Clinic · the newest of 10 February 2026"
    assert line_of(*shelf, language="es").startswith("3 documentos · Harbour Trust, Riverside Clinic · el más reciente, del 10")


def test_line_of_many_publishers_counts_those_it_does_not_name() -> None:
    shelf = [source(str(number), f"House {number}") for number in range(6)]
    assert line_of(*shelf) == "6 documents · House 0, House 1, House 2, 3 others"
    assert line_of(*shelf[:4]) == "4 documents · House 0, House 1, House 2, House 3"


def test_line_hides_no_document_that_nobody_has_reviewed() -> None:
    shelf = [source("a", "House"), source("b", "House", review_status=ReviewStatus.DRAFT)]
    assert line_of(*shelf) == "2 documents · House · 1 not human-reviewed"


def test_versions_in_another_language_count_only_where_there_are_no_others() -> None:
    own, other = source("a", "House"), source("a-es", "House", language="es")
    assert line_of(own, other) == "1 document · House"
    assert line_of(other) == "1 document · House"


def test_empty_library_and_documents_of_nobody_are_no_gap_in_the_line() -> None:
    assert line_of() == ""
    assert line_of(source("a", None)) == "1 document"


@pytest.mark.parametrize(
    ("kind", "audience", "said"),
    [
        (SourceKind.PATIENT_INFORMATION, SourceAudience.PATIENT, ""),
        (SourceKind.PATIENT_INFORMATION, SourceAudience.CLINICIAN, "for clinicians"),
        (SourceKind.GUIDELINE, SourceAudience.PATIENT, "for patients"),
        (SourceKind.GUIDELINE, SourceAudience.CLINICIAN, "for clinicians"),
    ],
)
def test_patient_information_is_not_called_for_patients_once_more(kind: SourceKind, audience: SourceAudience, said: str) -> None:
    assert written_for(source("a", "House", kind=kind, audience=audience), phrases("en")) == said


def test_point_between_parts_stays_with_the_words_before_it() -> None:
    assert shelf_line([source("a", "House")]) == "1 document\u00a0· House"
