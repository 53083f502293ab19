"""Spanish heard word for word in English: longest wordings first, what isn't known kept as it is."""

from __future__ import annotations

import pytest

from assistant.urgency.gloss import glossed


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("Mi mamá está vomitando sangre", "my mum is vomiting blood"),
        ("no puedo respirar", "can't breathe"),
        ("¿Trastuzumab sin pertuzumab?", "¿trastuzumab without pertuzumab?"),
        ("", ""),
        ("38,7 de fiebre", "38,7 of fever"),
    ],
    ids=["inflected words", "wording before words", "names kept", "empty", "figures kept"],
)
def test_spanish_is_glossed_word_for_word(spanish: str, english: str) -> None:
    assert glossed(spanish) == english


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("De todas formas sigo con la dieta", "anyway sigo with the dieta"),
        ("Ya no le duele la cadera", "no longer hurts the hip"),
        ("¿Se me va a quitar el picor?", "¿ will it go away the itching?"),
        ("Me hace falta una crema", "i need a crema"),
        ("Tiene disnea en reposo", "has short of breath at rest"),
    ],
    ids=["of all modes", "denied pain", "with se", "what somebody lacks", "breath at rest"],
)
def test_idioms_are_read_before_their_words(spanish: str, english: str) -> None:
    assert glossed(spanish) == english


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("No tengo ganas de vivir", "do not want to go on living"),
        ("Me hace falta el aire", "me ago lacks the air"),
        ("Tiene ganas de morirse", "want to die"),
    ],
    ids=["no wish to live", "no air", "wish to die"],
)
def test_idioms_take_nothing_from_danger(spanish: str, english: str) -> None:
    assert glossed(spanish) == english
