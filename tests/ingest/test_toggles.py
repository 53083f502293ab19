"""What a page folds out by a script or calls out in a box, what copying leaves of that, and what a page says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from cut_files import text_file

from ingest.chunk import cut
from ingest.documents import Statement
from ingest.parse.furniture import is_furniture
from ingest.parse.html.page import parse_html

_TEXT = "<p>Scabies spreads by skin that touches skin for some minutes, and hardly ever by clothes or bedding.</p>"
_FOLD = (
    '<div class="z1"><div class="z2"><a href="javascript:void(0)">{words}</a></div>'
    '<div class="z3"><p>Permethrin stays on for twelve hours and is put on again a week later.</p></div></div>'
)
COPIED = """\
Impetigo at school

Skip to main content

Recommendations

Parents are told in writing what the school does about sores.

1.1 Children

Young children
1.1.1 Keep the child at home until the sores are dry or for two days after the first dose.

Show reasoning
The panel agreed that covered sores seldom spread the disease, and that two days are enough for most of the children.

Hide reasoning
1.2 Adults

1.2.1 Cooks do not work with food until the sores on their hands have healed and the nurse has seen them.

Note
The ointment is not licensed for sores that are larger than a hand.
"""


def _read(body: str) -> dict[str, Statement]:
    page = f"<html><head><title>Scabies</title></head><body><main><h1>Scabies</h1>{body}</main></body></html>"
    return {one.text: one for one in cut(parse_html(page.encode(), path=Path("scabies.html")))[1]}


def test_link_that_leads_nowhere_is_the_heading_of_what_it_opens() -> None:
    found = _read(f"<h2>Treatment</h2>{_TEXT}{_FOLD.format(words='Second dose')}")
    given = found["Permethrin stays on for twelve hours and is put on again a week later."]
    assert given.heading_path == ("Treatment", "Second dose")


@pytest.mark.parametrize("words", ["View in own window", "Show more"])
def test_link_that_says_what_a_click_does_is_no_heading(words: str) -> None:
    found = _read(f"<h2>Treatment</h2>{_TEXT}{_FOLD.format(words=words)}")
    assert found["Permethrin stays on for twelve hours and is put on again a week later."].heading_path == ("Treatment",)


def test_heading_of_a_box_reaches_no_further_than_the_box() -> None:
    box = "<div class='callout'><h3>Babies</h3><p>Crotamiton is kept for babies under two months of age.</p></div>"
    fold = "<details><summary>Can I go to work?</summary><p>You can go back to work a day after the first dose.</p></details>"
    found = _read(f"<h2>Treatment</h2>{_TEXT}<h3>Creams</h3><p>Creams are put on from the neck down.</p>{box}{fold}")
    assert found["Crotamiton is kept for babies under two months of age."].heading_path[-1] == "Babies"
    assert "Babies" not in found["You can go back to work a day after the first dose."].heading_path


def test_lines_that_fold_a_part_out_and_away_are_no_headings(tmp_path: Path) -> None:
    paths = {text: one.heading_path for text, one in text_file(tmp_path, "impetigo.txt", COPIED)[1].items()}
    assert not [path for path in paths.values() if {"Show reasoning", "Hide reasoning", "Note"} & set(path)]
    told = next(path for text, path in paths.items() if text.startswith("Cooks do not work"))
    assert told == ("Recommendations", "Adults")
    assert paths["The ointment is not licensed for sores that are larger than a hand."] == ("Recommendations", "Adults")


def test_kind_of_a_box_in_bold_with_a_sign_is_no_heading(tmp_path: Path) -> None:
    text = "# Lice\n\n## Doses\n\nOne bottle is enough.\n\n> **⚠️ WARNING**\n>\n> Malathion is not used on broken skin.\n"
    _, found = text_file(tmp_path, "lice.md", text)
    assert found["Malathion is not used on broken skin."].heading_path == ("Doses",)
    assert not [words for words in found if "WARNING" in words]


@pytest.mark.parametrize(
    "line",
    [
        "12k Accesses",
        "Slideshow: How a mite digs (3 of 4)",
        "Table adapted with permission from the Skin Atlas.",
        "Saved as: T:\\Wards\\skin\\lice_v2.docx",
        "The publishers have made every effort to check the doses in this book.",
        "Printed in Leeds on recycled paper",
        "Version 3: doses for babies added — 2021",
        "With thanks to the parents of the skin group",
        "Ward guides – back to the skin page",
        "Listen with TalkBack",
    ],
)
def test_what_a_page_says_of_itself(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Call us straight away if",
        "Go back to normal meals after two days.",
        "Version 2 of the score counts vomiting twice.",
        "Print out the diary and fill it in on paper every night.",
        "Listen to the chest with the child asleep.",
        "Every effort should be made to find the contacts within a day.",
    ],
)
def test_what_only_sounds_like_it(line: str) -> None:
    assert not is_furniture(line)
