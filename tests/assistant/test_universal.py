"""A denial without exception stands against what a statement tells of the same things, and against nothing else."""

import pytest
from heart_library import lexicon, profile

from assistant.premises.at_odds import at_odds
from assistant.premises.universal import denied_of_all

HELPS = "Furosemide can help to relieve breathlessness in heart failure."
LIVES = "People with heart failure may live for years, but the disease is serious."
CHANGES = "Potassium is measured again, because the potassium of a patient may change from that of the first visit."
NO_HELP = "Verapamil does not help in heart failure."


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        pytest.param("furosemide does nothing for breathlessness", HELPS, id="does-nothing"),
        pytest.param("furosemide never relieves breathlessness", HELPS, id="never"),
        pytest.param("nobody lives for years with heart failure", LIVES, id="nobody"),
        pytest.param("potassium never changes from the first visit", CHANGES, id="stays-the-same"),
    ],
)
def test_denial_without_exception_stands_against_what_is_told(clause: str, text: str) -> None:
    assert denied_of_all(clause, profile(text), lexicon=lexicon())
    assert at_odds(clause, profile(text), lexicon=lexicon())


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        pytest.param("furosemide helps breathlessness", HELPS, id="no-denial"),
        pytest.param("digoxin does nothing for breathlessness", HELPS, id="of-another"),
        pytest.param("nobody told us of furosemide for breathlessness", HELPS, id="nobody-told-us"),
        pytest.param("she never had furosemide for breathlessness", HELPS, id="of-one"),
        pytest.param("verapamil does nothing in heart failure", NO_HELP, id="statement-denies-it-too"),
        pytest.param("furosemide never stops working for breathlessness", HELPS, id="denied-twice"),
        pytest.param("nobody knows how furosemide was found", HELPS, id="speaks-of-something-else"),
    ],
)
def test_anything_else_is_left_alone(clause: str, text: str) -> None:
    assert not denied_of_all(clause, profile(text), lexicon=lexicon())
