"""What "such a drug" stands for: the one that is named nearest, and none where that is open."""

from functools import partial

import pytest
from verifying import LEXICON

from assistant.citation.enforce import enforce
from assistant.citation.named_again import named_again
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim

PASSAGES = (
    NumberedPassage(number=1, text="Kidney function must be checked before corvalin therapy and during corvalin therapy."),
    NumberedPassage(number=2, text="Corvalin, mestor and tilamine may be considered in gout."),
)


@pytest.mark.parametrize(
    ("text", "around", "told"),
    [
        ("Before the drug is started", ("Corvalin helps",), "Before corvalin is started"),
        ("Tests for such a drug", ("It helps", "Is corvalin used?"), "Tests for corvalin"),
        ("A drug of this class may help", ("BMAs such as corvalin and mestor",), "bone-modifying agent may help"),
        ("A drug of another class may help", ("BMAs such as corvalin and mestor",), ""),
        ("This class may help", ("BMAs such as corvalin and mestor",), "bone-modifying agent may help"),
        ("Before the drug is started", ("Corvalin and tilamine help",), ""),
        ("Before the drug is started", ("Corvalin may be given after tilamine",), "Before corvalin is started"),
        ("Before the drug is started", ("Sitagliptin", "Is corvalin used?"), ""),
        ("Sitagliptin: before the drug is started", ("Corvalin helps",), ""),
        ("The drugs that help", ("Corvalin helps",), ""),
    ],
)
def test_a_drug_is_named_again_only_by_the_nearest_that_names_one(text: str, around: tuple[str, ...], told: str) -> None:
    assert named_again(text, around, LEXICON) == told


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (
            "Corvalin may be considered in gout [2]. The kidneys must be checked before such a drug is given and during it [1].",
            True,
        ),
        (
            "Tilamine may be considered in gout [2]. The kidneys must be checked before such a drug is given and during it [1].",
            False,
        ),
        (
            "Mestor and corvalin may be considered in gout [2]. The kidneys must be checked before such a drug is given [1].",
            False,
        ),
    ],
)
def test_what_is_said_of_such_a_drug_must_hold_of_the_one_named(draft: str, *, expected: bool) -> None:
    held = enforce("What is done in gout?", PASSAGES, draft, verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON)
    assert ("kidneys" in held.text) is expected
