"""A sentence that merges several cited statements is cut at its joints; each half must hold by itself."""

import pytest
from verifying import LEXICON, codes

from assistant.answers import Evidence, ReasonCode
from assistant.verify import verify_claim
from assistant.verify.merged import merged

CITED = (
    "Shingles in adults: tilamine, corvalin, or an injection as first-line therapy.",
    "In adults, these tablets are preferred over zorubicin.",
    "Measure the blood pressure, lying and standing.",
    "Assess the risk of falls, which determines the intensity of training.",
    "Tilamine loading dose 40 mg, then maintenance 20 mg weekly.",
    "Monitoring of the eyes is mandatory, both before tilamine and during tilamine.",
    "The review uses a diary, assessment of sleep, and repetition of the test that was abnormal.",
    "Children: review after 3 months.",
    "Adults: review after 6 months.",
)
CASES = [
    ("Adults with shingles get tilamine, corvalin or an injection first line, and these are preferred over zorubicin.", True),
    ("Adults with shingles get tilamine, corvalin or an injection first line, and these are preferred over mestor.", False),
    ("Measure the blood pressure, lying and standing, and assess the risk of falls.", True),
    ("Measure the blood pressure, lying and standing, and assess the risk of fractures.", False),
    ("Measure the blood pressure, lying and standing, but do not assess the risk of falls.", False),
    ("Tilamine starts at 40 mg, then 20 mg weekly, with mandatory monitoring of the eyes before and during treatment.", True),
    ("Tilamine starts at 40 mg, then 20 mg weekly, with mandatory monitoring of the eyes after treatment.", False),
    ("Tilamine starts at 40 mg, then 30 mg weekly, with mandatory monitoring of the eyes before treatment.", False),
    ("Adults are reviewed after 6 months and children after 3 months.", True),
    ("Adults are reviewed after 3 months and children after 6 months.", False),
]

CHOICES = (
    "Second line: tilamine combined with a beta blocker.",
    "Second line: tilamine combined with mestor, if the kidneys are healthy.",
    "Review the dose after 3 weeks.",
    "When the pain returns, patients should be switched to corvalin.",
    "Adults with gout: a long-acting blocker (edoril, famicet or gentaril) as first-line therapy.",
    "In adults with gout, long-acting blockers are preferred over zorubicin.",
)
CASES_BETWEEN = [
    ("Tilamine can be combined with a beta blocker or, if the kidneys are healthy, with mestor.", True),
    ("Tilamine can be joined to a beta blocker or, if the kidneys are healthy, to mestor.", True),
    ("Tilamine can be combined with a beta blocker or, if the kidneys are failing, with mestor.", False),
    ("Tilamine can be combined with mestor or, if the kidneys are healthy, with a beta blocker.", False),
    ("Review the dose after 3 weeks and, if the pain has returned, switch to corvalin.", True),
    ("Review the dose after 3 weeks and, if the pain has gone, switch to corvalin.", False),
    ("Review the dose after 6 weeks and, if the pain has returned, switch to corvalin.", False),
    ("Review the dose after 3 weeks and switch to corvalin.", False),
    ("In adults with gout, edoril, famicet or gentaril is the first-line choice, ahead of zorubicin.", True),
    ("In adults with gout, edoril, famicet or gentaril is the first-line choice, ahead of mestor.", False),
    ("In adults with gout, zorubicin is the first-line choice, ahead of edoril, famicet or gentaril.", False),
    ("In adults with gout, edoril, famicet or mestor is the first-line choice, ahead of zorubicin.", False),
    ("In adults with gout, long-acting blockers (edoril, famicet, gentaril) come first and rank above zorubicin.", True),
    ("In adults with gout, long-acting blockers (edoril, famicet, gentaril) come first and rank below zorubicin.", False),
]


@pytest.mark.parametrize(("claim", "expected"), CASES_BETWEEN)
def test_a_case_between_two_halves_is_that_of_the_second(claim: str, *, expected: bool) -> None:
    assert verify_claim(claim, tuple(Evidence(text=one) for one in CHOICES), lexicon=LEXICON).supported is expected


@pytest.mark.parametrize(("claim", "expected"), CASES)
def test_each_half_of_a_merged_sentence_must_hold(claim: str, *, expected: bool) -> None:
    assert verify_claim(claim, tuple(Evidence(text=one) for one in CITED), lexicon=LEXICON).supported is expected


def test_one_statement_is_not_cut_into_halves() -> None:
    cited = "Adults get tilamine combined with mestor (tablets: 5 mg, 10 mg, or 20 mg)."
    assert codes("Adults get tilamine or mestor, using tablets (5 mg, 10 mg, or 20 mg).", cited)


HALVES = [
    ("Adults get tilamine, and these drugs help", [("Adults get tilamine", "these drugs help")]),
    (
        "Adults get tilamine first, and they are seen again after a month",
        [("Adults get tilamine first", "Adults are seen again after a month")],
    ),
    (
        "In gout, tilamine is given at night, and mestor is stopped",
        [
            ("In gout, tilamine is given at night", "mestor is stopped"),
            ("In gout, tilamine is given at night", "In gout, mestor is stopped"),
        ],
    ),
    ("Don't give tilamine; helping the person move is better", [("Don't give tilamine", "helping the person move is better")]),
    ("Tilamine is given, because it helps the joint", []),
]


@pytest.mark.parametrize(("sentence", "expected"), HALVES)
def test_second_half_says_again_what_it_leaves_unsaid(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert list(merged(sentence)) == expected


def test_heading_of_injections_does_not_say_into_what() -> None:
    above = ("Osteoporosis", "Injected treatments")
    assert not codes("Corvalin 60 mg goes under the skin.", "Corvalin 60 mg is given subcutaneously.", section=above)
    assert codes("Corvalin 60 mg goes into a vein.", "Corvalin 60 mg is given subcutaneously.", section=above)
    assert ReasonCode.NOT_STATED in codes("Corvalin 60 mg goes into a vein.", "Corvalin 60 mg every 6 months.", section=above)
    assert not codes("Corvalin 60 mg IV goes on.", "Corvalin 60 mg is continued.", section=("Intravenous treatment",))
