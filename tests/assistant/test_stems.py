"""A medicine is known by the ending of its generic name, and no plain word is one."""

import pytest

from assistant.words.stems import names_medicine


@pytest.mark.parametrize(
    ("word", "medicine"),
    [
        ("ubrogepant", True),
        ("daridorexant", True),
        ("tolvaptan", True),
        ("roxadustat", True),
        ("vibegron", True),
        ("relugolix", True),
        ("vericiguat", True),
        ("lumacaftor", True),
        ("apremilast", True),
        ("precipitant", False),
        ("mongrels", False),
        ("important", False),
        ("titan", False),
        ("participant", False),
    ],
)
def test_newer_endings_name_a_medicine_and_words_like_them_do_not(word: str, medicine: bool) -> None:
    assert names_medicine(word) is medicine
