"""What a document says of itself is never an answer; what it says of its subject is."""

import pytest

from assistant.retrieval.silent import is_silent


@pytest.mark.parametrize(
    "text",
    [
        "IM: intramuscular; SC: subcutaneous.",
        "ACR, albumin-to-creatinine ratio; eGFR, estimated glomerular filtration rate",
        "The treatment of gout in adults is discussed here.",
        "This topic reviews the treatment of gout.",
        "Table 1 Rescue agents in adults",
        "Este capítulo revisa el tratamiento de la gota.",
        "Approved by the guidelines committee: February 2024.",
    ],
)
def test_what_a_document_says_of_itself_is_silent(text: str) -> None:
    assert is_silent(text)


@pytest.mark.parametrize(
    "text",
    [
        "Severe: Doxycycline 200 mg on day one, then 100 mg twice daily",
        "Mild: watch; severe: treat with 5 mg daily.",
        "Goals of care should be discussed with the family.",
        "This drug is approved by the agency for adults.",
        "Table salt should be limited to 5 g a day.",
        "Naproxen, an anti-inflammatory; Colchicine 0.5 mg twice daily.",
    ],
)
def test_what_it_says_of_its_subject_is_not(text: str) -> None:
    assert not is_silent(text)
