import pytest

from ingest.parse.headings import Heading, Layout, find_levels, looks_like_heading
from ingest.parse.lines import Line, read_lines


def looks(text: str, *, uses_gaps: bool = True) -> bool:
    page = f"\n\n{text}\n\nA paragraph of several words follows here."
    first, second = read_lines(page)
    return looks_like_heading(first, second, Layout(uses_gaps=uses_gaps))


@pytest.mark.parametrize(
    "line",
    [
        "Site-Specific Care",
        "Treatment of Fever in Children",
        "HER-Type Disease (15-20% of patients)",
        "What to do first",
        "What is fever?",
        "2.1 Dosing",
        "Pitfalls to Avoid",
    ],
)
def test_short_line_without_stop_is_a_heading(line: str) -> None:
    assert looks(line)


@pytest.mark.parametrize(
    "line",
    [
        "Rest is the main treatment",
        "Treatment effects are greatest in young patients with fever",
        "Rest comes first.",
        "Options:",
        "the rest of a sentence",
        "Fever. Cough",
        "Prescribe calcium and vitamin supplements to every patient before the start of the treatment with this drug class",
    ],
)
def test_assertion_stop_or_lead_in_is_no_heading(line: str) -> None:
    assert not looks(line)


def test_line_in_a_paragraph_is_no_heading() -> None:
    first, second = read_lines("Fever Care\nmore of the same paragraph")
    assert not looks_like_heading(first, second, Layout())


def test_last_line_is_no_heading() -> None:
    assert not looks_like_heading(Line(0, 5, "Fever", gap=1), None, Layout())


def levels(*headings: tuple[str, bool], title: str = "Treatment of Fever") -> list[int]:
    return find_levels([Heading(title=text, is_followed_by_heading=parent) for text, parent in headings], title=title)


def test_heading_directly_below_another_stands_inside_it() -> None:
    assert levels(("Overview", False), ("By Organ", True), ("Lungs", False), ("Skin", False)) == [1, 1, 2, 2]


def test_child_is_told_by_a_word_in_common_with_its_siblings() -> None:
    found = levels(("By Type", True), ("Viral Disease", False), ("Bacterial Disease (5%)", False), ("Drug Choice", False))
    assert found == [1, 2, 2, 1]


def test_words_of_the_page_title_say_nothing_about_nesting() -> None:
    found = levels(("Treatment by Type", True), ("Viral Disease", False), ("Treatment Duration", False))
    assert found == [1, 2, 1]


def test_word_of_the_parent_keeps_a_heading_inside() -> None:
    found = levels(
        ("Site-Specific Management", True), ("Bone Disease", False), ("Lung Management at Home", False), ("Pitfalls", False)
    )
    assert found == [1, 2, 2, 1]


def test_next_parent_closes_the_one_before() -> None:
    assert levels(("By Type", True), ("Viral Disease", False), ("Drugs", True), ("Aspirin", False), ("Ibuprofen", False)) == [
        1,
        2,
        1,
        2,
        2,
    ]


def test_numbers_decide_where_there_are_any() -> None:
    headings = [
        Heading(title=t, is_followed_by_heading=False, numbered_level=n)
        for t, n in (("1 Aims", 1), ("1.1 Scope", 2), ("2 Methods", 1))
    ]
    assert find_levels(headings, title="") == [1, 2, 1]
