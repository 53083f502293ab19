import pytest

from ingest.parse.references import is_citation, is_entry, parse_references


def one(line: str) -> tuple[str, str | None, int | None]:
    (entry,) = parse_references([line], [None])
    return entry.title, entry.publisher, entry.year


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "Rivera M, Chen L. Stones at night. Kidney Letters. 2012;49(7):61-70.",
            ("Rivera M, Chen L. Stones at night", "Kidney Letters", 2012),
        ),
        (
            "Smith J. Book of Kidneys. 6th ed. Springfield, Ill: Oak House; 2020.",
            ("Smith J. Book of Kidneys. 6th ed", "Oak House", 2020),
        ),
        ("Imaginary Lung Trust: “Attack plan.”", ("Attack plan", "Imaginary Lung Trust", None)),
        ("Imaginary Lung Trust. Attack plan. 2020.", ("Attack plan", "Imaginary Lung Trust", 2020)),
        ("A page without a year", ("A page without a year", None, None)),
    ],
)
def test_entry_is_read_as_far_as_it_goes(line: str, found: tuple[str, str | None, int | None]) -> None:
    assert one(line) == found


def test_numbers_of_the_list_are_kept_and_wrapped_entries_joined() -> None:
    entries = parse_references(["First entry", "goes on", "Second"], [3, None, 4])
    assert [(entry.number, entry.title) for entry in entries] == [(3, "First entry goes on"), (4, "Second")]


def test_entries_that_open_with_their_kind_are_grouped() -> None:
    lines = [
        "Guideline",
        "Care of Fever",
        "Board of Health, 2024",
        "Clinical trial",
        "A Long Title",
        "in Two Lines",
        "Letters (2020)",
    ]
    entries = parse_references(lines, [None] * len(lines))
    assert [(entry.kind, entry.title, entry.publisher, entry.year) for entry in entries] == [
        ("guideline", "Care of Fever", "Board of Health", 2024),
        ("clinical trial", "A Long Title in Two Lines", "Letters", 2020),
    ]


def test_sentence_of_the_text_is_no_citation() -> None:
    assert not is_citation("In 2012 a trial of 490 patients showed that rest helps.")
    assert is_citation("Chen L, et al. Rest. Letters. 2012;4(2):1-3.")


def test_date_of_the_page_is_no_entry() -> None:
    assert not is_entry("Last Revised: October 11, 2024", is_numbered=False)
    assert is_entry("Board of Health, 2024", is_numbered=False)
