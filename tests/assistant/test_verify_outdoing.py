"""The lower side of a comparison is not lifted by a claim that names no other, and what is forbidden is not widened."""

from functools import partial

import pytest
from verifying import LEXICON

from assistant.answers import Evidence, ReasonCode
from assistant.citation.enforce import enforce
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

LOWER = "Corvalin 120 mg every 4 weeks, which is more effective than mestor in delaying crises."


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Corvalin is the more effective of the two at delaying crises.", True),
        ("Mestor is the more effective of the two at delaying crises.", False),
        ("Corvalin is given at 120 mg every 4 weeks, but mestor is the more effective of the two at delaying crises.", False),
        ("Corvalin is given at 120 mg every 4 weeks, and mestor works better at delaying crises.", False),
        ("Mestor is the less effective of the two at delaying crises.", True),
        ("Corvalin and mestor are equipotent for delaying crises.", False),
        ("Corvalin and mestor are comparable in delaying crises.", False),
        ("Corvalin and mestor are broadly interchangeable in delaying crises.", False),
        ("Corvalin is the less effective of the two at delaying crises.", False),
        ("Mestor is the better drug for delaying crises.", False),
    ],
)
def test_better_without_than_names_the_upper_side(claim: str, supported: bool) -> None:
    verdict = verify_claim(claim, [Evidence(text=LOWER)], lexicon=LEXICON)
    assert verdict.supported is supported, verdict.reasons
    assert supported or any(reason.code is ReasonCode.DIRECTION for reason in verdict.reasons)


def test_what_is_better_in_another_way_may_be_said_of_the_lower_side() -> None:
    said = "Corvalin is more effective than mestor, but mestor is better tolerated."
    assert verify_claim("Mestor is better tolerated.", [Evidence(text=said)], lexicon=LEXICON).supported


ILLNESSES = Lexicon(
    [
        Concept(concept_id="gout", kind="condition", name="gout"),
        Concept(concept_id="chronic-gout", kind="condition", name="tophaceous gout", parents=("gout",)),
        Concept(
            concept_id="tooth",
            kind="procedure",
            name="dental treatment",
            synonyms=("dental procedures", "invasive dental procedures"),
        ),
    ]
)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("The marker is found in roughly one in five people with gout [1].", False),
        ("The marker is found in roughly one in five people with tophaceous gout [1].", True),
        ("The marker is found in roughly one in five of them [1].", True),
    ],
)
def test_no_heading_narrows_the_whole_that_a_share_names_itself(sentence: str, shown: bool) -> None:
    passages = [NumberedPassage(number=1, text="The marker occurs in about 1 in 5 people who have tophaceous gout.")]
    draft = f"### Tophaceous gout: overview\n\n- {sentence}"
    held = enforce(
        "How often is the marker found?", passages, draft, verify=partial(verify_claim, lexicon=ILLNESSES), lexicon=ILLNESSES
    )
    assert bool(held.shown) is shown, held.withheld


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("She must not have any dental treatment at all while she takes the drug.", False),
        ("She must not have any invasive dental treatment while she takes the drug.", True),
        ("She must not have invasive dental procedures while she takes the drug.", True),
    ],
)
def test_what_is_forbidden_is_not_widened_by_another_name(claim: str, supported: bool) -> None:
    evidence = [Evidence(text="Avoid invasive dental procedures while the drug is taken.")]
    assert verify_claim(claim, evidence, lexicon=ILLNESSES).supported is supported
