"""How often an organ is checked is said for the drugs and patients it is said of; the rest is told to be missing."""

import pytest
from heart_library import asked, profile

from assistant.abstention.checked import missing_check
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

WORDS = Lexicon(
    [
        Concept(concept_id="xanol", kind="drug", name="xanol"),
        Concept(concept_id="yanol", kind="drug", name="yanol"),
        Concept(concept_id="liver", kind="site", name="liver"),
        Concept(concept_id="liver-tests", kind="procedure", name="liver tests", parents=("liver",)),
        Concept(concept_id="scan", kind="test", name="scan"),
        Concept(concept_id="young", kind="population", name="children", axis="age"),
        Concept(concept_id="old", kind="population", name="adults", axis="age"),
    ]
)
TOLD = profile("Liver tests every 3 months during xanol in adults.", words=WORDS)
OTHER = profile("Visits every 3 months.", words=WORDS)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How often are liver tests done during yanol?", id="another-drug"),
        pytest.param("How often are liver tests done in children?", id="other-patients"),
    ],
)
def test_check_that_is_told_for_others_is_missing(question: str) -> None:
    assert missing_check(asked(question, words=WORDS), [OTHER, TOLD], lexicon=WORDS).endswith("liver tests")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How often are liver tests done during xanol?", id="that-drug"),
        pytest.param("How often are liver tests done?", id="no-drug"),
        pytest.param("How often are liver tests done in adults?", id="those-patients"),
        pytest.param("How often is a scan done during yanol?", id="of-no-organ"),
        pytest.param("Are liver tests done during yanol?", id="not-how-often"),
    ],
)
def test_anything_else_is_left_to_the_other_checks(question: str) -> None:
    assert missing_check(asked(question, words=WORDS), [OTHER, TOLD], lexicon=WORDS) == ""


def test_check_that_no_statement_tells_of_is_left_alone() -> None:
    assert missing_check(asked("How often are liver tests done during yanol?", words=WORDS), [OTHER], lexicon=WORDS) == ""
