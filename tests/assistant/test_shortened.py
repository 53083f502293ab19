"""A medicine's name cut short is read in full, where it begins the names of one thing only."""

import pytest
from heart_library import lexicon

from assistant.question.asked import read_question
from assistant.question.shortened import in_full
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
