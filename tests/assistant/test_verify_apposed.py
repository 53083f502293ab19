"""What is said of the thing named last, of none and of all, and a hedge behind a bracket."""

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim

CASES = [
    (
        "First-line: a statin (atorvastatin or simvastatin). || Statins are preferred over fibrates.",
        ["The first-line drug is a statin (atorvastatin or simvastatin), which is preferred to fibrates."],
        [
            "The first-line drug is a statin, which is passed over for fibrates.",
            "The first-line drug is a fibrate, which is preferred to statins.",
            "The first-line drug is a statin (atorvastatin or simvastatin), which is preferred to ezetimibe.",
        ],
    ),
    (
        (
            "In asthma, omalizumab might be used if the blood shows raised IgE. || Raised IgE occurs in "
            "about 1 in 3 children with asthma."
        ),
        [],
        [
            (
                "In asthma, omalizumab might be used if the blood shows raised IgE, a finding seen in roughly 1 "
                "in 2 children with asthma."
            ),
            ("In asthma, omalizumab might be used if the blood shows raised IgE, a finding seen in most children with asthma."),
        ],
    ),
    (
        "Metformin is combined with insulin in type 2 diabetes. || Insulin is given by injection.",
        [
            "Metformin is combined with insulin, which is given by injection, in type 2 diabetes.",
            "In type 2 diabetes metformin is combined with insulin, which is given by injection.",
        ],
        [
            "In type 2 diabetes insulin is combined with metformin, which is given by injection.",
            "In type 2 diabetes metformin is combined with insulin, which is given by mouth.",
        ],
    ),
    (
        ("No single antibiotic has proven superiority; the choice should rest on allergies, age, and kidney function."),
        [("As no antibiotic has proved better than the others, the choice should rest on allergies, age and kidney function.")],
        [
            "As no antibiotic has proved worse than the others, the choice should rest on allergies alone.",
            "Amoxicillin has proved better than the others.",
        ],
    ),
    (
        "Amoxicillin and doxycycline are used.",
        [],
        ["Amoxicillin is better than doxycycline.", "Amoxicillin has proved superior to doxycycline, and both are used."],
    ),
    (
        "Surgery of the ulcer is not routinely recommended when symptomatic local disease is absent.",
        [
            "Surgery of the ulcer isn't routinely advised without local symptoms.",
            "In the absence of local symptoms surgery of the ulcer isn't routinely advised.",
        ],
        [
            "Surgery of the ulcer isn't routinely advised with local symptoms.",
            "Surgery of the ulcer isn't routinely advised when it is causing local symptoms.",
            "Surgery of the ulcer is routinely advised without local symptoms.",
        ],
    ),
    (
        (
            "When gout is painful, it may be treated with rest, with an NSAID such as naproxen (Naprosyn) "
            "or ibuprofen (Advil), or with colchicine (Colcrys)."
        ),
        ["Painful gout: rest, colchicine (Colcrys), or an NSAID, for example Advil or Naprosyn, may be used."],
        [
            "Painful gout: rest, colchicine (Colcrys), or an NSAID, for example Advil or Naprosyn, is used.",
            "Painful gout: rest, colchicine (Colcrys), and an NSAID, for example Advil or Naprosyn, must be used.",
        ],
    ),
    (
        "A fever may be treated with paracetamol.",
        [],
        [
            "Paracetamol (Panadol) treats fever, and ice may help.",
            "A fever is treated with paracetamol (Panadol), or ice may be used.",
        ],
    ),
]
TOLD = [(claim, cited, True) for cited, right, _ in CASES for claim in right]
WRONG = [(claim, cited, False) for cited, _, wrong in CASES for claim in wrong]


@pytest.mark.parametrize(("claim", "cited", "said"), [*TOLD, *WRONG])
def test_each_clause_keeps_its_subject_and_its_hedge(claim: str, cited: str, said: bool) -> None:
    assert verify_claim(claim, tuple(Evidence(text=one) for one in cited.split(" || ")), lexicon=LEXICON).supported is said
