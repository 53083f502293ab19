from datetime import date

import pytest

from ingest.parse.dates import find_dates


@pytest.mark.parametrize(
    ("text", "updated"),
    [
        ("Last updated: January 29, 2026View editorial policy", date(2026, 1, 29)),
        ("Last Revised: October 11, 2024", date(2024, 10, 11)),
        ("Medically Reviewed by Dr. K on 26 March 2021", date(2021, 3, 26)),
        ("Updated on 2023-05-06", date(2023, 5, 6)),
        ("Reviewed 3.4.2022", date(2022, 4, 3)),
        ("Last reviewed: 13/2/2022", date(2022, 2, 13)),
        ("Actualizado el 5 de mayo de 2024", date(2024, 5, 5)),
        ("Last updated: March 2020", date(2020, 3, 1)),
        ("Updated 1 May 2020. Updated 2 May 2021.", date(2021, 5, 2)),
    ],
)
def test_labelled_date_is_read(text: str, updated: date) -> None:
    assert find_dates(text).updated == updated


@pytest.mark.parametrize(
    "text",
    [
        "Referenced on 25.3.2021",
        "Accessed on August 30, 2021",
        "In March 2020 a trial began.",
        "Nature. 2012;490:61-70.",
        "The data were updated in 2021 by the authors",
    ],
)
def test_date_that_is_not_the_page_s_own_is_left_alone(text: str) -> None:
    found = find_dates(text)
    assert (found.updated, found.published) == (None, None)


def test_published_and_updated_are_told_apart() -> None:
    found = find_dates("Published 2 February 2021. Updated on 14/5/2023.")
    assert (found.published, found.updated) == (date(2021, 2, 2), date(2023, 5, 14))


def test_date_that_can_be_read_two_ways_warns() -> None:
    assert "month/day or day/month" in find_dates("Last updated: 3/4/2022").warnings[0]


def test_impossible_date_warns_and_is_left_out() -> None:
    found = find_dates("Last updated: February 31, 2022")
    assert found.updated is None
    assert "can't be read" in found.warnings[0]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Approved: 12 March 2026. Review due: March 2029.", date(2026, 3, 12)),
        ("Ratified: 2 May 2025", date(2025, 5, 2)),
        ("Approved: Medicines Board, 12 March 2026", date(2026, 3, 12)),
        ("Endorsed by: Medicines Board 12 March 2026", date(2026, 3, 12)),
        ("Approved: March 2026", date(2026, 3, 1)),
        ("Approved: review due 3 May 2027", None),
    ],
)
def test_day_behind_an_approval_belongs_to_its_date(text: str, published: date | None) -> None:
    assert find_dates(text).published == published
