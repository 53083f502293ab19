"""Two kept apart, what nobody thinks can be cured, what may happen for a reason: each in another build than cited."""

import pytest
from verifying import verdict

COMBINE = "Do not combine mestor with zorubicin, because the risk of bleeding is increased."
AVOID = "Avoid deep massage while taking corvalin, due to the risk of fracture of the jaw."
HOPELESS = "Advanced gout is considered incurable."


@pytest.mark.parametrize(
    ("claim", "held"),
    [
        ("Keep mestor apart from zorubicin, because the risk of bleeding is increased.", True),
        ("Mestor should be kept apart from zorubicin, because the risk of bleeding is increased.", True),
        ("Keep mestor away from zorubicin.", True),
        ("Do not keep mestor apart from zorubicin.", False),
        ("Never keep mestor apart from zorubicin.", False),
        ("Mestor should not be kept apart from zorubicin.", False),
        ("Mestor need not be kept apart from zorubicin.", False),
        ("Mestor may be kept apart from zorubicin.", False),
        ("Keep mestor apart from tilamine.", False),
    ],
)
def test_what_is_kept_apart_is_not_combined(claim: str, held: bool) -> None:
    assert verdict(claim, COMBINE).supported is held


@pytest.mark.parametrize(
    ("claim", "held"),
    [
        ("Steer clear of deep massage while on corvalin, since the jaw may fracture.", True),
        ("Avoid deep massage while taking corvalin, because a fracture of the jaw may occur.", True),
        ("Deep massage may be avoided while taking corvalin, since the jaw may fracture.", False),
        ("Deep massage may be had while taking corvalin, since the jaw may fracture.", False),
        ("While taking corvalin, as needed, deep massage may be had.", False),
        ("Since the jaw may fracture, deep massage may be avoided while taking corvalin.", False),
    ],
)
def test_what_may_happen_is_a_reason_and_no_weaker_advice(claim: str, held: bool) -> None:
    assert verdict(claim, AVOID).supported is held


@pytest.mark.parametrize(
    ("claim", "held"),
    [
        ("Advanced gout is not thought of as a disease that can be cured.", True),
        ("Advanced gout is not regarded as something that can be cured.", True),
        ("Advanced gout is thought of as a disease that can be cured.", False),
        ("Advanced gout is not thought of as a disease that can be treated.", False),
        ("Early gout is not thought of as a disease that can be cured.", False),
    ],
)
def test_what_is_not_thought_of_as_curable_is_incurable(claim: str, held: bool) -> None:
    assert verdict(claim, HOPELESS).supported is held
