"""What is open, had before, equal or best is so only where the cited words say it."""

import pytest
from verifying import codes


@pytest.mark.parametrize(
    ("claim", "evidence", "supported"),
    [
        (
            "Before corvalin and mestor, capecitabine or eribulin may be used in gout.",
            "Capecitabine or eribulin are options for patients with gout who were previously treated with corvalin and mestor.",
            False,
        ),
        (
            "Gout before corvalin and mestor: eribulin or capecitabine.",
            "Capecitabine or eribulin are options for patients with gout who were previously treated with corvalin and mestor.",
            False,
        ),
        (
            "Capecitabine or eribulin are options before prior mestor and corvalin in gout.",
            "Capecitabine or eribulin are options for patients with gout who were previously treated with corvalin and mestor.",
            False,
        ),
        (
            "Gout treated with corvalin and mestor before: eribulin or capecitabine.",
            "Capecitabine or eribulin are options for patients with gout who were previously treated with corvalin and mestor.",
            True,
        ),
        (
            "Capecitabine or eribulin are options in gout patients who have had corvalin and mestor before.",
            "Capecitabine or eribulin are options for patients with gout who were previously treated with corvalin and mestor.",
            True,
        ),
        ("Bevacizumab is an option before chemotherapy.", "Bevacizumab is an option in people who have had chemotherapy.", False),
        (
            "Bevacizumab is an option in people who had chemotherapy before.",
            "Bevacizumab is an option in people who have had chemotherapy.",
            True,
        ),
        (
            "Alcohol should be avoided before surgery and after chemotherapy.",
            "Avoid alcohol before surgery and after chemotherapy.",
            True,
        ),
        (
            "It has been demonstrated that prolonged prednisolone brings no survival gain.",
            "Prolonged treatment with prednisolone may improve growth, but no advantage in survival has been demonstrated.",
            False,
        ),
        (
            "A survival advantage from prolonged prednisolone has been ruled out.",
            "Prolonged treatment with prednisolone may improve growth, but no advantage in survival has been demonstrated.",
            False,
        ),
        (
            "Trials have shown that prolonged prednisolone does not improve survival.",
            "Prolonged treatment with prednisolone may improve growth, but no advantage in survival has been demonstrated.",
            False,
        ),
        (
            "Prolonged prednisolone was shown to give no survival advantage.",
            "Prolonged treatment with prednisolone may improve growth, but no advantage in survival has been demonstrated.",
            False,
        ),
        (
            "It has not been shown that prolonged prednisolone brings an advantage in survival.",
            "Prolonged treatment with prednisolone may improve growth, but no advantage in survival has been demonstrated.",
            True,
        ),
        (
            "No survival advantage of prolonged prednisolone has been shown.",
            "Prolonged treatment with prednisolone may improve growth, but no advantage in survival has been demonstrated.",
            True,
        ),
        (
            "An advantage in survival from prolonged prednisolone hasn't been demonstrated.",
            "Prolonged treatment with prednisolone may improve growth, but no advantage in survival has been demonstrated.",
            True,
        ),
        (
            "It has been shown that early dialysis brings no survival benefit.",
            "Trials showed no survival benefit of early dialysis.",
            True,
        ),
        (
            "Evidence of letrozole's efficacy is still awaited in postmenopausal women.",
            "Letrozole has shown efficacy in postmenopausal women.",
            False,
        ),
        (
            "In postmenopausal women, the efficacy of letrozole is yet to be shown.",
            "Letrozole has shown efficacy in postmenopausal women.",
            False,
        ),
        (
            "In postmenopausal women, the efficacy of letrozole has been shown.",
            "Letrozole has shown efficacy in postmenopausal women.",
            True,
        ),
        (
            "In those over 85 a benefit of statins is yet to be shown.",
            "The benefit of statins in those over 85 is unknown.",
            True,
        ),
        (
            "The first fracture came at a similar time under denosumab and under zoledronic acid.",
            "Denosumab significantly delays the first fracture when compared with zoledronic acid.",
            False,
        ),
        (
            "Denosumab and zoledronic acid did as well for the first fracture.",
            "Denosumab significantly delays the first fracture when compared with zoledronic acid.",
            False,
        ),
        (
            "For the first fracture, denosumab was the same as zoledronic acid.",
            "Denosumab significantly delays the first fracture when compared with zoledronic acid.",
            False,
        ),
        (
            "The first fracture comes significantly later with denosumab than with zoledronic acid.",
            "Denosumab significantly delays the first fracture when compared with zoledronic acid.",
            True,
        ),
        (
            "Insulin alone did as well for glucose control as insulin with lapatinib.",
            "Adding lapatinib to insulin improves glucose control over insulin alone.",
            False,
        ),
        (
            "Insulin alone was the same for glucose control as insulin with lapatinib.",
            "Adding lapatinib to insulin improves glucose control over insulin alone.",
            False,
        ),
        (
            "Glucose control is better with lapatinib and insulin than with insulin alone.",
            "Adding lapatinib to insulin improves glucose control over insulin alone.",
            True,
        ),
        (
            "After a loading dose of 4 mg per kilogram, trastuzumab is given every week at the same amount.",
            "Trastuzumab loading dose 4 mg/kg, then maintenance 2 mg/kg weekly.",
            False,
        ),
        (
            "The maintenance dose is the same as the loading dose, and it is weekly.",
            "Trastuzumab loading dose 4 mg/kg, then maintenance 2 mg/kg weekly.",
            False,
        ),
        (
            "Preference: aromatase inhibitors (3rd gen) > tamoxifen.",
            "Third-generation aromatase inhibitors are preferred over tamoxifen.",
            True,
        ),
        (
            "Neither the best dose of bisphosphonates nor their best route is known.",
            "The optimal timing and the optimal duration of bisphosphonates remain unknown.",
            False,
        ),
        (
            "Neither the ideal dose nor the ideal agent for bisphosphonate therapy is known.",
            "The optimal timing and the optimal duration of bisphosphonates remain unknown.",
            False,
        ),
        (
            "Optimal dose of bisphosphonates: still an open question.",
            "The optimal timing and the optimal duration of bisphosphonates remain unknown.",
            False,
        ),
        (
            "It is unknown which drug is best among the bisphosphonates.",
            "The optimal timing and the optimal duration of bisphosphonates remain unknown.",
            False,
        ),
        (
            "Optimal timing of bisphosphonates: still an open question.",
            "The optimal timing and the optimal duration of bisphosphonates remain unknown.",
            True,
        ),
        (
            "The best duration of bisphosphonates is not known.",
            "The optimal timing and the optimal duration of bisphosphonates remain unknown.",
            True,
        ),
        (
            "It isn't known how long bisphosphonates are best given.",
            "The optimal timing and the optimal duration of bisphosphonates remain unknown.",
            True,
        ),
        (
            "The optimal duration of vitamin D in children has not been established.",
            "The optimal dose of vitamin D in children has not been established.",
            False,
        ),
        (
            "The best dose of vitamin D in children is unknown.",
            "The optimal dose of vitamin D in children has not been established.",
            True,
        ),
        (
            "How pain is relieved depends on when it is felt.",
            "How pain is relieved depends on the places where it is felt.",
            False,
        ),
        (
            "How pain is relieved depends on where it is felt.",
            "How pain is relieved depends on the places where it is felt.",
            True,
        ),
        ("Treatment depends on where the rash began.", "Treatment depends on when the rash began.", False),
        ("Treatment depends on when the rash began.", "Treatment depends on when the rash began.", True),
        ("How the rash is treated depends on the time it began.", "Treatment depends on when the rash began.", True),
        (
            "An isolated hernia should have curative treatment: open repair when possible, preceded by physiotherapy.",
            "When a hernia is isolated, treatment should be curative: open repair when possible, then physiotherapy.",
            False,
        ),
        (
            "An isolated hernia should have curative treatment: open repair when possible, followed by physiotherapy.",
            "When a hernia is isolated, treatment should be curative: open repair when possible, then physiotherapy.",
            True,
        ),
        (
            "Surgery preceded by radiotherapy is the standard for rectal tumours.",
            "Radiotherapy, then surgery, is the standard for rectal tumours.",
            True,
        ),
        (
            "Radiotherapy preceded by surgery is the standard for rectal tumours.",
            "Radiotherapy, then surgery, is the standard for rectal tumours.",
            False,
        ),
        (
            "Infusions ought to be given in a unit equipped for complications that may arise, anaphylaxis being one.",
            "Infusions should take place in a unit that is equipped for possible complications such as anaphylaxis.",
            True,
        ),
        (
            "Infusions may be given in a unit equipped for complications such as anaphylaxis.",
            "Infusions should take place in a unit that is equipped for possible complications such as anaphylaxis.",
            False,
        ),
        (
            "Infusions ought to be given in a unit equipped for complications that may arise, sepsis being one.",
            "Infusions should take place in a unit that is equipped for possible complications such as anaphylaxis.",
            False,
        ),
        (
            "Complications such as anaphylaxis may arise in a unit equipped for infusions.",
            "Infusions should take place in a unit that is equipped for possible complications such as anaphylaxis.",
            False,
        ),
        (
            "Abemaciclib on its own was associated with a median overall survival of 22.3 months.",
            "Abemaciclib as a single agent: median overall survival 22.3 months.",
            True,
        ),
        (
            "Abemaciclib on its own was associated with a median overall survival of 12.3 months.",
            "Abemaciclib as a single agent: median overall survival 22.3 months.",
            False,
        ),
        (
            "Abemaciclib on its own was not associated with a median overall survival of 22.3 months.",
            "Abemaciclib as a single agent: median overall survival 22.3 months.",
            False,
        ),
        (
            "A fourth or later line of chemotherapy may be justified only when the patient responded before.",
            "Continuing chemotherapy beyond the third line may be justified only when the patient responded before.",
            True,
        ),
        (
            "A third or later line of chemotherapy may be justified only when the patient responded before.",
            "Continuing chemotherapy beyond the third line may be justified only when the patient responded before.",
            False,
        ),
        (
            "A fourth or later line of chemotherapy may be justified when the patient has not responded before.",
            "Continuing chemotherapy beyond the third line may be justified only when the patient responded before.",
            False,
        ),
        ("Smoking is linked to a higher risk of clots.", "Smoking is associated with a higher risk of clots.", True),
    ],
)
def test_what_is_open_or_equal_stays_as_the_cited_words_tell_it(claim: str, evidence: str, *, supported: bool) -> None:
    assert (not codes(claim, evidence)) is supported
