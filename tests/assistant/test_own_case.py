"""What the asker tells of themselves or of theirs: a case that an answer needn't say again, and nothing more than it tells."""

from functools import partial

import pytest
from verifying import LEXICON

from assistant.citation.enforce import enforce
from assistant.prompts import NumberedPassage
from assistant.question.own_case import own_case
from assistant.verify import verify_claim

POSITIVE = "In ABC-positive disease, corvalin is the preferred drug."
BOTH = "Mestor may be continued only when the heart is strong and the kidneys work well."


def shows(question: str, draft: str, text: str) -> list[str]:
    passages = (NumberedPassage(number=1, text=text),)
    held = enforce(question, passages, draft, verify=partial(verify_claim, lexicon=LEXICON), lexicon=LEXICON)
    return [claim.text for claim in held.shown]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("I'm 52 and still have periods. What now?", {"are 52", "still have periods"}, id="two-clauses"),
        pytest.param("My aunt has weak bones, can she take it?", {"have weak bones"}, id="kin"),
        pytest.param("I haven't reached the menopause. What do I get?", {"have not reached the menopause"}, id="not-yet"),
        pytest.param("My aunt's tumour is ABC-negative. Why?", {"are ABC-negative"}, id="illness"),
        pytest.param("My aunt's cancer has spread. Why?", {"have spread"}, id="no-verb-in-a-genitive"),
        pytest.param("Is she ABC-negative?", set(), id="asked"),
        pytest.param("My aunt is not ABC-negative. Why?", set(), id="denied"),
        pytest.param("I'm asking for my aunt. Why?", set(), id="who-asks"),
        pytest.param("How much corvalin is given?", set(), id="nothing"),
    ],
)
def test_what_is_told_is_read_as_a_group(question: str, told: set[str]) -> None:
    assert set(own_case(question)) == {f"in patients who {one}" for one in told}


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        pytest.param("My sister is ABC-positive. What will she get?", True, id="told"),
        pytest.param("I have ABC-positive disease and two children. What now?", True, id="told-with-more"),
        pytest.param("ABC-positive disease: what comes first?", True, id="before-a-colon"),
        pytest.param("My sister is ABC-negative. What will she get?", False, id="the-other-group"),
        pytest.param("My sister is not ABC-positive. What will she get?", False, id="denied"),
        pytest.param("Is she ABC-positive?", False, id="asked"),
        pytest.param("What will my sister get?", False, id="not-told"),
    ],
)
def test_an_answer_in_the_case_that_was_told_is_shown(question: str, shown: bool) -> None:
    draft = "Corvalin is the preferred drug [1]."
    assert bool(shows(question, draft, POSITIVE)) is shown


@pytest.mark.parametrize(
    "draft", ["Corvalin is the preferred drug for everyone [1].", "Corvalin is the preferred drug for any patient [1]."]
)
def test_a_case_that_was_told_is_not_everybodys(draft: str) -> None:
    assert shows("My sister is ABC-positive. What now?", draft, POSITIVE) == []


def test_a_condition_told_before_holds_on_but_not_where_a_part_of_it_is_said_again() -> None:
    again = f"{BOTH[:-1]} [1]. It may be continued when the heart is strong [1]."
    assert shows("When is mestor continued?", again, BOTH) == [BOTH]
