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
