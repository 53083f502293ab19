"""Everyday abbreviations are read as the words that the documents have, where these are the words of one thing only."""

import pytest

from assistant.question.abbreviated import spelled
from assistant.words.question_words import content_stems


@pytest.mark.parametrize(
    ("word", "documents", "everyday", "read"),
    [
        pytest.param("DKA", "Diabetic ketoacidosis is an emergency.", False, "diabetic ketoacidosis", id="first-wording"),
        pytest.param("DKA", "Ketoacidosis is an emergency.", False, "ketoacidosis", id="shorter-wording"),
        pytest.param("dka", "Ketoacidosis is an emergency.", False, "ketoacidosis", id="typed-small"),
        pytest.param("RAs", "Rheumatoid arthritis is chronic.", False, "rheumatoid arthritis", id="plural"),
        pytest.param("cap", "Community-acquired pneumonia is common.", True, None, id="everyday-word"),
        pytest.param("CAP", "Community-acquired pneumonia is common.", True, "community-acquired pneumonia", id="in-capitals"),
        pytest.param("pe", "Pulmonary embolism is common.", False, None, id="two-small-letters"),
        pytest.param("PE", "Pulmonary embolism may follow a pleural effusion.", False, None, id="several-things"),
        pytest.param("PE", "Pulmonary embolism is common.", False, "pulmonary embolism", id="one-of-them"),
        pytest.param("DKA", "Diabetes is common.", False, None, id="documents-lack-it"),
        pytest.param("PE", "PE means physical education; pulmonary embolism.", False, None, id="documents-use-it"),
        pytest.param("XQZ", "Ketoacidosis is an emergency.", False, None, id="unknown"),
    ],
)
def test_abbreviation_is_read_as_what_the_documents_write(word: str, documents: str, everyday: bool, read: str | None) -> None:
    assert spelled(word, vocabulary=frozenset(content_stems(documents)), everyday=everyday) == read
