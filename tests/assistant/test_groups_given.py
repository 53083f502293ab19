"""A group that the question or the sentences before name stands for the claim's; one that they exclude or leave open doesn't."""

from functools import partial

import pytest
from verifying import LEXICON

from assistant.citation.enforce import enforce
from assistant.citation.groups_given import groups_given
from assistant.prompts import NumberedPassage
from assistant.verify import verify_claim

PASSAGES = (
    NumberedPassage(number=1, text="In ABC-positive disease, corvalin should be continued."),
    NumberedPassage(number=2, text="Premenopausal women require mestor before treatment with corvalin."),
    NumberedPassage(number=3, text="Second-line: tilamine plus zorubicin."),
    NumberedPassage(number=4, text="Premenopausal women require mestor after tilamine."),
    NumberedPassage(number=5, text="The standard approach for ABC-positive disease is tilamine combined with corvalin."),
    NumberedPassage(number=6, text="After a fracture, zorubicin is preferred over tilamine."),
)


def shown(draft: str, question: str) -> bool:
    return bool(enforce(question, PASSAGES, draft, verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON).shown)


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("What about the management of ABC-positive disease in old people?", True),
        ("What about the management of ABC-negative disease in old people?", False),
        ("What about the management of disease?", False),
        ("What are the options for ABC-positive disease?", True),
        ("What are the options for ABC-negative disease?", False),
        ("In disease that is not ABC-positive, when is corvalin stopped?", False),
    ],
)
def test_a_group_that_is_asked_about_need_not_be_said_again(question: str, kept: bool) -> None:
    assert shown("Corvalin should be continued [1].", question) == kept


@pytest.mark.parametrize(
    ("draft", "kept"),
    [
        ("First line:\n- Premenopausal women need mestor before treatment with corvalin [2].", True),
        ("## First line\n\nPremenopausal women need mestor before treatment with corvalin [2].", True),
        ("First line, ABC-negative:\n- Premenopausal women need mestor before treatment with corvalin [2].", False),
        ("First line:\n- Tilamine with zorubicin [3].", False),
        ("First line:\n- Premenopausal women need mestor after tilamine [4].", False),
    ],
)
def test_what_goes_before_a_treatment_does_so_in_every_line(draft: str, kept: bool) -> None:
    assert shown(draft, "How is bone disease treated?") == kept


def test_groups_that_exclude_each_other_are_left_out() -> None:
    assert groups_given(("in ABC-positive disease",), LEXICON) == ("in patients who are ABC-positive",)
    assert groups_given(("in ABC-positive disease", "in ABC-negative disease"), LEXICON) == ()
    assert groups_given(("in disease with or without symptoms",), LEXICON) == ()
    assert groups_given(("in ABC-positive disease",), None) == ()


@pytest.mark.parametrize(
    ("heading", "kept"),
    [("After a fracture", True), ("Before a fracture", False), ("After an infusion", False), ("In practice", False)],
)
def test_a_heading_that_opens_with_a_time_is_the_condition_of_what_is_below(heading: str, kept: bool) -> None:
    assert shown(f"**{heading}:**\n- Zorubicin is preferred over tilamine [6].", "How is bone disease treated?") == kept
