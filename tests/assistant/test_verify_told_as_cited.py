"""Turns of fluent drafts that are read as the cited words have them, each beside the wrong claims nearest to it."""

import pytest
from verifying import LEXICON

from assistant.answers import Evidence
from assistant.verify import verify_claim

CASES = [
    (
        "Drug A: median overall survival 22 months, median progression-free survival 6 months.",
        [
            "On drug A half of the patients lived 22 months or more.",
            "On drug A half of the patients went 6 months or more without progression.",
            "On drug A patients had a median of 6 months without progression.",
        ],
        [
            "On drug A half of the patients lived 6 months or more.",
            "On drug A half of the patients went 22 months or more without progression.",
            "On drug A half of the patients lived less than 22 months without progression.",
            "On drug A all of the patients lived 22 months or more.",
            "On drug A half of the patients responded for 6 months or more.",
            "On drug A most patients lived 22 months or more.",
            "On drug A a third of the patients lived 22 months or more.",
        ],
    ),
    (
        "The mean stay was 9 days.",
        [],
        ["Half of the patients stayed 9 days or more."],
    ),
    (
        (
            "Do not delay antibiotics in sepsis: survival was better when they were given in the first "
            "hour, and a delay may cost that benefit."
        ),
        [
            ("Avoid giving antibiotics late in sepsis, as survival was better when they were given in the first hour."),
            "Start antibiotics without delay in sepsis.",
        ],
        [
            "Avoid starting antibiotics in sepsis.",
            "Start antibiotics late in sepsis.",
            "In sepsis, keeping antibiotics back may be of benefit.",
        ],
    ),
    (
        "Delay surgery until the swelling has gone down.",
        [],
        ["Do surgery without delay, before the swelling has gone down.", "Avoid doing surgery late."],
    ),
    (
        "The D-dimer may help, but should not be the only basis of treatment decisions.",
        [
            "The D-dimer can be of help, although treatment should never be decided on it alone.",
            "Treatment decisions should never rest on the D-dimer alone.",
        ],
        [
            "The D-dimer should never be used.",
            "Treatment decisions should never rest on the D-dimer.",
            "Treatment decisions may rest on the D-dimer alone.",
        ],
    ),
    (
        "Do not rely on symptoms alone to stop treatment.",
        ["Treatment should never be stopped on symptoms alone."],
        ["Treatment should never be stopped.", "Treatment should never be stopped on symptoms and tests."],
    ),
    (
        "When a fracture is isolated, surgery should be offered, then physiotherapy.",
        [
            "For a fracture that stands alone, surgery should be offered and then physiotherapy.",
            "A fracture with no other lesions should be offered surgery, then physiotherapy.",
            "For a fracture with nothing elsewhere, offer surgery followed by physiotherapy.",
        ],
        [
            "For a fracture with lesions elsewhere, offer surgery followed by physiotherapy.",
            "A fracture should be offered surgery, then physiotherapy.",
            "For a fracture with no other treatment, offer surgery followed by physiotherapy.",
        ],
    ),
    (
        "Before the infusion, paracetamol and an antihistamine are required, to prevent fever.",
        [
            "Paracetamol and an antihistamine must be given before the infusion, so that fever is avoided.",
            "Nobody should get the infusion without first receiving paracetamol and an antihistamine.",
            ("So that you do not get a fever, you must be given paracetamol and an antihistamine before the infusion."),
        ],
        [
            "Paracetamol and an antihistamine must be given before the infusion, so that pain is avoided.",
            "Nobody should get paracetamol and an antihistamine without first receiving the infusion.",
            "Nobody should get the infusion with paracetamol and an antihistamine.",
            "Nobody should get the infusion without first receiving paracetamol or an antihistamine.",
        ],
    ),
    (
        "Before lithium is offered, kidney tests should be performed.",
        [
            "Lithium should be offered only once kidney tests have been done.",
            "Lithium should be offered only after kidney tests have been carried out.",
        ],
        [
            "Kidney tests should be offered only once lithium has been given.",
            "Kidney tests should be performed only once lithium has been given.",
            "Lithium should be offered before kidney tests have been done.",
            "Lithium should be offered only once liver tests have been done.",
        ],
    ),
    (
        "Radiotherapy is integral to the palliation of symptomatic sites, particularly the spine.",
        [("Radiotherapy is a core part of palliation wherever the disease causes symptoms, the spine in particular.")],
        [
            ("Radiotherapy is a core part of palliation wherever the disease causes no symptoms, the spine in particular."),
            "Radiotherapy causes symptoms, particularly in the spine.",
        ],
    ),
    (
        "Type 2 diabetes accounts for 90% of patients.",
        ["Of all patients, 90% have type 2 diabetes.", "Nine in ten patients fall into the type 2 diabetes group."],
        [
            "Of all patients with type 2 diabetes, 90% respond.",
            "All patients have type 2 diabetes.",
            "One in ten patients fall into the type 2 diabetes group.",
            "Nine in ten patients fall into the type 1 diabetes group.",
        ],
    ),
    (
        "Statins are advised in 90% of patients with diabetes.",
        [],
        ["Of all patients, 90% are advised statins."],
    ),
    (
        "Start with tablets, unless vomiting requires an infusion.",
        ["Tablets come first for everyone except those whose vomiting requires an infusion."],
        ["Tablets come first for everyone."],
    ),
    (
        "Do not combine methotrexate with trimethoprim, because the risk of marrow failure is increased.",
        [
            ("Trimethoprim should be kept apart from methotrexate, since the pair raises the risk of marrow failure."),
            "Giving methotrexate together with trimethoprim is out, as this raises the risk of marrow failure.",
        ],
        [
            "Giving methotrexate without trimethoprim is out, as this raises the risk of marrow failure.",
            "Trimethoprim should be given with methotrexate.",
            "Giving methotrexate together with trimethoprim is out of habit.",
        ],
    ),
    (
        "Colchicine 0.5 mg twice daily: the dose recommended in gout once NSAIDs have failed.",
        [
            "When NSAIDs have not worked in gout, the recommended dose of colchicine is 0.5 mg twice daily.",
            ("If NSAIDs have let the patient down in gout, the recommended dose of colchicine is 0.5 mg twice daily."),
        ],
        [
            "When NSAIDs have worked in gout, the recommended dose of colchicine is 0.5 mg twice daily.",
            "When NSAIDs have not been tried in gout, the recommended dose of colchicine is 0.5 mg twice daily.",
            "The recommended dose of colchicine in gout is 0.5 mg twice daily.",
        ],
    ),
    (
        "Good signs: a long interval, few sites and no bulky disease, no visceral involvement.",
        [
            "Good signs are a long interval, few sites without bulk, and no visceral involvement.",
            "Good signs: a long interval, few sites, nothing bulky, and no visceral involvement.",
        ],
        [
            "Good signs are a long interval, few bulky sites and no visceral involvement.",
            "Good signs are a long interval, bulk, and no visceral involvement.",
            "Good signs are a long interval, few sites with nothing visceral, and bulky disease.",
        ],
    ),
    (
        "Letrozole was superior to tamoxifen: time to disease progression was significantly longer (9.4 vs 6.0 months).",
        [
            "With letrozole it took 9.4 months until progression, against 6.0 with tamoxifen.",
            "In advanced disease, time to progression was 9.4 months with letrozole against 6.0 months with tamoxifen.",
            (
                "On letrozole the cancer took 9.4 months to progress, significantly longer than the 6.0 months "
                "seen with tamoxifen."
            ),
            "Letrozole beat tamoxifen on time to progression (9.4 rather than 6.0 months).",
        ],
        [
            (
                "On tamoxifen the cancer took 9.4 months to progress, significantly longer than the 6.0 months "
                "seen with letrozole."
            ),
            (
                "On letrozole the cancer took 6.0 months to progress, significantly longer than the 9.4 months "
                "seen with tamoxifen."
            ),
            (
                "On letrozole the cancer took 9.4 months to progress, significantly shorter than the 6.0 months "
                "seen with tamoxifen."
            ),
            "In advanced disease, time to progression was 9.4 months with tamoxifen against 6.0 months with letrozole.",
            "Tamoxifen beat letrozole on time to progression (9.4 rather than 6.0 months).",
            "Letrozole beat tamoxifen on time to progression (6.0 rather than 9.4 months).",
            "Letrozole beat tamoxifen on survival (9.4 rather than 6.0 months).",
            ("On letrozole patients lived 9.4 months, significantly longer than the 6.0 months seen with tamoxifen."),
        ],
    ),
    (
        "Healing took longer with gauze than with foam (14 vs 9 days).",
        ["Healing took 14 days with gauze, longer than the 9 days seen with foam."],
        [
            "Healing took 14 days with foam, rather than 9 with gauze.",
            "Healing took 14 days with foam, longer than the 9 days seen with gauze.",
        ],
    ),
    (
        (
            "Penicillins and macrolides are first-line options for patients who were not previously exposed "
            "to penicillins or macrolides."
        ),
        [
            "No earlier penicillin or macrolide: both drug classes are first-line options.",
            "Never had a penicillin or macrolide: these two classes are first-line options.",
        ],
        [
            "Earlier penicillin or macrolide: both drug classes are first-line options.",
            "No penicillin or macrolide: both drug classes are first-line options.",
            "Both drug classes are first-line options.",
        ],
    ),
    (
        "Physiotherapy plus tablets is the other option for back pain with sciatica: adding tablets has shown better function.",
        ["In back pain with sciatica, physiotherapy plus tablets is one of the two ways to go."],
        [
            "In back pain with sciatica, physiotherapy plus tablets is the only way to go.",
            "In back pain with sciatica, physiotherapy plus tablets is the way to go.",
        ],
    ),
    (
        "Zoledronate delays the first fracture.",
        ["Zoledronate delays the 1st fracture."],
        ["Zoledronate delays the 2nd fracture."],
    ),
    (
        "Going on beyond the third line may be justified only when earlier treatment worked.",
        ["Going on past a third line may be justified only when earlier treatment worked."],
        ["Going on in a third line may be justified only when earlier treatment worked."],
    ),
]
TOLD = [(claim, cited, True) for cited, right, _ in CASES for claim in right]
WRONG = [(claim, cited, False) for cited, _, wrong in CASES for claim in wrong]


@pytest.mark.parametrize(("claim", "cited", "said"), [*TOLD, *WRONG])
def test_a_turn_says_what_the_cited_words_say_in_their_build(claim: str, cited: str, said: bool) -> None:
    assert verify_claim(claim, tuple(Evidence(text=one) for one in cited.split(" || ")), lexicon=LEXICON).supported is said
