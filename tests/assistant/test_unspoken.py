"""People of whom no document speaks are named as missing, though what is said of everyone is still shown."""

import pytest
from heart_library import asked, judged, profile

from assistant.abstention.answerable import judge_answerable
from assistant.abstention.unspoken import shares_nothing, unspoken_people, unspoken_state
from assistant.retrieval.profile import weigh_terms
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

WORDS = Lexicon(
    [
        Concept(concept_id="x", kind="drug", name="xanol"),
        Concept(concept_id="men", kind="population", name="men", axis="sex", synonyms=("male",)),
        Concept(concept_id="women", kind="population", name="women", axis="sex"),
        Concept(concept_id="old", kind="population", name="the very old", axis="age group"),
        Concept(concept_id="nursing", kind="population", name="nursing", axis="childbearing"),
        Concept(concept_id="fast", kind="population", name="fast-growing", axis="pace of disease"),
    ]
)
ALL = profile("Give xanol to everyone.", words=WORDS)
WOMEN = profile("Give xanol to women.", words=WORDS)
ANY_AGE = profile("Do not withhold xanol because of age.", words=WORDS)
STORY = "He is 61, male, and keeps bees on the roof of his house, as his father and grandfather did before. Is xanol given?"


@pytest.mark.parametrize(
    ("question", "statements", "missing"),
    [
        pytest.param("Is xanol given to men?", (ALL, WOMEN), ("men",), id="nobody-speaks-of-men"),
        pytest.param("Is xanol given to women?", (ALL, WOMEN), (), id="spoken-of"),
        pytest.param("Is xanol given to the very old?", (ALL, ANY_AGE), (), id="age-is-spoken-of"),
        pytest.param("Is xanol given to the very old?", (ALL,), ("the very old",), id="age-is-not-spoken-of"),
        pytest.param("Is xanol given in fast-growing disease?", (ALL,), (), id="not-what-sets-a-person-apart"),
        pytest.param(STORY, (ALL,), (), id="told-in-passing"),
    ],
)
def test_people_of_whom_nobody_speaks_are_missing(question: str, statements: tuple, missing: tuple[str, ...]) -> None:
    terms = weigh_terms(statements, lexicon=WORDS)
    assert unspoken_people(asked(question, words=WORDS), statements, terms=terms, lexicon=WORDS) == missing


def test_general_statement_is_shown_with_a_word_on_who_is_missing() -> None:
    terms = weigh_terms((ALL,), lexicon=WORDS)
    found = judge_answerable(asked("Is xanol given to men?", words=WORDS), [judged(ALL)], terms=terms, lexicon=WORDS)
    assert found.answerable
    assert found.missing == ("men",)


NURSING = profile("Do not give xanol to anyone nursing.", words=WORDS)


@pytest.mark.parametrize(
    ("question", "statements", "missing"),
    [
        pytest.param(
            "She is 30, nursing, and has had a long and tiring winter at home. Is xanol given?", (ALL,), ("nursing",), id="told"
        ),
        pytest.param("Is xanol given while nursing?", (ALL,), ("nursing",), id="asked"),
        pytest.param("Is xanol given while nursing?", (ALL, NURSING), (), id="spoken-of"),
        pytest.param("She is not nursing. Is xanol given?", (ALL,), (), id="denied"),
        pytest.param("He is male. Is xanol given?", (ALL,), (), id="what-changes-no-treatment"),
    ],
)
def test_what_changes_every_treatment_and_nobody_speaks_of_is_not_answered(
    question: str, statements: tuple, missing: tuple[str, ...]
) -> None:
    terms = weigh_terms(statements, lexicon=WORDS)
    assert unspoken_state(asked(question, words=WORDS), terms=terms, lexicon=WORDS) == missing
    found = judge_answerable(asked(question, words=WORDS), [judged(one) for one in statements], terms=terms, lexicon=WORDS)
    assert not missing or (not found.answerable and found.missing == missing)


EXPECTING = Lexicon(
    [
        Concept(concept_id="x", kind="drug", name="xanol"),
        Concept(concept_id="pregnant", kind="population", name="pregnant", axis="childbearing"),
    ]
)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param("In pregnancy xanol is halved.", (), id="by-its-noun"),
        pytest.param("Xanol is halved in summer.", ("pregnant",), id="not-at-all"),
    ],
)
def test_state_is_spoken_of_by_its_noun(text: str, missing: tuple[str, ...]) -> None:
    terms = weigh_terms((profile(text, words=EXPECTING),), lexicon=EXPECTING)
    question = asked("I am pregnant. How much xanol do I take?", words=EXPECTING)
    assert unspoken_state(question, terms=terms, lexicon=EXPECTING) == missing


@pytest.mark.parametrize(
    ("question", "shares"),
    [
        pytest.param("Can I trust this?", False, id="nothing"),
        pytest.param("Could they be mistaken?", False, id="nothing-but-pronouns"),
        pytest.param("Can the pulse be felt?", True, id="a-word"),
        pytest.param("Must she swallow these forever, with no finish date in sight?", True, id="many-words"),
        pytest.param("Is carvedilol taken?", True, id="a-known-thing"),
    ],
)
def test_question_that_names_nothing_and_shares_no_word_shares_nothing(question: str, shares: bool) -> None:
    shown = [profile("A slow pulse is watched."), profile("Weight is taken each morning.")]
    assert shares_nothing(asked(question), shown) is not shares
