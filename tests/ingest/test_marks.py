import pytest

from ingest.parse.bare_marks import Habit, find_habit, find_marks
from ingest.parse.marks import bracketed_marks, expand, superscript_marks

HABIT = Habit(largest=6)


def numbers(line: str, habit: Habit = HABIT) -> list[tuple[int, ...]]:
    return [mark.numbers for mark in find_marks(line, 0, len(line), habit)]


@pytest.mark.parametrize(
    ("text", "found"),
    [("1", (1,)), ("1, 2", (1, 2)), ("1,3-5", (1, 3, 4, 5)), ("2–4", (2, 3, 4)), ("3;3", (3,)), ("5-200", (5, 200))],
)
def test_numbers_are_read_with_their_ranges(text: str, found: tuple[int, ...]) -> None:
    assert expand(text) == found


def test_brackets_are_marks_and_links_and_boxes_are_none() -> None:
    line = "Rest helps [1, 2]. See [3](x) and [ ] and [x] and [12] there."
    assert [mark.numbers for mark in bracketed_marks(line, 0, len(line))] == [(1, 2), (12,)]


def test_superscripts_are_marks_and_powers_of_units_are_none() -> None:
    line = "Give 60 mg/m² weekly.¹ Cells above 10⁹ count.²⁻⁴ In 5 cm² only³"
    assert [mark.numbers for mark in superscript_marks(line, 0, len(line))] == [(1,), (2, 3, 4), (3,)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Rest maintains the quality of life. 1, 2", [(1, 2)]),
        ("Rest is the main option 1:", [(1,)]),
        ("Rest delays events (by half) 1", [(1,)]),
        ("For patients under 55 years 1", [(1,)]),
        ("Given over 1 hour every 3 weeks 2", [(2,)]),
        ("It should not depend on age 2", [(2,)]),
        ("Use it through several lines 4, 5", [(4, 5)]),
        ("Combined with an AI 4", [(4,)]),
        ("Patient factors 1, 3", [(1, 3)]),
        ("Rest comes first. 1 Sleep comes second. 2, 3 Food comes last.", [(1,), (2, 3)]),
    ],
)
def test_bare_number_after_a_sentence_is_a_reference(line: str, found: list[tuple[int, ...]]) -> None:
    assert numbers(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "Only in grade 3",
        "Except in stage 4",
        "In stages 2, 3",
        "Raise the dose from week 4",
        "Repeat it every 3",
        "A score of 2",
        "Fewer than 5",
        "At least 2",
        "Between 1 and 2",
        "Use with type 2",
        "After 2-4 cycles",
        "See table 1",
        "A marker named CA 15-3",
        "In 12 of 40",
        "A rise of 25",
        "Not before the age of 6",
    ],
)
def test_number_that_belongs_to_the_sentence_is_none(line: str) -> None:
    assert numbers(line) == []


def test_label_before_the_reference_keeps_its_own_number() -> None:
    line = "Not in stage 4 2"
    marks = find_marks(line, 0, len(line), HABIT)
    assert [(mark.numbers, line[: mark.span.start].strip()) for mark in marks] == [((2,), "Not in stage 4")]


def test_number_beyond_what_the_page_lists_is_none() -> None:
    assert numbers("Repeat it in patients older than 80 years 75") == []


def test_page_without_the_habit_has_no_bare_marks() -> None:
    lines = ["Rest helps.", "Take 2", "It lasts for 3"]
    assert find_habit(lines, listed=0) == Habit()
    assert numbers("Rest helps 1", Habit()) == []


def test_habit_is_told_from_the_lines_and_reaches_beyond_a_short_list() -> None:
    lines = ["Rest helps 1", "Sleep helps 2, 3", "Food helps 4", "Water helps. 1, 5", "Air helps 6"]
    assert find_habit(lines, listed=3).largest == 6


def test_glued_numbers_are_marks_where_the_page_has_that_habit() -> None:
    lines = ["Rest helps.1 Sleep helps.2,3 It took 2.5 days.", "Food helps.4"]
    habit = find_habit(lines, listed=4)
    assert habit.glued
    assert numbers(lines[0], habit) == [(1,), (2, 3)]
