"""What is compared isn't combined, what is left open isn't promised, a dose keeps its rhythm, an order in time its sides."""

import pytest
from verifying import codes


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        # what one set against the other isn't given together
        ("Adding corvalin to mestor did better.", "Corvalin was superior to mestor.", False),
        ("Pain returned later with corvalin added to mestor.", "Pain returned later with corvalin than with mestor.", False),
        ("Corvalin did better than mestor.", "Corvalin was superior to mestor.", True),
        (
            "Adding corvalin to mestor did better than mestor alone.",
            "Corvalin added to mestor was superior to mestor alone.",
            True,
        ),
        # which of two is set above
        ("Corvalin came out ahead of mestor in pain.", "Mestor was superior to corvalin in pain.", False),
        ("Corvalin came out ahead of mestor in pain.", "Corvalin was superior to mestor in pain.", True),
        ("Corvalin is rated level with mestor.", "Corvalin is preferred over mestor.", False),
        ("Corvalin is favoured above mestor.", "Corvalin is preferred over mestor.", True),
        ("Mestor is favoured above corvalin.", "Corvalin is preferred over mestor.", False),
        ("Corvalin gave the same pain relief as mestor.", "Corvalin gave more pain relief than mestor.", False),
        ("The tablet works the same as the injection.", "The drug comes as a tablet or as an injection.", False),
        # both sides of a pair of figures
        (
            "Corvalin vs mestor: relapse after 4 mo. vs 9 mo.",
            "Corvalin was superior to mestor: relapse after 9 vs 4 months.",
            False,
        ),
        (
            "Corvalin vs mestor: relapse after 9 mo. vs 4 mo.",
            "Corvalin was superior to mestor: relapse after 9 vs 4 months.",
            True,
        ),
        # what may be isn't what will be
        ("If the gout returns, you will be given another tablet.", "Another tablet might be tried if gout returns.", False),
        ("If the gout returns, you might be given another tablet.", "Another tablet might be tried if gout returns.", True),
        (
            "The pain can be in several joints, hence surgery is unsuitable.",
            "Since pain may be in several joints, surgery may not be appropriate.",
            False,
        ),
        (
            "The pain can be in several joints, hence surgery may be unsuitable.",
            "Since pain may be in several joints, surgery may not be appropriate.",
            True,
        ),
        # one of two isn't both
        ("Corvalin and mestor are both needed before surgery.", "Corvalin or mestor is required before surgery.", False),
        ("Corvalin or mestor is needed before surgery.", "Corvalin or mestor is required before surgery.", True),
        ("Corvalin and mestor are both needed before surgery.", "Corvalin and mestor are required before surgery.", True),
    ],
)
def test_things_stay_as_the_cited_words_set_them(claim: str, evidence: str, supported: bool) -> None:
    assert (not codes(claim, evidence)) is supported


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("With poor kidneys: corvalin 1 g every 12 hours.", False),
        ("With poor kidneys: corvalin 500 mg every 12 hours.", True),
        ("Corvalin 1 g every 8 hours; with poor kidneys 500 mg every 12 hours.", True),
    ],
)
def test_a_dose_keeps_its_rhythm(claim: str, supported: bool) -> None:
    assert (not codes(claim, "Corvalin 1 g every 8 hours; with poor kidneys 500 mg every 12 hours.")) is supported


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        ("The kidneys are checked after the first corvalin dose.", "Check the kidneys before corvalin.", False),
        ("The kidneys are checked before the first corvalin dose.", "Check the kidneys before corvalin.", True),
        ("Women should have surgery, and before that corvalin.", "Women should have surgery, and after that corvalin.", False),
        ("Women should have surgery, and after that corvalin.", "Women should have surgery, and after that corvalin.", True),
        ("Surgery should not be postponed for corvalin.", "Surgery should not delay corvalin.", False),
        ("Surgery should not wait for corvalin.", "Surgery should not delay corvalin.", False),
        ("Corvalin should not be postponed for surgery.", "Surgery should not delay corvalin.", True),
    ],
)
def test_an_order_in_time_keeps_its_sides(claim: str, evidence: str, supported: bool) -> None:
    assert (not codes(claim, evidence)) is supported


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        (
            "Continuing corvalin may be defended only if the kidneys work well.",
            "Continuing corvalin may be justified only when the kidneys work well and the last dose did no harm.",
            False,
        ),
        (
            "Continuing corvalin may be defended only if the kidneys work well and the last dose did no harm.",
            "Continuing corvalin may be justified only when the kidneys work well and the last dose did no harm.",
            True,
        ),
        (
            "Another tablet can be tried together with mestor.",
            "Another tablet can be tried, often together with a second drug: corvalin or mestor, if the kidneys work well.",
            False,
        ),
        ("Pain may be treated with five sessions of radiotherapy.", "Pain may be treated with radiotherapy.", False),
        ("Pain may be treated with radiotherapy.", "Pain may be treated with radiotherapy.", True),
        ("The drug may carry the toxin to the nerve.", "The drug may keep the toxin from reaching the nerve.", False),
        ("The drug may stop the toxin from reaching the nerve.", "The drug may keep the toxin from reaching the nerve.", True),
        ("The knee is among the less common places of gout.", "Gout most commonly affects the knee.", False),
        ("The number of joints decides how pain is eased.", "How pain is eased depends on the places of the joints.", False),
    ],
)
def test_nothing_is_dropped_or_put_in(claim: str, evidence: str, supported: bool) -> None:
    assert (not codes(claim, evidence)) is supported


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        ("Vaccinate patients who are already on corvalin.", "Vaccinate patients who are considered for corvalin.", False),
        (
            "All patients taking corvalin should be vaccinated.",
            "Every patient considered for corvalin should be vaccinated.",
            False,
        ),
        ("Vaccinate patients who are considered for corvalin.", "Vaccinate patients who are considered for corvalin.", True),
        (
            "Anyone on corvalin should be monitored every month.",
            "Monitoring should take place every month during corvalin.",
            True,
        ),
        ("Everyone should be monitored every month.", "Monitoring should take place every month during corvalin.", False),
        ("Anyone on mestor should be monitored every month.", "Monitoring should take place every month during corvalin.", False),
        ("Anyone on corvalin needs monitoring.", "Monitoring is needed in some patients during corvalin.", False),
    ],
)
def test_who_is_on_it_is_told_from_who_might_be(claim: str, evidence: str, supported: bool) -> None:
    assert (not codes(claim, evidence)) is supported
