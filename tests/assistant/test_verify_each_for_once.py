"""What is given once isn't given at each visit."""

import pytest

from assistant.answers import Evidence
from assistant.verify import verify_claim
from assistant.words.lexicon import Lexicon

GENTAMICIN = "A single injection of 240 mg gentamicin is as effective as divided doses in uncomplicated gonorrhoea."
TEICOPLANIN = "Teicoplanin loading dose 12 mg/kg IV, then maintenance 6 mg/kg IV daily."
DALTEPARIN = "Dalteparin 5000 units is given before each dialysis session as a single injection."


@pytest.mark.parametrize(
    ("claim", "evidence", "said"),
    [
        (
            "A single injection of 240 mg gentamicin is as effective as divided doses in uncomplicated gonorrhoea.",
            GENTAMICIN,
            True,
        ),
        (
            "In uncomplicated gonorrhoea, 240 mg gentamicin as a single injection is as effective as divided doses.",
            GENTAMICIN,
            True,
        ),
        ("240 mg gentamicin at every visit is as effective as divided doses in uncomplicated gonorrhoea.", GENTAMICIN, False),
        ("240 mg gentamicin at each session is as effective as divided doses in uncomplicated gonorrhoea.", GENTAMICIN, False),
        ("The loading dose of teicoplanin is 12 mg/kg IV, then 6 mg/kg IV daily.", TEICOPLANIN, True),
        ("Teicoplanin is loaded at 12 mg/kg IV, then maintenance 6 mg/kg IV daily.", TEICOPLANIN, True),
        ("Each teicoplanin visit begins with a 12 mg/kg IV load, then maintenance 6 mg/kg IV daily.", TEICOPLANIN, False),
        ("Every session starts with the teicoplanin loading dose of 12 mg/kg IV.", TEICOPLANIN, False),
        ("Dalteparin 5000 units is given before each dialysis session.", DALTEPARIN, True),
        ("Dalteparin 5000 units is injected before every dialysis session.", DALTEPARIN, True),
    ],
)
def test_that_a_single_dose_is_not_told_of_each_visit(claim: str, evidence: str, said: bool) -> None:
    verdict = verify_claim(claim, (Evidence(text=evidence),), lexicon=Lexicon())
    assert verdict.supported is said, verdict.reasons
