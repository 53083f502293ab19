"""Findings, evidence and lines beside their opposites."""

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim

CASES = [
    (
        "Lithium is among the later-line options in mania.",
        ["Lithium is one of the options in later lines in mania."],
        ["Lithium can be tried ahead of other remaining options in mania."],
    ),
    (
        "Metformin is given as first-line therapy in type 2 diabetes.",
        ["Metformin is the first-line treatment in type 2 diabetes."],
        ["Metformin can be given once a first-line drug has been used in type 2 diabetes."],
    ),
    (
        "Immunotherapy may be used for some bladder cancer.",
        [],
        ["Immunotherapy may be used for bladder cancer in general."],
    ),
    (
        "Statins generally help, though some people get muscle pain.",
        ["In general statins help, though some people get muscle pain."],
        [],
    ),
    (
        "Antihistamines are required before contrast, to prevent severe reactions.",
        ["To prevent severe reactions, patients need antihistamines before contrast."],
        ["Patients who have had a severe reaction before need antihistamines."],
    ),
    (
        "Patients with a previous severe reaction need antihistamines before contrast.",
        ["Patients who have had a severe reaction before need antihistamines before contrast."],
        [],
    ),
    (
        "In gout there is too much uric acid in the blood, which forms crystals in the joints.",
        ["In gout an excess of uric acid in the blood forms crystals in the joints."],
        [
            "In gout there is a shortage of uric acid in the blood, which forms crystals in the joints.",
            "In gout a deficiency of uric acid in the blood forms crystals in the joints.",
        ],
    ),
    (
        "Acromegaly is caused by overproduction of growth hormone.",
        ["Acromegaly is caused by too much growth hormone.", "Acromegaly comes of an excess of growth hormone."],
        ["Acromegaly is caused by too little growth hormone.", "Acromegaly is caused by a deficit of growth hormone."],
    ),
    (
        "Addison's disease is caused by a deficiency of cortisol.",
        ["Addison's disease is caused by a shortage of cortisol.", "Addison's disease is caused by too little cortisol."],
        ["Addison's disease is caused by an excess of cortisol.", "Addison's disease is caused by too much cortisol."],
    ),
    (
        "Excess salt raises blood pressure in people with too little potassium.",
        ["Too little potassium and excess salt raise blood pressure."],
        [],
    ),
    (
        "Joint working between surgeons and physiotherapists is strongly recommended in hip fracture.",
        ["There is a strong case for joint working between surgeons and physiotherapists in hip fracture."],
        [
            "There is a modest case for joint working between surgeons and physiotherapists in hip fracture.",
            "Joint working between surgeons and physiotherapists is mildly recommended in hip fracture.",
            "There are slender grounds for joint working between surgeons and physiotherapists in hip fracture.",
        ],
    ),
    (
        "Weak support exists for zinc in colds, though vitamin D is strongly supported.",
        ["There is weak support for zinc in colds."],
        [],
    ),
    (
        "Counting the swabs is mandatory before the wound is closed.",
        ["Swabs must be counted before the wound is closed."],
        [
            "It is good practice to count the swabs before the wound is closed.",
            "It is sensible to count the swabs before the wound is closed.",
        ],
    ),
    (
        "A combined approach is strongly indicated in chronic back pain.",
        ["There is a strong indication for a combined approach in chronic back pain."],
        [
            "There is a tentative indication for a combined approach in chronic back pain.",
            "A combined approach is weakly indicated in chronic back pain.",
        ],
    ),
    (
        "Physiotherapy is strongly recommended after a hip fracture.",
        ["There is a strong recommendation for physiotherapy after a hip fracture."],
        [
            "Physiotherapy is tentatively recommended after a hip fracture.",
            "There is a cautious recommendation for physiotherapy after a hip fracture.",
        ],
    ),
    (
        "Follow-up uses symptoms, blood tests and repetition of the imaging that was initially abnormal.",
        ["Follow-up uses symptoms, blood tests and a repeat of the imaging that was abnormal at the start."],
        [
            "Follow-up combines symptoms and blood tests with a repeat of the scans that were clear at the start.",
            "Follow-up uses symptoms, blood tests and a repeat of the imaging that was initially normal.",
        ],
    ),
    (
        "Repeat the liver tests that were abnormal at the first visit.",
        ["Repeat the liver tests that were out of range at the first visit."],
        [
            "Repeat the liver tests that were fine at the first visit.",
            "Repeat the liver tests that were in the normal range at the first visit.",
            "Repeat the liver tests that showed nothing at the first visit.",
        ],
    ),
    (
        "Biopsy is advised for nodules that look suspicious on ultrasound.",
        [],
        [
            "Biopsy is advised for nodules that look innocent on ultrasound.",
            "Biopsy is advised for nodules that look benign on ultrasound.",
            "Biopsy is advised for nodules that look clear on ultrasound.",
        ],
    ),
    (
        "Clozapine, lithium or ECT are later-line options.",
        ["Clozapine, lithium or ECT are options further down the line."],
        [
            ("Clozapine, lithium or ECT are sensible choices to try before the other lines of treatment have been used up."),
            "Clozapine, lithium or ECT can be tried before other lines of treatment are exhausted.",
            "Clozapine, lithium or ECT are options ahead of the other lines.",
            "Clozapine, lithium or ECT are options to open treatment with.",
        ],
    ),
    (
        "Methotrexate is a later-line option in heavily pretreated psoriasis.",
        ["Methotrexate is an option for psoriasis that has been through many treatments."],
        ["Methotrexate is an option before other treatments have been tried in psoriasis."],
    ),
    (
        (
            "Do not deny physiotherapy to patients with both arthritis and gout: data on effectiveness "
            "conflict, but the possible benefits should not be withheld."
        ),
        [("Patients with arthritis and gout should still get physiotherapy, though the data on effectiveness conflict.")],
        [
            (
                "Patients with arthritis and gout should still get physiotherapy, since its effectiveness has "
                "been clearly shown in this group."
            ),
            "Patients with arthritis and gout should still get physiotherapy, since the data show that it works.",
            "Patients with arthritis and gout should still get physiotherapy, as its benefit is established.",
            "Patients with arthritis and gout should still get physiotherapy, as its benefits are certain.",
        ],
    ),
    (
        "The evidence for massage is mixed, but it should be offered to everyone with tension headache.",
        ["Massage should be offered to everyone with tension headache, though the evidence for it is mixed."],
        [
            "Massage should be offered to everyone with tension headache, as the evidence for it is solid.",
            "Massage should be offered to everyone with tension headache, because it has been proven to work.",
        ],
    ),
]
TOLD = [(claim, cited, True) for cited, right, _ in CASES for claim in right]
WRONG = [(claim, cited, False) for cited, _, wrong in CASES for claim in wrong]


@pytest.mark.parametrize(("claim", "cited", "said"), [*TOLD, *WRONG])
def test_a_finding_is_not_its_opposite(claim: str, cited: str, said: bool) -> None:
    assert verify_claim(claim, tuple(Evidence(text=one) for one in cited.split(" || ")), lexicon=LEXICON).supported is said
