"""Sentences of "both drugs", and lines below what announces several topics: what they take from before, and no more."""

from functools import partial

import pytest
from verifying import LEXICON

from assistant.citation.both import named_both
from assistant.citation.enforce import enforce
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim

AFTER = "Corvalin is an option for patients who were previously treated with tilamine and zorubicin."


def shows(draft: str, *texts: str, question: str = "What now?") -> list[str]:
    passages = tuple(NumberedPassage(number=number, text=text) for number, text in enumerate(texts, start=1))
    held = enforce(question, passages, draft, verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON)
    return [claim.text for claim in held.shown]


@pytest.mark.parametrize(
    ("before", "named"),
    [
        pytest.param("Tilamine and zorubicin come first.", "After tilamine and zorubicin, X follows.", id="two"),
        pytest.param("Tilamine, zorubicin and mestor come first.", "After both drugs, X follows.", id="three"),
        pytest.param("Tilamine comes first.", "After both drugs, X follows.", id="one"),
        pytest.param("Corvalin and other bone-modifying agents come first.", "After both drugs, X follows.", id="one-of-a-class"),
        pytest.param("", "After both drugs, X follows.", id="nothing-before"),
    ],
)
def test_both_are_the_two_named_just_before(before: str, named: str) -> None:
    assert named_both("After both drugs, X follows.", before, LEXICON) == named


def test_both_may_be_named_in_the_same_sentence() -> None:
    told = named_both("Without tilamine or zorubicin before, both drugs are options.", "", LEXICON)
    assert told == "Without tilamine or zorubicin before, tilamine and zorubicin are options."
    assert named_both("Without tilamine before, both drugs are options.", "", LEXICON).endswith("both drugs are options.")


def test_both_classes_are_no_two_drugs() -> None:
    assert named_both("After both classes, X follows.", "Tilamine and zorubicin come first.", LEXICON).startswith("After both")


@pytest.mark.parametrize(
    ("first", "shown"),
    [
        pytest.param("Tilamine and zorubicin are options [2].", True, id="these"),
        pytest.param("Tilamine and mestor are options [2].", False, id="others"),
    ],
)
def test_a_sentence_of_both_is_held_to_the_two(first: str, shown: bool) -> None:
    claim = "For patients previously treated with both drugs, corvalin is an option."
    draft = f"{first} {claim[:-1]} [1]."
    assert (claim in shows(draft, AFTER, "Tilamine, zorubicin and mestor are options.")) is shown


LEAD = "How often to check the heart and the kidneys and use of corvalin:"


@pytest.mark.parametrize(
    ("line", "text", "shown"),
    [
        pytest.param(
            "With mestor, the kidneys are checked weekly", "Mestor: check the kidneys weekly.", True, id="opened-by-name"
        ),
        pytest.param("The dose is 4 mg every 4 weeks", "Mestor 4 mg every 4 weeks.", False, id="a-dose-of-another"),
        pytest.param(
            "With mestor, the kidneys are checked weekly", "Tilamine: check the kidneys weekly.", False, id="other-name"
        ),
    ],
)
def test_a_line_is_about_one_of_the_topics_announced(line: str, text: str, shown: bool) -> None:
    assert bool(shows(f"{LEAD}\n\n- {line} [1].\n", text)) is shown


def test_a_line_below_two_topics_need_not_be_of_both() -> None:
    line = "The kidneys are checked every 3 months"
    assert shows(f"How to check the kidneys and what overall survival tells:\n\n- {line} [1].\n", f"{line}.")
    assert not shows(f"How to check ABC-positive patients:\n\n- {line} [1].\n", f"In ABC-negative patients, {line.lower()}.")
