"""What is said of another medicine, or of another state of the patient, is no answer in a folder that no judge learned of."""

from __future__ import annotations

from pathlib import Path

import pytest
from heart_library import asked, judged, lexicon, profile

from assistant.abstention.of_another import is_said_of_another, of_such_state
from assistant.words.lexicon_files import load_lexicon


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Can eplerenone be crushed?", "Crushed spironolactone may be given through a tube."),
        ("My father takes bisoprolol, how late can he take it?", "A missed dose of carvedilol may be taken 6 hours late."),
        ("How often is carvedilol given?", "Bisoprolol is given once daily."),
    ],
)
def test_statement_on_another_medicine_is_of_another(question: str, statement: str) -> None:
    assert is_said_of_another(asked(question), profile(statement), lexicon=lexicon())


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Can spironolactone be crushed?", "Crushed spironolactone may be given through a tube."),
        ("Can bisoprolol be given with verapamil?", "Verapamil is avoided with a beta-blocker."),
        ("What can I take instead of bisoprolol?", "Carvedilol is the second choice."),
        ("Bisoprolol isn't tolerated. Which one next?", "Carvedilol is the second choice."),
        ("How often is bisoprolol given?", "It is given once daily."),
        ("How often is the pulse checked?", "With carvedilol the pulse is checked daily."),
    ],
)
def test_statement_on_the_same_or_asked_for_in_its_place_is_not(question: str, statement: str) -> None:
    assert not is_said_of_another(asked(question), profile(statement), lexicon=lexicon())


def test_statement_under_its_heading_is_of_the_medicine() -> None:
    told = profile("Add carvedilol after two weeks.", heading_path=("Bisoprolol",))
    assert not is_said_of_another(asked("How is bisoprolol given?"), told, lexicon=lexicon())


@pytest.mark.parametrize(
    ("question", "statement", "is_other"),
    [
        ("Is letrozole given while breastfeeding?", "Letrozole is avoided in pregnancy.", True),
        ("Is letrozole given while breastfeeding?", "Letrozole is avoided in pregnancy and while breastfeeding.", False),
        ("Is letrozole given in pregnancy?", "Letrozole is avoided in pregnancy.", False),
        ("I'm not breastfeeding. Is letrozole given?", "Letrozole is avoided in pregnancy.", False),
        ("Is letrozole given while breastfeeding?", "Letrozole is given once daily.", False),
    ],
)
def test_what_is_said_of_pregnancy_is_not_said_of_breastfeeding(question: str, statement: str, is_other: bool) -> None:
    shipped = load_lexicon(Path(__file__).parents[2] / "corpus" / "lexicon")
    told = profile(statement, words=shipped)
    assert is_said_of_another(asked(question, words=shipped), told, lexicon=shipped) is is_other


@pytest.mark.parametrize(
    ("question", "heading", "is_kept"),
    [
        ("How often is letrozole given to a woman who is 20 weeks pregnant?", "Women who are not pregnant", False),
        ("I'm pregnant. How often is letrozole given?", "Non-pregnant women", False),
        ("How often is letrozole given to a woman who is not pregnant?", "Women who are not pregnant", True),
        ("Is letrozole ok if I become pregnant?", "Women who are not pregnant", False),
        ("How often is letrozole given if she isn't pregnant?", "Women who are not pregnant", True),
        ("How often is letrozole given?", "Women who are not pregnant", True),
        ("How often is letrozole given to a pregnant woman?", "Pregnant women", True),
        ("How often is letrozole given to a pregnant woman?", "Women", True),
    ],
)
def test_what_stands_under_not_pregnant_is_not_told_of_who_is(question: str, heading: str, is_kept: bool) -> None:
    shipped = load_lexicon(Path(__file__).parents[2] / "corpus" / "lexicon")
    told = judged(profile("Letrozole is given once daily.", words=shipped, heading_path=(heading,)))
    assert (of_such_state(asked(question, words=shipped), [told], lexicon=shipped) == (told,)) is is_kept


@pytest.mark.parametrize(
    ("question", "is_kept"), [("Is letrozole given to a pregnant woman?", False), ("Is letrozole given?", True)]
)
def test_what_holds_outside_pregnancy_is_not_told_of_pregnancy(question: str, is_kept: bool) -> None:
    shipped = load_lexicon(Path(__file__).parents[2] / "corpus" / "lexicon")
    told = judged(profile("Outside pregnancy, letrozole is given once daily.", words=shipped))
    assert (of_such_state(asked(question, words=shipped), [told], lexicon=shipped) == (told,)) is is_kept
