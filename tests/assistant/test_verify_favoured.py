"""What is preferred, what is added, by how much, under which condition and why: none of it may be turned in passing."""

import pytest
from verifying import codes

from assistant.answers import ReasonCode

PREFERRED = "In painful flares, corvalin is preferred over mestor."


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("In painful flares, corvalin is favored ahead of mestor.", True),
        ("In painful flares, mestor is favored ahead of corvalin.", False),
        ("In painful flares, mestor ranks above corvalin.", False),
        ("In painful flares, mestor takes precedence over corvalin.", False),
        ("In painful flares, mestor comes second to corvalin.", True),
        ("In painful flares, corvalin comes second to mestor.", False),
        ("In painful flares, mestor is preferred.", False),
        ("In painful flares, corvalin is preferred.", True),
        ("In painful flares, the preferred drug is mestor.", False),
        ("In painful flares, mestor is the less preferred drug.", True),
    ],
)
def test_the_preferred_of_two_stays_the_preferred(claim: str, *, supported: bool) -> None:
    assert (codes(claim, PREFERRED) == set()) is supported


def test_what_another_clause_prefers_may_be_called_preferred() -> None:
    said = "In painful flares corvalin is preferred over mestor, but mestor is preferred in children."
    assert codes("Mestor is preferred in children.", said) == set()


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("In painful flares, corvalin should take the place of mestor.", False),
        ("In painful flares, corvalin should be substituted for mestor.", False),
        ("In painful flares, corvalin should make way for mestor.", False),
        ("In painful flares, corvalin should go on top of mestor.", True),
        ("In painful flares, corvalin should be added to mestor, but does not replace it.", True),
    ],
)
def test_what_is_added_takes_no_place(claim: str, *, supported: bool) -> None:
    assert (codes(claim, "Corvalin should be added to mestor in painful flares.") == set()) is supported


def test_one_of_two_choices_may_stand_in_the_place_of_the_other() -> None:
    assert codes("Mestor can be used in place of corvalin.", "Mestor is an alternative to corvalin.") == set()


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        ("Corvalin lowers the risk of flares to 34%.", "Corvalin gives a 34% reduction in the risk of flares.", False),
        ("Corvalin lowers the risk of flares by 34%.", "Corvalin gives a 34% reduction in the risk of flares.", True),
        ("The risk of flares with corvalin is 34% lower.", "Corvalin gives a 34% reduction in the risk of flares.", True),
        ("The risk of flares with corvalin is 34%.", "Corvalin gives a 34% reduction in the risk of flares.", False),
        ("The dose is reduced by 50 mg.", "The dose is reduced to 50 mg.", False),
        ("The dose is lowered to 50 mg.", "The dose is reduced to 50 mg.", True),
        ("Corvalin prolonged remission to 3 months.", "Corvalin prolonged remission by 3 months.", False),
        ("Corvalin reduced flares from 40% to 22%.", "Flares fell from 40% to 22% with corvalin.", True),
    ],
)
def test_a_change_is_not_what_it_leaves(claim: str, evidence: str, *, supported: bool) -> None:
    assert (codes(claim, evidence) == set()) is supported


ANY = "Corvalin might be used if any of the genes TOR1, TOR2 or VEX6 is changed."


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Corvalin might be used if TOR1, TOR2 or VEX6 is changed.", True),
        ("Corvalin might be used if any of TOR1, TOR2 and VEX6 is changed.", True),
        ("Corvalin might be used if TOR1, TOR2 and VEX6 are all changed.", False),
        ("Corvalin might be used if TOR1, TOR2 and VEX6 are changed.", False),
        ("Corvalin might be used if all of the genes TOR1, TOR2, VEX6 are changed.", False),
    ],
)
def test_any_of_several_is_not_all_of_them(claim: str, *, supported: bool) -> None:
    assert (codes(claim, ANY) == set()) is supported


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("When all water tablets no longer work, corvalin might be an option.", True),
        ("After the first water tablet no longer works, corvalin might be an option.", False),
        ("When your water tablet no longer works, corvalin might be an option.", False),
    ],
)
def test_all_that_failed_is_not_one_that_failed(claim: str, *, supported: bool) -> None:
    said = "When all water tablets no longer work, corvalin might be an option."
    assert (codes(claim, said) == set()) is supported


WHY = "To limit harm, corvalin alone is preferred over corvalin with mestor."


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Corvalin alone is preferred over corvalin with mestor because it limits harm.", True),
        ("Corvalin alone is preferred over corvalin with mestor because it works better.", False),
        ("Corvalin alone is preferred over corvalin with mestor because it controls the pain better.", False),
        ("Because pain is controlled better, corvalin alone is preferred over corvalin with mestor.", False),
    ],
)
def test_a_reason_is_the_statements_own(claim: str, *, supported: bool) -> None:
    assert (codes(claim, WHY) == set()) is supported


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Expert counselling should be introduced early.", True),
        ("Expert counselling should be introduced once active treatment has been used up.", False),
    ],
)
def test_a_time_is_the_statements_own(claim: str, *, supported: bool) -> None:
    said = "To limit harm, expert counselling should be introduced early and be a priority from the outset."
    assert (codes(claim, said) == set()) is supported


def test_a_foreign_time_is_called_unstated() -> None:
    told = codes("Corvalin should be given once the course is complete.", "Corvalin should be given early.")
    assert ReasonCode.NOT_STATED in told


def test_a_label_doesnt_say_the_reason_instead_of_it() -> None:
    said = "Side effects may warrant changes of the tilamine dose."
    assert codes("Side effects: the tilamine dose may have to be changed because of side effects.", said) == set()
