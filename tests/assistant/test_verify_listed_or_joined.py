"""What is listed or left to choose isn't given together or in turn, and who has both isn't who has one."""

import pytest
from verifying import codes


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        (
            "Surgery on the tumor may be considered when the patient is ABC-negative or premenopausal.",
            "Surgery on the tumor may be considered for premenopausal, ABC-negative patients.",
            False,
        ),
        (
            "Surgery on the tumor may be considered for patients who are premenopausal or ABC-negative.",
            "Surgery on the tumor may be considered for premenopausal, ABC-negative patients.",
            False,
        ),
        (
            "Surgery on the tumor may be considered when the patient is ABC-negative and premenopausal.",
            "Surgery on the tumor may be considered for premenopausal, ABC-negative patients.",
            True,
        ),
        (
            "Chemotherapy is an option if the disease is ABC-positive or triple-negative.",
            "Options for ABC-positive disease and for triple-negative disease include chemotherapy.",
            True,
        ),
        (
            "In disease that is ABC-positive or triple-negative, brain imaging is not recommended.",
            "Brain imaging is not recommended in ABC-positive or triple-negative disease.",
            True,
        ),
        (
            "Chemotherapy is used if disease is metastatic or ABC-positive.",
            "Chemotherapy is used in patients with ABC-positive or metastatic disease.",
            True,
        ),
        (
            "Tilamine is given to women who are premenopausal or ABC-positive.",
            "Tilamine is given to premenopausal women with ABC-positive disease.",
            False,
        ),
        (
            "Tilamine is given to ABC-positive women who are premenopausal.",
            "Tilamine is given to premenopausal women with ABC-positive disease.",
            True,
        ),
        (
            "Second-line endocrine therapy may be given with fulvestrant, an AI and a SERM together.",
            "Second-line: endocrine monotherapy with fulvestrant, an AI, or a selective estrogen receptor modulator.",
            False,
        ),
        (
            "2L combined ET: fulvestrant, AI and SERM.",
            "Second-line: endocrine monotherapy with fulvestrant, an AI, or a selective estrogen receptor modulator.",
            False,
        ),
        (
            "Second-line: fulvestrant, an AI or a SERM alone.",
            "Second-line: endocrine monotherapy with fulvestrant, an AI, or a selective estrogen receptor modulator.",
            True,
        ),
        (
            "Pain after surgery can be treated with a combination of paracetamol, ibuprofen and codeine.",
            "Pain after surgery can be treated with paracetamol, ibuprofen or codeine.",
            False,
        ),
        (
            "Paracetamol, ibuprofen and codeine are given together for pain after surgery.",
            "Pain after surgery can be treated with paracetamol, ibuprofen or codeine.",
            False,
        ),
        (
            "Paracetamol, ibuprofen and codeine are choices for pain after surgery.",
            "Pain after surgery can be treated with paracetamol, ibuprofen or codeine.",
            True,
        ),
        (
            "For pain after surgery, paracetamol, codeine or ibuprofen can be used.",
            "Pain after surgery can be treated with paracetamol, ibuprofen or codeine.",
            True,
        ),
        (
            "Pamidronate should be combined with zoledronic acid as recommended bone-targeted agents.",
            "Pamidronate and zoledronic acid are among the recommended bone-targeted agents.",
            False,
        ),
        (
            "For bone-targeted therapy, recommendation extends to zoledronic acid in combination with pamidronate.",
            "Pamidronate and zoledronic acid are among the recommended bone-targeted agents.",
            False,
        ),
        (
            "Recommended bone-targeted agents: zoledronic acid, pamidronate.",
            "Pamidronate and zoledronic acid are among the recommended bone-targeted agents.",
            True,
        ),
        (
            "The recommended bone-targeted agents include pamidronate together with zoledronic acid.",
            "Pamidronate and zoledronic acid are among the recommended bone-targeted agents.",
            True,
        ),
        (
            "Both suppression and ablation of the ovaries must precede an AI in a premenopausal woman.",
            "Premenopausal women require ovarian suppression or ablation before an AI.",
            False,
        ),
        (
            "Premenopausal women need ovarian suppression and ablation, both, before an AI.",
            "Premenopausal women require ovarian suppression or ablation before an AI.",
            False,
        ),
        (
            "Before an AI, premenopausal women require either suppression or ablation of the ovaries.",
            "Premenopausal women require ovarian suppression or ablation before an AI.",
            True,
        ),
        (
            "Both insulin and metformin should be given before surgery.",
            "Insulin or metformin should be given before surgery.",
            False,
        ),
        (
            "Either insulin or metformin should be given before surgery.",
            "Insulin or metformin should be given before surgery.",
            True,
        ),
        (
            "In advanced hip disease, physiotherapy and surgery are used one after another.",
            "For advanced hip disease, a combined approach with physiotherapy and surgery is indicated.",
            False,
        ),
        (
            "In advanced hip disease, physiotherapy and surgery combined are indicated.",
            "For advanced hip disease, a combined approach with physiotherapy and surgery is indicated.",
            True,
        ),
        (
            "Apixaban and rivaroxaban can be used one after the other for clots.",
            "Apixaban and rivaroxaban can be used for clots.",
            False,
        ),
        (
            "Apixaban and rivaroxaban are two drugs that can be used for clots.",
            "Apixaban and rivaroxaban can be used for clots.",
            True,
        ),
        (
            "Corvalin is used where a woman is postmenopausal or ABC-negative.",
            "Women with an ABC-negative tumor who are postmenopausal are treated with corvalin.",
            False,
        ),
        (
            "Corvalin is used where a woman is postmenopausal and ABC-negative.",
            "Women with an ABC-negative tumor who are postmenopausal are treated with corvalin.",
            True,
        ),
        (
            "Corvalin is an option for postmenopausal women or ABC-negative disease.",
            "Corvalin is an option for ABC-negative disease and in postmenopausal women.",
            True,
        ),
    ],
)
def test_choices_and_groups_are_joined_as_the_cited_words_join_them(claim: str, evidence: str, *, supported: bool) -> None:
    assert (not codes(claim, evidence)) is supported
