"""Headings, lead-ins and signs that judge: a bare name below them says what they say."""

from functools import partial

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.citation.enforce import enforce
from assistant.citation.verdicts import another_case
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim

TEXTS = (
    "Mestor should be avoided in people with gout.",
    "Corvalin 4 mg every day is the first choice for pain in gout.",
    "Tilamine 20 mg daily for 5 days is recommended for severe attacks only.",
    "Removal of the stone must not be done after a fracture, with open wounds, or with fever.",
    "Zorubicin 2 mg every day is the alternative.",
)
PASSAGES = tuple(NumberedPassage(number=number, text=text) for number, text in enumerate(TEXTS, 1))


def shown(draft: str) -> str:
    return enforce("What is advised?", PASSAGES, draft, verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON).text


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        (
            "### Mestor: recommended in gout\n\nCorvalin 4 mg every day is the first choice for pain in gout [2].",
            "recommended in gout",
        ),
        ("## Avoid\n\n- Corvalin 4 mg every day for pain in gout [2]", "Corvalin"),
        ("## First choice\n\n- Zorubicin 2 mg every day [5]", "Zorubicin"),
        ("### Mild attacks\n\nTilamine 20 mg daily for 5 days is recommended [3].", "Tilamine"),
        ("For mild attacks:\n- Tilamine 20 mg daily for 5 days [3]", "Tilamine"),
        ("Give it in these cases:\n- open wounds [4]\n- fever [4]", "open wounds"),
        ("#### Who can have the stone removed\n\n- People with open wounds [4]", "open wounds"),
        ("Things that worsen gout:\n- Corvalin 4 mg every day [2]", "Corvalin"),
        ("- ❌ Corvalin 4 mg every day for pain in gout [2]", "Corvalin"),
    ],
)
def test_what_stands_above_a_bare_name_counts(draft: str, wrong: str) -> None:
    assert wrong not in shown(draft)


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        ("## First choice\n\n- Corvalin 4 mg every day for pain in gout [2]", "Corvalin 4 mg"),
        ("### Severe attacks\n\nTilamine 20 mg daily for 5 days is recommended [3].", "Tilamine 20 mg"),
        ("## Medicines\n\n- Corvalin 4 mg every day for pain in gout [2]", "Corvalin 4 mg"),
        ("Contraindications:\n- open wounds [4]\n- fever [4]", "open wounds"),
        ("## Which drug is best?\n\nCorvalin 4 mg every day is the first choice for pain in gout [2].", "Which drug is best?"),
    ],
)
def test_what_the_passages_say_stays(draft: str, right: str) -> None:
    assert right in shown(draft)


@pytest.mark.parametrize(
    ("above", "line", "text", "expected"),
    [
        ("Mild attacks", "mestor", "Mestor is for severe attacks.", "Mild"),
        ("Mild and severe attacks", "mestor", "Mestor is for severe attacks.", ""),
        ("Mild attacks", "mestor", "Mestor is for mild and severe attacks.", ""),
        ("Children", "mestor", "Adults take mestor.", "Children"),
        ("Attacks", "mestor", "Mestor is for severe attacks.", ""),
    ],
)
def test_a_case_that_excludes_the_cited_one(above: str, line: str, text: str, expected: str) -> None:
    assert another_case((above,), line, (Evidence(text=text),)) == expected


HALVED = (
    NumberedPassage(number=1, text="Corvalin is reduced by 20% the evening before surgery; mestor is omitted while fasting."),
    NumberedPassage(number=2, text="A fever with a stiff neck: call an ambulance. A fever alone for a day: stay at home."),
    NumberedPassage(number=3, text="Corvalin is recommended for all in care homes; mestor only for those with a low intake."),
)


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        ("**Mestor**\n- Reduced by 20% the evening before surgery [1]", "Reduced by 20%"),
        ("Stay at home:\n- a fever with a stiff neck [2]", "stiff neck"),
        ("Mestor and corvalin are recommended for all in care homes [3].", "Mestor and corvalin"),
    ],
)
def test_halves_of_a_passage_are_not_crossed_by_what_stands_above(draft: str, wrong: str) -> None:
    verify = partial(verify_claim, lexicon=LEXICON)
    assert wrong not in enforce("What is advised?", HALVED, draft, verify=verify, lexicon=LEXICON).text


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        ("**Corvalin**\n- Reduced by 20% the evening before surgery [1]", "Reduced by 20%"),
        ("Corvalin is recommended for all in care homes [3].", "Corvalin is recommended"),
    ],
)
def test_halves_under_their_own_names_stay(draft: str, right: str) -> None:
    verify = partial(verify_claim, lexicon=LEXICON)
    assert right in enforce("What is advised?", HALVED, draft, verify=verify, lexicon=LEXICON).text
