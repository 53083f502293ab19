"""A comparison told from its other side: "A less often than B" is "B more often than A", and never "A more often than B"."""

import pytest
from verifying import verdict

EFFECTIVE = "Corvalin is more effective than tilamine in preventing attacks."
OFTEN = "Nausea is more common with corvalin than with tilamine."
DEATHS = "Corvalin lowers deaths more than tilamine."
BLEEDS = "Corvalin causes fewer bleeds than tilamine."
LIVED = "Survival was longer with surgery than with drugs alone."
FATAL = "A large clot is likelier to be fatal than a small one."
BOTH = "Corvalin is less effective than tilamine but better tolerated."
BESIDES = "Insulin pumps gave better control than injections, with fewer severe lows."
INFANTS = "Fever is more frequent with the live vaccine than with the inactivated one in infants."
RELAPSE = "Relapse was less frequent with lithium than with placebo."
RASH = "Rash is commoner with corvalin than with tilamine."

MIRRORED = [
    ("Tilamine is less effective than corvalin in preventing attacks.", EFFECTIVE),
    ("Nausea is less common with tilamine than with corvalin.", OFTEN),
    ("Tilamine lowers deaths less than corvalin.", DEATHS),
    ("Tilamine causes more bleeds than corvalin.", BLEEDS),
    ("Survival was shorter with drugs alone than with surgery.", LIVED),
    ("A small clot is less likely to be fatal than a large one.", FATAL),
    ("Tilamine is more effective than corvalin.", BOTH),
    ("Injections gave worse control than insulin pumps.", BESIDES),
    ("In infants, fever is less frequent with the inactivated vaccine than with the live one.", INFANTS),
    ("Relapse was more frequent with placebo than with lithium.", RELAPSE),
]
SWAPPED = [
    ("Corvalin is less effective than tilamine in preventing attacks.", EFFECTIVE),
    ("Nausea is less common with corvalin than with tilamine.", OFTEN),
    ("Corvalin lowers deaths less than tilamine.", DEATHS),
    ("Tilamine lowers deaths more than corvalin.", DEATHS),
    ("Corvalin causes more bleeds than tilamine.", BLEEDS),
    ("Survival was shorter with surgery than with drugs alone.", LIVED),
    ("A large clot is less likely to be fatal than a small one.", FATAL),
    ("Corvalin is more effective than tilamine.", BOTH),
    ("Tilamine is better tolerated than corvalin.", BOTH),
    ("Insulin pumps gave worse control than injections.", BESIDES),
    ("Injections gave fewer severe lows than insulin pumps.", BESIDES),
    ("In infants, fever is less frequent with the live vaccine than with the inactivated one.", INFANTS),
    ("Fever is not less frequent with the inactivated vaccine than with the live one in infants.", INFANTS),
    ("In adults, fever is less frequent with the inactivated vaccine than with the live one.", INFANTS),
    ("Relapse was less frequent with placebo than with lithium.", RELAPSE),
    ("Relapse was more frequent with lithium than with placebo.", RELAPSE),
    ("Rash is commoner with tilamine than with corvalin.", RASH),
]


@pytest.mark.parametrize(("claim", "evidence"), MIRRORED)
def test_a_comparison_told_from_its_other_side_is_kept(claim: str, evidence: str) -> None:
    assert verdict(claim, evidence).supported, [reason.detail for reason in verdict(claim, evidence).reasons]


@pytest.mark.parametrize(("claim", "evidence"), SWAPPED)
def test_a_comparison_with_its_sides_or_its_word_exchanged_is_refused(claim: str, evidence: str) -> None:
    assert not verdict(claim, evidence).supported


DOSED = "Corvalin 120 mg under the skin every 4 weeks, which delays first and later fractures better than tilamine"
ADDED = "Adding corvalin or mestor to tilamine has shown an advantage in progression-free survival over tilamine alone."


def test_what_is_named_outside_the_comparison_is_no_loser_of_it() -> None:
    assert verdict("Compared with tilamine, corvalin is better at delaying fractures.", DOSED).supported
    assert verdict("Corvalin is better than tilamine at delaying fractures.", DOSED).supported
    assert not verdict("Compared with corvalin, tilamine is better at delaying fractures.", DOSED).supported
    assert not verdict("Tilamine is better than corvalin at delaying fractures.", DOSED).supported


def test_what_a_gain_relates_to_is_no_side_of_a_comparison() -> None:
    assert verdict(
        "The advantage of adding corvalin or mestor to tilamine relates to progression-free survival.", ADDED
    ).supported
    assert not verdict("The advantage of adding corvalin or mestor to tilamine relates to overall survival.", ADDED).supported
    assert not verdict("Tilamine alone has an advantage relative to tilamine with corvalin or mestor.", ADDED).supported
