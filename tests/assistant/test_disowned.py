"""What goes for a document's own patients isn't told of those who are said not to have that disease."""

import pytest
from heart_library import asked, lexicon

from assistant.abstention.disowned import disowned
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

WORDS = Lexicon(
    [
        *lexicon().concepts.values(),
        Concept(concept_id="gout", kind="condition", name="gout"),
        Concept(concept_id="heart-failure", kind="condition", name="heart failure"),
    ]
)
TITLE = "Chronic heart failure in adults"


@pytest.mark.parametrize(
    ("question", "others"),
    [
        pytest.param("My aunt has gout, no heart failure. Can she have spironolactone?", ("gout",), id="told-before"),
        pytest.param("Spironolactone for gout without heart failure?", ("gout",), id="in-the-question"),
        pytest.param("He doesn't have heart failure but has gout: which dose?", ("gout",), id="has-not"),
        pytest.param("Mi tía tiene gout, sin heart failure: ¿qué dosis?", ("gout",), id="spanish"),
        pytest.param("Heart failure and gout: which dose of spironolactone?", (), id="both"),
        pytest.param("Heart failure, no gout: which dose of spironolactone?", (), id="the-other-is-denied"),
        pytest.param("She has gout and no heart failure symptoms. Which dose?", (), id="something-of-it-is-denied"),
        pytest.param("He has no heart failure. Which dose?", (), id="no-other-disease"),
        pytest.param("She has gout, no diabetes. Which dose?", (), id="not-the-document-s"),
    ],
)
def test_other_disease_is_asked_about_only_where_the_document_s_is_denied(question: str, others: tuple[str, ...]) -> None:
    assert disowned(asked(question, words=WORDS), TITLE, lexicon=WORDS) == others


KINDS = Lexicon([*WORDS.concepts.values(), Concept(concept_id="liver-failure", kind="condition", name="liver failure")])


@pytest.mark.parametrize(
    ("question", "others"),
    [
        pytest.param("My father has liver failure. How much spironolactone would they give him?", ("liver failure",), id="his"),
        pytest.param("My uncle has gout. How much spironolactone would they give him?", (), id="of-no-like-kind"),
        pytest.param("My father had liver failure. How much spironolactone would he get?", (), id="had-it-once"),
        pytest.param("My father has liver failure. How much spironolactone should I take?", (), id="the-asker-s"),
        pytest.param("He has liver failure and heart failure. How much spironolactone for him?", (), id="both"),
        pytest.param("He is weak. How much spironolactone for him?", (), id="none-told"),
    ],
)
def test_disease_of_the_same_kind_that_somebody_has_is_the_one_asked_about(question: str, others: tuple[str, ...]) -> None:
    assert disowned(asked(question, words=KINDS), TITLE, lexicon=KINDS) == others


TUMOURS = Lexicon(
    [
        *lexicon().concepts.values(),
        *(
            Concept(concept_id=f"{one}-cancer", kind="condition", name=f"{one} cancer")
            for one in ("skin", "ovarian", "liver", "throat")
        ),
        *(Concept(concept_id=f"{one}-failure", kind="condition", name=f"{one} failure") for one in ("heart", "kidney")),
        Concept(concept_id="spread", kind="site", name="place of spread"),
        Concept(concept_id="liver", kind="site", name="liver", parents=("spread",)),
    ]
)


@pytest.mark.parametrize(
    ("question", "title", "others"),
    [
        pytest.param("I have ovarian cancer, can I get spironolactone?", "Skin cancer", ("ovarian cancer",), id="mine"),
        pytest.param("My wife has ovarian cancer. Is spironolactone an option?", "Skin cancer", ("ovarian cancer",), id="kin"),
        pytest.param(
            "Should a woman with ovarian cancer have spironolactone?", "Skin cancer", ("ovarian cancer",), id="in-the-question"
        ),
        pytest.param("My mother has ovarian cancer. Should I have spironolactone?", "Skin cancer", (), id="asked-for-oneself"),
        pytest.param("My mother had ovarian cancer. Is spironolactone an option?", "Skin cancer", (), id="over"),
        pytest.param("I have ovarian cancer and skin cancer: spironolactone?", "Skin cancer", (), id="both"),
        pytest.param("I have liver cancer now, can I get spironolactone?", "Skin cancer", (), id="where-it-spreads-to"),
        pytest.param("A man with kidney failure: which dose of spironolactone?", "Heart failure", (), id="beside-it"),
    ],
)
def test_illness_of_the_documents_kind_that_who_is_asked_about_has_is_another_s(
    question: str, title: str, others: tuple[str, ...]
) -> None:
    assert disowned(asked(question, words=TUMOURS), title, lexicon=TUMOURS) == others
