"""Which check refuses a claim alone, and which step keeps one."""

import pytest

from assistant.answers import Evidence
from assistant.verify import claimed, decide
from assistant.words.lexicon import Lexicon
from evals.ablation import ablate
from evals.claims import Claim

LEXICON = Lexicon([])
OPENS = "The clinic opens every 4 weeks, unless it rains."
CLOSES = "The clinic closes without delay."
THREE = "The clinic opens every 3 weeks, unless it rains."


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (Claim(THREE, (Evidence(text=OPENS),), right=False, field=""), {"numbers.check": {"wrong refused": 1}}),
        (
            Claim("The clinic closes w/o delay.", (Evidence(text=CLOSES),), right=True, field=""),
            {"written_out": {"right kept": 1}},
        ),
        (Claim("The clinic closes.", (Evidence(text=OPENS),), right=False, field=""), {}),
    ],
    ids=["a figure", "shorthand", "what no single check decides"],
)
def test_what_alone_decides_is_named(claim: Claim, told: dict[str, dict[str, int]]) -> None:
    found = ablate([claim], LEXICON)
    assert {one: dict(tally.counts) for one, tally in found.items() if tally.counts} == told


def test_the_gate_is_whole_again_afterwards() -> None:
    before = dict(vars(decide)), dict(vars(claimed))
    ablate([Claim(THREE, (Evidence(text=OPENS),), right=False, field="")], LEXICON)
    assert (dict(vars(decide)), dict(vars(claimed))) == before
