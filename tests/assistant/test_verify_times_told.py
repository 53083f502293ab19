"""Times and figures that a claim tells in another build: how long a thing was held, after how long, from which age."""

import pytest
from verifying import codes


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        (
            "Denosumab may be interrupted once two years have passed in patients in remission.",
            "Denosumab may be interrupted after 2 years in patients in remission.",
            True,
        ),
        (
            "Denosumab may be interrupted once three years have passed in patients in remission.",
            "Denosumab may be interrupted after 2 years in patients in remission.",
            False,
        ),
        (
            "Denosumab may be interrupted before two years have passed in patients in remission.",
            "Denosumab may be interrupted after 2 years in patients in remission.",
            False,
        ),
        (
            "The greater part of these vaccines is injected into the muscle.",
            "Most of these vaccines are injected into the muscle.",
            True,
        ),
        (
            "The smaller part of these vaccines is injected into the muscle.",
            "Most of these vaccines are injected into the muscle.",
            False,
        ),
        ("All of these vaccines are injected into the muscle.", "Most of these vaccines are injected into the muscle.", False),
        (
            "Carrying on with treatment for longer with prednisolone may improve growth.",
            "Prolonged treatment with prednisolone may improve growth.",
            True,
        ),
        (
            "Carrying on with treatment with prednisolone may worsen growth.",
            "Prolonged treatment with prednisolone may improve growth.",
            False,
        ),
        (
            "An age below 55 years is one of the circumstances in which surgery may be considered.",
            "Surgery may be considered in patients younger than 55 years.",
            True,
        ),
        ("Surgery may be considered at an age below 55.", "Surgery may be considered in patients younger than 55 years.", True),
        (
            "An age above 55 years is one of the circumstances in which surgery may be considered.",
            "Surgery may be considered in patients younger than 55 years.",
            False,
        ),
        (
            "An age below 65 years is one of the circumstances in which surgery may be considered.",
            "Surgery may be considered in patients younger than 55 years.",
            False,
        ),
        (
            "At an age below 55 years surgery should be done.",
            "Surgery may be considered in patients younger than 55 years.",
            False,
        ),
        (
            "In gout, corvalin kept the disease from advancing for 9.4 months against 6.0 on mestor.",
            "In gout, corvalin was superior to mestor: time to progression was significantly longer (9.4 vs 6.0 months).",
            True,
        ),
        (
            "In gout it was corvalin, not mestor, that bought significantly more time before the disease advanced.",
            "In gout, corvalin was superior to mestor: time to progression was significantly longer (9.4 vs 6.0 months).",
            True,
        ),
        (
            "In gout, time to progression 9.4 months on corvalin, 6.0 months on mestor, a significant difference.",
            "In gout, corvalin was superior to mestor: time to progression was significantly longer (9.4 vs 6.0 months).",
            True,
        ),
        (
            "In gout, corvalin kept the disease from advancing for 6.0 months against 9.4 on mestor.",
            "In gout, corvalin was superior to mestor: time to progression was significantly longer (9.4 vs 6.0 months).",
            False,
        ),
        (
            "In gout it was mestor, not corvalin, that bought significantly more time before the disease advanced.",
            "In gout, corvalin was superior to mestor: time to progression was significantly longer (9.4 vs 6.0 months).",
            False,
        ),
        (
            "In gout, time to progression 6.0 months on corvalin, 9.4 months on mestor, a significant difference.",
            "In gout, corvalin was superior to mestor: time to progression was significantly longer (9.4 vs 6.0 months).",
            False,
        ),
        (
            "In gout, corvalin kept patients alive for 9.4 months against 6.0 on mestor.",
            "In gout, corvalin was superior to mestor: time to progression was significantly longer (9.4 vs 6.0 months).",
            False,
        ),
        (
            "In gout it was corvalin, not mestor, that bought significantly more life.",
            "In gout, corvalin was superior to mestor: time to progression was significantly longer (9.4 vs 6.0 months).",
            False,
        ),
        (
            "It was apixaban, not warfarin, that bought more time before the stroke.",
            "Apixaban was not superior to warfarin for time to stroke.",
            False,
        ),
        (
            "It was diet, not metformin, that worked in obesity.",
            "Metformin has shown efficacy in obesity compared with diet.",
            False,
        ),
        (
            "Paclitaxel has to be preceded by dexamethasone as premedication.",
            "Before paclitaxel, premedication is required with dexamethasone.",
            True,
        ),
        (
            "Dexamethasone as premedication has to be preceded by paclitaxel.",
            "Before paclitaxel, premedication is required with dexamethasone.",
            False,
        ),
        (
            "In the first-line comparison mestor had a longer time to relapse than corvalin.",
            "In gout, first-line corvalin was superior to mestor: time to relapse was longer.",
            False,
        ),
        (
            "In the comparison of the two, mestor gave a longer time to relapse than corvalin.",
            "In gout, first-line corvalin was superior to mestor: time to relapse was longer.",
            False,
        ),
        (
            "In the first-line comparison corvalin had a longer time to relapse than mestor in gout.",
            "In gout, first-line corvalin was superior to mestor: time to relapse was longer.",
            True,
        ),
    ],
)
def test_times_in_another_build_are_kept_and_others_refused(claim: str, evidence: str, *, supported: bool) -> None:
    assert (not codes(claim, evidence)) is supported
