"""What is said of patients is no Yes or No to whoever asks for kin that aren't ill."""

import pytest

from assistant.drafting.direct import is_of_well_kin


@pytest.mark.parametrize(
    ("question", "well"),
    [
        pytest.param("Can my sister be tested as well?", True, id="sister"),
        pytest.param("Should her daughters have the gene test?", True, id="daughters"),
        pytest.param("¿Mi hija puede hacerse la prueba?", True, id="spanish"),
        pytest.param("My sister has stage 4 cancer. Can my sister be tested?", False, id="told-ill"),
        pytest.param("Can my sister's cancer be treated with tablets?", False, id="her-cancer"),
        pytest.param("Can my daughter with a BRCA mutation get olaparib?", False, id="with-a-finding"),
        pytest.param("Can my mother have denosumab?", False, id="the-patient"),
        pytest.param("Can denosumab be given at home?", False, id="no-kin"),
    ],
)
def test_kin_of_whom_no_illness_is_told(question: str, well: bool) -> None:
    assert is_of_well_kin(question) is well
