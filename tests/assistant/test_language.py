from __future__ import annotations

import pytest

from assistant.words.language import detect_language


@pytest.mark.parametrize(
    "text",
    [
        "62yo woman, ER+/HER2- de novo bone mets, no visceral crisis. First-line?",
        "45 yo F, TNBC, PD-L1 pos",
        "aromasin over nolvadex for a 60 y/o?",
        "give me non-anthracycline ones",
        "ovarian cancer maintenance",
        "Is it the same for men?",
    ],
)
def test_clinicians_telegrams_are_english(text: str) -> None:
    assert detect_language(text, default="en") == "en"


@pytest.mark.parametrize(
    "text",
    [
        "¿y después?",
        "cancer de mama metastasico HER2+",
        "her2 positivo primera linea",
        "mets oseas, que hago",
        "a mi madre le duele mucho",
        "en mayores de 75?",
        "cada cuánto se pone",
    ],
)
def test_spanish_typed_in_haste_is_spanish(text: str) -> None:
    assert detect_language(text, default="en") == "es"


@pytest.mark.parametrize("default", ["en", "es"])
def test_what_tells_nothing_keeps_the_language_of_the_conversation(default: str) -> None:
    assert detect_language("PFS?", default=default) == default
    assert detect_language("trastuzumab 8 mg/kg", default=default) == default
