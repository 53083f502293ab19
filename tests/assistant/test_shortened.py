"""A medicine's name cut short is read in full, where it begins the names of one thing only, or ends those of one class."""

import pytest
from heart_library import lexicon

from assistant.question.asked import read_question
from assistant.question.shortened import in_full
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import stem


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("spirono", "spironolactone", id="cut-short"),
        pytest.param("Spirono", "spironolactone", id="capital"),
        pytest.param("spir", None, id="too-short-to-tell"),
        pytest.param("spironolacto", None, id="a-slip-rather-than-cut-short"),
        pytest.param("table", None, id="begins-nothing"),
    ],
)
def test_beginning_of_one_name_is_read_as_that_name(word: str, meant: str | None) -> None:
    assert in_full(word, lexicon()) == meant


NAMED = frozenset({stem("spironolactone")})


def test_cut_name_is_read_as_meant_and_told() -> None:
    read = read_question("spirono dose?", lexicon=lexicon(), vocabulary=NAMED, is_everyday=lambda word: word == "dose")
    assert read.concepts == {"spironolactone"}
    assert read.corrected == (("spirono", "spironolactone"),)


@pytest.mark.parametrize(
    ("vocabulary", "everyday"),
    [
        pytest.param(frozenset(), {"dose"}, id="named-by-no-document"),
        pytest.param(NAMED, {"spirono", "dose"}, id="everyday-word"),
    ],
)
def test_what_no_document_names_and_everyday_words_stay_as_typed(vocabulary: frozenset[str], everyday: set[str]) -> None:
    read = read_question("spirono dose?", lexicon=lexicon(), vocabulary=vocabulary, is_everyday=everyday.__contains__)
    assert not read.corrected


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("iflozin", "SGLT2 inhibitor", id="ends-two-of-a-class"),
        pytest.param("iflozins", "SGLT2 inhibitor", id="several"),
        pytest.param("apamil", None, id="ends-one"),
        pytest.param("ozin", None, id="too-short-to-tell"),
    ],
)
def test_ending_of_the_medicines_of_one_class_is_read_as_that_class(word: str, meant: str | None) -> None:
    assert in_full(word, lexicon()) == meant


def test_ending_that_medicines_of_several_classes_share_names_none_of_them() -> None:
    kinds = [Concept(concept_id=name, kind="drug class", name=name, parents=("drug",)) for name in ("alpha", "beta")]
    drugs = [Concept(concept_id=f"{one.name}zumab", kind="drug", name=f"{one.name}zumab", parents=(one.name,)) for one in kinds]
    whole = Concept(concept_id="drug", kind="drug class", name="drug")
    assert in_full("zumab", Lexicon([whole, *kinds, *drugs])) is None


NUMBERED = Lexicon(
    [
        Concept(concept_id="one", kind="gene", name="KR-Q2"),
        Concept(concept_id="two", kind="test", name="NTB7"),
        Concept(concept_id="three", kind="test", name="NTB9"),
        Concept(concept_id="four", kind="drug", name="ABX4"),
    ]
)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("KRQ", "KR-Q2", id="number-left-out"),
        pytest.param("krq", None, id="small-letters-may-be-a-word"),
        pytest.param("NTB", None, id="two-of-these-letters"),
        pytest.param("ABX", None, id="number-of-a-medicine-tells-it-apart"),
        pytest.param("KR", None, id="too-few-letters"),
    ],
)
def test_name_without_its_number_is_read_in_full(word: str, meant: str | None) -> None:
    assert in_full(word, NUMBERED) == meant
