"""A sentence below a mere label needs none of its names where it names its own thing, and all of them where it takes one up."""

from functools import partial

import pytest
from verifying import LEXICON

from assistant.citation.enforce import enforce
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim

PASSAGES = (
    NumberedPassage(number=1, text="Mestor is given as 4 mg every 12 weeks."),
    NumberedPassage(number=2, text="Do not combine zorubicin with tilamine, because the risk of bleeding is increased."),
    NumberedPassage(number=3, text="ABC-negative disease occurs in about 1 in 5 women who have myeloma."),
    NumberedPassage(number=4, text="Corvalin is infused over 3 hours."),
    NumberedPassage(number=5, text="Nausea occurs in about 1 in 5 women who take corvalin."),
)


def shown(draft: str) -> str:
    return enforce("How is it treated?", PASSAGES, draft, verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON).text


@pytest.mark.parametrize(
    ("label", "line", "mark"),
    [
        ("Quality of life", "Zorubicin should not be combined with tilamine, as the risk of bleeding is increased", 2),
        ("Mestor", "Roughly 20% of women with myeloma have ABC-negative disease", 3),
        ("Quality of life", "Corvalin is infused over 3 hours", 4),
    ],
)
def test_a_sentence_that_names_its_own_needs_no_name_of_its_label(label: str, line: str, mark: int) -> None:
    assert line in shown(f"1. **{label}**\n   - {line} [{mark}].")


@pytest.mark.parametrize(
    ("label", "line", "mark"),
    [
        ("Mestor", "Corvalin is infused over 3 hours", 4),
        ("Mestor", "It is infused over 3 hours", 4),
        ("Mestor", "The infusion is given over 3 hours", 4),
        ("Mestor", "Infused over 3 hours", 4),
        ("Mestor", "Roughly 20% of women who take it have nausea", 5),
        ("Mestor", "Nausea occurs in about 1 in 5 women who take the drug", 5),
        ("Corvalin", "4 mg every 12 weeks is given", 1),
    ],
)
def test_a_line_that_takes_its_label_up_is_held_to_its_name(label: str, line: str, mark: int) -> None:
    assert line not in shown(f"1. **{label}**\n   - {line} [{mark}].")
