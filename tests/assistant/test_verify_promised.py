"""A hedge isn't turned into a promise, wherever the sentence is cut."""

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim

CASES = [
    (
        "Infections that have stopped responding to amoxicillin might respond to other penicillins.",
        [
            "When amoxicillin no longer works on an infection, other penicillins may still work.",
            "Infections that amoxicillin has stopped helping might respond to other penicillins.",
        ],
        [
            "Once amoxicillin has stopped working on an infection, other penicillins will still work.",
            "When an infection has stopped responding to amoxicillin, it will respond to other penicillins.",
            "When amoxicillin no longer works on an infection, other penicillins work.",
        ],
    ),
    (
        "Patients whose gout flares despite allopurinol may respond to febuxostat.",
        ["If gout flares despite allopurinol, febuxostat may work."],
        [
            "If gout flares despite allopurinol, febuxostat will work.",
            "Where gout flares in spite of allopurinol, patients respond to febuxostat.",
        ],
    ),
    (
        "Children who wheeze only with colds might not need a daily inhaler.",
        ["A daily inhaler might not be needed in children who wheeze only with colds."],
        [
            "Children who wheeze only with colds will not need a daily inhaler.",
            "Children who wheeze only with colds do not need a daily inhaler.",
        ],
    ),
    (
        "Iron tablets raise ferritin within weeks and may cause constipation.",
        [
            "Iron tablets will raise ferritin within weeks.",
            "Iron tablets raise ferritin within weeks, though they may cause constipation.",
        ],
        ["Iron tablets will cause constipation."],
    ),
    (
        "Because the rash can affect several areas of the skin, creams, lamps and other local treatments may not be suitable.",
        [
            ("As the rash can involve several areas of the skin, creams, lamps and other local treatments may be unsuitable."),
            ("As the rash can involve several areas of the skin, creams, lamps and other local treatments might not be right."),
        ],
        [
            ("As the rash can sit on several areas of the skin, creams, lamps and other local treatments are unsuitable."),
            (
                "As the rash can involve several areas of the skin, creams, lamps and other local treatments "
                "are not right for you."
            ),
            ("Creams, lamps and other local treatments are not suitable, as the rash can affect several areas of the skin."),
        ],
    ),
    (
        "Since kidney function can change from week to week, metformin may not be appropriate.",
        ["Since kidney function can change from week to week, metformin may be inappropriate."],
        [
            "Since kidney function can change weekly, metformin is not appropriate.",
            "Since kidney function can change from week to week, metformin is inappropriate.",
        ],
    ),
]
TOLD = [(claim, cited, True) for cited, right, _ in CASES for claim in right]
WRONG = [(claim, cited, False) for cited, _, wrong in CASES for claim in wrong]


@pytest.mark.parametrize(("claim", "cited", "said"), [*TOLD, *WRONG])
def test_a_hedge_is_no_promise(claim: str, cited: str, said: bool) -> None:
    assert verify_claim(claim, tuple(Evidence(text=one) for one in cited.split(" || ")), lexicon=LEXICON).supported is said
